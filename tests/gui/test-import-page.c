/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gui-import.h"

#include <string.h>

#include "vb-care-types-window.h"
#include "vb-cell-map.h"
#include "vb-chart.h"
#include "vb-empty-state.h"
#include "vb-finding-table.h"
#include "vb-import-row.h"
#include "vb-problem-table.h"
#include "vb-refused-window.h"

static void
test_empty (GuiImport *self, gconstpointer data)
{
  gui_app_activate (self->window, "win.new-plan");
  gui_app_activate (self->window, "win.show-page::import");
  gui_wait_for_draw (GTK_WIDGET (self->window));
  gui_import_assert_text (
      gui_find (GTK_WIDGET (vb_window_get_page (self->window)), VB_TYPE_EMPTY_STATE, NULL),
      "Choose File…");
  gui_assert_all_named (GTK_WIDGET (self->window));
  gui_assert_not_clipped (GTK_WIDGET (self->window));
}

/* In a window of 360 pixels nothing is cut off, whatever period the figures begin with. */
static void
test_narrow (GuiImport *self, gconstpointer data)
{
  GtkWidget *content;
  int minimum;

  gtk_window_destroy (GTK_WINDOW (self->window));
  self->window = gui_app_open_window (self->application, 360, 900);
  gui_import_open_table (self, "wards.csv", GUI_IMPORT_WARDS);
  gui_import_wait_until_ready (self);
  content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (self->window));
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gui_assert_not_clipped (GTK_WIDGET (self->window));

  gui_import_take (self);
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gui_assert_not_clipped (GTK_WIDGET (self->window));
}

static void
test_take (GuiImport *self, gconstpointer data)
{
  GtkWidget *page;
  VbDrawing *map;

  gui_import_open_table (self, "wards.csv", GUI_IMPORT_WARDS);
  gui_import_wait_until_ready (self);
  gui_import_take (self);
  g_assert_cmpfloat (gui_import_get_value (self, "Norra / Medicin 2", VB_MEASURE_OCCUPIED_BEDS,
                                           VB_GRAIN_MONTH, "2024-02-01"),
                     ==, 13.25);
  page = GTK_WIDGET (vb_window_get_page (self->window));
  gui_import_assert_text (GTK_WIDGET (self->window), "7 figures from “wards.csv”");
  gui_import_assert_text (page, "wards.csv");
  map = vb_chart_get_drawing (VB_CHART (gui_find (page, VB_TYPE_CHART, NULL)));
  g_assert_true (VB_IS_CELL_MAP (map));
  g_assert_cmpuint (vb_drawing_get_n_rows (map), ==, 3);
  gui_assert_all_named (GTK_WIDGET (self->window));
  gui_assert_not_clipped (GTK_WIDGET (self->window));

  gui_import_press (gui_find_text (GTK_WIDGET (self->window), "_Show"));
  g_assert_cmpstr (vb_page_get_page_id (vb_window_get_page (self->window)), ==, "overview");
  g_assert_cmpstr (vb_unit_get_name (vb_session_get_unit (vb_window_get_session (self->window))),
                   ==, "Norra");

  gui_app_activate (self->window, "win.undo");
  gui_wait_until (gui_import_has_no_units, self);
}

/* A cell of the map leads to its unit and month. */
static void
test_coverage (GuiImport *self, gconstpointer data)
{
  VbSession *session;
  VbChart *map;
  VbPeriod period;

  gui_import_open_table (self, "wards.csv", GUI_IMPORT_WARDS);
  gui_import_wait_until_ready (self);
  gui_import_take (self);
  session = vb_window_get_session (self->window);
  map = VB_CHART (gui_find (GTK_WIDGET (vb_window_get_page (self->window)), VB_TYPE_CHART, NULL));
  g_signal_emit_by_name (map, "cell-activated", 1, 2);
  g_assert_cmpstr (vb_unit_get_name (vb_session_get_unit (session)), ==, "Medicin 2");
  period = vb_session_get_period (session);
  g_assert_cmpint (period.grain, ==, VB_GRAIN_MONTH);
  g_assert_cmpint (period.start, ==, vb_day_from_ymd (2024, 2, 1));
}

