/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawings of a need table. Each returns a new drawing; where there is no figure it is a hole, and
 * a drawing without any says so. Periods are counted by their index in the table; a range that
 * reaches outside it is cut. */
#pragma once

#include "vb-drawing.h"
#include "vb-need-table.h"
#include "vb-unit.h"

G_BEGIN_DECLS

/* Need and available beds over @n_periods periods from @first, with the gap between them. */
VbDrawing *vb_need_plot_new (
    VbNeedTable *table, VbUnit *unit, VbCareGroup group, guint first, guint n_periods);
/* The gap of each child of @unit in each period; of itself, when it has none or nothing is known of
 * them. A unit with several care groups and no total has a row for each. It is a VbCellMap with
 * unit ids. */
VbDrawing *vb_need_map_new (VbNeedTable *table, VbUnit *unit, guint first, guint n_periods);
/* Whether that shows a figure at all. */
gboolean vb_need_map_has_figures (VbNeedTable *table, VbUnit *unit, guint first, guint n_periods);
/* The relative gap of @unit among its sisters in one period, the largest shortage first; of a root,
 * its children. It is a VbRanking with unit ids. */
VbDrawing *vb_need_ranking_new (VbNeedTable *table, VbUnit *unit, VbCareGroup group, guint period);
/* Need and available beds of one period on the scales. */
VbDrawing *
vb_need_balance_new (VbNeedTable *table, VbUnit *unit, VbCareGroup group, VbPeriod period);

G_END_DECLS
