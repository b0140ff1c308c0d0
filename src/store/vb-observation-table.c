/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-observation-table.h"

#include "vb-import-table.h"
#include "vb-observation-replaced-table.h"
#include "vb-store-statement.h"

enum
{
  READ_MEASURE,
  READ_SERIES,
  NEXT_SERIES,
  LAST_OF_SERIES,
  COUNT_ORPHANS,
  FIND,
  PUT,
  DELETE,
  COUNT_BELOW,
  N_STATEMENTS,
};

#define KEY "unit = ?1 AND measure = ?2 AND grain = ?3 AND start = ?4"

static const char *const texts[N_STATEMENTS] = {
  [READ_MEASURE] = "SELECT grain, start, value, provenance FROM observation"
                   " WHERE unit = ?1 AND measure = ?2 ORDER BY grain, start",
  [READ_SERIES] = "SELECT start, value, provenance, import FROM observation"
                  " WHERE unit = ?1 AND measure = ?2 AND grain = ?3 ORDER BY start",
  /* A start beyond all days makes the key whole: SQLite seeks past a whole key, but reads on
   * through every row of a partial one. */
  [NEXT_SERIES] = "SELECT unit, measure, grain, start FROM observation"
                  " WHERE (unit, measure, grain, start) > (?1, ?2, ?3, 3652060)"
                  " ORDER BY unit, measure, grain, start LIMIT 1",
  [LAST_OF_SERIES] = "SELECT max (start) FROM observation"
                     " WHERE unit = ?1 AND measure = ?2 AND grain = ?3",
  /* The recursion steps from unit to unit by the key, so a unit of a million rows costs one seek.
   */
  [COUNT_ORPHANS] =
      "WITH RECURSIVE"
      "  seen (id) AS ("
      "    SELECT min (unit) FROM observation"
      "    UNION ALL"
      "    SELECT (SELECT min (unit) FROM observation WHERE unit > seen.id)"
      "    FROM seen WHERE id IS NOT NULL),"
      "  replaced (id) AS ("
      "    SELECT min (unit) FROM observation_replaced"
      "    UNION ALL"
      "    SELECT (SELECT min (unit) FROM observation_replaced"
      "            WHERE unit > replaced.id)"
      "    FROM replaced WHERE id IS NOT NULL)"
      " SELECT count (*) FROM (SELECT id FROM seen UNION SELECT id FROM replaced) every"
      " WHERE id IS NOT NULL"
      " AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.id = every.id)",
  [FIND] = "SELECT import, value, provenance FROM observation WHERE " KEY,
  [PUT] = "INSERT INTO observation (unit, measure, grain, start, value, provenance, import)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
          " ON CONFLICT (unit, measure, grain, start) DO UPDATE"
          " SET value = excluded.value, provenance = excluded.provenance,"
          " import = excluded.import",
  [DELETE] = "DELETE FROM observation WHERE " KEY,
  [COUNT_BELOW] = "WITH RECURSIVE below (id) AS ("
                  "  SELECT ?1"
                  "  UNION ALL SELECT c.id FROM below b CROSS JOIN unit c ON c.parent = b.id)"
                  " SELECT o.import, count (*) FROM below b"
                  " CROSS JOIN observation o ON o.unit = b.id"
                  " WHERE o.import IS NOT NULL GROUP BY o.import",
};

static const VbStoreSql sql = { VB_STORE_TABLE_OBSERVATION, N_STATEMENTS, texts };

gboolean
vb_observation_table_read_measure (VbStoreConnection *connection,
                                   gint64 unit,
                                   guint32 unit_index,
                                   guint16 measure,
                                   VbObservationRows *rows,
                                   GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, READ_MEASURE, error);
  VbStoreStep step;

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, unit);
  vb_store_statement_bind_int64 (statement, 2, measure);
  while ((step = vb_store_statement_step (statement, error)) == VB_STORE_STEP_ROW)
    vb_observation_rows_append (rows, unit_index, measure,
                                (guint8) vb_store_statement_get_int64 (statement, 0),
                                (gint32) vb_store_statement_get_int64 (statement, 1),
                                vb_store_statement_get_double (statement, 2),
                                (guint8) vb_store_statement_get_int64 (statement, 3));
  return step == VB_STORE_STEP_DONE;
}

