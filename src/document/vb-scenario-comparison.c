/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-scenario-comparison.h"

#include <math.h>

#include "private/vb-planner-private.h"
#include "vb-document-decisions.h"
#include "vb-document-scenarios.h"
#include "vb-potential-row.h"
#include "vb-scenario-differences.h"
#include "vb-scenario-outlook.h"
#include "vb-scenario-row.h"
#include "vb-step-pair.h"
#include "vb-waterfall-row.h"

struct _VbScenarioComparison
{
  GObject parent_instance;

  VbPlanner *planner;
  VbUnit *unit;
  VbCareGroup group;
  GPtrArray *outlooks; /* of VbOutlook, by the scenarios' names */
  gint16 chosen_year;  /* 0 = none */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VbScenarioComparison, vb_scenario_comparison, G_TYPE_OBJECT)

static void
emit_changed (VbScenarioComparison *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- which scenarios ------------------------------------------------------------------------- */

static VbOutlook *
find_or_make_outlook (VbScenarioComparison *self, VbScenario *scenario)
{
  VbOutlook *outlook = vb_scenario_comparison_get_outlook (self, scenario);

  if (outlook != NULL)
    return g_object_ref (outlook);

  outlook = vb_outlook_new (self->planner);
  vb_outlook_set_scenario (outlook, scenario);
  g_signal_connect_object (outlook, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  return outlook;
}

static void
collect (VbScenarioComparison *self)
{
  GListModel *scenarios = vb_document_get_scenarios (_vb_planner_get_document (self->planner));
  g_autoptr (GPtrArray) outlooks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->unit != NULL && i < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (VbScenario) scenario = g_list_model_get_item (scenarios, i);
      const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);

      if (facts->unit_id == vb_unit_get_id (self->unit) && facts->group == self->group)
        g_ptr_array_add (outlooks, find_or_make_outlook (self, scenario));
    }
  g_ptr_array_unref (self->outlooks);
  self->outlooks = g_steal_pointer (&outlooks);
}

static void
on_changed (VbScenarioComparison *self)
{
  collect (self);
  emit_changed (self);
}

void
vb_scenario_comparison_set_scope (VbScenarioComparison *self, VbUnit *unit, VbCareGroup group)
{
  gboolean differs;

  g_return_if_fail (VB_IS_SCENARIO_COMPARISON (self));
  g_return_if_fail (unit == NULL || VB_IS_UNIT (unit));

  differs = g_set_object (&self->unit, unit);
  if (!differs && self->group == group)
    return;
  self->group = group;
  on_changed (self);
}

VbOutlook *
vb_scenario_comparison_get_outlook (VbScenarioComparison *self, VbScenario *scenario)
{
  g_return_val_if_fail (VB_IS_SCENARIO_COMPARISON (self), NULL);

  for (guint i = 0; i < self->outlooks->len; i++)
    if (vb_outlook_get_scenario (g_ptr_array_index (self->outlooks, i)) == scenario)
      return g_ptr_array_index (self->outlooks, i);
  return NULL;
}

/* ---- which years ----------------------------------------------------------------------------- */

static const VbScenarioFacts *
get_facts (VbScenarioComparison *self, guint index)
{
  return vb_scenario_get_facts (
      vb_outlook_get_scenario (g_ptr_array_index (self->outlooks, index)));
}

gint16
vb_scenario_comparison_get_first_year (VbScenarioComparison *self)
{
  gint16 first = 0;

  g_return_val_if_fail (VB_IS_SCENARIO_COMPARISON (self), 0);

  for (guint i = 0; i < self->outlooks->len; i++)
    if (first == 0 || get_facts (self, i)->first_year < first)
      first = get_facts (self, i)->first_year;
  return first;
}

gint16
vb_scenario_comparison_get_last_year (VbScenarioComparison *self)
{
  gint16 last = 0;

  g_return_val_if_fail (VB_IS_SCENARIO_COMPARISON (self), 0);

  for (guint i = 0; i < self->outlooks->len; i++)
    last = MAX (last, get_facts (self, i)->last_year);
  return last;
}

