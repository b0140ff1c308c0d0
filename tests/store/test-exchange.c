/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "vb-exchange-private.h"

static gboolean
has_column (const VbExchangeTable *table, const char *name)
{
  for (guint i = 0; table->columns[i].name != NULL; i++)
    if (g_str_equal (table->columns[i].name, name))
      return TRUE;
  return FALSE;
}

static const VbExchangeTable *
find_table (const char *name)
{
  for (guint i = 0; i < _vb_exchange_get_n_tables (); i++)
    if (g_str_equal (_vb_exchange_tables[i].name, name))
      return &_vb_exchange_tables[i];
  return NULL;
}

/* What documents do not exchange is lost in the first merge. */
static void
test_every_column (void)
{
  g_autoptr (VbStoreConnection) connection = open_empty ();
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (vb_store_connection_get_handle (connection),
                                       "SELECT t.name, c.name FROM sqlite_schema t,"
                                       " pragma_table_info (t.name) c WHERE t.type = 'table'"
                                       " AND t.name NOT LIKE 'sqlite_%'",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (statement, 0);
      const char *column = (const char *) sqlite3_column_text (statement, 1);

      if (!vb_exchange_knows_table (table)
          || (find_table (table) != NULL && !has_column (find_table (table), column)))
        g_error ("vb-exchange-tables.c does not know %s.%s", table, column);
    }
  sqlite3_finalize (statement);
}

/* Every statement says the columns in the order of the description. */
static void
test_statements (void)
{
  g_autoptr (VbStoreConnection) connection = open_empty ();

  for (guint table = 0; table < _vb_exchange_get_n_tables (); table++)
    for (guint i = 0; i < VB_EXCHANGE_N_STATEMENTS; i++)
      {
        const VbExchangeTable *description = &_vb_exchange_tables[table];
        g_autoptr (GError) error = NULL;
        g_autoptr (VbStoreStatement) statement = NULL;
        sqlite3_stmt *handle;
        guint first = i == VB_EXCHANGE_READ ? 2 : 0;
        guint n = 0;

        if (_vb_exchange_get_text (table, i) == NULL)
          continue;
        statement = _vb_exchange_get_statement (connection, table, i, &error);
        g_assert_no_error (error);
        handle = vb_store_statement_get_handle (statement);
        while (description->columns[n].name != NULL)
          n++;
        if (i == VB_EXCHANGE_PUT)
          {
            g_assert_cmpint (sqlite3_bind_parameter_count (handle), ==, n);
            continue;
          }
        g_assert_cmpint (sqlite3_column_count (handle), ==, first + n);
        for (guint column = 0; column < n; column++)
          g_assert_cmpstr (sqlite3_column_name (handle, (int) (first + column)), ==,
                           description->columns[column].name);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/exchange/every-column", test_every_column);
  g_test_add_func ("/store/exchange/statements", test_statements);
  return g_test_run ();
}
