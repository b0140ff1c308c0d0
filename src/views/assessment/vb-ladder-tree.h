/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The units that have assessments, in the order of the organisation: how many, how far apart, and
 * which way they go. */
#pragma once

#include <gtk/gtk.h>

#include "vb-ladder-rollup.h"

G_BEGIN_DECLS

#define VB_TYPE_LADDER_TREE (vb_ladder_tree_get_type ())
G_DECLARE_FINAL_TYPE (VbLadderTree, vb_ladder_tree, VB, LADDER_TREE, GtkWidget)

/* Signal: "unit-activated" (VbUnit): the reader wants to go there. Action: table.copy. */
GtkWidget *vb_ladder_tree_new (void);
/* @rows: of VbLadderRollup, as vb_ladder_board_roll_up() gives them; NULL for none. */
void vb_ladder_tree_show (VbLadderTree *self, GListModel *rows);
/* The table as it stands, tab-separated. Owned by the caller. */
char *vb_ladder_tree_dup_text (VbLadderTree *self);

G_END_DECLS
