/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fillings that tell shortage (diagonal lines) from surplus (dots) without colour. */
#pragma once

#include "vb-paint-style.h"

G_BEGIN_DECLS

/* Fills the present path with @role's colour: an even tint and its hatching, each with its own
 * opacity 0..1; consumes the path. All hatching on a surface is in step, so areas that meet join
 * without a seam. */
void
vb_hatch_fill (cairo_t *cr, const VbPaintStyle *style, VbRole role, double tint, double hatching);
/* The same in @role's colour with another hatching than its own. */
void vb_hatch_fill_as (cairo_t *cr,
                       const VbPaintStyle *style,
                       VbRole role,
                       VbHatch hatch,
                       double tint,
                       double hatching);

G_END_DECLS
