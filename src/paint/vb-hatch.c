/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-hatch.h"

#include <math.h>

#define DIAGONAL_STEP 8.0
#define DOT_STEP 6.0
#define DOT_RADIUS 0.9

/* Hatching is drawn as lines through a clip and not with a repeating picture: on paper and in SVG
 * it stays lines. */
static void
add_diagonals (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  double first = floor ((x1 + y1) / DIAGONAL_STEP) * DIAGONAL_STEP;

  for (double sum = first; sum <= x2 + y2; sum += DIAGONAL_STEP)
    {
      /* The line x + y = sum, from the bottom edge to the top edge, cut to the box. */
      double bottom_x = MAX (sum - y2, x1);
      double top_x = MIN (sum - y1, x2);

      if (bottom_x > top_x)
        continue;
      cairo_move_to (cr, bottom_x, sum - bottom_x);
      cairo_line_to (cr, top_x, sum - top_x);
    }
}

static void
add_dots (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  for (double y = ceil (y1 / DOT_STEP) * DOT_STEP; y <= y2; y += DOT_STEP)
    for (double x = ceil (x1 / DOT_STEP) * DOT_STEP; x <= x2; x += DOT_STEP)
      {
        cairo_move_to (cr, x, y);
        cairo_line_to (cr, x, y);
      }
}

void
vb_hatch_fill (cairo_t *cr, const VbPaintStyle *style, VbRole role, double tint, double hatching)
{
  VbRgba color = vb_palette_get_role (style->scheme, role);
  double x1, y1, x2, y2;
  double cx1, cy1, cx2, cy2;

  cairo_save (cr);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  vb_paint_set_color (cr, vb_rgba_with_alpha (color, tint));
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_clip_extents (cr, &cx1, &cy1, &cx2, &cy2);
  x1 = MAX (x1, cx1);
  y1 = MAX (y1, cy1);
  x2 = MIN (x2, cx2);
  y2 = MIN (y2, cy2);

  cairo_set_dash (cr, NULL, 0, 0);
  switch (vb_palette_get_marks (role)->hatch)
    {
    case VB_HATCH_DIAGONAL:
      add_diagonals (cr, x1, y1, x2, y2);
      cairo_set_line_width (cr, 1);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      vb_paint_set_color (cr, vb_rgba_with_alpha (color, hatching));
      cairo_stroke (cr);
      break;
    case VB_HATCH_DOTS:
      add_dots (cr, x1, y1, x2, y2);
      cairo_set_line_width (cr, 2 * DOT_RADIUS);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      vb_paint_set_color (cr, vb_rgba_with_alpha (color, hatching));
      cairo_stroke (cr);
      break;
    case VB_HATCH_NONE:
    default:
      break;
    }
  cairo_restore (cr);
  cairo_new_path (cr);
}
