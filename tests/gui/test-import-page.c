/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gui-app.h"

#include <glib/gstdio.h>
#include <string.h>

#include "vb-cell-map.h"
#include "vb-chart.h"
#include "vb-empty-state.h"
#include "vb-finding-table.h"
#include "vb-import-column-row.h"
#include "vb-import-page.h"
#include "vb-import-preview.h"
#include "vb-import-row.h"
#include "vb-import-sample.h"
#include "vb-meaning-button.h"
#include "vb-problem-table.h"
#include "vb-refused-window.h"
#include "vb-unit.h"

/* A table as a Swedish hospital keeps it, with a word among the numbers and a sum without a date.
 */
#define WARDS                                                                                      \
  "Sjukhus;Avdelning;Datum;Disponibla vårdplatser;Inneliggande\n"                                 \
  "Norra;Medicin 1;2024-01;20;18,5\n"                                                              \
  "Norra;Medicin 1;2024-02;stängd;19,5\n"                                                         \
  "Norra;Medicin 2;2024-01;12;11\n"                                                                \
  "Norra;Medicin 2;2024-02;12;13,25\n"                                                             \
  "Norra;Summa;;32;29,5\n"

typedef struct
{
  VbApplication *application;
  VbWindow *window;
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->application = gui_app_new ();
  self->window = gui_app_open_window (self->application, 1180, 900);
  self->folder = g_dir_make_tmp ("vardbalans-import-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  gui_app_free (self->application);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

/* ---- what the tests look at ------------------------------------------------------------------ */

static GtkWidget *
find (Fixture *self, GType type, const char *css_class)
{
  GtkWidget *found = gui_find (GTK_WIDGET (self->window), type, css_class);

  g_assert_nonnull (found);
  return found;
}

static GtkWidget *
find_preview (Fixture *self)
{
  return find (self, VB_TYPE_IMPORT_PREVIEW, NULL);
}

static GtkButton *
find_take_button (Fixture *self)
{
  return GTK_BUTTON (gui_find (find_preview (self), GTK_TYPE_BUTTON, "suggested-action"));
}

/* The stack's page in sight: "overview" or "preview". */
static const char *
get_shown (Fixture *self)
{
  GtkWidget *stack = adw_bin_get_child (ADW_BIN (vb_window_get_page (self->window)));

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static void
assert_text (GtkWidget *root, const char *text)
{
  GtkWidget *found = gui_find_text (root, text);

  if (found == NULL || !gtk_widget_get_mapped (found))
    g_error ("“%s” is not to be seen", text);
}

static gboolean
is_ready (gpointer user_data)
{
  return gtk_widget_get_sensitive (GTK_WIDGET (find_take_button (user_data)));
}

static gboolean
has_warning (gpointer user_data)
{
  GtkWidget *banner = gui_find (find_preview (user_data), GTK_TYPE_BOX, "error");

  return banner != NULL && gtk_widget_get_mapped (banner);
}

static gboolean
has_failed (gpointer user_data)
{
  GtkWidget *page = gui_find_text (find_preview (user_data), "_Choose Another File…");

  return page != NULL && gtk_widget_get_mapped (page);
}

static gboolean
shows_overview (gpointer user_data)
{
  return g_str_equal (get_shown (user_data), "overview");
}

/* ---- what the tests do ----------------------------------------------------------------------- */

static GFile *
write_file (Fixture *self, const char *name, const char *data, gssize size)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, size, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
open_table (Fixture *self, const char *name, const char *data)
{
  g_autoptr (GFile) file = write_file (self, name, data, -1);

  g_assert_true (vb_window_import_file (self->window, file));
  g_assert_cmpstr (get_shown (self), ==, "preview");
}

static void
wait_until_ready (Fixture *self)
{
  gui_wait_until (is_ready, self);
  gui_wait_for_draw (GTK_WIDGET (self->window));
}

static void
press (GtkWidget *button)
{
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  gui_settle ();
}

static void
take (Fixture *self)
{
  press (GTK_WIDGET (find_take_button (self)));
  gui_wait_until (shows_overview, self);
  gui_app_wait_until_idle (self->window);
}

static VbImportColumnRow *
find_column_row (Fixture *self, const char *header)
{
  GtkWidget *label = gui_find_text (find_preview (self), header);

  g_assert_nonnull (label);
  return VB_IMPORT_COLUMN_ROW (gtk_widget_get_ancestor (label, VB_TYPE_IMPORT_COLUMN_ROW));
}

static const char *
get_meaning (Fixture *self, const char *header)
{
  GtkWidget *row = GTK_WIDGET (find_column_row (self, header));

  return vb_meaning_button_get_label (
      VB_MEANING_BUTTON (gui_find (row, VB_TYPE_MEANING_BUTTON, NULL)));
}

/* As a reader does it: opens the list, types a part of the word, Enter. */
static void
choose_meaning (Fixture *self, const char *header, const char *typed)
{
  GtkWidget *row = GTK_WIDGET (find_column_row (self, header));
  GtkWidget *button = gui_find (row, VB_TYPE_MEANING_BUTTON, NULL);
  GtkWidget *entry;

  vb_meaning_button_popup (VB_MEANING_BUTTON (button));
  gui_settle ();
  entry = gui_find (button, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), typed);
  g_signal_emit_by_name (entry, "search-changed");
  g_signal_emit_by_name (entry, "activate");
  gui_settle ();
}

static VbUnit *
find_unit (Fixture *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  VbUnit *unit = vb_document_find_unit (vb_window_get_document (self->window), path, &error);

  g_assert_no_error (error);
  return unit;
}

static double
get_value (Fixture *self, const char *path, VbMeasureId measure, VbGrain grain, const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) points =
      vb_document_read_series (vb_window_get_document (self->window),
                               vb_unit_get_id (find_unit (self, path)), measure, grain, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < points->len; i++)
    if (g_array_index (points, VbSeriesPoint, i).start == vb_day_from_iso (day))
      return g_array_index (points, VbSeriesPoint, i).value;
  return -1;
}

/* ---- tests ----------------------------------------------------------------------------------- */

static void
test_empty (Fixture *self, gconstpointer data)
{
  gui_app_activate (self->window, "win.new-plan");
  gui_app_activate (self->window, "win.show-page::import");
  gui_wait_for_draw (GTK_WIDGET (self->window));
  assert_text (gui_find (GTK_WIDGET (vb_window_get_page (self->window)), VB_TYPE_EMPTY_STATE, NULL),
               "Choose File…");
  gui_assert_all_named (GTK_WIDGET (self->window));
  gui_assert_not_clipped (GTK_WIDGET (self->window));
}

static void
test_preview (Fixture *self, gconstpointer data)
{
  GtkWidget *preview;
  GtkWidget *doubtful;
  GtkWidget *label;
  VbProblemTable *problems;
  g_autofree char *text = NULL;

  /* On the start page there is no plan yet: one is made. */
  open_table (self, "vårdplatser.csv", WARDS);
  wait_until_ready (self);
  preview = find_preview (self);
  assert_text (preview, "Import of “vårdplatser.csv”");
  assert_text (preview, "CSV, UTF-8");
  assert_text (preview, "parted by semicolons, decimal comma");
  assert_text (preview, "one row for each period, headers in row 1");
  assert_text (preview, "Month");
  assert_text (preview, "5 columns are used, 0 are left out");
  g_assert_cmpstr (gtk_button_get_label (find_take_button (self)), ==, "_Take 7 Figures");
  g_assert_cmpstr (get_meaning (self, "Sjukhus"), ==, "Unit: Hospital");
  g_assert_cmpstr (get_meaning (self, "Datum"), ==, "Date or period");
  g_assert_cmpstr (get_meaning (self, "Inneliggande"), ==, "Occupied beds");

  /* The doubtful cell is marked, and says so. */
  gui_app_assert_explained (self->window, preview, 4 + 6 + 6);
  doubtful = gui_find (preview, GTK_TYPE_BOX, "doubtful");
  g_assert_nonnull (doubtful);
  label = gtk_widget_get_last_child (doubtful);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "stängd");
  gtk_test_accessible_assert_property (
      label, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "Disponibla vårdplatser: stängd – not a number; expected: a number of at least 0");

  problems = VB_PROBLEM_TABLE (gui_find (preview, VB_TYPE_PROBLEM_TABLE, NULL));
  g_assert_cmpuint (vb_problem_table_get_n_shown (problems), ==, 2);
  text = vb_problem_table_dup_selected (problems);
  g_assert_cmpstr (text, ==,
                   "Row\tColumn\tValue\tProblem\tExpected\tLeft out\n"
                   "3\tDisponibla vårdplatser\tstängd\tnot a number\ta number of at least 0\tthe "
                   "cell\n"
                   "6\tDatum\t–\tno date\ta date, such as 2024-01-31, 2024-01, 2024K1 or 2024 v. "
                   "27\tthe row\n");
  gui_assert_all_named (GTK_WIDGET (self->window));
  gui_assert_not_clipped (GTK_WIDGET (self->window));

  /* Nothing has been taken. */
  g_assert_cmpuint (vb_document_get_n_units (vb_window_get_document (self->window)), ==, 0);
}

