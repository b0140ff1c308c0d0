/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder-board.h"

#include "vb-ladder-result-private.h"
#include "vb-ladder-score.h"

/* ---- the engine's input ---------------------------------------------------------------------- */

typedef struct
{
  VbLadderScoreInput input;
  guint8 *mandatory;
  VbLadderScoreItem *items;
} Scoring;

static void
scoring_init (Scoring *self, VbAssessment *assessment)
{
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  GListModel *areas = vb_ladder_get_areas (ladder);
  guint n_areas = g_list_model_get_n_items (areas);
  guint n_items = 0;

  self->mandatory = g_new (guint8, n_areas);
  self->items = g_new (VbLadderScoreItem, vb_ladder_get_n_statements (ladder));
  for (guint i = 0; i < n_areas; i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (areas, i);
      GListModel *statements = vb_ladder_area_get_statements (area);

      self->mandatory[i] = vb_ladder_area_get_mandatory (area);
      for (guint j = 0; j < g_list_model_get_n_items (statements); j++)
        {
          g_autoptr (VbLadderStatement) statement = g_list_model_get_item (statements, j);

          self->items[n_items++] =
              (VbLadderScoreItem){ .area = (guint16) i,
                                   .step = (guint8) vb_ladder_statement_get_step (statement),
                                   .level = (guint8) vb_ladder_statement_get_level (statement) };
        }
    }
  self->input = (VbLadderScoreInput){
    .n_areas = n_areas,
    .mandatory = self->mandatory,
    .n_steps = vb_ladder_get_n_steps (ladder),
    .n_items = n_items,
    .items = self->items,
    .answers = vb_assessment_get_answers (assessment),
    .at_least = vb_ladder_get_at_least (ladder),
    .share_yes = vb_ladder_get_share_yes (ladder),
  };
}

static void
scoring_clear (Scoring *self)
{
  g_free (self->mandatory);
  g_free (self->items);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scoring, scoring_clear)

static void
fill_area (VbLadderAreaFigures *figures,
           const VbLadderScoreInput *input,
           const VbLadderAreaScore *score,
           guint area)
{
  g_autoptr (VbLadderMissing) missing = vb_ladder_score_find_missing (input, area);

  figures->step = score->step;
  figures->hole = score->hole;
  for (guint step = 1; step <= input->n_steps; step++)
    figures->fulfilled[step] = score->states[step] == VB_LADDER_STEP_FULFILLED
                               || score->states[step] == VB_LADDER_STEP_NOT_RELEVANT;
  figures->n_statements = score->n_items;
  figures->n_answered = score->n_answered;
  figures->n_relevant = score->n_relevant;
  figures->mean_answer = score->mean_answer;
  figures->next_step = missing->step;
  figures->n_least = missing->n_least;
  figures->n_missing = missing->n_items;
  figures->missing = g_memdup2 (missing->items, missing->n_items * sizeof (guint));
}

VbLadderResult *
vb_ladder_board_score (VbAssessment *assessment)
{
  g_auto (Scoring) scoring = { 0 };
  VbLadderAreaFigures *areas;
  guint steps[VB_N_PLANNING_LEVELS];
  double mean = 0;

  g_return_val_if_fail (VB_IS_ASSESSMENT (assessment), NULL);

  scoring_init (&scoring, assessment);
  areas = g_new0 (VbLadderAreaFigures, scoring.input.n_areas);
  for (VbPlanningLevel level = 0; level < VB_N_PLANNING_LEVELS; level++)
    {
      g_autoptr (VbLadderScoreResult) score = vb_ladder_score_run (&scoring.input, level);

      steps[level] = score->step;
      if (level == VB_PLANNING_LEVEL_NONE)
        mean = score->mean;
      for (guint i = 0; i < scoring.input.n_areas; i++)
        {
          areas[i].level_steps[level] = score->areas[i].step;
          if (level == VB_PLANNING_LEVEL_NONE)
            fill_area (&areas[i], &scoring.input, &score->areas[i], i);
        }
    }
  return vb_ladder_result_new (assessment, steps, mean, areas);
}

guint
vb_ladder_board_score_steps (VbAssessment *assessment, guint8 *area_steps)
{
  g_auto (Scoring) scoring = { 0 };
  g_autoptr (VbLadderScoreResult) score = NULL;

  g_return_val_if_fail (VB_IS_ASSESSMENT (assessment), 0);

  scoring_init (&scoring, assessment);
  score = vb_ladder_score_run (&scoring.input, VB_PLANNING_LEVEL_NONE);
  for (guint i = 0; i < score->n_areas; i++)
    area_steps[i] = score->areas[i].step;
  return score->step;
}

/* ---- which belong together ------------------------------------------------------------------- */

VbAssessment *
vb_ladder_board_find_previous (GListModel *assessments, VbAssessment *assessment)
{
  VbAssessment *found = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (assessments), NULL);
  g_return_val_if_fail (VB_IS_ASSESSMENT (assessment), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (VbAssessment) other = g_list_model_get_item (assessments, i);

      if (vb_assessment_get_state (other) != VB_ASSESSMENT_DONE
          || vb_assessment_get_unit_id (other) != vb_assessment_get_unit_id (assessment)
          || vb_assessment_get_ladder (other) != vb_assessment_get_ladder (assessment)
          || vb_assessment_get_role (other) != vb_assessment_get_role (assessment)
          || vb_assessment_get_day (other) >= vb_assessment_get_day (assessment))
        continue;
      if (found == NULL || vb_assessment_get_day (other) > vb_assessment_get_day (found))
        found = other;
    }
  return found;
}

static void
collect_ids (VbUnit *unit, GHashTable *ids)
{
  GListModel *children = vb_unit_get_children (unit);
  gint64 id = vb_unit_get_id (unit);

  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      collect_ids (child, ids);
    }
}

GPtrArray *
vb_ladder_board_list_ladders (GListModel *assessments, VbUnit *unit)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GPtrArray *ladders = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (assessments), ladders);
  g_return_val_if_fail (VB_IS_UNIT (unit), ladders);

  collect_ids (unit, ids);
  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (VbAssessment) assessment = g_list_model_get_item (assessments, i);
      VbLadder *ladder = vb_assessment_get_ladder (assessment);
      gint64 id = vb_assessment_get_unit_id (assessment);

      if (vb_assessment_get_state (assessment) == VB_ASSESSMENT_DONE
          && g_hash_table_contains (ids, &id) && !g_ptr_array_find (ladders, ladder, NULL))
        g_ptr_array_add (ladders, g_object_ref (ladder));
    }
  return ladders;
}
