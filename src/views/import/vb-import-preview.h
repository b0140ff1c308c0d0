/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What will be taken from a table file, before it is taken: what was recognised, what each column
 * means, the first rows, and all that cannot be taken. */
#pragma once

#include <adwaita.h>

#include "vb-import-draft.h"

G_BEGIN_DECLS

#define VB_TYPE_IMPORT_PREVIEW (vb_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (VbImportPreview, vb_import_preview, VB, IMPORT_PREVIEW, GtkWidget)

/* Signals: "cancelled": the user does not want to import the file; "error" (GError); "saved"
 * (GFile): the list of problems was. A button asks for the action "import.choose". */
GtkWidget *vb_import_preview_new (void);
/* NULL: shows nothing. */
void vb_import_preview_set_draft (VbImportPreview *self, VbImportDraft *draft);

G_END_DECLS
