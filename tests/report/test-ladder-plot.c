/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawings of assessments say what the results say. */
#include <math.h>

#include "assessment-fixture.h"
#include "vb-ladder-plot.h"
#include "vb-profile.h"
#include "vb-ranking.h"
#include "vb-staircase.h"

static VbLadderResult *
make_result (VbLadder *ladder, const char *day, guint a, guint b, guint c)
{
  const guint steps[ASSESSMENT_FIXTURE_N_AREAS] = { a, b, c };
  g_autoptr (VbAssessment) assessment =
      assessment_fixture_assess (1, 3, ladder, VB_ROLE_GROUP_MANAGEMENT, day, 6, steps);

  return vb_ladder_board_score (assessment);
}

static void
assert_cell (VbDrawing *drawing, guint row, guint column, const char *expected)
{
  g_autofree char *cell = vb_drawing_dup_cell (drawing, row, column);

  g_assert_cmpstr (cell, ==, expected);
}

static void
test_staircase (void)
{
  g_autoptr (VbLadder) ladder = assessment_fixture_make_ladder ("1");
  g_autoptr (VbLadderResult) result = make_result (ladder, "2026-11-12", 2, 2, 4);
  g_autoptr (VbDrawing) stair = vb_ladder_staircase_new (result, "Ward 1");
  g_autofree char *readout = vb_drawing_dup_readout (stair, 1, 0);
  g_autofree char *description = vb_drawing_dup_description (stair);

  g_assert_true (VB_IS_STAIRCASE (stair));
  g_assert_cmpstr (vb_drawing_get_title (stair), ==, "Step 2 of 5 is reached: Step 1 2");
  g_assert_cmpstr (vb_drawing_get_subtitle (stair), ==, "Ward 1, management, 12 Nov 2026");
  g_assert_cmpstr (readout, ==, "Step 2, Step 1 2: reached, you are here. Step 1 2");
  g_assert_nonnull (
      g_strrstr (description, "6 statements remain to step 3, in Area A 0, Area B 0."));
  g_assert_cmpuint (vb_drawing_get_n_rows (stair), ==, 5);
  assert_cell (stair, 1, 1, "yes");
  assert_cell (stair, 2, 1, "no");
  assert_cell (stair, 2, 2, "–");
}

/* Nothing relevant, and nothing left. */
static void
test_staircase_ends (void)
{
  g_autoptr (VbLadder) ladder = assessment_fixture_make_ladder ("1");
  g_autoptr (VbLadderResult) nothing = make_result (ladder, "2026-11-12", 0, 0, 0);
  g_autoptr (VbLadderResult) all = make_result (ladder, "2026-11-12", 5, 5, 5);
  g_autofree char *none = vb_ladder_plot_dup_remains (nothing);
  g_autofree char *done = vb_ladder_plot_dup_remains (all);
  g_autoptr (VbDrawing) stair = vb_ladder_staircase_new (nothing, "Ward 1");

  g_assert_cmpstr (none, ==, "Nothing relevant has been answered.");
  g_assert_cmpstr (done, ==, "No step is left.");
  assert_cell (stair, 0, 1, "–");
}

static void
test_profile (void)
{
  g_autoptr (VbLadder) ladder = assessment_fixture_make_ladder ("1");
  g_autoptr (VbLadderResult) result = make_result (ladder, "2026-11-12", 2, 0, 4);
  g_autoptr (VbLadderResult) previous = make_result (ladder, "2025-11-12", 1, 1, 4);
  g_autoptr (VbLadderResult) same_year = make_result (ladder, "2026-02-01", 1, 1, 4);
  g_autoptr (VbDrawing) alone = vb_ladder_profile_new (result, NULL);
  g_autoptr (VbDrawing) both = vb_ladder_profile_new (result, previous);
  g_autoptr (VbDrawing) in_year = vb_ladder_profile_new (result, same_year);
  g_autofree char *title = vb_drawing_dup_column_title (both, 2);
  g_autofree char *day = vb_drawing_dup_column_title (in_year, 2);

  g_assert_cmpuint (vb_drawing_get_n_columns (alone), ==, 2);
  g_assert_cmpuint (vb_drawing_get_n_columns (both), ==, 3);
  g_assert_cmpstr (title, ==, "2025");
  g_assert_cmpstr (day, ==, "1 Feb 2026");
  assert_cell (both, 0, 0, "Area A 0");
  assert_cell (both, 0, 1, "2");
  assert_cell (both, 0, 2, "1");
  assert_cell (both, 1, 1, "–");
  g_assert_cmpint (vb_profile_get_row_id (VB_PROFILE (both), 2), ==, 2);
}

