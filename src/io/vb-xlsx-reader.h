/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-byte-source.h"
#include "vb-date-form.h"
#include "vb-table-reader.h"

G_BEGIN_DECLS

#define VB_TYPE_XLSX_READER (vb_xlsx_reader_get_type ())
G_DECLARE_FINAL_TYPE (VbXlsxReader, vb_xlsx_reader, VB, XLSX_READER, VbTableReader)

/* The rows of one sheet of a workbook (ECMA-376, Office Open XML), the first one to begin with.
 * Formulas give the value they had when the workbook was saved. Borrows @source. */
VbXlsxReader *vb_xlsx_reader_new (VbByteSource *source, GError **error);
const char *const *vb_xlsx_reader_get_sheets (VbXlsxReader *self);
/* And rewinds. */
gboolean vb_xlsx_reader_set_sheet (VbXlsxReader *self, guint index, GError **error);
guint vb_xlsx_reader_get_sheet (VbXlsxReader *self);
VbSerialDays vb_xlsx_reader_get_serial_days (VbXlsxReader *self);

G_END_DECLS
