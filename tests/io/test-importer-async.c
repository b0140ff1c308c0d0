/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io-test-util.h"

#define N_ROWS 20000

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* A title line, an empty line and one in between: rows of the file are not rows of the table. */
static char *
make_table (guint n_rows)
{
  GString *text = g_string_new ("Vårddygn per avdelning\n\nAvdelning;Datum;Vårddygn\n");

  for (guint i = 0; i < n_rows; i++)
    {
      VbDay day = vb_day_from_ymd (1990, 1, 1) + (VbDay) i;
      g_autofree char *iso = vb_day_to_iso (day);

      if (i == 1)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, "Ett;%s;%u\n", iso, i % 30);
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  guint n;
  double last;
  GThread *thread;
} Progress;

static void
on_progress (double fraction, gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_true (g_thread_self () == progress->thread);
  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1);
  progress->n++;
  progress->last = fraction;
}

static void
test_read_in_thread (void)
{
  g_autofree char *table = make_table (N_ROWS);
  GFile *file = test_file_new (table, strlen (table));
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (VbImporter) importer = NULL;
  g_autoptr (VbBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  Progress progress = { 0, 0, g_thread_self () };

  vb_importer_open_async (file, NULL, NULL, on_done, &opened);
  importer = vb_importer_open_finish (wait_for (&opened), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vb_importer_get_recognised (importer)->header_row, ==, 3);
  g_assert_cmpuint (vb_importer_get_preview_row (importer, 0), ==, 4);
  g_assert_cmpuint (vb_importer_get_preview_row (importer, 1), ==, 6);
  g_assert_cmpint (vb_importer_find_header (importer, "Vårddygn"), ==, 2);
  g_assert_cmpint (vb_importer_find_header (importer, "vårddygn"), ==, -1);

  vb_importer_read_async (importer, on_progress, &progress, NULL, on_done, &read);
  batch = vb_importer_read_finish (importer, wait_for (&read), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vb_batch_get_n_observations (batch), ==, N_ROWS);
  g_assert_cmpuint (progress.n, >=, N_ROWS / 4096);
  test_file_free (file);
}

static void
test_wide_headers (void)
{
  g_autoptr (VbImporter) importer = test_open ("region;disp_2023;disp_2024\nA;1;2\n");

  g_assert_cmpint (vb_importer_find_header (importer, "disp_2024"), ==, 1);
  g_assert_cmpint (vb_importer_find_header (importer, "disp"), ==, 1);
}

static void
test_cancel (void)
{
  g_autofree char *table = make_table (N_ROWS);
  g_autoptr (VbImporter) importer = test_open (table);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (VbBatch) batch = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  vb_importer_read_async (importer, NULL, NULL, cancellable, on_done, &result);
  batch = vb_importer_read_finish (importer, wait_for (&result), &error);
  g_assert_null (batch);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* It can be read again. */
  g_clear_error (&error);
  g_clear_object (&result);
  vb_importer_read_async (importer, NULL, NULL, NULL, on_done, &result);
  batch = vb_importer_read_finish (importer, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vb_batch_get_rows_read (batch), ==, N_ROWS);
}

static void
test_not_a_table (void)
{
  GFile *file = test_file_new ("", 0);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  vb_importer_open_async (file, NULL, NULL, on_done, &result);
  g_assert_null (vb_importer_open_finish (wait_for (&result), &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
  test_file_free (file);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io/importer-async/read", test_read_in_thread);
  g_test_add_func ("/io/importer-async/wide-headers", test_wide_headers);
  g_test_add_func ("/io/importer-async/cancel", test_cancel);
  g_test_add_func ("/io/importer-async/not-a-table", test_not_a_table);
  return g_test_run ();
}
