/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder-version-table.h"

#include "vb-store-rows.h"

enum
{
  READ,
  READ_STEPS,
  READ_AREAS,
  READ_AREA_STEPS,
  READ_STATEMENTS,
  INSERT,
  INSERT_STEP,
  INSERT_AREA,
  INSERT_AREA_STEP,
  INSERT_STATEMENT,
  DELETE,
  N_STATEMENTS,
};

static const char *const texts[N_STATEMENTS] = {
  [READ] = "SELECT id, key, version, n_steps, wording, at_least, share_yes, name_sv, name_en,"
           " source_sv, source_en, notice_sv, notice_en FROM ladder ORDER BY key, version",
  [READ_STEPS] = "SELECT step, name_sv, name_en, description_sv, description_en FROM ladder_step"
                 " WHERE ladder = ?1",
  [READ_AREAS] = "SELECT key, mandatory, name_sv, name_en, question_sv, question_en, help_sv,"
                 " help_en FROM ladder_area WHERE ladder = ?1 ORDER BY position, key",
  [READ_AREA_STEPS] = "SELECT area, step, text_sv, text_en FROM ladder_area_step WHERE ladder = ?1",
  [READ_STATEMENTS] = "SELECT key, area, step, level, text_sv, text_en, evidence_sv, evidence_en"
                      " FROM ladder_statement WHERE ladder = ?1 ORDER BY position, key",
  [INSERT] = "INSERT INTO ladder (id, key, version, n_steps, wording, at_least, share_yes, name_sv,"
             " name_en, source_sv, source_en, notice_sv, notice_en)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
  [INSERT_STEP] = "INSERT INTO ladder_step (ladder, step, name_sv, name_en, description_sv,"
                  " description_en) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
  [INSERT_AREA] = "INSERT INTO ladder_area (ladder, key, position, mandatory, name_sv, name_en,"
                  " question_sv, question_en, help_sv, help_en)"
                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
  [INSERT_AREA_STEP] = "INSERT INTO ladder_area_step (ladder, area, step, text_sv, text_en)"
                       " VALUES (?1, ?2, ?3, ?4, ?5)",
  [INSERT_STATEMENT] = "INSERT INTO ladder_statement (ladder, key, area, position, step, level,"
                       " text_sv, text_en, evidence_sv, evidence_en)"
                       " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
  [DELETE] = "DELETE FROM ladder WHERE id = ?1",
};

static const VbStoreSql sql = { VB_STORE_TABLE_LADDER, N_STATEMENTS, texts };

/* ---- reading --------------------------------------------------------------------------------- */

/* The text of two neighbouring columns, borrowed. */
static VbBilingual
get_bilingual (VbStoreStatement *statement, int column)
{
  VbBilingual text = { (char *) vb_store_statement_get_text (statement, column),
                       (char *) vb_store_statement_get_text (statement, column + 1) };

  return text;
}

/* Runs @index for @ladder's id, and @use on each of its rows. */
typedef gboolean (*UseRow) (VbLadder *ladder, VbStoreStatement *statement, GError **error);

static gboolean
read_parts (
    VbStoreConnection *connection, guint index, VbLadder *ladder, UseRow use, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, index, error);
  VbStoreStep step;

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (
      statement, 1, vb_ladder_make_id (vb_ladder_get_id (ladder), vb_ladder_get_version (ladder)));
  while ((step = vb_store_statement_step (statement, error)) == VB_STORE_STEP_ROW)
    if (!use (ladder, statement, error))
      return FALSE;
  return step == VB_STORE_STEP_DONE;
}

static gboolean
use_step (VbLadder *ladder, VbStoreStatement *statement, GError **error)
{
  gint64 step = vb_store_statement_get_int64 (statement, 0);
  VbBilingual name = get_bilingual (statement, 1);
  VbBilingual description = get_bilingual (statement, 3);

  if (step < 1 || step > vb_ladder_get_n_steps (ladder))
    return vb_store_fail_damaged (vb_ladder_get_id (ladder), error);
  vb_ladder_set_step (ladder, (guint) step, &name, &description);
  return TRUE;
}

