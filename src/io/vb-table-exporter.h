/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plain table in memory, a row of headers and rows of text and numbers, and writing it in the
 * forms of vb-table-writer.h. */
#pragma once

#include "vb-table-writer.h"

G_BEGIN_DECLS

#define VB_TYPE_TABLE_EXPORTER (vb_table_exporter_get_type ())
G_DECLARE_FINAL_TYPE (VbTableExporter, vb_table_exporter, VB, TABLE_EXPORTER, GObject)

/* @title names the sheet and the document, and may be NULL; @headers in the language the table is
 * to have. */
VbTableExporter *vb_table_exporter_new (const char *title, const char *const *headers);

/* A cell after the other; a row is full when it has a cell under every header. NaN is missing: an
 * empty cell. */
void vb_table_exporter_add_text (VbTableExporter *self, const char *text); /* NULL: empty */
void vb_table_exporter_add_number (VbTableExporter *self, double value);
guint vb_table_exporter_get_n_rows (VbTableExporter *self);

/* When the workbook says it was made, Unix seconds; 0 = now. Fixed, the same table gives the same
 * bytes. */
void vb_table_exporter_set_time (VbTableExporter *self, gint64 time);

/* The whole file in memory. VB_ERROR_STORAGE when no temporary file can be written. */
GBytes *vb_table_exporter_to_bytes (VbTableExporter *self, VbTableFormat format, GError **error);
/* Writes the whole file or leaves @file as it was. VB_ERROR_STORAGE. */
gboolean vb_table_exporter_write (VbTableExporter *self,
                                  GFile *file,
                                  VbTableFormat format,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
