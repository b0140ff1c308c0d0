/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder-score.h"

#include <math.h>

#define N_AREAS 3
#define N_STEPS 5
#define N_ITEMS (N_AREAS * (N_STEPS - 1) * 3)

typedef struct
{
  VbLadderScoreInput input;
  guint8 mandatory[N_AREAS];
  VbLadderScoreItem items[N_ITEMS];
  guint8 answers[N_ITEMS];
} Fixture;

/* Three areas; three statements a step, one a level, in the order of area and step. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  guint i = 0;

  for (guint area = 0; area < N_AREAS; area++)
    {
      fixture->mandatory[area] = 1;
      for (guint step = 2; step <= N_STEPS; step++)
        for (guint level = 1; level < VB_N_PLANNING_LEVELS; level++)
          fixture->items[i++] = (VbLadderScoreItem){ .area = area, .step = step, .level = level };
    }
  fixture->input = (VbLadderScoreInput){
    .n_areas = N_AREAS,
    .mandatory = fixture->mandatory,
    .n_steps = N_STEPS,
    .n_items = N_ITEMS,
    .items = fixture->items,
    .answers = fixture->answers,
    .at_least = VB_ANSWER_MOSTLY,
    .share_yes = 0.5,
  };
}

static void
answer_all (Fixture *fixture, VbAnswer answer)
{
  for (guint i = 0; i < N_ITEMS; i++)
    fixture->answers[i] = answer;
}

static void
answer_step (Fixture *fixture, guint area, guint step, VbAnswer answer)
{
  for (guint i = 0; i < N_ITEMS; i++)
    if (fixture->items[i].area == area && fixture->items[i].step == step)
      fixture->answers[i] = answer;
}

static VbLadderScoreResult *
run (Fixture *fixture)
{
  return vb_ladder_score_run (&fixture->input, VB_PLANNING_LEVEL_NONE);
}

static void
test_all_yes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbLadderScoreResult) result = NULL;

  answer_all (fixture, VB_ANSWER_YES);
  result = run (fixture);
  g_assert_cmpint (result->step, ==, 5);
  g_assert_cmpfloat (result->mean, ==, 5);
  g_assert_cmpint (result->n_answered, ==, N_ITEMS);
  for (guint area = 0; area < N_AREAS; area++)
    {
      g_autoptr (VbLadderMissing) missing = vb_ladder_score_find_missing (&fixture->input, area);

      g_assert_cmpint (result->areas[area].step, ==, 5);
      g_assert_cmpint (result->areas[area].hole, ==, 0);
      g_assert_cmpfloat (result->areas[area].mean_answer, ==, 3);
      g_assert_cmpint (missing->step, ==, 0);
      g_assert_cmpint (missing->n_items, ==, 0);
    }
}

static void
test_all_no (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbLadderScoreResult) result = NULL;

  answer_all (fixture, VB_ANSWER_NO);
  result = run (fixture);
  g_assert_cmpint (result->step, ==, 1);
  g_assert_cmpfloat (result->mean, ==, 1);
  g_assert_cmpint (result->areas[0].hole, ==, 0);
  g_assert_cmpint (result->areas[0].states[1], ==, VB_LADDER_STEP_FULFILLED);
  g_assert_cmpint (result->areas[0].states[2], ==, VB_LADDER_STEP_UNFULFILLED);
  g_assert_cmpfloat (result->areas[0].mean_answer, ==, 0);
}

static void
test_unanswered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbLadderScoreResult) result = run (fixture);

  g_assert_cmpint (result->step, ==, 1);
  g_assert_cmpint (result->n_answered, ==, 0);
  g_assert_cmpint (result->areas[0].n_relevant, ==, 12);
  g_assert_true (isnan (result->areas[0].mean_answer));

  /* One statement left open keeps its step back, as a no does. */
  answer_all (fixture, VB_ANSWER_YES);
  fixture->answers[3] = VB_ANSWER_NONE;
  g_clear_pointer (&result, vb_ladder_score_result_free);
  result = run (fixture);
  g_assert_cmpint (result->areas[0].step, ==, 2);
  g_assert_cmpint (result->areas[0].n_answered, ==, 11);
}

