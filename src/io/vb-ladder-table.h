/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statements of a ladder as a table. */
#pragma once

#include "vb-ladder.h"
#include "vb-text-table.h"

G_BEGIN_DECLS

/* The rows of @file under the columns that a ladder has; VB_ERROR_BAD_INPUT when one is missing. */
VbTextTable *vb_ladder_table_read (GFile *file, GCancellable *cancellable, GError **error);
/* The highest step of its rows, as far as they can be read; 0 if none. */
guint vb_ladder_table_find_last_step (VbTextTable *table);
/* Adds every row to its area as a statement. @with_areas: an area that is not there yet is made,
 * and a row of step 1 becomes the area's text of that step; else both are refused. Ends with
 * vb_ladder_validate(). */
gboolean
vb_ladder_table_fill (VbTextTable *table, VbLadder *ladder, gboolean with_areas, GError **error);

G_END_DECLS
