/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-scales-painter.h"

#include <math.h>

/* Steepest tilt, and the relative difference that gives it. */
#define MAX_TILT 0.26
#define MAX_SHARE 0.15

/* tilt = max_tilt x tanh (share / max_share), share = (left − right) / left. */
double
vb_scales_painter_get_tilt (double left, double right)
{
  if (!isfinite (left) || !isfinite (right) || !(left > 0))
    return 0;
  return MAX_TILT * tanh ((left - right) / left / MAX_SHARE);
}

typedef struct
{
  double arm;  /* half the beam */
  double cord; /* height of the pan under the beam's end */
  double pan_width;
  double pan_depth;
} Parts;

static void
draw_pan (cairo_t *cr,
          const VbPaintStyle *style,
          VbText *text,
          VbRole role,
          const Parts *parts,
          double x,
          double y,
          const char *figure,
          const char *name)
{
  VbRgba color = vb_palette_get_role (style->scheme, role);
  double half = parts->pan_width / 2;
  double rim = y + parts->cord;

  vb_paint_set_style_color (cr, style, VB_COLOR_FRAME);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, x - half * 0.82, rim);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x + half * 0.82, rim);
  cairo_stroke (cr);

  /* A bowl: the lower half of an ellipse. */
  cairo_save (cr);
  cairo_translate (cr, x, rim);
  cairo_scale (cr, half, parts->pan_depth);
  cairo_arc (cr, 0, 0, 1, 0, G_PI);
  cairo_close_path (cr);
  cairo_restore (cr);
  vb_paint_set_color (cr, color);
  cairo_fill (cr);

  vb_paint_set_color (cr, vb_rgba_get_ink_on (color));
  vb_text_draw_elided (text, cr, VB_TEXT_LARGE, figure, x, rim + parts->pan_depth * 0.42, 0.5, 0.5,
                       parts->pan_width * 0.86);
  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  vb_text_draw_elided (text, cr, VB_TEXT_SMALL, name, x, rim + parts->pan_depth + 4, 0.5, 0,
                       parts->pan_width * 1.3);
}

void
vb_scales_painter_draw (cairo_t *cr,
                        const VbPaintStyle *style,
                        VbText *text,
                        const VbScalesWeights *weights,
                        double width,
                        double height)
{
  double tilt = vb_scales_painter_get_tilt (weights->left, weights->right);
  double name_height = vb_text_get_line_height (text, VB_TEXT_SMALL) + 4;
  double figure_height = vb_text_get_line_height (text, VB_TEXT_LARGE);
  double figure_width = MAX (vb_text_get_width (text, VB_TEXT_LARGE, weights->left_figure),
                             vb_text_get_width (text, VB_TEXT_LARGE, weights->right_figure));
  Parts parts;
  double x = width / 2;
  double y, rise;

  parts.pan_width = CLAMP (figure_width / 0.7, 78 * style->text_scale, width * 0.38);
  parts.arm = MIN ((width - parts.pan_width) / 2 - 2, height * 0.75);
  parts.pan_depth = figure_height * 1.25;
  rise = fabs (sin (MAX_TILT)) * parts.arm;
  parts.cord = MAX (height - 2 * rise - parts.pan_depth - name_height - 12, 16);
  parts.cord = MIN (parts.cord, parts.arm * 0.62);
  y = (height - parts.cord - parts.pan_depth - name_height) / 2;
  y = MAX (y, rise + 8);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);

  draw_pan (cr, style, text, VB_ROLE_NEED, &parts, x - cos (tilt) * parts.arm,
            y + sin (tilt) * parts.arm, weights->left_figure, weights->left_name);
  draw_pan (cr, style, text, VB_ROLE_AVAILABLE, &parts, x + cos (tilt) * parts.arm,
            y - sin (tilt) * parts.arm, weights->right_figure, weights->right_name);

  /* The stand and the beam. */
  vb_paint_set_color (cr, vb_palette_get_role (style->scheme, VB_ROLE_OUTCOME));
  cairo_set_line_width (cr, 6);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x, height - 3);
  cairo_move_to (cr, x - parts.arm * 0.32, height - 3);
  cairo_line_to (cr, x + parts.arm * 0.32, height - 3);
  cairo_move_to (cr, x - cos (tilt) * parts.arm, y + sin (tilt) * parts.arm);
  cairo_line_to (cr, x + cos (tilt) * parts.arm, y - sin (tilt) * parts.arm);
  cairo_stroke (cr);
  cairo_arc (cr, x, y, 7, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_restore (cr);
}
