/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "assessment-fixture.h"

typedef struct
{
  VbLadder *ladder;
  VbUnit *root;
  GListStore *assessments; /* the latest first, as the document has them */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->ladder = assessment_fixture_make_ladder ("1");
  fixture->root = assessment_fixture_make_tree ();
  fixture->assessments = g_list_store_new (VB_TYPE_ASSESSMENT);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->assessments);
  g_object_unref (fixture->root);
  g_object_unref (fixture->ladder);
}

static VbAssessment *
add (Fixture *fixture,
     gint64 unit_id,
     VbRoleGroup role,
     const char *day,
     guint participants,
     guint a,
     guint b,
     guint c)
{
  static gint64 next_id = 100;
  const guint steps[ASSESSMENT_FIXTURE_N_AREAS] = { a, b, c };
  g_autoptr (VbAssessment) assessment = assessment_fixture_assess (
      next_id++, unit_id, fixture->ladder, role, day, participants, steps);

  g_list_store_append (fixture->assessments, assessment);
  return assessment;
}

static VbLadderRollup *
get_row (GListModel *rows, gint64 unit_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VbLadderRollup) row = g_list_model_get_item (rows, i);

      if (vb_unit_get_id (vb_ladder_rollup_get_unit (row)) == unit_id)
        return row;
    }
  return NULL;
}

/* ---- one assessment -------------------------------------------------------------------------- */

static void
test_score (Fixture *fixture, gconstpointer data)
{
  VbAssessment *assessment = add (fixture, 3, VB_ROLE_GROUP_NURSES, "2026-11-12", 6, 2, 3, 5);
  g_autoptr (VbLadderResult) result = vb_ladder_board_score (assessment);
  g_autoptr (GListModel) next = vb_ladder_result_list_next (result);
  g_autoptr (VbLadderStatement) statement = NULL;
  guint n_least;

  g_assert_cmpuint (vb_ladder_result_get_step (result, VB_PLANNING_LEVEL_NONE), ==, 2);
  g_assert_cmpuint (vb_ladder_result_get_step (result, VB_PLANNING_LEVEL_TACTICAL), ==, 2);
  g_assert_cmpfloat_with_epsilon (vb_ladder_result_get_mean (result), 10.0 / 3, 1e-9);
  g_assert_cmpuint (vb_ladder_result_get_area (result, 1)->step, ==, 3);
  g_assert_true (vb_ladder_result_get_area (result, 1)->fulfilled[3]);
  g_assert_false (vb_ladder_result_get_area (result, 1)->fulfilled[4]);

  /* Only the first area holds back: its three statements of step 3. */
  g_assert_cmpuint (vb_ladder_result_get_next_step (result, &n_least), ==, 3);
  g_assert_cmpuint (n_least, ==, 3);
  g_assert_true (vb_ladder_result_area_holds_back (result, 0));
  g_assert_false (vb_ladder_result_area_holds_back (result, 1));
  g_assert_cmpuint (g_list_model_get_n_items (next), ==, 3);
  statement = g_list_model_get_item (next, 0);
  g_assert_cmpstr (vb_ladder_statement_get_id (statement), ==, "A3-1");
  g_assert_cmpuint (vb_ladder_result_get_wanted_step (result, NULL), ==, 0);
}

/* The levels are scored by their own statements alone. */
static void
test_levels (Fixture *fixture, gconstpointer data)
{
  guint n = vb_ladder_get_n_statements (fixture->ladder);
  g_autofree guint8 *answers = g_new (guint8, n);
  g_autoptr (VbAssessment) assessment = NULL;
  g_autoptr (VbLadderResult) result = NULL;

  for (guint i = 0; i < n; i++)
    {
      VbLadderStatement *statement = vb_ladder_get_statement (fixture->ladder, i);
      VbPlanningLevel level = vb_ladder_statement_get_level (statement);
      guint reached = level == VB_PLANNING_LEVEL_STRATEGIC ? 4 : 2;

      answers[i] =
          vb_ladder_statement_get_step (statement) <= reached ? VB_ANSWER_YES : VB_ANSWER_PARTLY;
    }
  assessment = assessment_fixture_assess_answers (1, 3, fixture->ladder, VB_ASSESSMENT_DONE,
                                                  "2026-01-01", answers);
  result = vb_ladder_board_score (assessment);
  g_assert_cmpuint (vb_ladder_result_get_step (result, VB_PLANNING_LEVEL_STRATEGIC), ==, 4);
  g_assert_cmpuint (vb_ladder_result_get_step (result, VB_PLANNING_LEVEL_TACTICAL), ==, 2);
  g_assert_cmpuint (vb_ladder_result_get_step (result, VB_PLANNING_LEVEL_OPERATIONAL), ==, 2);
  g_assert_cmpuint (vb_ladder_result_get_step (result, VB_PLANNING_LEVEL_NONE), ==, 2);
  g_assert_cmpuint (vb_ladder_result_get_area (result, 0)->level_steps[VB_PLANNING_LEVEL_STRATEGIC],
                    ==, 4);
}

