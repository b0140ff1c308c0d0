/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-potential-page-private.h"

#include <glib/gi18n-lib.h>

#include "vb-document-scenarios.h"
#include "vb-lever-catalogue.h"
#include "vb-lever-dialog.h"
#include "vb-ready-scenarios.h"
#include "vb-scenario-outlook.h"
#include "vb-scenario-dialog.h"

static VbDocument *
get_document (gpointer self)
{
  return vb_page_get_document (VB_PAGE (self));
}

static VbScenario *
get_scenario (gpointer self)
{
  return vb_session_get_scenario (vb_page_get_session (VB_PAGE (self)));
}

static GtkWindow *
get_window (gpointer self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
tell (gpointer self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  vb_page_add_toast (VB_PAGE (self), toast);
}

/* ---- scenarios ------------------------------------------------------------------------------- */

static VbReadyScenario *
find_ready (VbPotentialPage *self, const char *id)
{
  for (guint i = 0; i < self->ready->len; i++)
    if (g_strcmp0 (vb_ready_scenario_get_id (self->ready->pdata[i]), id) == 0)
      return self->ready->pdata[i];
  return NULL;
}

static void
load_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbPotentialPage *self = VB_POTENTIAL_PAGE (widget);
  VbReadyScenario *ready = find_ready (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;

  if (ready != NULL
      && !vb_ready_scenarios_choose (vb_page_get_session (VB_PAGE (self)), ready, &error))
    vb_page_report_error (VB_PAGE (self), error);
}

static void
choose_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbPotentialPage *self = VB_POTENTIAL_PAGE (widget);

  vb_session_set_scenario (
      vb_page_get_session (VB_PAGE (self)),
      vb_document_get_scenario (get_document (self), g_variant_get_int64 (parameter)));
}

/* What was made is what is looked at. */
static void
on_saved (VbPotentialPage *self, gint64 id)
{
  vb_session_set_scenario (vb_page_get_session (VB_PAGE (self)),
                           vb_document_get_scenario (get_document (self), id));
}

static void
present (gpointer self, GtkWidget *dialog)
{
  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbScenario *scenario = get_scenario (widget);

  if (scenario != NULL)
    present (widget,
             vb_scenario_dialog_new_copy (get_window (widget), get_document (widget), scenario));
}

static void
new_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbSession *session = vb_page_get_session (VB_PAGE (widget));
  VbUnit *unit = vb_session_get_unit (session);

  if (unit != NULL)
    present (widget, vb_scenario_dialog_new (get_window (widget), get_document (widget),
                                             vb_page_get_planner (VB_PAGE (widget)), unit,
                                             vb_session_get_care_group (session)));
}

static void
restore_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbScenario *scenario = get_scenario (widget);
  VbReadyScenario *ready = scenario != NULL ? find_ready (VB_POTENTIAL_PAGE (widget),
                                                          vb_scenario_get_facts (scenario)->ready)
                                            : NULL;
  g_autoptr (GError) error = NULL;

  if (ready == NULL)
    return;
  if (vb_document_restore_ready_scenario (get_document (widget), vb_scenario_get_id (scenario),
                                          ready, &error))
    tell (widget, _ ("The scenario is as it was published"));
  else
    vb_page_report_error (VB_PAGE (widget), error);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbScenario *scenario = get_scenario (widget);
  g_autoptr (GError) error = NULL;

  if (scenario == NULL)
    return;
  if (vb_document_remove_scenario (get_document (widget), vb_scenario_get_id (scenario), &error))
    tell (widget, _ ("The scenario was removed"));
  else
    vb_page_report_error (VB_PAGE (widget), error);
}

/* ---- levers ---------------------------------------------------------------------------------- */

static void
take_lever (GtkWidget *widget, VbLeverFacts *facts)
{
  g_autoptr (GError) error = NULL;
  gint64 id = vb_document_add_lever (get_document (widget), facts, &error);

  if (id == 0)
    {
      vb_page_report_error (VB_PAGE (widget), error);
      return;
    }
  _vb_potential_page_explain_lever (VB_POTENTIAL_PAGE (widget),
                                    vb_document_get_lever (get_document (widget), id));
}

static void
add_lever_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbPotentialPage *self = VB_POTENTIAL_PAGE (widget);
  VbScenario *scenario = get_scenario (widget);
  const VbReadyLever *lever =
      vb_ready_scenario_find_lever (self->catalogue, g_variant_get_string (parameter, NULL));
  g_autoptr (VbLeverFacts) facts = NULL;

  if (scenario == NULL || lever == NULL)
    return;
  facts = vb_lever_catalogue_fit (self->catalogue, lever, scenario);
  take_lever (widget, facts);
}

static void
open_lever_dialog (GtkWidget *widget, VbLever *lever)
{
  VbScenario *scenario = get_scenario (widget);

  if (scenario != NULL)
    gtk_window_present (GTK_WINDOW (
        vb_lever_dialog_new (get_window (widget), get_document (widget), scenario, lever)));
}

static void
new_lever_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_lever_dialog (widget, NULL);
}

static void
edit_lever_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbLever *lever = vb_document_get_lever (get_document (widget), g_variant_get_int64 (parameter));

  if (lever != NULL)
    open_lever_dialog (widget, lever);
}

