/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Straight lines that belong to the axes and not to a series. */
#pragma once

#include "vb-paint-style.h"

G_BEGIN_DECLS

/* The thin horizontal that a tick of the value axis stands at. */
void vb_rule_painter_draw_grid_line (
    cairo_t *cr, const VbPaintStyle *style, double x1, double x2, double y);
/* A level: target, plan, or what is available; in the marks of @role. */
void vb_rule_painter_draw_level (
    cairo_t *cr, const VbPaintStyle *style, VbRole role, double x1, double x2, double y);
/* The dotted vertical where a series breaks (a new definition, a pandemic). */
void
vb_rule_painter_draw_break (cairo_t *cr, const VbPaintStyle *style, double x, double y1, double y2);
/* The tint of what has not come about yet, between two x. */
void vb_rule_painter_draw_ahead (
    cairo_t *cr, const VbPaintStyle *style, double x1, double x2, double y1, double y2);
/* The dashed line from a marked point down to its axis. */
void
vb_rule_painter_draw_drop (cairo_t *cr, const VbPaintStyle *style, double x, double y1, double y2);
/* Two slanted strokes on the grid line at @y: the axis does not begin at nought. */
void vb_rule_painter_draw_axis_break (cairo_t *cr, const VbPaintStyle *style, double x, double y);
/* A bracket between two values at @x, open to the right: how far they are apart. */
void vb_rule_painter_draw_bracket (
    cairo_t *cr, const VbPaintStyle *style, double x, double y1, double y2);
/* The vertical of the cursor. */
void vb_rule_painter_draw_cursor (
    cairo_t *cr, const VbPaintStyle *style, double x, double y1, double y2);

G_END_DECLS
