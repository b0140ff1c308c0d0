/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the table of a breakdown. */
#pragma once

#include "vb-breakdown-board.h"
#include "vb-unit-tree.h"

G_BEGIN_DECLS

/* What the cells are filled from. */
typedef struct
{
  VbDocument *document;    /* of the holds; borrowed */
  VbBreakdownTable *table; /* owned; NULL: nothing yet */
  VbCareGroup group;
} VbBreakdownCells;

/* Names of the columns that can be written in. */
#define VB_BREAKDOWN_LOCKED "breakdown_locked"
#define VB_BREAKDOWN_MINIMUM "breakdown_minimum"

/* A tree that is filled from @cells, which live as long as it does. Signal "edited" of the tree is
 * for the two columns above. */
VbUnitTree *vb_breakdown_columns_new_tree (VbBreakdownCells *cells);
/* Shows the columns that @cells' table has figures for. */
void vb_breakdown_columns_update (VbUnitTree *tree, const VbBreakdownCells *cells);
/* What the board explains for the column named @figure; NULL when it is none of a number. */
const char *vb_breakdown_columns_get_explained (const char *figure);

G_END_DECLS
