/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A CSV file of 500,000 rows – 274 wards, day by day, available and occupied beds – through the
 * importer, into a new document and to its file, beside what the program sqlite3 takes to import
 * the same file as mere text. Best of three each, in turn. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/resource.h>

#include "vb-document.h"
#include "vb-importer.h"
#include "vb-random.h"

#define N_ROWS 500000
#define N_WARDS 274
#define ROUNDS 3
#define MAX_RATIO 4.0
#define MAX_MEMORY 250 /* MB */

typedef enum
{
  OPEN,
  READ,
  TAKE,
  SAVE,
  ALL,
  SQLITE,
  N_PARTS,
} Part;

static const char *const names[N_PARTS] = { "open", "read",      "take",
                                            "save", "all of it", "sqlite3 .import" };

static void
write_table (const char *path)
{
  g_autoptr (GString) text = g_string_new ("date,hospital,department,ward,available,occupied\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;
  VbDay first = vb_day_from_ymd (2021, 11, 1);
  VbRandom random;

  vb_random_init (&random, 1, 0);
  for (guint row = 0; row < N_ROWS; row++)
    {
      guint ward = row % N_WARDS;

      if (ward == 0)
        {
          g_free (day);
          day = vb_day_to_iso (first + (VbDay) (row / N_WARDS));
        }
      g_string_append_printf (text, "%s,Sjukhus %u,Klinik %u,Avdelning %u,%u,%u.%u\n", day,
                              ward / 40 + 1, ward / 5 + 1, ward + 1,
                              15 + vb_random_below (&random, 10),
                              10 + vb_random_below (&random, 20), vb_random_below (&random, 10));
    }
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, &error));
  g_assert_no_error (error);
}

static double
lap (GTimer *timer, double *best)
{
  double seconds = g_timer_elapsed (timer, NULL);

  *best = MIN (*best, seconds);
  g_timer_start (timer);
  return seconds;
}

static void
run_import (GFile *table, GFile *plan, double *best)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = vb_document_new (&error);
  g_autoptr (VbImporter) importer = NULL;
  g_autoptr (VbBatch) batch = NULL;
  VbTaken taken;
  double all = 0;

  g_timer_start (timer);
  importer = vb_importer_open (table, NULL, NULL, &error);
  g_assert_no_error (error);
  all += lap (timer, &best[OPEN]);
  batch = vb_importer_read (importer, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  all += lap (timer, &best[READ]);
  g_assert_true (vb_document_take_batch (document, batch, NULL, &taken, &error));
  g_assert_cmpuint (taken.observations_added, ==, 2 * N_ROWS);
  all += lap (timer, &best[TAKE]);
  g_clear_object (&batch);
  g_assert_true (vb_document_save_as (document, plan, NULL, &error));
  g_assert_no_error (error);
  all += lap (timer, &best[SAVE]);
  best[ALL] = MIN (best[ALL], all);
  vb_document_close (document);
}

static void
run_sqlite (const char *sqlite, const char *table, const char *database, double *best)
{
  g_autofree char *command = g_strdup_printf (".import --csv '%s' t", table);
  const char *const argv[] = { sqlite, database, command, NULL };
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GError) error = NULL;
  int status;

  g_unlink (database);
  g_timer_start (timer);
  g_assert_true (
      g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  lap (timer, &best[SQLITE]);
  g_assert_true (g_spawn_check_wait_status (status, &error));
}

static void
test_import (void)
{
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-XXXXXX", NULL);
  g_autofree char *table_path = g_build_filename (folder, "table.csv", NULL);
  g_autofree char *plan_path = g_build_filename (folder, "plan.vardbalans", NULL);
  g_autofree char *database_path = g_build_filename (folder, "table.db", NULL);
  g_autofree char *sqlite = g_find_program_in_path ("sqlite3");
  g_autoptr (GFile) table = g_file_new_for_path (table_path);
  g_autoptr (GFile) plan = g_file_new_for_path (plan_path);
  double best[N_PARTS];
  struct rusage usage;

  for (guint i = 0; i < N_PARTS; i++)
    best[i] = G_MAXDOUBLE;
  write_table (table_path);
  for (guint round = 0; round < ROUNDS; round++)
    {
      run_import (table, plan, best);
      if (sqlite != NULL)
        run_sqlite (sqlite, table_path, database_path, best);
    }
  for (guint i = 0; i < N_PARTS; i++)
    if (best[i] < G_MAXDOUBLE)
      g_test_message ("%-16s %6.0f ms", names[i], best[i] * 1e3);
  getrusage (RUSAGE_SELF, &usage);
  g_test_message ("peak memory      %6ld MB (at most %d)", usage.ru_maxrss / 1024, MAX_MEMORY);
  g_assert_cmpint (usage.ru_maxrss / 1024, <, MAX_MEMORY);
  if (sqlite != NULL)
    {
      g_test_message ("ratio            %6.2f (at most %.1f)", best[ALL] / best[SQLITE], MAX_RATIO);
      g_assert_cmpfloat (best[ALL], <, MAX_RATIO * best[SQLITE]);
    }
  g_unlink (table_path);
  g_unlink (plan_path);
  g_unlink (database_path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/perf/import", test_import);
  return g_test_run ();
}
