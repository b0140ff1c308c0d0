/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-import-taker.h"

#include <glib/gi18n-lib.h>

#include "vb-changeset.h"
#include "vb-import-part-table.h"
#include "vb-import-plan.h"
#include "vb-import-problem-table.h"
#include "vb-import-table.h"
#include "vb-import-units.h"
#include "vb-mapping-table.h"
#include "vb-unit-table.h"

/* What is refused is kept to be read in the list of imports, not to be searched. */
#define MAX_STORED_PROBLEMS 10000

gint64
vb_draw_id (VbRandom *ids)
{
  gint64 id;

  do
    id = (gint64) (vb_random_next (ids) >> 2);
  while (id == 0);
  return id;
}

typedef struct
{
  VbBatch *batch;
  VbRandom *ids;
  VbTaken *taken;
  GBytes *changeset; /* out; NULL when nothing changed */
  gint64 ordinal;    /* out */
} Taking;

static gboolean
write_import (
    VbStoreConnection *connection, Taking *taking, gint64 id, VbImportPlan *plan, GError **error)
{
  VbBatch *batch = taking->batch;
  const char *name = vb_batch_get_source_name (batch);
  const char *mapping = vb_batch_get_mapping (batch);
  GArray *parts = vb_import_plan_get_parts (plan);
  VbImportRow row = {
    .id = id,
    .ordinal = taking->ordinal,
    .time = vb_batch_get_time (batch),
    .source_name = (char *) (name != NULL ? name : ""),
    .checksum = (char *) vb_batch_get_checksum (batch),
    .mapping = (char *) mapping,
    .rows_read = vb_batch_get_rows_read (batch),
    .rows_refused = vb_batch_get_rows_refused (batch),
    .n_observations = (gint64) vb_import_plan_get_tally (plan)->n_living,
  };

  if (row.time == 0)
    row.time = g_get_real_time () / G_USEC_PER_SEC;
  if (!vb_import_table_insert (connection, &row, error))
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    if (!vb_import_part_table_insert (connection, id, &g_array_index (parts, VbImportPartRow, i),
                                      error))
      return FALSE;
  if (!vb_import_problem_table_insert (connection, id, vb_batch_get_problems (batch),
                                       MAX_STORED_PROBLEMS, error))
    return FALSE;
  return vb_batch_get_mapping_key (batch) == NULL || mapping == NULL
         || vb_mapping_table_put (connection, vb_batch_get_mapping_key (batch), mapping, error);
}

/* All that an import writes but its observations, and what undoing it needs of that. */
static gboolean
write_recorded (VbStoreConnection *connection,
                Taking *taking,
                gint64 id,
                VbImportUnits *units,
                VbImportPlan *plan,
                GError **error)
{
  g_autoptr (VbRecorder) recorder = vb_recorder_new (connection, error);

  if (recorder == NULL || !vb_import_units_write (units, connection, error)
      || !write_import (connection, taking, id, plan, error)
      || !vb_import_counts_apply (connection, vb_import_plan_get_losses (plan), -1, error))
    return FALSE;
  taking->changeset = vb_recorder_dup_changeset (recorder, error);
  return taking->changeset != NULL
         && vb_changeset_check (connection, taking->changeset, FALSE, error);
}

static gboolean
take (VbStoreConnection *connection, gpointer data, GError **error)
{
  Taking *taking = data;
  gint64 id = vb_draw_id (taking->ids);
  g_autoptr (VbImportUnits) units = NULL;
  g_autoptr (VbImportPlan) plan = NULL;
  const VbImportTally *tally;

  if (!vb_import_table_next_ordinal (connection, &taking->ordinal, error))
    return FALSE;
  units = vb_import_units_new (connection, taking->batch, id, taking->ids, error);
  if (units == NULL)
    return FALSE;
  plan = vb_import_plan_new (connection, vb_batch_get_columns (taking->batch),
                             (const gint64 *) (gpointer) units->ids->data, taking->ordinal, error);
  if (plan == NULL)
    return FALSE;

  tally = vb_import_plan_get_tally (plan);
  taking->taken->observations_added = tally->n_added;
  taking->taken->observations_replaced = tally->n_replaced;
  taking->taken->observations_same = tally->n_same;
  taking->taken->observations_beneath = tally->n_beneath;
  if (units->made->len == 0 && units->changed->len == 0 && tally->n_added == 0
      && tally->n_replaced == 0 && tally->n_beneath == 0)
    return TRUE;

  taking->taken->import_id = id;
  taking->taken->units_made = units->made->len;
  /* The recorder is gone before the rows go in: it would look at each of them. */
  return write_recorded (connection, taking, id, units, plan, error)
         && vb_import_plan_write (plan, id, error);
}

