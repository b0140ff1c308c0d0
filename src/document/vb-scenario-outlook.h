/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scenario comes to: need, capacity and gap year by year, and step by step. VB_ERROR_INVALID
 * names a lever whose figures cannot be. */
#pragma once

#include "vb-need-table.h"
#include "vb-potential-row.h"
#include "vb-scenario.h"
#include "vb-unit.h"
#include "vb-waterfall-row.h"

G_BEGIN_DECLS

/* Rows (VbPotentialRow) of all its years, with percentiles of @n_draws (at least 1) draws; the same
 * @seed gives the same figures on any machine. 10,000 draws take some 20 ms. Owned by the caller.
 */
GListModel *vb_scenario_outlook_compute (
    VbScenario *scenario, guint n_draws, gint64 seed, GCancellable *cancellable, GError **error);
/* Rows (VbWaterfallRow) from the gap of the first year to that of @year, which is one of its years;
 * START and the steps add up to END exactly. Owned by the caller. */
GListModel *vb_scenario_outlook_trace (VbScenario *scenario, gint16 year, GError **error);
/* The first year without a shortage, every lever at its base value; 0 when there is none. */
gboolean vb_scenario_outlook_find_balance (VbScenario *scenario, gint16 *year, GError **error);

/* ---- what a scenario means for a unit ---------------------------------------------------------
 */

/* Beds in a year, every lever at its base value. NAN where the scenario does not say. */
typedef struct
{
  gint16 year;
  double need;
  double capacity;
} VbScenarioBeds;

/* All years of @scenario, without draws; freed with g_free(). */
VbScenarioBeds *vb_scenario_outlook_reckon (VbScenario *scenario, guint *n_years, GError **error);

/* How a scenario bears upon a unit's figures of a care group. */
typedef enum
{
  VB_SCENARIO_REACH_NONE, /* not at all: it is another branch or another kind of care */
  VB_SCENARIO_REACH_OWN,  /* they are the scenario's own */
  VB_SCENARIO_REACH_PART, /* the unit is below the scenario's, and follows in proportion */
} VbScenarioReach;

/* A unit without care groups (NONE) is reached by a scenario of any. */
VbScenarioReach
vb_scenario_outlook_get_reach (VbScenario *scenario, VbUnit *unit, VbCareGroup group);

/* Need and capacity of @unit in each year of @scenario; freed with g_free(). The scenario's own
 * unit has the scenario's; a unit below has its own figures of the latest full year of @table (of
 * years) times the scenario's change since its first year; for others, and where there is no such
 * year, all are NAN. */
VbScenarioBeds *vb_scenario_outlook_follow (VbScenario *scenario,
                                            VbUnit *unit,
                                            VbCareGroup group,
                                            VbNeedTable *table,
                                            guint *n_years,
                                            GError **error);

/* TRUE when a year has the data of all of it, or nearly so; FALSE of NULL. */
gboolean vb_scenario_outlook_is_whole_year (const VbNeedFigures *figures);
/* The latest year in @table (of years) that is not only begun, with need and available beds of
 * @unit; -1 when there is none. */
int vb_scenario_outlook_find_base (VbNeedTable *table, VbUnit *unit, VbCareGroup group);

G_END_DECLS
