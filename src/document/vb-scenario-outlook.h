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

/* TRUE when @period is a year of the scenario, and it reaches the unit: then what
 * vb_scenario_outlook_apply() makes of the unit is the scenario's. */
gboolean
vb_scenario_outlook_tells (VbScenario *scenario, VbUnit *unit, VbCareGroup group, VbPeriod period);

/* Need and capacity of @unit in each year of @scenario; freed with g_free(). The scenario's own
 * unit has the scenario's; a unit below has its own figures of the latest full year of @table (of
 * years) × the scenario's ÷ vb_scenario_outlook_get_whole() of that year; for others, and where
 * there is no such year, all are NAN. */
VbScenarioBeds *vb_scenario_outlook_follow (VbScenario *scenario,
                                            VbUnit *unit,
                                            VbCareGroup group,
                                            VbNeedTable *table,
                                            guint *n_years,
                                            GError **error);

/* What the shares of units below @scenario's are shares of: the figures of its own unit in the year
 * @index of @table, or where that is no whole year @first, the scenario's own of its first. */
VbScenarioBeds vb_scenario_outlook_get_whole (VbScenario *scenario,
                                              VbNeedTable *table,
                                              guint index,
                                              const VbScenarioBeds *first);
/* @table (of years), with what @scenario says of each unit it reaches below @roots in the place of
 * what was, in the scenario's years; also years that @table does not have. Of those years only
 * need, available beds and gap are known, and the target with what follows from it: patients = need
 * × target, occupancy = patients ÷ available beds. @target: the occupancy that @table was reckoned
 * with, if it overrides all others, which the scenario's need then is turned into; else NAN. Owned
 * by the caller. */
VbNeedTable *vb_scenario_outlook_apply (
    VbScenario *scenario, GListModel *roots, VbNeedTable *table, double target, GError **error);

/* TRUE when a year has the data of all of it, or nearly so; FALSE of NULL. */
gboolean vb_scenario_outlook_is_whole_year (const VbNeedFigures *figures);
/* The latest year in @table (of years) that is not only begun, with need and available beds of
 * @unit; -1 when there is none. */
int vb_scenario_outlook_find_base (VbNeedTable *table, VbUnit *unit, VbCareGroup group);

G_END_DECLS