/* In a window of 360 pixels nothing is cut off, whatever period the figures begin with. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  GtkWidget *content;
  int minimum;

  gtk_window_destroy (GTK_WINDOW (self->window));
  self->window = gui_app_open_window (self->application, 360, 900);
  open_table (self, "wards.csv", WARDS);
  wait_until_ready (self);
  content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (self->window));
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gui_assert_not_clipped (GTK_WIDGET (self->window));

  take (self);
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gui_assert_not_clipped (GTK_WIDGET (self->window));
}

static gboolean
has_no_units (gpointer user_data)
{
  Fixture *self = user_data;

  return vb_document_get_n_units (vb_window_get_document (self->window)) == 0;
}

static void
test_take (Fixture *self, gconstpointer data)
{
  GtkWidget *page;
  VbDrawing *map;

  open_table (self, "wards.csv", WARDS);
  wait_until_ready (self);
  take (self);
  g_assert_cmpfloat (
      get_value (self, "Norra / Medicin 2", VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-02-01"),
      ==, 13.25);
  page = GTK_WIDGET (vb_window_get_page (self->window));
  assert_text (GTK_WIDGET (self->window), "7 figures from “wards.csv”");
  assert_text (page, "wards.csv");
  map = vb_chart_get_drawing (VB_CHART (gui_find (page, VB_TYPE_CHART, NULL)));
  g_assert_true (VB_IS_CELL_MAP (map));
  g_assert_cmpuint (vb_drawing_get_n_rows (map), ==, 3);
  gui_assert_all_named (GTK_WIDGET (self->window));
  gui_assert_not_clipped (GTK_WIDGET (self->window));

  press (gui_find_text (GTK_WIDGET (self->window), "_Show"));
  g_assert_cmpstr (vb_page_get_page_id (vb_window_get_page (self->window)), ==, "overview");
  g_assert_cmpstr (vb_unit_get_name (vb_session_get_unit (vb_window_get_session (self->window))),
                   ==, "Norra");

  gui_app_activate (self->window, "win.undo");
  gui_wait_until (has_no_units, self);
}

/* A cell of the map leads to its unit and month. */
static void
test_coverage (Fixture *self, gconstpointer data)
{
  VbSession *session;
  VbChart *map;
  VbPeriod period;

  open_table (self, "wards.csv", WARDS);
  wait_until_ready (self);
  take (self);
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
test_findings (Fixture *self, gconstpointer data)
{
  VbSession *session;
  VbFindingTable *findings;
  GtkWidget *page;
  GtkWidget *view;
  g_autofree char *text = NULL;

  open_table (self, "wards.csv",
              "Sjukhus;Avdelning;Datum;Disponibla vårdplatser;Inneliggande\n"
              "Norra;Medicin 1;2024-01;20;18\nNorra;Medicin 1;2024-02;20;40\n"
              "Norra;Medicin 2;2024-01;10;9\nNorra;Medicin 2;2024-02;10;9\n");
  wait_until_ready (self);
  take (self);
  page = GTK_WIDGET (vb_window_get_page (self->window));
  findings = VB_FINDING_TABLE (gui_find (page, VB_TYPE_FINDING_TABLE, NULL));
  text = vb_finding_table_dup_text (findings);
  g_assert_cmpstr (text, ==,
                   "Unit\tRule\tWhat is wrong\n"
                   "Medicin 1\tOccupancy Above 150 %\toccupancy 200% in Feb 2024\n");
  assert_text (page, "1 finding; it leads to its unit and period");
  gui_assert_all_named (GTK_WIDGET (self->window));
  gui_assert_not_clipped (GTK_WIDGET (self->window));

  view = gui_find (GTK_WIDGET (findings), GTK_TYPE_COLUMN_VIEW, NULL);
  g_signal_emit_by_name (view, "activate", 0);
  session = vb_window_get_session (self->window);
  g_assert_cmpstr (vb_unit_get_name (vb_session_get_unit (session)), ==, "Medicin 1");
  g_assert_cmpint (vb_session_get_period (session).start, ==, vb_day_from_ymd (2024, 2, 1));
  g_assert_cmpstr (vb_page_get_page_id (vb_window_get_page (self->window)), ==, "need");

  /* Nothing of the other ward. */
  vb_session_set_unit (session, find_unit (self, "Norra / Medicin 2"));
  gui_app_activate (self->window, "win.show-page::import");
  gui_app_wait_until_idle (self->window);
  assert_text (page, "None of Medicin 2");
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  open_table (self, "wards.csv", WARDS);
  press (gui_find_text (find_preview (self), "_Cancel"));
  g_assert_true (shows_overview (self));

  open_table (self, "wards.csv", WARDS);
  wait_until_ready (self);
  press (gui_find_text (find_preview (self), "_Cancel"));
  g_assert_true (shows_overview (self));
  g_assert_true (has_no_units (self));
  g_assert_false (vb_document_get_modified (vb_window_get_document (self->window)));
}

/* One column a care type: which is what, only the reader can say. */
static void
test_mapping (Fixture *self, gconstpointer data)
{
  GtkWidget *row;
  GtkWidget *entry;

  open_table (self, "trusts.csv",
              "trust,date,adult_beds_available,icu_beds_available\n"
              "R0A,2024-01-01,100,9\nR0A,2024-02-01,101,8\n");
  gui_wait_until (has_warning, self);
  gui_wait_for_draw (GTK_WIDGET (self->window));
  assert_text (find_preview (self), "Several columns could be this measure: choose");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_take_button (self))));
  gui_assert_not_clipped (GTK_WIDGET (self->window));

  choose_meaning (self, "adult_beds_available", "availab");
  wait_until_ready (self);
  g_assert_cmpstr (get_meaning (self, "adult_beds_available"), ==, "Available beds");
  g_assert_cmpstr (gtk_button_get_label (find_take_button (self)), ==, "_Take 2 Figures");

  /* Two columns cannot be one measure of one unit. */
  choose_meaning (self, "icu_beds_available", "available beds");
  wait_until_ready (self);
  g_assert_cmpstr (get_meaning (self, "icu_beds_available"), ==, "Left out");
  assert_text (GTK_WIDGET (find_column_row (self, "icu_beds_available")),
               "The columns “adult_beds_available” and “icu_beds_available” cannot both be the "
               "measure available_beds of one unit");

  row = GTK_WIDGET (find_column_row (self, "adult_beds_available"));
  entry = gui_find (row, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Vuxna");
  g_signal_emit_by_name (entry, "activate");
  gui_settle ();
  choose_meaning (self, "icu_beds_available", "available beds");
  wait_until_ready (self);
  g_assert_cmpstr (gtk_button_get_label (find_take_button (self)), ==, "_Take 4 Figures");
  take (self);
  g_assert_cmpfloat (
      get_value (self, "R0A / Vuxna", VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_MONTH, "2024-02-01"), ==,
      101);
  g_assert_cmpfloat (
      get_value (self, "R0A", VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_MONTH, "2024-02-01"), ==, 8);

  /* The next delivery of the table is mapped like this one. */
  open_table (self, "trusts.csv",
              "trust,date,adult_beds_available,icu_beds_available\nR0A,2024-03-01,102,7\n");
  wait_until_ready (self);
  assert_text (find_preview (self),
               "The columns mean what they meant when a table like this was taken last.");
  g_assert_cmpstr (gtk_button_get_label (find_take_button (self)), ==, "_Take 2 Figures");
  press (gui_find_text (find_preview (self), "Guess A_new"));
  gui_wait_until (has_warning, self);
  g_assert_cmpstr (get_meaning (self, "icu_beds_available"), ==, "Left out");
}

