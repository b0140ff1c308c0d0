/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader does with scenarios. */
#define G_LOG_DOMAIN "vb-views"

#include "vb-scenarios-page-private.h"

#include <glib/gi18n-lib.h>

#include "vb-document-decisions.h"
#include "vb-document-scenarios.h"
#include "vb-plan-dialog.h"
#include "vb-scenario-baseline.h"
#include "vb-scenario-dialog.h"

static VbDocument *
get_document (VbScenariosPage *self)
{
  return vb_page_get_document (VB_PAGE (self));
}

static GtkWindow *
get_window (VbScenariosPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
tell (VbScenariosPage *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  vb_page_add_toast (VB_PAGE (self), toast);
}

void
_vb_scenarios_page_choose (VbScenariosPage *self, gint64 id)
{
  VbScenario *scenario = vb_document_get_scenario (get_document (self), id);

  if (scenario == NULL)
    return;
  self->scenario_id = id;
  self->base_id = 0;
  vb_session_set_scenario (vb_page_get_session (VB_PAGE (self)), scenario);
  vb_page_queue_refresh (VB_PAGE (self));
}

static void
on_saved (VbScenariosPage *self, gint64 id)
{
  _vb_scenarios_page_choose (self, id);
}

static void
present (VbScenariosPage *self, GtkWidget *dialog)
{
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbScenariosPage *self = VB_SCENARIOS_PAGE (widget);
  VbPage *page = VB_PAGE (widget);
  VbUnit *unit = vb_session_get_unit (vb_page_get_session (page));

  if (unit != NULL)
    present (self, vb_scenario_dialog_new (get_window (self), get_document (self),
                                           vb_page_get_planner (page), unit,
                                           vb_session_get_care_group (vb_page_get_session (page))));
}

static void
copy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbScenariosPage *self = VB_SCENARIOS_PAGE (widget);
  VbScenario *scenario = _vb_scenarios_page_get_scenario (self);

  if (scenario != NULL)
    present (self, vb_scenario_dialog_new_copy (get_window (self), get_document (self), scenario));
}

static void
edit (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbScenariosPage *self = VB_SCENARIOS_PAGE (widget);
  VbScenario *scenario = _vb_scenarios_page_get_scenario (self);

  if (scenario != NULL)
    present (self, vb_scenario_dialog_new_edit (get_window (self), get_document (self), scenario));
}

static void
remove_scenario (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbScenariosPage *self = VB_SCENARIOS_PAGE (widget);
  VbScenario *scenario = _vb_scenarios_page_get_scenario (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (scenario == NULL)
    return;
  text = g_strdup_printf (_ ("“%s” was removed"),
                          vb_bilingual_get (&vb_scenario_get_facts (scenario)->name));
  if (vb_document_remove_scenario (get_document (self), self->scenario_id, &error))
    tell (self, text);
  else
    vb_page_report_error (VB_PAGE (self), error);
}

/* Need and capacity anew from the latest full year; levers stay. */
static void
update (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbScenariosPage *self = VB_SCENARIOS_PAGE (widget);
  VbScenario *scenario = _vb_scenarios_page_get_scenario (self);
  const VbScenarioFacts *facts;
  g_autoptr (GArray) years = NULL;
  g_autoptr (GError) error = NULL;

  if (scenario == NULL)
    return;
  facts = vb_scenario_get_facts (scenario);
  years = vb_scenario_baseline_make (vb_page_get_planner (VB_PAGE (self)),
                                     vb_document_get_unit (get_document (self), facts->unit_id),
                                     facts->group, facts->first_year, facts->last_year,
                                     facts->consumption_change, &error);
  if (years != NULL
      && vb_document_set_scenario_years (get_document (self), self->scenario_id,
                                         (const VbScenarioYear *) (gpointer) years->data,
                                         years->len, &error))
    tell (self, _ ("Need and capacity begin anew from the latest full year"));
  else
    vb_page_report_error (VB_PAGE (self), error);
}

static void
on_decided (VbScenariosPage *self)
{
  tell (self, _ ("The plan was decided"));
}

static void
decide (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbScenariosPage *self = VB_SCENARIOS_PAGE (widget);
  VbScenario *scenario = _vb_scenarios_page_get_scenario (self);
  GtkWidget *dialog;

  if (scenario == NULL)
    return;
  dialog = vb_plan_dialog_new (get_window (self), get_document (self), scenario);
  g_signal_connect_object (dialog, "decided", G_CALLBACK (on_decided), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
clear_plan (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbScenariosPage *self = VB_SCENARIOS_PAGE (widget);
  VbScenario *scenario = _vb_scenarios_page_get_scenario (self);
  const VbScenarioFacts *facts = scenario != NULL ? vb_scenario_get_facts (scenario) : NULL;
  g_autoptr (GError) error = NULL;

  if (facts == NULL)
    return;
  if (vb_document_clear_plan (get_document (self), facts->unit_id, facts->group, &error))
    tell (self, _ ("The plan was removed"));
  else
    vb_page_report_error (VB_PAGE (self), error);
}

void
_vb_scenarios_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "scenarios.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "scenarios.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "scenarios.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "scenarios.remove", NULL, remove_scenario);
  gtk_widget_class_install_action (widget_class, "scenarios.update", NULL, update);
  gtk_widget_class_install_action (widget_class, "scenarios.decide", NULL, decide);
  gtk_widget_class_install_action (widget_class, "scenarios.clear-plan", NULL, clear_plan);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "scenarios.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "scenarios.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "scenarios.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "scenarios.remove", NULL);
}
