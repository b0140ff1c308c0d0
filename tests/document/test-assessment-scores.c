/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What random answers, given through the document, add up to: against oracles that are slow and
 * know nothing of the engine. The seed is printed; --seed=… runs it again. */
#include <math.h>

#include "document-fixture.h"
#include "vb-ladder-board.h"
#include "vb-document-ladders.h"
#include "vb-random.h"

#define N_ROUNDS 40
#define MAX_PER_STEP 4
#define DAY vb_day_from_ymd (2025, 1, 1)

static VbRandom dice;

static guint
below (guint n)
{
  return vb_random_below (&dice, n);
}

/* ---- ladders --------------------------------------------------------------------------------- */

static VbLadderArea *
make_area (guint index, guint n_steps)
{
  g_autofree char *id = g_strdup_printf ("area%u", index);
  VbBilingual text = { id, NULL };
  VbLadderArea *area = vb_ladder_area_new (id, &text);
  guint last = 2 + below (n_steps - 1);

  for (guint step = 2; step <= last; step++)
    for (guint i = 0, n = 1 + below (MAX_PER_STEP); i < n; i++)
      {
        g_autofree char *key = g_strdup_printf ("%s-%u-%u", id, step, i);
        g_autoptr (VbLadderStatement) statement = vb_ladder_statement_new (
            key, step, (VbPlanningLevel) below (VB_N_PLANNING_LEVELS), &text, &text);

        vb_ladder_area_add_statement (area, statement);
      }
  vb_ladder_area_set_mandatory (area, index == 0 || below (3) > 0);
  return area;
}

static VbLadder *
make_random_ladder (guint version)
{
  g_autofree char *name = g_strdup_printf ("%u", version);
  guint n_steps = 2 + below (5);
  VbLadder *ladder = vb_ladder_new ("random", name, n_steps);

  for (guint i = 0, n = 1 + below (4); i < n; i++)
    {
      g_autoptr (VbLadderArea) area = make_area (i, n_steps);

      vb_ladder_add_area (ladder, area);
    }
  vb_ladder_set_rule (ladder, (VbAnswer) (VB_ANSWER_PARTLY + below (3)), below (5) / 4.0);
  return ladder;
}

/* ---- the oracle of one assessment ------------------------------------------------------------ */

typedef struct
{
  guint n_relevant;
  guint n_fit; /* at least what the rule asks */
  guint n_yes;
} Tally;

/* @mask: those of the step's statements that are taken for a yes, a bit each. */
static Tally
tally (VbAssessment *assessment, VbLadderArea *area, guint step, VbPlanningLevel level, guint mask)
{
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  GListModel *statements = vb_ladder_area_get_statements (area);
  Tally all = { 0 };
  guint bit = 0;

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (VbLadderStatement) statement = g_list_model_get_item (statements, i);
      VbAnswer answer =
          vb_assessment_get_answer (assessment, vb_ladder_statement_get_id (statement));

      if (vb_ladder_statement_get_step (statement) != step)
        continue;
      if (mask & 1u << bit++)
        answer = VB_ANSWER_YES;
      if (answer == VB_ANSWER_NOT_RELEVANT
          || (level != VB_PLANNING_LEVEL_NONE
              && vb_ladder_statement_get_level (statement) != level))
        continue;
      all.n_relevant++;
      all.n_fit += answer >= vb_ladder_get_at_least (ladder);
      all.n_yes += answer == VB_ANSWER_YES;
    }
  return all;
}

/* Shares are whole fourths here, so that no rounding comes into it. */
static gboolean
passes (VbLadder *ladder, Tally all)
{
  guint fourths = (guint) (vb_ladder_get_share_yes (ladder) * 4);

  return all.n_fit == all.n_relevant && all.n_yes * 4 >= all.n_relevant * fourths;
}

static guint
find_step (VbAssessment *assessment, VbLadderArea *area, VbPlanningLevel level)
{
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  guint last = vb_ladder_area_get_last_step (area);
  gboolean any = FALSE;

  for (guint step = 2; step <= last; step++)
    any = any || tally (assessment, area, step, level, 0).n_relevant > 0;
  if (!any)
    return 0;
  for (guint reached = last; reached > 1; reached--)
    {
      gboolean all_below = TRUE;

      for (guint step = 2; step <= reached; step++)
        all_below = all_below && passes (ladder, tally (assessment, area, step, level, 0));
      if (all_below)
        return reached;
    }
  return 1;
}

/* The lowest step that does not pass below one that has answers and passes. */
static guint
find_hole (VbAssessment *assessment, VbLadderArea *area)
{
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  guint last = vb_ladder_area_get_last_step (area);

  for (guint step = 2; step <= last; step++)
    {
      if (passes (ladder, tally (assessment, area, step, VB_PLANNING_LEVEL_NONE, 0)))
        continue;
      for (guint above = step + 1; above <= last; above++)
        {
          Tally all = tally (assessment, area, above, VB_PLANNING_LEVEL_NONE, 0);

          if (all.n_relevant > 0 && passes (ladder, all))
            return step;
        }
      return 0;
    }
  return 0;
}

