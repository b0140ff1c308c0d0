/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-assessment.h"

G_BEGIN_DECLS

/* Where one area stands. */
typedef struct
{
  guint step; /* reached, from 1; 0 = nothing relevant in the area */
  guint hole; /* the lowest unfulfilled step below a fulfilled one; 0 = none */
  guint level_steps[VB_N_PLANNING_LEVELS]; /* by the statements of one level; NONE = of all */
  /* By step: its own statements are fulfilled, or none of them is relevant; below may be holes. */
  gboolean fulfilled[VB_LADDER_MAX_STEPS + 1];
  guint n_statements;
  guint n_answered;   /* with those not relevant */
  guint n_relevant;   /* with those not answered */
  double mean_answer; /* of the relevant answers given, no 0 … yes 3; NAN if none */
  guint next_step;    /* the step to fulfil; 0 = none is left */
  guint n_least;      /* the fewest statements that have to change for it */
  guint n_missing;    /* the statements that may be changed for it … */
  guint *missing;     /* … by their index among all of the ladder; owned by the result */
} VbLadderAreaFigures;

#define VB_TYPE_LADDER_RESULT (vb_ladder_result_get_type ())
G_DECLARE_FINAL_TYPE (VbLadderResult, vb_ladder_result, VB, LADDER_RESULT, GObject)

/* What the answers of one assessment add up to by the rule of its ladder. Immutable: changed
 * answers give another result. */
VbAssessment *vb_ladder_result_get_assessment (VbLadderResult *self); /* not owned, as the next */
VbLadder *vb_ladder_result_get_ladder (VbLadderResult *self);
/* The step overall, the lowest over the mandatory areas, by the statements of @level (NONE = of
 * all); 0 = nothing relevant. */
guint vb_ladder_result_get_step (VbLadderResult *self, VbPlanningLevel level);
/* Mean of the steps of the areas that count; secondary. NAN if none does. */
double vb_ladder_result_get_mean (VbLadderResult *self);
guint vb_ladder_result_get_n_areas (VbLadderResult *self);
/* By its place in the ladder. Owned by the result. */
const VbLadderAreaFigures *vb_ladder_result_get_area (VbLadderResult *self, guint area);
/* Where the unit wants to be: the lowest over the mandatory areas of what is wanted there, or of
 * what is reached where nothing more is. 0 when nothing is wanted anywhere. @by: out, the last day
 * of those said, VB_DAY_NONE if none; may be NULL. */
guint vb_ladder_result_get_wanted_step (VbLadderResult *self, VbDay *by);
/* The step overall that comes next, 0 if there is none left. @n_least: out, the fewest statements
 * that have to change for it, in the areas that hold it back; may be NULL. */
guint vb_ladder_result_get_next_step (VbLadderResult *self, guint *n_least);
/* Whether @area is one of those that hold the step overall back. */
gboolean vb_ladder_result_area_holds_back (VbLadderResult *self, guint area);
/* What is missing in those areas: of VbLadderStatement, in the ladder's order. Owned by the
 * caller. */
GListModel *vb_ladder_result_list_next (VbLadderResult *self);
/* "Every relevant answer is at least mostly, and half of them or more are yes": the ladder's rule
 * in words. Owned by the caller. */
char *vb_ladder_dup_rule (VbLadder *ladder);

G_END_DECLS
