/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-observation-replaced-table.h"

#include "vb-store-statement.h"

enum
{
  INSERT,
  DELETE,
  FIND_NEWEST,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [INSERT] = "INSERT INTO observation_replaced (unit, measure, grain, start, import, value,"
             " provenance) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
  [DELETE] = "DELETE FROM observation_replaced WHERE unit = ?1 AND measure = ?2 AND grain = ?3"
             " AND start = ?4 AND import = ?5",
  [FIND_NEWEST] = "SELECT r.import, r.value, r.provenance"
                  " FROM observation_replaced r CROSS JOIN import i ON i.id = r.import"
                  " WHERE r.unit = ?1 AND r.measure = ?2 AND r.grain = ?3 AND r.start = ?4"
                  " ORDER BY i.ordinal DESC LIMIT 1",
};

static const VbStoreSql sql = { VB_STORE_TABLE_OBSERVATION_REPLACED, N_STATEMENTS, texts };

static void
bind_key (VbStoreStatement *statement, gint64 unit, guint16 measure, VbGrain grain, VbDay start)
{
  vb_store_statement_bind_int64 (statement, 1, unit);
  vb_store_statement_bind_int64 (statement, 2, measure);
  vb_store_statement_bind_int64 (statement, 3, grain);
  vb_store_statement_bind_int64 (statement, 4, start);
}

gboolean
vb_observation_replaced_table_insert (VbStoreConnection *connection,
                                      gint64 unit,
                                      guint16 measure,
                                      VbGrain grain,
                                      const VbObservationRow *row,
                                      GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, INSERT, error);

  if (statement == NULL)
    return FALSE;
  bind_key (statement, unit, measure, grain, row->start);
  vb_store_statement_bind_int64 (statement, 5, row->import);
  vb_store_statement_bind_double (statement, 6, row->value);
  vb_store_statement_bind_int64 (statement, 7, row->provenance);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_observation_replaced_table_delete (VbStoreConnection *connection,
                                      gint64 unit,
                                      guint16 measure,
                                      VbGrain grain,
                                      const VbObservationRow *row,
                                      GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, DELETE, error);

  if (statement == NULL)
    return FALSE;
  bind_key (statement, unit, measure, grain, row->start);
  vb_store_statement_bind_int64 (statement, 5, row->import);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_observation_replaced_table_find_newest (VbStoreConnection *connection,
                                           gint64 unit,
                                           guint16 measure,
                                           VbPeriod period,
                                           gboolean *found,
                                           VbObservationRow *row,
                                           GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, FIND_NEWEST, error);
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
