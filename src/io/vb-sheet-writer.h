/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An XLSX workbook written row after row, as vb-table-writer.h has it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _VbSheetWriter VbSheetWriter;

/* @path: the workbook; @folder: for what stands on disk meanwhile. */
VbSheetWriter *vb_sheet_writer_new (const char *path, const char *folder);
void vb_sheet_writer_free (VbSheetWriter *self);
void vb_sheet_writer_set_about (VbSheetWriter *self, const char *title, gint64 time);

/* @name: anything; what a sheet's name may not have is left out. NULL = “Table”. */
void
vb_sheet_writer_begin_sheet (VbSheetWriter *self, const char *name, const char *const *headers);
void vb_sheet_writer_add_text (VbSheetWriter *self, const char *text);
void vb_sheet_writer_add_number (VbSheetWriter *self, double value);
/* Writes the workbook, and looks whether all of it is there. */
gboolean vb_sheet_writer_finish (VbSheetWriter *self, GError **error);

G_END_DECLS
