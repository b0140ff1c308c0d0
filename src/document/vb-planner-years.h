/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planner's answers over years and among sisters, from a table of years: that of
 * vb_planner_get_need() for the window, of vb_planner_compute_need() for the command line. Quick
 * enough for the main loop. */
#pragma once

#include "vb-plan.h"
#include "vb-planner.h"
#include "vb-scenario.h"
#include "vb-sister-row.h"
#include "vb-year-row.h"

G_BEGIN_DECLS

/* Whose the straight line is that gaps are compared with. */
typedef enum
{
  VB_LINE_NONE,     /* there is no line */
  VB_LINE_DRAWN,    /* the document's: somebody drew it */
  VB_LINE_NATIONAL, /* the way to balance that was published for the nation */
} VbLineOrigin;

/* Whose years. Borrowed. */
typedef struct
{
  VbUnit *unit;
  VbCareGroup group;
  VbScenario *scenario; /* what comes after today; NULL = nothing does */
  VbPlan *plan;         /* what was planned: decided, … */
  VbGapLine line;       /* … or where @plan is NULL a straight line */
  VbLineOrigin origin;  /* of @line */
} VbYearsOrder;

/* ---- years ------------------------------------------------------------------------------------
 */

/* Rows (VbYearRow) from the first year with data to the last that anything is said of: an outcome,
 * the scenario where it reaches the unit (vb_scenario_outlook_get_reach()), else five years of the
 * population's need, a plan, a reference number to come. A year with data tells what came about,
 * and the scenario beside. Owned by the caller. */
GListModel *vb_planner_get_years (VbPlanner *self,
                                  VbNeedTable *table,
                                  const VbYearsOrder *order,
                                  GError **error);
/* The latest row with an outcome of a whole year, in @rows of vb_planner_get_years(). Owned by the
 * caller; NULL if there is none. */
VbYearRow *vb_planner_find_latest_year (GListModel *rows);

/* Finds what was planned for the unit and group of @order: the decided plan; else the line that is
 * drawn in the document; else, for the nation of the ready scenario "national-2024", the published
 * straight line. Nobody has planned anything else, so else there is neither. */
void vb_planner_find_plan (VbPlanner *self, VbYearsOrder *order);
/* The gap that @order plans for @year; NAN when it plans none. */
double vb_planner_get_planned_gap (const VbYearsOrder *order, gint16 year);
/* The straight line to begin from for who wants to draw one: from the outcome of the last whole
 * year but one to balance three years on. from_year is 0 when there is no such year. */
VbGapLine vb_planner_suggest_line (VbNeedTable *table, VbUnit *unit, VbCareGroup group);

/* Targets (VbTarget) that are reference numbers of @unit and @group: of VB_MEASURE_NEEDED_BEDS, its
 * own, in order of time. Owned by the caller. */
GPtrArray *vb_planner_list_references (VbDocument *document,
                                       VbNeedTable *table,
                                       VbUnit *unit,
                                       VbCareGroup group);
/* The care type that a reference number of @unit and @group is decided for. */
VbCareType vb_planner_get_reference_type (VbUnit *unit, VbCareGroup group);

/* Need some five years after the latest whole year. */
typedef struct
{
  gint16 from_year; /* the latest whole year; 0 = there is none */
  double from_need;
  gint16 year; /* the last of the scenario, or of the population, where it ends sooner */
  double need; /* NAN = neither a scenario nor a population tells */
  double population_ratio; /* the population's need in year ÷ that in from_year; NAN = of a
                              scenario */
} VbMediumTerm;

/* From the scenario, where it reaches the unit and goes on after the latest whole year; where none
 * reaches it from the population alone, with the document's change of consumption. @error is set
 * when a lever's figures cannot be; then nothing is known. */
VbMediumTerm vb_planner_get_medium_term (VbPlanner *self,
                                         VbNeedTable *table,
                                         const VbYearsOrder *order,
                                         GError **error);

/* ---- any unit under a scenario -----------------------------------------------------------------
 */

/* vb_planner_get_need(), of years as @scenario (may be NULL) tells of them, where it does; of
 * shorter periods, and where a lever's figures cannot be, as it is. NULL while it is being
 * computed. Owned by the caller. */
VbNeedTable *vb_planner_dup_need (VbPlanner *self, VbGrain grain, VbScenario *scenario);
/* vb_planner_explain() of a figure of that table. Owned by the caller. */
VbExplanation *vb_planner_explain_need (VbPlanner *self,
                                        VbScenario *scenario,
                                        VbUnit *unit,
                                        VbCareGroup group,
                                        VbPeriod period,
                                        const char *figure);

/* ---- sisters ----------------------------------------------------------------------------------
 */

/* Rows (VbSisterRow) of the units beside @unit, itself among them, in the order of their ranks in
 * @year; where there are none, of those below it. They are ranked by their gap as a share of need,
 * or where fewer than two have a need by the beds that a published rate per 1,000 inhabitants
 * stands for; @order (may be NULL) tells which. Owned by the caller. */
GListModel *vb_planner_get_sisters (VbPlanner *self,
                                    VbNeedTable *table,
                                    VbUnit *unit,
                                    VbCareGroup group,
                                    gint16 year,
                                    VbSisterOrder *order);
/* The latest year, @year or before, in which at least two sisters have something to be ranked by;
 * @year when there is none. */
gint16 vb_planner_find_sister_year (
    VbPlanner *self, VbNeedTable *table, VbUnit *unit, VbCareGroup group, gint16 year);

/* ---- where does this come from? ---------------------------------------------------------------
 */

/* A figure of @row: "need_beds", "available_beds", "gap_beds", "gap_share", "reference_beds",
 * "gap_to_reference", "need_per_1000", "available_per_1000", "planned_gap", "deviation". NULL for
 * any other. Owned by the caller. */
VbExplanation *vb_planner_explain_year (VbPlanner *self,
                                        VbNeedTable *table,
                                        const VbYearsOrder *order,
                                        VbYearRow *row,
                                        const char *figure);
/* Of vb_planner_get_medium_term(): also why there is none. Owned by the caller. */
VbExplanation *
vb_planner_explain_medium_term (VbPlanner *self, VbNeedTable *table, const VbYearsOrder *order);
/* A figure of @row, one of @sisters, which are ranked by @order: "rank", "gap_share",
 * "available_beds",
 * "available_beds_per_1000", "need_beds", "gap_beds". NULL for any other, and for a rank or rate
 * that is not known. Owned by the caller. */
VbExplanation *vb_planner_explain_sister (VbPlanner *self,
                                          GListModel *sisters,
                                          VbSisterOrder order,
                                          VbSisterRow *row,
                                          VbCareGroup group,
                                          gint16 year,
                                          const char *figure);

G_END_DECLS
