/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-bar-painter.h"

#include <math.h>

#include "vb-hatch.h"
#include "vb-line-painter.h"

#define POINT_SIZE 10.0
#define WHISKER_HEIGHT 7.0

void
vb_bar_painter_draw_lollipop (
    cairo_t *cr, const VbPaintStyle *style, VbRole role, double x_base, double x, double y)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x_base, y);
  cairo_line_to (cr, x, y);
  /* The stem carries the role's dash too: two roles stay two on a grey print. */
  vb_paint_set_marks (cr, role, 1);
  vb_paint_set_color (cr, vb_palette_get_role (style->scheme, role));
  cairo_stroke (cr);
  cairo_restore (cr);
  vb_line_painter_draw_point (cr, style, role, x, y, POINT_SIZE);
}

void
vb_bar_painter_draw_bar (cairo_t *cr,
                         const VbPaintStyle *style,
                         VbRole role,
                         double x_base,
                         double x,
                         double y,
                         double height)
{
  VbRgba color = vb_palette_get_role (style->scheme, role);
  double left = MIN (x_base, x);
  double width = fabs (x - x_base);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, left, y - height / 2, width, height);
  if (vb_palette_get_marks (role)->hatch == VB_HATCH_NONE)
    {
      vb_paint_set_color (cr, color);
      cairo_fill (cr);
    }
  else
    {
      vb_hatch_fill (cr, style, role, 0.2, 0.75);
      cairo_rectangle (cr, left, y - height / 2, width, height);
      cairo_set_line_width (cr, 1.5);
      vb_paint_set_color (cr, color);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
add_box (cairo_t *cr, VbRole role, const cairo_rectangle_t *box)
{
  cairo_new_path (cr);
  if (role == VB_ROLE_NEED)
    vb_paint_round_rectangle (cr, box->x, box->y, box->width, box->height, 4);
  else
    cairo_rectangle (cr, box->x, box->y, box->width, box->height);
}

void
vb_bar_painter_draw_box (cairo_t *cr,
                         const VbPaintStyle *style,
                         VbRole role,
                         VbHatch hatch,
                         const cairo_rectangle_t *box)
{
  /* The outline lies inside, so that boxes that meet do not overlap. */
  cairo_rectangle_t inner = { box->x + 0.75, box->y + 0.75, MAX (box->width - 1.5, 0),
                              MAX (box->height - 1.5, 0) };
  gboolean hatched = hatch != VB_HATCH_NONE && box->width > 3 && box->height > 3;

  cairo_save (cr);
  add_box (cr, role, hatched ? &inner : box);
  if (hatched)
    {
      vb_hatch_fill_as (cr, style, role, hatch, 0.2, 0.75);
      add_box (cr, role, &inner);
      cairo_set_line_width (cr, 1.5);
      vb_paint_set_color (cr, vb_palette_get_role (style->scheme, role));
      cairo_stroke (cr);
    }
  else
    {
      vb_paint_set_color (cr, vb_palette_get_role (style->scheme, role));
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

void
vb_bar_painter_draw_whisker (
    cairo_t *cr, const VbPaintStyle *style, double x_low, double x_high, double y)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x_low, y);
  cairo_line_to (cr, x_high, y);
  cairo_move_to (cr, x_low, y - WHISKER_HEIGHT / 2);
  cairo_line_to (cr, x_low, y + WHISKER_HEIGHT / 2);
  cairo_move_to (cr, x_high, y - WHISKER_HEIGHT / 2);
  cairo_line_to (cr, x_high, y + WHISKER_HEIGHT / 2);
  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  cairo_set_line_width (cr, 1.25);
  cairo_stroke (cr);
  cairo_restore (cr);
}
