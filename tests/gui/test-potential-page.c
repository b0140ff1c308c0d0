/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of potential on the national scenario, in a plan that has nothing else. */
#include "gui-app.h"

#include "vb-assumption-row.h"
#include "vb-chart.h"
#include "vb-document-scenarios.h"
#include "vb-figure-table.h"
#include "vb-lever-dialog.h"
#include "vb-page-frame.h"
#include "vb-scenario-dialog.h"
#include "vb-source-card.h"

typedef struct
{
  VbApplication *application;
  VbWindow *window;
  VbScenario *scenario;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->application = gui_app_new ();
  self->window = gui_app_open_window (self->application, 1180, 780);
  gui_app_activate (self->window, "win.new-plan");
  gui_app_show_page (self->window, "potential");
  gtk_widget_activate_action (GTK_WIDGET (vb_window_get_page (self->window)), "potential.load", "s",
                              "national-2024");
  gui_app_wait_until_idle (self->window);
  self->scenario = vb_session_get_scenario (vb_window_get_session (self->window));
  g_assert_nonnull (self->scenario);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  vb_document_close (vb_window_get_document (self->window));
  gui_app_free (self->application);
}

static GtkWidget *
get_page (Fixture *self)
{
  return GTK_WIDGET (vb_window_get_page (self->window));
}

static GtkWidget *
find_part (Fixture *self, GType type)
{
  GtkWidget *part = gui_find (get_page (self), type, NULL);

  g_assert_nonnull (part);
  return part;
}

static void
assert_figure (Fixture *self, const char *figure, const char *value, const char *word)
{
  g_assert_cmpstr (vb_key_figure_get_value (gui_app_get_figure (self->window, figure)), ==, value);
  g_assert_cmpstr (vb_key_figure_get_word (gui_app_get_figure (self->window, figure)), ==, word);
}

static void
assert_sub (Fixture *self, const char *figure, const char *part)
{
  g_assert_nonnull (
      strstr (vb_key_figure_get_sub (gui_app_get_figure (self->window, figure)), part));
}

static const char *
get_lever_name (Fixture *self, guint index)
{
  g_autoptr (VbLever) lever =
      g_list_model_get_item (vb_scenario_get_levers (self->scenario), index);

  return vb_bilingual_get (&vb_lever_get_facts (lever)->name);
}

static guint
count_levers (Fixture *self)
{
  return g_list_model_get_n_items (vb_scenario_get_levers (self->scenario));
}

static gboolean
is_at_rest (gpointer user_data)
{
  return !vb_assumption_row_get_dragging (user_data);
}

static GtkWidget *
focus_lever (Fixture *self, const char *name)
{
  GtkWidget *row = gui_app_get_row (self->window, name);

  gtk_widget_grab_focus (gui_find (row, GTK_TYPE_SCALE, NULL));
  return row;
}

static void
press_keys (Fixture *self, const char *name, GtkScrollType key, guint steps)
{
  GtkWidget *row = focus_lever (self, name);

  for (guint i = 0; i < steps; i++)
    g_signal_emit_by_name (gui_find (row, GTK_TYPE_SCALE, NULL), "move-slider", key);
  gui_wait_until (is_at_rest, row);
  gui_app_wait_until_idle (self->window);
}

