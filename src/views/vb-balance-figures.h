/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The four key figures of a balance: need, available beds, gap, occupancy. Pages that show a unit's
 * balance show them in the same order and words. */
#pragma once

#include "vb-key-figure-row.h"
#include "vb-need-table.h"
#include "vb-unit.h"

G_BEGIN_DECLS

#define VB_TYPE_BALANCE_FIGURES (vb_balance_figures_get_type ())
G_DECLARE_FINAL_TYPE (VbBalanceFigures, vb_balance_figures, VB, BALANCE_FIGURES, GtkWidget)

/* Property "selected": the name of the figure to be explained (of VbNeedFigures); "need_beds" at
 * first. */
GtkWidget *vb_balance_figures_new (void);
const char *vb_balance_figures_get_selected (VbBalanceFigures *self);
void vb_balance_figures_set_selected (VbBalanceFigures *self, const char *figure);
/* Shows the period @index of @table, and the gap against the period before. @table NULL, or no such
 * row: every figure is "–". @told_by: the scenario that says so; NULL when data do. */
void vb_balance_figures_show (VbBalanceFigures *self,
                              VbNeedTable *table,
                              VbUnit *unit,
                              VbCareGroup group,
                              int index,
                              const char *told_by);

/* −1 for a shortage, 1 for a surplus; 0 for a gap that is shown as 0, or is missing. */
int vb_balance_get_sign (double gap);
/* "shortage", "surplus", "in balance", or "" for a missing gap; translated, not to be freed. A gap
 * that is shown as 0 is in balance. */
const char *vb_balance_get_word (double gap);

G_END_DECLS
