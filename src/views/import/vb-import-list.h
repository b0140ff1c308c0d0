/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The imports of the document, the newest first, each with what can be done with it. */
#pragma once

#include <adwaita.h>

#include "vb-document.h"

G_BEGIN_DECLS

#define VB_TYPE_IMPORT_LIST (vb_import_list_get_type ())
G_DECLARE_FINAL_TYPE (VbImportList, vb_import_list, VB, IMPORT_LIST, GtkWidget)

GtkWidget *vb_import_list_new (void);
/* @imports: of VbImport; what changes in it is followed. */
void vb_import_list_set_imports (VbImportList *self, GListModel *imports);
/* Opens a window with what import @id refused. */
gboolean
vb_import_list_show_refused (VbImportList *self, VbDocument *document, gint64 id, GError **error);

G_END_DECLS
