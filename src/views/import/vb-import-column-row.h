/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One column of the table to be imported: its header and first values, what it means, whether that
 * was guessed, and why it is left out. */
#pragma once

#include <gtk/gtk.h>

#include "vb-import-draft.h"

G_BEGIN_DECLS

#define VB_TYPE_IMPORT_COLUMN_ROW (vb_import_column_row_get_type ())
G_DECLARE_FINAL_TYPE (VbImportColumnRow, vb_import_column_row, VB, IMPORT_COLUMN_ROW, GtkListBoxRow)

/* Of column @column of the table that @draft has opened. */
GtkWidget *vb_import_column_row_new (VbImportDraft *draft, guint column);
/* Shows the column as the draft has it now. */
void vb_import_column_row_update (VbImportColumnRow *self);

G_END_DECLS
