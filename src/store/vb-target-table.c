/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-target-table.h"

#include "vb-store-rows.h"

enum
{
  READ,
  PUT,
  DELETE,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [READ] = "SELECT id, unit, measure, care_type, from_day, value, decided_by FROM target"
           " ORDER BY coalesce (unit, 0), measure, coalesce (care_type, ''),"
           " coalesce (from_day, '')",
  [PUT] = "INSERT INTO target (id, unit, measure, care_type, from_day, value, decided_by)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
          " ON CONFLICT (coalesce (unit, 0), measure, coalesce (care_type, ''),"
          " coalesce (from_day, ''))"
          " DO UPDATE SET value = excluded.value, decided_by = excluded.decided_by",
  [DELETE] = "DELETE FROM target WHERE id = ?1",
};

static const VbStoreSql sql = { VB_STORE_TABLE_TARGET, N_STATEMENTS, texts };

static void
target_row_clear (VbTargetRow *row)
{
  g_free (row->decided_by);
}

static gboolean
read_row (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbTargetRow *row = data;
  const char *care_type = vb_store_statement_get_text (statement, 3);
  const char *from = vb_store_statement_get_text (statement, 4);

  row->id = vb_store_statement_get_int64 (statement, 0);
  row->unit = vb_store_statement_get_int64 (statement, 1);
  row->measure = (VbMeasureId) vb_store_statement_get_int64 (statement, 2);
  row->value = vb_store_statement_get_double (statement, 5);
  row->decided_by = g_strdup (vb_store_statement_get_text (statement, 6));
  if (from != NULL)
    row->from = vb_day_from_iso (from);
  if ((care_type != NULL && !vb_care_type_from_id (care_type, &row->care_type))
      || (from != NULL && row->from == VB_DAY_NONE))
    return vb_store_fail_damaged (from != NULL ? from : care_type, error);
  return TRUE;
}

GArray *
vb_target_table_read (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbTargetRow), (GDestroyNotify) target_row_clear,
                                       read_row };

  return vb_store_rows_read (connection, &sql, READ, 0, &kind, error);
}

gboolean
vb_target_table_put (VbStoreConnection *connection, const VbTargetRow *row, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, PUT, error);
  g_autofree char *from = NULL;

  if (statement == NULL)
    return FALSE;
  if (row->from != VB_DAY_NONE)
    from = vb_day_to_iso (row->from);
  vb_store_statement_bind_int64 (statement, 1, row->id);
  vb_store_statement_bind_id (statement, 2, row->unit);
  vb_store_statement_bind_int64 (statement, 3, row->measure);
  vb_store_statement_bind_text (
      statement, 4,
      row->care_type != VB_CARE_TYPE_NONE ? vb_care_type_to_id (row->care_type) : NULL);
  vb_store_statement_bind_text (statement, 5, from);
  vb_store_statement_bind_double (statement, 6, row->value);
  vb_store_statement_bind_text (statement, 7, row->decided_by);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_target_table_delete (VbStoreConnection *connection, gint64 id, GError **error)
{
  return vb_store_run_with_id (connection, &sql, DELETE, id, error);
}