/* The fewest statements of @step that have to become yes, by trying all ways. */
static guint
find_least (VbAssessment *assessment, VbLadderArea *area, guint step)
{
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  guint least = G_MAXUINT;

  for (guint mask = 0; mask < 1u << MAX_PER_STEP; mask++)
    if (passes (ladder, tally (assessment, area, step, VB_PLANNING_LEVEL_NONE, mask)))
      least = MIN (least, (guint) __builtin_popcount (mask));
  return least;
}

static void
compare_area (VbAssessment *assessment, VbLadderArea *area, const VbLadderAreaFigures *figures)
{
  for (VbPlanningLevel level = 0; level < VB_N_PLANNING_LEVELS; level++)
    g_assert_cmpuint (figures->level_steps[level], ==, find_step (assessment, area, level));
  g_assert_cmpuint (figures->step, ==, figures->level_steps[VB_PLANNING_LEVEL_NONE]);
  g_assert_cmpuint (figures->hole, ==, find_hole (assessment, area));
  if (figures->step == 0 || figures->step == vb_ladder_area_get_last_step (area))
    {
      g_assert_cmpuint (figures->next_step, ==, 0);
      return;
    }
  g_assert_cmpuint (figures->next_step, ==, figures->step + 1);
  g_assert_cmpuint (figures->n_least, ==, find_least (assessment, area, figures->next_step));
}

static void
compare (VbAssessment *assessment)
{
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  GListModel *areas = vb_ladder_get_areas (ladder);
  g_autoptr (VbLadderResult) result = vb_ladder_board_score (assessment);
  g_autofree guint8 *steps = g_new0 (guint8, g_list_model_get_n_items (areas));
  guint lowest = G_MAXUINT;
  guint sum = 0;
  guint n = 0;

  g_assert_cmpuint (vb_ladder_board_score_steps (assessment, steps), ==,
                    vb_ladder_result_get_step (result, VB_PLANNING_LEVEL_NONE));
  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (areas, i);
      guint step = find_step (assessment, area, VB_PLANNING_LEVEL_NONE);

      compare_area (assessment, area, vb_ladder_result_get_area (result, i));
      g_assert_cmpuint (steps[i], ==, step);
      if (step == 0 || !vb_ladder_area_get_mandatory (area))
        continue;
      lowest = MIN (lowest, step);
      sum += step;
      n++;
    }
  g_assert_cmpuint (vb_ladder_result_get_step (result, VB_PLANNING_LEVEL_NONE), ==,
                    n > 0 ? lowest : 0);
  if (n > 0)
    g_assert_cmpfloat (fabs (vb_ladder_result_get_mean (result) - (double) sum / n), <, 1e-12);
  else
    g_assert_true (isnan (vb_ladder_result_get_mean (result)));
}

/* Mostly good answers, or no step would ever be reached. */
static VbAnswer
draw_answer (void)
{
  static const VbAnswer likely[] = { VB_ANSWER_YES, VB_ANSWER_YES, VB_ANSWER_YES,
                                     VB_ANSWER_MOSTLY };

  return below (4) > 0 ? likely[below (G_N_ELEMENTS (likely))] : (VbAnswer) below (VB_N_ANSWERS);
}

static void
answer_all (VbDocument *document, gint64 id)
{
  VbLadder *ladder = vb_assessment_get_ladder (vb_document_get_assessment (document, id));
  gboolean nothing = below (10) == 0; /* is relevant */
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < vb_ladder_get_n_statements (ladder); i++)
    {
      const char *statement = vb_ladder_statement_get_id (vb_ladder_get_statement (ladder, i));

      g_assert_true (vb_document_set_answer (
          document, id, statement, nothing ? VB_ANSWER_NOT_RELEVANT : draw_answer (), &error));
      g_assert_no_error (error);
    }
}

static void
test_scores (void)
{
  g_autoptr (VbDocument) document = new_document ();
  gint64 ward = add_unit (document, 0, VB_UNIT_WARD, "Ward", NULL);
  g_autoptr (GFile) file = new_file ();
  g_autoptr (VbDocument) again = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *assessments;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (VbLadder) ladder = make_random_ladder (round);
      gint64 id = vb_document_start_assessment (document, ward, ladder, VB_ROLE_GROUP_NURSES,
                                                DAY + (VbDay) round, 5, &error);

      g_assert_no_error (error);
      answer_all (document, id);
      compare (vb_document_get_assessment (document, id));
    }
  save_as (document, file);
  again = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  assessments = vb_document_get_assessments (again);
  g_assert_cmpuint (g_list_model_get_n_items (assessments), ==, N_ROUNDS);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (VbAssessment) assessment = g_list_model_get_item (assessments, i);

      compare (assessment);
      g_assert_true (vb_assessment_equal (
          assessment, vb_document_get_assessment (document, vb_assessment_get_id (assessment))));
    }
  vb_document_close (again);
  vb_document_close (document);
}

