/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares beds out in a thread, with the locks and minimums that the document holds, and keeps the
 * answer fresh: what a page asks of the engine's breakdown. */
#pragma once

#include "vb-breakdown-table.h"
#include "vb-document-decisions.h"
#include "vb-explanation.h"
#include "vb-planner.h"

G_BEGIN_DECLS

typedef struct
{
  VbUnit *unit;      /* whose beds are shared out over all that is below it */
  VbCareGroup group; /* that the unit has in the table of need of the period's grain */
  VbBreakdownKey key;
  VbPeriod period; /* that the key is measured over */
  gint64 beds;
} VbBreakdownQuestion;

#define VB_TYPE_BREAKDOWN_BOARD (vb_breakdown_board_get_type ())
G_DECLARE_FINAL_TYPE (VbBreakdownBoard, vb_breakdown_board, VB, BREAKDOWN_BOARD, GObject)

/* Signal "changed": there is another answer, or none any more. The planner is busy while one is
 * being worked out. */
VbBreakdownBoard *vb_breakdown_board_new (VbPlanner *planner);

/* What to answer from now on. An answer that is being worked out for the question before is shown
 * when it is of the same unit and group, and followed by the right one. */
void vb_breakdown_board_ask (VbBreakdownBoard *self, const VbBreakdownQuestion *question);

/* The key to ask by: @question's own where its unit has figures of it then, else the first that it
 * has, else still its own. */
VbBreakdownKey vb_breakdown_board_suggest_key (VbBreakdownBoard *self,
                                               const VbBreakdownQuestion *question);

/* The newest answer about the unit and group that were asked for last; NULL when there is none yet.
 * Not owned. */
VbBreakdownTable *vb_breakdown_board_get_table (VbBreakdownBoard *self);
/* Why the last question has no answer: the table is then still that of the question before. NULL
 * when it has one. */
const GError *vb_breakdown_board_get_error (VbBreakdownBoard *self);

/* Where a figure of a unit in the table comes from: "weight", "share", "beds", "present_beds",
 * "difference", "locked", "minimum", "residual", "target_occupancy", "margin", or "beds_by_" and
 * the id of a key. @total_source: where the number of beds comes from, for the unit at the top.
 * Owned by the caller; NULL while there is no table, or the unit is not in it. */
VbExplanation *vb_breakdown_board_explain (VbBreakdownBoard *self,
                                           VbUnit *unit,
                                           const char *figure,
                                           const char *total_source);

/* What the document holds fast of @unit in a breakdown of @group. A unit that tells no groups apart
 * is held as a somatic one. */
VbBreakdownHold vb_breakdown_board_get_hold (VbDocument *document, VbUnit *unit, VbCareGroup group);
gboolean vb_breakdown_board_set_hold (
    VbDocument *document, VbUnit *unit, VbCareGroup group, VbBreakdownHold hold, GError **error);

G_END_DECLS
