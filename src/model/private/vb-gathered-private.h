/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For who gathers: filling in the result before anybody else sees it. */
#pragma once

#include "vb-gathered.h"

G_BEGIN_DECLS

VbGathered *vb_gathered_new (const char *name);
void vb_gathered_set_problem (VbGathered *self, const char *problem);
void vb_gathered_set_counts (VbGathered *self, guint64 n_taken, guint64 n_same);
void vb_gathered_add_conflict (VbGathered *self, const VbDifferenceFields *fields);
/* Nothing was taken after all. */
void vb_gathered_forget (VbGathered *self);

G_END_DECLS