static gboolean
use_area (VbLadder *ladder, VbStoreStatement *statement, GError **error)
{
  const char *key = vb_store_statement_get_text (statement, 0);
  VbBilingual name = get_bilingual (statement, 2);
  VbBilingual question = get_bilingual (statement, 4);
  VbBilingual help = get_bilingual (statement, 6);
  g_autoptr (VbLadderArea) area = NULL;

  if (key == NULL || *key == '\0')
    return vb_store_fail_damaged (vb_ladder_get_id (ladder), error);
  area = vb_ladder_area_new (key, &name);
  vb_ladder_area_set_mandatory (area, vb_store_statement_get_int64 (statement, 1) != 0);
  vb_ladder_area_set_question (area, &question);
  vb_ladder_area_set_help (area, &help);
  vb_ladder_add_area (ladder, area);
  return TRUE;
}

static VbLadderArea *
expect_area (VbLadder *ladder, const char *key, GError **error)
{
  VbLadderArea *area = key != NULL ? vb_ladder_find_area (ladder, key) : NULL;

  if (area == NULL)
    vb_store_fail_damaged (key, error);
  return area;
}

static gboolean
use_area_step (VbLadder *ladder, VbStoreStatement *statement, GError **error)
{
  VbLadderArea *area = expect_area (ladder, vb_store_statement_get_text (statement, 0), error);
  gint64 step = vb_store_statement_get_int64 (statement, 1);
  VbBilingual text = get_bilingual (statement, 2);

  if (area == NULL)
    return FALSE;
  if (step < 1 || step > vb_ladder_get_n_steps (ladder))
    return vb_store_fail_damaged (vb_ladder_get_id (ladder), error);
  vb_ladder_area_set_step_text (area, (guint) step, &text);
  return TRUE;
}

static gboolean
use_statement (VbLadder *ladder, VbStoreStatement *statement, GError **error)
{
  const char *key = vb_store_statement_get_text (statement, 0);
  VbLadderArea *area = expect_area (ladder, vb_store_statement_get_text (statement, 1), error);
  gint64 step = vb_store_statement_get_int64 (statement, 2);
  const char *level_id = vb_store_statement_get_text (statement, 3);
  VbBilingual text = get_bilingual (statement, 4);
  VbBilingual evidence = get_bilingual (statement, 6);
  VbPlanningLevel level = VB_PLANNING_LEVEL_NONE;
  g_autoptr (VbLadderStatement) made = NULL;

  if (area == NULL)
    return FALSE;
  if (key == NULL || *key == '\0' || step < 2 || step > vb_ladder_get_n_steps (ladder)
      || (level_id != NULL && !vb_planning_level_from_id (level_id, &level))
      || vb_bilingual_is_empty (&text))
    return vb_store_fail_damaged (key, error);
  made = vb_ladder_statement_new (key, (guint) step, level, &text, &evidence);
  vb_ladder_area_add_statement (area, made);
  return TRUE;
}

/* The ladder itself, still without its parts. */
static VbLadder *
read_head (VbStoreStatement *statement, GError **error)
{
  gint64 id = vb_store_statement_get_int64 (statement, 0);
  const char *key = vb_store_statement_get_text (statement, 1);
  const char *version = vb_store_statement_get_text (statement, 2);
  gint64 n_steps = vb_store_statement_get_int64 (statement, 3);
  double share_yes = vb_store_statement_get_double (statement, 6);
  VbBilingual name = get_bilingual (statement, 7);
  VbBilingual source = get_bilingual (statement, 9);
  VbBilingual notice = get_bilingual (statement, 11);
  VbWording wording;
  VbAnswer at_least;
  g_autoptr (VbLadder) ladder = NULL;

  if (!vb_ladder_id_is_valid (key) || !vb_ladder_id_is_valid (version)
      || id != vb_ladder_make_id (key, version) || n_steps < 2 || n_steps > VB_LADDER_MAX_STEPS
      || !vb_wording_from_id (vb_store_statement_get_text (statement, 4), &wording)
      || !vb_answer_from_id (vb_store_statement_get_text (statement, 5), &at_least)
      || at_least < VB_ANSWER_PARTLY || at_least > VB_ANSWER_YES
      || !(share_yes >= 0 && share_yes <= 1))
    {
      vb_store_fail_damaged (key, error);
      return NULL;
    }
  ladder = vb_ladder_new (key, version, (guint) n_steps);
  vb_ladder_set_wording (ladder, wording);
  vb_ladder_set_rule (ladder, at_least, share_yes);
  vb_ladder_set_name (ladder, &name);
  vb_ladder_set_source (ladder, &source);
  vb_ladder_set_notice (ladder, &notice);
  return g_steal_pointer (&ladder);
}

