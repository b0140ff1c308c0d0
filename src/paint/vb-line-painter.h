/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line with its points in the marks of its role. */
#pragma once

#include "vb-paint-style.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y; /* NAN = a hole in the line, never 0 */
} VbPoint;

/* Draws the line through @points and every @point_step-th of its points (0 = none, but a point
 * between two holes always shows, or it would be nothing). */
void vb_line_painter_draw (cairo_t *cr,
                           const VbPaintStyle *style,
                           VbRole role,
                           const VbPoint *points,
                           guint n,
                           guint point_step);
/* Only the points: values that stand alone. A role without points of its own gets open diamonds. */
void vb_line_painter_draw_scattered (
    cairo_t *cr, const VbPaintStyle *style, VbRole role, const VbPoint *points, guint n);
/* One point of @role, @size px across. */
void vb_line_painter_draw_point (
    cairo_t *cr, const VbPaintStyle *style, VbRole role, double x, double y, double size);
/* A short piece of the line with its point, for a key; @width px wide, around @y. */
void vb_line_painter_draw_key (
    cairo_t *cr, const VbPaintStyle *style, VbRole role, double x, double y, double width);
/* Fills between two lines in @role's colour; @outer is the lighter of two nested bands. Holes as
 * above. @low and @high have the same x. */
void vb_line_painter_draw_band (cairo_t *cr,
                                const VbPaintStyle *style,
                                VbRole role,
                                gboolean outer,
                                const VbPoint *low,
                                const VbPoint *high,
                                guint n);

G_END_DECLS
