/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example document: the fictional Region Exempel, simulated day by day, and Sweden with its 21
 * regions as published. It comes as batches, like a file that was read, and is the same to the last
 * bit on every machine. */
#pragma once

#include "vb-batch.h"
#include "vb-plan-fact.h"

G_BEGIN_DECLS

/* One VbBatch a source, in the order to take them; times fixed. */
GPtrArray *vb_example_make_batches (GError **error);

/* What was decided, judged and agreed beside: of VbPlanFact, in the order to take them once the
 * batches are taken. */
GPtrArray *vb_example_make_plan_facts (GError **error);
/* The seed of the random ids of the example document. */
guint64 vb_example_get_seed (void);
/* Path of the unit a window shows first. */
const char *vb_example_get_main_unit (void);

G_END_DECLS
