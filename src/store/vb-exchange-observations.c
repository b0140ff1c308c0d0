/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Observations and imports between two documents.
 *
 * A figure that stands there and not here is taken. Where others stand, it matters who knew what:
 * a side that has the other's figure among those that were replaced has the newer one. When neither
 * has, ours stands, and theirs is kept beneath it as its import's, so that taking back an import
 * brings it up. */
#include "vb-exchange-private.h"

#include "vb-import-plan.h"
#include "vb-import-table.h"
#include "vb-measure.h"
#include "vb-number.h"
#include "vb-period.h"

enum
{
  READ,
  FIND,
  KNOWS,
  INSERT,
  UPDATE,
  KEEP,
  READ_REPLACED,
  HIDE_ORDINALS,
  SET_ORDINAL,
  N_STATEMENTS,
};

#define KEY "unit = ?1 AND measure = ?2 AND grain = ?3 AND start = ?4"

static const char *const texts[N_STATEMENTS] = {
  [READ] = "SELECT unit, measure, grain, start, import, value, provenance FROM observation"
           " WHERE unit = ?1 ORDER BY measure, grain, start",
  [FIND] = "SELECT import, value, provenance FROM observation WHERE " KEY,
  [KNOWS] = "SELECT 1 FROM observation_replaced WHERE " KEY " AND import = ?5",
  [INSERT] = "INSERT INTO observation (unit, measure, grain, start, import, value, provenance)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
  [UPDATE] = "UPDATE observation SET import = ?5, value = ?6, provenance = ?7 WHERE " KEY,
  [KEEP] = "INSERT INTO observation_replaced (unit, measure, grain, start, import, value,"
           " provenance) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7"
           " WHERE NOT EXISTS (SELECT 1 FROM observation WHERE " KEY " AND import = ?5)"
           " ON CONFLICT (unit, measure, grain, start, import) DO NOTHING",
  [READ_REPLACED] = "SELECT unit, measure, grain, start, import, value, provenance"
                    " FROM observation_replaced",
  [HIDE_ORDINALS] = "UPDATE import SET ordinal = -1 - abs (ordinal)",
  [SET_ORDINAL] = "UPDATE import SET ordinal = ?2 WHERE id = ?1",
};

static const VbStoreSql sql = { VB_STORE_EXCHANGE_OBSERVATIONS, N_STATEMENTS, texts };

/* ---- imports --------------------------------------------------------------------------------- */

static void
map_import (VbExchange *self, gint64 theirs, gint64 ours)
{
  g_hash_table_insert (self->imports, g_memdup2 (&theirs, sizeof theirs),
                       g_memdup2 (&ours, sizeof ours));
  g_hash_table_insert (self->origins, g_memdup2 (&ours, sizeof ours),
                       g_memdup2 (&theirs, sizeof theirs));
}

static const VbImportRow *
find_import (GArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, VbImportRow, i).id == id)
      return &g_array_index (rows, VbImportRow, i);
  return NULL;
}

/* One of ours that read the very same file, and that they do not have by itself. */
static const VbImportRow *
find_same_file (GArray *ours, GArray *theirs, const char *checksum)
{
  for (guint i = 0; checksum != NULL && i < ours->len; i++)
    {
      const VbImportRow *row = &g_array_index (ours, VbImportRow, i);

      if (g_strcmp0 (row->checksum, checksum) == 0 && find_import (theirs, row->id) == NULL)
        return row;
    }
  return NULL;
}

/* The oldest first: each import there that is new here goes right after the one that it followed
 * there, and so before those that only we have. @order: out, of gint64. */
static void
find_order (VbExchange *self, GArray *ours, GArray *theirs, GArray *order)
{
  guint place = 0;

  for (guint i = ours->len; i > 0; i--)
    g_array_append_val (order, g_array_index (ours, VbImportRow, i - 1).id);
  for (guint i = theirs->len; i > 0; i--)
    {
      gint64 id = vb_exchange_map_import (self, g_array_index (theirs, VbImportRow, i - 1).id);
      guint found = 0;

      while (found < order->len && g_array_index (order, gint64, found) != id)
        found++;
      if (found < order->len)
        place = MAX (place, found + 1);
      else
        g_array_insert_val (order, place++, id);
    }
}

