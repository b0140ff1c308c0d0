/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first rows of the table to be imported, as they stand in the file, with every doubtful cell
 * marked. */
#pragma once

#include <gtk/gtk.h>

#include "vb-import-draft.h"

G_BEGIN_DECLS

#define VB_TYPE_IMPORT_SAMPLE (vb_import_sample_get_type ())
G_DECLARE_FINAL_TYPE (VbImportSample, vb_import_sample, VB, IMPORT_SAMPLE, GtkWidget)

GtkWidget *vb_import_sample_new (void);
/* @batch: the result of a reading, whose problems are marked; NULL: none yet. */
void vb_import_sample_show (VbImportSample *self, VbImporter *importer, VbBatch *batch);
guint vb_import_sample_get_n_rows (VbImportSample *self);
/* Columns of the table that there is no room for. */
guint vb_import_sample_get_n_hidden (VbImportSample *self);
/* Scrolls to row @number of the file and selects it; FALSE when it is not among the first rows. */
gboolean vb_import_sample_select (VbImportSample *self, guint number);

G_END_DECLS
