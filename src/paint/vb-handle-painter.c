/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-handle-painter.h"

static void
draw_disc (
    cairo_t *cr, const VbPaintStyle *style, VbRole role, double x, double y, double r, double width)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, r, 0, 2 * G_PI);
  vb_paint_set_style_color (cr, style, VB_COLOR_BACKGROUND);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, width);
  vb_paint_set_color (cr, vb_palette_get_role (style->scheme, role));
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
vb_handle_painter_draw (cairo_t *cr, const VbPaintStyle *style, VbRole role, double x, double y)
{
  draw_disc (cr, style, role, x, y, VB_HANDLE_SIZE / 2 - 1.5, 3);
}

void
vb_handle_painter_draw_ring (
    cairo_t *cr, const VbPaintStyle *style, VbRole role, double x, double y)
{
  draw_disc (cr, style, role, x, y, 5, 2.5);
}

void
vb_handle_painter_draw_box (cairo_t *cr, const VbPaintStyle *style, const cairo_rectangle_t *box)
{
  cairo_save (cr);
  vb_paint_round_rectangle (cr, box->x, box->y, box->width, box->height, 3);
  cairo_set_line_width (cr, 2);
  vb_paint_set_style_color (cr, style, VB_COLOR_FOCUS);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
vb_handle_painter_draw_lock (cairo_t *cr, const VbPaintStyle *style, double x, double y)
{
  double body = VB_LOCK_SIZE * 0.55;

  cairo_save (cr);
  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  vb_paint_round_rectangle (cr, x - VB_LOCK_SIZE * 0.4, y - VB_LOCK_SIZE / 2 + VB_LOCK_SIZE - body,
                            VB_LOCK_SIZE * 0.8, body, 1.5);
  cairo_fill (cr);
  cairo_new_path (cr);
  cairo_arc (cr, x, y - VB_LOCK_SIZE * 0.15, VB_LOCK_SIZE * 0.25, G_PI, 2 * G_PI);
  cairo_line_to (cr, x + VB_LOCK_SIZE * 0.25, y);
  cairo_move_to (cr, x - VB_LOCK_SIZE * 0.25, y - VB_LOCK_SIZE * 0.15);
  cairo_line_to (cr, x - VB_LOCK_SIZE * 0.25, y);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_restore (cr);
}
