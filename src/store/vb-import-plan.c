/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-import-plan.h"

#include "vb-columns-module.h"
#include "vb-import-part-table.h"
#include "vb-import-table.h"
#include "vb-observation-replaced-table.h"
#include "vb-store-statement.h"

struct _VbImportPlan
{
  VbStoreConnection *connection;
  VbBatchColumns columns;
  gint64 ordinal;
  GArray *runs;         /* of VbColumnsRun, in the order of observation's key */
  GArray *parts;        /* of VbImportPartRow */
  guint8 *fates;        /* NULL while all are new */
  GHashTable *losses;   /* import's id → count */
  GHashTable *ordinals; /* import's id → ordinal (both gint64) */
  VbImportTally tally;
};

enum
{
  READ_STRETCH,
  WRITE_NEW,
  KEEP_REPLACED,
  WRITE_OVER,
  WRITE_BENEATH,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [READ_STRETCH] = "SELECT start, value, provenance, import FROM observation"
                   " WHERE unit = ?1 AND measure = ?2 AND grain = ?3"
                   " AND start BETWEEN ?4 AND ?5 ORDER BY start",
  [WRITE_NEW] = "INSERT INTO observation (unit, measure, grain, start, value, provenance, import)"
                " SELECT unit, measure, grain, start, value, provenance, ?1 FROM vb_columns",
  [KEEP_REPLACED] = "INSERT INTO observation_replaced (unit, measure, grain, start, import, value,"
                    " provenance)"
                    " SELECT o.unit, o.measure, o.grain, o.start, o.import, o.value, o.provenance"
                    " FROM vb_columns c CROSS JOIN observation o"
                    " ON o.unit = c.unit AND o.measure = c.measure AND o.grain = c.grain"
                    " AND o.start = c.start WHERE c.fate = 1",
  [WRITE_OVER] = "INSERT INTO observation (unit, measure, grain, start, value, provenance, import)"
                 " SELECT unit, measure, grain, start, value, provenance, ?1 FROM vb_columns"
                 " WHERE fate <> 2"
                 " ON CONFLICT (unit, measure, grain, start) DO UPDATE"
                 " SET value = excluded.value, provenance = excluded.provenance,"
                 " import = excluded.import",
  [WRITE_BENEATH] = "INSERT INTO observation_replaced (unit, measure, grain, start, import, value,"
                    " provenance)"
                    " SELECT unit, measure, grain, start, ?1, value, provenance FROM vb_columns"
                    " WHERE fate = 2",
};

G_STATIC_ASSERT (VB_FATE_OVER == 1 && VB_FATE_BENEATH == 2);

static const VbStoreSql sql = { VB_STORE_IMPORT_PLAN, N_STATEMENTS, texts };

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const VbColumnsRun *x = a;
  const VbColumnsRun *y = b;

  return (x->unit > y->unit) - (x->unit < y->unit);
}

/* Columns are sorted by the caller's order of units, observation by their ids. */
static void
find_runs (VbImportPlan *self, const gint64 *unit_ids)
{
  const VbBatchColumns *columns = &self->columns;

  for (gsize begin = 0; begin < columns->n;)
    {
      VbColumnsRun run = { unit_ids[columns->unit[begin]], begin, begin + 1 };

      while (run.end < columns->n && columns->unit[run.end] == columns->unit[begin])
        run.end++;
      g_array_append_val (self->runs, run);
      begin = run.end;
    }
  g_array_sort (self->runs, compare_runs);
}

static void
set_fate (VbImportPlan *self, gsize row, VbFate fate)
{
  if (self->fates == NULL)
    self->fates = g_new0 (guint8, self->columns.n);
  self->fates[row] = (guint8) fate;
}

static void
count_one (GHashTable *counts, gint64 import)
{
  gpointer n = g_hash_table_lookup (counts, &import);

  g_hash_table_insert (counts, g_memdup2 (&import, sizeof import),
                       GSIZE_TO_POINTER (GPOINTER_TO_SIZE (n) + 1));
}

static gboolean
is_same (const VbBatchColumns *columns, gsize row, double value, VbProvenance provenance)
{
  return columns->value[row] == value && columns->provenance[row] == provenance;
}

/* A row that goes behind what stands there: known already when the newest import said the same. */
static gboolean
compare_beneath (
    VbImportPlan *self, gsize row, const VbImportPartRow *part, gint64 start, GError **error)
{
  VbPeriod period = { (VbGrain) part->grain, (VbDay) start };
  VbObservationRow newest;
  gboolean found;

  if (!vb_observation_replaced_table_find_newest (
          self->connection, part->unit, (guint16) part->measure, period, &found, &newest, error))
    return FALSE;
  set_fate (self, row, VB_FATE_BENEATH);
  if (found && is_same (&self->columns, row, newest.value, newest.provenance))
    self->tally.n_same++;
  else
    self->tally.n_beneath++;
  return TRUE;
}

static gboolean
compare_row (VbImportPlan *self,
             gsize row,
             const VbImportPartRow *part,
             VbStoreStatement *present,
             GError **error)
{
  gint64 import = vb_store_statement_get_int64 (present, 3);
  const gint64 *ordinal = g_hash_table_lookup (self->ordinals, &import);

  if (import == 0 || (ordinal != NULL && *ordinal > self->ordinal))
    return compare_beneath (self, row, part, vb_store_statement_get_int64 (present, 0), error);

  set_fate (self, row, VB_FATE_OVER);
  count_one (self->losses, import);
  self->tally.n_living++;
  if (is_same (&self->columns, row, vb_store_statement_get_double (present, 1),
               (VbProvenance) vb_store_statement_get_int64 (present, 2)))
    self->tally.n_same++;
  else
    self->tally.n_replaced++;
  return TRUE;
}

