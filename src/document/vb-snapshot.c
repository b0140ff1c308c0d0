/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-snapshot.h"

#include "vb-document-private.h"
#include "vb-import-part-table.h"
#include "vb-import-table.h"
#include "vb-observation-table.h"
#include "vb-population-table.h"
#include "vb-target.h"

struct _VbSnapshot
{
  gatomicrefcount references;
  VbWorkingCopy *copy; /* NULL when the document was closed */
  VbTreeInput tree;
  GArray *parents;    /* gint32 */
  GArray *care_types; /* guint8 */
  GArray *kinds;      /* guint8 */
  GArray *unit_ids;   /* gint64 */
  GArray *targets;    /* VbTargetInput */
  VbSettingRow settings;
};

struct _VbSnapshotObservations
{
  VbObservationRows *rows;
  VbObservationInput input;
};

static void
add_units (VbSnapshot *self, GHashTable *indices, GListModel *units, gint32 parent)
{
  guint n = g_list_model_get_n_items (units);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (units, i);
      gint32 index = (gint32) self->unit_ids->len;
      gint64 id = vb_unit_get_id (unit);
      guint8 own = (guint8) vb_unit_get_own_care_type (unit);
      guint8 kind = (guint8) vb_unit_get_kind (unit);

      if (own == VB_CARE_TYPE_NONE && parent >= 0)
        own = g_array_index (self->care_types, guint8, parent);
      g_array_append_val (self->parents, parent);
      g_array_append_val (self->care_types, own);
      g_array_append_val (self->kinds, kind);
      g_array_append_val (self->unit_ids, id);
      g_hash_table_insert (indices, unit, GINT_TO_POINTER (index));
      add_units (self, indices, vb_unit_get_children (unit), index);
    }
}

static int
compare_targets (gconstpointer a, gconstpointer b)
{
  const VbTargetInput *x = a;
  const VbTargetInput *y = b;

  if (x->unit != y->unit)
    return x->unit < y->unit ? -1 : 1;
  if (x->care_type != y->care_type)
    return x->care_type < y->care_type ? -1 : 1;
  return (x->from > y->from) - (x->from < y->from);
}

static void
add_targets (VbSnapshot *self, VbDocument *document, GHashTable *indices)
{
  GListModel *targets = vb_document_get_targets (document);

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (VbTarget) target = g_list_model_get_item (targets, i);
      VbUnit *unit = vb_document_get_unit (document, vb_target_get_unit_id (target));
      VbTargetInput input = { 0 };

      if (vb_target_get_measure (target) != VB_MEASURE_OCCUPANCY)
        continue;
      input.unit = unit != NULL ? (guint32) GPOINTER_TO_INT (g_hash_table_lookup (indices, unit))
                                : G_MAXUINT32;
      input.care_type = (guint8) vb_target_get_care_type (target);
      input.from = vb_target_get_from (target);
      input.value = vb_target_get_value (target);
      g_array_append_val (self->targets, input);
    }
  g_array_sort (self->targets, compare_targets);
}

VbSnapshot *
vb_snapshot_new (VbDocument *document)
{
  VbSnapshot *self;
  g_autoptr (GHashTable) indices = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);

  self = g_new0 (VbSnapshot, 1);
  g_atomic_ref_count_init (&self->references);
  self->copy = document->copy != NULL ? vb_working_copy_ref (document->copy) : NULL;
  self->settings = document->settings;
  self->parents = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->care_types = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->kinds = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->unit_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->targets = g_array_new (FALSE, FALSE, sizeof (VbTargetInput));
  indices = g_hash_table_new (NULL, NULL);
  add_units (self, indices, vb_document_get_roots (document), -1);
  add_targets (self, document, indices);
  self->tree.n = self->unit_ids->len;
  self->tree.parent = (const gint32 *) (gpointer) self->parents->data;
  self->tree.care_type = (const guint8 *) self->care_types->data;
  self->tree.kind = (const guint8 *) self->kinds->data;
  return self;
}

VbSnapshot *
vb_snapshot_ref (VbSnapshot *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
vb_snapshot_unref (VbSnapshot *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->copy, vb_working_copy_unref);
  g_array_unref (self->parents);
  g_array_unref (self->care_types);
  g_array_unref (self->kinds);
  g_array_unref (self->unit_ids);
  g_array_unref (self->targets);
  g_free (self);
}

const VbTreeInput *
vb_snapshot_get_tree (const VbSnapshot *self)
{
  return &self->tree;
}

const gint64 *
vb_snapshot_get_unit_ids (const VbSnapshot *self)
{
  return (const gint64 *) (gpointer) self->unit_ids->data;
}

const VbTargetInput *
vb_snapshot_get_targets (const VbSnapshot *self, guint *n)
{
  *n = self->targets->len;
  return (const VbTargetInput *) (gpointer) self->targets->data;
}

double
vb_snapshot_get_default_target (const VbSnapshot *self)
{
  return self->settings.default_target;
}

gboolean
vb_snapshot_get_occupied_includes_overcrowded (const VbSnapshot *self)
{
  return self->settings.occupied_includes_overcrowded;
}

double
vb_snapshot_get_hidden_demand (const VbSnapshot *self)
{
  return self->settings.hidden_demand;
}

static int
compare_measures (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint16 *) a - (int) *(const guint16 *) b;
}

