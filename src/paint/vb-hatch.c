/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-hatch.h"

#include <math.h>

#define DIAGONAL_STEP 8.0
#define DOT_STEP 6.0
#define STRIPE_STEP 5.0
#define STRIPE_WIDTH 2.0
#define DOT_DIAMETER 1.8

/* Steps in a tile each way. Pixman repeats pictures of fewer than 32 pixels the slow way. */
#define TILE_STEPS 16

static double
get_step (VbHatch hatch)
{
  return hatch == VB_HATCH_DOTS      ? DOT_STEP
         : hatch == VB_HATCH_STRIPES ? STRIPE_STEP
                                     : DIAGONAL_STEP;
}

/* The lines x + y = k · step inside a box. */
static void
add_diagonals (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  double first = floor ((x1 + y1) / DIAGONAL_STEP) * DIAGONAL_STEP;

  for (double sum = first; sum <= x2 + y2; sum += DIAGONAL_STEP)
    {
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
  for (double y = (floor (y1 / DOT_STEP) + 0.5) * DOT_STEP; y <= y2; y += DOT_STEP)
    for (double x = (floor (x1 / DOT_STEP) + 0.5) * DOT_STEP; x <= x2; x += DOT_STEP)
      {
        cairo_move_to (cr, x, y);
        cairo_line_to (cr, x, y);
      }
}

static void
add_stripes (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  for (double y = (floor (y1 / STRIPE_STEP) + 0.5) * STRIPE_STEP; y <= y2; y += STRIPE_STEP)
    {
      cairo_move_to (cr, x1, y);
      cairo_line_to (cr, x2, y);
    }
}

/* Strokes @hatch over a box with the present source. */
static void
stroke_hatching (cairo_t *cr, VbHatch hatch, double x1, double y1, double x2, double y2)
{
  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (hatch == VB_HATCH_DOTS)
    {
      add_dots (cr, x1, y1, x2, y2);
      cairo_set_line_width (cr, DOT_DIAMETER);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
    }
  else if (hatch == VB_HATCH_STRIPES)
    {
      add_stripes (cr, x1, y1, x2, y2);
      cairo_set_line_width (cr, STRIPE_WIDTH);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
    }
  else
    {
      add_diagonals (cr, x1, y1, x2, y2);
      cairo_set_line_width (cr, 1);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
    }
  cairo_stroke (cr);
}

/* On paper and in SVG hatching stays lines, cut by the area. */
static void
fill_with_lines (cairo_t *cr, VbHatch hatch)
{
  double x1, y1, x2, y2;

  cairo_save (cr);
  cairo_clip (cr);
  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  stroke_hatching (cr, hatch, x1, y1, x2, y2);
  cairo_restore (cr);
}

/* In pixels a repeated tile is the same picture, fifty times as fast as lines through a clip. It
 * holds the tint too, and has a pixel for each of the surface's, so that it is copied in one go and
 * not filtered. */
static void
fill_with_tile (cairo_t *cr, VbHatch hatch, VbRgba tint, VbRgba lines, int scale)
{
  double side = get_step (hatch) * TILE_STEPS;
  int size = (int) side * scale;
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_pattern_t *pattern;
  cairo_t *tile_cr;

  cairo_surface_set_device_scale (tile, scale, scale);
  tile_cr = cairo_create (tile);
  vb_paint_set_color (tile_cr, tint);
  cairo_paint (tile_cr);
  vb_paint_set_color (tile_cr, lines);
  /* Lines reach over the tile's edges, so that it joins itself. */
  stroke_hatching (tile_cr, hatch, -DIAGONAL_STEP, -DIAGONAL_STEP, side + DIAGONAL_STEP,
                   side + DIAGONAL_STEP);
  cairo_destroy (tile_cr);

  pattern = cairo_pattern_create_for_surface (tile);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
  cairo_surface_destroy (tile);
}

static gboolean
is_vector (cairo_surface_t *surface)
{
  cairo_surface_type_t type = cairo_surface_get_type (surface);

  return type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG
         || type == CAIRO_SURFACE_TYPE_PS;
}

void
vb_hatch_fill (cairo_t *cr, const VbPaintStyle *style, VbRole role, double tint, double hatching)
{
  vb_hatch_fill_as (cr, style, role, vb_palette_get_marks (role)->hatch, tint, hatching);
}

void
vb_hatch_fill_as (cairo_t *cr,
                  const VbPaintStyle *style,
                  VbRole role,
                  VbHatch hatch,
                  double tint,
                  double hatching)
{
  VbRgba color = vb_palette_get_role (style->scheme, role);
  VbRgba lines = vb_rgba_with_alpha (color, hatching);

  color = vb_rgba_with_alpha (color, tint);
  cairo_save (cr);
  if (hatch != VB_HATCH_NONE && !is_vector (cairo_get_group_target (cr)))
    fill_with_tile (cr, hatch, color, lines, MAX (style->pixel_scale, 1));
  else
    {
      vb_paint_set_color (cr, color);
      cairo_fill_preserve (cr);
      vb_paint_set_color (cr, lines);
      if (hatch != VB_HATCH_NONE)
        fill_with_lines (cr, hatch);
    }
  cairo_restore (cr);
  cairo_new_path (cr);
}
