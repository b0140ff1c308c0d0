/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table twin of need and gap: the unit and all below it as a tree that can be sorted and
 * copied. */
#pragma once

#include <gtk/gtk.h>

#include "vb-need-table.h"
#include "vb-unit.h"

G_BEGIN_DECLS

#define VB_TYPE_NEED_TREE (vb_need_tree_get_type ())
G_DECLARE_FINAL_TYPE (VbNeedTree, vb_need_tree, VB, NEED_TREE, GtkWidget)

/* Signals: "figure-selected" (VbUnit, char *figure): a cell was chosen, as "need_beds" of a ward;
 * "unit-activated" (VbUnit): its row was entered (double click, Enter). "table.copy" (Ctrl+C) is
 * that of VbUnitTree.
 *
 * Shows @unit (NULL: nothing) and what is below it, for one period of @table; @index -1: for none.
 * A unit without @group shows its main one, and says so. */
void vb_need_tree_show (
    VbNeedTree *self, VbUnit *unit, VbNeedTable *table, VbCareGroup group, int index);
/* Which figure of a unit is meant when its row is chosen by key. Nothing is chosen after it. */
void vb_need_tree_set_figure (VbNeedTree *self, const char *figure);
/* What "table.copy" copies. Owned by the caller. */
char *vb_need_tree_dup_text (VbNeedTree *self);
/* What the "table.copy" of a button beside the tree does. */
void vb_need_tree_copy (VbNeedTree *self);

G_END_DECLS
