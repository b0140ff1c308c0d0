/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of a table of units: what makes, fills and marks them, and lets some be written in.
 * VbUnitTree has the rows. */
#pragma once

#include <gtk/gtk.h>

#include "vb-unit.h"

G_BEGIN_DECLS

/* A column. Every function gets the cells' user_data. */
typedef struct
{
  const char *figure;                                   /* for who explains it: "need_beds" */
  const char *title;                                    /* translated */
  char *(*dup_text) (VbUnit *unit, gpointer user_data); /* what is shown; owned by the caller */
  /* What the column is sorted by; NAN = missing, which comes last. NULL: it holds words. */
  double (*get_number) (VbUnit *unit, gpointer user_data);
  const char *(*get_style) (VbUnit *unit, gpointer user_data); /* a style class or NULL; may be
                                                                  NULL */
  guint edit_key; /* key (without modifiers) that starts to write in the selected row's cell; 0: the
                   * column is not written in */
} VbUnitColumn;

#define VB_TYPE_UNIT_CELLS (vb_unit_cells_get_type ())
G_DECLARE_FINAL_TYPE (VbUnitCells, vb_unit_cells, VB, UNIT_CELLS, GObject)

/* Signals: "chosen" (guint column): a cell was clicked; "edited" (VbUnit, char *figure, char
 * *text): something was written in one, which then shows what it showed before until it is filled
 * anew.
 *
 * @columns are copied, and their titles too. The first one holds the units' names. */
VbUnitCells *vb_unit_cells_new (const VbUnitColumn *columns, guint n_columns, gpointer user_data);
guint vb_unit_cells_get_n_columns (VbUnitCells *self);
/* Not owned. */
const VbUnitColumn *vb_unit_cells_get_column (VbUnitCells *self, guint column);
/* Its cells are read out with it when they are filled next. */
void vb_unit_cells_set_title (VbUnitCells *self, guint column, const char *title);
/* The text of @unit's cell, and how two units are sorted by a column. Owned by the caller. */
char *vb_unit_cells_dup_text (VbUnitCells *self, guint column, VbUnit *unit);
int vb_unit_cells_compare (VbUnitCells *self, guint column, VbUnit *a, VbUnit *b);

/* Makes the cells of one column, for rows that are each a GtkTreeListRow of a VbUnit. Owned by the
 * caller. */
GtkListItemFactory *vb_unit_cells_new_factory (VbUnitCells *self, guint column);
/* Fills all cells anew: those of the rows from @first to @last at once, those of the others, which
 * are out of sight, a few at a time whenever the main loop has nothing better to do. */
void vb_unit_cells_fill (VbUnitCells *self, guint first, guint last);
/* Marks the cell that is in question. @unit NULL: none is. */
void vb_unit_cells_mark (VbUnitCells *self, guint column, VbUnit *unit);
/* Whether there was such a cell to write in. */
gboolean vb_unit_cells_start_editing (VbUnitCells *self, guint column, VbUnit *unit);

/* The unit of a row of the tree, which keeps it. NULL when @tree_row is. */
VbUnit *vb_unit_cells_peek_unit (gpointer tree_row);

G_END_DECLS