/* Levels may be said in any order, and taken back. */
static void
test_levels (Fixture *self, gconstpointer data)
{
  open_table (self, "levels.csv",
              "aaa;bbb;Datum;Vårddygn\nMedicin 1;Norra;2024-01;600\nMedicin 2;Norra;2024-01;300\n");
  wait_until_ready (self);
  choose_meaning (self, "bbb", "Hospital");
  choose_meaning (self, "aaa", "Ward");
  wait_until_ready (self);
  take (self);
  g_assert_cmpfloat (
      get_value (self, "Norra / Medicin 1", VB_MEASURE_BED_DAYS, VB_GRAIN_MONTH, "2024-01-01"), ==,
      600);

  open_table (self, "levels.csv",
              "aaa;bbb;Datum;Vårddygn\nMedicin 1;Norra;2024-02;500\nMedicin 2;Norra;2024-02;200\n");
  wait_until_ready (self);
  choose_meaning (self, "bbb", "Left out");
  wait_until_ready (self);
  g_assert_cmpstr (get_meaning (self, "aaa"), ==, "Unit: Ward");
  take (self);
  g_assert_cmpfloat (
      get_value (self, "Medicin 2", VB_MEASURE_BED_DAYS, VB_GRAIN_MONTH, "2024-02-01"), ==, 200);
}

