/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What assessments say, one by one and together. Nothing is stored or kept: an assessment is scored
 * in a few microseconds. @assessments: of VbAssessment, the latest first, as
 * vb_document_get_assessments() gives them. */
#pragma once

#include "vb-ladder-result.h"
#include "vb-ladder-rollup.h"

G_BEGIN_DECLS

/* By the rule of its ladder; owned by the caller. A draft can be scored too: what is not answered
 * yet is less than no. */
VbLadderResult *vb_ladder_board_score (VbAssessment *assessment);
/* Only the steps, which is all that a roll-up needs and takes a tenth of the time: returns the step
 * overall; @area_steps: out, one for each area of the ladder. */
guint vb_ladder_board_score_steps (VbAssessment *assessment, guint8 *area_steps);
/* The finished one of the same unit, role group and ladder version that is next before it in time;
 * not owned, NULL if none. */
VbAssessment *vb_ladder_board_find_previous (GListModel *assessments, VbAssessment *assessment);
/* The ladder versions that finished assessments of @unit and the units below it were made with, the
 * one of the latest first: GPtrArray of VbLadder, owned by the caller. Different versions are never
 * mixed. */
GPtrArray *vb_ladder_board_list_ladders (GListModel *assessments, VbUnit *unit);
/* A row for @unit and for each unit below it that has a finished assessment by @ladder, itself or
 * below it: of VbLadderRollup, in the order of the tree, @unit first and always there. Owned by the
 * caller.
 *
 * A unit whose counted assessments have fewer than @smallest participants together shows only in
 * the units above it; so does its smallest sister, as long as the whole less the sisters shown
 * would give it away. Within a unit the same holds of its role groups. */
GListModel *
vb_ladder_board_roll_up (GListModel *assessments, VbLadder *ladder, VbUnit *unit, guint smallest);

G_END_DECLS
