/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the answers of a self-assessment add up to: the step reached in each area and overall, and
 * what is missing for the next. The rule is cumulative:
 *
 * - step 1 is the floor: always reached, never asked;
 * - a step is fulfilled when every relevant answer is at least @at_least and at least @share_yes of
 *   the relevant answers are yes; what is not answered yet is relevant and less than no;
 * - a step with nothing relevant passes: "not relevant" counts neither way;
 * - the step of an area is the highest that is fulfilled or passes together with all below it, and
 *   never above the last step that the area has statements for;
 * - the step overall is the lowest over the mandatory areas that have anything relevant.
 *
 * Source: own rule, after the idea of a staircase in Socialstyrelsen's Utvecklingstrappan (2024),
 * whose own rule is not known to us. */
#pragma once

#include "vb-terms.h"

G_BEGIN_DECLS

typedef struct
{
  guint16 area; /* index */
  guint8 step;  /* 2 … n_steps */
  guint8 level; /* VbPlanningLevel; NONE = every level's */
} VbLadderScoreItem;

typedef struct
{
  guint n_areas;
  const guint8 *mandatory; /* n_areas; not 0 = counts in the step overall */
  guint n_steps;           /* with the floor; 2 … VB_LADDER_MAX_STEPS */
  guint n_items;
  const VbLadderScoreItem *items; /* the statements, in the ladder's order */
  const guint8 *answers;          /* VbAnswer, one a statement */
  VbAnswer at_least;              /* PARTLY … YES */
  double share_yes;               /* 0 … 1 */
} VbLadderScoreInput;

typedef enum
{
  VB_LADDER_STEP_UNDESCRIBED, /* above the last step of the area */
  VB_LADDER_STEP_UNFULFILLED,
  VB_LADDER_STEP_FULFILLED,
  VB_LADDER_STEP_NOT_RELEVANT, /* passes */
} VbLadderStepState;

typedef struct
{
  guint8 step;      /* reached, from 1; 0 = nothing relevant in the area */
  guint8 hole;      /* lowest unfulfilled step below a fulfilled one; 0 = none */
  guint8 last_step; /* the highest with statements of any level; 1 = none */
  guint8 states[VB_LADDER_MAX_STEPS + 1]; /* VbLadderStepState by step; the floor is fulfilled */
  guint n_items;
  guint n_answered;   /* with those not relevant */
  guint n_relevant;   /* with those not answered */
  double mean_answer; /* of the relevant answers given, no 0 … yes 3; NAN if none */
} VbLadderAreaScore;

typedef struct
{
  guint8 step; /* the lowest over mandatory areas; 0 = nothing relevant in any */
  double mean; /* of the steps of the areas that count; secondary; NAN if none */
  guint n_items;
  guint n_answered;
  guint n_areas;
  VbLadderAreaScore *areas; /* in the ladder's order */
} VbLadderScoreResult;

/* Scores the statements of @level only, or all of them with NONE. */
VbLadderScoreResult *vb_ladder_score_run (const VbLadderScoreInput *input, VbPlanningLevel level);
void vb_ladder_score_result_free (VbLadderScoreResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbLadderScoreResult, vb_ladder_score_result_free)

/* What stands between an area and the step after the one it has reached. */
typedef struct
{
  guint8 step;      /* the step to fulfil; 0 = none is left */
  guint n_below;    /* statements that must be raised to @at_least */
  guint n_more_yes; /* further answers that must be yes, these or others */
  guint n_least;    /* the fewest statements that have to change */
  guint n_items;
  guint *items; /* indices: first those below, then, if yes is lacking, those not yet yes */
} VbLadderMissing;

/* Of all levels. */
VbLadderMissing *vb_ladder_score_find_missing (const VbLadderScoreInput *input, guint area);
void vb_ladder_missing_free (VbLadderMissing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbLadderMissing, vb_ladder_missing_free)

G_END_DECLS