gint16
vb_scenario_comparison_get_year (VbScenarioComparison *self)
{
  gint16 year = 0;
  gint16 last = G_MAXINT16;

  g_return_val_if_fail (VB_IS_SCENARIO_COMPARISON (self), 0);

  if (self->chosen_year >= vb_scenario_comparison_get_first_year (self)
      && self->chosen_year <= vb_scenario_comparison_get_last_year (self))
    return self->chosen_year;
  for (guint i = 0; i < self->outlooks->len; i++)
    {
      year = MAX (year, vb_outlook_get_year (g_ptr_array_index (self->outlooks, i)));
      last = MIN (last, get_facts (self, i)->last_year);
    }
  return MIN (year, last);
}

void
vb_scenario_comparison_set_year (VbScenarioComparison *self, gint16 year)
{
  gint16 before;

  g_return_if_fail (VB_IS_SCENARIO_COMPARISON (self));

  before = vb_scenario_comparison_get_year (self);
  self->chosen_year = year;
  if (vb_scenario_comparison_get_year (self) != before)
    emit_changed (self);
}

/* ---- what they come to ----------------------------------------------------------------------- */

static VbScenarioRow *
make_row (VbScenarioComparison *self, VbOutlook *outlook)
{
  VbScenario *scenario = vb_outlook_get_scenario (outlook);
  gint16 year = vb_scenario_comparison_get_year (self);
  const VbPotentialFigures *figures = vb_outlook_find_year (outlook, year);
  gint16 balance_year = vb_outlook_get_balance_year (outlook);
  const VbPotentialFigures *balanced = vb_outlook_find_year (outlook, balance_year);
  VbPlan *plan = vb_document_find_plan (_vb_planner_get_document (self->planner),
                                        vb_unit_get_id (self->unit), self->group);

  return vb_scenario_row_new (
      scenario,
      &(VbScenarioOutcome){
          .year = year,
          .need = figures != NULL ? figures->need : NAN,
          .capacity = figures != NULL ? figures->capacity : NAN,
          .gap = figures != NULL ? figures->gap : NAN,
          .cost = figures != NULL ? figures->cost : NAN,
          .n_without_cost = figures != NULL ? figures->n_without_cost : 0,
          .balance_year = balance_year,
          .probability = balanced != NULL ? balanced->probability_balanced : NAN,
          .decided = plan != NULL
                     && vb_plan_get_facts (plan)->scenario_id == vb_scenario_get_id (scenario),
      });
}

GListModel *
vb_scenario_comparison_list_rows (VbScenarioComparison *self)
{
  GListStore *rows = g_list_store_new (VB_TYPE_SCENARIO_ROW);

  g_return_val_if_fail (VB_IS_SCENARIO_COMPARISON (self), NULL);

  for (guint i = 0; i < self->outlooks->len; i++)
    {
      g_autoptr (VbScenarioRow) row = make_row (self, g_ptr_array_index (self->outlooks, i));

      g_list_store_append (rows, row);
    }
  return G_LIST_MODEL (rows);
}

double *
vb_scenario_comparison_list_gaps (VbScenarioComparison *self, VbScenario *scenario)
{
  VbOutlook *outlook = vb_scenario_comparison_get_outlook (self, scenario);
  gint16 first = vb_scenario_comparison_get_first_year (self);
  guint n = (guint) (vb_scenario_comparison_get_last_year (self) - first + 1);
  double *gaps = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      const VbPotentialFigures *figures =
          outlook != NULL ? vb_outlook_find_year (outlook, (gint16) (first + (gint16) i)) : NULL;

      gaps[i] = figures != NULL ? figures->gap : NAN;
    }
  return gaps;
}

/* ---- step by step ---------------------------------------------------------------------------- */

/* The beds of the step of @kind, of @lever where it is one of a lever; NAN if there is none. */
static double
find_step (GListModel *steps, VbWaterfallKind kind, VbLever *lever)
{
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (VbWaterfallRow) row = g_list_model_get_item (steps, i);

      if (vb_waterfall_row_get_kind (row) == kind && vb_waterfall_row_get_lever (row) == lever)
        return vb_waterfall_row_get_beds (row);
    }
  return NAN;
}

