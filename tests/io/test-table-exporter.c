/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <math.h>
#include <sys/resource.h>

#include "io-test-util.h"
#include "vb-table-exporter.h"

static VbTableExporter *
make_table (void)
{
  static const char *const headers[] = { "datum", "enhet", "disponibla", NULL };
  VbTableExporter *table = vb_table_exporter_new ("Behov: norr/söder", headers);

  vb_table_exporter_set_time (table, 1700000000);
  vb_table_exporter_add_text (table, "2024-01-01");
  vb_table_exporter_add_text (table, "Avd 1, \"norra\"");
  vb_table_exporter_add_number (table, 17.300000000000001);
  vb_table_exporter_add_text (table, "2024-01-02");
  vb_table_exporter_add_text (table, NULL);
  vb_table_exporter_add_number (table, (double) NAN);
  return table;
}

static void
test_csv (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbTableExporter) table = make_table ();
  g_autoptr (GBytes) bytes = vb_table_exporter_to_bytes (table, VB_TABLE_FORMAT_CSV, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==,
                   "datum,enhet,disponibla\r\n"
                   "2024-01-01,\"Avd 1, \"\"norra\"\"\",17.3\r\n"
                   "2024-01-02,,\r\n");
  g_assert_cmpuint (vb_table_exporter_get_n_rows (table), ==, 2);
}

/* What is written is read again, by our own reader. */
static void
test_round_trip (void)
{
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-XXXXXX", NULL);
  static const char *const names[] = { "table.csv", "table.XLSX" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (VbTableExporter) table = make_table ();
      g_autoptr (VbImporter) importer = NULL;
      g_autoptr (VbBatch) batch = NULL;

      g_assert_true (
          vb_table_exporter_write (table, file, vb_table_format_from_name (path), NULL, &error));
      g_assert_no_error (error);
      importer = vb_importer_open (file, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (vb_importer_get_recognised (importer)->format, ==, i == 0 ? "CSV" : "XLSX");
      batch = test_read (importer);
      test_assert_batch (batch, "Avd 1, \"norra\"|available_beds|day|2024-01-01|17.3\n");
      if (i == 1)
        g_assert_cmpstr (vb_importer_get_recognised (importer)->sheet, ==, "Behov  norr söder");
      g_file_delete (file, NULL, NULL);
    }
  g_rmdir (folder);
}

static void
test_same_bytes (void)
{
  g_autoptr (VbTableExporter) a = make_table ();
  g_autoptr (VbTableExporter) b = make_table ();
  g_autoptr (GBytes) first = vb_table_exporter_to_bytes (a, VB_TABLE_FORMAT_XLSX, NULL);
  g_autoptr (GBytes) second = vb_table_exporter_to_bytes (b, VB_TABLE_FORMAT_XLSX, NULL);

  g_assert_true (g_bytes_equal (first, second));
}

/* Where there is no room, the old file stands as it was. */
static void
test_never_half (void)
{
  struct rlimit limit = { 16, 16 };
  struct rlimit before;
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/table.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (VbTableExporter) table = make_table ();

  g_assert_false (vb_table_exporter_write (table, nowhere, VB_TABLE_FORMAT_CSV, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_STORAGE);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  getrlimit (RLIMIT_FSIZE, &before);
  signal (SIGXFSZ, SIG_IGN);
  limit.rlim_max = before.rlim_max;
  setrlimit (RLIMIT_FSIZE, &limit);
  g_assert_false (vb_table_exporter_write (table, file, VB_TABLE_FORMAT_CSV, NULL, &error));
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_error (error, VB_ERROR, VB_ERROR_STORAGE);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/table-exporter/csv", test_csv);
  g_test_add_func ("/io/table-exporter/round-trip", test_round_trip);
  g_test_add_func ("/io/table-exporter/same-bytes", test_same_bytes);
  g_test_add_func ("/io/table-exporter/never-half", test_never_half);
  return g_test_run ();
}