/* A hole is named; nothing relevant is no step; all reached leaves nothing. */
static void
test_ends (Fixture *fixture, gconstpointer data)
{
  guint n = vb_ladder_get_n_statements (fixture->ladder);
  g_autofree guint8 *answers = g_new (guint8, n);
  g_autoptr (VbAssessment) holed = NULL;
  g_autoptr (VbLadderResult) hole = NULL;
  g_autoptr (VbLadderResult) none = NULL;
  g_autoptr (VbLadderResult) all = NULL;

  for (guint i = 0; i < n; i++)
    answers[i] = vb_ladder_statement_get_step (vb_ladder_get_statement (fixture->ladder, i)) == 2
                     ? VB_ANSWER_NO
                     : VB_ANSWER_YES;
  holed = assessment_fixture_assess_answers (1, 3, fixture->ladder, VB_ASSESSMENT_DONE,
                                             "2026-01-01", answers);
  hole = vb_ladder_board_score (holed);
  g_assert_cmpuint (vb_ladder_result_get_step (hole, VB_PLANNING_LEVEL_NONE), ==, 1);
  g_assert_cmpuint (vb_ladder_result_get_area (hole, 0)->hole, ==, 2);

  none = vb_ladder_board_score (add (fixture, 3, VB_ROLE_GROUP_OTHER, "2026-01-01", 1, 0, 0, 0));
  g_assert_cmpuint (vb_ladder_result_get_step (none, VB_PLANNING_LEVEL_NONE), ==, 0);
  g_assert_cmpuint (vb_ladder_result_get_next_step (none, NULL), ==, 0);
  g_assert_true (isnan (vb_ladder_result_get_mean (none)));

  all = vb_ladder_board_score (add (fixture, 3, VB_ROLE_GROUP_OTHER, "2026-01-01", 1, 5, 5, 5));
  g_assert_cmpuint (vb_ladder_result_get_step (all, VB_PLANNING_LEVEL_NONE), ==, 5);
  g_assert_cmpuint (vb_ladder_result_get_next_step (all, NULL), ==, 0);
}

static void
test_previous (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbLadder) other = assessment_fixture_make_ladder ("2");
  const guint steps[ASSESSMENT_FIXTURE_N_AREAS] = { 1, 1, 1 };
  VbAssessment *now = add (fixture, 3, VB_ROLE_GROUP_NURSES, "2026-11-12", 6, 2, 2, 2);
  g_autoptr (VbAssessment) version =
      assessment_fixture_assess (1, 3, other, VB_ROLE_GROUP_NURSES, "2026-05-01", 6, steps);
  VbAssessment *expected;

  add (fixture, 3, VB_ROLE_GROUP_PHYSICIANS, "2026-06-01", 6, 1, 1, 1);
  add (fixture, 4, VB_ROLE_GROUP_NURSES, "2026-06-01", 6, 1, 1, 1);
  g_list_store_append (fixture->assessments, version);
  expected = add (fixture, 3, VB_ROLE_GROUP_NURSES, "2025-11-12", 6, 1, 1, 1);
  add (fixture, 3, VB_ROLE_GROUP_NURSES, "2024-11-12", 6, 1, 1, 1);

  g_assert_true (vb_ladder_board_find_previous (G_LIST_MODEL (fixture->assessments), now)
                 == expected);
  g_assert_null (vb_ladder_board_find_previous (G_LIST_MODEL (fixture->assessments), version));
}

