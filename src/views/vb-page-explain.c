/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-page-explain.h"

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

void
vb_page_explain (VbPage *page, VbSourceCard *card, VbUnit *unit, const char *figure)
{
  VbPeriod period = vb_session_get_period (vb_page_get_session (page));
  VbPlanner *planner = vb_page_get_planner (page);
  VbNeedTable *table = vb_planner_get_need (planner, period.grain);
  g_autoptr (VbExplanation) explanation = NULL;

  if (unit != NULL && figure != NULL && table != NULL)
    explanation = vb_planner_explain (planner, unit, vb_page_choose_group (page, table, unit),
                                      period, figure);
  vb_page_show_explanation (card, explanation);
}
