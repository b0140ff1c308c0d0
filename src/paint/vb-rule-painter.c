/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-rule-painter.h"

/* Seen, and no more: marks on it must stand out as elsewhere. */
#define AHEAD_ALPHA 0.05

static void
stroke_line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_new_path (cr);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

void
vb_rule_painter_draw_grid_line (
    cairo_t *cr, const VbPaintStyle *style, double x1, double x2, double y)
{
  cairo_save (cr);
  vb_paint_set_style_color (cr, style, VB_COLOR_GRID);
  cairo_set_line_width (cr, 1);
  stroke_line (cr, x1, vb_paint_snap (y), x2, vb_paint_snap (y));
  cairo_restore (cr);
}

void
vb_rule_painter_draw_level (
    cairo_t *cr, const VbPaintStyle *style, VbRole role, double x1, double x2, double y)
{
  cairo_save (cr);
  vb_paint_set_marks (cr, role, 1);
  vb_paint_set_color (cr, vb_palette_get_role (style->scheme, role));
  stroke_line (cr, x1, y, x2, y);
  cairo_restore (cr);
}

void
vb_rule_painter_draw_ahead (
    cairo_t *cr, const VbPaintStyle *style, double x1, double x2, double y1, double y2)
{
  cairo_save (cr);
  vb_paint_set_color (
      cr, vb_rgba_with_alpha (vb_palette_get (style->scheme, VB_COLOR_INK), AHEAD_ALPHA));
  cairo_rectangle (cr, x1, y1, x2 - x1, y2 - y1);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
vb_rule_painter_draw_break (cairo_t *cr, const VbPaintStyle *style, double x, double y1, double y2)
{
  static const double dots[] = { 2, 4 };

  cairo_save (cr);
  vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, dots, 2, 0);
  stroke_line (cr, x, y1, x, y2);
  cairo_restore (cr);
}

void
vb_rule_painter_draw_drop (cairo_t *cr, const VbPaintStyle *style, double x, double y1, double y2)
{
  static const double dashes[] = { 3, 3 };

  cairo_save (cr);
  vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
  cairo_set_line_width (cr, 1.25);
  cairo_set_dash (cr, dashes, 2, 0);
  stroke_line (cr, x, y1, x, y2);
  cairo_restore (cr);
}

void
vb_rule_painter_draw_axis_break (cairo_t *cr, const VbPaintStyle *style, double x, double y)
{
  cairo_save (cr);
  cairo_set_line_width (cr, 4);
  vb_paint_set_style_color (cr, style, VB_COLOR_BACKGROUND);
  stroke_line (cr, x, y + 4, x + 4, y - 4);
  cairo_set_line_width (cr, 1.25);
  vb_paint_set_style_color (cr, style, VB_COLOR_FRAME);
  stroke_line (cr, x - 2, y + 4, x + 2, y - 4);
  stroke_line (cr, x + 2, y + 4, x + 6, y - 4);
  cairo_restore (cr);
}

void
vb_rule_painter_draw_bracket (
    cairo_t *cr, const VbPaintStyle *style, double x, double y1, double y2)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x - 5, y1);
  cairo_line_to (cr, x, y1);
  cairo_line_to (cr, x, y2);
  cairo_line_to (cr, x - 5, y2);
  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
vb_rule_painter_draw_cursor (cairo_t *cr, const VbPaintStyle *style, double x, double y1, double y2)
{
  cairo_save (cr);
  vb_paint_set_style_color (cr, style, VB_COLOR_FRAME);
  cairo_set_line_width (cr, 1);
  stroke_line (cr, vb_paint_snap (x), y1, vb_paint_snap (x), y2);
  cairo_restore (cr);
}