/* ---- several --------------------------------------------------------------------------------- */

static void
test_roll_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) rows = NULL;
  VbLadderRollup *region, *hospital;
  const VbLadderYear *years;
  guint n_years;

  add (fixture, 3, VB_ROLE_GROUP_MANAGEMENT, "2026-11-12", 6, 2, 3, 4);
  add (fixture, 4, VB_ROLE_GROUP_MANAGEMENT, "2026-10-12", 7, 4, 4, 5);
  add (fixture, 6, VB_ROLE_GROUP_NURSES, "2026-10-12", 8, 3, 3, 3);
  add (fixture, 3, VB_ROLE_GROUP_MANAGEMENT, "2025-11-12", 6, 1, 2, 2);

  rows = vb_ladder_board_roll_up (G_LIST_MODEL (fixture->assessments), fixture->ladder,
                                  fixture->root, 5);
  /* The order of the tree. */
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 6);
  region = get_row (rows, 1);
  hospital = get_row (rows, 2);
  g_assert_cmpuint (vb_ladder_rollup_get_n_assessments (region), ==, 4);
  g_assert_cmpuint (vb_ladder_rollup_get_n_units (region), ==, 3);
  g_assert_cmpuint (vb_ladder_rollup_get_n_assessments (hospital), ==, 3);

  /* Counts add up over sisters. */
  g_assert_cmpuint (vb_ladder_rollup_get_n_assessments (hospital)
                        + vb_ladder_rollup_get_n_assessments (get_row (rows, 5)),
                    ==, 4);
  /* The earlier one of ward 3 does not count in the spread: 2, 3, 4. */
  g_assert_cmpuint (vb_ladder_rollup_get_all (region)->n_assessments, ==, 3);
  g_assert_cmpuint (vb_ladder_rollup_get_all (region)->n_participants, ==, 21);
  g_assert_cmpuint (vb_ladder_rollup_get_all (region)->overall.lowest, ==, 2);
  g_assert_cmpfloat (vb_ladder_rollup_get_all (region)->overall.median, ==, 3);
  g_assert_cmpuint (vb_ladder_rollup_get_all (region)->overall.highest, ==, 4);
  g_assert_cmpuint (vb_ladder_rollup_get_all (region)->overall.counts[3], ==, 1);
  g_assert_cmpfloat (vb_ladder_rollup_get_all (region)->areas[2].median, ==, 4);
  g_assert_cmpuint (vb_ladder_rollup_get_group (region, VB_ROLE_GROUP_MANAGEMENT)->overall.highest,
                    ==, 4);

  years = vb_ladder_rollup_get_years (region, &n_years);
  g_assert_cmpuint (n_years, ==, 2);
  g_assert_cmpint (years[0].year, ==, 2025);
  g_assert_cmpfloat (years[0].spread.median, ==, 1);
  g_assert_cmpfloat (years[1].spread.median, ==, 3);
}

/* A small unit shows only above, and so does the sister that would give it away. */
static void
test_withheld (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (GListModel) open = NULL;

  add (fixture, 3, VB_ROLE_GROUP_MANAGEMENT, "2026-11-12", 3, 2, 2, 2);
  add (fixture, 4, VB_ROLE_GROUP_MANAGEMENT, "2026-10-12", 7, 4, 4, 4);
  add (fixture, 6, VB_ROLE_GROUP_MANAGEMENT, "2026-10-12", 9, 3, 3, 3);

  rows = vb_ladder_board_roll_up (G_LIST_MODEL (fixture->assessments), fixture->ladder,
                                  fixture->root, 5);
  g_assert_true (vb_ladder_rollup_get_all (get_row (rows, 3))->withheld);
  g_assert_cmpuint (vb_ladder_rollup_get_all (get_row (rows, 3))->overall.n, ==, 0);
  g_assert_true (isnan (vb_ladder_rollup_get_all (get_row (rows, 3))->overall.median));
  g_assert_true (
      vb_ladder_rollup_get_group (get_row (rows, 3), VB_ROLE_GROUP_MANAGEMENT)->withheld);
  g_assert_cmpuint (vb_ladder_rollup_get_n_assessments (get_row (rows, 3)), ==, 1);
  g_assert_true (vb_ladder_rollup_get_all (get_row (rows, 4))->withheld);
  g_assert_false (vb_ladder_rollup_get_all (get_row (rows, 2))->withheld);
  g_assert_cmpuint (vb_ladder_rollup_get_all (get_row (rows, 2))->overall.lowest, ==, 2);
  g_assert_false (vb_ladder_rollup_get_all (get_row (rows, 6))->withheld);

  open = vb_ladder_board_roll_up (G_LIST_MODEL (fixture->assessments), fixture->ladder,
                                  fixture->root, 1);
  for (guint i = 0; i < g_list_model_get_n_items (open); i++)
    {
      g_autoptr (VbLadderRollup) row = g_list_model_get_item (open, i);

      g_assert_false (vb_ladder_rollup_get_all (row)->withheld);
    }
}

