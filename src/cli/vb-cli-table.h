/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows for other programs: CSV by RFC 4180 (UTF-8, header, lines end with CR LF), or a JSON array
 * of objects. Numbers have '.' and as many digits as it takes to read the same number back,
 * whatever the locale. A missing value is an empty cell, in JSON null; an infinite one is "inf". */
#pragma once

#include "vb-table-writer.h"

G_BEGIN_DECLS

typedef struct _VbCliTable VbCliTable;

/* @columns: the names, NULL-terminated, copied. @json: an array of objects instead of CSV. */
VbCliTable *vb_cli_table_new (const char *const *columns, gboolean json);
/* Cells go on to the table that @writer has begun, which is borrowed. */
VbCliTable *vb_cli_table_new_for_writer (VbTableWriter *writer);
void vb_cli_table_free (VbCliTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbCliTable, vb_cli_table_free)

/* The next cell of the row; after the last column's the row is complete and a new one begins. */
void vb_cli_table_add_text (VbCliTable *self, const char *text); /* NULL: missing */
void vb_cli_table_add_number (VbCliTable *self, double value);   /* NAN: missing */
void vb_cli_table_add_integer (VbCliTable *self, gint64 value);
/* A cell of an input file, passed on as it stands; in JSON a number if it looks like one. */
void vb_cli_table_add_cell (VbCliTable *self, const char *text);

/* The whole table as text; owned by the caller. Frees @self. Not for one with a writer. */
GString *vb_cli_table_finish (VbCliTable *self);

G_END_DECLS
