/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-label-placer.h"

#include <math.h>

/* Places are tried so far apart, px. */
#define SEARCH_STEP 6.0

struct _VbLabelPlacer
{
  cairo_rectangle_t bounds;
  GArray *boxes;    /* cairo_rectangle_t */
  GArray *segments; /* VbPoint pairs */
  GArray *rules;    /* VbPoint pairs */
};

VbLabelPlacer *
vb_label_placer_new (const cairo_rectangle_t *bounds)
{
  VbLabelPlacer *self = g_new0 (VbLabelPlacer, 1);

  self->bounds = *bounds;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  self->segments = g_array_new (FALSE, FALSE, 2 * sizeof (VbPoint));
  self->rules = g_array_new (FALSE, FALSE, 2 * sizeof (VbPoint));
  return self;
}

void
vb_label_placer_free (VbLabelPlacer *self)
{
  g_array_unref (self->boxes);
  g_array_unref (self->segments);
  g_array_unref (self->rules);
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
vb_label_placer_add_rule (VbLabelPlacer *self, VbPoint from, VbPoint to)
{
  VbPoint ends[] = { from, to };

  g_array_append_vals (self->rules, ends, 1);
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
count_met (GArray *segments, const cairo_rectangle_t *box)
{
  guint n = 0;

  for (guint i = 0; i < segments->len; i++)
    if (segment_meets_box ((const VbPoint *) (gpointer) segments->data + 2 * i, box))
      n++;
  return n;
}

static guint
get_cost (VbLabelPlacer *self, const cairo_rectangle_t *box)
{
  return VB_LABEL_LINE_COST * count_met (self->segments, box)
         + VB_LABEL_RULE_COST * count_met (self->rules, box);
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
                       guint max_cost)
{
  guint least = G_MAXUINT;
  int best = -1;

  for (guint i = 0; i < n; i++)
    {
      guint cost;

      if (!is_free (self, &candidates[i]))
        continue;
      cost = get_cost (self, &candidates[i]);
      if (cost <= max_cost && cost < least)
        {
          least = cost;
          best = (int) i;
        }
    }
  if (best >= 0)
    vb_label_placer_add_box (self, &candidates[best]);
  return best;
}

/* From the point to the nearest of the box. */
static double
get_distance (VbPoint point, const cairo_rectangle_t *box)
{
  return hypot (point.x - CLAMP (point.x, box->x, box->x + box->width),
                point.y - CLAMP (point.y, box->y, box->y + box->height));
}

gboolean
vb_label_placer_place_near (VbLabelPlacer *self,
                            VbPoint point,
                            cairo_rectangle_t *box,
                            guint max_cost,
                            VbLabelTest may_lie,
                            gpointer user_data)
{
  double room_x = self->bounds.width - box->width;
  double room_y = self->bounds.height - box->height;
  guint columns = room_x > 0 ? (guint) ceil (room_x / SEARCH_STEP) : 0;
  guint rows = room_y > 0 ? (guint) ceil (room_y / SEARCH_STEP) : 0;
  double least = INFINITY;
  cairo_rectangle_t best = *box;

  for (guint i = 0; i <= rows; i++)
    for (guint j = 0; j <= columns; j++)
      {
        cairo_rectangle_t here = { self->bounds.x + room_x * j / MAX (columns, 1),
                                   self->bounds.y + room_y * i / MAX (rows, 1), box->width,
                                   box->height };
        double distance = get_distance (point, &here);

        if (distance < least && is_free (self, &here) && get_cost (self, &here) <= max_cost
            && (may_lie == NULL || may_lie (&here, user_data)))
          {
            least = distance;
            best = here;
          }
      }
  if (!isfinite (least))
    return FALSE;
  *box = best;
  vb_label_placer_add_box (self, box);
  return TRUE;
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
