/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No statement goes through all observations, parts or problems to find some of them. Everything
 * the room prepares is prepared here once; SQLite then tells how it would run it. */
#include "store-fixture.h"
#include "vb-action-table.h"
#include "vb-answer-table.h"
#include "vb-assessment-table.h"
#include "vb-dialogue-table.h"
#include "vb-focus-table.h"
#include "vb-import-part-table.h"
#include "vb-import-plan.h"
#include "vb-import-problem-table.h"
#include "vb-import-table.h"
#include "vb-ladder-version-table.h"
#include "vb-mapping-table.h"
#include "vb-observation-replaced-table.h"
#include "vb-setting-table.h"
#include "vb-store-private.h"
#include "vb-target-table.h"
#include "vb-unit-table.h"

static VbLadder *
make_ladder (void)
{
  VbBilingual text = { (char *) "Finns det?", NULL };
  VbLadder *ladder = vb_ladder_new ("k", "1", 2);
  g_autoptr (VbLadderArea) area = vb_ladder_area_new ("A", &text);
  g_autoptr (VbLadderStatement) statement =
      vb_ladder_statement_new ("A-2", 2, VB_PLANNING_LEVEL_NONE, &text, &text);

  vb_ladder_area_set_step_text (area, 1, &text);
  vb_ladder_area_add_statement (area, statement);
  vb_ladder_add_area (ladder, area);
  return ladder;
}

/* On the unit 1. */
static gboolean
use_assessments (VbStoreConnection *connection, gint64 ladder_id, GError **error)
{
  VbAssessmentRow assessment = {
    .id = 1, .unit = 1, .ladder = ladder_id, .day = 738000, .participants = 5
  };
  VbAnswerRow answer = { 1, ladder_id, (char *) "A-2", VB_ANSWER_YES, NULL };
  VbAnswerRow none = { 1, ladder_id, (char *) "A-2", VB_ANSWER_NONE, NULL };
  VbAssessmentAreaRow area = { 1, ladder_id, (char *) "A", { .wanted_step = 2 } };
  VbAssessmentAreaRow no_area = { 1, ladder_id, (char *) "A", { 0 } };
  g_autoptr (GArray) assessments = NULL;
  g_autoptr (GArray) answers = NULL;
  g_autoptr (GArray) of_one = NULL;
  g_autoptr (GArray) areas = NULL;
  g_autoptr (GArray) areas_of_one = NULL;

  if (!vb_assessment_table_insert (connection, &assessment, error)
      || !vb_assessment_table_update (connection, &assessment, error)
      || !vb_assessment_table_set_place (connection, 1, "A", error)
      || !vb_answer_table_put (connection, &answer, error)
      || !vb_answer_table_put_area (connection, &area, error))
    return FALSE;
  assessments = vb_assessment_table_read (connection, error);
  answers = vb_answer_table_read (connection, 0, error);
  of_one = vb_answer_table_read (connection, 1, error);
  areas = vb_answer_table_read_areas (connection, 0, error);
  areas_of_one = vb_answer_table_read_areas (connection, 1, error);
  g_assert_cmpuint (assessments->len, ==, 1);
  g_assert_cmpuint (answers->len, ==, 1);
  g_assert_cmpuint (of_one->len, ==, 1);
  g_assert_cmpuint (areas->len, ==, 1);
  g_assert_cmpuint (areas_of_one->len, ==, 1);
  return vb_answer_table_put (connection, &none, error)
         && vb_answer_table_put_area (connection, &no_area, error);
}

static gboolean
use_focus_areas (VbStoreConnection *connection, GError **error)
{
  VbFocusAreaRow area = { 9, { .name = { (char *) "x", NULL } } };
  VbFocusMeasureRow measure = { 1, { .focus_area_id = 9, .name = (char *) "x" } };
  VbFocusOutcomeRow outcome = { 1, { 738000, 5 } };
  VbFocusOutcomeRow none = { 1, { 738000, (double) NAN } };
  g_autoptr (GArray) areas = NULL;
  g_autoptr (GArray) measures = NULL;
  g_autoptr (GArray) outcomes = NULL;

  if (!vb_focus_table_insert_area (connection, &area, error)
      || !vb_focus_table_update_area (connection, &area, error)
      || !vb_focus_table_insert_measure (connection, &measure, error)
      || !vb_focus_table_update_measure (connection, &measure, error)
      || !vb_focus_table_put_outcome (connection, &outcome, error))
    return FALSE;
  areas = vb_focus_table_read_areas (connection, error);
  measures = vb_focus_table_read_measures (connection, error);
  outcomes = vb_focus_table_read_outcomes (connection, error);
  g_assert_cmpuint (areas->len, ==, 6);
  g_assert_cmpuint (measures->len, ==, 1);
  g_assert_cmpuint (outcomes->len, ==, 1);
  return vb_focus_table_put_outcome (connection, &none, error)
         && vb_focus_table_delete_measure (connection, 1, error)
         && vb_focus_table_delete_area (connection, 9, error);
}

static gboolean
use_actions (VbStoreConnection *connection, GError **error)
{
  gint64 action_id = 1;
  VbActionRow action = { 1, VB_ACTION_FACTS_INIT };
  VbDialogueRow dialogue = {
    1, { .unit_id = 1, .day = 738000, .n_actions = 1, .action_ids = &action_id }
  };
  g_autoptr (GArray) actions = NULL;
  g_autoptr (GArray) dialogues = NULL;

  action.facts.unit_id = 1;
  action.facts.title = (char *) "x";
  if (!vb_action_table_insert (connection, &action, error)
      || !vb_action_table_update (connection, &action, error)
      || !vb_dialogue_table_insert (connection, &dialogue, error)
      || !vb_dialogue_table_update (connection, &dialogue, error))
    return FALSE;
  actions = vb_action_table_read (connection, error);
  dialogues = vb_dialogue_table_read (connection, error);
  g_assert_cmpuint (actions->len, ==, 1);
  g_assert_cmpuint (dialogues->len, ==, 1);
  return vb_dialogue_table_delete (connection, 1, error)
         && vb_action_table_delete (connection, 1, error);
}

static gboolean
use_ladder (VbStoreConnection *connection, GError **error)
{
  g_autoptr (VbLadder) ladder = make_ladder ();
  gint64 id = vb_ladder_make_id ("k", "1");
  g_autoptr (GPtrArray) ladders = NULL;

  if (!vb_ladder_version_table_insert (connection, ladder, error))
    return FALSE;
  ladders = vb_ladder_version_table_read (connection, error);
  g_assert_cmpuint (ladders->len, ==, 1);
  return use_assessments (connection, id, error) && use_focus_areas (connection, error)
         && use_actions (connection, error) && vb_assessment_table_delete (connection, 1, error)
         && vb_ladder_version_table_delete (connection, id, error);
}

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
  return use_ladder (connection, error) && units != NULL && targets != NULL && series != NULL
         && read != NULL && read_problems != NULL
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

/* The tables that are small by nature may be read whole, and answers when a document is opened;
 * names of recursions are no tables. */
static gboolean
is_bad (const char *line)
{
  static const char *const allowed[] = {
    "unit",
    "target",
    "import",
    "setting",
    "ladder",
    "a", /* assessment */
    "assessment_area",
    "answer",
    "focus_area",
    "focus_measure",
    "focus_outcome",
    "action",
    "dialogue",
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
