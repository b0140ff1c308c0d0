/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the page's figures come from. */
#define G_LOG_DOMAIN "vb-views"

#include "vb-scenarios-page-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-document-decisions.h"
#include "vb-document-scenarios.h"
#include "vb-number.h"
#include "vb-page-explain.h"
#include "vb-potential-row.h"

#define MILLION 1e6

/* Names of the page's own figures; the others are the outlook's. */
#define FIGURE_COST "scenario_cost"
#define FIGURE_PLAN "planned_gap"

static void
explain_plan (VbScenariosPage *self)
{
  VbScenario *scenario = _vb_scenarios_page_get_scenario (self);
  const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);
  VbPlan *plan =
      vb_document_find_plan (vb_page_get_document (VB_PAGE (self)), facts->unit_id, facts->group);
  gint16 year = vb_scenario_comparison_get_year (self->comparison);
  const VbPlanYear *figures = plan != NULL ? vb_plan_find_year (plan, year) : NULL;
  g_autoptr (VbExplanation) explanation = NULL;
  g_autofree char *need = NULL;
  g_autofree char *capacity = NULL;
  g_autofree char *gap = NULL;
  g_autofree char *title = NULL;
  g_autofree char *numbers = NULL;
  const char *source;

  if (figures == NULL)
    {
      vb_page_show_explanation (self->source_card, NULL);
      return;
    }
  need = vb_number_format_key (figures->need);
  capacity = vb_number_format_key (figures->capacity);
  gap = vb_number_format_key_signed (figures->capacity - figures->need);
  title = g_strdup_printf (_ ("Where does %s come from?"), gap);
  numbers = g_strdup_printf ("%s − %s = %s", capacity, need, gap);
  source = vb_bilingual_get (&vb_plan_get_facts (plan)->name);
  explanation =
      vb_explanation_new (title, _ ("Planned gap = capacity − need of the plan"), numbers);
  vb_explanation_add_input (explanation, capacity, _ ("planned capacity"), source,
                            VB_PROVENANCE_COMPUTED);
  vb_explanation_add_input (explanation, need, _ ("planned need"), source, VB_PROVENANCE_COMPUTED);
  vb_explanation_set_note (explanation,
                           _ ("Kept as it was on the day of the decision, whatever has "
                              "become of the scenario since."));
  vb_page_show_explanation (self->source_card, explanation);
}

/* Costs are the levers' own, each in proportion to how far it has come. */
static void
explain_cost (VbScenariosPage *self, const VbPotentialFigures *figures)
{
  g_autoptr (VbExplanation) explanation = NULL;
  g_autofree char *cost = NULL;
  g_autofree char *title = NULL;

  if (figures == NULL || isnan (figures->cost))
    {
      vb_page_show_explanation (self->source_card, NULL);
      return;
    }
  cost = vb_number_format (figures->cost / MILLION, 1);
  title = g_strdup_printf (_ ("Where does %s come from?"), cost);
  explanation = vb_explanation_new (
      title, _ ("Cost = the sum over levers of yearly cost × share of the full effect"), NULL);
  vb_explanation_set_note (explanation,
                           _ ("Levers that do not tell their cost are not in the sum. The page "
                              "Potential shows the cost of each."));
  vb_page_show_explanation (self->source_card, explanation);
}

void
_vb_scenarios_page_explain (VbScenariosPage *self)
{
  const char *figure = vb_key_figure_row_get_selected (self->figures);
  VbScenario *scenario = _vb_scenarios_page_get_scenario (self);
  VbOutlook *outlook =
      scenario != NULL ? vb_scenario_comparison_get_outlook (self->comparison, scenario) : NULL;
  g_autoptr (VbExplanation) explanation = NULL;
  gint16 year;

  if (outlook == NULL)
    return;
  year = vb_scenario_comparison_get_year (self->comparison);
  if (g_strcmp0 (figure, FIGURE_PLAN) == 0)
    explain_plan (self);
  else if (g_strcmp0 (figure, FIGURE_COST) == 0)
    explain_cost (self, vb_outlook_find_year (outlook, year));
  else
    {
      explanation = figure != NULL ? vb_outlook_explain (outlook, figure, year) : NULL;
      vb_page_show_explanation (self->source_card, explanation);
    }
}
