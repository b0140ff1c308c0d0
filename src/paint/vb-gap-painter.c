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

/* Adds the part of segment i..i+1 where the depth times @sign is positive: a quadrilateral, or the
 * triangle up to the crossing. */
static void
add_segment (cairo_t *cr, const VbPoint *need, const VbPoint *available, guint i, double sign)
{
  double left = get_depth (need, available, i) * sign;
  double right = get_depth (need, available, i + 1) * sign;
  double share, x, y;

  if (left <= 0 && right <= 0)
    return;

  if (left >= 0 && right >= 0)
    {
      cairo_move_to (cr, need[i].x, need[i].y);
      cairo_line_to (cr, need[i + 1].x, need[i + 1].y);
      cairo_line_to (cr, available[i + 1].x, available[i + 1].y);
      cairo_line_to (cr, available[i].x, available[i].y);
      cairo_close_path (cr);
      return;
    }

  /* Where the depth is nought, linearly between the points. */
  share = left / (left - right);
  x = need[i].x + share * (need[i + 1].x - need[i].x);
  y = need[i].y + share * (need[i + 1].y - need[i].y);
  if (left > 0)
    {
      cairo_move_to (cr, need[i].x, need[i].y);
      cairo_line_to (cr, x, y);
      cairo_line_to (cr, available[i].x, available[i].y);
    }
  else
    {
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, need[i + 1].x, need[i + 1].y);
      cairo_line_to (cr, available[i + 1].x, available[i + 1].y);
    }
  cairo_close_path (cr);
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
  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i + 1 < n; i++)
    if (is_there (need, available, i) && is_there (need, available, i + 1))
      add_segment (cr, need, available, i, sign);
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
