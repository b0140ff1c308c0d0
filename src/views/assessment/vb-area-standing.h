/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the answers of one area have come, as the pages of the wizard tell it. */
#pragma once

#include "vb-ladder-result.h"

G_BEGIN_DECLS

typedef struct
{
  guint step;      /* reached, from 1; 0 = nothing relevant in the area */
  guint hole;      /* the lowest unfulfilled step below a fulfilled one; 0 = none */
  guint last_step; /* the highest that there are statements for */
  guint open_step; /* the lowest unfulfilled one: where to go on; @last_step when there is none */
  guint n_left;    /* statements without an answer up to @open_step: those that it takes */
  guint n_unanswered; /* with those above */
  /* By step. */
  gboolean passes[VB_LADDER_MAX_STEPS + 1]; /* fulfilled, or nothing in it is relevant */
  guint n_statements[VB_LADDER_MAX_STEPS + 1];
  guint n_answered[VB_LADDER_MAX_STEPS + 1];
  guint n_relevant[VB_LADDER_MAX_STEPS + 1]; /* with those not answered */
} VbAreaStanding;

/* Of the area with this number in the ladder, from 0. */
void vb_area_standing_read (VbAreaStanding *self, VbLadderResult *result, guint area);

/* A step with its name, "Step 2 · Begun"; what says that nothing is relevant for 0. */
char *vb_area_standing_describe (VbLadder *ladder, guint step);
/* How far one step is: "fulfilled", "1 of 3 answered" … */
char *vb_area_standing_describe_state (const VbAreaStanding *self, guint step);
/* What is odd about the steps, in a sentence; NULL when they follow on each other. */
char *vb_area_standing_describe_hole (const VbAreaStanding *self);

G_END_DECLS