/* The rule at its edges: two of three yes and one mostly pass, one of three yes does not; one
 * partly never passes. */
static void
test_rule (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    VbAnswer answers[3];
    guint step;
  } cases[] = {
    { { VB_ANSWER_YES, VB_ANSWER_YES, VB_ANSWER_MOSTLY }, 2 },
    { { VB_ANSWER_YES, VB_ANSWER_MOSTLY, VB_ANSWER_MOSTLY }, 1 },
    { { VB_ANSWER_YES, VB_ANSWER_YES, VB_ANSWER_PARTLY }, 1 },
    { { VB_ANSWER_YES, VB_ANSWER_MOSTLY, VB_ANSWER_NOT_RELEVANT }, 2 },
    { { VB_ANSWER_MOSTLY, VB_ANSWER_MOSTLY, VB_ANSWER_NOT_RELEVANT }, 1 },
    { { VB_ANSWER_YES, VB_ANSWER_NOT_RELEVANT, VB_ANSWER_NOT_RELEVANT }, 2 },
  };

  answer_all (fixture, VB_ANSWER_NO);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VbLadderScoreResult) result = NULL;

      for (guint j = 0; j < 3; j++)
        fixture->answers[j] = cases[i].answers[j];
      result = run (fixture);
      g_assert_cmpint (result->areas[0].step, ==, cases[i].step);
    }

  /* Another rule: everything at least partly, no yes asked for. */
  answer_all (fixture, VB_ANSWER_PARTLY);
  fixture->input.at_least = VB_ANSWER_PARTLY;
  fixture->input.share_yes = 0;
  {
    g_autoptr (VbLadderScoreResult) result = run (fixture);

    g_assert_cmpint (result->step, ==, 5);
  }
}

static void
test_hole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbLadderScoreResult) result = NULL;
  g_autoptr (VbLadderMissing) missing = NULL;

  answer_all (fixture, VB_ANSWER_YES);
  answer_step (fixture, 1, 2, VB_ANSWER_NO);
  result = run (fixture);
  g_assert_cmpint (result->areas[1].step, ==, 1);
  g_assert_cmpint (result->areas[1].hole, ==, 2);
  g_assert_cmpint (result->areas[1].states[5], ==, VB_LADDER_STEP_FULFILLED);
  g_assert_cmpint (result->areas[0].hole, ==, 0);
  g_assert_cmpint (result->step, ==, 1);
  g_assert_cmpfloat_with_epsilon (result->mean, 11.0 / 3, 1e-12);

  missing = vb_ladder_score_find_missing (&fixture->input, 1);
  g_assert_cmpint (missing->step, ==, 2);
  g_assert_cmpint (missing->n_below, ==, 3);
  g_assert_cmpint (missing->n_more_yes, ==, 2);
  g_assert_cmpint (missing->n_least, ==, 3);
  g_assert_cmpint (missing->n_items, ==, 3);
  g_assert_cmpint (missing->items[0], ==, 12);
}

