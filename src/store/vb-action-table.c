/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-action-table.h"

#include "vb-store-rows.h"

enum
{
  READ,
  INSERT,
  UPDATE,
  DELETE,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [READ] = "SELECT id, unit, focus_area, title, description, owner_role, level, status, side,"
           " start_day, due_day, done_day, effect_low, effect_base, effect_high, assessment,"
           " ladder, statement FROM action ORDER BY due_day IS NULL, due_day, id",
  [INSERT] = "INSERT INTO action (id, unit, focus_area, title, description, owner_role, level,"
             " status, side, start_day, due_day, done_day, effect_low, effect_base, effect_high,"
             " assessment, ladder, statement) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,"
             " ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
  [UPDATE] = "UPDATE action SET unit = ?2, focus_area = ?3, title = ?4, description = ?5,"
             " owner_role = ?6, level = ?7, status = ?8, side = ?9, start_day = ?10,"
             " due_day = ?11, done_day = ?12, effect_low = ?13, effect_base = ?14,"
             " effect_high = ?15, assessment = ?16, ladder = ?17, statement = ?18 WHERE id = ?1",
  [DELETE] = "DELETE FROM action WHERE id = ?1",
};

static const VbStoreSql sql = { VB_STORE_TABLE_ACTION, N_STATEMENTS, texts };

static void
action_row_clear (VbActionRow *row)
{
  vb_action_facts_clear (&row->facts);
}

static gboolean
read_words (VbStoreStatement *statement, VbActionFacts *facts, GError **error)
{
  const char *level = vb_store_statement_get_text (statement, 6);
  const char *status = vb_store_statement_get_text (statement, 7);

  if ((level == NULL || vb_planning_level_from_id (level, &facts->level))
      && vb_action_status_from_id (status, &facts->status)
      && vb_balance_side_from_id (vb_store_statement_get_text (statement, 8), &facts->side))
    return TRUE;
  return vb_store_fail_damaged (status, error);
}

static gboolean
read_row (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbActionRow *row = data;
  VbActionFacts *facts = &row->facts;

  row->id = vb_store_statement_get_int64 (statement, 0);
  facts->unit_id = vb_store_statement_get_int64 (statement, 1);
  facts->focus_area_id = vb_store_statement_get_int64 (statement, 2);
  facts->title = g_strdup (vb_store_statement_get_text (statement, 3));
  facts->description = g_strdup (vb_store_statement_get_text (statement, 4));
  facts->owner_role = g_strdup (vb_store_statement_get_text (statement, 5));
  facts->effect_low = vb_store_statement_get_double (statement, 12);
  facts->effect_base = vb_store_statement_get_double (statement, 13);
  facts->effect_high = vb_store_statement_get_double (statement, 14);
  facts->assessment_id = vb_store_statement_get_int64 (statement, 15);
  facts->ladder_id = vb_store_statement_get_int64 (statement, 16);
  facts->statement = g_strdup (vb_store_statement_get_text (statement, 17));
  return read_words (statement, facts, error)
         && vb_store_statement_get_day (statement, 9, &facts->start, error)
         && vb_store_statement_get_day (statement, 10, &facts->due, error)
         && vb_store_statement_get_day (statement, 11, &facts->done, error);
}

GArray *
vb_action_table_read (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbActionRow), (GDestroyNotify) action_row_clear,
                                       read_row };

  return vb_store_rows_read (connection, &sql, READ, 0, &kind, error);
}

static gboolean
write_row (VbStoreConnection *connection, guint index, const VbActionRow *row, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, index, error);
  const VbActionFacts *facts = &row->facts;

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->id);
  vb_store_statement_bind_int64 (statement, 2, facts->unit_id);
  vb_store_statement_bind_id (statement, 3, facts->focus_area_id);
  vb_store_statement_bind_text (statement, 4, facts->title);
  vb_store_statement_bind_text (statement, 5, facts->description);
  vb_store_statement_bind_text (statement, 6, facts->owner_role);
  vb_store_statement_bind_text (
      statement, 7,
      facts->level != VB_PLANNING_LEVEL_NONE ? vb_planning_level_to_id (facts->level) : NULL);
  vb_store_statement_bind_text (statement, 8, vb_action_status_to_id (facts->status));
  vb_store_statement_bind_text (statement, 9, vb_balance_side_to_id (facts->side));
  vb_store_statement_bind_day (statement, 10, facts->start);
  vb_store_statement_bind_day (statement, 11, facts->due);
  vb_store_statement_bind_day (statement, 12, facts->done);
  vb_store_statement_bind_double (statement, 13, facts->effect_low);
  vb_store_statement_bind_double (statement, 14, facts->effect_base);
  vb_store_statement_bind_double (statement, 15, facts->effect_high);
  vb_store_statement_bind_id (statement, 16, facts->assessment_id);
  vb_store_statement_bind_id (statement, 17, facts->ladder_id);
  vb_store_statement_bind_text (statement, 18, facts->statement);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_action_table_insert (VbStoreConnection *connection, const VbActionRow *row, GError **error)
{
  return write_row (connection, INSERT, row, error);
}

gboolean
vb_action_table_update (VbStoreConnection *connection, const VbActionRow *row, GError **error)
{
  return write_row (connection, UPDATE, row, error);
}

gboolean
vb_action_table_delete (VbStoreConnection *connection, gint64 id, GError **error)
{
  return vb_store_run_with_id (connection, &sql, DELETE, id, error);
}
