/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in a sheet the table is: which row holds the headers, and what they are. */
#pragma once

#include "vb-table-reader.h"

G_BEGIN_DECLS

typedef struct
{
  guint header_row;   /* as a spreadsheet numbers it: the last one, where headers take two rows */
  GPtrArray *headers; /* of char *; a column without one is named by its letter */
} VbTableLayout;

/* Reads the first rows from @reader (and rewinds it). The header is the first row that has text, or
 * periods, and no numbers, in nearly as many cells as any such row; title lines above it have
 * fewer. Two rows of headers (merged titles above, details below) are read as one. NULL without
 * @error when there is no such row with a row below it: no table. */
VbTableLayout *vb_table_layout_find (VbTableReader *reader, GError **error);
void vb_table_layout_free (VbTableLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbTableLayout, vb_table_layout_free)

G_END_DECLS
