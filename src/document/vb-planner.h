/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Knows which results are stale, computes them in a thread on a snapshot, drops late answers. Views
 * read results and listen; they never compute. */
#pragma once

#include "vb-need-table.h"
#include "vb-session.h"
#include "vb-explanation.h"

G_BEGIN_DECLS

#define VB_TYPE_PLANNER (vb_planner_get_type ())
G_DECLARE_FINAL_TYPE (VbPlanner, vb_planner, VB, PLANNER, GObject)

VbPlanner *vb_planner_new (VbDocument *document);

/* The newest finished table of @grain, or NULL while the first one is being computed. Asking makes
 * the planner keep that grain fresh from then on. After each new one: signal "need-changed"
 * (VbGrain). The old table stays valid (and shown) until the new one is there. */
VbNeedTable *vb_planner_get_need (VbPlanner *self, VbGrain grain);
gboolean vb_planner_get_busy (VbPlanner *self); /* property "busy" */

/* Blocking, for the command line. @from/@to: VB_DAY_NONE = the extent of the data; @target: NAN =
 * the document's targets, else overrides all. */
VbNeedTable *vb_planner_compute_need (VbPlanner *self,
                                      VbGrain grain,
                                      VbDay from,
                                      VbDay to,
                                      double target,
                                      GCancellable *cancellable,
                                      GError **error);

/* Where does this figure come from: the formula in words, the formula with its numbers, and each
 * input with value, source, provenance. @figure is a name of VbNeedFigures: "need_beds",
 * "gap_beds", "occupancy", "available_beds", "bed_days". Owned by the caller. */
VbExplanation *vb_planner_explain (
    VbPlanner *self, VbUnit *unit, VbCareGroup group, VbPeriod period, const char *figure);

G_END_DECLS
