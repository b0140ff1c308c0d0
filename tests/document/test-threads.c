/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What runs in a thread: the main loop goes on, changes are refused where they must be, and the
 * results are those of the blocking calls. */
#include "document-fixture.h"
#include "vb-import.h"
#include "vb-snapshot.h"

#define N_WARDS 40
#define N_DAYS 1500

typedef struct
{
  VbDocument *document;
  GMainLoop *loop;
  GAsyncResult *result;
  guint ticks;
  double longest; /* seconds between two ticks */
  GTimer *timer;
} Fixture;

static VbBatch *
make_batch (double value)
{
  VbBatch *batch = vb_batch_new ();
  VbDay first = vb_day_from_ymd (2021, 1, 1);

  for (guint ward = 0; ward < N_WARDS; ward++)
    {
      g_autofree char *name = g_strdup_printf ("Ward %u", ward);

      vb_batch_add_unit (batch, -1, VB_UNIT_WARD, name, NULL);
      for (guint day = 0; day < N_DAYS; day++)
        vb_batch_add_observation (batch, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY,
                                  first + (VbDay) day, value + ward, VB_PROVENANCE_REPORTED, 0);
    }
  vb_batch_set_source (batch, "beds.csv", NULL, NULL, NULL);
  vb_batch_finish (batch);
  return batch;
}

static gboolean
on_tick (gpointer data)
{
  Fixture *fixture = data;

  fixture->longest = MAX (fixture->longest, g_timer_elapsed (fixture->timer, NULL));
  g_timer_start (fixture->timer);
  fixture->ticks++;
  return G_SOURCE_CONTINUE;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->result = g_object_ref (result);
  g_main_loop_quit (fixture->loop);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = new_document ();
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->timer = g_timer_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  vb_document_close (fixture->document);
  g_object_unref (fixture->document);
  g_main_loop_unref (fixture->loop);
  g_clear_object (&fixture->result);
  g_timer_destroy (fixture->timer);
}

/* Runs until on_done; the main loop must have lived meanwhile. */
static GAsyncResult *
wait (Fixture *fixture)
{
  guint tick = g_timeout_add (1, on_tick, fixture);

  fixture->ticks = 0;
  fixture->longest = 0;
  g_timer_start (fixture->timer);
  g_main_loop_run (fixture->loop);
  g_source_remove (tick);
  g_test_message ("%u ticks, longest pause %.0f ms", fixture->ticks, fixture->longest * 1e3);
  return g_steal_pointer (&fixture->result);
}