/* Two versions of a ladder are two roll-ups; drafts are in none. */
static void
test_versions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbLadder) other = assessment_fixture_make_ladder ("2");
  const guint steps[ASSESSMENT_FIXTURE_N_AREAS] = { 5, 5, 5 };
  g_autofree guint8 *nothing = g_new0 (guint8, vb_ladder_get_n_statements (fixture->ladder));
  g_autoptr (VbAssessment) version =
      assessment_fixture_assess (1, 4, other, VB_ROLE_GROUP_NURSES, "2026-12-01", 6, steps);
  g_autoptr (VbAssessment) draft = assessment_fixture_assess_answers (
      2, 4, fixture->ladder, VB_ASSESSMENT_DRAFT, "2026-12-02", nothing);
  g_autoptr (GPtrArray) ladders = NULL;
  g_autoptr (GListModel) first = NULL;
  g_autoptr (GListModel) second = NULL;

  g_list_store_append (fixture->assessments, draft);
  g_list_store_append (fixture->assessments, version);
  add (fixture, 3, VB_ROLE_GROUP_NURSES, "2026-11-12", 6, 2, 2, 2);

  ladders = vb_ladder_board_list_ladders (G_LIST_MODEL (fixture->assessments), fixture->root);
  g_assert_cmpuint (ladders->len, ==, 2);
  g_assert_true (g_ptr_array_index (ladders, 0) == other);

  first = vb_ladder_board_roll_up (G_LIST_MODEL (fixture->assessments), fixture->ladder,
                                   fixture->root, 5);
  second = vb_ladder_board_roll_up (G_LIST_MODEL (fixture->assessments), other, fixture->root, 5);
  g_assert_cmpuint (vb_ladder_rollup_get_n_assessments (get_row (first, 1)), ==, 1);
  g_assert_cmpuint (vb_ladder_rollup_get_n_assessments (get_row (second, 1)), ==, 1);
  g_assert_cmpuint (vb_ladder_rollup_get_all (get_row (first, 1))->overall.highest, ==, 2);
  g_assert_cmpuint (vb_ladder_rollup_get_all (get_row (second, 1))->overall.lowest, ==, 5);
  g_assert_null (get_row (first, 4));
}

/* A unit without any still has its row, which says so. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) rows = vb_ladder_board_roll_up (G_LIST_MODEL (fixture->assessments),
                                                         fixture->ladder, fixture->root, 5);
  VbLadderRollup *row = get_row (rows, 1);
  guint n_years;

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  g_assert_cmpuint (vb_ladder_rollup_get_n_assessments (row), ==, 0);
  g_assert_false (vb_ladder_rollup_get_all (row)->withheld);
  g_assert_true (isnan (vb_ladder_rollup_get_all (row)->overall.median));
  vb_ladder_rollup_get_years (row, &n_years);
  g_assert_cmpuint (n_years, ==, 0);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/document/ladder-board/score", test_score },
    { "/document/ladder-board/levels", test_levels },
    { "/document/ladder-board/ends", test_ends },
    { "/document/ladder-board/previous", test_previous },
    { "/document/ladder-board/roll-up", test_roll_up },
    { "/document/ladder-board/withheld", test_withheld },
    { "/document/ladder-board/versions", test_versions },
    { "/document/ladder-board/nothing", test_nothing },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
