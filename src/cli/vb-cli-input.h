/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small table to calculate on: CSV with a header, read whole. Columns are found by name. Every
 * fault is a VB_ERROR_BAD_INPUT that names file, row, column, what was expected and what was found;
 * rows are counted as a spreadsheet does, the header being row 1. Files of unknown making are the
 * importers' matter (the room io). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _VbCliInput VbCliInput;

/* @path: a file, or "-" or NULL for standard input. */
VbCliInput *vb_cli_input_read (const char *path, GError **error);
/* The same from memory; @name is what messages call it. */
VbCliInput *vb_cli_input_parse (const char *name, const char *text, gsize length, GError **error);
void vb_cli_input_free (VbCliInput *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbCliInput, vb_cli_input_free)

/* Rows of data and columns; a column's name is as the header has it. */
guint vb_cli_input_get_n_rows (const VbCliInput *self);
guint vb_cli_input_get_n_columns (const VbCliInput *self);
const char *vb_cli_input_get_column (const VbCliInput *self, guint column);
/* Index of the column called @name, or -1. */
int vb_cli_input_find_column (const VbCliInput *self, const char *name);
/* The same; lacking it is an error. */
int vb_cli_input_require_column (const VbCliInput *self, const char *name, GError **error);

/* The cell as it stands, never NULL. Rows and columns count from 0, the header not among them. */
const char *vb_cli_input_get_text (const VbCliInput *self, guint row, guint column);
/* @expected: what should stand there ("a number from 0 to 1"), translated, for the message. */
gboolean vb_cli_input_get_number (const VbCliInput *self,
                                  guint row,
                                  guint column,
                                  double min,
                                  double max,
                                  const char *expected,
                                  double *out,
                                  GError **error);
gboolean vb_cli_input_get_integer (const VbCliInput *self,
                                   guint row,
                                   guint column,
                                   gint32 min,
                                   gint32 max,
                                   const char *expected,
                                   gint32 *out,
                                   GError **error);
/* Sets the error about one cell; always returns FALSE. */
gboolean vb_cli_input_refuse (
    const VbCliInput *self, guint row, guint column, const char *expected, GError **error);
/* Puts file and row before the message of @error. */
void vb_cli_input_prefix_error (const VbCliInput *self, guint row, GError **error);

G_END_DECLS
