/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-changeset.h"

#include <glib/gi18n-lib.h>

#include "vb-reference-check.h"
#include "vb-store-private.h"

struct _VbRecorder
{
  VbStoreConnection *connection;
  sqlite3_session *session;
};

/* The tables that hold facts; a mapping that is remembered and the place where
 * an assessment was left are none. */
static const struct
{
  VbStoreTable table;
  const char *name;
} tables[] = {
  { VB_STORE_TABLE_IMPORT, "import" },
  { VB_STORE_TABLE_UNIT, "unit" },
  { VB_STORE_TABLE_IMPORT_PART, "import_part" },
  { VB_STORE_TABLE_IMPORT_PROBLEM, "import_problem" },
  { VB_STORE_TABLE_TARGET, "target" },
  { VB_STORE_TABLE_SETTING, "setting" },
  { VB_STORE_TABLE_OBSERVATION, "observation" },
  { VB_STORE_TABLE_OBSERVATION_REPLACED, "observation_replaced" },
  { VB_STORE_TABLE_LADDER, "ladder" },
  { VB_STORE_TABLE_LADDER, "ladder_step" },
  { VB_STORE_TABLE_LADDER, "ladder_area" },
  { VB_STORE_TABLE_LADDER, "ladder_area_step" },
  { VB_STORE_TABLE_LADDER, "ladder_statement" },
  { VB_STORE_TABLE_ASSESSMENT, "assessment" },
  { VB_STORE_TABLE_ASSESSMENT_AREA, "assessment_area" },
  { VB_STORE_TABLE_ANSWER, "answer" },
  { VB_STORE_TABLE_FOCUS_AREA, "focus_area" },
  { VB_STORE_TABLE_FOCUS_MEASURE, "focus_measure" },
  { VB_STORE_TABLE_FOCUS_OUTCOME, "focus_outcome" },
  { VB_STORE_TABLE_ACTION, "action" },
  { VB_STORE_TABLE_DIALOGUE, "dialogue" },
  { VB_STORE_TABLE_DIALOGUE_ACTION, "dialogue_action" },
  { VB_STORE_TABLE_SCENARIO, "scenario" },
  { VB_STORE_TABLE_SCENARIO_YEAR, "scenario_year" },
  { VB_STORE_TABLE_LEVER, "lever" },
  { VB_STORE_TABLE_PLAN, "plan" },
  { VB_STORE_TABLE_PLAN, "plan_year" },
  { VB_STORE_TABLE_BREAKDOWN_HOLD, "breakdown_hold" },
  { VB_STORE_TABLE_POPULATION, "population" },
  { VB_STORE_TABLE_CARE_USE, "care_use" },
  { VB_STORE_TABLE_ACCEPTED_RISK, "accepted_risk" },
  { VB_STORE_TABLE_CENSUS_VARIATION, "census_variation" },
  { VB_STORE_TABLE_GAP_LINE, "gap_line" },
};

