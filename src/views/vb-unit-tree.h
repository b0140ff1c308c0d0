/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of a unit and all below it, as a tree that can be sorted, copied and, where a column says
 * so, written in. What a page adds is the columns. */
#pragma once

#include <gtk/gtk.h>

#include "vb-unit-cells.h"

G_BEGIN_DECLS

#define VB_TYPE_UNIT_TREE (vb_unit_tree_get_type ())
G_DECLARE_FINAL_TYPE (VbUnitTree, vb_unit_tree, VB, UNIT_TREE, GtkWidget)

/* Signals: "unit-selected": another row or column was chosen, or none; "unit-activated" (VbUnit): a
 * row was entered (double click, Enter); "edited" (VbUnit, char *figure, char *text): something was
 * written in a cell, which then shows what it showed before until the tree is shown anew. Action
 * "table.copy" (Ctrl+C): what is seen, as tab-separated text with a header.
 *
 * @name is read out for the table. The first column holds the units' names. @columns are copied,
 * and their texts and titles too. @shows: whether a unit below the one shown is in the table; NULL
 * = all are. */
GtkWidget *vb_unit_tree_new (const char *name,
                             const VbUnitColumn *columns,
                             guint n_columns,
                             gboolean (*shows) (VbUnit *unit, gpointer user_data),
                             gpointer user_data);
/* Shows @unit (NULL: nothing) and what is below it, or fills the rows anew when it is the same. */
void vb_unit_tree_show (VbUnitTree *self, VbUnit *unit);
void vb_unit_tree_set_title (VbUnitTree *self, guint column, const char *title);
void vb_unit_tree_set_column_visible (VbUnitTree *self, guint column, gboolean visible);
/* Not owned; NULL when no row is selected. */
VbUnit *vb_unit_tree_get_selected (VbUnitTree *self);
/* The figure of the column that was chosen, by a click in a row or with Ctrl and an arrow key; the
 * second column's at first. Not owned. */
const char *vb_unit_tree_get_figure (VbUnitTree *self);
/* Chooses the column of @figure, without a signal; one that no column has leaves the choice. */
void vb_unit_tree_set_figure (VbUnitTree *self, const char *figure);
/* Opens what is above @unit and selects its row. */
void vb_unit_tree_select (VbUnitTree *self, VbUnit *unit); /* NULL: none */
/* What "table.copy" copies. Owned by the caller. */
char *vb_unit_tree_dup_text (VbUnitTree *self);

G_END_DECLS
