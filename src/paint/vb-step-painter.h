/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a ladder, as a stair and as points on a line. What is now, what was and what is
 * wanted differ by shape: a disc, a stroke, a ring. */
#pragma once

#include "vb-paint-style.h"
#include "vb-terms.h"

G_BEGIN_DECLS

/* Height of the pointer, from its flat top to its tip. */
#define VB_STEP_POINTER_HEIGHT 9.0

/* One step of the stair: filled when it is @reached, else an outline. */
void vb_step_painter_draw_step (cairo_t *cr,
                                const VbPaintStyle *style,
                                const cairo_rectangle_t *box,
                                gboolean reached);
/* The colour that is read on such a step. */
VbRgba vb_step_painter_get_ink (const VbPaintStyle *style, gboolean reached);
/* Points down at (@x, @y): filled where one is, open where one wants to be. */
void vb_step_painter_draw_pointer (
    cairo_t *cr, const VbPaintStyle *style, double x, double y, gboolean filled);

/* The disc of today. */
void vb_step_painter_draw_today (cairo_t *cr, const VbPaintStyle *style, double x, double y);
/* The upright stroke of last time; seen on a disc too. */
void vb_step_painter_draw_last (cairo_t *cr, const VbPaintStyle *style, double x, double y);
/* The ring of what is wanted. */
void vb_step_painter_draw_wanted (cairo_t *cr, const VbPaintStyle *style, double x, double y);
/* The way from today to what is wanted. */
void
vb_step_painter_draw_way (cairo_t *cr, const VbPaintStyle *style, double x1, double x2, double y);
/* From the lowest to the highest of several. */
void
vb_step_painter_draw_span (cairo_t *cr, const VbPaintStyle *style, double x1, double x2, double y);

/* An answer as a disc of @size px across around (@x, @y), the fuller the nearer to yes; struck
 * through when it is not relevant, dashed when it has not been given. */
void vb_step_painter_draw_answer (
    cairo_t *cr, const VbPaintStyle *style, VbAnswer answer, double x, double y, double size);

G_END_DECLS
