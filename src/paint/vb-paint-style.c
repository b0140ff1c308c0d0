/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-paint-style.h"

#include <math.h>

void
vb_paint_set_color (cairo_t *cr, VbRgba color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

void
vb_paint_set_style_color (cairo_t *cr, const VbPaintStyle *style, VbColor color)
{
  vb_paint_set_color (cr, vb_palette_get (style->scheme, color));
}

void
vb_paint_set_marks (cairo_t *cr, VbRole role, double width_factor)
{
  const VbMarks *marks = vb_palette_get_marks (role);

  cairo_set_line_width (cr, marks->width * width_factor);
  cairo_set_dash (cr, marks->dash, marks->dash[0] > 0 ? 2 : 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, marks->dash[0] > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
}

double
vb_paint_snap (double coordinate)
{
  return floor (coordinate) + 0.5;
}

void
vb_paint_round_rectangle (cairo_t *cr, double x, double y, double width, double height, double r)
{
  r = MIN (r, MIN (width, height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}
