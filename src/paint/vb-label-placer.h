/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds room for labels: none lies on another, and as few as can be on a line or a rule. */
#pragma once

#include "vb-line-painter.h"

G_BEGIN_DECLS

typedef struct _VbLabelPlacer VbLabelPlacer;

/* Labels stay inside @bounds. */
VbLabelPlacer *vb_label_placer_new (const cairo_rectangle_t *bounds);
void vb_label_placer_free (VbLabelPlacer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbLabelPlacer, vb_label_placer_free)

/* What it costs to lie on a part of a line, and on a rule. */
#define VB_LABEL_LINE_COST 100
#define VB_LABEL_RULE_COST 1
/* For a label that may lie on rules, but on no line. */
#define VB_LABEL_MAX_RULES (VB_LABEL_LINE_COST - 1)

/* A line that labels should not lie on. The points are copied. */
void vb_label_placer_add_line (VbLabelPlacer *self, const VbPoint *points, guint n);
/* A rule between two points, which a label may rather lie on than on a line. */
void vb_label_placer_add_rule (VbLabelPlacer *self, VbPoint from, VbPoint to);
/* A place that is taken. */
void vb_label_placer_add_box (VbLabelPlacer *self, const cairo_rectangle_t *box);
/* Takes the best of @candidates (the first of equals): inside the bounds, on no box, and at the
 * least cost, not more than @max_cost. Returns its index, or -1 when there is none such. */
int vb_label_placer_place (VbLabelPlacer *self,
                           const cairo_rectangle_t *candidates,
                           guint n,
                           guint max_cost);
/* Whether a label may lie at @box, boxes and lines apart. */
typedef gboolean (*VbLabelTest) (const cairo_rectangle_t *box, gpointer user_data);
/* Takes a place for a box of @box's size anywhere inside the bounds, as near to @point as there is
 * one on no box, at no more than @max_cost and where @may_lie (NULL: anywhere) says so, and moves
 * @box there. FALSE when there is none. */
gboolean vb_label_placer_place_near (VbLabelPlacer *self,
                                     VbPoint point,
                                     cairo_rectangle_t *box,
                                     guint max_cost,
                                     VbLabelTest may_lie,
                                     gpointer user_data);

/* Moves labels of height @height, wanted with their middles at @y (any order), as little as needed
 * so that none overlaps, inside @top..@bottom as far as they fit; @y is overwritten. */
void vb_label_placer_spread (double *y, guint n, double height, double top, double bottom);

G_END_DECLS
