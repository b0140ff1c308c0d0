/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A million observations – 274 wards, two measures, five years of days – into a document, to the
 * file, back again and into the engine's arrays. Prints the processor's time of each, best of
 * three, which a machine that is busy with other things does not spoil, and fails above its bar. */
#include <gio/gio.h>
#include <sys/resource.h>
#include <time.h>

#include "vb-batch.h"
#include "vb-document.h"
#include "vb-random.h"
#include "vb-snapshot.h"

#define N_WARDS 274
#define N_DAYS 1825
#define ROUNDS 3

typedef enum
{
  SORT,
  TAKE,
  SAVE,
  OPEN,
  READ,
  TAKE_BACK,
  N_PARTS,
} Part;

static const struct
{
  const char *name;
  double bar; /* seconds */
} parts[N_PARTS] = {
  [SORT] = { "batch finish", 0.3 },  [TAKE] = { "take batch", 1.5 },
  [SAVE] = { "save", 0.8 },          [OPEN] = { "open", 1.2 },
  [READ] = { "read snapshot", 0.5 }, [TAKE_BACK] = { "take back", 3.0 },
};

/* In the order of a file: day by day, ward by ward. */
static VbBatch *
make_batch (void)
{
  VbBatch *batch = vb_batch_new ();
  VbDay first = vb_day_from_ymd (2021, 11, 1);
  VbRandom random;

  vb_random_init (&random, 1, 0);
  vb_batch_set_source (batch, "beds.csv", "0", NULL, NULL);
  for (guint ward = 0; ward < N_WARDS; ward++)
    {
      g_autofree char *name = g_strdup_printf ("Ward %u", ward);

      vb_batch_add_unit (batch, -1, VB_UNIT_WARD, name, NULL);
    }
  for (guint day = 0; day < N_DAYS; day++)
    for (guint ward = 0; ward < N_WARDS; ward++)
      {
        guint32 row = day * N_WARDS + ward;

        vb_batch_add_observation (batch, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY,
                                  first + (VbDay) day, vb_random_below (&random, 40),
                                  VB_PROVENANCE_REPORTED, row);
        vb_batch_add_observation (batch, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY,
                                  first + (VbDay) day, vb_random_below (&random, 400) / 10.0,
                                  VB_PROVENANCE_REPORTED, row);
      }
  return batch;
}

static double
get_processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Since the last lap, whose end is @begin. */
static void
lap (double *begin, double *best)
{
  double now = get_processor_time ();

  *best = MIN (*best, now - *begin);
  *begin = now;
}

static void
run_round (GFile *file, double *best)
{
  static const guint16 measures[] = { VB_MEASURE_AVAILABLE_BEDS, VB_MEASURE_OCCUPIED_BEDS };
  g_autoptr (GError) error = NULL;
  g_autoptr (VbBatch) batch = make_batch ();
  g_autoptr (VbDocument) document = vb_document_new (&error);
  g_autoptr (VbDocument) again = NULL;
  g_autoptr (VbSnapshot) snapshot = NULL;
  g_autoptr (VbSnapshotObservations) observations = NULL;
  double begin;
  VbTaken taken;
  gsize n = (gsize) N_DAYS * N_WARDS * 2;

  g_assert_no_error (error);
  begin = get_processor_time ();
  vb_batch_finish (batch);
  lap (&begin, &best[SORT]);
  g_assert_true (vb_document_take_batch (document, batch, NULL, &taken, &error));
  lap (&begin, &best[TAKE]);
  g_assert_cmpuint (taken.observations_added, ==, n);
  g_assert_true (vb_document_save_as (document, file, NULL, &error));
  lap (&begin, &best[SAVE]);
  vb_document_close (document);

  begin = get_processor_time ();
  again = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  lap (&begin, &best[OPEN]);
  snapshot = vb_snapshot_new (again);
  observations =
      vb_snapshot_read_observations (snapshot, measures, G_N_ELEMENTS (measures), NULL, &error);
  g_assert_no_error (error);
  lap (&begin, &best[READ]);
  g_assert_cmpuint (vb_snapshot_observations_get_input (observations)->n, ==, n);
  g_assert_true (vb_document_take_back_import (again, taken.import_id, &error));
  lap (&begin, &best[TAKE_BACK]);
  vb_document_close (again);
}

static void
test_million (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "plan.vardbalans", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  double best[N_PARTS];
  struct rusage usage;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  for (guint i = 0; i < N_PARTS; i++)
    best[i] = G_MAXDOUBLE;
  for (guint round = 0; round < ROUNDS; round++)
    run_round (file, best);
  for (guint i = 0; i < N_PARTS; i++)
    g_test_message ("%-14s %6.0f ms (bar %.0f)", parts[i].name, best[i] * 1e3, parts[i].bar * 1e3);
  getrusage (RUSAGE_SELF, &usage);
  g_test_message ("peak memory    %6ld MB", usage.ru_maxrss / 1024);
  for (guint i = 0; i < N_PARTS; i++)
    g_assert_cmpfloat (best[i], <, parts[i].bar);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/perf/document/million", test_million);
  return g_test_run ();
}