/* Unfulfilled steps with nothing but irrelevant ones above make no hole. */
static void
test_not_relevant (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbLadderScoreResult) result = NULL;

  answer_all (fixture, VB_ANSWER_YES);
  answer_step (fixture, 0, 2, VB_ANSWER_NOT_RELEVANT);
  answer_step (fixture, 1, 3, VB_ANSWER_NO);
  answer_step (fixture, 1, 4, VB_ANSWER_NOT_RELEVANT);
  answer_step (fixture, 1, 5, VB_ANSWER_NOT_RELEVANT);
  for (guint step = 2; step <= N_STEPS; step++)
    answer_step (fixture, 2, step, VB_ANSWER_NOT_RELEVANT);

  result = run (fixture);
  g_assert_cmpint (result->areas[0].step, ==, 5);
  g_assert_cmpint (result->areas[0].states[2], ==, VB_LADDER_STEP_NOT_RELEVANT);
  g_assert_cmpint (result->areas[1].step, ==, 2);
  g_assert_cmpint (result->areas[1].hole, ==, 0);
  g_assert_cmpint (result->areas[2].step, ==, 0);
  g_assert_true (isnan (result->areas[2].mean_answer));
  g_assert_cmpint (result->step, ==, 2);
  g_assert_cmpfloat (result->mean, ==, 3.5);

  /* Nothing relevant anywhere: no step at all. */
  answer_all (fixture, VB_ANSWER_NOT_RELEVANT);
  g_clear_pointer (&result, vb_ladder_score_result_free);
  result = run (fixture);
  g_assert_cmpint (result->step, ==, 0);
  g_assert_true (isnan (result->mean));
}

static void
test_mandatory (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbLadderScoreResult) result = NULL;

  answer_all (fixture, VB_ANSWER_YES);
  answer_step (fixture, 2, 4, VB_ANSWER_NO);
  fixture->mandatory[2] = 0;
  result = run (fixture);
  g_assert_cmpint (result->areas[2].step, ==, 3);
  g_assert_cmpint (result->areas[2].hole, ==, 4);
  g_assert_cmpint (result->step, ==, 5);
  g_assert_cmpfloat (result->mean, ==, 5);
}

static void
test_levels (Fixture *fixture, gconstpointer data)
{
  answer_all (fixture, VB_ANSWER_NO);
  for (guint i = 0; i < N_ITEMS; i++)
    if (fixture->items[i].level == VB_PLANNING_LEVEL_STRATEGIC
        || (fixture->items[i].level == VB_PLANNING_LEVEL_TACTICAL && fixture->items[i].step < 4))
      fixture->answers[i] = VB_ANSWER_YES;

  {
    static const guint steps[VB_N_PLANNING_LEVELS] = { 1, 5, 3, 1 };

    for (guint level = 0; level < VB_N_PLANNING_LEVELS; level++)
      {
        g_autoptr (VbLadderScoreResult) result = vb_ladder_score_run (&fixture->input, level);

        g_assert_cmpint (result->step, ==, steps[level]);
        g_assert_cmpint (result->n_items, ==, level == 0 ? N_ITEMS : N_ITEMS / 3);
      }
  }
}

/* An area that ends early is never scored above its last step, nor is a level of it; a level
 * without statements has no step. */
