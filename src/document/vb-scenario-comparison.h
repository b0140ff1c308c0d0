/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scenarios of a unit and care group side by side, kept up with them. Figures at the levers'
 * base values follow a change at once, those of the draws a moment later. */
#pragma once

#include "vb-outlook.h"

G_BEGIN_DECLS

#define VB_TYPE_SCENARIO_COMPARISON (vb_scenario_comparison_get_type ())
G_DECLARE_FINAL_TYPE (
    VbScenarioComparison, vb_scenario_comparison, VB, SCENARIO_COMPARISON, GObject)

/* Signal "changed": any of the below has. @planner is busy while something is being drawn. */
VbScenarioComparison *vb_scenario_comparison_new (VbPlanner *planner);
/* What is compared; NULL: nothing, and nothing is computed. */
void vb_scenario_comparison_set_scope (VbScenarioComparison *self, VbUnit *unit, VbCareGroup group);

/* The years that any of them has; 0 without a scenario. */
gint16 vb_scenario_comparison_get_first_year (VbScenarioComparison *self);
gint16 vb_scenario_comparison_get_last_year (VbScenarioComparison *self);
/* The year in question: the chosen one, else the last in which a lever of any of them reaches its
 * full effect and that all of them have. 0 without a scenario. */
gint16 vb_scenario_comparison_get_year (VbScenarioComparison *self);
void vb_scenario_comparison_set_year (VbScenarioComparison *self, gint16 year); /* 0 = none */

/* What @scenario comes to, if it is one of those compared; not owned; NULL if not. */
VbOutlook *vb_scenario_comparison_get_outlook (VbScenarioComparison *self, VbScenario *scenario);
/* Of VbScenarioRow, in the year in question, by name. Owned by the caller. */
GListModel *vb_scenario_comparison_list_rows (VbScenarioComparison *self);
/* The gap of each year from the first on, NAN where the scenario has none; freed with g_free(). */
double *vb_scenario_comparison_list_gaps (VbScenarioComparison *self, VbScenario *scenario);
/* Of VbStepPair: how the two get from the gap of their first year to that of the year in question.
 * Each scenario's steps add up to its end. Owned by the caller; empty when one of them is not among
 * those compared. */
GListModel *vb_scenario_comparison_list_steps (VbScenarioComparison *self,
                                               VbScenario *first,
                                               VbScenario *second);

G_END_DECLS
