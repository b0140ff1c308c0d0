/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a column of a table may mean, as one thing to choose. */
#pragma once

#include "vb-importer.h"

G_BEGIN_DECLS

typedef struct
{
  VbColumnRole role;
  VbMeasureId measure; /* MEASURE */
  VbUnitKind kind;     /* LEVEL */
  guint level;         /* LEVEL_CODE: of which level */
} VbColumnMeaning;

/* What @column means at present. */
VbColumnMeaning vb_column_meaning_get (const VbColumn *column);
/* Fields that the role has no use for are 0 in both. */
gboolean vb_column_meaning_equal (const VbColumnMeaning *a, const VbColumnMeaning *b);
/* "Available beds", "Unit: Hospital", "Code of “Sjukhus”", "Left out". Owned by the caller. */
char *vb_column_meaning_dup_label (const VbColumnMeaning *self, VbImporter *importer);
/* All that a column of @importer's table may mean, in the order to choose from: an array of
 * VbColumnMeaning, owned by the caller. */
GArray *vb_column_meaning_list (VbImporter *importer);
/* The heading of the part of the list that @self belongs to, translated; NULL for LEFT_OUT. */
const char *vb_column_meaning_get_heading (const VbColumnMeaning *self);

G_END_DECLS
