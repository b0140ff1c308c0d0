/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking the observations of an import out again: the other half of vb-import-plan.h. */
#include "vb-import-plan.h"

#include "vb-import-part-table.h"
#include "vb-store-statement.h"

enum
{
  READ_OWN,
  ANY_REPLACED,
  DELETE_OWN_REPLACED,
  BRING_BACK,
  DELETE_BROUGHT_BACK,
  DELETE_OWN,
  N_STATEMENTS,
};

#define STRETCH " WHERE unit = ?1 AND measure = ?2 AND grain = ?3 AND start BETWEEN ?4 AND ?5 "

static const char *const texts[N_STATEMENTS] = {
  [READ_OWN] = "SELECT start, value, provenance FROM observation" STRETCH "AND import = ?6"
               " UNION ALL SELECT start, value, provenance FROM observation_replaced" STRETCH
               "AND import = ?6 ORDER BY start",
  [ANY_REPLACED] = "SELECT EXISTS (SELECT 1 FROM observation_replaced" STRETCH ")",
  [DELETE_OWN_REPLACED] = "DELETE FROM observation_replaced" STRETCH "AND import = ?6",
  [BRING_BACK] = "UPDATE observation SET (value, provenance, import) = ("
                 "   SELECT r.value, r.provenance, r.import"
                 "   FROM observation_replaced r CROSS JOIN import i ON i.id = r.import"
                 "   WHERE r.unit = observation.unit AND r.measure = observation.measure"
                 "   AND r.grain = observation.grain AND r.start = observation.start"
                 "   ORDER BY i.ordinal DESC LIMIT 1)" STRETCH "AND import = ?6"
                 " AND EXISTS (SELECT 1 FROM observation_replaced r"
                 "   WHERE r.unit = observation.unit AND r.measure = observation.measure"
                 "   AND r.grain = observation.grain AND r.start = observation.start)"
                 " RETURNING import",
  [DELETE_BROUGHT_BACK] =
      "DELETE FROM observation_replaced" STRETCH "AND EXISTS (SELECT 1 FROM observation o"
      "   WHERE o.unit = observation_replaced.unit AND o.measure = observation_replaced.measure"
      "   AND o.grain = observation_replaced.grain AND o.start = observation_replaced.start"
      "   AND o.import = observation_replaced.import)",
  [DELETE_OWN] = "DELETE FROM observation" STRETCH "AND import = ?6",
};

static const VbStoreSql sql = { VB_STORE_IMPORT_REMOVAL, N_STATEMENTS, texts };

static VbStoreStatement *
get_for_part (VbStoreConnection *connection,
              guint index,
              const VbImportPartRow *part,
              gint64 import,
              GError **error)
{
  VbStoreStatement *statement = vb_store_statement_get (connection, &sql, index, error);

  if (statement == NULL)
    return NULL;
  vb_store_statement_bind_int64 (statement, 1, part->unit);
  vb_store_statement_bind_int64 (statement, 2, part->measure);
  vb_store_statement_bind_int64 (statement, 3, part->grain);
  vb_store_statement_bind_int64 (statement, 4, part->first);
  vb_store_statement_bind_int64 (statement, 5, part->last);
  if (index != ANY_REPLACED && index != DELETE_BROUGHT_BACK)
    vb_store_statement_bind_int64 (statement, 6, import);
  return statement;
}

static gboolean
run_for_part (VbStoreConnection *connection,
              guint index,
              const VbImportPartRow *part,
              gint64 import,
              GError **error)
{
  g_autoptr (VbStoreStatement) statement = get_for_part (connection, index, part, import, error);

  return statement != NULL && vb_store_statement_run (statement, error);
}

static gboolean
read_own (VbStoreConnection *connection,
          const VbImportPartRow *part,
          gint64 import,
          guint32 unit_index,
          VbObservationRows *rows,
          GError **error)
{
  g_autoptr (VbStoreStatement) statement = get_for_part (connection, READ_OWN, part, import, error);
  VbStoreStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = vb_store_statement_step (statement, error)) == VB_STORE_STEP_ROW)
    vb_observation_rows_append (rows, unit_index, (guint16) part->measure, (guint8) part->grain,
                                (gint32) vb_store_statement_get_int64 (statement, 0),
                                vb_store_statement_get_double (statement, 1),
                                (guint8) vb_store_statement_get_int64 (statement, 2));
  return step == VB_STORE_STEP_DONE;
}

static gboolean
has_replaced (VbStoreConnection *connection,
              const VbImportPartRow *part,
              gboolean *any,
              GError **error)
{
  g_autoptr (VbStoreStatement) statement = get_for_part (connection, ANY_REPLACED, part, 0, error);

  if (statement == NULL || vb_store_statement_step (statement, error) != VB_STORE_STEP_ROW)
    return FALSE;
  *any = vb_store_statement_get_int64 (statement, 0) != 0;
  return TRUE;
}

static gboolean
bring_back (VbStoreConnection *connection,
            const VbImportPartRow *part,
            gint64 import,
            GHashTable *gains,
            GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      get_for_part (connection, BRING_BACK, part, import, error);
  VbStoreStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = vb_store_statement_step (statement, error)) == VB_STORE_STEP_ROW)
    {
      gint64 survivor = vb_store_statement_get_int64 (statement, 0);
      gsize n = GPOINTER_TO_SIZE (g_hash_table_lookup (gains, &survivor));

      g_hash_table_insert (gains, g_memdup2 (&survivor, sizeof survivor), GSIZE_TO_POINTER (n + 1));
    }
  return step == VB_STORE_STEP_DONE;
}

static gboolean
remove_part (VbStoreConnection *connection,
             const VbImportPartRow *part,
             gint64 import,
             GHashTable *gains,
             GError **error)
{
  gboolean any;

  if (!has_replaced (connection, part, &any, error))
    return FALSE;
  if (any
      && (!run_for_part (connection, DELETE_OWN_REPLACED, part, import, error)
          || !bring_back (connection, part, import, gains, error)
          || !run_for_part (connection, DELETE_BROUGHT_BACK, part, import, error)))
    return FALSE;
  return run_for_part (connection, DELETE_OWN, part, import, error);
}

gboolean
vb_import_remove_observations (VbStoreConnection *connection,
                               gint64 import,
                               VbObservationRows *rows,
                               GArray *unit_ids,
                               GHashTable *gains,
                               GError **error)
{
  g_autoptr (GArray) parts = vb_import_part_table_read (connection, import, error);

  if (parts == NULL)
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      const VbImportPartRow *part = &g_array_index (parts, VbImportPartRow, i);

      if (rows != NULL)
        {
          if (unit_ids->len == 0
              || g_array_index (unit_ids, gint64, unit_ids->len - 1) != part->unit)
            g_array_append_val (unit_ids, part->unit);
          if (!read_own (connection, part, import, unit_ids->len - 1, rows, error))
            return FALSE;
        }
      if (!remove_part (connection, part, import, gains, error))
        return FALSE;
    }
  return TRUE;
}
