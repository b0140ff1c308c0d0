/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a focus area is named and its goal written. The five given ones keep name and side. */
#pragma once

#include <adwaita.h>

#include "vb-document-actions.h"

G_BEGIN_DECLS

#define VB_TYPE_FOCUS_AREA_DIALOG (vb_focus_area_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VbFocusAreaDialog, vb_focus_area_dialog, VB, FOCUS_AREA_DIALOG, AdwWindow)

/* @area: the one to change; NULL for a new one. */
GtkWidget *vb_focus_area_dialog_new (GtkWindow *parent, VbDocument *document, VbFocusArea *area);

G_END_DECLS
