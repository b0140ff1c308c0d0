/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gui-import.h"

#include "vb-import-column-row.h"
#include "vb-meaning-button.h"
#include "vb-problem-table.h"

static gboolean
has_warning (gpointer user_data)
{
  GtkWidget *banner = gui_find (gui_import_find_preview (user_data), GTK_TYPE_BOX, "error");

  return banner != NULL && gtk_widget_get_mapped (banner);
}

static gboolean
has_failed (gpointer user_data)
{
  GtkWidget *page = gui_find_text (gui_import_find_preview (user_data), "_Choose Another File…");

  return page != NULL && gtk_widget_get_mapped (page);
}

static VbImportColumnRow *
find_column_row (GuiImport *self, const char *header)
{
  GtkWidget *label = gui_find_text (gui_import_find_preview (self), header);

  g_assert_nonnull (label);
  return VB_IMPORT_COLUMN_ROW (gtk_widget_get_ancestor (label, VB_TYPE_IMPORT_COLUMN_ROW));
}

static const char *
get_meaning (GuiImport *self, const char *header)
{
  GtkWidget *row = GTK_WIDGET (find_column_row (self, header));

  return vb_meaning_button_get_label (
      VB_MEANING_BUTTON (gui_find (row, VB_TYPE_MEANING_BUTTON, NULL)));
}

/* As a reader does it: opens the list, types a part of the word, Enter. */
static void
choose_meaning (GuiImport *self, const char *header, const char *typed)
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

static void
test_preview (GuiImport *self, gconstpointer data)
{
  GtkWidget *preview;
  GtkWidget *doubtful;
  GtkWidget *label;
  VbProblemTable *problems;
  g_autofree char *text = NULL;

  /* On the start page there is no plan yet: one is made. */
  gui_import_open_table (self, "vårdplatser.csv", GUI_IMPORT_WARDS);
  gui_import_wait_until_ready (self);
  preview = gui_import_find_preview (self);
  gui_import_assert_text (preview, "Import of “vårdplatser.csv”");
  gui_import_assert_text (preview, "CSV, UTF-8");
  gui_import_assert_text (preview, "parted by semicolons, decimal comma");
  gui_import_assert_text (preview, "one row for each period, headers in row 1");
  gui_import_assert_text (preview, "Month");
  gui_import_assert_text (preview, "5 columns are used, 0 are left out");
  g_assert_cmpstr (gtk_button_get_label (gui_import_find_take_button (self)), ==,
                   "_Take 7 Figures");
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

/* One column a care type: which is what, only the reader can say. */
static void
test_mapping (GuiImport *self, gconstpointer data)
{
  GtkWidget *row;
  GtkWidget *entry;

  gui_import_open_table (self, "trusts.csv",
                         "trust,date,adult_beds_available,icu_beds_available\n"
                         "R0A,2024-01-01,100,9\nR0A,2024-02-01,101,8\n");
  gui_wait_until (has_warning, self);
  gui_wait_for_draw (GTK_WIDGET (self->window));
  gui_import_assert_text (gui_import_find_preview (self),
                          "Several columns could be this measure: choose");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (gui_import_find_take_button (self))));
  gui_assert_not_clipped (GTK_WIDGET (self->window));

  choose_meaning (self, "adult_beds_available", "availab");
  gui_import_wait_until_ready (self);
  g_assert_cmpstr (get_meaning (self, "adult_beds_available"), ==, "Available beds");
  g_assert_cmpstr (gtk_button_get_label (gui_import_find_take_button (self)), ==,
                   "_Take 2 Figures");

  /* Two columns cannot be one measure of one unit. */
  choose_meaning (self, "icu_beds_available", "available beds");
  gui_import_wait_until_ready (self);
  g_assert_cmpstr (get_meaning (self, "icu_beds_available"), ==, "Left out");
  gui_import_assert_text (
      GTK_WIDGET (find_column_row (self, "icu_beds_available")),
      "The columns “adult_beds_available” and “icu_beds_available” cannot both be the "
      "measure available_beds of one unit");

  row = GTK_WIDGET (find_column_row (self, "adult_beds_available"));
  entry = gui_find (row, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Vuxna");
  g_signal_emit_by_name (entry, "activate");
  gui_settle ();
  choose_meaning (self, "icu_beds_available", "available beds");
  gui_import_wait_until_ready (self);
  g_assert_cmpstr (gtk_button_get_label (gui_import_find_take_button (self)), ==,
                   "_Take 4 Figures");
  gui_import_take (self);
  g_assert_cmpfloat (gui_import_get_value (self, "R0A / Vuxna", VB_MEASURE_AVAILABLE_BEDS,
                                           VB_GRAIN_MONTH, "2024-02-01"),
                     ==, 101);
  g_assert_cmpfloat (
      gui_import_get_value (self, "R0A", VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_MONTH, "2024-02-01"),
      ==, 8);

  /* The next delivery of the table is mapped like this one. */
  gui_import_open_table (
      self, "trusts.csv",
      "trust,date,adult_beds_available,icu_beds_available\nR0A,2024-03-01,102,7\n");
  gui_import_wait_until_ready (self);
  gui_import_assert_text (
      gui_import_find_preview (self),
      "The columns mean what they meant when a table like this was taken last.");
  g_assert_cmpstr (gtk_button_get_label (gui_import_find_take_button (self)), ==,
                   "_Take 2 Figures");
  gui_import_press (gui_find_text (gui_import_find_preview (self), "Guess A_new"));
  gui_wait_until (has_warning, self);
  g_assert_cmpstr (get_meaning (self, "icu_beds_available"), ==, "Left out");
}

