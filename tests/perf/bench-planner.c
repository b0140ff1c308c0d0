/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document of 500 units and a million observations: how long it takes to open it and have the
 * first table, how long an edited target takes to reach the table, and how long the main loop is
 * held up meanwhile. Fails when a bar is missed. */
#include <glib/gstdio.h>

#include "perf-loop.h"
#include "vb-planner.h"

#define N_HOSPITALS 10
#define N_WARDS 489 /* with the hospitals and their region: 500 units */
#define N_DAYS 1023 /* × 2 measures × 489 wards: a million */
#define N_EDITS 30
#define N_OPENINGS 3 /* the best counts: other programs run too */

#define OPEN_BAR_MS 2000.0
#define EDIT_BAR_MS 100.0
#define BLOCKED_BAR_MS 50.0

static VbBatch *
make_batch (void)
{
  VbBatch *batch = vb_batch_new ();
  VbDay first = vb_day_from_ymd (2024, 1, 1);
  guint region = vb_batch_add_unit (batch, -1, VB_UNIT_REGION, "Region", "R");

  for (guint i = 0; i < N_WARDS; i++)
    {
      g_autofree char *hospital = g_strdup_printf ("Hospital %u", i % N_HOSPITALS);
      g_autofree char *ward = g_strdup_printf ("Ward %u", i);
      guint parent =
          vb_batch_add_unit (batch, (gint32) region, VB_UNIT_HOSPITAL, hospital, hospital);
      guint unit = vb_batch_add_unit (batch, (gint32) parent, VB_UNIT_WARD, ward, ward);

      for (VbDay day = first; day < first + N_DAYS; day++)
        {
          vb_batch_add_observation (batch, unit, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, day, 20,
                                    VB_PROVENANCE_REPORTED, 0);
          vb_batch_add_observation (batch, unit, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, day,
                                    15 + ((VbDay) i + day / 40) % 8, VB_PROVENANCE_REPORTED, 0);
        }
    }
  vb_batch_set_source (batch, "perf.csv", NULL, NULL, NULL);
  vb_batch_finish (batch);

  return batch;
}

static void
write_document (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbBatch) batch = make_batch ();
  g_autoptr (VbDocument) document = vb_document_new (&error);
  VbTaken taken;

  g_assert_no_error (error);
  vb_document_take_batch (document, batch, NULL, &taken, &error);
  g_assert_no_error (error);
  vb_document_save_as (document, file, NULL, &error);
  g_assert_no_error (error);
  g_print ("%u units, %" G_GSIZE_FORMAT " observations\n", taken.units_made,
           taken.observations_added);
  vb_document_close (document);
}

static void
on_opened (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  VbDocument **document = user_data;
  g_autoptr (GError) error = NULL;

  *document = vb_document_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
on_need_changed (VbPlanner *planner, int grain, gboolean *changed)
{
  if (grain == VB_GRAIN_MONTH)
    *changed = TRUE;
}

static void
wait_for (gboolean *changed)
{
  while (!*changed)
    g_main_context_iteration (NULL, TRUE);
  *changed = FALSE;
}

/* Milliseconds from asking for the file to the first table of months. */
static double
open_and_plan (GFile *file, VbDocument **document, VbPlanner **planner, gboolean *changed)
{
  gint64 start = g_get_monotonic_time ();

  vb_document_open_async (file, NULL, on_opened, document);
  while (*document == NULL)
    g_main_context_iteration (NULL, TRUE);
  *planner = vb_planner_new (*document);
  g_signal_connect (*planner, "need-changed", G_CALLBACK (on_need_changed), changed);
  vb_planner_get_need (*planner, VB_GRAIN_MONTH);
  wait_for (changed);

  return perf_milliseconds_since (start);
}

/* Edits the region's target, which all wards inherit, again and again; the time until the table of
 * months shows it. The worst of all. */
static double
edit_targets (VbDocument *document, VbPlanner *planner, gboolean *changed)
{
  g_autoptr (GError) error = NULL;
  VbUnit *region = vb_document_find_unit (document, "Region", &error);
  double worst = 0;

  g_assert_no_error (error);
  for (int i = 0; i < N_EDITS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      vb_document_set_target (document, vb_unit_get_id (region), VB_MEASURE_OCCUPANCY,
                              VB_CARE_TYPE_NONE, VB_DAY_NONE, 0.8 + i / 1000.0, NULL, &error);
      g_assert_no_error (error);
      wait_for (changed);
      worst = MAX (worst, perf_milliseconds_since (start));
    }

  return worst;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-perf-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "perf.vardbalans", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VbDocument) document = NULL;
  g_autoptr (VbPlanner) planner = NULL;
  g_autoptr (GListModel) attention = NULL;
  gboolean changed = FALSE, ok = TRUE;
  double best_turn = G_MAXDOUBLE;
  double best = G_MAXDOUBLE;

  g_assert_no_error (error);
  write_document (file);

  perf_loop_watch ();
  for (int i = 0; i < N_OPENINGS; i++)
    {
      double opened;

      g_clear_object (&planner);
      if (document != NULL)
        vb_document_close (document);
      g_clear_object (&document);

      perf_loop_start ();
      opened = open_and_plan (file, &document, &planner, &changed);
      best = MIN (best, opened);
      best_turn = MIN (best_turn, perf_loop_get_longest ());
    }
  ok &= perf_report ("open to first table, best of 3", best, OPEN_BAR_MS);
  ok &= perf_report ("  longest turn of the main loop", best_turn, BLOCKED_BAR_MS);

  /* As with the overview open beside: weeks are computed too, and what needs attention listed. */
  attention = vb_planner_get_attention (planner, NULL);
  while (vb_planner_get_busy (planner))
    g_main_context_iteration (NULL, TRUE);
  vb_planner_get_need (planner, VB_GRAIN_MONTH);
  g_print ("%u things to attend to\n", g_list_model_get_n_items (attention));

  perf_loop_start ();
  ok &= perf_report ("edited target to new table, worst of 30",
                     edit_targets (document, planner, &changed), EDIT_BAR_MS);
  ok &= perf_report ("  longest turn of the main loop", perf_loop_get_longest (), BLOCKED_BAR_MS);

  g_clear_object (&planner);
  vb_document_close (document);
  g_unlink (path);
  g_rmdir (folder);

  return ok ? 0 : 1;
}