static void
assert_cannot_import (
    Fixture *self, const char *name, const char *bytes, gsize size, const char *message)
{
  g_autoptr (GFile) file = write_file (self, name, bytes, (gssize) size);
  GtkWidget *page;

  g_assert_true (vb_window_import_file (self->window, file));
  gui_wait_until (has_failed, self);
  page = gtk_widget_get_ancestor (gui_find_text (find_preview (self), "_Choose Another File…"),
                                  ADW_TYPE_STATUS_PAGE);
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), ==, message);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_take_button (self))));
}

static void
test_no_table (Fixture *self, gconstpointer data)
{
  static const char zeros[100000];

  assert_cannot_import (self, "empty.csv", "", 0, "“empty.csv” is empty");
  assert_cannot_import (self, "nul.csv", zeros, sizeof zeros,
                        "“nul.csv” is not a table: it holds binary data");
  assert_cannot_import (self, "a.pdf", "%PDF-1.4 and so on", 18,
                        "“a.pdf” is a PDF document, not a table");
  g_assert_true (has_no_units (self));

  /* And the next one is taken. */
  open_table (self, "wards.csv", WARDS);
  wait_until_ready (self);
}

static void
test_persons (Fixture *self, gconstpointer data)
{
  open_table (self, "persons.csv",
              "Avdelning;Datum;Vårddygn;Patient\n"
              "A;2024-01-01;3;19121212-1212\nA;2024-01-02;4;20010101-1234\n"
              "B;2024-01-01;5;19640823-3234\n");
  wait_until_ready (self);
  assert_text (GTK_WIDGET (find_column_row (self, "Patient")), "Holds personal identity numbers");
  g_assert_null (gui_find_text (find_preview (self), "19121212-1212"));

  choose_meaning (self, "Patient", "Unit: Ward");
  wait_until_ready (self);
  assert_text (GTK_WIDGET (find_column_row (self, "Patient")),
               "The column “Patient” holds personal identity numbers and is refused");
  g_assert_cmpstr (get_meaning (self, "Patient"), ==, "Left out");
}

