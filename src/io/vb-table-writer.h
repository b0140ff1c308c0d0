/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables written row after row, however many rows: CSV (RFC 4180, UTF-8, "." as decimal sign, full
 * precision), JSON, or an XLSX workbook with a sheet a table. Many rows go to a temporary file; who
 * has the whole of it may put it in its place. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  VB_TABLE_FORMAT_CSV,
  VB_TABLE_FORMAT_XLSX,
  VB_TABLE_FORMAT_JSON,
} VbTableFormat;

/* XLSX or JSON for a name that ends so, else CSV. */
VbTableFormat vb_table_format_from_name (const char *name);

typedef struct _VbTableWriter VbTableWriter;

/* VB_ERROR_STORAGE when no temporary file can be made, which a workbook alone needs from the start.
 */
VbTableWriter *vb_table_writer_new (VbTableFormat format, GError **error);
/* With its temporary file. */
void vb_table_writer_free (VbTableWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbTableWriter, vb_table_writer_free)

/* What a workbook says of itself. @title may be NULL; @time: when it was made, Unix seconds, 0 =
 * now. Fixed, the same tables give the same bytes. */
void vb_table_writer_set_about (VbTableWriter *self, const char *title, gint64 time);

/* Begins a table; the one before has whole rows. CSV holds one table only. @name: of the sheet, and
 * of the table in JSON, which is an object of arrays then; NULL = JSON is the array itself. */
void
vb_table_writer_begin_table (VbTableWriter *self, const char *name, const char *const *headers);
/* A cell after the other; a row is full when it has a cell under every header. Missing: an empty
 * cell, in JSON null. */
void vb_table_writer_add_text (VbTableWriter *self, const char *text); /* NULL: missing */
void vb_table_writer_add_number (VbTableWriter *self, double value);   /* NAN: missing; "inf" */
void vb_table_writer_add_integer (VbTableWriter *self, gint64 value);
/* A cell of another table, passed on as it stands; in JSON a number if it looks like one. */
void vb_table_writer_add_cell (VbTableWriter *self, const char *text);

/* The whole file, which does not depend on the temporary one any longer; nothing can be added after
 * that. VB_ERROR_STORAGE when any of it could not be written. */
GBytes *vb_table_writer_finish (VbTableWriter *self, GError **error);

G_END_DECLS
