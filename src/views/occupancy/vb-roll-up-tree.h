/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the recommended targets of wards come to in hospital and region: the table twin of the
 * picture of wards and their whole. */
#pragma once

#include <gtk/gtk.h>

#include "vb-occupancy-study.h"

G_BEGIN_DECLS

#define VB_TYPE_ROLL_UP_TREE (vb_roll_up_tree_get_type ())
G_DECLARE_FINAL_TYPE (VbRollUpTree, vb_roll_up_tree, VB, ROLL_UP_TREE, GtkWidget)

/* Signal "unit-selected" (VbUnit). Action "table.copy" (Ctrl+C): the table as tab-separated text.
 */
GtkWidget *vb_roll_up_tree_new (void);
/* Shows @unit and what is below it; NULL: nothing. */
void vb_roll_up_tree_show (VbRollUpTree *self, VbOccupancyStudy *study, VbUnit *unit);
/* What "table.copy" copies. Owned by the caller. */
char *vb_roll_up_tree_dup_text (VbRollUpTree *self);

G_END_DECLS
