/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-text-table.h"

#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "vb-error.h"

enum
{
  AREA,
  STEP,
  NOTE,
  N_COLUMNS,
};

static const VbTextColumn columns[N_COLUMNS] = {
  [AREA] = { "area|område", TRUE },
  [STEP] = { "step|steg", TRUE },
  [NOTE] = { "note", FALSE },
};

static VbTextTable *
read_bytes (gconstpointer data, gsize size, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VbTextTable *table;

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  table = vb_text_table_read (file, columns, N_COLUMNS, NULL, error);
  g_unlink (path);
  g_rmdir (folder);
  return table;
}

static VbTextTable *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  VbTextTable *table = read_bytes (text, strlen (text), &error);

  g_assert_no_error (error);
  return table;
}

static void
assert_refused (gconstpointer data, gsize size, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_bytes (data, size, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, words));
}

static void
assert_row (VbTextTable *table, guint row, const char *area, const char *step, const char *note)
{
  g_assert_cmpstr (vb_text_table_get (table, row, AREA), ==, area);
  g_assert_cmpstr (vb_text_table_get (table, row, STEP), ==, step);
  g_assert_cmpstr (vb_text_table_get (table, row, NOTE), ==, note);
}

/* Swedish headers in another order, columns nobody asked for, blank and short rows. */
static void
test_columns (void)
{
  g_autoptr (VbTextTable) table =
      read_text ("Steg,Extra,OMRÅDE\n 2 ,x,\"A, with comma\"\n,,\n\n3,y\n");

  g_assert_cmpint (vb_text_table_get_n_rows (table), ==, 2);
  g_assert_true (vb_text_table_has_column (table, AREA));
  g_assert_false (vb_text_table_has_column (table, NOTE));
  assert_row (table, 0, "A, with comma", "2", "");
  assert_row (table, 1, "", "3", "");
}

static void
test_title_lines (void)
{
  g_autoptr (VbTextTable) table =
      read_text ("Our ladder;;\nadopted 2026;;\narea;step;note\nA;2;x\nB;3;y\n");

  g_assert_cmpint (vb_text_table_get_n_rows (table), ==, 2);
  assert_row (table, 1, "B", "3", "y");
}

static void
test_encodings (void)
{
  static const char marked[] = "\xEF\xBB\xBFområde;steg;note\nÅrshjul;2;å\nB;3;ö\n";
  static const char old[] = "omr\xE5"
                            "de;steg;note\n\xC5rshjul;2;\xE5\nB;3;\xF6\n";
  g_autoptr (VbTextTable) utf8 = read_text (marked);
  g_autoptr (VbTextTable) windows = read_text (old);

  assert_row (utf8, 0, "Årshjul", "2", "å");
  assert_row (windows, 0, "Årshjul", "2", "å");
  assert_row (windows, 1, "B", "3", "ö");
}

/* The second sheet has the table; its numbers are read as texts. */
static void
test_workbook (void)
{
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VbTextTable) table = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *cover = workbook_add_worksheet (workbook, "Cover");
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Ladder");

  worksheet_write_string (cover, 0, 0, "A cover sheet", NULL);
  worksheet_write_string (sheet, 0, 0, "Område", NULL);
  worksheet_write_string (sheet, 0, 1, "Steg", NULL);
  worksheet_write_string (sheet, 1, 0, "Ledning", NULL);
  worksheet_write_number (sheet, 1, 1, 2, NULL);
  worksheet_write_string (sheet, 3, 0, "Behov", NULL);
  worksheet_write_number (sheet, 3, 1, 3, NULL);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);

  table = vb_text_table_read (file, columns, N_COLUMNS, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vb_text_table_get_n_rows (table), ==, 2);
  assert_row (table, 0, "Ledning", "2", "");
  assert_row (table, 1, "Behov", "3", "");
  g_assert_false (vb_text_table_refuse (table, 1, STEP, "something else", &refused));
  g_assert_cmpstr (refused->message, ==,
                   "table.xlsx, row 4, column “step”: expected something else, found “3”");
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_refused (void)
{
  GString *long_table = g_string_new ("area,step\n");

  assert_refused ("", 0, "expected a table");
  assert_refused ("area,note\nA,x\nB,y\n", 18, "a column called “step”");
  assert_refused ("one,two\n1,2\n3,4\n", 16, "a column called “area”");
  assert_refused ("area,step\0\nA,2\n", 15, "");

  for (guint i = 0; i <= VB_TEXT_TABLE_MAX_ROWS; i++)
    g_string_append (long_table, "A,2\n");
  assert_refused (long_table->str, long_table->len, "at most 5000 rows");
  g_string_free (long_table, TRUE);
}

static void
test_missing_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///no/such/table.csv");
  g_autoptr (GError) missing = NULL;

  g_assert_null (vb_text_table_read (file, columns, N_COLUMNS, NULL, &missing));
  g_assert_error (missing, VB_ERROR, VB_ERROR_BAD_INPUT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/text-table/columns", test_columns);
  g_test_add_func ("/io/text-table/title-lines", test_title_lines);
  g_test_add_func ("/io/text-table/encodings", test_encodings);
  g_test_add_func ("/io/text-table/workbook", test_workbook);
  g_test_add_func ("/io/text-table/refused", test_refused);
  g_test_add_func ("/io/text-table/missing-file", test_missing_file);
  return g_test_run ();
}
