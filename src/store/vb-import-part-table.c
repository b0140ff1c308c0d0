/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-import-part-table.h"

#include "vb-store-rows.h"

enum
{
  READ,
  INSERT,
  DELETE,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [READ] = "SELECT unit, measure, grain, first, last FROM import_part WHERE import = ?1"
           " ORDER BY unit, measure, grain",
  [INSERT] = "INSERT INTO import_part (import, unit, measure, grain, first, last)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
  [DELETE] = "DELETE FROM import_part WHERE import = ?1",
};

static const VbStoreSql sql = { VB_STORE_TABLE_IMPORT_PART, N_STATEMENTS, texts };

static gboolean
read_row (VbStoreStatement *statement, gpointer data, GError **error)
{
  *(VbImportPartRow *) data = (VbImportPartRow){
    vb_store_statement_get_int64 (statement, 0), vb_store_statement_get_int64 (statement, 1),
    vb_store_statement_get_int64 (statement, 2), vb_store_statement_get_int64 (statement, 3),
    vb_store_statement_get_int64 (statement, 4),
  };
  return TRUE;
}

GArray *
vb_import_part_table_read (VbStoreConnection *connection, gint64 import, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbImportPartRow), NULL, read_row };

  return vb_store_rows_read (connection, &sql, READ, import, &kind, error);
}

gboolean
vb_import_part_table_insert (VbStoreConnection *connection,
                             gint64 import,
                             const VbImportPartRow *row,
                             GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, INSERT, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, import);
  vb_store_statement_bind_int64 (statement, 2, row->unit);
  vb_store_statement_bind_int64 (statement, 3, row->measure);
  vb_store_statement_bind_int64 (statement, 4, row->grain);
  vb_store_statement_bind_int64 (statement, 5, row->first);
  vb_store_statement_bind_int64 (statement, 6, row->last);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_import_part_table_delete (VbStoreConnection *connection, gint64 import, GError **error)
{
  return vb_store_run_with_id (connection, &sql, DELETE, import, error);
}