static void
add_pair (GListStore *pairs, VbWaterfallKind kind, VbLever *lever, double first, double second)
{
  g_autoptr (VbStepPair) pair = NULL;

  if (isnan (first) && isnan (second))
    return;
  pair = vb_step_pair_new (kind, lever, first, second);
  g_list_store_append (pairs, pair);
}

static void
add_whole (GListStore *pairs, VbWaterfallKind kind, GListModel *first, GListModel *second)
{
  add_pair (pairs, kind, NULL, find_step (first, kind, NULL), find_step (second, kind, NULL));
}

/* NULL where the scenario is not compared, does not have the year, or cannot be. */
static GListModel *
trace (VbScenarioComparison *self, VbScenario *scenario)
{
  gint16 year = vb_scenario_comparison_get_year (self);
  VbOutlook *outlook =
      scenario != NULL ? vb_scenario_comparison_get_outlook (self, scenario) : NULL;

  return outlook != NULL && vb_outlook_find_year (outlook, year) != NULL
             ? vb_scenario_outlook_trace (scenario, year, NULL)
             : NULL;
}

GListModel *
vb_scenario_comparison_list_steps (VbScenarioComparison *self,
                                   VbScenario *first,
                                   VbScenario *second)
{
  GListStore *pairs = g_list_store_new (VB_TYPE_STEP_PAIR);
  g_autoptr (GListModel) before = trace (self, first);
  g_autoptr (GListModel) after = trace (self, second);
  g_autoptr (GArray) levers = NULL;

  if (before == NULL || after == NULL)
    return G_LIST_MODEL (pairs);

  add_whole (pairs, VB_WATERFALL_START, before, after);
  add_whole (pairs, VB_WATERFALL_NEED, before, after);
  add_whole (pairs, VB_WATERFALL_CAPACITY, before, after);
  levers = vb_scenario_differences_pair_levers (first, second);
  for (guint i = 0; i < levers->len; i++)
    {
      const VbLeverPair *pair = &g_array_index (levers, VbLeverPair, i);

      add_pair (pairs, VB_WATERFALL_LEVER, pair->second != NULL ? pair->second : pair->first,
                pair->first != NULL ? find_step (before, VB_WATERFALL_LEVER, pair->first) : NAN,
                pair->second != NULL ? find_step (after, VB_WATERFALL_LEVER, pair->second) : NAN);
    }
  add_whole (pairs, VB_WATERFALL_END, before, after);
  return G_LIST_MODEL (pairs);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_scenario_comparison_dispose (GObject *object)
{
  VbScenarioComparison *self = VB_SCENARIO_COMPARISON (object);

  g_ptr_array_set_size (self->outlooks, 0);
  g_clear_object (&self->unit);
  g_clear_object (&self->planner);

  G_OBJECT_CLASS (vb_scenario_comparison_parent_class)->dispose (object);
}

static void
vb_scenario_comparison_finalize (GObject *object)
{
  g_ptr_array_unref (VB_SCENARIO_COMPARISON (object)->outlooks);

  G_OBJECT_CLASS (vb_scenario_comparison_parent_class)->finalize (object);
}

static void
vb_scenario_comparison_class_init (VbScenarioComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_scenario_comparison_dispose;
  G_OBJECT_CLASS (klass)->finalize = vb_scenario_comparison_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vb_scenario_comparison_init (VbScenarioComparison *self)
{
  self->outlooks = g_ptr_array_new_with_free_func (g_object_unref);
}

VbScenarioComparison *
vb_scenario_comparison_new (VbPlanner *planner)
{
  VbScenarioComparison *self;
  VbDocument *document;

  g_return_val_if_fail (VB_IS_PLANNER (planner), NULL);

  self = g_object_new (VB_TYPE_SCENARIO_COMPARISON, NULL);
  self->planner = g_object_ref (planner);
  document = _vb_planner_get_document (planner);
  g_signal_connect_object (document, "scenarios-changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "plans-changed", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}