/* Twice as many patients as beds is told of, and leads to where it is. */
static void
test_findings (GuiImport *self, gconstpointer data)
{
  VbSession *session;
  VbFindingTable *findings;
  GtkWidget *page;
  GtkWidget *view;
  g_autofree char *text = NULL;

  gui_import_open_table (self, "wards.csv",
                         "Sjukhus;Avdelning;Datum;Disponibla vårdplatser;Inneliggande\n"
                         "Norra;Medicin 1;2024-01;20;18\nNorra;Medicin 1;2024-02;20;40\n"
                         "Norra;Medicin 2;2024-01;10;9\nNorra;Medicin 2;2024-02;10;9\n");
  gui_import_wait_until_ready (self);
  gui_import_take (self);
  page = GTK_WIDGET (vb_window_get_page (self->window));
  findings = VB_FINDING_TABLE (gui_find (page, VB_TYPE_FINDING_TABLE, NULL));
  text = vb_finding_table_dup_text (findings);
  g_assert_cmpstr (text, ==,
                   "Unit\tRule\tWhat is wrong\n"
                   "Medicin 1\tOccupancy Above 150 %\toccupancy 200% in Feb 2024\n");
  gui_import_assert_text (page, "1 finding; it leads to its unit and period");
  gui_assert_all_named (GTK_WIDGET (self->window));
  gui_assert_not_clipped (GTK_WIDGET (self->window));

  view = gui_find (GTK_WIDGET (findings), GTK_TYPE_COLUMN_VIEW, NULL);
  g_signal_emit_by_name (view, "activate", 0);
  session = vb_window_get_session (self->window);
  g_assert_cmpstr (vb_unit_get_name (vb_session_get_unit (session)), ==, "Medicin 1");
  g_assert_cmpint (vb_session_get_period (session).start, ==, vb_day_from_ymd (2024, 2, 1));
  g_assert_cmpstr (vb_page_get_page_id (vb_window_get_page (self->window)), ==, "need");

  /* Nothing of the other ward. */
  vb_session_set_unit (session, gui_import_find_unit (self, "Norra / Medicin 2"));
  gui_app_activate (self->window, "win.show-page::import");
  gui_app_wait_until_idle (self->window);
  gui_import_assert_text (page, "None of Medicin 2");
}

static void
test_cancel (GuiImport *self, gconstpointer data)
{
  gui_import_open_table (self, "wards.csv", GUI_IMPORT_WARDS);
  gui_import_press (gui_find_text (gui_import_find_preview (self), "_Cancel"));
  g_assert_true (gui_import_shows_overview (self));

  gui_import_open_table (self, "wards.csv", GUI_IMPORT_WARDS);
  gui_import_wait_until_ready (self);
  gui_import_press (gui_find_text (gui_import_find_preview (self), "_Cancel"));
  g_assert_true (gui_import_shows_overview (self));
  g_assert_true (gui_import_has_no_units (self));
  g_assert_false (vb_document_get_modified (vb_window_get_document (self->window)));
}

static gboolean
has_no_imports (gpointer user_data)
{
  GuiImport *self = user_data;

  return g_list_model_get_n_items (vb_document_get_imports (vb_window_get_document (self->window)))
         == 0;
}

static gboolean
has_imports (gpointer user_data)
{
  return !has_no_imports (user_data);
}

static VbRefusedWindow *
find_refused_window (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (VB_IS_REFUSED_WINDOW (toplevel))
        return VB_REFUSED_WINDOW (toplevel);
    }
  return NULL;
}

static GtkWidget *
find_icon_button (GtkWidget *root, const char *icon_name)
{
  if (GTK_IS_BUTTON (root)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), icon_name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_icon_button (child, icon_name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_list (GuiImport *self, gconstpointer data)
{
  GtkWidget *row;
  VbRefusedWindow *refused;
  VbProblemTable *problems;

  gui_import_open_table (self, "wards.csv", GUI_IMPORT_WARDS);
  gui_import_wait_until_ready (self);
  gui_import_take (self);
  row = gui_import_find (self, VB_TYPE_IMPORT_ROW, NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "wards.csv");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                            "5 rows read · 1 refused · 7 figures in use"));

  gui_import_press (find_icon_button (row, "dialog-warning-symbolic"));
  refused = find_refused_window ();
  g_assert_nonnull (refused);
  gui_wait_for_draw (GTK_WIDGET (refused));
  problems = VB_PROBLEM_TABLE (gui_find (GTK_WIDGET (refused), VB_TYPE_PROBLEM_TABLE, NULL));
  g_assert_cmpuint (vb_problem_table_get_n_shown (problems), ==, 2);
  gui_assert_all_named (GTK_WIDGET (refused));
  gui_app_assert_explained (self->window, GTK_WIDGET (refused), 6);
  gtk_window_destroy (GTK_WINDOW (refused));

  gui_import_press (find_icon_button (row, "edit-undo-symbolic"));
  gui_wait_until (has_no_imports, self);
  g_assert_true (gui_import_has_no_units (self));
  gui_app_activate (self->window, "win.undo");
  gui_wait_until (has_imports, self);
  g_assert_cmpfloat (gui_import_get_value (self, "Norra / Medicin 1", VB_MEASURE_OCCUPIED_BEDS,
                                           VB_GRAIN_MONTH, "2024-01-01"),
                     ==, 18.5);
}

