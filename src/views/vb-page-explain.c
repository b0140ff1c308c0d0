/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-page-explain.h"

#include "vb-planner-years.h"
#include "vb-scenario-outlook.h"

VbCareGroup
vb_page_choose_group (VbPage *page, VbNeedTable *table, VbUnit *unit)
{
  VbCareGroup wanted = vb_session_get_care_group (vb_page_get_session (page));

  if (table == NULL)
    return wanted;
  return (vb_need_table_get_groups (table, vb_unit_get_id (unit)) & (1u << wanted)) != 0
             ? wanted
             : vb_need_table_get_main_group (table, vb_unit_get_id (unit));
}

void
vb_page_show_explanation (VbSourceCard *card, VbExplanation *explanation)
{
  gtk_widget_set_visible (GTK_WIDGET (card), explanation != NULL);
  if (explanation == NULL)
    return;

  vb_source_card_set_title (card, vb_explanation_get_title (explanation));
  vb_source_card_set_formula (card, vb_explanation_get_formula (explanation));
  vb_source_card_set_numbers (card, vb_explanation_get_numbers (explanation));
  vb_source_card_set_note (card, vb_explanation_get_note (explanation));
  vb_source_card_clear_inputs (card);
  for (guint i = 0; i < vb_explanation_get_n_inputs (explanation); i++)
    {
      const VbExplanationInput *input = vb_explanation_get_input (explanation, i);

      vb_source_card_add_input (card, input->value, input->name, input->source, input->provenance);
    }
}

VbNeedTable *
vb_page_dup_need (VbPage *page)
{
  VbSession *session = vb_page_get_session (page);

  return vb_planner_dup_need (vb_page_get_planner (page), vb_session_get_period (session).grain,
                              vb_session_get_scenario (session));
}

const char *
vb_page_get_told_by (VbPage *page, VbUnit *unit, VbCareGroup group, VbPeriod period)
{
  VbScenario *scenario = vb_session_get_scenario (vb_page_get_session (page));

  return scenario != NULL && vb_scenario_outlook_tells (scenario, unit, group, period)
             ? vb_bilingual_get (&vb_scenario_get_facts (scenario)->name)
             : NULL;
}

void
vb_page_explain (VbPage *page, VbSourceCard *card, VbUnit *unit, const char *figure)
{
  VbSession *session = vb_page_get_session (page);
  g_autoptr (VbNeedTable) table = vb_page_dup_need (page);
  g_autoptr (VbExplanation) explanation = NULL;

  if (unit != NULL && figure != NULL && table != NULL)
    explanation = vb_planner_explain_need (
        vb_page_get_planner (page), vb_session_get_scenario (session), unit,
        vb_page_choose_group (page, table, unit), vb_session_get_period (session), figure);
  vb_page_show_explanation (card, explanation);
}
