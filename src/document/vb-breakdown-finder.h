/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where and when there is anything to share beds out by: at least one unit right below has bed
 * days, present beds or inhabitants by age. All of them tell only what is known by now. */
#pragma once

#include "vb-planner.h"

G_BEGIN_DECLS

/* Whether @group's beds of @unit can be shared out by figures of @period. */
gboolean vb_breakdown_finder_can_share (VbPlanner *planner,
                                        VbUnit *unit,
                                        VbCareGroup group,
                                        VbPeriod period);
/* The latest period of @grain for which they can; FALSE and @out alone when there is none. */
gboolean vb_breakdown_finder_find_period (
    VbPlanner *planner, VbUnit *unit, VbCareGroup group, VbGrain grain, VbPeriod *out);
/* The unit nearest to @unit whose beds can be shared out by figures of @period: one above it, else
 * one below, else the first of the document. Not owned; NULL when there is none. */
VbUnit *vb_breakdown_finder_find_unit (VbPlanner *planner, VbUnit *unit, VbPeriod period);

G_END_DECLS
