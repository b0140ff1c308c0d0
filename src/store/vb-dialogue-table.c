/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-dialogue-table.h"

#include "vb-store-rows.h"

enum
{
  READ,
  READ_ACTIONS,
  INSERT,
  UPDATE,
  DELETE,
  INSERT_ACTION,
  DELETE_ACTIONS,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [READ] = "SELECT id, unit, kind, day, parties, topics, take_aways, follow_up_day, followed_up"
           " FROM dialogue ORDER BY day DESC, id",
  [READ_ACTIONS] = "SELECT action FROM dialogue_action WHERE dialogue = ?1 ORDER BY action",
  [INSERT] = "INSERT INTO dialogue (id, unit, kind, day, parties, topics, take_aways,"
             " follow_up_day, followed_up) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
  [UPDATE] = "UPDATE dialogue SET unit = ?2, kind = ?3, day = ?4, parties = ?5, topics = ?6,"
             " take_aways = ?7, follow_up_day = ?8, followed_up = ?9 WHERE id = ?1",
  [DELETE] = "DELETE FROM dialogue WHERE id = ?1",
  [INSERT_ACTION] = "INSERT INTO dialogue_action (dialogue, action) VALUES (?1, ?2)",
  [DELETE_ACTIONS] = "DELETE FROM dialogue_action WHERE dialogue = ?1",
};

static const VbStoreSql sql = { VB_STORE_TABLE_DIALOGUE, N_STATEMENTS, texts };

static void
dialogue_row_clear (VbDialogueRow *row)
{
  vb_dialogue_facts_clear (&row->facts);
}

static gboolean
read_row (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbDialogueRow *row = data;
  VbDialogueFacts *facts = &row->facts;
  const char *kind = vb_store_statement_get_text (statement, 2);

  row->id = vb_store_statement_get_int64 (statement, 0);
  facts->unit_id = vb_store_statement_get_int64 (statement, 1);
  facts->parties = g_strdup (vb_store_statement_get_text (statement, 4));
  facts->topics = g_strdup (vb_store_statement_get_text (statement, 5));
  facts->take_aways = g_strdup (vb_store_statement_get_text (statement, 6));
  facts->followed_up = vb_store_statement_get_int64 (statement, 8) != 0;
  if (!vb_dialogue_kind_from_id (kind, &facts->kind))
    return vb_store_fail_damaged (kind, error);
  return vb_store_statement_get_day (statement, 3, &facts->day, error)
         && vb_store_statement_get_day (statement, 7, &facts->follow_up, error);
}

static gboolean
read_action_id (VbStoreStatement *statement, gpointer data, GError **error)
{
  *(gint64 *) data = vb_store_statement_get_int64 (statement, 0);
  return TRUE;
}

static gboolean
read_actions (VbStoreConnection *connection, VbDialogueRow *row, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (gint64), NULL, read_action_id };
  GArray *ids = vb_store_rows_read (connection, &sql, READ_ACTIONS, row->id, &kind, error);

  if (ids == NULL)
    return FALSE;
  row->facts.n_actions = ids->len;
  row->facts.action_ids = (gint64 *) g_array_free (ids, FALSE);
  return TRUE;
}

GArray *
vb_dialogue_table_read (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbDialogueRow), (GDestroyNotify) dialogue_row_clear,
                                       read_row };
  g_autoptr (GArray) rows = vb_store_rows_read (connection, &sql, READ, 0, &kind, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!read_actions (connection, &g_array_index (rows, VbDialogueRow, i), error))
      return NULL;
  return g_steal_pointer (&rows);
}

static gboolean
write_row (VbStoreConnection *connection, guint index, const VbDialogueRow *row, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, index, error);
  const VbDialogueFacts *facts = &row->facts;

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->id);
  vb_store_statement_bind_int64 (statement, 2, facts->unit_id);
  vb_store_statement_bind_text (statement, 3, vb_dialogue_kind_to_id (facts->kind));
  vb_store_statement_bind_day (statement, 4, facts->day);
  vb_store_statement_bind_text (statement, 5, facts->parties);
  vb_store_statement_bind_text (statement, 6, facts->topics);
  vb_store_statement_bind_text (statement, 7, facts->take_aways);
  vb_store_statement_bind_day (statement, 8, facts->follow_up);
  vb_store_statement_bind_int64 (statement, 9, facts->followed_up ? 1 : 0);
  return vb_store_statement_run (statement, error);
}

static gboolean
insert_actions (VbStoreConnection *connection, const VbDialogueRow *row, GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, INSERT_ACTION, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < row->facts.n_actions; i++)
    {
      vb_store_statement_bind_int64 (statement, 1, row->id);
      vb_store_statement_bind_int64 (statement, 2, row->facts.action_ids[i]);
      if (!vb_store_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
vb_dialogue_table_insert (VbStoreConnection *connection, const VbDialogueRow *row, GError **error)
{
  return write_row (connection, INSERT, row, error) && insert_actions (connection, row, error);
}

gboolean
vb_dialogue_table_update (VbStoreConnection *connection, const VbDialogueRow *row, GError **error)
{
  return write_row (connection, UPDATE, row, error)
         && vb_store_run_with_id (connection, &sql, DELETE_ACTIONS, row->id, error)
         && insert_actions (connection, row, error);
}

gboolean
vb_dialogue_table_delete (VbStoreConnection *connection, gint64 id, GError **error)
{
  return vb_store_run_with_id (connection, &sql, DELETE, id, error);
}
