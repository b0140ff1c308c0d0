/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds room for labels: none lies on another, and as few as can be on a line. */
#pragma once

#include "vb-line-painter.h"

G_BEGIN_DECLS

typedef struct _VbLabelPlacer VbLabelPlacer;

/* Labels stay inside @bounds. */
VbLabelPlacer *vb_label_placer_new (const cairo_rectangle_t *bounds);
void vb_label_placer_free (VbLabelPlacer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbLabelPlacer, vb_label_placer_free)

/* A line that labels should not lie on. The points are copied. */
void vb_label_placer_add_line (VbLabelPlacer *self, const VbPoint *points, guint n);
/* A place that is taken. */
void vb_label_placer_add_box (VbLabelPlacer *self, const cairo_rectangle_t *box);
/* Takes the best of @candidates (the first of equals): inside the bounds, on no box, and on the
 * fewest lines, not more than @max_lines. Returns its index, or -1 when there is none such. */
int vb_label_placer_place (VbLabelPlacer *self,
                           const cairo_rectangle_t *candidates,
                           guint n,
                           guint max_lines);

/* Moves labels of height @height, wanted with their middles at @y (any order), as little as needed
 * so that none overlaps, inside @top..@bottom as far as they fit; @y is overwritten. */
void vb_label_placer_spread (double *y, guint n, double height, double top, double bottom);

G_END_DECLS
