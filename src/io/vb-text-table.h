/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small table of texts with a header, whole in memory: what a planner edits, such as the
 * statements of a ladder. CSV (any of its delimiters and encodings) or XLSX. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A table that is edited by hand is no longer than this. */
#define VB_TEXT_TABLE_MAX_ROWS 5000

/* A column that is looked for. */
typedef struct
{
  const char *names; /* what may head it, parted by '|': "level|nivå"; the first is shown */
  gboolean required;
} VbTextColumn;

typedef struct _VbTextTable VbTextTable;

/* The header is the first row with every required column, on the first sheet that has one; case,
 * accents, '_' and spaces do not matter. Columns that are not looked for are left out, blank rows
 * skipped. @columns must outlive the table. VB_ERROR_BAD_INPUT says what is wrong and where. */
VbTextTable *vb_text_table_read (GFile *file,
                                 const VbTextColumn *columns,
                                 guint n_columns,
                                 GCancellable *cancellable,
                                 GError **error);
void vb_text_table_free (VbTextTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbTextTable, vb_text_table_free)

const char *vb_text_table_get_name (VbTextTable *self); /* the file's base name */
gboolean vb_text_table_has_column (VbTextTable *self, guint column);
guint vb_text_table_get_n_rows (VbTextTable *self);
/* Without white space at its ends; "" where there is nothing. Valid as long as the table. */
const char *vb_text_table_get (VbTextTable *self, guint row, guint column);

/* Sets VB_ERROR_BAD_INPUT: file, row as a spreadsheet numbers it, column, what was expected (a
 * translated phrase) and what was found. Returns FALSE. */
gboolean vb_text_table_refuse (
    VbTextTable *self, guint row, guint column, const char *expected, GError **error);

G_END_DECLS