/* Walks rows [begin, end) of the columns, one series, beside what is stored of it. */
static gboolean
compare_series (VbImportPlan *self, gint64 unit, gsize begin, gsize end, GError **error)
{
  const VbBatchColumns *columns = &self->columns;
  VbImportPartRow part = { unit, columns->measure[begin], columns->grain[begin],
                           columns->start[begin], columns->start[end - 1] };
  g_autoptr (VbStoreStatement) present =
      vb_store_statement_get (self->connection, &sql, READ_STRETCH, error);
  VbStoreStep step;
  gsize row = begin;
  gsize n_met = 0;

  if (present == NULL)
    return FALSE;
  g_array_append_val (self->parts, part);
  vb_store_statement_bind_int64 (present, 1, part.unit);
  vb_store_statement_bind_int64 (present, 2, part.measure);
  vb_store_statement_bind_int64 (present, 3, part.grain);
  vb_store_statement_bind_int64 (present, 4, part.first);
  vb_store_statement_bind_int64 (present, 5, part.last);
  while ((step = vb_store_statement_step (present, error)) == VB_STORE_STEP_ROW)
    {
      gint64 start = vb_store_statement_get_int64 (present, 0);

      while (row < end && columns->start[row] < start)
        row++;
      if (row < end && columns->start[row] == start)
        {
          if (!compare_row (self, row, &part, present, error))
            return FALSE;
          n_met++;
        }
    }
  self->tally.n_added += end - begin - n_met;
  self->tally.n_living += end - begin - n_met;
  return step == VB_STORE_STEP_DONE;
}

static gboolean
compare_run (VbImportPlan *self, const VbColumnsRun *run, GError **error)
{
  const VbBatchColumns *columns = &self->columns;

  for (gsize begin = run->begin; begin < run->end;)
    {
      gsize end = begin + 1;

      while (end < run->end && columns->measure[end] == columns->measure[begin]
             && columns->grain[end] == columns->grain[begin])
        end++;
      if (!compare_series (self, run->unit, begin, end, error))
        return FALSE;
      begin = end;
    }
  return TRUE;
}

static gboolean
read_ordinals (VbImportPlan *self, GError **error)
{
  g_autoptr (GArray) imports = vb_import_table_read (self->connection, error);

  if (imports == NULL)
    return FALSE;
  for (guint i = 0; i < imports->len; i++)
    {
      const VbImportRow *import = &g_array_index (imports, VbImportRow, i);

      g_hash_table_insert (self->ordinals, g_memdup2 (&import->id, sizeof import->id),
                           g_memdup2 (&import->ordinal, sizeof import->ordinal));
    }
  return TRUE;
}

VbImportPlan *
vb_import_plan_new (VbStoreConnection *connection,
                    VbBatchColumns columns,
                    const gint64 *unit_ids,
                    gint64 ordinal,
                    GError **error)
{
  g_autoptr (VbImportPlan) self = g_new0 (VbImportPlan, 1);

  self->connection = connection;
  self->columns = columns;
  self->ordinal = ordinal;
  self->runs = g_array_new (FALSE, FALSE, sizeof (VbColumnsRun));
  self->parts = g_array_new (FALSE, FALSE, sizeof (VbImportPartRow));
  self->losses = vb_import_counts_new ();
  self->ordinals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  find_runs (self, unit_ids);
  if (!read_ordinals (self, error))
    return NULL;
  for (guint i = 0; i < self->runs->len; i++)
    if (!compare_run (self, &g_array_index (self->runs, VbColumnsRun, i), error))
      return NULL;
  return g_steal_pointer (&self);
}

void
vb_import_plan_free (VbImportPlan *self)
{
  g_array_unref (self->runs);
  g_array_unref (self->parts);
  g_hash_table_unref (self->losses);
  g_hash_table_unref (self->ordinals);
  g_free (self->fates);
  g_free (self);
}

const VbImportTally *
vb_import_plan_get_tally (VbImportPlan *self)
{
  return &self->tally;
}

GHashTable *
vb_import_plan_get_losses (VbImportPlan *self)
{
  return self->losses;
}

GArray *
vb_import_plan_get_parts (VbImportPlan *self)
{
  return self->parts;
}

static gboolean
run_for_import (VbImportPlan *self, guint index, gint64 import, GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (self->connection, &sql, index, error);

  if (statement == NULL)
    return FALSE;
  if (index != KEEP_REPLACED)
    vb_store_statement_bind_int64 (statement, 1, import);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_import_plan_write (VbImportPlan *self, gint64 import, GError **error)
{
  VbColumnsSource source = { self->columns, (const VbColumnsRun *) (gpointer) self->runs->data,
                             self->runs->len, self->fates };
  gboolean written;

  if (!vb_columns_module_set (self->connection, &source, error))
    return FALSE;
  if (self->fates == NULL)
    written = run_for_import (self, WRITE_NEW, import, error);
  else
    written = run_for_import (self, KEEP_REPLACED, import, error)
              && run_for_import (self, WRITE_OVER, import, error)
              && run_for_import (self, WRITE_BENEATH, import, error);
  vb_columns_module_set (self->connection, NULL, NULL);
  return written;
}

GHashTable *
vb_import_counts_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

gboolean
vb_import_counts_apply (VbStoreConnection *connection, GHashTable *counts, int sign, GError **error)
{
  GHashTableIter iter;
  gpointer import;
  gpointer n;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &import, &n))
    if (!vb_import_table_add_observations (connection, *(gint64 *) import,
                                           sign * (gint64) GPOINTER_TO_SIZE (n), error))
      return FALSE;
  return TRUE;
}