static gboolean
read_heads (VbStoreConnection *connection, GPtrArray *ladders, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, READ, error);
  VbStoreStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = vb_store_statement_step (statement, error)) == VB_STORE_STEP_ROW)
    {
      VbLadder *ladder = read_head (statement, error);

      if (ladder == NULL)
        return FALSE;
      g_ptr_array_add (ladders, ladder);
    }
  return step == VB_STORE_STEP_DONE;
}

GPtrArray *
vb_ladder_version_table_read (VbStoreConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) ladders = g_ptr_array_new_with_free_func (g_object_unref);

  if (!read_heads (connection, ladders, error))
    return NULL;
  for (guint i = 0; i < ladders->len; i++)
    {
      VbLadder *ladder = ladders->pdata[i];
      g_autoptr (GError) invalid = NULL;

      if (!read_parts (connection, READ_STEPS, ladder, use_step, error)
          || !read_parts (connection, READ_AREAS, ladder, use_area, error)
          || !read_parts (connection, READ_AREA_STEPS, ladder, use_area_step, error)
          || !read_parts (connection, READ_STATEMENTS, ladder, use_statement, error))
        return NULL;
      if (!vb_ladder_validate (ladder, &invalid))
        {
          vb_store_fail_damaged (invalid->message, error);
          return NULL;
        }
    }
  return g_steal_pointer (&ladders);
}

/* ---- writing --------------------------------------------------------------------------------- */

static gboolean
insert_head (VbStoreConnection *connection, gint64 id, VbLadder *ladder, GError **error)
{
  g_autoptr (VbStoreStatement) statement = vb_store_statement_get (connection, &sql, INSERT, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, id);
  vb_store_statement_bind_text (statement, 2, vb_ladder_get_id (ladder));
  vb_store_statement_bind_text (statement, 3, vb_ladder_get_version (ladder));
  vb_store_statement_bind_int64 (statement, 4, vb_ladder_get_n_steps (ladder));
  vb_store_statement_bind_text (statement, 5, vb_wording_to_id (vb_ladder_get_wording (ladder)));
  vb_store_statement_bind_text (statement, 6, vb_answer_to_id (vb_ladder_get_at_least (ladder)));
  vb_store_statement_bind_double (statement, 7, vb_ladder_get_share_yes (ladder));
  vb_store_statement_bind_bilingual (statement, 8, vb_ladder_get_name (ladder));
  vb_store_statement_bind_bilingual (statement, 10, vb_ladder_get_source (ladder));
  vb_store_statement_bind_bilingual (statement, 12, vb_ladder_get_notice (ladder));
  return vb_store_statement_run (statement, error);
}