/* Levels may be said in any order, and taken back. */
static void
test_levels (GuiImport *self, gconstpointer data)
{
  gui_import_open_table (
      self, "levels.csv",
      "aaa;bbb;Datum;Vårddygn\nMedicin 1;Norra;2024-01;600\nMedicin 2;Norra;2024-01;300\n");
  gui_import_wait_until_ready (self);
  choose_meaning (self, "bbb", "Hospital");
  choose_meaning (self, "aaa", "Ward");
  gui_import_wait_until_ready (self);
  gui_import_take (self);
  g_assert_cmpfloat (gui_import_get_value (self, "Norra / Medicin 1", VB_MEASURE_BED_DAYS,
                                           VB_GRAIN_MONTH, "2024-01-01"),
                     ==, 600);

  gui_import_open_table (
      self, "levels.csv",
      "aaa;bbb;Datum;Vårddygn\nMedicin 1;Norra;2024-02;500\nMedicin 2;Norra;2024-02;200\n");
  gui_import_wait_until_ready (self);
  choose_meaning (self, "bbb", "Left out");
  gui_import_wait_until_ready (self);
  g_assert_cmpstr (get_meaning (self, "aaa"), ==, "Unit: Ward");
  gui_import_take (self);
  g_assert_cmpfloat (
      gui_import_get_value (self, "Medicin 2", VB_MEASURE_BED_DAYS, VB_GRAIN_MONTH, "2024-02-01"),
      ==, 200);
}

static void
assert_cannot_import (
    GuiImport *self, const char *name, const char *bytes, gsize size, const char *message)
{
  g_autoptr (GFile) file = gui_import_write_file (self, name, bytes, (gssize) size);
  GtkWidget *page;

  g_assert_true (vb_window_import_file (self->window, file));
  gui_wait_until (has_failed, self);
  page = gtk_widget_get_ancestor (
      gui_find_text (gui_import_find_preview (self), "_Choose Another File…"),
      ADW_TYPE_STATUS_PAGE);
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), ==, message);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (gui_import_find_take_button (self))));
}

static void
test_no_table (GuiImport *self, gconstpointer data)
{
  static const char zeros[100000];

  assert_cannot_import (self, "empty.csv", "", 0, "“empty.csv” is empty");
  assert_cannot_import (self, "nul.csv", zeros, sizeof zeros,
                        "“nul.csv” is not a table: it holds binary data");
  assert_cannot_import (self, "a.pdf", "%PDF-1.4 and so on", 18,
                        "“a.pdf” is a PDF document, not a table");
  g_assert_true (gui_import_has_no_units (self));

  /* And the next one is taken. */
  gui_import_open_table (self, "wards.csv", GUI_IMPORT_WARDS);
  gui_import_wait_until_ready (self);
}

