/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vb-document.h"

G_BEGIN_DECLS

#define VB_TYPE_LADDER_IMPORT_WINDOW (vb_ladder_import_window_get_type ())
G_DECLARE_FINAL_TYPE (
    VbLadderImportWindow, vb_ladder_import_window, VB, LADDER_IMPORT_WINDOW, AdwWindow)

/* Shows what the table @file has of areas and statements, or what is wrong with it, and takes it
 * into @document as a ladder under the name, id and version that the reader gives it. */
GtkWidget *vb_ladder_import_window_new (GtkWindow *parent, VbDocument *document, GFile *file);

G_END_DECLS