static gboolean
set_order (VbExchange *self, GArray *order, GError **error)
{
  g_autoptr (VbStoreStatement) hide =
      vb_store_statement_get (self->ours, &sql, HIDE_ORDINALS, error);
  g_autoptr (VbStoreStatement) set = vb_store_statement_get (self->ours, &sql, SET_ORDINAL, error);

  /* Out of the way first: no two may be alike at any moment. */
  if (hide == NULL || set == NULL || !vb_store_statement_run (hide, error))
    return FALSE;
  for (guint i = 0; i < order->len; i++)
    {
      vb_store_statement_bind_int64 (set, 1, g_array_index (order, gint64, i));
      vb_store_statement_bind_int64 (set, 2, i + 1);
      if (!vb_store_statement_run (set, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
vb_exchange_take_imports (VbExchange *self, GError **error)
{
  g_autoptr (GArray) ours = vb_import_table_read (self->ours, error);
  g_autoptr (GArray) theirs = ours != NULL ? vb_import_table_read (self->theirs, error) : NULL;
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean added = FALSE;

  if (theirs == NULL)
    return FALSE;
  for (guint i = 0; i < theirs->len; i++)
    {
      VbImportRow row = g_array_index (theirs, VbImportRow, i);
      const VbImportRow *known = find_import (ours, row.id);

      if (known == NULL)
        known = find_same_file (ours, theirs, row.checksum);
      map_import (self, row.id, known != NULL ? known->id : row.id);
      if (known != NULL)
        continue;
      row.n_observations = 0;
      if (!vb_import_table_next_ordinal (self->ours, &row.ordinal, error)
          || !vb_import_table_insert (self->ours, &row, error))
        return FALSE;
      added = TRUE;
    }
  if (!added)
    return TRUE;
  find_order (self, ours, theirs, order);
  return set_order (self, order, error);
}

/* ---- observations ---------------------------------------------------------------------------- */

typedef struct
{
  gint64 unit;
  gint64 measure;
  gint64 grain;
  gint64 start;
  gint64 import; /* 0 = typed by hand */
  double value;
  gint64 provenance;
} Row;

static Row
read_row (VbStoreStatement *statement)
{
  Row row = {
    vb_store_statement_get_int64 (statement, 0), vb_store_statement_get_int64 (statement, 1),
    vb_store_statement_get_int64 (statement, 2), vb_store_statement_get_int64 (statement, 3),
    vb_store_statement_get_int64 (statement, 4), vb_store_statement_get_double (statement, 5),
    vb_store_statement_get_int64 (statement, 6)
  };

  return row;
}

static void
bind_key (VbStoreStatement *statement, const Row *row)
{
  vb_store_statement_bind_int64 (statement, 1, row->unit);
  vb_store_statement_bind_int64 (statement, 2, row->measure);
  vb_store_statement_bind_int64 (statement, 3, row->grain);
  vb_store_statement_bind_int64 (statement, 4, row->start);
}

static gboolean
write_row (VbStoreConnection *connection, guint index, const Row *row, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, index, error);

  if (statement == NULL)
    return FALSE;
  bind_key (statement, row);
  vb_store_statement_bind_id (statement, 5, row->import);
  vb_store_statement_bind_double (statement, 6, row->value);
  vb_store_statement_bind_int64 (statement, 7, row->provenance);
  return vb_store_statement_run (statement, error);
}

/* Whether the figure of @import at the place of @row has been replaced in @connection. */
static gboolean
knows (
    VbStoreConnection *connection, const Row *row, gint64 import, gboolean *known, GError **error)
{
  g_autoptr (VbStoreStatement) statement = NULL;
  VbStoreStep step;

  *known = FALSE;
  if (import == 0)
    return TRUE;
  statement = vb_store_statement_get (connection, &sql, KNOWS, error);
  if (statement == NULL)
    return FALSE;
  bind_key (statement, row);
  vb_store_statement_bind_int64 (statement, 5, import);
  step = vb_store_statement_step (statement, error);
  *known = step == VB_STORE_STEP_ROW;
  return step != VB_STORE_STEP_ERROR;
}

static void
report (VbExchange *self, const Row *theirs, const Row *ours)
{
  const VbExchangeUnit *unit = _vb_exchange_find_unit (self, theirs->unit);
  const VbMeasure *measure = vb_measure_get ((VbMeasureId) theirs->measure);
  g_autofree char *own =
      measure == NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, theirs->measure) : NULL;
  g_autofree char *start = vb_day_to_iso ((VbDay) theirs->start);
  g_autofree char *what = g_strjoin (" ", measure != NULL ? measure->key : own,
                                     vb_grain_to_id ((VbGrain) theirs->grain), start, NULL);
  g_autofree char *our_value = ours != NULL ? vb_number_to_file (ours->value) : NULL;
  g_autofree char *their_value = vb_number_to_file (theirs->value);
  VbDifferenceFields fields = { "observation", unit != NULL ? unit->path : NULL, what, our_value,
                                their_value };

  vb_exchange_report (self, &fields);
}

/* How many observations each import gains and loses. */
typedef struct
{
  GHashTable *gains;
  GHashTable *losses;
} Counts;

static void
count_one (GHashTable *counts, gint64 import)
{
  gpointer n = g_hash_table_lookup (counts, &import);

  if (import != 0)
    g_hash_table_insert (counts, g_memdup2 (&import, sizeof import),
                         GSIZE_TO_POINTER (GPOINTER_TO_SIZE (n) + 1));
}

/* Both have a figure, and not the same. @theirs: as it is there; @mapped: with our ids. */
static gboolean
settle (VbExchange *self,
        const Row *theirs,
        const Row *mapped,
        const Row *ours,
        Counts *counts,
        GError **error)
{
  const gint64 *origin = g_hash_table_lookup (self->origins, &ours->import);
  gboolean we_know, they_know;

  if (!knows (self->ours, mapped, mapped->import, &we_know, error)
      || !knows (self->theirs, theirs, origin != NULL ? *origin : 0, &they_know, error))
    return FALSE;
  if (they_know && !we_know)
    {
      count_one (counts->losses, ours->import);
      count_one (counts->gains, mapped->import);
      self->tally.n_taken++;
      return write_row (self->ours, UPDATE, mapped, error)
             && write_row (self->ours, KEEP, ours, error);
    }
  if (we_know)
    self->tally.n_same++;
  else
    report (self, theirs, ours);
  return mapped->import == 0 || write_row (self->ours, KEEP, mapped, error);
}

static gboolean
find_ours (VbExchange *self, const Row *mapped, Row *ours, gboolean *found, GError **error)
{
  g_autoptr (VbStoreStatement) find = vb_store_statement_get (self->ours, &sql, FIND, error);
  VbStoreStep step;

  if (find == NULL)
    return FALSE;
  bind_key (find, mapped);
  step = vb_store_statement_step (find, error);
  *found = step == VB_STORE_STEP_ROW;
  if (*found)
    {
      *ours = *mapped;
      ours->import = vb_store_statement_get_int64 (find, 0);
      ours->value = vb_store_statement_get_double (find, 1);
      ours->provenance = vb_store_statement_get_int64 (find, 2);
    }
  return step != VB_STORE_STEP_ERROR;
}

static Row
map_row (VbExchange *self, const Row *theirs)
{
  const VbExchangeUnit *unit = _vb_exchange_find_unit (self, theirs->unit);
  Row mapped = *theirs;

  if (unit != NULL)
    mapped.unit = unit->id;
  mapped.import = vb_exchange_map_import (self, theirs->import);
  return mapped;
}

static gboolean
take_row (VbExchange *self, const Row *theirs, gpointer data, GError **error)
{
  Counts *counts = data;
  Row mapped = map_row (self, theirs);
  gboolean found;
  Row ours;

  if (!find_ours (self, &mapped, &ours, &found, error))
    return FALSE;
  if (!found)
    {
      self->tally.n_taken++;
      count_one (counts->gains, mapped.import);
      return write_row (self->ours, INSERT, &mapped, error);
    }
  if (ours.value != mapped.value)
    return settle (self, theirs, &mapped, &ours, counts, error);

  self->tally.n_same++;
  return mapped.import == 0 || mapped.import == ours.import
         || write_row (self->ours, KEEP, &mapped, error);
}

static gboolean
take_replaced (VbExchange *self, GError **error)
{
  g_autoptr (VbStoreStatement) read =
      vb_store_statement_get (self->theirs, &sql, READ_REPLACED, error);
  VbStoreStep step;

  if (read == NULL)
    return FALSE;
  while ((step = vb_store_statement_step (read, error)) == VB_STORE_STEP_ROW)
    {
      Row theirs = read_row (read);
      Row mapped = map_row (self, &theirs);

      if (!write_row (self->ours, KEEP, &mapped, error))
        return FALSE;
    }
  return step == VB_STORE_STEP_DONE;
}

typedef gboolean (*RowFunc) (VbExchange *self, const Row *theirs, gpointer data, GError **error);

/* Calls @func for every figure of theirs, unit by unit in the order of the tree. */
static gboolean
walk (VbExchange *self, RowFunc func, gpointer data, GError **error)
{
  for (guint i = 0; i < self->unit_order->len; i++)
    {
      g_autoptr (VbStoreStatement) read = vb_store_statement_get (self->theirs, &sql, READ, error);
      VbStoreStep step;

      if (read == NULL)
        return FALSE;
      vb_store_statement_bind_int64 (read, 1, g_array_index (self->unit_order, gint64, i));
      while ((step = vb_store_statement_step (read, error)) == VB_STORE_STEP_ROW)
        {
          Row theirs = read_row (read);

          if (!func (self, &theirs, data, error))
            return FALSE;
        }
      if (step != VB_STORE_STEP_DONE)
        return FALSE;
    }
  return TRUE;
}

gboolean
_vb_exchange_take_observations (VbExchange *self, GError **error)
{
  g_autoptr (GHashTable) gains = vb_import_counts_new ();
  g_autoptr (GHashTable) losses = vb_import_counts_new ();
  Counts counts = { gains, losses };

  return walk (self, take_row, &counts, error) && take_replaced (self, error)
         && vb_import_counts_apply (self->ours, gains, 1, error)
         && vb_import_counts_apply (self->ours, losses, -1, error);
}

static gboolean
compare_row (VbExchange *self, const Row *theirs, gpointer data, GError **error)
{
  const gboolean *missing_only = data;
  Row mapped = map_row (self, theirs);
  gboolean found;
  Row ours;

  if (!find_ours (self, &mapped, &ours, &found, error))
    return FALSE;
  if (!found)
    report (self, theirs, NULL);
  else if (!*missing_only && ours.value != theirs->value)
    report (self, theirs, &ours);
  else
    self->tally.n_same++;
  return TRUE;
}

gboolean
_vb_exchange_compare_observations (VbExchange *self, gboolean missing_only, GError **error)
{
  return walk (self, compare_row, &missing_only, error);
}