static void
explain_lever_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbLever *lever = vb_document_get_lever (get_document (widget), g_variant_get_int64 (parameter));

  if (lever != NULL)
    _vb_potential_page_explain_lever (VB_POTENTIAL_PAGE (widget), lever);
}

static void
remove_lever_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;

  if (vb_document_remove_lever (get_document (widget), g_variant_get_int64 (parameter), &error))
    tell (widget, _ ("The lever was removed"));
  else
    vb_page_report_error (VB_PAGE (widget), error);
}

static int
find_position (VbScenario *scenario, gint64 id)
{
  GListModel *levers = vb_scenario_get_levers (scenario);

  for (guint i = 0; i < g_list_model_get_n_items (levers); i++)
    {
      g_autoptr (VbLever) lever = g_list_model_get_item (levers, i);

      if (vb_lever_get_id (lever) == id)
        return (int) i;
    }
  return -1;
}

static void
move_lever_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbScenario *scenario = get_scenario (widget);
  g_autoptr (GError) error = NULL;
  int position, by;
  gint64 id;

  g_variant_get (parameter, "(xi)", &id, &by);
  position = scenario != NULL ? find_position (scenario, id) : -1;
  if (position < 0 || position + by < 0)
    return;
  if (!vb_document_move_lever (get_document (widget), id, (guint) (position + by), &error))
    vb_page_report_error (VB_PAGE (widget), error);
}

/* ---- what is offered ------------------------------------------------------------------------- */

void
_vb_potential_page_class_actions_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "potential.load", "s", load_action);
  gtk_widget_class_install_action (widget_class, "potential.choose", "x", choose_action);
  gtk_widget_class_install_action (widget_class, "potential.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "potential.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "potential.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "potential.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "lever.add", "s", add_lever_action);
  gtk_widget_class_install_action (widget_class, "lever.new", NULL, new_lever_action);
  gtk_widget_class_install_action (widget_class, "lever.edit", "x", edit_lever_action);
  gtk_widget_class_install_action (widget_class, "lever.explain", "x", explain_lever_action);
  gtk_widget_class_install_action (widget_class, "lever.remove", "x", remove_lever_action);
  gtk_widget_class_install_action (widget_class, "lever.move", "(xi)", move_lever_action);
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const VbBilingual *name, const VbBilingual *description)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vb_bilingual_get (name));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), vb_bilingual_get (description));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_preferences_group_add (group, row);

  return row;
}

static void
add_ready_row (VbPotentialPage *self, VbReadyScenario *ready)
{
  GtkWidget *row = add_row (self->ready_group, vb_ready_scenario_get_name (ready),
                            vb_ready_scenario_get_description (ready));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", vb_ready_scenario_get_id (ready));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "potential.load");
}

/* A scenario of the unit, or of one above, that is not offered as a ready one already. */
static gboolean
is_own (VbPotentialPage *self, VbScenario *scenario, VbUnit *unit)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);

  return vb_scenario_outlook_get_reach (scenario, unit, VB_CARE_GROUP_NONE)
             != VB_SCENARIO_REACH_NONE
         && (facts->ready == NULL || self->ready == NULL
             || find_ready (self, facts->ready) == NULL);
}

void
_vb_potential_page_show_own_scenarios (VbPotentialPage *self)
{
  GListModel *scenarios = vb_document_get_scenarios (get_document (self));
  VbUnit *unit = vb_session_get_unit (vb_page_get_session (VB_PAGE (self)));

  for (guint i = 0; i < self->own_rows->len; i++)
    adw_preferences_group_remove (self->own_group, self->own_rows->pdata[i]);
  g_ptr_array_set_size (self->own_rows, 0);
  for (guint i = 0; unit != NULL && i < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (VbScenario) scenario = g_list_model_get_item (scenarios, i);
      const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);
      GtkWidget *row;

      if (!is_own (self, scenario, unit))
        continue;
      row = add_row (self->own_group, &facts->name, &facts->description);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", vb_scenario_get_id (scenario));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "potential.choose");
      g_ptr_array_add (self->own_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->own_group), self->own_rows->len > 0);
}

void
_vb_potential_page_offer_scenarios (VbPotentialPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenu) load = g_menu_new ();
  g_autoptr (GMenu) away = g_menu_new ();

  for (guint i = 0; i < self->ready->len; i++)
    {
      VbReadyScenario *ready = self->ready->pdata[i];
      g_autoptr (GMenuItem) item =
          g_menu_item_new (vb_bilingual_get (vb_ready_scenario_get_name (ready)), NULL);

      g_menu_item_set_action_and_target (item, "potential.load", "s",
                                         vb_ready_scenario_get_id (ready));
      g_menu_append_item (load, item);
      add_ready_row (self, ready);
    }
  g_menu_append (own, _ ("_Save as Own Scenario…"), "potential.copy");
  g_menu_append (own, _ ("_New Scenario…"), "potential.new");
  g_menu_append (away, _ ("_Restore as Published"), "potential.restore");
  g_menu_append (away, _ ("Re_move Scenario"), "potential.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  g_menu_append_section (menu, _ ("Load a Ready Scenario"), G_MENU_MODEL (load));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (away));
  gtk_menu_button_set_menu_model (self->scenario_button, G_MENU_MODEL (menu));
}
