/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios as a planner works with them: one's own beside the national one, decided as plan. */
#include "pictures-scenes.h"

#include "vb-document-decisions.h"
#include "vb-document-scenarios.h"

static void
halve_first_lever (VbDocument *document, VbScenario *scenario, GError **error)
{
  g_autoptr (VbLever) lever = g_list_model_get_item (vb_scenario_get_levers (scenario), 0);
  g_autoptr (VbLeverFacts) facts = vb_lever_facts_copy (vb_lever_get_facts (lever));

  facts->figures.base /= 2;
  facts->figures.low = facts->figures.base;
  vb_document_change_lever (document, vb_lever_get_id (lever), facts, error);
}

static void
take_dialog (const Camera *camera, VbWindow *window, const char *action, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (vb_window_get_page (window)), action, NULL);
  camera_take_newest_window (camera, name);
}

void
pictures_take_scenarios (const Camera *camera, VbWindow *window)
{
  const VbBilingual name = { (char *) "Vår egen väg", (char *) "Our Own Way" };
  VbDocument *document = vb_window_get_document (window);
  g_autoptr (GError) error = NULL;
  VbScenario *national = vb_document_find_scenario (document, "national-2024", &error);
  VbScenario *own;
  gint64 id;

  g_assert_no_error (error);
  id = vb_document_copy_scenario (document, vb_scenario_get_id (national), &name, &error);
  g_assert_no_error (error);
  own = vb_document_get_scenario (document, id);
  halve_first_lever (document, own, &error);
  vb_document_decide_plan (document, id, vb_day_from_ymd (2026, 11, 3), "Nämnden", &error);
  g_assert_no_error (error);

  vb_session_set_scenario (vb_window_get_session (window), own);
  gui_app_show_page (window, "scenarios");
  gui_app_wait_until_idle (window);
  camera_take_page (camera, window, "scenarios-own");
  gui_app_show_page (window, "overview");
  camera_take_page (camera, window, "scenarios-overview");
  gui_app_show_page (window, "scenarios");
  take_dialog (camera, window, "scenarios.add", "scenarios-new");
  take_dialog (camera, window, "scenarios.decide", "scenarios-decide");
  vb_session_set_scenario (vb_window_get_session (window), NULL);
}
