/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-gap-painter.h"

#include <math.h>

#include "vb-hatch.h"

#define TINT 0.14
#define HATCHING 0.75

static gboolean
is_there (const VbPoint *need, const VbPoint *available, guint i)
{
  return isfinite (need[i].y) && isfinite (available[i].y);
}

/* How far available lies below need on the surface: positive = shortage (y grows downward). */
static double
get_depth (const VbPoint *need, const VbPoint *available, guint i)
{
  return available[i].y - need[i].y;
}

/* A stretch where one side prevails: its upper edge from left to right, its lower one beside it. */
typedef struct
{
  GArray *need;      /* VbPoint */
  GArray *available; /* VbPoint */
} Run;

static void
extend (Run *run, VbPoint need, VbPoint available)
{
  g_array_append_val (run->need, need);
  g_array_append_val (run->available, available);
}

/* One outline a run: pieces side by side would show their seams. */
static void
close_run (Run *run, cairo_t *cr)
{
  for (guint i = 0; i < run->need->len; i++)
    {
      const VbPoint *point = &g_array_index (run->need, VbPoint, i);

      if (i == 0)
        cairo_move_to (cr, point->x, point->y);
      else
        cairo_line_to (cr, point->x, point->y);
    }
  for (guint i = run->available->len; i-- > 0;)
    {
      const VbPoint *point = &g_array_index (run->available, VbPoint, i);

      cairo_line_to (cr, point->x, point->y);
    }
  if (run->need->len > 0)
    cairo_close_path (cr);
  g_array_set_size (run->need, 0);
  g_array_set_size (run->available, 0);
}

/* Takes the part of segment i..i+1 where the depth times @sign is positive into the run. */
static void
add_segment (
    Run *run, cairo_t *cr, const VbPoint *need, const VbPoint *available, guint i, double sign)
{
  double left = get_depth (need, available, i) * sign;
  double right = get_depth (need, available, i + 1) * sign;
  VbPoint crossing = { 0, 0 };

  if (left <= 0 && right <= 0)
    {
      close_run (run, cr);
      return;
    }

  /* Where the depth is nought, linearly between the points. */
  if (left < 0 || right < 0)
    {
      double share = left / (left - right);

      crossing.x = need[i].x + share * (need[i + 1].x - need[i].x);
      crossing.y = need[i].y + share * (need[i + 1].y - need[i].y);
    }

  if (left < 0)
    extend (run, crossing, crossing);
  else if (run->need->len == 0)
    extend (run, need[i], available[i]);
  if (right < 0)
    {
      extend (run, crossing, crossing);
      close_run (run, cr);
    }
  else
    extend (run, need[i + 1], available[i + 1]);
}

static void
draw_side (cairo_t *cr,
           const VbPaintStyle *style,
           VbRole role,
           const VbPoint *need,
           const VbPoint *available,
           guint n,
           double sign)
{
  g_autoptr (GArray) upper = g_array_new (FALSE, FALSE, sizeof (VbPoint));
  g_autoptr (GArray) lower = g_array_new (FALSE, FALSE, sizeof (VbPoint));
  Run run = { upper, lower };

  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i + 1 < n; i++)
    if (is_there (need, available, i) && is_there (need, available, i + 1))
      add_segment (&run, cr, need, available, i, sign);
    else
      close_run (&run, cr);
  close_run (&run, cr);
  if (cairo_has_current_point (cr))
    vb_hatch_fill (cr, style, role, TINT, HATCHING);
  cairo_restore (cr);
}

void
vb_gap_painter_draw (
    cairo_t *cr, const VbPaintStyle *style, const VbPoint *need, const VbPoint *available, guint n)
{
  draw_side (cr, style, VB_ROLE_SHORTAGE, need, available, n, 1);
  draw_side (cr, style, VB_ROLE_SURPLUS, need, available, n, -1);
}
