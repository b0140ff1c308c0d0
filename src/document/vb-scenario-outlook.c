/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-scenario-outlook.h"

#include <math.h>

#include "vb-potential.h"

/* A scenario as the engine takes it. */
typedef struct
{
  VbPotentialInput input;
  double *need;
  double *capacity;
  VbPotentialLever *levers;
} Question;

static double
get_beds (VbScenario *scenario, VbBalanceSide side, gint16 year)
{
  const VbScenarioYear *found = vb_scenario_find_year (scenario, side, year);

  return found != NULL ? found->beds : NAN;
}

static void
question_init (Question *self, VbScenario *scenario)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);
  GListModel *levers = vb_scenario_get_levers (scenario);
  guint n_levers = g_list_model_get_n_items (levers);
  guint n_years = (guint) (facts->last_year - facts->first_year + 1);

  self->need = g_new (double, n_years);
  self->capacity = g_new (double, n_years);
  for (guint i = 0; i < n_years; i++)
    {
      gint16 year = (gint16) (facts->first_year + (gint16) i);

      self->need[i] = get_beds (scenario, VB_BALANCE_SIDE_NEED, year);
      self->capacity[i] = get_beds (scenario, VB_BALANCE_SIDE_CAPACITY, year);
    }

  /* The scenario keeps its levers, and so the names, alive. */
  self->levers = g_new (VbPotentialLever, n_levers);
  for (guint i = 0; i < n_levers; i++)
    {
      g_autoptr (VbLever) lever = g_list_model_get_item (levers, i);

      self->levers[i] = (VbPotentialLever){
        .name = vb_bilingual_get (&vb_lever_get_facts (lever)->name),
        .id = (guint64) vb_lever_get_id (lever),
        .figures = vb_lever_get_facts (lever)->figures,
      };
    }
  self->input = (VbPotentialInput){
    .first_year = facts->first_year,
    .n_years = n_years,
    .need = self->need,
    .capacity = self->capacity,
    .target_occupancy = facts->target_occupancy,
    .levers = self->levers,
    .n_levers = n_levers,
  };
}

static void
question_clear (Question *self)
{
  g_free (self->need);
  g_free (self->capacity);
  g_free (self->levers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static VbPercentiles
get_percentiles (const VbPotentialSpread *spread)
{
  return (VbPercentiles){ spread->p10, spread->p50, spread->p90 };
}

GListModel *
vb_scenario_outlook_compute (
    VbScenario *scenario, guint n_draws, gint64 seed, GCancellable *cancellable, GError **error)
{
  g_auto (Question) question = { 0 };
  g_autofree VbPotentialYear *years = NULL;
  g_autofree VbPotentialOutlook *outlook = NULL;
  GListStore *rows;

  g_return_val_if_fail (VB_IS_SCENARIO (scenario), NULL);

  question_init (&question, scenario);
  years = vb_potential_run (&question.input, error);
  if (years == NULL)
    return NULL;
  outlook = vb_potential_draw (&question.input, vb_scenario_get_facts (scenario)->distribution,
                               n_draws, (guint64) seed, cancellable, error);
  if (outlook == NULL)
    return NULL;

  rows = g_list_store_new (VB_TYPE_POTENTIAL_ROW);
  for (guint i = 0; i < question.input.n_years; i++)
    {
      g_autoptr (VbPotentialRow) row = vb_potential_row_new (&(VbPotentialFigures){
          .year = years[i].year,
          .need = years[i].need,
          .capacity = years[i].capacity,
          .gap = years[i].gap,
          .need_spread = get_percentiles (&outlook[i].need),
          .capacity_spread = get_percentiles (&outlook[i].capacity),
          .gap_spread = get_percentiles (&outlook[i].gap),
          .probability_balanced = outlook[i].probability_balanced,
      });

      g_list_store_append (rows, row);
    }

  return G_LIST_MODEL (rows);
}

static VbWaterfallKind
to_kind (VbPotentialStepKind kind)
{
  switch (kind)
    {
    case VB_POTENTIAL_STEP_START:
      return VB_WATERFALL_START;
    case VB_POTENTIAL_STEP_NEED:
      return VB_WATERFALL_NEED;
    case VB_POTENTIAL_STEP_CAPACITY:
      return VB_WATERFALL_CAPACITY;
    case VB_POTENTIAL_STEP_LEVER:
      return VB_WATERFALL_LEVER;
    case VB_POTENTIAL_STEP_END:
    default:
      return VB_WATERFALL_END;
    }
}

GListModel *
vb_scenario_outlook_trace (VbScenario *scenario, gint16 year, GError **error)
{
  g_auto (Question) question = { 0 };
  g_autofree VbPotentialStep *steps = NULL;
  GListStore *rows;
  guint n_steps;

  g_return_val_if_fail (VB_IS_SCENARIO (scenario), NULL);

  question_init (&question, scenario);
  steps = vb_potential_trace (&question.input, year, &n_steps, error);
  if (steps == NULL)
    return NULL;

  rows = g_list_store_new (VB_TYPE_WATERFALL_ROW);
  for (guint i = 0; i < n_steps; i++)
    {
      VbWaterfallKind kind = to_kind (steps[i].kind);
      g_autoptr (VbLever) lever =
          kind == VB_WATERFALL_LEVER
              ? g_list_model_get_item (vb_scenario_get_levers (scenario), steps[i].lever)
              : NULL;
      g_autoptr (VbWaterfallRow) row = vb_waterfall_row_new (kind, lever, steps[i].beds);

      g_list_store_append (rows, row);
    }

  return G_LIST_MODEL (rows);
}

VbScenarioBeds *
vb_scenario_outlook_reckon (VbScenario *scenario, guint *n_years, GError **error)
{
  g_auto (Question) question = { 0 };
  g_autofree VbPotentialYear *years = NULL;
  VbScenarioBeds *beds;

  g_return_val_if_fail (VB_IS_SCENARIO (scenario), NULL);

  question_init (&question, scenario);
  *n_years = question.input.n_years;
  years = vb_potential_run (&question.input, error);
  if (years == NULL)
    return NULL;

  beds = g_new (VbScenarioBeds, *n_years);
  for (guint i = 0; i < *n_years; i++)
    beds[i] = (VbScenarioBeds){ years[i].year, years[i].need, years[i].capacity };

  return beds;
}

gboolean
vb_scenario_outlook_find_balance (VbScenario *scenario, gint16 *year, GError **error)
{
  g_auto (Question) question = { 0 };
  g_autofree VbPotentialYear *years = NULL;

  g_return_val_if_fail (VB_IS_SCENARIO (scenario), FALSE);

  *year = 0;
  question_init (&question, scenario);
  years = vb_potential_run (&question.input, error);
  if (years == NULL)
    return FALSE;
  vb_potential_find_balance (years, question.input.n_years, year, NULL);

  return TRUE;
}
