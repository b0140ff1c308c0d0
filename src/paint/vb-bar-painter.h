/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value as a length from a base line: lollipop or bar, with the span of its uncertainty. All lie
 * horizontally, so that names can be read; boxes lie any way. */
#pragma once

#include "vb-paint-style.h"

G_BEGIN_DECLS

/* A stem from @x_base to a point of @role at @x. */
void vb_bar_painter_draw_lollipop (
    cairo_t *cr, const VbPaintStyle *style, VbRole role, double x_base, double x, double y);
/* A bar of @height around @y, with the hatching of @role. */
void vb_bar_painter_draw_bar (cairo_t *cr,
                              const VbPaintStyle *style,
                              VbRole role,
                              double x_base,
                              double x,
                              double y,
                              double height);
/* A box in @role's colour: solid for VB_HATCH_NONE, else hatched with an outline. What meets need
 * has round corners as its points are, all else square ones. */
void vb_bar_painter_draw_box (cairo_t *cr,
                              const VbPaintStyle *style,
                              VbRole role,
                              VbHatch hatch,
                              const cairo_rectangle_t *box);
/* From @x_low to @x_high with end strokes. */
void vb_bar_painter_draw_whisker (
    cairo_t *cr, const VbPaintStyle *style, double x_low, double x_high, double y);

G_END_DECLS
