/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder-score.h"

#include <math.h>

/* The answers of one step of one area. */
typedef struct
{
  guint n_items;
  guint n_relevant;
  guint n_below; /* of the relevant, less than at_least */
  guint n_yes;
} StepCount;

static gboolean
is_valid (const VbLadderScoreInput *input)
{
  if (input->n_steps < 2 || input->n_steps > VB_LADDER_MAX_STEPS)
    return FALSE;
  if (input->at_least < VB_ANSWER_PARTLY || input->at_least > VB_ANSWER_YES)
    return FALSE;
  if (!(input->share_yes >= 0 && input->share_yes <= 1))
    return FALSE;

  for (guint i = 0; i < input->n_items; i++)
    if (input->items[i].area >= input->n_areas || input->items[i].step < 2
        || input->items[i].step > input->n_steps || input->answers[i] >= VB_N_ANSWERS)
      return FALSE;

  return TRUE;
}

/* How many of @n_relevant answers have to be yes: ceil (share × n), where a share such as 0.1 that
 * is no exact double must not ask for one more. */
static guint
get_n_yes_needed (const VbLadderScoreInput *input, guint n_relevant)
{
  return (guint) ceil (input->share_yes * n_relevant - 1e-9);
}

static void
count_answer (const VbLadderScoreInput *input, StepCount *count, VbAnswer answer)
{
  count->n_items++;
  if (answer == VB_ANSWER_NOT_RELEVANT)
    return;
  count->n_relevant++;
  count->n_below += answer < input->at_least;
  count->n_yes += answer == VB_ANSWER_YES;
}

static VbLadderStepState
judge_step (const VbLadderScoreInput *input, const StepCount *count)
{
  if (count->n_relevant == 0)
    return VB_LADDER_STEP_NOT_RELEVANT;
  if (count->n_below > 0 || count->n_yes < get_n_yes_needed (input, count->n_relevant))
    return VB_LADDER_STEP_UNFULFILLED;
  return VB_LADDER_STEP_FULFILLED;
}

/* @counts: of the area, by step. score->last_step and the numbers of answers are already there. */
static void
score_area (const VbLadderScoreInput *input, const StepCount *counts, VbLadderAreaScore *score)
{
  gboolean all_below = TRUE;

  score->states[1] = VB_LADDER_STEP_FULFILLED;
  score->step = score->n_relevant > 0;
  for (guint step = 2; step <= score->last_step; step++)
    {
      VbLadderStepState state = judge_step (input, &counts[step]);

      score->states[step] = state;
      if (state == VB_LADDER_STEP_UNFULFILLED)
        all_below = FALSE;
      else if (all_below && score->step > 0)
        score->step = step;
      else if (state == VB_LADDER_STEP_FULFILLED && score->hole == 0)
        score->hole = score->step + 1;
    }
}

/* The lowest step of the mandatory areas with anything relevant, and the mean of those steps. */
static void
score_overall (const VbLadderScoreInput *input, VbLadderScoreResult *self)
{
  guint n = 0;
  guint sum = 0;

  for (guint area = 0; area < self->n_areas; area++)
    {
      guint8 step = self->areas[area].step;

      if (step == 0 || !input->mandatory[area])
        continue;
      self->step = n == 0 ? step : MIN (self->step, step);
      sum += step;
      n++;
    }
  self->mean = n > 0 ? (double) sum / n : NAN;
}

VbLadderScoreResult *
vb_ladder_score_run (const VbLadderScoreInput *input, VbPlanningLevel level)
{
  g_autoptr (VbLadderScoreResult) self = NULL;
  g_autofree StepCount *counts = NULL;
  g_autofree guint *sums = NULL;
  const gsize stride = VB_LADDER_MAX_STEPS + 1;

  g_return_val_if_fail (input != NULL && is_valid (input), NULL);

  self = g_new0 (VbLadderScoreResult, 1);
  self->n_areas = input->n_areas;
  self->areas = g_new0 (VbLadderAreaScore, input->n_areas);
  counts = g_new0 (StepCount, input->n_areas * stride);
  sums = g_new0 (guint, input->n_areas);

  for (guint area = 0; area < input->n_areas; area++)
    self->areas[area].last_step = 1;

  for (guint i = 0; i < input->n_items; i++)
    {
      const VbLadderScoreItem *item = &input->items[i];
      VbAnswer answer = (VbAnswer) input->answers[i];
      VbLadderAreaScore *score = &self->areas[item->area];

      /* An area ends where it ends at every level, so this comes before the choice of level. */
      score->last_step = MAX (score->last_step, item->step);
      if (level != VB_PLANNING_LEVEL_NONE && item->level != level)
        continue;

      count_answer (input, &counts[item->area * stride + item->step], answer);
      score->n_items++;
      score->n_answered += answer != VB_ANSWER_NONE;
      score->n_relevant += answer != VB_ANSWER_NOT_RELEVANT;
      if (answer >= VB_ANSWER_NO && answer <= VB_ANSWER_YES)
        sums[item->area] += answer - VB_ANSWER_NO;
    }

  for (guint area = 0; area < input->n_areas; area++)
    {
      VbLadderAreaScore *score = &self->areas[area];
      guint n_given = score->n_relevant + score->n_answered - score->n_items;

      score_area (input, &counts[area * stride], score);
      score->mean_answer = n_given > 0 ? (double) sums[area] / n_given : NAN;
      self->n_items += score->n_items;
      self->n_answered += score->n_answered;
    }
  score_overall (input, self);
  return g_steal_pointer (&self);
}

void
vb_ladder_score_result_free (VbLadderScoreResult *self)
{
  if (self == NULL)
    return;
  g_free (self->areas);
  g_free (self);
}

static void
append_items (const VbLadderScoreInput *input,
              guint area,
              VbAnswer from,
              VbAnswer below,
              VbLadderMissing *self)
{
  for (guint i = 0; i < input->n_items; i++)
    if (input->items[i].area == area && input->items[i].step == self->step
        && input->answers[i] >= from && input->answers[i] < below)
      self->items[self->n_items++] = i;
}

VbLadderMissing *
vb_ladder_score_find_missing (const VbLadderScoreInput *input, guint area)
{
  g_autoptr (VbLadderScoreResult) result = NULL;
  VbLadderMissing *self;
  StepCount count = { 0 };
  guint n_yes_needed;

  g_return_val_if_fail (input != NULL && is_valid (input), NULL);
  g_return_val_if_fail (area < input->n_areas, NULL);

  self = g_new0 (VbLadderMissing, 1);
  result = vb_ladder_score_run (input, VB_PLANNING_LEVEL_NONE);
  if (result->areas[area].step == 0 || result->areas[area].step == result->areas[area].last_step)
    return self;

  self->step = result->areas[area].step + 1;
  for (guint i = 0; i < input->n_items; i++)
    if (input->items[i].area == area && input->items[i].step == self->step)
      count_answer (input, &count, (VbAnswer) input->answers[i]);

  n_yes_needed = get_n_yes_needed (input, count.n_relevant);
  self->n_below = count.n_below;
  self->n_more_yes = n_yes_needed > count.n_yes ? n_yes_needed - count.n_yes : 0;
  self->n_least = MAX (self->n_below, self->n_more_yes);
  self->items = g_new (guint, count.n_items);
  append_items (input, area, VB_ANSWER_NONE, input->at_least, self);
  if (self->n_more_yes > 0)
    append_items (input, area, input->at_least, VB_ANSWER_YES, self);
  return self;
}

void
vb_ladder_missing_free (VbLadderMissing *self)
{
  if (self == NULL)
    return;
  g_free (self->items);
  g_free (self);
}
