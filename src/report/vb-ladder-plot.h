/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawings of self-assessments. */
#pragma once

#include "vb-drawing.h"
#include "vb-ladder-result.h"
#include "vb-ladder-rollup.h"

G_BEGIN_DECLS

/* "Medicine, management, 12 Nov 2026": whose an assessment is. Owned by the caller. */
char *vb_ladder_plot_dup_whose (const char *unit_name, VbAssessment *assessment);
/* "4 statements remain to step 3, in Forecasting and Capacity", or that no step is left. Owned by
 * the caller. */
char *vb_ladder_plot_dup_remains (VbLadderResult *result);

/* The stair with the step reached and the one wanted. It is a VbStaircase. */
VbDrawing *vb_ladder_staircase_new (VbLadderResult *result, const char *unit_name);
/* Each area today, last time and as wanted. @previous may be NULL. It is a VbProfile whose row ids
 * are the areas' places in the ladder. */
VbDrawing *vb_ladder_profile_new (VbLadderResult *result, VbLadderResult *previous);
/* Each area by the median of several assessments, from the lowest to the highest; likewise. */
VbDrawing *vb_ladder_spread_new (VbLadderRollup *row);
/* How many assessments stand on each step: a VbRanking whose row ids are the steps. */
VbDrawing *vb_ladder_counts_new (VbLadderRollup *row);

G_END_DECLS