gboolean
vb_import_taker_take (VbStoreConnection *connection,
                      VbBatch *batch,
                      VbRandom *ids,
                      VbTaken *taken,
                      VbStep **step,
                      GError **error)
{
  Taking taking = { batch, ids, taken, NULL, 0 };
  g_autofree char *label = NULL;
  gboolean done;

  *taken = (VbTaken){ 0 };
  *step = NULL;
  done = vb_store_transact (connection, VB_STORE_TRANSACT_UNCHECKED, take, &taking, error);
  if (!done)
    *taken = (VbTaken){ 0 };
  else if (taking.changeset != NULL)
    {
      const char *name = vb_batch_get_source_name (batch);

      /* Translators: follows "Undo"; %s is a file name */
      label = g_strdup_printf (_ ("import of %s"), name != NULL ? name : "–");
      *step = vb_step_new (VB_STEP_IMPORT, label, taking.changeset);
      (*step)->import_id = taken->import_id;
      (*step)->ordinal = taking.ordinal;
    }
  g_clear_pointer (&taking.changeset, g_bytes_unref);
  return done;
}

typedef struct
{
  gint64 import;
  GBytes *changeset; /* out */
  VbObservationRows *rows;
  GArray *unit_ids;
} TakingBack;

static gboolean
take_back (VbStoreConnection *connection, gpointer data, GError **error)
{
  TakingBack *taking = data;
  g_autoptr (GHashTable) gains = vb_import_counts_new ();
  g_autoptr (VbRecorder) recorder = NULL;

  if (!vb_import_remove_observations (connection, taking->import, taking->rows, taking->unit_ids,
                                      gains, error))
    return FALSE;
  recorder = vb_recorder_new (connection, error);
  if (recorder == NULL || !vb_import_counts_apply (connection, gains, 1, error)
      || !vb_import_part_table_delete (connection, taking->import, error)
      || !vb_import_problem_table_delete (connection, taking->import, error)
      || !vb_unit_table_release_import (connection, taking->import, error)
      || !vb_import_table_delete (connection, taking->import, error))
    return FALSE;
  taking->changeset = vb_recorder_dup_changeset (recorder, error);
  return taking->changeset != NULL
         && vb_changeset_check (connection, taking->changeset, FALSE, error);
}

gboolean
vb_import_taker_take_back (VbStoreConnection *connection,
                           gint64 import,
                           gint64 ordinal,
                           const char *name,
                           VbStep **step,
                           GError **error)
{
  g_autoptr (VbObservationRows) rows = vb_observation_rows_new ();
  g_autoptr (GArray) unit_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  TakingBack taking = { import, NULL, rows, unit_ids };
  g_autofree char *label = NULL;

  *step = NULL;
  if (vb_store_transact (connection, VB_STORE_TRANSACT_UNCHECKED, take_back, &taking, error))
    {
      /* Translators: follows "Undo"; %s is a file name */
      label = g_strdup_printf (_ ("taking back of %s"), name);
      *step = vb_step_new (VB_STEP_TAKE_BACK, label, taking.changeset);
      (*step)->import_id = import;
      (*step)->ordinal = ordinal;
      (*step)->rows = g_steal_pointer (&rows);
      (*step)->unit_ids = g_steal_pointer (&unit_ids);
    }
  g_clear_pointer (&taking.changeset, g_bytes_unref);
  return *step != NULL;
}

typedef struct
{
  VbStep *step;
  gboolean undo;
  VbObservationRows *rows; /* taken out */
  GArray *unit_ids;
} Replay;

/* The numbers of observations and the units stand in the changeset; only the rows are ours. */
static gboolean
replay_out (VbStoreConnection *connection, gpointer data, GError **error)
{
  Replay *replay = data;
  g_autoptr (GHashTable) gains = vb_import_counts_new ();

  return vb_import_remove_observations (connection, replay->step->import_id, replay->rows,
                                        replay->unit_ids, gains, error)
         && vb_changeset_apply (connection, replay->step->changeset, replay->undo, error);
}

static gboolean
replay_in (VbStoreConnection *connection, gpointer data, GError **error)
{
  Replay *replay = data;
  VbStep *step = replay->step;
  g_autoptr (VbImportPlan) plan = NULL;

  if (!vb_changeset_apply (connection, step->changeset, replay->undo, error))
    return FALSE;
  plan =
      vb_import_plan_new (connection, vb_observation_rows_get_columns (step->rows),
                          (const gint64 *) (gpointer) step->unit_ids->data, step->ordinal, error);
  return plan != NULL && vb_import_plan_write (plan, step->import_id, error);
}

gboolean
vb_import_taker_replay (VbStoreConnection *connection, VbStep *step, gboolean undo, GError **error)
{
  Replay replay = { step, undo, NULL, NULL };
  gboolean out = (step->kind == VB_STEP_IMPORT) == undo;

  if (out)
    {
      g_autoptr (VbObservationRows) rows = vb_observation_rows_new ();
      g_autoptr (GArray) unit_ids = g_array_new (FALSE, FALSE, sizeof (gint64));

      replay.rows = rows;
      replay.unit_ids = unit_ids;
      if (!vb_store_transact (connection, VB_STORE_TRANSACT_UNCHECKED, replay_out, &replay, error))
        return FALSE;
      step->rows = g_steal_pointer (&rows);
      step->unit_ids = g_steal_pointer (&unit_ids);
      return TRUE;
    }

  if (!vb_store_transact (connection, VB_STORE_TRANSACT_UNCHECKED, replay_in, &replay, error))
    return FALSE;
  g_clear_pointer (&step->rows, vb_observation_rows_free);
  g_clear_pointer (&step->unit_ids, g_array_unref);
  return TRUE;
}
