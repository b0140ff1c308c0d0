/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-step-painter.h"

/* A ladder has no role of its own: it borrows the purple, which is free of good and bad. */
#define STEP_ROLE VB_ROLE_NEED

/* A disc fits in a ring: what is reached is still seen to be wanted. */
#define DISC_RADIUS 6.5
#define RING_RADIUS 8.5 /* to the middle of its line */
#define RING_WIDTH 2.0
#define STROKE_HEIGHT 20.0
#define STROKE_WIDTH 2.0
#define HALO_WIDTH 4.5
#define WAY_WIDTH 3.0
#define SPAN_HEIGHT 14.0
#define TINT 0.08

static void
set_step_color (cairo_t *cr, const VbPaintStyle *style)
{
  vb_paint_set_color (cr, vb_palette_get_role (style->scheme, STEP_ROLE));
}

void
vb_step_painter_draw_step (cairo_t *cr,
                           const VbPaintStyle *style,
                           const cairo_rectangle_t *box,
                           gboolean reached)
{
  VbRgba color = vb_palette_get_role (style->scheme, STEP_ROLE);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, box->x + 0.75, box->y + 0.75, MAX (box->width - 1.5, 0),
                   MAX (box->height - 1.5, 0));
  vb_paint_set_color (cr, reached ? color : vb_rgba_with_alpha (color, TINT));
  cairo_fill_preserve (cr);
  if (reached)
    vb_paint_set_color (cr, color);
  else
    vb_paint_set_style_color (cr, style, VB_COLOR_FRAME);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_restore (cr);
}

VbRgba
vb_step_painter_get_ink (const VbPaintStyle *style, gboolean reached)
{
  if (reached)
    return vb_rgba_get_ink_on (vb_palette_get_role (style->scheme, STEP_ROLE));
  return vb_palette_get (style->scheme, VB_COLOR_DIM);
}

void
vb_step_painter_draw_pointer (
    cairo_t *cr, const VbPaintStyle *style, double x, double y, gboolean filled)
{
  double half = VB_STEP_POINTER_HEIGHT * 0.62;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x - half, y - VB_STEP_POINTER_HEIGHT);
  cairo_line_to (cr, x + half, y - VB_STEP_POINTER_HEIGHT);
  cairo_line_to (cr, x, y);
  cairo_close_path (cr);
  set_step_color (cr, style);
  if (filled)
    cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
vb_step_painter_draw_today (cairo_t *cr, const VbPaintStyle *style, double x, double y)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, DISC_RADIUS, 0, 2 * G_PI);
  set_step_color (cr, style);
  cairo_fill (cr);
}

void
vb_step_painter_draw_last (cairo_t *cr, const VbPaintStyle *style, double x, double y)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x, y - STROKE_HEIGHT / 2);
  cairo_line_to (cr, x, y + STROKE_HEIGHT / 2);
  /* The halo keeps it apart from the disc that it may stand on. */
  cairo_set_line_width (cr, HALO_WIDTH);
  vb_paint_set_style_color (cr, style, VB_COLOR_BACKGROUND);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, STROKE_WIDTH);
  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
vb_step_painter_draw_wanted (cairo_t *cr, const VbPaintStyle *style, double x, double y)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, RING_RADIUS, 0, 2 * G_PI);
  vb_paint_set_style_color (cr, style, VB_COLOR_BACKGROUND);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, RING_WIDTH);
  set_step_color (cr, style);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
vb_step_painter_draw_way (cairo_t *cr, const VbPaintStyle *style, double x1, double x2, double y)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x1, y);
  cairo_line_to (cr, x2, y);
  cairo_set_line_width (cr, WAY_WIDTH);
  vb_paint_set_style_color (cr, style, VB_COLOR_FRAME);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
vb_step_painter_draw_span (cairo_t *cr, const VbPaintStyle *style, double x1, double x2, double y)
{
  VbRgba color = vb_palette_get_role (style->scheme, STEP_ROLE);

  cairo_save (cr);
  vb_paint_round_rectangle (cr, x1 - SPAN_HEIGHT / 2, y - SPAN_HEIGHT / 2, x2 - x1 + SPAN_HEIGHT,
                            SPAN_HEIGHT, SPAN_HEIGHT / 2);
  vb_paint_set_color (cr, vb_rgba_with_alpha (color, TINT));
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1);
  vb_paint_set_style_color (cr, style, VB_COLOR_FRAME);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
vb_step_painter_draw_answer (
    cairo_t *cr, const VbPaintStyle *style, VbAnswer answer, double x, double y, double size)
{
  /* Shares of the disc; a third and two thirds are told apart at a glance. */
  static const double shares[VB_N_ANSWERS] = {
    [VB_ANSWER_PARTLY] = 1.0 / 3,
    [VB_ANSWER_MOSTLY] = 2.0 / 3,
    [VB_ANSWER_YES] = 1,
  };
  const double dash[] = { size / 6, size / 6 };
  double r = size / 2 - 0.5;

  cairo_save (cr);
  cairo_new_path (cr);
  set_step_color (cr, style);
  if (shares[answer] > 0)
    {
      cairo_move_to (cr, x, y);
      cairo_arc (cr, x, y, r, -G_PI_2, -G_PI_2 + shares[answer] * 2 * G_PI);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
  if (answer == VB_ANSWER_NONE || answer == VB_ANSWER_NOT_RELEVANT)
    vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
  if (answer == VB_ANSWER_NONE)
    cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  cairo_set_line_width (cr, 1);
  cairo_arc (cr, x, y, r, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (answer == VB_ANSWER_NOT_RELEVANT)
    {
      cairo_move_to (cr, x - r * 0.7, y + r * 0.7);
      cairo_line_to (cr, x + r * 0.7, y - r * 0.7);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}
