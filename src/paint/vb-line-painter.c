/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-line-painter.h"

#include <math.h>

#define POINT_SIZE 7.0
#define BAND_ALPHA 0.12
#define OUTER_BAND_ALPHA 0.07

static gboolean
is_there (const VbPoint *point)
{
  return isfinite (point->x) && isfinite (point->y);
}

void
vb_line_painter_draw_point (
    cairo_t *cr, const VbPaintStyle *style, VbRole role, double x, double y, double size)
{
  double r = size / 2;

  cairo_new_path (cr);
  switch (vb_palette_get_marks (role)->point)
    {
    case VB_POINT_SQUARE:
      cairo_rectangle (cr, x - r, y - r, size, size);
      break;
    case VB_POINT_DIAMOND:
      cairo_move_to (cr, x, y - r * 1.5);
      cairo_line_to (cr, x + r * 1.5, y);
      cairo_line_to (cr, x, y + r * 1.5);
      cairo_line_to (cr, x - r * 1.5, y);
      cairo_close_path (cr);
      break;
    case VB_POINT_TRIANGLE:
      cairo_move_to (cr, x, y - r * 1.2);
      cairo_line_to (cr, x + r * 1.15, y + r * 0.9);
      cairo_line_to (cr, x - r * 1.15, y + r * 0.9);
      cairo_close_path (cr);
      break;
    case VB_POINT_NONE:
    case VB_POINT_ROUND:
    default:
      cairo_arc (cr, x, y, r, 0, 2 * G_PI);
      break;
    }
  vb_paint_set_color (cr, vb_palette_get_role (style->scheme, role));
  cairo_fill (cr);
}

static void
add_line (cairo_t *cr, const VbPoint *points, guint n)
{
  gboolean open = FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (!is_there (&points[i]))
        open = FALSE;
      else if (open)
        cairo_line_to (cr, points[i].x, points[i].y);
      else
        {
          cairo_move_to (cr, points[i].x, points[i].y);
          open = TRUE;
        }
    }
}

static gboolean
is_alone (const VbPoint *points, guint n, guint i)
{
  return (i == 0 || !is_there (&points[i - 1])) && (i + 1 == n || !is_there (&points[i + 1]));
}

void
vb_line_painter_draw (cairo_t *cr,
                      const VbPaintStyle *style,
                      VbRole role,
                      const VbPoint *points,
                      guint n,
                      guint point_step)
{
  VbPointShape shape = vb_palette_get_marks (role)->point;

  cairo_save (cr);
  cairo_new_path (cr);
  add_line (cr, points, n);
  vb_paint_set_marks (cr, role, 1);
  vb_paint_set_color (cr, vb_palette_get_role (style->scheme, role));
  cairo_stroke (cr);
  cairo_restore (cr);

  for (guint i = 0; i < n; i++)
    {
      if (!is_there (&points[i]))
        continue;
      /* Counted from the end: the last point is the one that carries the label. */
      if (shape != VB_POINT_NONE && point_step > 0 && (n - 1 - i) % point_step == 0)
        vb_line_painter_draw_point (cr, style, role, points[i].x, points[i].y, POINT_SIZE);
      else if (is_alone (points, n, i))
        vb_line_painter_draw_point (cr, style, role, points[i].x, points[i].y, POINT_SIZE * 0.6);
    }
}

static void
draw_open_diamond (cairo_t *cr, const VbPaintStyle *style, VbRole role, double x, double y)
{
  double r = POINT_SIZE * 0.8;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x, y - r);
  cairo_line_to (cr, x + r, y);
  cairo_line_to (cr, x, y + r);
  cairo_line_to (cr, x - r, y);
  cairo_close_path (cr);
  vb_paint_set_style_color (cr, style, VB_COLOR_BACKGROUND);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 2);
  vb_paint_set_color (cr, vb_palette_get_role (style->scheme, role));
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
vb_line_painter_draw_scattered (
    cairo_t *cr, const VbPaintStyle *style, VbRole role, const VbPoint *points, guint n)
{
  for (guint i = 0; i < n; i++)
    if (is_there (&points[i]) && vb_palette_get_marks (role)->point == VB_POINT_NONE)
      draw_open_diamond (cr, style, role, points[i].x, points[i].y);
    else if (is_there (&points[i]))
      vb_line_painter_draw_point (cr, style, role, points[i].x, points[i].y, POINT_SIZE);
}

void
vb_line_painter_draw_key (
    cairo_t *cr, const VbPaintStyle *style, VbRole role, double x, double y, double width)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  vb_paint_set_marks (cr, role, 1);
  vb_paint_set_color (cr, vb_palette_get_role (style->scheme, role));
  cairo_stroke (cr);
  cairo_restore (cr);
  if (vb_palette_get_marks (role)->point != VB_POINT_NONE)
    vb_line_painter_draw_point (cr, style, role, x + width / 2, y, POINT_SIZE);
}

void
vb_line_painter_draw_band (cairo_t *cr,
                           const VbPaintStyle *style,
                           VbRole role,
                           gboolean outer,
                           const VbPoint *low,
                           const VbPoint *high,
                           guint n)
{
  VbRgba color = vb_palette_get_role (style->scheme, role);
  guint i = 0;

  cairo_save (cr);
  cairo_new_path (cr);
  while (i < n)
    {
      guint first = i;

      while (i < n && is_there (&low[i]) && is_there (&high[i]))
        i++;
      if (i > first)
        {
          for (guint j = first; j < i; j++)
            cairo_line_to (cr, high[j].x, high[j].y);
          for (guint j = i; j-- > first;)
            cairo_line_to (cr, low[j].x, low[j].y);
          cairo_close_path (cr);
          cairo_new_sub_path (cr);
        }
      else
        i++;
    }
  vb_paint_set_color (cr, vb_rgba_with_alpha (color, outer ? OUTER_BAND_ALPHA : BAND_ALPHA));
  cairo_fill (cr);
  cairo_restore (cr);
}
