/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scenario comes to, kept up with it: years, levers, the year of balance, and where each
 * figure comes from. Figures at the levers' base values follow a change at once; those of the draws
 * come from a thread a moment later. */
#pragma once

#include "vb-explanation.h"
#include "vb-planner.h"
#include "vb-potential-row.h"
#include "vb-scenario.h"

G_BEGIN_DECLS

#define VB_TYPE_OUTLOOK (vb_outlook_get_type ())
G_DECLARE_FINAL_TYPE (VbOutlook, vb_outlook, VB, OUTLOOK, GObject)

/* Signal "changed": any of the below has. @planner is busy while something is being drawn. */
VbOutlook *vb_outlook_new (VbPlanner *planner);
VbScenario *vb_outlook_get_scenario (VbOutlook *self); /* NULL at first; not owned */
/* All is empty without one. */
void vb_outlook_set_scenario (VbOutlook *self, VbScenario *scenario);

/* The year in question: the chosen one, else the last in which a lever reaches its full effect,
 * else the scenario's last. 0 without a scenario. */
gint16 vb_outlook_get_year (VbOutlook *self);
void vb_outlook_set_year (VbOutlook *self, gint16 year); /* 0 = none is chosen */

/* Of VbPotentialRow, one a year; not owned, a new list after each change. Between a change and the
 * draws that follow from it the percentiles are still those from before; NAN at first. */
GListModel *vb_outlook_get_years (VbOutlook *self);
const VbPotentialFigures *vb_outlook_find_year (VbOutlook *self, gint16 year); /* NULL if none */
/* Of VbWaterfallRow, to the year in question; not owned. */
GListModel *vb_outlook_get_steps (VbOutlook *self);
/* Of VbLeverEffect in the year in question, in the levers' order; then all of them together. */
GListModel *vb_outlook_get_effects (VbOutlook *self);
/* TRUE when the percentiles are those of the present figures. */
gboolean vb_outlook_get_drawn (VbOutlook *self);
/* The first year without a shortage, every lever at its base value; 0 when there is none. */
gint16 vb_outlook_get_balance_year (VbOutlook *self);
/* Why there are no figures; NULL when there are. */
const GError *vb_outlook_get_error (VbOutlook *self);

/* Names of the figures that can be explained, and shown. */
#define VB_OUTLOOK_GAP_START "gap_start"
#define VB_OUTLOOK_EFFECT "lever_effect" /* of all levers in the year in question */
#define VB_OUTLOOK_GAP "gap_beds"        /* of a year, as the next three */
#define VB_OUTLOOK_NEED "need_beds"
#define VB_OUTLOOK_CAPACITY "available_beds"
#define VB_OUTLOOK_PROBABILITY "probability_balanced"
#define VB_OUTLOOK_BALANCE "balance_year"

/* NULL when there is nothing to explain. Owned by the caller. */
VbExplanation *vb_outlook_explain (VbOutlook *self, const char *figure, gint16 year);
VbExplanation *vb_outlook_explain_lever (VbOutlook *self, VbLever *lever);

G_END_DECLS
