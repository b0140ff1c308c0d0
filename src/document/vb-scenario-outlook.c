/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-scenario-outlook.h"

#include "private/vb-scenario-question.h"

static VbPercentiles
get_percentiles (const VbPotentialSpread *spread)
{
  return (VbPercentiles){ spread->p10, spread->p50, spread->p90 };
}

GListModel *
vb_scenario_outlook_compute (
    VbScenario *scenario, guint n_draws, gint64 seed, GCancellable *cancellable, GError **error)
{
  g_auto (VbScenarioQuestion) question = { 0 };
  g_autofree VbPotentialYear *years = NULL;
  g_autofree VbPotentialOutlook *outlook = NULL;
  GListStore *rows;

  g_return_val_if_fail (VB_IS_SCENARIO (scenario), NULL);

  _vb_scenario_question_init (&question, scenario);
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
          .need_without_overlap = years[i].need_without_overlap,
          .cost = years[i].cost,
          .n_without_cost = years[i].n_without_cost,
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
  g_auto (VbScenarioQuestion) question = { 0 };
  g_autofree VbPotentialStep *steps = NULL;
  GListStore *rows;
  guint n_steps;

  g_return_val_if_fail (VB_IS_SCENARIO (scenario), NULL);

  _vb_scenario_question_init (&question, scenario);
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
  g_auto (VbScenarioQuestion) question = { 0 };
  g_autofree VbPotentialYear *years = NULL;
  VbScenarioBeds *beds;

  g_return_val_if_fail (VB_IS_SCENARIO (scenario), NULL);

  _vb_scenario_question_init (&question, scenario);
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
  g_auto (VbScenarioQuestion) question = { 0 };
  g_autofree VbPotentialYear *years = NULL;

  g_return_val_if_fail (VB_IS_SCENARIO (scenario), FALSE);

  *year = 0;
  _vb_scenario_question_init (&question, scenario);
  years = vb_potential_run (&question.input, error);
  if (years == NULL)
    return FALSE;
  vb_potential_find_balance (years, question.input.n_years, year, NULL);

  return TRUE;
}
