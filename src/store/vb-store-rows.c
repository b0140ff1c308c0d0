/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-store-rows.h"

#include <glib/gi18n-lib.h>

GArray *
vb_store_rows_read (VbStoreConnection *connection,
                    const VbStoreSql *sql,
                    guint index,
                    gint64 id,
                    const VbStoreRowKind *kind,
                    GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, sql, index, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, (guint) kind->size);
  VbStoreStep step;

  if (statement == NULL)
    return NULL;
  if (id != 0)
    vb_store_statement_bind_int64 (statement, 1, id);
  g_array_set_clear_func (rows, kind->clear);
  while ((step = vb_store_statement_step (statement, error)) == VB_STORE_STEP_ROW)
    {
      g_array_set_size (rows, rows->len + 1);
      if (!kind->read (statement, rows->data + (rows->len - 1) * kind->size, error))
        return NULL;
    }
  return step == VB_STORE_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

gboolean
vb_store_run_with_id (
    VbStoreConnection *connection, const VbStoreSql *sql, guint index, gint64 id, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, sql, index, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, id);
  return vb_store_statement_run (statement, error);
}

void
vb_store_statement_read_bilingual (VbStoreStatement *self, int column, VbBilingual *text)
{
  vb_bilingual_set (text, vb_store_statement_get_text (self, column),
                    vb_store_statement_get_text (self, column + 1));
}

void
vb_store_statement_bind_bilingual (VbStoreStatement *self, int parameter, const VbBilingual *text)
{
  vb_store_statement_bind_text (self, parameter, text->sv);
  vb_store_statement_bind_text (self, parameter + 1, text->en);
}

gboolean
vb_store_fail_damaged (const char *what, GError **error)
{
  g_set_error (error, VB_ERROR, VB_ERROR_DAMAGED, _ ("The document is damaged (%s)"),
               what != NULL ? what : "NULL");
  return FALSE;
}