static void
test_short_area (void)
{
  static const VbLadderScoreItem items[] = {
    { 0, 2, VB_PLANNING_LEVEL_TACTICAL },
    { 0, 3, VB_PLANNING_LEVEL_STRATEGIC },
    { 1, 2, VB_PLANNING_LEVEL_TACTICAL },
    { 1, 4, VB_PLANNING_LEVEL_TACTICAL },
  };
  static const guint8 mandatory[] = { 1, 1, 1 };
  static const guint8 answers[] = { VB_ANSWER_YES, VB_ANSWER_YES, VB_ANSWER_YES, VB_ANSWER_YES };
  const VbLadderScoreInput input = {
    .n_areas = 3,
    .mandatory = mandatory,
    .n_steps = 5,
    .n_items = G_N_ELEMENTS (items),
    .items = items,
    .answers = answers,
    .at_least = VB_ANSWER_MOSTLY,
    .share_yes = 0.5,
  };
  g_autoptr (VbLadderScoreResult) all = vb_ladder_score_run (&input, VB_PLANNING_LEVEL_NONE);
  g_autoptr (VbLadderScoreResult) tactical =
      vb_ladder_score_run (&input, VB_PLANNING_LEVEL_TACTICAL);
  g_autoptr (VbLadderScoreResult) operational =
      vb_ladder_score_run (&input, VB_PLANNING_LEVEL_OPERATIONAL);

  g_assert_cmpint (all->areas[0].step, ==, 3);
  g_assert_cmpint (all->areas[0].last_step, ==, 3);
  g_assert_cmpint (all->areas[0].states[4], ==, VB_LADDER_STEP_UNDESCRIBED);
  g_assert_cmpint (all->areas[1].step, ==, 4);
  g_assert_cmpint (all->areas[2].step, ==, 0);
  g_assert_cmpint (all->areas[2].last_step, ==, 1);
  g_assert_cmpint (all->step, ==, 3);
  g_assert_cmpint (tactical->areas[0].step, ==, 3);
  g_assert_cmpint (operational->step, ==, 0);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbLadderMissing) missing = NULL;

  answer_all (fixture, VB_ANSWER_YES);
  /* Step 3 of area 0: nothing is too low, but only one of three is yes. */
  fixture->answers[3] = VB_ANSWER_MOSTLY;
  fixture->answers[5] = VB_ANSWER_MOSTLY;
  missing = vb_ladder_score_find_missing (&fixture->input, 0);
  g_assert_cmpint (missing->step, ==, 3);
  g_assert_cmpint (missing->n_below, ==, 0);
  g_assert_cmpint (missing->n_more_yes, ==, 1);
  g_assert_cmpint (missing->n_least, ==, 1);
  g_assert_cmpint (missing->n_items, ==, 2);
  g_assert_cmpint (missing->items[0], ==, 3);
  g_assert_cmpint (missing->items[1], ==, 5);
  g_clear_pointer (&missing, vb_ladder_missing_free);

  /* One too low among enough yes: only that one. */
  fixture->answers[3] = VB_ANSWER_YES;
  fixture->answers[5] = VB_ANSWER_PARTLY;
  missing = vb_ladder_score_find_missing (&fixture->input, 0);
  g_assert_cmpint (missing->n_below, ==, 1);
  g_assert_cmpint (missing->n_more_yes, ==, 0);
  g_assert_cmpint (missing->n_items, ==, 1);
  g_assert_cmpint (missing->items[0], ==, 5);
}

/* ---- a slow oracle that shares nothing with the engine but the words of the rule --------------
 */

static gboolean
oracle_passes (
    const VbLadderScoreInput *input, guint area, guint step, guint level, gboolean *relevant)
{
  guint n = 0;
  guint yes = 0;
  gboolean low = FALSE;

  for (guint i = 0; i < input->n_items; i++)
    {
      if (input->items[i].area != area || input->items[i].step != step)
        continue;
      if (level != 0 && input->items[i].level != level)
        continue;
      if (input->answers[i] == VB_ANSWER_NOT_RELEVANT)
        continue;
      n++;
      if (input->answers[i] == VB_ANSWER_YES)
        yes++;
      else if (input->answers[i] != VB_ANSWER_MOSTLY)
        low = TRUE;
    }
  *relevant = n > 0;
  return n == 0 || (!low && 2 * yes >= n);
}

static guint
oracle_step (const VbLadderScoreInput *input, guint area, guint level, guint *hole)
{
  guint reached = 0;
  gboolean any = FALSE;

  *hole = 0;
  for (guint top = 1; top <= input->n_steps; top++)
    {
      gboolean all = TRUE;
      gboolean relevant;

      for (guint step = 2; step <= top; step++)
        {
          if (!oracle_passes (input, area, step, level, &relevant))
            all = FALSE;
          any |= relevant;
        }
      if (all)
        reached = top;
    }
  if (!any)
    return 0;

  for (guint low = input->n_steps; low >= 2; low--)
    for (guint high = low + 1; high <= input->n_steps; high++)
      {
        gboolean relevant;
        gboolean ignored;

        if (!oracle_passes (input, area, low, level, &ignored)
            && oracle_passes (input, area, high, level, &relevant) && relevant)
          *hole = low;
      }
  return reached;
}