/* Tables are made when they are first looked at. */
static void
show_tables (GtkWidget *root)
{
  if (VB_IS_CHART (root))
    vb_chart_set_show_table (VB_CHART (root), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    show_tables (child);
}

/* −2,230 + 1,220 + 1,010 = 0, in 2026. */
static void
check_national (Fixture *self)
{
  assert_figure (self, "gap_start", "−2,230", "shortage");
  assert_figure (self, "lever_effect", "+2,230", NULL);
  assert_sub (self, "lever_effect", "+1,220");
  assert_sub (self, "lever_effect", "+1,010");
  assert_figure (self, "gap_beds", "0", "in balance");
  assert_sub (self, "gap_beds", "P10–P90");
  assert_figure (self, "balance_year", "2026", NULL);
  assert_sub (self, "balance_year", "probability");
  g_assert_nonnull (gui_find_text (get_page (self), "Year of balance"));
  gui_assert_all_named (GTK_WIDGET (self->window));
  show_tables (get_page (self));
  gui_settle ();
  gui_app_assert_explained (self->window, get_page (self), 24);
}

/* A lever that gives less moves the year of balance; the draws follow; one step takes it back. */
static void
test_lower_a_lever (Fixture *self, gconstpointer data)
{
  const char *name = get_lever_name (self, 0);
  GtkWidget *row = gui_app_get_row (self->window, name);
  g_autofree char *before = NULL;

  before = g_strdup (vb_key_figure_get_sub (gui_app_get_figure (self->window, "gap_beds")));
  gtk_test_accessible_assert_property (gui_find (row, GTK_TYPE_SCALE, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  press_keys (self, name, GTK_SCROLL_STEP_LEFT, 3);
  assert_figure (self, "gap_beds", "−3", "shortage");
  assert_figure (self, "balance_year", "–", "not before 2031");
  g_assert_cmpstr (vb_key_figure_get_sub (gui_app_get_figure (self->window, "gap_beds")), !=,
                   before);
  gtk_test_accessible_assert_property (gui_find (row, GTK_TYPE_SCALE, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "147");

  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  assert_figure (self, "balance_year", "2026", NULL);
  g_assert_cmpstr (vb_key_figure_get_sub (gui_app_get_figure (self->window, "gap_beds")), ==,
                   before);
}

static void
check_year (Fixture *self)
{
  AdwComboRow *row = ADW_COMBO_ROW (gui_app_get_row (self->window, "Year in question"));

  adw_combo_row_set_selected (row, 1);
  gui_app_wait_until_idle (self->window);
  g_assert_nonnull (gui_find_text (get_page (self), "Gap 2024"));
  assert_figure (self, "balance_year", "2026", NULL);
  /* A year of the picture is chosen too. */
  g_signal_emit_by_name (find_part (self, VB_TYPE_CHART), "cell-activated", 2u, 0u);
  gui_app_wait_until_idle (self->window);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 2);
  g_assert_nonnull (gui_find_text (get_page (self), "Gap 2025"));
}

static void
check_explanation (Fixture *self)
{
  VbSourceCard *card = VB_SOURCE_CARD (find_part (self, VB_TYPE_SOURCE_CARD));
  VbFigureTable *years = VB_FIGURE_TABLE (find_part (self, VB_TYPE_FIGURE_TABLE));
  g_autoptr (VbLever) lever = g_list_model_get_item (vb_scenario_get_levers (self->scenario), 5);

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (card)));
  g_signal_emit_by_name (gui_app_get_figure (self->window, "gap_beds"), "clicked");
  gui_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (card)));
  g_assert_cmpstr (vb_source_card_get_numbers (card), ==, "−2,230 + 1,220 + 1,010 = 0");
  /* Need, available beds and ten levers. */
  g_assert_cmpuint (vb_source_card_get_n_inputs (card), ==, 12);

  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (
                                       gui_find (GTK_WIDGET (years), GTK_TYPE_COLUMN_VIEW, NULL))),
                                   1, TRUE);
  gui_settle ();
  g_assert_true (g_str_has_prefix (vb_source_card_get_numbers (card), "−2,230 + "));
  g_assert_cmpstr (vb_source_card_get_numbers (card), !=, "−2,230 + 1,220 + 1,010 = 0");

  gtk_widget_activate_action (get_page (self), "lever.explain", "x", vb_lever_get_id (lever));
  gui_settle ();
  g_assert_true (g_str_has_suffix (vb_source_card_get_numbers (card), "= +381"));
}

/* By key: the lever goes up one place, and the focus stays with it. */
static void
check_reorder (Fixture *self)
{
  g_autofree char *second = g_strdup (get_lever_name (self, 1));
  GtkWidget *row = focus_lever (self, second);

  g_assert_true (gui_press_shortcut (GTK_WIDGET (self->window), "<Alt>Up"));
  gui_app_wait_until_idle (self->window);
  g_assert_cmpstr (get_lever_name (self, 0), ==, second);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), row));
  g_assert_true (GTK_LIST_BOX_ROW (row)
                 == gtk_list_box_get_row_at_index (
                     GTK_LIST_BOX (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX)), 0));
  gui_app_activate (self->window, "win.undo");
  g_assert_cmpstr (get_lever_name (self, 1), ==, second);
}

static void
check_add_and_remove (Fixture *self)
{
  guint n = count_levers (self);
  g_autoptr (VbLever) lever = NULL;

  gtk_widget_activate_action (get_page (self), "lever.add", "s", "falls");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpuint (count_levers (self), ==, n + 1);
  lever = g_list_model_get_item (vb_scenario_get_levers (self->scenario), n);
  g_assert_cmpint (vb_lever_get_facts (lever)->status, ==, VB_FIGURE_STATUS_OWN);
  /* A tenth of what falls take in the nation, about 220 beds. */
  g_assert_cmpfloat_with_epsilon (gui_app_get_number (self->window, "lever_effect"), 2450, 10);

  gtk_widget_activate_action (get_page (self), "potential.restore", NULL);
  gui_app_wait_until_idle (self->window);
  g_assert_cmpuint (count_levers (self), ==, n);
  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);

  gtk_widget_activate_action (get_page (self), "lever.remove", "x", vb_lever_get_id (lever));
  gui_app_wait_until_idle (self->window);
  g_assert_cmpuint (count_levers (self), ==, n);
  assert_figure (self, "lever_effect", "+2,230", NULL);
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  g_assert_not_reached ();
}

static void
set_entry (GtkWidget *dialog, const char *title, const char *text)
{
  GtkWidget *label = gui_find_text (dialog, title);

  g_assert_nonnull (label);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW)), text);
}