static void
test_spread (void)
{
  const guint low[ASSESSMENT_FIXTURE_N_AREAS] = { 2, 2, 3 };
  const guint high[ASSESSMENT_FIXTURE_N_AREAS] = { 3, 5, 4 };
  g_autoptr (VbLadder) ladder = assessment_fixture_make_ladder ("1");
  g_autoptr (VbUnit) root = assessment_fixture_make_tree ();
  g_autoptr (GListStore) assessments = g_list_store_new (VB_TYPE_ASSESSMENT);
  g_autoptr (VbAssessment) first =
      assessment_fixture_assess (1, 4, ladder, VB_ROLE_GROUP_MANAGEMENT, "2026-11-12", 6, low);
  g_autoptr (VbAssessment) second =
      assessment_fixture_assess (2, 6, ladder, VB_ROLE_GROUP_NURSES, "2026-10-12", 16, high);
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (VbLadderRollup) row = NULL;
  g_autoptr (VbDrawing) spread = NULL;
  g_autoptr (VbDrawing) counts = NULL;

  g_list_store_append (assessments, first);
  g_list_store_append (assessments, second);
  rows = vb_ladder_board_roll_up (G_LIST_MODEL (assessments), ladder, root, 5);
  row = g_list_model_get_item (rows, 0);
  spread = vb_ladder_spread_new (row);
  counts = vb_ladder_counts_new (row);

  g_assert_cmpstr (vb_drawing_get_subtitle (spread), ==, "Unit 1, the latest 2 assessments");
  assert_cell (spread, 0, 1, "2.5");
  assert_cell (spread, 0, 2, "2");
  assert_cell (spread, 0, 3, "3");
  /* The highest step first, as on a stair. */
  assert_cell (counts, 0, 0, "5 Step 1 5");
  assert_cell (counts, 0, 1, "0");
  assert_cell (counts, 2, 1, "1");
  g_assert_cmpint (vb_ranking_get_row_id (VB_RANKING (counts), 0), ==, 5);
}

/* What is withheld is not drawn either. */
static void
test_withheld (void)
{
  const guint steps[ASSESSMENT_FIXTURE_N_AREAS] = { 2, 2, 3 };
  g_autoptr (VbLadder) ladder = assessment_fixture_make_ladder ("1");
  g_autoptr (VbUnit) root = assessment_fixture_make_tree ();
  g_autoptr (GListStore) assessments = g_list_store_new (VB_TYPE_ASSESSMENT);
  g_autoptr (VbAssessment) small =
      assessment_fixture_assess (1, 4, ladder, VB_ROLE_GROUP_MANAGEMENT, "2026-11-12", 2, steps);
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (VbLadderRollup) row = NULL;
  g_autoptr (VbDrawing) spread = NULL;
  g_autoptr (VbDrawing) counts = NULL;

  g_list_store_append (assessments, small);
  rows = vb_ladder_board_roll_up (G_LIST_MODEL (assessments), ladder, root, 5);
  row = g_list_model_get_item (rows, 0);
  spread = vb_ladder_spread_new (row);
  counts = vb_ladder_counts_new (row);
  g_assert_cmpuint (vb_drawing_get_n_rows (spread), ==, 0);
  g_assert_cmpuint (vb_drawing_get_n_rows (counts), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/ladder-plot/staircase", test_staircase);
  g_test_add_func ("/report/ladder-plot/staircase-ends", test_staircase_ends);
  g_test_add_func ("/report/ladder-plot/profile", test_profile);
  g_test_add_func ("/report/ladder-plot/spread", test_spread);
  g_test_add_func ("/report/ladder-plot/withheld", test_withheld);
  return g_test_run ();
}
