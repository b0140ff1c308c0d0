/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Knows which results are stale, computes them in a thread on a snapshot, drops late answers. Views
 * read results and listen; they never compute. */
#pragma once

#include "vb-breakdown-table.h"
#include "vb-coverage.h"
#include "vb-explanation.h"
#include "vb-finding.h"
#include "vb-need-table.h"
#include "vb-population-outlook.h"
#include "vb-session.h"

G_BEGIN_DECLS

#define VB_TYPE_PLANNER (vb_planner_get_type ())
G_DECLARE_FINAL_TYPE (VbPlanner, vb_planner, VB, PLANNER, GObject)

/* Properties: document, busy. Signals: "need-changed" (int VbGrain), "coverage-changed" (int
 * VbGrain), "findings-changed" and "population-changed" after each new result; "failed" (GError)
 * when one could not be computed. */
VbPlanner *vb_planner_new (VbDocument *document);

/* ---- need and gap ---------------------------------------------------------------------------- */

/* The newest finished table of @grain, or NULL while the first one is being computed. Asking makes
 * the planner keep that grain fresh from then on. After each new one: signal "need-changed"
 * (VbGrain). The old table stays valid (and shown) until the new one is there; who keeps it longer
 * takes a reference. */
VbNeedTable *vb_planner_get_need (VbPlanner *self, VbGrain grain);
gboolean vb_planner_get_busy (VbPlanner *self); /* property "busy" */

/* Blocking, for the command line. The periods that hold the days @from to @to (both included);
 * VB_DAY_NONE = the extent of the data. @target: NAN = the document's targets, else overrides all.
 * Owned by the caller. */
VbNeedTable *vb_planner_compute_need (VbPlanner *self,
                                      VbGrain grain,
                                      VbDay from,
                                      VbDay to,
                                      double target,
                                      GCancellable *cancellable,
                                      GError **error);

/* Where does this figure come from: the formula in words, the formula with its numbers, and each
 * input with value, source, provenance. @figure is a name of VbNeedFigures: "need_beds",
 * "gap_beds", "occupancy", "available_beds", "bed_days". Owned by the caller. */
VbExplanation *vb_planner_explain (
    VbPlanner *self, VbUnit *unit, VbCareGroup group, VbPeriod period, const char *figure);

/* The same plan at three resolutions. */
typedef enum
{
  VB_LEVEL_STRATEGIC,   /* the year */
  VB_LEVEL_TACTICAL,    /* the month */
  VB_LEVEL_OPERATIONAL, /* the week */
} VbLevel;
#define VB_N_LEVELS (VB_LEVEL_OPERATIONAL + 1)

typedef struct
{
  VbPeriod period;       /* start VB_DAY_NONE: there is none */
  VbNeedFigures figures; /* all NAN when not known (yet) */
} VbLevelBalance;

/* The figures of @unit for the year, the month and the week that hold @period, where @period is
 * that long or shorter; in a longer one, the month with the greatest shortage and the latest week
 * with data. Keeps all three grains fresh, as vb_planner_get_need() does. */
void vb_planner_get_levels (VbPlanner *self,
                            VbUnit *unit,
                            VbCareGroup group,
                            VbPeriod period,
                            VbLevelBalance levels[VB_N_LEVELS]);

/* The strategic level under @scenario: @unit's figures in its last year. FALSE, @level left as it
 * is, where the scenario says nothing of the unit. */
gboolean vb_planner_get_scenario_level (
    VbPlanner *self, VbScenario *scenario, VbUnit *unit, VbCareGroup group, VbLevelBalance *level);

/* ---- what to attend to ------------------------------------------------------------------------
 */

/* Of VbAttention, greatest effect first: shortages and surpluses for weeks on end of the wards
 * under
 * @unit (NULL: everywhere), and units that stopped reporting. Filled and kept fresh as results
 * arrive for as long as somebody holds it. Owned by the caller. */
GListModel *vb_planner_get_attention (VbPlanner *self, VbUnit *unit);

/* Share of each period that every unit has data for; NULL while the first one is being computed;
 * then "coverage-changed" (VbGrain). */
