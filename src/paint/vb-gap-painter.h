/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The area between need and available capacity, hatched as shortage or dotted as surplus; the lines
 * may cross between two points. */
#pragma once

#include "vb-line-painter.h"

G_BEGIN_DECLS

/* @need and @available have the same x; y grows downward. Where either has a hole, so has the area.
 */
void vb_gap_painter_draw (
    cairo_t *cr, const VbPaintStyle *style, const VbPoint *need, const VbPoint *available, guint n);

G_END_DECLS