static gboolean
insert_steps (VbStoreConnection *connection, gint64 id, VbLadder *ladder, GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, INSERT_STEP, error);

  if (statement == NULL)
    return FALSE;
  for (guint step = 1; step <= vb_ladder_get_n_steps (ladder); step++)
    {
      vb_store_statement_bind_int64 (statement, 1, id);
      vb_store_statement_bind_int64 (statement, 2, step);
      vb_store_statement_bind_bilingual (statement, 3, vb_ladder_get_step_name (ladder, step));
      vb_store_statement_bind_bilingual (statement, 5,
                                         vb_ladder_get_step_description (ladder, step));
      if (!vb_store_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_area_steps (
    VbStoreConnection *connection, gint64 id, VbLadder *ladder, VbLadderArea *area, GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, INSERT_AREA_STEP, error);

  if (statement == NULL)
    return FALSE;
  for (guint step = 1; step <= vb_ladder_get_n_steps (ladder); step++)
    {
      const VbBilingual *text = vb_ladder_area_get_step_text (area, step);

      if (vb_bilingual_is_empty (text))
        continue;
      vb_store_statement_bind_int64 (statement, 1, id);
      vb_store_statement_bind_text (statement, 2, vb_ladder_area_get_id (area));
      vb_store_statement_bind_int64 (statement, 3, step);
      vb_store_statement_bind_bilingual (statement, 4, text);
      if (!vb_store_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_area (VbStoreConnection *connection,
             gint64 id,
             VbLadder *ladder,
             VbLadderArea *area,
             guint position,
             GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, INSERT_AREA, error);

  if (statement == NULL)
    return FALSE;
  vb_store_statement_bind_int64 (statement, 1, id);
  vb_store_statement_bind_text (statement, 2, vb_ladder_area_get_id (area));
  vb_store_statement_bind_int64 (statement, 3, position);
  vb_store_statement_bind_int64 (statement, 4, vb_ladder_area_get_mandatory (area) ? 1 : 0);
  vb_store_statement_bind_bilingual (statement, 5, vb_ladder_area_get_name (area));
  vb_store_statement_bind_bilingual (statement, 7, vb_ladder_area_get_question (area));
  vb_store_statement_bind_bilingual (statement, 9, vb_ladder_area_get_help (area));
  return vb_store_statement_run (statement, error)
         && insert_area_steps (connection, id, ladder, area, error);
}

/* All of them, in the ladder's order. */
static gboolean
insert_statements (VbStoreConnection *connection, gint64 id, VbLadder *ladder, GError **error)
{
  g_autoptr (VbStoreStatement) statement =
      vb_store_statement_get (connection, &sql, INSERT_STATEMENT, error);
  guint n = vb_ladder_get_n_statements (ladder);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      VbLadderStatement *item = vb_ladder_get_statement (ladder, i);
      VbPlanningLevel level = vb_ladder_statement_get_level (item);
      g_autoptr (VbLadderArea) area = g_list_model_get_item (
          vb_ladder_get_areas (ladder), vb_ladder_get_statement_area (ladder, i));

      vb_store_statement_bind_int64 (statement, 1, id);
      vb_store_statement_bind_text (statement, 2, vb_ladder_statement_get_id (item));
      vb_store_statement_bind_text (statement, 3, vb_ladder_area_get_id (area));
      vb_store_statement_bind_int64 (statement, 4, i);
      vb_store_statement_bind_int64 (statement, 5, vb_ladder_statement_get_step (item));
      vb_store_statement_bind_text (
          statement, 6, level != VB_PLANNING_LEVEL_NONE ? vb_planning_level_to_id (level) : NULL);
      vb_store_statement_bind_bilingual (statement, 7, vb_ladder_statement_get_text (item));
      vb_store_statement_bind_bilingual (statement, 9, vb_ladder_statement_get_evidence (item));
      if (!vb_store_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
vb_ladder_version_table_insert (VbStoreConnection *connection, VbLadder *ladder, GError **error)
{
  gint64 id = vb_ladder_make_id (vb_ladder_get_id (ladder), vb_ladder_get_version (ladder));
  GListModel *areas = vb_ladder_get_areas (ladder);

  if (!insert_head (connection, id, ladder, error) || !insert_steps (connection, id, ladder, error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (areas, i);

      if (!insert_area (connection, id, ladder, area, i, error))
        return FALSE;
    }
  return insert_statements (connection, id, ladder, error);
}

gboolean
vb_ladder_version_table_delete (VbStoreConnection *connection, gint64 id, GError **error)
{
  return vb_store_run_with_id (connection, &sql, DELETE, id, error);
}