static gboolean
has_no_imports (gpointer user_data)
{
  Fixture *self = user_data;

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
test_list (Fixture *self, gconstpointer data)
{
  GtkWidget *row;
  VbRefusedWindow *refused;
  VbProblemTable *problems;

  open_table (self, "wards.csv", WARDS);
  wait_until_ready (self);
  take (self);
  row = find (self, VB_TYPE_IMPORT_ROW, NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "wards.csv");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                            "5 rows read · 1 refused · 7 figures in use"));

  press (find_icon_button (row, "dialog-warning-symbolic"));
  refused = find_refused_window ();
  g_assert_nonnull (refused);
  gui_wait_for_draw (GTK_WIDGET (refused));
  problems = VB_PROBLEM_TABLE (gui_find (GTK_WIDGET (refused), VB_TYPE_PROBLEM_TABLE, NULL));
  g_assert_cmpuint (vb_problem_table_get_n_shown (problems), ==, 2);
  gui_assert_all_named (GTK_WIDGET (refused));
  gui_app_assert_explained (self->window, GTK_WIDGET (refused), 6);
  gtk_window_destroy (GTK_WINDOW (refused));

  press (find_icon_button (row, "edit-undo-symbolic"));
  gui_wait_until (has_no_imports, self);
  g_assert_true (has_no_units (self));
  gui_app_activate (self->window, "win.undo");
  gui_wait_until (has_imports, self);
  g_assert_cmpfloat (
      get_value (self, "Norra / Medicin 1", VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-01-01"),
      ==, 18.5);
}

