/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-answer-table.h"

#include "vb-store-rows.h"

enum
{
  READ_ALL,
  READ,
  PUT,
  DELETE,
  READ_ALL_AREAS,
  READ_AREAS,
  PUT_AREA,
  DELETE_AREA,
  N_STATEMENTS,
};

#define AREA_COLUMNS "assessment, area, wanted_step, priority, owner_role, by_day, comment"

static const char *const texts[N_STATEMENTS] = {
  [READ_ALL] = "SELECT assessment, statement, answer, evidence FROM answer"
               " ORDER BY assessment, statement",
  [READ] = "SELECT assessment, statement, answer, evidence FROM answer WHERE assessment = ?1"
           " ORDER BY statement",
  [PUT] = "INSERT INTO answer (assessment, ladder, statement, answer, evidence)"
          " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (assessment, statement)"
          " DO UPDATE SET answer = excluded.answer, evidence = excluded.evidence",
  [DELETE] = "DELETE FROM answer WHERE assessment = ?1 AND statement = ?2",
  [READ_ALL_AREAS] = "SELECT " AREA_COLUMNS " FROM assessment_area ORDER BY assessment, area",
  [READ_AREAS] = "SELECT " AREA_COLUMNS " FROM assessment_area WHERE assessment = ?1 ORDER BY area",
  [PUT_AREA] = "INSERT INTO assessment_area (assessment, ladder, area, wanted_step, priority,"
               " owner_role, by_day, comment) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
               " ON CONFLICT (assessment, area) DO UPDATE SET wanted_step = excluded.wanted_step,"
               " priority = excluded.priority, owner_role = excluded.owner_role,"
               " by_day = excluded.by_day, comment = excluded.comment",
  [DELETE_AREA] = "DELETE FROM assessment_area WHERE assessment = ?1 AND area = ?2",
};

static const VbStoreSql sql = { VB_STORE_TABLE_ANSWER, N_STATEMENTS, texts };

static void
answer_row_clear (VbAnswerRow *row)
{
  g_free (row->statement);
  g_free (row->evidence);
}

static void
area_row_clear (VbAssessmentAreaRow *row)
{
  g_free (row->area);
  g_free (row->facts.owner_role);
  g_free (row->facts.comment);
}

static gboolean
read_answer (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbAnswerRow *row = data;
  const char *answer = vb_store_statement_get_text (statement, 2);

  row->assessment = vb_store_statement_get_int64 (statement, 0);
  if (answer != NULL && !vb_answer_from_id (answer, &row->answer))
    return vb_store_fail_damaged (answer, error);
  row->statement = g_strdup (vb_store_statement_get_text (statement, 1));
  row->evidence = g_strdup (vb_store_statement_get_text (statement, 3));
  return TRUE;
}

static gboolean
read_area (VbStoreStatement *statement, gpointer data, GError **error)
{
  VbAssessmentAreaRow *row = data;

  row->assessment = vb_store_statement_get_int64 (statement, 0);
  row->facts.wanted_step = (guint) vb_store_statement_get_int64 (statement, 2);
  row->facts.priority = (guint) vb_store_statement_get_int64 (statement, 3);
  if (!vb_store_statement_get_day (statement, 5, &row->facts.by, error))
    return FALSE;
  row->area = g_strdup (vb_store_statement_get_text (statement, 1));
  row->facts.owner_role = g_strdup (vb_store_statement_get_text (statement, 4));
  row->facts.comment = g_strdup (vb_store_statement_get_text (statement, 6));
  return TRUE;
}

GArray *
vb_answer_table_read (VbStoreConnection *connection, gint64 assessment, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbAnswerRow), (GDestroyNotify) answer_row_clear,
                                       read_answer };

  return vb_store_rows_read (connection, &sql, assessment != 0 ? READ : READ_ALL, assessment, &kind,
                             error);
}

GArray *
vb_answer_table_read_areas (VbStoreConnection *connection, gint64 assessment, GError **error)
{
  static const VbStoreRowKind kind = { sizeof (VbAssessmentAreaRow),
                                       (GDestroyNotify) area_row_clear, read_area };

  return vb_store_rows_read (connection, &sql, assessment != 0 ? READ_AREAS : READ_ALL_AREAS,
                             assessment, &kind, error);
}

static gboolean
delete_row (
    VbStoreConnection *connection, guint index, gint64 assessment, const char *key, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, index, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, assessment);
  vb_store_statement_bind_text (statement, 2, key);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_answer_table_put (VbStoreConnection *connection, const VbAnswerRow *row, GError **error)
{
  g_autoptr (VbStoreStatement) statement = NULL;

  if (row->answer == VB_ANSWER_NONE && row->evidence == NULL)
    return delete_row (connection, DELETE, row->assessment, row->statement, error);

  statement = vb_store_statement_get (connection, &sql, PUT, error);
  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->assessment);
  vb_store_statement_bind_int64 (statement, 2, row->ladder);
  vb_store_statement_bind_text (statement, 3, row->statement);
  vb_store_statement_bind_text (
      statement, 4, row->answer != VB_ANSWER_NONE ? vb_answer_to_id (row->answer) : NULL);
  vb_store_statement_bind_text (statement, 5, row->evidence);
  return vb_store_statement_run (statement, error);
}

gboolean
vb_answer_table_put_area (VbStoreConnection *connection,
                          const VbAssessmentAreaRow *row,
                          GError **error)
{
  const VbAssessmentArea *facts = &row->facts;
  g_autoptr (VbStoreStatement) statement = NULL;

  if (facts->wanted_step == 0 && facts->priority == 0 && facts->by == VB_DAY_NONE
      && facts->owner_role == NULL && facts->comment == NULL)
    return delete_row (connection, DELETE_AREA, row->assessment, row->area, error);

  statement = vb_store_statement_get (connection, &sql, PUT_AREA, error);
  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, row->assessment);
  vb_store_statement_bind_int64 (statement, 2, row->ladder);
  vb_store_statement_bind_text (statement, 3, row->area);
  vb_store_statement_bind_id (statement, 4, facts->wanted_step);
  vb_store_statement_bind_id (statement, 5, facts->priority);
  vb_store_statement_bind_text (statement, 6, facts->owner_role);
  vb_store_statement_bind_day (statement, 7, facts->by);
  vb_store_statement_bind_text (statement, 8, facts->comment);
  return vb_store_statement_run (statement, error);
}
