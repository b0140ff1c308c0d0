/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-import-table.h"

#include "vb-store-rows.h"

enum
{
  READ,
  INSERT,
  NEXT_ORDINAL,
  ADD_OBSERVATIONS,
  DELETE,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [READ] = "SELECT id, ordinal, time, source_name, checksum, rows_read, rows_refused,"
           " n_observations, mapping FROM import ORDER BY ordinal DESC",
  [INSERT] = "INSERT INTO import (id, ordinal, time, source_name, checksum, mapping, rows_read,"
             " rows_refused, n_observations) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
  [NEXT_ORDINAL] = "SELECT coalesce (max (ordinal) + 1, 1) FROM import",
  [ADD_OBSERVATIONS] = "UPDATE import SET n_observations = n_observations + ?2 WHERE id = ?1",
  [DELETE] = "DELETE FROM import WHERE id = ?1",
};

static const VbStoreSql sql = { VB_STORE_TABLE_IMPORT, N_STATEMENTS, texts };

static void
import_row_clear (VbImportRow *row)
{
  g_free (row->source_name);
  g_free (row->checksum);
  g_free (row->mapping);
}

static gboolean
read_row (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbImportRow *row = data;

  row->id = vb_store_statement_get_int64 (statement, 0);
  row->ordinal = vb_store_statement_get_int64 (statement, 1);
  row->time = vb_store_statement_get_int64 (statement, 2);
  row->source_name = g_strdup (vb_store_statement_get_text (statement, 3));
  row->checksum = g_strdup (vb_store_statement_get_text (statement, 4));
  row->rows_read = vb_store_statement_get_int64 (statement, 5);
  row->rows_refused = vb_store_statement_get_int64 (statement, 6);
  row->n_observations = vb_store_statement_get_int64 (statement, 7);
  row->mapping = g_strdup (vb_store_statement_get_text (statement, 8));
  return TRUE;
}

GArray *
vb_import_table_read (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbImportRow), (GDestroyNotify) import_row_clear,
                                       read_row };

  return vb_store_rows_read (connection, &sql, READ, 0, &kind, error);
}

gboolean
vb_import_table_insert (VbStoreConnection *connection, const VbImportRow *row, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, INSERT, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->id);
  vb_store_statement_bind_int64 (statement, 2, row->ordinal);
  vb_store_statement_bind_int64 (statement, 3, row->time);
  vb_store_statement_bind_text (statement, 4, row->source_name);
  vb_store_statement_bind_text (statement, 5, row->checksum);
  vb_store_statement_bind_text (statement, 6, row->mapping);
  vb_store_statement_bind_int64 (statement, 7, row->rows_read);
  vb_store_statement_bind_int64 (statement, 8, row->rows_refused);
  vb_store_statement_bind_int64 (statement, 9, row->n_observations);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_import_table_next_ordinal (VbStoreConnection *connection, gint64 *ordinal, GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, NEXT_ORDINAL, error);

  if (statement == NULL || vb_store_statement_step (statement, error) != VB_STORE_STEP_ROW)
    return FALSE;
  *ordinal = vb_store_statement_get_int64 (statement, 0);
  return TRUE;
}

gboolean
vb_import_table_add_observations (VbStoreConnection *connection,
                                  gint64 id,
                                  gint64 difference,
                                  GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, ADD_OBSERVATIONS, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, id);
  vb_store_statement_bind_int64 (statement, 2, difference);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_import_table_delete (VbStoreConnection *connection, gint64 id, GError **error)
{
  return vb_store_run_with_id (connection, &sql, DELETE, id, error);
}