/* The same file again changes nothing, and says so. */
static void
test_again (GuiImport *self, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      gui_import_open_table (self, "wards.csv", GUI_IMPORT_WARDS);
      gui_import_wait_until_ready (self);
      gui_import_take (self);
    }
  gui_import_assert_text (GTK_WIDGET (self->window),
                          "Nothing new in “wards.csv”: every figure was there already");
  g_assert_cmpuint (
      g_list_model_get_n_items (vb_document_get_imports (vb_window_get_document (self->window))),
      ==, 1);
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_assert_not_reached ();
}

static void
test_drop (GuiImport *self, gconstpointer data)
{
  g_autoptr (GFile) file = gui_import_write_file (self, "wards.csv", GUI_IMPORT_WARDS, -1);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  gui_app_open_example (self->window);
  g_value_init (&value, G_TYPE_FILE);
  g_value_set_object (&value, file);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (self->window)), "drop", &value, 0.0, 0.0,
                         &taken);
  g_assert_true (taken);
  g_assert_cmpstr (vb_page_get_page_id (vb_window_get_page (self->window)), ==, "import");
  gui_import_wait_until_ready (self);
  gui_import_assert_text (gui_import_find_preview (self), "Import of “wards.csv”");
}

static GtkWidget *
find_care_types_window (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (VB_IS_CARE_TYPES_WINDOW (toplevel))
        return toplevel;
    }
  g_assert_not_reached ();
}

/* Most tables do not say what care their units give: the user does, once for all of a name. */
static void
test_care_types (GuiImport *self, gconstpointer data)
{
  GtkWidget *window;
  GtkWidget *row;
  VbUnit *north;
  VbUnit *south;

  gui_import_open_table (self, "wards.csv",
                         "Sjukhus;Klinik;Datum;Vårddygn\nNorra;Medicin;2024-01;10\n"
                         "Norra;Psykiatri;2024-01;11\nSödra;Psykiatri;2024-01;12\n"
                         "Södra;Kirurgi;2024-01;13\n");
  gui_import_wait_until_ready (self);
  gui_import_take (self);
  north = gui_import_find_unit (self, "Norra / Psykiatri");
  south = gui_import_find_unit (self, "Södra / Psykiatri");

  gtk_widget_activate_action (GTK_WIDGET (vb_window_get_page (self->window)), "import.care-types",
                              NULL);
  window = find_care_types_window ();
  gui_wait_for_draw (window);
  gui_assert_all_named (window);
  gui_assert_not_clipped (window);
  gtk_editable_set_text (GTK_EDITABLE (gui_find (window, GTK_TYPE_SEARCH_ENTRY, NULL)), "psyk");
  g_signal_emit_by_name (gui_find (window, GTK_TYPE_SEARCH_ENTRY, NULL), "search-changed");
  gui_wait_for_draw (window);
  g_assert_null (gui_find_text (window, "Medicin"));
  g_assert_nonnull (gui_find_text (window, "2 units"));
  row = gui_find (window, GTK_TYPE_DROP_DOWN, NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (row)), ==, VB_CARE_TYPE_NONE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (row), VB_CARE_TYPE_PSYCHIATRIC);
  gtk_window_close (GTK_WINDOW (window));
  gui_app_wait_until_idle (self->window);
  g_assert_cmpint (vb_unit_get_own_care_type (north), ==, VB_CARE_TYPE_PSYCHIATRIC);
  g_assert_cmpint (vb_unit_get_own_care_type (south), ==, VB_CARE_TYPE_PSYCHIATRIC);

  /* One change. */
  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpint (vb_unit_get_own_care_type (north), ==, VB_CARE_TYPE_NONE);
  g_assert_cmpint (vb_unit_get_own_care_type (south), ==, VB_CARE_TYPE_NONE);
}

int
main (int argc, char **argv)
{
  gui_init (&argc, &argv);

  gui_import_add ("/gui/import-page/empty", test_empty);
  gui_import_add ("/gui/import-page/narrow", test_narrow);
  gui_import_add ("/gui/import-page/take", test_take);
  gui_import_add ("/gui/import-page/coverage", test_coverage);
  gui_import_add ("/gui/import-page/findings", test_findings);
  gui_import_add ("/gui/import-page/cancel", test_cancel);
  gui_import_add ("/gui/import-page/list", test_list);
  gui_import_add ("/gui/import-page/again", test_again);
  gui_import_add ("/gui/import-page/care-types", test_care_types);
  gui_import_add ("/gui/import-page/drop", test_drop);
  return g_test_run ();
}
