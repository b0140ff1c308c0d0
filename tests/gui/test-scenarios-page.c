/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of scenarios on the example: the national scenario copied, changed, compared, decided as
 * plan, and all of it undone. */
#include "gui-app.h"

#include "vb-chart.h"
#include "vb-document-decisions.h"
#include "vb-document-scenarios.h"
#include "vb-figure-table.h"
#include "vb-key-figure.h"
#include "vb-plan-dialog.h"
#include "vb-scenario-dialog.h"

typedef struct
{
  VbApplication *application;
  VbWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->application = gui_app_new ();
  self->window = gui_app_open_window (self->application, 1180, 780);
  gui_app_open_example (self->window);
  gui_app_show_page (self->window, "scenarios");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gui_app_free (self->application);
}

static VbDocument *
get_document (Fixture *self)
{
  return vb_window_get_document (self->window);
}

static VbSession *
get_session (Fixture *self)
{
  return vb_window_get_session (self->window);
}

static GtkWidget *
get_page (Fixture *self)
{
  return GTK_WIDGET (vb_window_get_page (self->window));
}

static VbScenario *
find_scenario (Fixture *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  VbScenario *scenario = vb_document_find_scenario (get_document (self), name, &error);

  g_assert_no_error (error);
  return scenario;
}

/* Chooses the scenario as the header bar does. */
static void
choose (Fixture *self, const char *name)
{
  vb_session_set_scenario (get_session (self), find_scenario (self, name));
  gui_app_wait_until_idle (self->window);
}

/* The first table of the page: what each scenario comes to. */
static VbFigureTable *
get_table (Fixture *self)
{
  return VB_FIGURE_TABLE (gui_find (get_page (self), VB_TYPE_FIGURE_TABLE, NULL));
}

static guint
count_lines (Fixture *self)
{
  g_autofree char *text = vb_figure_table_dup_text (get_table (self));
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);

  return g_strv_length (lines) - 1; /* without the titles */
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static gboolean
is_there (gpointer type)
{
  return find_window (GPOINTER_TO_SIZE (type)) != NULL;
}

/* The dialog that @action opens. */
static GtkWidget *
open_dialog (Fixture *self, const char *action, GType type)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (get_page (self), action, NULL);
  gui_wait_until (is_there, GSIZE_TO_POINTER (type));
  dialog = find_window (type);
  gui_assert_all_named (dialog);
  return dialog;
}

static GtkWidget *
find_titled (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_titled (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type (GtkWidget *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_titled (dialog, title)), text);
}

static void
press (Fixture *self, GtkWidget *dialog, const char *label)
{
  g_signal_emit_by_name (gui_find_text (dialog, label), "clicked");
  gui_app_wait_until_idle (self->window);
}

static void
undo (Fixture *self)
{
  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
}

/* ---- what is seen ---------------------------------------------------------------------------- */

static void
test_national (Fixture *self, gconstpointer data)
{
  /* Region Exempel has none yet. */
  g_assert_nonnull (gui_find_text (get_page (self), "New Scenario…"));
  choose (self, "national-2024");
  g_assert_cmpuint (count_lines (self), ==, 5);
  g_assert_cmpfloat (gui_app_get_number (self->window, "balance_year"), ==, 2026);
  g_assert_cmpfloat_with_epsilon (gui_app_get_number (self->window, "gap_beds"), 0, 0.5);
  g_assert_nonnull (gui_find_text (get_page (self), "no plan is decided"));
  g_assert_true (gui_is_drawn (gui_find (get_page (self), VB_TYPE_CHART, NULL)));
  gui_assert_all_named (get_page (self));
  gui_app_assert_explained (self->window, get_page (self), 14);

  /* Another row is another scenario on every page. */
  vb_figure_table_select (get_table (self), 2);
  g_signal_emit_by_name (get_table (self), "selected");
  gui_app_wait_until_idle (self->window);
  g_assert_true (vb_session_get_scenario (get_session (self))
                 == find_scenario (self, "present-pace"));
  g_assert_cmpfloat (gui_app_get_number (self->window, "balance_year"), ==, 2033);
}

static void
lower_lever (Fixture *self, VbScenario *scenario)
{
  g_autoptr (VbLever) lever = g_list_model_get_item (vb_scenario_get_levers (scenario), 0);
  g_autoptr (VbLeverFacts) facts = vb_lever_facts_copy (vb_lever_get_facts (lever));
  g_autoptr (GError) error = NULL;

  facts->figures.low = facts->figures.base = facts->figures.base / 2;
  vb_document_change_lever (get_document (self), vb_lever_get_id (lever), facts, &error);
  g_assert_no_error (error);
  gui_app_wait_until_idle (self->window);
}

