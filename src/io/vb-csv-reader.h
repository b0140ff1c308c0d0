/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-table-reader.h"
#include "vb-text-reader.h"

G_BEGIN_DECLS

#define VB_TYPE_CSV_READER (vb_csv_reader_get_type ())
G_DECLARE_FINAL_TYPE (VbCsvReader, vb_csv_reader, VB, CSV_READER, VbTableReader)

/* Rows of delimited text after RFC 4180, with CR LF, LF or CR between them, and lenient where that
 * loses nothing: a quote within an unquoted field is an ordinary character, and a field whose
 * closing quote is nowhere within a mebibyte is read as if its quote were one. Takes @text. */
VbCsvReader *vb_csv_reader_new (VbTextReader *text, char delimiter);
void vb_csv_reader_set_delimiter (VbCsvReader *self, char delimiter);
VbTextReader *vb_csv_reader_get_text (VbCsvReader *self);

/* The delimiter (",", ";", tab) that parts the most rows alike, looking at the first ones; 0 when
 * none does: the file is no table. Leaves @self at its start, with that delimiter. */
gboolean vb_csv_reader_sniff (VbCsvReader *self, char *delimiter, GError **error);

G_END_DECLS