static void
assert_busy (VbDocument *document)
{
  g_autoptr (VbBatch) batch = make_batch (5);
  g_autoptr (GError) error = NULL;

  g_assert_false (vb_document_set_hidden_demand (document, 0.5, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (vb_document_take_batch (document, batch, NULL, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (vb_document_save (document, FALSE, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbBatch) batch = make_batch (1);
  g_autoptr (GAsyncResult) taken_result = NULL;
  g_autoptr (GAsyncResult) undo_result = NULL;
  g_autoptr (GAsyncResult) redo_result = NULL;
  g_autoptr (GAsyncResult) back_result = NULL;
  g_autoptr (GError) error = NULL;
  VbTaken taken;
  VbDay first;
  VbDay end;

  vb_document_take_batch_async (fixture->document, batch, NULL, on_done, fixture);
  assert_busy (fixture->document);
  g_assert_false (vb_document_get_extent (fixture->document, &first, &end));
  taken_result = wait (fixture);
  g_assert_cmpuint (fixture->ticks, >, 3);
  g_assert_true (vb_document_take_batch_finish (fixture->document, taken_result, &taken, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (taken.observations_added, ==, N_WARDS * N_DAYS);
  g_assert_cmpuint (vb_document_get_n_units (fixture->document), ==, N_WARDS);
  g_assert_true (vb_document_get_extent (fixture->document, &first, &end));
  g_assert_cmpint (end - first, ==, N_DAYS);

  vb_document_undo_async (fixture->document, on_done, fixture);
  assert_busy (fixture->document);
  undo_result = wait (fixture);
  g_assert_true (vb_document_undo_finish (fixture->document, undo_result, &error));
  g_assert_cmpuint (vb_document_get_n_units (fixture->document), ==, 0);

  vb_document_redo_async (fixture->document, on_done, fixture);
  redo_result = wait (fixture);
  g_assert_true (vb_document_redo_finish (fixture->document, redo_result, &error));
  g_assert_cmpuint (vb_document_get_n_units (fixture->document), ==, N_WARDS);

  vb_document_take_back_import_async (fixture->document, taken.import_id, NULL, on_done, fixture);
  back_result = wait (fixture);
  g_assert_true (vb_document_take_back_import_finish (fixture->document, back_result, &error));
  g_assert_cmpuint (vb_document_get_n_units (fixture->document), ==, 0);
}

static void
test_undo_of_edit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) refused = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_set_hidden_demand (fixture->document, 0.5, &error));
  vb_document_undo_async (fixture->document, on_done, fixture);
  result = wait (fixture);
  g_assert_true (vb_document_undo_finish (fixture->document, result, &error));
  g_assert_cmpfloat (vb_document_get_hidden_demand (fixture->document), ==, 0);
  vb_document_undo_async (fixture->document, on_done, fixture);
  refused = wait (fixture);
  g_assert_false (vb_document_undo_finish (fixture->document, refused, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
}

/* Cancelled in the midst, an import has not been. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbBatch) batch = make_batch (1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  vb_document_take_batch_async (fixture->document, batch, cancellable, on_done, fixture);
  g_cancellable_cancel (cancellable);
  result = wait (fixture);
  g_assert_false (vb_document_take_batch_finish (fixture->document, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (vb_document_get_n_units (fixture->document), ==, 0);
  g_clear_error (&error);
  g_assert_true (vb_document_set_hidden_demand (fixture->document, 0.5, &error));
}

/* Closing does not wait for the thread, and the thread does not mind. */
static void
test_close_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbBatch) batch = make_batch (1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) left = NULL;

  vb_document_take_batch_async (fixture->document, batch, NULL, on_done, fixture);
  vb_document_close (fixture->document);
  result = wait (fixture);
  vb_document_take_batch_finish (fixture->document, result, NULL, NULL);
  left = vb_document_list_recoverable ();
  g_assert_cmpuint (g_list_model_get_n_items (left), ==, 0);
}

static void
test_save_and_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbBatch) batch = make_batch (1);
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GAsyncResult) save_result = NULL;
  g_autoptr (GAsyncResult) open_result = NULL;
  g_autoptr (VbDocument) again = NULL;
  g_autoptr (GError) error = NULL;

  take (fixture->document, batch);
  vb_document_save_async (fixture->document, file, FALSE, NULL, on_done, fixture);
  /* A change meanwhile is not in the file, and the document knows. */
  g_assert_true (vb_document_set_hidden_demand (fixture->document, 0.5, &error));
  g_assert_false (vb_document_save (fixture->document, FALSE, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  save_result = wait (fixture);
  g_assert_true (vb_document_save_finish (fixture->document, save_result, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_equal (vb_document_get_file (fixture->document), file));

  vb_document_open_async (file, NULL, on_done, fixture);
  open_result = wait (fixture);
  g_assert_cmpuint (fixture->ticks, >, 0);
  again = vb_document_open_finish (open_result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vb_document_get_n_units (again), ==, N_WARDS);
  vb_document_close (again);
}

static void
test_open_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  vb_document_open_async (file, NULL, on_done, fixture);
  result = wait (fixture);
  g_assert_null (vb_document_open_finish (result, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_STORAGE);
}

/* ---- snapshots ------------------------------------------------------------------------------- */

static gpointer
read_in_thread (gpointer data)
{
  static const guint16 measures[] = { VB_MEASURE_OCCUPIED_BEDS, VB_MEASURE_AVAILABLE_BEDS,
                                      VB_MEASURE_BED_DAYS };
  g_autoptr (GError) error = NULL;
  VbSnapshotObservations *observations =
      vb_snapshot_read_observations (data, measures, G_N_ELEMENTS (measures), NULL, &error);

  g_assert_no_error (error);
  return observations;
}

static void
test_snapshot (Fixture *fixture, gconstpointer data)
{
  VbDocument *document = fixture->document;
  g_autoptr (VbBatch) batch = make_batch (1);
  g_autoptr (VbSnapshot) snapshot = NULL;
  g_autoptr (VbSnapshotObservations) observations = NULL;
  g_autoptr (GError) error = NULL;
  gint64 top = add_unit (document, 0, VB_UNIT_HOSPITAL, "Top", NULL);
  gint64 below = add_unit (document, top, VB_UNIT_WARD, "Below", NULL);
  VbPeriod month = { VB_GRAIN_MONTH, vb_day_from_ymd (2024, 1, 1) };
  const VbTreeInput *tree;
  const gint64 *ids;
  const VbTargetInput *targets;
  const VbObservationInput *input;
  guint n_targets;

  take (document, batch);
  g_assert_true (vb_document_set_unit_care_type (document, top, VB_CARE_TYPE_ICU, &error));
  g_assert_true (
      vb_document_set_observation (document, below, VB_MEASURE_BED_DAYS, month, 31, &error));
  g_assert_true (
      vb_document_set_observation (document, below, VB_MEASURE_AVAILABLE_BEDS, month, 2, &error));
  g_assert_true (
      vb_document_set_observation (document, below, VB_MEASURE_DISCHARGES, month, 9, &error));
  g_assert_true (vb_document_set_target (document, 0, VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_NONE,
                                         VB_DAY_NONE, 0.95, NULL, &error));
  g_assert_true (vb_document_set_target (document, below, VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_NONE,
                                         VB_DAY_NONE, 0.7, NULL, &error));
  g_assert_true (vb_document_set_target (document, below, VB_MEASURE_WAITING, VB_CARE_TYPE_NONE,
                                         VB_DAY_NONE, 10, NULL, &error));

  snapshot = vb_snapshot_new (document);
  tree = vb_snapshot_get_tree (snapshot);
  ids = vb_snapshot_get_unit_ids (snapshot);
  g_assert_cmpuint (tree->n, ==, N_WARDS + 2);
  g_assert_cmpint (ids[0], ==, top);
  g_assert_cmpint (ids[1], ==, below);
  g_assert_cmpint (tree->parent[0], ==, -1);
  g_assert_cmpint (tree->parent[1], ==, 0);
  g_assert_cmpint (tree->parent[2], ==, -1);
  g_assert_cmpuint (tree->care_type[1], ==, VB_CARE_TYPE_ICU);
  g_assert_cmpuint (tree->care_type[2], ==, VB_CARE_TYPE_NONE);
  targets = vb_snapshot_get_targets (snapshot, &n_targets);
  g_assert_cmpuint (n_targets, ==, 2);
  g_assert_cmpuint (targets[0].unit, ==, 1);
  g_assert_cmpfloat (targets[0].value, ==, 0.7);
  g_assert_cmpuint (targets[1].unit, ==, G_MAXUINT32);
  g_assert_cmpfloat (vb_snapshot_get_default_target (snapshot), ==, 0.9);
  g_assert_true (vb_snapshot_get_occupied_includes_overcrowded (snapshot));
  g_assert_cmpfloat (vb_snapshot_get_hidden_demand (snapshot), ==, 0);

  observations = g_thread_join (g_thread_new ("read", read_in_thread, snapshot));
  input = vb_snapshot_observations_get_input (observations);
  g_assert_cmpuint (input->n, ==, N_WARDS * N_DAYS + 2);
  g_assert_cmpuint (input->unit[0], ==, 1);
  g_assert_cmpuint (input->measure[0], ==, VB_MEASURE_AVAILABLE_BEDS);
  g_assert_cmpuint (input->grain[0], ==, VB_GRAIN_MONTH);
  g_assert_cmpfloat (input->value[1], ==, 31);
  for (gsize i = 1; i < input->n; i++)
    g_assert_true (input->unit[i - 1] < input->unit[i]
                   || (input->unit[i - 1] == input->unit[i]
                       && (input->measure[i - 1] < input->measure[i]
                           || input->start[i - 1] < input->start[i])));
}

/* A snapshot outlives its document. */
static void
test_snapshot_of_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbSnapshot) snapshot = NULL;
  g_autoptr (VbSnapshotObservations) observations = NULL;

  add_unit (fixture->document, 0, VB_UNIT_WARD, "Ward", NULL);
  vb_document_close (fixture->document);
  snapshot = vb_snapshot_new (fixture->document);
  observations = g_thread_join (g_thread_new ("read", read_in_thread, snapshot));
  g_assert_cmpuint (vb_snapshot_observations_get_input (observations)->n, ==, 0);
  g_assert_cmpuint (vb_snapshot_get_tree (snapshot)->n, ==, 1);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/document/threads/import", test_import);
  ADD ("/document/threads/undo-of-edit", test_undo_of_edit);
  ADD ("/document/threads/cancel", test_cancel);
  ADD ("/document/threads/close-meanwhile", test_close_meanwhile);
  ADD ("/document/threads/save-and-open", test_save_and_open);
  ADD ("/document/threads/open-nothing", test_open_nothing);
  ADD ("/document/snapshot/arrays", test_snapshot);
  ADD ("/document/snapshot/closed", test_snapshot_of_closed);
  return test_run ();
}
