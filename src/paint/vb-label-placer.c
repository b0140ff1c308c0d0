/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-label-placer.h"

#include <math.h>

struct _VbLabelPlacer
{
  cairo_rectangle_t bounds;
  GArray *boxes;    /* cairo_rectangle_t */
  GArray *segments; /* VbPoint pairs */
};

VbLabelPlacer *
vb_label_placer_new (const cairo_rectangle_t *bounds)
{
  VbLabelPlacer *self = g_new0 (VbLabelPlacer, 1);

  self->bounds = *bounds;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  self->segments = g_array_new (FALSE, FALSE, 2 * sizeof (VbPoint));
  return self;
}

void
vb_label_placer_free (VbLabelPlacer *self)
{
  g_array_unref (self->boxes);
  g_array_unref (self->segments);
  g_free (self);
}

void
vb_label_placer_add_line (VbLabelPlacer *self, const VbPoint *points, guint n)
{
  for (guint i = 0; i + 1 < n; i++)
    if (isfinite (points[i].y) && isfinite (points[i + 1].y))
      g_array_append_vals (self->segments, &points[i], 1);
}

void
vb_label_placer_add_box (VbLabelPlacer *self, const cairo_rectangle_t *box)
{
  g_array_append_val (self->boxes, *box);
}

static gboolean
boxes_meet (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/* Cuts the segment to the slab low..high of one coordinate (Liang and Barsky, 1984). */
static gboolean
cut (double from, double to, double low, double high, double *enter, double *leave)
{
  double delta = to - from;

  if (!(fabs (delta) > 0))
    return from >= low && from <= high;
  *enter = MAX (*enter, MIN ((low - from) / delta, (high - from) / delta));
  *leave = MIN (*leave, MAX ((low - from) / delta, (high - from) / delta));
  return *enter <= *leave;
}

static gboolean
segment_meets_box (const VbPoint *s, const cairo_rectangle_t *box)
{
  double enter = 0, leave = 1;

  return cut (s[0].x, s[1].x, box->x, box->x + box->width, &enter, &leave)
         && cut (s[0].y, s[1].y, box->y, box->y + box->height, &enter, &leave);
}

static guint
count_lines_on (VbLabelPlacer *self, const cairo_rectangle_t *box)
{
  guint n = 0;

  for (guint i = 0; i < self->segments->len; i++)
    if (segment_meets_box ((const VbPoint *) (gpointer) self->segments->data + 2 * i, box))
      n++;
  return n;
}

static gboolean
is_free (VbLabelPlacer *self, const cairo_rectangle_t *box)
{
  const cairo_rectangle_t *bounds = &self->bounds;

  if (box->x < bounds->x || box->y < bounds->y || box->x + box->width > bounds->x + bounds->width
      || box->y + box->height > bounds->y + bounds->height)
    return FALSE;
  for (guint i = 0; i < self->boxes->len; i++)
    if (boxes_meet (box, &g_array_index (self->boxes, cairo_rectangle_t, i)))
      return FALSE;
  return TRUE;
}

int
vb_label_placer_place (VbLabelPlacer *self,
                       const cairo_rectangle_t *candidates,
                       guint n,
                       guint max_lines)
{
  guint least = G_MAXUINT;
  int best = -1;

  for (guint i = 0; i < n; i++)
    {
      guint lines;

      if (!is_free (self, &candidates[i]))
        continue;
      lines = count_lines_on (self, &candidates[i]);
      if (lines <= max_lines && lines < least)
        {
          least = lines;
          best = (int) i;
        }
    }
  if (best >= 0)
    vb_label_placer_add_box (self, &candidates[best]);
  return best;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  double ya = **(double *const *) a;
  double yb = **(double *const *) b;

  return ya < yb ? -1 : ya > yb;
}

void
vb_label_placer_spread (double *y, guint n, double height, double top, double bottom)
{
  g_autofree double **order = g_new (double *, n);

  if (n == 0)
    return;

  for (guint i = 0; i < n; i++)
    order[i] = &y[i];
  qsort (order, n, sizeof (double *), compare_places);

  /* Down from the top until none overlaps, then up again from the bottom: with enough room both
   * ends hold. A few rounds of sharing the push keep a pair centred on its lines. */
  for (guint round = 0; round < 20; round++)
    for (guint i = 0; i + 1 < n; i++)
      {
        double overlap = *order[i] + height - *order[i + 1];

        if (overlap > 0)
          {
            *order[i] -= overlap / 2;
            *order[i + 1] += overlap / 2;
          }
      }
  for (guint i = 0; i < n; i++)
    {
      double least = i == 0 ? top + height / 2 : *order[i - 1] + height;

      *order[i] = MAX (*order[i], least);
    }
  for (guint i = n; i-- > 0;)
    {
      double most = i + 1 == n ? bottom - height / 2 : *order[i + 1] - height;

      *order[i] = MIN (*order[i], most);
    }
}