/* One lever lowered, saved as own, compared, decided, and step by step undone. */
static void
test_own (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;
  VbScenario *own;
  VbPlan *plan;
  gint64 unit;

  choose (self, "national-2024");
  lower_lever (self, find_scenario (self, "national-2024"));
  g_assert_cmpfloat (gui_app_get_number (self->window, "gap_beds"), <, -1);
  dialog = open_dialog (self, "scenarios.copy", VB_TYPE_SCENARIO_DIALOG);
  type (dialog, "Name", "");
  press (self, dialog, "_Save");
  g_assert_nonnull (gui_find_text (dialog, "Give the scenario a name"));
  type (dialog, "Name", "Our way");
  press (self, dialog, "_Save");
  own = find_scenario (self, "Our way");
  g_assert_true (vb_session_get_scenario (get_session (self)) == own);
  g_assert_cmpuint (count_lines (self), ==, 6);
  /* The national one is again what is published, and the change is told. */
  g_assert_nonnull (gui_find_text (get_page (self),
                                   "Plan beds by need, together and all year: low 80 → 75; "
                                   "base 150 → 75"));
  g_assert_cmpfloat (gui_app_get_number (self->window, "gap_beds"), <, -1);
  g_assert_cmpstr (vb_key_figure_get_value (gui_app_get_figure (self->window, "balance_year")), ==,
                   "–");
  choose (self, "national-2024");
  g_assert_cmpfloat (gui_app_get_number (self->window, "balance_year"), ==, 2026);
  choose (self, "Our way");

  unit = vb_scenario_get_facts (own)->unit_id;
  dialog = open_dialog (self, "scenarios.decide", VB_TYPE_PLAN_DIALOG);
  type (dialog, "Decided by", "Regionfullmäktige");
  type (dialog, "Decided on, as 2026-10-31", "2026-11-03");
  press (self, dialog, "_Decide");
  plan = vb_document_find_plan (get_document (self), unit, VB_CARE_GROUP_SOMATIC);
  g_assert_cmpint (vb_plan_get_facts (plan)->scenario_id, ==, vb_scenario_get_id (own));
  g_assert_nonnull (gui_find_text (get_page (self), "decided 3 Nov 2026 by Regionfullmäktige"));
  g_assert_cmpfloat (gui_app_get_number (self->window, "planned_gap"), ==,
                     gui_app_get_number (self->window, "gap_beds"));

  undo (self);
  g_assert_null (vb_document_find_plan (get_document (self), unit, VB_CARE_GROUP_SOMATIC));
  undo (self);
  g_assert_cmpuint (count_lines (self), ==, 5);
  /* The one that is gone has left the screen; the national one has its change again. */
  g_assert_null (vb_session_get_scenario (get_session (self)));
  choose (self, "national-2024");
  g_assert_cmpfloat (gui_app_get_number (self->window, "gap_beds"), <, -1);
  undo (self);
  g_assert_cmpfloat (gui_app_get_number (self->window, "balance_year"), ==, 2026);
}

/* A new one begins from the latest full year; renamed and removed by keys. */
static void
test_new (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (self, "scenarios.add", VB_TYPE_SCENARIO_DIALOG);
  guint n = count_lines (self);
  VbScenario *scenario;

  type (dialog, "Name", "Fler vårdplatser");
  type (dialog, "Last year", "2020");
  press (self, dialog, "_Save");
  g_assert_nonnull (gui_find_text (dialog, "A scenario cannot end before it begins"));
  type (dialog, "Last year", "2032");
  press (self, dialog, "_Save");
  scenario = find_scenario (self, "Fler vårdplatser");
  g_assert_cmpint (vb_scenario_get_facts (scenario)->first_year, ==, 2025);
  g_assert_nonnull (vb_scenario_find_year (scenario, VB_BALANCE_SIDE_NEED, 2032));
  g_assert_cmpuint (count_lines (self), ==, n + 1);

  gtk_widget_child_focus (GTK_WIDGET (get_table (self)), GTK_DIR_TAB_FORWARD);
  g_assert_true (gui_press_shortcut (GTK_WIDGET (self->window), "F2"));
  gui_wait_until (is_there, GSIZE_TO_POINTER (VB_TYPE_SCENARIO_DIALOG));
  dialog = find_window (VB_TYPE_SCENARIO_DIALOG);
  type (dialog, "Name", "Färre vårdplatser");
  press (self, dialog, "_Save");
  g_assert_cmpstr (vb_scenario_get_facts (scenario)->name.sv, ==, "Färre vårdplatser");

  gtk_widget_activate_action (get_page (self), "scenarios.remove", NULL);
  gui_app_wait_until_idle (self->window);
  g_assert_cmpuint (count_lines (self), ==, n);
  undo (self);
  g_assert_cmpuint (count_lines (self), ==, n + 1);
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/views/scenarios-page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("national", test_national);
  ADD ("own", test_own);
  ADD ("new", test_new);
#undef ADD

  return g_test_run ();
}
