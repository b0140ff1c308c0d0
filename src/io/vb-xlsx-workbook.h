/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells of every sheet lean on: the list of sheets, the shared strings, and which cell
 * styles show a number as a date. */
#pragma once

#include "vb-date-form.h"
#include "vb-xlsx-package.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *sheet_names; /* of char *, NULL-terminated */
  GPtrArray *sheet_parts; /* of char *: "xl/worksheets/sheet1.xml" */
  VbSerialDays days;
  GArray *date_styles; /* of gboolean, by cell style */
  GString *text;       /* all shared strings, one after the other */
  GArray *text_ends;   /* of gsize */
} VbXlsxWorkbook;

/* VB_ERROR_BAD_INPUT when the package is no workbook. */
VbXlsxWorkbook *vb_xlsx_workbook_new (VbXlsxPackage *package, const char *name, GError **error);
void vb_xlsx_workbook_free (VbXlsxWorkbook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbXlsxWorkbook, vb_xlsx_workbook_free)

/* FALSE when there is no shared string of that number. */
gboolean
vb_xlsx_workbook_get_string (VbXlsxWorkbook *self, guint64 index, const char **text, gsize *length);
gboolean vb_xlsx_workbook_is_date_style (VbXlsxWorkbook *self, guint64 style);

/* Whether a number format shows a day: by its number where it is built in, else by its code
 * ("yyyy\-mm\-dd", "[$-41D]d mmmm"; not "0,00" and not "[h]:mm", which shows a duration). */
gboolean vb_xlsx_is_date_format (guint id, const char *code);

G_END_DECLS
