/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-import-problem-table.h"

#include "vb-store-rows.h"

enum
{
  READ,
  INSERT,
  DELETE,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [READ] = "SELECT kind, extent, source_row, source_column, value FROM import_problem"
           " WHERE import = ?1 ORDER BY ordinal",
  [INSERT] = "INSERT INTO import_problem (import, ordinal, kind, extent, source_row,"
             " source_column, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
  [DELETE] = "DELETE FROM import_problem WHERE import = ?1",
};

static const VbStoreSql sql = { VB_STORE_TABLE_IMPORT_PROBLEM, N_STATEMENTS, texts };

/* The words that stand in documents, by VbProblemKind and VbProblemExtent; never changed. */
static const char *const kinds[] = {
  [VB_PROBLEM_NOT_A_NUMBER] = "not-a-number",
  [VB_PROBLEM_NEGATIVE] = "negative",
  [VB_PROBLEM_NOT_A_DATE] = "not-a-date",
  [VB_PROBLEM_MISSING_DATE] = "missing-date",
  [VB_PROBLEM_UNKNOWN_UNIT] = "unknown-unit",
  [VB_PROBLEM_AMBIGUOUS_DECIMALS] = "ambiguous-decimals",
  [VB_PROBLEM_DOUBLED_HEADER] = "doubled-header",
  [VB_PROBLEM_PERSONAL_IDENTITY_NUMBER] = "personal-identity-number",
  [VB_PROBLEM_CONFLICTING_DUPLICATE] = "conflicting-duplicate",
  [VB_PROBLEM_RAGGED_ROW] = "ragged-row",
  [VB_PROBLEM_OWN_PARENT] = "own-parent",
  [VB_PROBLEM_OVERLAPPING_GROUPING] = "overlapping-grouping",
  [VB_PROBLEM_SKIPPED_BY_USER] = "skipped-by-user",
  [VB_PROBLEM_UNKNOWN_COLUMN] = "unknown-column",
  [VB_PROBLEM_NOT_IMPORTED_COLUMN] = "not-imported-column",
  [VB_PROBLEM_BAD_TEXT] = "bad-text",
  [VB_PROBLEM_OUT_OF_RANGE] = "out-of-range",
  [VB_PROBLEM_NO_FIGURE] = "no-figure",
  [VB_PROBLEM_UNKNOWN_MEASURE] = "unknown-measure",
  [VB_PROBLEM_UNKNOWN_CARE_TYPE] = "unknown-care-type",
  [VB_PROBLEM_DOUBTFUL_COLUMN] = "doubtful-column",
  [VB_PROBLEM_OPEN_QUOTE] = "open-quote",
  [VB_PROBLEM_NOT_AN_AGE] = "not-an-age",
  [VB_PROBLEM_NOT_A_SEX] = "not-a-sex",
  [VB_PROBLEM_NOT_A_YEAR] = "not-a-year",
  [VB_PROBLEM_NOT_A_KIND] = "not-a-kind",
  [VB_PROBLEM_OVERLAPPING_AGES] = "overlapping-ages",
  [VB_PROBLEM_MISSING_AGES] = "missing-ages",
  [VB_PROBLEM_ONE_SEX] = "one-sex",
  [VB_PROBLEM_NO_CARE_GROUP] = "no-care-group",
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == VB_N_PROBLEM_KINDS);
static const char *const extents[] = {
  [VB_PROBLEM_REFUSES_CELL] = "cell",
  [VB_PROBLEM_REFUSES_ROW] = "row",
  [VB_PROBLEM_REFUSES_COLUMN] = "column",
  [VB_PROBLEM_NOTE] = "note",
};

static gboolean
find_word (const char *const *words, guint n, const char *word, guint *index, GError **error)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (words[i], word))
      {
        *index = i;
        return TRUE;
      }
  vb_store_fail_damaged (word, error);
  return FALSE;
}

GPtrArray *
vb_import_problem_table_read (VbStoreConnection *connection, gint64 import, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, READ, error);
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) vb_problem_free);
  VbStoreStep step;

  if (statement == NULL)
    return NULL;
  vb_store_statement_bind_int64 (statement, 1, import);
  while ((step = vb_store_statement_step (statement, error)) == VB_STORE_STEP_ROW)
    {
      guint kind;
      guint extent;

      if (!find_word (kinds, G_N_ELEMENTS (kinds), vb_store_statement_get_text (statement, 0),
                      &kind, error)
          || !find_word (extents, G_N_ELEMENTS (extents),
                         vb_store_statement_get_text (statement, 1), &extent, error))
        return NULL;
      g_ptr_array_add (problems,
                       vb_problem_new (kind, extent,
                                       (guint) vb_store_statement_get_int64 (statement, 2),
                                       vb_store_statement_get_text (statement, 3),
                                       vb_store_statement_get_text (statement, 4)));
    }
  return step == VB_STORE_STEP_DONE ? g_steal_pointer (&problems) : NULL;
}

gboolean
vb_import_problem_table_insert (
    VbStoreConnection *connection, gint64 import, GPtrArray *problems, guint n, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, INSERT, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < MIN (n, problems->len); i++)
    {
      const VbProblem *problem = g_ptr_array_index (problems, i);

      vb_store_statement_bind_int64 (statement, 1, import);
      vb_store_statement_bind_int64 (statement, 2, i);
      vb_store_statement_bind_text (statement, 3, kinds[problem->kind]);
      vb_store_statement_bind_text (statement, 4, extents[problem->extent]);
      vb_store_statement_bind_int64 (statement, 5, problem->row);
      vb_store_statement_bind_text (statement, 6, problem->column);
      vb_store_statement_bind_text (statement, 7, problem->value);
      if (!vb_store_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
vb_import_problem_table_delete (VbStoreConnection *connection, gint64 import, GError **error)
{
  return vb_store_run_with_id (connection, &sql, DELETE, import, error);
}