static void
test_persons (GuiImport *self, gconstpointer data)
{
  gui_import_open_table (self, "persons.csv",
                         "Avdelning;Datum;Vårddygn;Patient\n"
                         "A;2024-01-01;3;19121212-1212\nA;2024-01-02;4;20010101-1234\n"
                         "B;2024-01-01;5;19640823-3234\n");
  gui_import_wait_until_ready (self);
  gui_import_assert_text (GTK_WIDGET (find_column_row (self, "Patient")),
                          "Holds personal identity numbers");
  g_assert_null (gui_find_text (gui_import_find_preview (self), "19121212-1212"));

  choose_meaning (self, "Patient", "Unit: Ward");
  gui_import_wait_until_ready (self);
  gui_import_assert_text (GTK_WIDGET (find_column_row (self, "Patient")),
                          "The column “Patient” holds personal identity numbers and is refused");
  g_assert_cmpstr (get_meaning (self, "Patient"), ==, "Left out");
}

/* A column of one kind of care: the child unit it belongs to, and what care that gives. */
static void
test_child (GuiImport *self, gconstpointer data)
{
  GtkWidget *row;
  GtkWidget *entry;
  GtkWidget *drop_down;

  gui_import_open_table (self, "trusts.csv",
                         "Sjukhus;Datum;Disponibla vårdplatser;IVA\nNorra;2024-01;20;4\n"
                         "Norra;2024-02;20;5\n");
  gui_import_wait_until_ready (self);
  choose_meaning (self, "IVA", "Available beds");
  choose_meaning (self, "Disponibla vårdplatser", "Left out");
  gui_import_wait_until_ready (self);
  row = GTK_WIDGET (find_column_row (self, "IVA"));
  entry = gui_find (row, GTK_TYPE_ENTRY, NULL);
  g_assert_null (gui_find (row, GTK_TYPE_DROP_DOWN, NULL));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Intensiven");
  g_signal_emit_by_name (entry, "activate");
  gui_import_wait_until_ready (self);
  drop_down = gui_find (row, GTK_TYPE_DROP_DOWN, NULL);
  g_assert_nonnull (drop_down);
  gui_assert_all_named (row);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), VB_CARE_TYPE_ICU);
  gui_import_wait_until_ready (self);
  gui_import_take (self);
  g_assert_cmpint (vb_unit_get_own_care_type (gui_import_find_unit (self, "Norra / Intensiven")),
                   ==, VB_CARE_TYPE_ICU);
}

/* A column that is refused for its decimals is seen to be. */
static void
test_decimals (GuiImport *self, gconstpointer data)
{
  gui_import_open_table (self, "decimals.csv",
                         "Avdelning;Datum;Vårddygn;Inneliggande\n"
                         "A;2024-01-01;1.234,56;1,5\nA;2024-01-02;1,234.56;2,5\n");
  gui_import_wait_until_ready (self);
  g_assert_cmpstr (get_meaning (self, "Vårddygn"), ==, "Left out");
  gui_import_assert_text (GTK_WIDGET (find_column_row (self, "Vårddygn")),
                          "Mixes decimal commas and decimal points: refused");
  gui_import_assert_text (gui_import_find_preview (self), "3 columns are used, 1 is left out");
  g_assert_nonnull (gui_find (gui_import_find_preview (self), GTK_TYPE_BOX, "doubtful"));
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
test_save_problems (GuiImport *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "problems.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  VbProblemTable *problems;
  gboolean saved = FALSE;

  gui_import_open_table (self, "wards.csv", GUI_IMPORT_WARDS);
  gui_import_wait_until_ready (self);
  problems =
      VB_PROBLEM_TABLE (gui_find (gui_import_find_preview (self), VB_TYPE_PROBLEM_TABLE, NULL));
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

int
main (int argc, char **argv)
{
  gui_init (&argc, &argv);

  gui_import_add ("/gui/import-preview/preview", test_preview);
  gui_import_add ("/gui/import-preview/mapping", test_mapping);
  gui_import_add ("/gui/import-preview/levels", test_levels);
  gui_import_add ("/gui/import-preview/no-table", test_no_table);
  gui_import_add ("/gui/import-preview/persons", test_persons);
  gui_import_add ("/gui/import-preview/child", test_child);
  gui_import_add ("/gui/import-preview/decimals", test_decimals);
  gui_import_add ("/gui/import-preview/save-problems", test_save_problems);
  return g_test_run ();
}