/* All of a lever in its dialog: what cannot be is said, what can is one step. */
static void
test_edit (Fixture *self, gconstpointer data)
{
  g_autoptr (VbLever) lever = g_list_model_get_item (vb_scenario_get_levers (self->scenario), 0);
  GtkWidget *dialog;

  gtk_widget_activate_action (get_page (self), "lever.edit", "x", vb_lever_get_id (lever));
  gui_settle ();
  dialog = find_window (VB_TYPE_LEVER_DIALOG);
  gui_assert_all_named (dialog);
  set_entry (dialog, "Base value", "1,000");
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  g_assert_cmpfloat (vb_lever_get_facts (lever)->figures.base, ==, 150);

  set_entry (dialog, "High", "1,200");
  set_entry (dialog, "Share that can be influenced, %", "50");
  set_entry (dialog, "Cost a year at full effect, kr", "12,500,000");
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpfloat (vb_lever_get_facts (lever)->figures.base, ==, 1000);
  g_assert_cmpfloat (vb_lever_get_facts (lever)->figures.influence, ==, 0.5);
  g_assert_cmpfloat (vb_lever_get_facts (lever)->figures.yearly_cost, ==, 12.5e6);
  assert_figure (self, "gap_beds", "+350", "surplus");
  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  assert_figure (self, "gap_beds", "0", "in balance");
}

static void
test_save_as_own (Fixture *self, gconstpointer data)
{
  VbSession *session = vb_window_get_session (self->window);
  GtkWidget *dialog;

  gtk_widget_activate_action (get_page (self), "potential.copy", NULL);
  gui_settle ();
  dialog = find_window (VB_TYPE_SCENARIO_DIALOG);
  set_entry (dialog, "Name", "Our way");
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  gui_app_wait_until_idle (self->window);
  g_assert_true (vb_session_get_scenario (session) != self->scenario);
  g_assert_cmpstr (
      vb_bilingual_get (&vb_scenario_get_facts (vb_session_get_scenario (session))->name), ==,
      "Our way");
  assert_figure (self, "balance_year", "2026", NULL);

  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_null (vb_session_get_scenario (session));
  g_assert_true (vb_page_frame_get_empty (VB_PAGE_FRAME (find_part (self, VB_TYPE_PAGE_FRAME))));
}

/* Under today the page offers what is ready; a plan without a nation gets one. */
static void
test_load (Fixture *self, gconstpointer data)
{
  VbSession *session = vb_window_get_session (self->window);
  VbDocument *document = vb_window_get_document (self->window);
  g_autoptr (GError) error = NULL;
  gint64 other;

  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_true (vb_page_frame_get_empty (VB_PAGE_FRAME (find_part (self, VB_TYPE_PAGE_FRAME))));
  g_assert_nonnull (gui_find_text (get_page (self), "Plats för vård 2024"));
  /* It is of no other nation than its own. */
  other = vb_document_add_unit (document, 0, VB_UNIT_NATION, "Northern Ireland", NULL, &error);
  g_assert_no_error (error);
  vb_session_set_unit (session, vb_document_get_unit (document, other));
  gtk_widget_activate_action (get_page (self), "potential.load", "s", "present-pace");
  gui_app_wait_until_idle (self->window);
  assert_figure (self, "balance_year", "2033", NULL);
  g_assert_cmpstr (vb_unit_get_name (vb_session_get_unit (session)), ==, "Riket");
  g_assert_cmpstr (vb_unit_get_code (vb_session_get_unit (session)), ==, "00");
  /* Once more is the same one. */
  gtk_widget_activate_action (get_page (self), "potential.load", "s", "present-pace");
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_scenarios (document)), ==, 1);
  gui_app_activate (self->window, "win.undo");
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_scenarios (document)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_roots (document)), ==, 1);
}

/* Without a scenario the plan's own of the unit are offered beside those that are ready. */
static void
test_own_scenarios (Fixture *self, gconstpointer data)
{
  VbSession *session = vb_window_get_session (self->window);
  VbDocument *document = vb_window_get_document (self->window);
  VbBilingual name = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  GtkWidget *row;
  gint64 id;

  vb_bilingual_set (&name, "Our own way", NULL);
  id = vb_document_copy_scenario (document, vb_scenario_get_id (vb_session_get_scenario (session)),
                                  &name, &error);
  g_assert_no_error (error);
  vb_bilingual_clear (&name);
  vb_session_set_scenario (session, NULL);
  gui_app_wait_until_idle (self->window);
  row =
      gtk_widget_get_ancestor (gui_find_text (get_page (self), "Our own way"), ADW_TYPE_ACTION_ROW);
  g_assert_true (gtk_widget_get_mapped (row));
  g_signal_emit_by_name (row, "activate");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpint (vb_scenario_get_id (vb_session_get_scenario (session)), ==, id);
}

static void
test_figures (Fixture *self, gconstpointer data)
{
  check_national (self);
  check_explanation (self);
  check_year (self);
}

static void
test_levers (Fixture *self, gconstpointer data)
{
  check_reorder (self);
  check_add_and_remove (self);
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/views/potential-page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("figures", test_figures);
  ADD ("lower-a-lever", test_lower_a_lever);
  ADD ("levers", test_levers);
  ADD ("edit", test_edit);
  ADD ("save-as-own", test_save_as_own);
  ADD ("load", test_load);
  ADD ("own-scenarios", test_own_scenarios);
#undef ADD

  return g_test_run ();
}