/* ---- the oracle of a tree -------------------------------------------------------------------- */

static gboolean
is_within (VbUnit *unit, VbUnit *tree)
{
  for (; unit != NULL; unit = vb_unit_get_parent (unit))
    if (unit == tree)
      return TRUE;
  return FALSE;
}

static gboolean
counts_in (VbDocument *document, VbAssessment *assessment, VbLadderRollup *row)
{
  VbUnit *unit = vb_document_get_unit (document, vb_assessment_get_unit_id (assessment));

  return vb_assessment_get_state (assessment) == VB_ASSESSMENT_DONE
         && vb_assessment_get_ladder (assessment) == vb_ladder_rollup_get_ladder (row)
         && is_within (unit, vb_ladder_rollup_get_unit (row));
}

/* Whether the same unit and role group has a later one that counts. */
static gboolean
is_superseded (VbDocument *document, VbAssessment *assessment, VbLadderRollup *row)
{
  GListModel *assessments = vb_document_get_assessments (document);

  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (VbAssessment) other = g_list_model_get_item (assessments, i);

      if (counts_in (document, other, row)
          && vb_assessment_get_unit_id (other) == vb_assessment_get_unit_id (assessment)
          && vb_assessment_get_role (other) == vb_assessment_get_role (assessment)
          && vb_assessment_get_day (other) > vb_assessment_get_day (assessment))
        return TRUE;
    }
  return FALSE;
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

static void
compare_row (VbDocument *document, VbLadderRollup *row)
{
  GListModel *assessments = vb_document_get_assessments (document);
  const VbLadderGroup *all = vb_ladder_rollup_get_all (row);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_assessments = 0;
  guint n_latest = 0;
  guint n_participants = 0;

  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (VbAssessment) assessment = g_list_model_get_item (assessments, i);
      g_autoptr (VbLadderResult) result = vb_ladder_board_score (assessment);
      guint step = vb_ladder_result_get_step (result, VB_PLANNING_LEVEL_NONE);

      if (!counts_in (document, assessment, row))
        continue;
      n_assessments++;
      if (is_superseded (document, assessment, row))
        continue;
      n_latest++;
      n_participants += vb_assessment_get_participants (assessment);
      if (step > 0)
        g_array_append_val (steps, step);
    }
  g_array_sort (steps, compare_steps);
  g_assert_cmpuint (vb_ladder_rollup_get_n_assessments (row), ==, n_assessments);
  g_assert_cmpuint (all->n_assessments, ==, n_latest);
  g_assert_cmpuint (all->n_participants, ==, n_participants);
  g_assert_false (all->withheld);
  g_assert_cmpuint (all->overall.n, ==, steps->len);
  if (steps->len == 0)
    return;
  g_assert_cmpuint (all->overall.lowest, ==, g_array_index (steps, guint, 0));
  g_assert_cmpuint (all->overall.highest, ==, g_array_index (steps, guint, steps->len - 1));
  g_assert_cmpfloat (all->overall.median, ==,
                     (g_array_index (steps, guint, (steps->len - 1) / 2)
                      + g_array_index (steps, guint, steps->len / 2))
                         / 2.0);
}

static void
test_roll_up (void)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbLadder) ladder = make_random_ladder (1);
  g_autoptr (VbLadder) other = make_random_ladder (2);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) rows = NULL;
  gint64 units[10];
  guint n_rows;

  units[0] = add_unit (document, 0, VB_UNIT_REGION, "Region", NULL);
  for (guint i = 1; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *name = g_strdup_printf ("Unit %u", i);

      units[i] = add_unit (document, units[below (i)], VB_UNIT_WARD, name, NULL);
    }
  for (guint i = 0; i < 60; i++)
    {
      gint64 id = vb_document_start_assessment (
          document, units[below (8)], below (5) > 0 ? ladder : other,
          (VbRoleGroup) below (VB_N_ROLE_GROUPS), DAY + (VbDay) i * 20, 1 + below (9), &error);

      g_assert_no_error (error);
      answer_all (document, id);
      if (below (6) > 0)
        g_assert_true (vb_document_finish_assessment (document, id, &error));
    }
  rows = vb_ladder_board_roll_up (vb_document_get_assessments (document),
                                  vb_document_find_ladder (document, "random", "1"),
                                  vb_document_get_unit (document, units[0]), 1);
  n_rows = g_list_model_get_n_items (rows);
  g_assert_cmpuint (n_rows, >, 2);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (VbLadderRollup) row = g_list_model_get_item (rows, i);

      compare_row (document, row);
    }
  vb_document_close (document);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  vb_random_init (&dice, (guint64) g_test_rand_int (), 0);
  g_test_add_func ("/document/assessment-scores/one", test_scores);
  g_test_add_func ("/document/assessment-scores/roll-up", test_roll_up);
  return test_run ();
}
