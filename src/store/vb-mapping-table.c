/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-mapping-table.h"

#include "vb-store-statement.h"

enum
{
  FIND,
  PUT,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [FIND] = "SELECT mapping FROM mapping WHERE header_key = ?1",
  [PUT] = "INSERT INTO mapping (header_key, mapping) VALUES (?1, ?2)"
          " ON CONFLICT (header_key) DO UPDATE SET mapping = excluded.mapping",
};

static const VbStoreSql sql = { VB_STORE_TABLE_MAPPING, N_STATEMENTS, texts };

gboolean
vb_mapping_table_find (VbStoreConnection *connection,
                       const char *header_key,
                       char **mapping,
                       GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, FIND, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_text (statement, 1, header_key);
  switch (vb_store_statement_step (statement, error))
    {
    case VB_STORE_STEP_ROW:
      *mapping = g_strdup (vb_store_statement_get_text (statement, 0));
      return TRUE;
    case VB_STORE_STEP_DONE:
      *mapping = NULL;
      return TRUE;
    case VB_STORE_STEP_ERROR:
    default:
      return FALSE;
    }
}

gboolean
vb_mapping_table_put (VbStoreConnection *connection,
                      const char *header_key,
                      const char *mapping,
                      GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, PUT, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_text (statement, 1, header_key);
  vb_store_statement_bind_text (statement, 2, mapping);
  return vb_store_statement_run (statement, error);
}
