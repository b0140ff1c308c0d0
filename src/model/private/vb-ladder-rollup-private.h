/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-ladder-rollup.h"

G_BEGIN_DECLS

/* For the document only: an empty row, to be filled in before anybody else sees it. The groups'
 * areas are there, and empty. */
VbLadderRollup *vb_ladder_rollup_new (VbUnit *unit, VbLadder *ladder);
void vb_ladder_rollup_set_counts (VbLadderRollup *self, guint n_assessments, guint n_units);
VbLadderGroup *vb_ladder_rollup_edit_all (VbLadderRollup *self);
VbLadderGroup *vb_ladder_rollup_edit_group (VbLadderRollup *self, VbRoleGroup role);
void vb_ladder_rollup_add_year (VbLadderRollup *self, const VbLadderYear *year);

G_END_DECLS
