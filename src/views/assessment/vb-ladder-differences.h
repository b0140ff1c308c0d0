/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs: against the last assessment, between role groups, between the levels of planning.
 */
#pragma once

#include <adwaita.h>

#include "vb-ladder-result.h"
#include "vb-ladder-rollup.h"

G_BEGIN_DECLS

#define VB_TYPE_LADDER_DIFFERENCES (vb_ladder_differences_get_type ())
G_DECLARE_FINAL_TYPE (
    VbLadderDifferences, vb_ladder_differences, VB, LADDER_DIFFERENCES, AdwPreferencesGroup)

GtkWidget *vb_ladder_differences_new (void);
/* @result: NULL when only the roll-up is shown, and @previous too then or when there is none.
 * @rollup: of the unit and all below it. Hides itself when there is nothing to compare. */
void vb_ladder_differences_show (VbLadderDifferences *self,
                                 VbLadderResult *result,
                                 VbLadderResult *previous,
                                 VbLadderRollup *rollup);

G_END_DECLS
