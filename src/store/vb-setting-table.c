/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-setting-table.h"

#include "vb-store-statement.h"

enum
{
  READ,
  UPDATE,
  IS_DEFAULT,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [READ] = "SELECT default_target, occupied_includes_overcrowded, hidden_demand,"
           " smallest_group, consumption_change FROM setting"
           " WHERE id = 1",
  [UPDATE] = "UPDATE setting SET default_target = ?1, occupied_includes_overcrowded = ?2,"
             " hidden_demand = ?3, smallest_group = ?4, consumption_change = ?5 WHERE id = 1",
  [IS_DEFAULT] = "SELECT 1 FROM pragma_table_info ('setting')"
                 " WHERE name = ?1 AND CAST (dflt_value AS REAL) = ?2",
};

static const VbStoreSql sql = { VB_STORE_TABLE_SETTING, N_STATEMENTS, texts };

gboolean
vb_setting_table_read (VbStoreConnection *connection, VbSettingRow *row, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, READ, error);

  if (statement == NULL || vb_store_statement_step (statement, error) != VB_STORE_STEP_ROW)
    return FALSE;
  row->default_target = vb_store_statement_get_double (statement, 0);
  row->occupied_includes_overcrowded = vb_store_statement_get_int64 (statement, 1) != 0;
  row->hidden_demand = vb_store_statement_get_double (statement, 2);
  row->smallest_group = (guint) vb_store_statement_get_int64 (statement, 3);
  row->consumption_change = vb_store_statement_get_double (statement, 4);
  return TRUE;
}

gboolean
vb_setting_table_update (VbStoreConnection *connection, const VbSettingRow *row, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, UPDATE, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_double (statement, 1, row->default_target);
  vb_store_statement_bind_int64 (statement, 2, row->occupied_includes_overcrowded);
  vb_store_statement_bind_double (statement, 3, row->hidden_demand);
  vb_store_statement_bind_int64 (statement, 4, row->smallest_group);
  vb_store_statement_bind_double (statement, 5, row->consumption_change);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_setting_table_is_default (VbStoreConnection *connection,
                             const char *setting,
                             double value,
                             gboolean *is_default,
                             GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, IS_DEFAULT, error);
  VbStoreStep step;

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_text (statement, 1, setting);
  vb_store_statement_bind_double (statement, 2, value);
  step = vb_store_statement_step (statement, error);
  *is_default = step == VB_STORE_STEP_ROW;
  return step != VB_STORE_STEP_ERROR;
}