/* The same file again changes nothing, and says so. */
static void
test_again (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      open_table (self, "wards.csv", WARDS);
      wait_until_ready (self);
      take (self);
    }
  assert_text (GTK_WIDGET (self->window),
               "Nothing new in “wards.csv”: every figure was there already");
  g_assert_cmpuint (
      g_list_model_get_n_items (vb_document_get_imports (vb_window_get_document (self->window))),
      ==, 1);
}

static void
on_saved (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_set (gpointer user_data)
{
  return *(gboolean *) user_data;
}

static void
test_save_problems (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "problems.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  VbProblemTable *problems;
  gboolean saved = FALSE;

  open_table (self, "wards.csv", WARDS);
  wait_until_ready (self);
  problems = VB_PROBLEM_TABLE (gui_find (find_preview (self), VB_TYPE_PROBLEM_TABLE, NULL));
  g_signal_connect_swapped (problems, "saved", G_CALLBACK (on_saved), &saved);
  vb_problem_table_save (problems, file);
  gui_wait_until (is_set, &saved);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==,
                   "row,column,value,problem,expected\r\n"
                   "3,Disponibla vårdplatser,stängd,not a number,a number of at least 0\r\n"
                   "6,Datum,,no date,\"a date, such as 2024-01-31, 2024-01, 2024K1 or 2024 v. "
                   "27\"\r\n");
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
test_drop (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (self, "wards.csv", WARDS, -1);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  gui_app_open_example (self->window);
  g_value_init (&value, G_TYPE_FILE);
  g_value_set_object (&value, file);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (self->window)), "drop", &value, 0.0, 0.0,
                         &taken);
  g_assert_true (taken);
  g_assert_cmpstr (vb_page_get_page_id (vb_window_get_page (self->window)), ==, "import");
  wait_until_ready (self);
  assert_text (find_preview (self), "Import of “wards.csv”");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gui_init (&argc, &argv);

  add ("/gui/import-page/empty", test_empty);
  add ("/gui/import-page/preview", test_preview);
  add ("/gui/import-page/narrow", test_narrow);
  add ("/gui/import-page/take", test_take);
  add ("/gui/import-page/coverage", test_coverage);
  add ("/gui/import-page/findings", test_findings);
  add ("/gui/import-page/cancel", test_cancel);
  add ("/gui/import-page/mapping", test_mapping);
  add ("/gui/import-page/levels", test_levels);
  add ("/gui/import-page/no-table", test_no_table);
  add ("/gui/import-page/persons", test_persons);
  add ("/gui/import-page/list", test_list);
  add ("/gui/import-page/again", test_again);
  add ("/gui/import-page/save-problems", test_save_problems);
  add ("/gui/import-page/drop", test_drop);
  return g_test_run ();
}
