/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One import in the list of imports. */
#pragma once

#include <adwaita.h>

#include "vb-import.h"

G_BEGIN_DECLS

#define VB_TYPE_IMPORT_ROW (vb_import_row_get_type ())
G_DECLARE_FINAL_TYPE (VbImportRow, vb_import_row, VB, IMPORT_ROW, AdwActionRow)

/* Its buttons ask for the actions "import.take-back" (x: the import's id) and "import.show-refused"
 * (x). */
GtkWidget *vb_import_row_new (VbImport *import);

G_END_DECLS
