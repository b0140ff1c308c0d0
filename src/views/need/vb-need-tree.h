/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table twin of need and gap: the unit and all below it as a tree that can be sorted and
 * copied. */
#pragma once

#include <gtk/gtk.h>

#include "vb-need-row.h"

G_BEGIN_DECLS

#define VB_TYPE_NEED_TREE (vb_need_tree_get_type ())
G_DECLARE_FINAL_TYPE (VbNeedTree, vb_need_tree, VB, NEED_TREE, GtkWidget)

/* Signals: "unit-selected" (VbUnit): its row was selected; "unit-activated" (VbUnit): it was
 * entered (double click, Enter).
 * Action: "table.copy" (Ctrl+C): what is seen, as tab-separated text with a header. */
GtkWidget *vb_need_tree_new (void);
/* Shows @unit (NULL: nothing) and what is below it, for one period of @table. */
void vb_need_tree_show (
    VbNeedTree *self, VbUnit *unit, VbNeedTable *table, VbCareGroup group, int index);
/* What "table.copy" copies. Owned by the caller. */
char *vb_need_tree_dup_text (VbNeedTree *self);

G_END_DECLS
