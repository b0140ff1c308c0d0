/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts figures into words. Private to the document room. */
#pragma once

#include "private/vb-planner-private.h"

G_BEGIN_DECLS

/* In words, where the figures of @measures about @unit in @period were read: "imported 12 Jan 2026
 * from beds.csv, 28 units". @group: only of the units of that care group below it; NONE = of all.
 * "Typed by hand" when no import told them; NULL when it is not known. */
char *_vb_sources_describe (VbPlanner *planner,
                            VbUnit *unit,
                            VbCareGroup group,
                            const VbMeasureId *measures,
                            guint n_measures,
                            VbPeriod period);

/* In words, who decided the target occupancy in force, and for which unit. */
char *_vb_target_describe (VbDocument *document, VbUnit *unit, VbCareGroup group, VbDay day);
/* The same of a period, in which it may change. */
char *
_vb_target_describe_period (VbDocument *document, VbUnit *unit, VbCareGroup group, VbPeriod period);

/* A decision with a name to it is its own proof; one without, and the program's default, are
 * assumed. */
VbProvenance
_vb_target_get_provenance (VbDocument *document, VbUnit *unit, VbCareGroup group, VbDay day);

G_END_DECLS