VbRecorder *
vb_recorder_new (VbStoreConnection *connection, GError **error)
{
  sqlite3 *handle = vb_store_connection_get_handle (connection);
  g_autoptr (VbRecorder) self = g_new0 (VbRecorder, 1);
  int code;

  self->connection = connection;
  code = sqlite3session_create (handle, "main", &self->session);
  for (gsize i = 0; i < G_N_ELEMENTS (tables) && code == SQLITE_OK; i++)
    code = sqlite3session_attach (self->session, tables[i].name);
  if (code != SQLITE_OK)
    {
      vb_store_fail (code, sqlite3_errstr (code), error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
vb_recorder_free (VbRecorder *self)
{
  if (self->session != NULL)
    sqlite3session_delete (self->session);
  g_free (self);
}

GBytes *
vb_recorder_dup_changeset (VbRecorder *self, GError **error)
{
  int size;
  void *data;
  int code = sqlite3session_changeset (self->session, &size, &data);

  if (code != SQLITE_OK)
    {
      vb_store_fail (code, sqlite3_errstr (code), error);
      return NULL;
    }
  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

/* A row that is not as it was is a bug of ours or a document changed behind our back: stop. */
static int
on_conflict (void *data, int conflict, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

gboolean
vb_changeset_apply (VbStoreConnection *connection,
                    GBytes *changeset,
                    gboolean inverted,
                    GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);
  int code;

  if (size == 0)
    return TRUE;
  code = sqlite3changeset_apply_v2 (vb_store_connection_get_handle (connection), (int) size,
                                    (void *) data, NULL, on_conflict, NULL, NULL, NULL,
                                    inverted ? SQLITE_CHANGESETAPPLY_INVERT : 0);
  if (code == SQLITE_ABORT)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_INVALID,
                           _ ("The document is no longer as it was when the change was made"));
      return FALSE;
    }
  if (code != SQLITE_OK)
    return vb_store_fail (code, sqlite3_errstr (code), error);
  return vb_changeset_check (connection, changeset, inverted, error);
}

GBytes *
vb_changeset_concat (GBytes *first, GBytes *second, GError **error)
{
  gsize first_size;
  gsize second_size;
  gconstpointer first_data = g_bytes_get_data (first, &first_size);
  gconstpointer second_data = g_bytes_get_data (second, &second_size);
  int size;
  void *data;
  int code;

  if (first_size == 0)
    return g_bytes_ref (second);
  if (second_size == 0)
    return g_bytes_ref (first);
  code = sqlite3changeset_concat ((int) first_size, (void *) first_data, (int) second_size,
                                  (void *) second_data, &size, &data);
  if (code != SQLITE_OK)
    {
      vb_store_fail (code, sqlite3_errstr (code), error);
      return NULL;
    }
  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

/* Its table as a bit, 0 for one that holds no facts. */
static VbTouched
get_table (sqlite3_changeset_iter *iter, int *operation)
{
  const char *name;
  int n_columns;
  int indirect;

  sqlite3changeset_op (iter, &name, &n_columns, operation, &indirect);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].name, name))
      return VB_TOUCHED (tables[i].table);
  return 0;
}

/* @lost: out, the tables from which rows went. */
static VbTouched
list_touched (GBytes *changeset, gboolean inverted, VbTouched *lost)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);
  sqlite3_changeset_iter *iter;
  VbTouched touched = 0;

  *lost = 0;
  if (size == 0 || sqlite3changeset_start (&iter, (int) size, (void *) data) != SQLITE_OK)
    return 0;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      int operation;
      VbTouched table = get_table (iter, &operation);

      touched |= table;
      if (operation == (inverted ? SQLITE_INSERT : SQLITE_DELETE))
        *lost |= table;
    }
  sqlite3changeset_finalize (iter);
  return touched;
}

VbTouched
vb_changeset_get_touched (GBytes *changeset)
{
  VbTouched lost;

  return list_touched (changeset, FALSE, &lost);
}

gboolean
vb_changeset_check (VbStoreConnection *connection,
                    GBytes *changeset,
                    gboolean inverted,
                    GError **error)
{
  VbTouched lost;
  VbTouched touched = list_touched (changeset, inverted, &lost);
  gboolean intact;

  if (!vb_reference_check_touched (connection, touched, lost, &intact, error))
    return FALSE;
  if (!intact)
    g_set_error_literal (error, VB_ERROR, VB_ERROR_INVALID,
                         _ ("The change refers to something that is no longer in the document"));
  return intact;
}

GArray *
vb_changeset_list_rows (GBytes *changeset, VbTouched of)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  sqlite3_changeset_iter *iter;

  if (size == 0 || sqlite3changeset_start (&iter, (int) size, (void *) data) != SQLITE_OK)
    return rows;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      sqlite3_value *value = NULL;
      int operation;
      gint64 id;

      if (!(get_table (iter, &operation) & of))
        continue;
      if (operation == SQLITE_INSERT)
        sqlite3changeset_new (iter, 0, &value);
      else
        sqlite3changeset_old (iter, 0, &value);
      id = value != NULL ? sqlite3_value_int64 (value) : 0;
      if (g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        g_array_append_val (rows, id);
    }
  sqlite3changeset_finalize (iter);
  return rows;
}
