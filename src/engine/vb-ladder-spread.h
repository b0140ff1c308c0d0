/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How several assessments made with one ladder lie beside each other: by role group and together.
 * Never a ranking of persons: a small group shows only in the whole. */
#pragma once

#include "vb-ladder-score.h"

G_BEGIN_DECLS

/* One assessment. */
typedef struct
{
  guint8 role;              /* VbRoleGroup */
  guint participants;       /* at least 1 */
  guint8 step;              /* overall; 0 = nothing relevant */
  const guint8 *area_steps; /* n_areas */
} VbLadderSpreadInput;

/* Of the steps that are not 0. */
typedef struct
{
  guint n;
  guint8 lowest; /* 0 when n is 0, as the next */
  guint8 highest;
  double median;                         /* NAN when n is 0; between two steps when n is even */
  guint counts[VB_LADDER_MAX_STEPS + 1]; /* assessments by step */
} VbStepSpread;

typedef struct
{
  guint n_assessments;
  guint n_participants;
  gboolean withheld; /* too small to be shown: the spreads are empty */
  VbStepSpread overall;
  VbStepSpread *areas; /* n_areas */
} VbLadderGroupSpread;

typedef struct
{
  guint n_areas;
  VbLadderGroupSpread all;
  VbLadderGroupSpread groups[VB_N_ROLE_GROUPS];
} VbLadderSpreadResult;

/* A role group of fewer than @smallest participants is withheld; and as long as those withheld are
 * together fewer than that, so is the smallest other group, because the whole less the groups shown
 * would give them away. 0 withholds nothing. */
VbLadderSpreadResult *vb_ladder_spread_run (const VbLadderSpreadInput *assessments,
                                            guint n_assessments,
                                            guint n_areas,
                                            guint smallest);
void vb_ladder_spread_result_free (VbLadderSpreadResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbLadderSpreadResult, vb_ladder_spread_result_free)

G_END_DECLS
