/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No statement goes through all observations, parts or problems to find some of them. Everything
 * the room prepares is prepared here once; SQLite then tells how it would run it. */
#include "store-fixture.h"
#include "vb-import-part-table.h"
#include "vb-import-plan.h"
#include "vb-import-problem-table.h"
#include "vb-import-table.h"
#include "vb-mapping-table.h"
#include "vb-observation-replaced-table.h"
#include "vb-setting-table.h"
#include "vb-store-private.h"
#include "vb-target-table.h"
#include "vb-unit-table.h"

static gboolean
use_everything (VbStoreConnection *connection, gpointer data, GError **error)
{
  VbObservationRows *rows = data;
  VbPeriod day = { VB_GRAIN_DAY, 738000 };
  VbObservationRow replaced = { 738000, 2, VB_PROVENANCE_REPORTED, 11 };
  VbImportPartRow part = { 1, 1, 0, 738000, 738001 };
  VbTargetRow target = { .id = 1, .unit = 1, .measure = VB_MEASURE_OCCUPANCY, .value = 0.9 };
  VbUnitRow unit = { .id = 1, .kind = VB_UNIT_WARD, .name = (char *) "W", .import = 11 };
  VbImportRow import = {
    .id = 11, .ordinal = 1, .source_name = (char *) "a.csv", .n_observations = 9
  };
  VbSettingRow setting;
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) vb_problem_free);
  g_autoptr (GArray) units = NULL;
  g_autoptr (GArray) targets = NULL;
  g_autoptr (GArray) series = NULL;
  g_autoptr (GArray) read = NULL;
  g_autoptr (GArray) unit_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) read_problems = NULL;
  g_autoptr (GHashTable) gains = vb_import_counts_new ();
  g_autoptr (VbImportPlan) plan = NULL;
  g_autofree char *mapping = NULL;
  const gint64 ids[] = { 1 };
  gint64 number;

  unit.acute_share = 0.5;
  g_ptr_array_add (problems,
                   vb_problem_new (VB_PROBLEM_NEGATIVE, VB_PROBLEM_REFUSES_CELL, 1, NULL, NULL));
  if (!vb_import_table_next_ordinal (connection, &number, error)
      || !vb_import_table_insert (connection, &import, error)
      || !vb_unit_table_next_position (connection, 0, &number, error)
      || !vb_unit_table_insert (connection, &unit, error)
      || !vb_unit_table_update (connection, &unit, error)
      || !vb_unit_table_check_depth (connection, error)
      || !vb_target_table_put (connection, &target, error)
      || !vb_setting_table_read (connection, &setting, error)
      || !vb_setting_table_update (connection, &setting, error)
      || !vb_mapping_table_put (connection, "a", "b", error)
      || !vb_mapping_table_find (connection, "a", &mapping, error)
      || !vb_import_part_table_insert (connection, 11, &part, error)
      || !vb_import_problem_table_insert (connection, 11, problems, 1, error)
      || !vb_observation_table_put_typed (connection, 1, 1, day, 5, VB_PROVENANCE_REPORTED, error)
      || !vb_observation_replaced_table_insert (connection, 1, 1, VB_GRAIN_DAY, &replaced, error))
    return FALSE;

  vb_observation_rows_append (rows, 0, 1, 0, 738000, 3, 1);
  vb_observation_rows_append (rows, 0, 1, 0, 738001, 3, 1);
  import.id = 12;
  import.ordinal = 2;
  plan = vb_import_plan_new (connection, vb_observation_rows_get_columns (rows), ids, 2, error);
  if (plan == NULL || !vb_import_table_insert (connection, &import, error)
      || !vb_import_part_table_insert (connection, 12, &part, error)
      || !vb_import_plan_write (plan, 12, error)
      || !vb_import_counts_apply (connection, vb_import_plan_get_losses (plan), -1, error))
    return FALSE;
  /* The first statement of an import into empty series is another one. */
  rows->n = 0;
  vb_observation_rows_append (rows, 0, 2, 0, 738000, 3, 1);
  g_clear_pointer (&plan, vb_import_plan_free);
  plan = vb_import_plan_new (connection, vb_observation_rows_get_columns (rows), ids, 2, error);
  if (plan == NULL || !vb_import_plan_write (plan, 12, error))
    return FALSE;

  units = vb_unit_table_read (connection, error);
  targets = vb_target_table_read (connection, error);
  series = vb_observation_table_list_series (connection, error);
  read = vb_observation_table_read_series (connection, 1, 1, VB_GRAIN_DAY, error);
  read_problems = vb_import_problem_table_read (connection, 11, error);
  return units != NULL && targets != NULL && series != NULL && read != NULL && read_problems != NULL
         && vb_observation_table_read_measure (connection, 1, 0, 1, rows, error)
         && vb_observation_table_count_orphans (connection, &number, error)
         && vb_import_remove_observations (connection, 12, rows, unit_ids, gains, error)
         && vb_observation_table_remove_typed (connection, 1, 1, day, error)
         && vb_observation_table_forget_unit (connection, 1, error)
         && vb_import_part_table_delete (connection, 11, error)
         && vb_import_problem_table_delete (connection, 11, error)
         && vb_unit_table_release_import (connection, 11, error)
         && vb_import_table_delete (connection, 11, error)
         && vb_target_table_delete (connection, 1, error)
         && vb_unit_table_delete (connection, 1, error);
}

/* The tables that are small by nature may be read whole; names of recursions are no tables. */
static gboolean
is_bad (const char *line)
{
  static const char *const allowed[] = {
    "unit",
    "target",
    "import",
    "setting",
    "vb_columns",
    "c VIRTUAL TABLE INDEX",
    "CONSTANT ROW",
    "tree",
    "below",
    "b",
    "seen",
    "replaced",
    "t",
    "every",
  };

  if (strstr (line, "AUTOMATIC") != NULL)
    return TRUE;
  if (!g_str_has_prefix (line, "SCAN "))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (allowed); i++)
    if (g_str_has_prefix (line + strlen ("SCAN "), allowed[i])
        && !g_ascii_isalnum (line[strlen ("SCAN ") + strlen (allowed[i])])
        && line[strlen ("SCAN ") + strlen (allowed[i])] != '_')
      return FALSE;
  return TRUE;
}

static guint
count_bad_lines (sqlite3 *handle, const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  sqlite3_stmt *statement;
  guint n_bad = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, explain, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *line = (const char *) sqlite3_column_text (statement, 3);

      if (is_bad (line))
        {
          g_test_message ("%s\n  %s", sql, line);
          n_bad++;
        }
    }
  sqlite3_finalize (statement);
  return n_bad;
}

static void
test_plans (void)
{
  g_autoptr (VbStoreConnection) connection = open_empty ();
  g_autoptr (VbObservationRows) rows = vb_observation_rows_new ();
  sqlite3 *handle = vb_store_connection_get_handle (connection);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  guint n_bad = 0;

  vb_store_transact (connection, VB_STORE_TRANSACT_UNCHECKED, use_everything, rows, &error);
  g_assert_no_error (error);
  for (sqlite3_stmt *statement = sqlite3_next_stmt (handle, NULL); statement != NULL;
       statement = sqlite3_next_stmt (handle, statement))
    g_ptr_array_add (texts, (gpointer) sqlite3_sql (statement));
  g_test_message ("%u statements", texts->len);
  g_assert_cmpuint (texts->len, >=, 45);
  for (guint i = 0; i < texts->len; i++)
    n_bad += count_bad_lines (handle, texts->pdata[i]);
  g_assert_cmpuint (n_bad, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/plans/no-scan", test_plans);
  return g_test_run ();
}