GArray *
vb_observation_table_read_series (
    VbStoreConnection *connection, gint64 unit, guint16 measure, VbGrain grain, GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, READ_SERIES, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (VbObservationRow));
  VbStoreStep step;

  if (statement == NULL)
    return NULL;
  vb_store_statement_bind_int64 (statement, 1, unit);
  vb_store_statement_bind_int64 (statement, 2, measure);
  vb_store_statement_bind_int64 (statement, 3, grain);
  while ((step = vb_store_statement_step (statement, error)) == VB_STORE_STEP_ROW)
    {
      VbObservationRow row = {
        (VbDay) vb_store_statement_get_int64 (statement, 0),
        vb_store_statement_get_double (statement, 1),
        (VbProvenance) vb_store_statement_get_int64 (statement, 2),
        vb_store_statement_get_int64 (statement, 3),
      };

      g_array_append_val (rows, row);
    }
  return step == VB_STORE_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

static gboolean
read_next_series (VbStoreStatement *statement, VbSeriesRow *row, VbStoreStep *step, GError **error)
{
  vb_store_statement_bind_int64 (statement, 1, row->unit);
  vb_store_statement_bind_int64 (statement, 2, row->measure);
  vb_store_statement_bind_int64 (statement, 3, row->grain);
  *step = vb_store_statement_step (statement, error);
  if (*step == VB_STORE_STEP_ROW)
    {
      row->unit = vb_store_statement_get_int64 (statement, 0);
      row->measure = (guint16) vb_store_statement_get_int64 (statement, 1);
      row->grain = (VbGrain) vb_store_statement_get_int64 (statement, 2);
      row->first = (VbDay) vb_store_statement_get_int64 (statement, 3);
    }
  vb_store_statement_reset (statement);
  return *step != VB_STORE_STEP_ERROR;
}

GArray *
vb_observation_table_list_series (VbStoreConnection *connection, GError **error)
{
  g_autoptr (VbStoreStatement) next = vb_store_statement_get (connection, &sql, NEXT_SERIES, error);
  g_autoptr (VbStoreStatement) last =
      vb_store_statement_get (connection, &sql, LAST_OF_SERIES, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (VbSeriesRow));
  VbSeriesRow row = { 0 };
  VbStoreStep step;

  if (next == NULL || last == NULL)
    return NULL;
  while (read_next_series (next, &row, &step, error) && step == VB_STORE_STEP_ROW)
    {
      vb_store_statement_bind_int64 (last, 1, row.unit);
      vb_store_statement_bind_int64 (last, 2, row.measure);
      vb_store_statement_bind_int64 (last, 3, row.grain);
      if (vb_store_statement_step (last, error) != VB_STORE_STEP_ROW)
        return NULL;
      row.last = (VbDay) vb_store_statement_get_int64 (last, 0);
      vb_store_statement_reset (last);
      g_array_append_val (rows, row);
    }
  return step == VB_STORE_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

gboolean
vb_observation_table_count_orphans (VbStoreConnection *connection, gint64 *n, GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, COUNT_ORPHANS, error);

  if (statement == NULL || vb_store_statement_step (statement, error) != VB_STORE_STEP_ROW)
    return FALSE;
  *n = vb_store_statement_get_int64 (statement, 0);
  return TRUE;
}