VbCoverage *vb_planner_get_coverage (VbPlanner *self, VbGrain grain);

/* Of VbFinding: figures that break a rule, in the order of the tree; NULL while the first check is
 * under way; then "findings-changed". Not owned by the caller; each check makes a new list. */
GListModel *vb_planner_get_findings (VbPlanner *self);

/* ---- population -------------------------------------------------------------------------------
 *
 * What the inhabitants of coming years will need, if each group of age and sex uses as many bed
 * days an inhabitant as in the base year, changed by @consumption_change a year (0.01: 1 % more).
 * A unit without inhabitants, or without bed days by age, has those of the nearest unit above it
 * that has. */

/* From the newest figures. NULL without @error while they are being read; then
 * "population-changed". VB_ERROR_NOT_FOUND when there are no inhabitants or no bed days by age,
 * VB_ERROR_IMPOSSIBLE when they cannot be matched. Owned by the caller. */
VbPopulationOutlook *vb_planner_get_population (
    VbPlanner *self, VbUnit *unit, VbCareGroup group, double consumption_change, GError **error);
/* The same, blocking, for the command line. */
VbPopulationOutlook *vb_planner_compute_population (VbPlanner *self,
                                                    VbUnit *unit,
                                                    VbCareGroup group,
                                                    double consumption_change,
                                                    GCancellable *cancellable,
                                                    GError **error);
/* The need of the population in each year from @first_year to @last_year ÷ that in @from_year; NAN
 * where it is not known. Freed with g_free(). NULL when it is not known in @from_year, or while
 * populations are being read. */
double *vb_planner_list_need_ratios (VbPlanner *self,
                                     VbUnit *unit,
                                     VbCareGroup group,
                                     double consumption_change,
                                     gint16 from_year,
                                     gint16 first_year,
                                     gint16 last_year);
/* Has populations read in a thread, if they are not fresh: for whoever will ask for them soon. */
void vb_planner_fetch_population (VbPlanner *self);
/* Blocking: reads populations now, if they are not fresh, for an answer that cannot wait. */
gboolean vb_planner_read_population (VbPlanner *self, GCancellable *cancellable, GError **error);

/* ---- breakdown --------------------------------------------------------------------------------
 */

/* What a unit keeps when beds are shared out. */
typedef struct
{
  VbUnit *unit;
  gint64 locked;  /* the beds that it is to have; negative = as it comes */
  gint64 minimum; /* the beds that it is to have at least; 0 = none */
} VbBreakdownUnitHold;

/* Borrowed. A care group of NONE and days of VB_DAY_NONE are set to what was used instead. */
typedef struct
{
  VbUnit *unit; /* whose beds are shared out over all that is below it */
  gint64 beds;
  VbBreakdownKey key;
  VbCareGroup group; /* only units of this group take part; NONE = the first group the unit has */
  VbDay from;        /* The first and the last day that the key is measured over. VB_DAY_NONE of */
  VbDay to;          /* one = as far as there are data, of both = the latest whole period. */
  const VbBreakdownUnitHold *holds;
  guint n_holds;
} VbBreakdownOrder;

/* Blocking, for the command line; a page uses a VbBreakdownBoard. The rows are those of the unit
 * and all that is below it; children add up to their parent to the bed. VB_ERROR_NOT_FOUND when the
 * unit has no figures of the key then; VB_ERROR_IMPOSSIBLE when what is to be kept cannot be. Owned
 * by the caller. */
VbBreakdownTable *vb_planner_compute_breakdown (VbPlanner *self,
                                                VbBreakdownOrder *order,
                                                GCancellable *cancellable,
                                                GError **error);

/* ---- occupancy and risk ------------------------------------------------------------------------
 *
 * The risk is P(N > b), that a patient is without a bed, for a census N with the given mean and the
 * variance mean × @variance_factor (0.5–2; 1 = patients come at random). */

typedef struct
{
  double x;
  double y;
} VbCurvePoint;

/* Risk at every number of beds from @from to @to; @to − @from + 1 points, freed with g_free(). */
VbCurvePoint *
vb_planner_trace_risk (double mean_census, double variance_factor, guint from, guint to);

G_END_DECLS
