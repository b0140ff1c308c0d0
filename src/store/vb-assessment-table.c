/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-assessment-table.h"

#include "vb-store-rows.h"

enum
{
  READ,
  INSERT,
  UPDATE,
  DELETE,
  PUT_PLACE,
  DELETE_PLACE,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [READ] = "SELECT a.id, a.unit, a.ladder, a.role, a.day, a.participants, a.state, a.note, p.area"
           " FROM assessment a LEFT JOIN assessment_place p ON p.assessment = a.id"
           " ORDER BY a.day DESC, a.id",
  [INSERT] = "INSERT INTO assessment (id, unit, ladder, role, day, participants, state, note)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
  [UPDATE] = "UPDATE assessment SET role = ?3, day = ?4, participants = ?5, state = ?6, note = ?7,"
             " unit = ?2 WHERE id = ?1",
  [DELETE] = "DELETE FROM assessment WHERE id = ?1",
  [PUT_PLACE] = "INSERT INTO assessment_place (assessment, area) VALUES (?1, ?2)"
                " ON CONFLICT (assessment) DO UPDATE SET area = excluded.area",
  [DELETE_PLACE] = "DELETE FROM assessment_place WHERE assessment = ?1",
};

static const VbStoreSql sql = { VB_STORE_TABLE_ASSESSMENT, N_STATEMENTS, texts };

static void
assessment_row_clear (VbAssessmentRow *row)
{
  g_free (row->note);
  g_free (row->place);
}

static gboolean
read_row (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbAssessmentRow *row = data;
  const char *role = vb_store_statement_get_text (statement, 3);

  row->id = vb_store_statement_get_int64 (statement, 0);
  row->unit = vb_store_statement_get_int64 (statement, 1);
  row->ladder = vb_store_statement_get_int64 (statement, 2);
  row->participants = (guint) vb_store_statement_get_int64 (statement, 5);
  if (!vb_role_group_from_id (role, &row->role)
      || !vb_assessment_state_from_id (vb_store_statement_get_text (statement, 6), &row->state))
    return vb_store_fail_damaged (role, error);
  if (!vb_store_statement_get_day (statement, 4, &row->day, error))
    return FALSE;
  row->note = g_strdup (vb_store_statement_get_text (statement, 7));
  row->place = g_strdup (vb_store_statement_get_text (statement, 8));
  return TRUE;
}

GArray *
vb_assessment_table_read (VbStoreConnection *connection, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbAssessmentRow),
                                       (GDestroyNotify) assessment_row_clear, read_row };

  return vb_store_rows_read (connection, &sql, READ, 0, &kind, error);
}

/* The facts that change, from parameter @first on. */
static void
bind_facts (VbStoreStatement *statement, int first, const VbAssessmentRow *row)
{
  vb_store_statement_bind_text (statement, first, vb_role_group_to_id (row->role));
  vb_store_statement_bind_day (statement, first + 1, row->day);
  vb_store_statement_bind_int64 (statement, first + 2, row->participants);
  vb_store_statement_bind_text (statement, first + 3, vb_assessment_state_to_id (row->state));
  vb_store_statement_bind_text (statement, first + 4, row->note);
}

gboolean
vb_assessment_table_insert (VbStoreConnection *connection,
                            const VbAssessmentRow *row,
                            GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, INSERT, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->id);
  vb_store_statement_bind_int64 (statement, 2, row->unit);
  vb_store_statement_bind_int64 (statement, 3, row->ladder);
  bind_facts (statement, 4, row);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_assessment_table_update (VbStoreConnection *connection,
                            const VbAssessmentRow *row,
                            GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, UPDATE, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->id);
  vb_store_statement_bind_int64 (statement, 2, row->unit);
  bind_facts (statement, 3, row);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_assessment_table_delete (VbStoreConnection *connection, gint64 id, GError **error)
{
  return vb_store_run_with_id (connection, &sql, DELETE, id, error)
         && vb_assessment_table_set_place (connection, id, NULL, error);
}

gboolean
vb_assessment_table_set_place (VbStoreConnection *connection,
                               gint64 id,
                               const char *area,
                               GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, area != NULL ? PUT_PLACE : DELETE_PLACE, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, id);
  if (area != NULL)
    vb_store_statement_bind_text (statement, 2, area);
  return vb_store_statement_run (statement, error);
}