static void
bind_key (VbStoreStatement *statement, gint64 unit, guint16 measure, VbGrain grain, VbDay start)
{
  vb_store_statement_bind_int64 (statement, 1, unit);
  vb_store_statement_bind_int64 (statement, 2, measure);
  vb_store_statement_bind_int64 (statement, 3, grain);
  vb_store_statement_bind_int64 (statement, 4, start);
}

static gboolean
find_row (VbStoreConnection *connection,
          gint64 unit,
          guint16 measure,
          VbPeriod period,
          gboolean *found,
          VbObservationRow *row,
          GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, FIND, error);
  VbStoreStep step;

  if (statement == NULL)
    return FALSE;
  bind_key (statement, unit, measure, period.grain, period.start);
  step = vb_store_statement_step (statement, error);
  *found = step == VB_STORE_STEP_ROW;
  if (*found)
    {
      row->start = period.start;
      row->import = vb_store_statement_get_int64 (statement, 0);
      row->value = vb_store_statement_get_double (statement, 1);
      row->provenance = (VbProvenance) vb_store_statement_get_int64 (statement, 2);
    }
  return step != VB_STORE_STEP_ERROR;
}

static gboolean
put_row (VbStoreConnection *connection,
         gint64 unit,
         guint16 measure,
         VbGrain grain,
         const VbObservationRow *row,
         GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, PUT, error);

  if (statement == NULL)
    return FALSE;
  bind_key (statement, unit, measure, grain, row->start);
  vb_store_statement_bind_double (statement, 5, row->value);
  vb_store_statement_bind_int64 (statement, 6, row->provenance);
  vb_store_statement_bind_id (statement, 7, row->import);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_observation_table_put_typed (VbStoreConnection *connection,
                                gint64 unit,
                                guint16 measure,
                                VbPeriod period,
                                double value,
                                VbProvenance provenance,
                                GError **error)
{
  VbObservationRow typed = { period.start, value, provenance, 0 };
  VbObservationRow present;
  gboolean found;

  if (!find_row (connection, unit, measure, period, &found, &present, error))
    return FALSE;
  if (found && present.import != 0
      && (!vb_observation_replaced_table_insert (connection, unit, measure, period.grain, &present,
                                                 error)
          || !vb_import_table_add_observations (connection, present.import, -1, error)))
    return FALSE;
  return put_row (connection, unit, measure, period.grain, &typed, error);
}

gboolean
vb_observation_table_remove_typed (
    VbStoreConnection *connection, gint64 unit, guint16 measure, VbPeriod period, GError **error)
{
  g_autoptr (VbStoreStatement) delete_row = NULL;
  VbObservationRow present;
  VbObservationRow survivor;
  gboolean found;
  gboolean survives;

  if (!find_row (connection, unit, measure, period, &found, &present, error))
    return FALSE;
  if (!found || present.import != 0)
    return TRUE;
  if (!vb_observation_replaced_table_find_newest (connection, unit, measure, period, &survives,
                                                  &survivor, error))
    return FALSE;
  if (survives)
    return put_row (connection, unit, measure, period.grain, &survivor, error)
           && vb_observation_replaced_table_delete (connection, unit, measure, period.grain,
                                                    &survivor, error)
           && vb_import_table_add_observations (connection, survivor.import, 1, error);

  delete_row = vb_store_statement_get (connection, &sql, DELETE, error);
  if (delete_row == NULL)
    return FALSE;
  bind_key (delete_row, unit, measure, period.grain, period.start);
  return vb_store_statement_run (delete_row, error);
}

gboolean
vb_observation_table_forget_unit (VbStoreConnection *connection, gint64 unit, GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, COUNT_BELOW, error);
  VbStoreStep step;

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, unit);
  while ((step = vb_store_statement_step (statement, error)) == VB_STORE_STEP_ROW)
    if (!vb_import_table_add_observations (connection, vb_store_statement_get_int64 (statement, 0),
                                           -vb_store_statement_get_int64 (statement, 1), error))
      return FALSE;
  return step == VB_STORE_STEP_DONE;
}