/* Calls @read with a connection to the working copy, in one read transaction, so that all of it is
 * of one moment. Reads nothing when the document was closed. */
static gboolean
read_in_transaction (const VbSnapshot *self,
                     VbStoreFunc read,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (VbStoreConnection) connection = NULL;

  if (self->copy == NULL)
    return TRUE;
  connection =
      vb_store_connection_open (vb_working_copy_get_database (self->copy), VB_STORE_READ, error);
  if (connection == NULL)
    return FALSE;
  vb_store_connection_set_cancellable (connection, cancellable);
  return vb_store_connection_execute (connection, "BEGIN", error) && read (connection, data, error)
         && vb_store_connection_execute (connection, "COMMIT", error);
}

typedef struct
{
  const VbSnapshot *snapshot;
  GArray *measures; /* guint16, ascending */
  VbObservationRows *rows;
} Reading;

static gboolean
read_all (VbStoreConnection *connection, gpointer data, GError **error)
{
  const Reading *reading = data;
  const gint64 *unit_ids = vb_snapshot_get_unit_ids (reading->snapshot);

  for (guint unit = 0; unit < reading->snapshot->tree.n; unit++)
    for (guint i = 0; i < reading->measures->len; i++)
      if (!vb_observation_table_read_measure (connection, unit_ids[unit], unit,
                                              g_array_index (reading->measures, guint16, i),
                                              reading->rows, error))
        return FALSE;
  return TRUE;
}

VbSnapshotObservations *
vb_snapshot_read_observations (const VbSnapshot *self,
                               const guint16 *measures,
                               guint n_measures,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (guint16));
  g_autoptr (VbSnapshotObservations) observations = g_new0 (VbSnapshotObservations, 1);
  Reading reading = { self, sorted, NULL };

  g_return_val_if_fail (self != NULL, NULL);

  g_array_append_vals (sorted, measures, n_measures);
  g_array_sort (sorted, compare_measures);
  observations->rows = reading.rows = vb_observation_rows_new ();
  if (!read_in_transaction (self, read_all, &reading, cancellable, error))
    return NULL;
  observations->input = (VbObservationInput){
    .n = reading.rows->n,
    .unit = reading.rows->unit,
    .measure = reading.rows->measure,
    .grain = reading.rows->grain,
    .start = reading.rows->start,
    .value = reading.rows->value,
    .provenance = reading.rows->provenance,
  };
  return g_steal_pointer (&observations);
}

const VbObservationInput *
vb_snapshot_observations_get_input (const VbSnapshotObservations *self)
{
  return &self->input;
}

void
vb_snapshot_observations_free (VbSnapshotObservations *self)
{
  vb_observation_rows_free (self->rows);
  g_free (self);
}

typedef struct
{
  GHashTable *indices; /* gint64 id of a unit → its index */
  GArray *parts;
} PartReading;

static gboolean
read_parts (VbStoreConnection *connection, gpointer data, GError **error)
{
  const PartReading *reading = data;
  g_autoptr (GArray) imports = vb_import_table_read (connection, error);

  if (imports == NULL)
    return FALSE;
  for (guint i = 0; i < imports->len; i++)
    {
      gint64 import = g_array_index (imports, VbImportRow, i).id;
      g_autoptr (GArray) rows = vb_import_part_table_read (connection, import, error);

      if (rows == NULL)
        return FALSE;
      for (guint j = 0; j < rows->len; j++)
        {
          const VbImportPartRow *row = &g_array_index (rows, VbImportPartRow, j);
          VbPeriod last = { (VbGrain) row->grain, (VbDay) row->last };
          VbSnapshotPart part = { .import = import };
          gpointer unit;

          if (!g_hash_table_lookup_extended (reading->indices, &row->unit, NULL, &unit))
            continue;
          part.unit = GPOINTER_TO_UINT (unit);
          part.measure = (guint16) row->measure;
          part.grain = (guint8) row->grain;
          part.first = (VbDay) row->first;
          part.end = vb_period_get_end (last);
          g_array_append_val (reading->parts, part);
        }
    }
  return TRUE;
}

GArray *
vb_snapshot_read_parts (const VbSnapshot *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) indices = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (VbSnapshotPart));
  const gint64 *unit_ids = vb_snapshot_get_unit_ids (self);
  PartReading reading = { indices, parts };

  for (guint i = 0; i < self->tree.n; i++)
    g_hash_table_insert (indices, (gpointer) &unit_ids[i], GUINT_TO_POINTER (i));
  if (!read_in_transaction (self, read_parts, &reading, cancellable, error))
    return NULL;
  return g_steal_pointer (&parts);
}

static gboolean
read_population (VbStoreConnection *connection, gpointer data, GError **error)
{
  GHashTable *populations = data;
  g_autoptr (GArray) units = vb_population_table_read_units (connection, error);

  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    {
      gint64 unit = g_array_index (units, gint64, i);
      VbPopulationFacts *facts = vb_population_table_read (connection, unit, error);

      if (facts == NULL)
        return FALSE;
      g_hash_table_insert (populations, g_memdup2 (&unit, sizeof unit), facts);
    }
  return TRUE;
}

GHashTable *
vb_snapshot_read_population (const VbSnapshot *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) populations = g_hash_table_new_full (
      g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) vb_population_facts_free);

  if (!read_in_transaction (self, read_population, populations, cancellable, error))
    return NULL;
  return g_steal_pointer (&populations);
}
