/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key figures of the actions: under way, overdue, and what they are expected to give. */
#pragma once

#include "vb-action-totals.h"
#include "vb-source-card.h"

G_BEGIN_DECLS

#define VB_TYPE_ACTION_FIGURES (vb_action_figures_get_type ())
G_DECLARE_FINAL_TYPE (VbActionFigures, vb_action_figures, VB, ACTION_FIGURES, GtkWidget)

/* Property "selected": the name of the figure to be explained; NULL at first. */
GtkWidget *vb_action_figures_new (void);
/* Counts the actions (of VbAction) of @unit and of those below it. */
void vb_action_figures_show (VbActionFigures *self, GListModel *actions, VbUnit *unit, VbDay today);
/* Tells on @card which actions the selected figure counts; hides it when none is selected. */
void vb_action_figures_explain (VbActionFigures *self, VbSourceCard *card);

G_END_DECLS