static void
check_against_oracle (Fixture *fixture)
{
  for (guint level = 0; level < VB_N_PLANNING_LEVELS; level++)
    {
      g_autoptr (VbLadderScoreResult) result = vb_ladder_score_run (&fixture->input, level);
      guint lowest = 0;
      double sum = 0;
      guint n = 0;

      for (guint area = 0; area < N_AREAS; area++)
        {
          guint hole;
          guint step = oracle_step (&fixture->input, area, level, &hole);

          g_assert_cmpint (result->areas[area].step, ==, step);
          g_assert_cmpint (result->areas[area].hole, ==, hole);
          if (step == 0 || !fixture->mandatory[area])
            continue;
          if (lowest == 0 || step < lowest)
            lowest = step;
          sum += step;
          n++;
        }
      g_assert_cmpint (result->step, ==, lowest);
      if (n > 0)
        g_assert_cmpfloat_with_epsilon (result->mean, sum / n, 1e-12);
      else
        g_assert_true (isnan (result->mean));
    }
}

/* Raising what is said to be missing raises the step, and anything less does not. */
static void
check_missing (Fixture *fixture, guint area)
{
  g_autoptr (VbLadderMissing) missing = vb_ladder_score_find_missing (&fixture->input, area);
  guint8 before[N_ITEMS];
  guint hole;
  guint step = oracle_step (&fixture->input, area, 0, &hole);

  if (missing->step == 0)
    {
      g_assert_true (step == 0 || step == N_STEPS);
      return;
    }
  g_assert_cmpint (missing->step, ==, step + 1);
  g_assert_cmpint (missing->n_items, >=, missing->n_least);

  memcpy (before, fixture->answers, sizeof before);
  for (guint i = 0; i < missing->n_below; i++)
    fixture->answers[missing->items[i]] = VB_ANSWER_MOSTLY;
  for (guint i = 0; i < missing->n_more_yes; i++)
    fixture->answers[missing->items[i]] = VB_ANSWER_YES;
  g_assert_cmpint (oracle_step (&fixture->input, area, 0, &hole), >, step);

  memcpy (fixture->answers, before, sizeof before);
  for (guint i = 0; i + 1 < missing->n_least; i++)
    fixture->answers[missing->items[i]] = VB_ANSWER_YES;
  g_assert_cmpint (oracle_step (&fixture->input, area, 0, &hole), ==, step);
  memcpy (fixture->answers, before, sizeof before);
}

static void
test_oracle (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 5000; round++)
    {
      /* From mostly low to mostly high answers, so that every step is met. */
      int good = g_test_rand_int_range (0, 100);

      for (guint i = 0; i < N_ITEMS; i++)
        {
          if (g_test_rand_int_range (0, 100) < good)
            fixture->answers[i] = g_test_rand_int_range (VB_ANSWER_MOSTLY, VB_N_ANSWERS);
          else
            fixture->answers[i] = g_test_rand_int_range (VB_ANSWER_NONE, VB_N_ANSWERS);
        }
      if (round % 7 == 0)
        answer_step (fixture, round % N_AREAS, 2 + round % 4, VB_ANSWER_NOT_RELEVANT);
      for (guint area = 0; area < N_AREAS; area++)
        fixture->mandatory[area] = g_test_rand_int_range (0, 4) > 0;

      check_against_oracle (fixture);
      for (guint area = 0; area < N_AREAS; area++)
        check_missing (fixture, area);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/engine/ladder-score/" path, Fixture, NULL, set_up, func, NULL)
  ADD ("all-yes", test_all_yes);
  ADD ("all-no", test_all_no);
  ADD ("unanswered", test_unanswered);
  ADD ("rule", test_rule);
  ADD ("hole", test_hole);
  ADD ("not-relevant", test_not_relevant);
  ADD ("mandatory", test_mandatory);
  ADD ("levels", test_levels);
  ADD ("missing", test_missing);
  ADD ("oracle", test_oracle);
#undef ADD
  g_test_add_func ("/engine/ladder-score/short-area", test_short_area);
  return g_test_run ();
}
