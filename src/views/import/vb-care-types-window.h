/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says of the units of a document, name by name, what type of care they give: most tables do not
 * say, and care of different groups is never added together. */
#pragma once

#include <adwaita.h>

#include "vb-document.h"

G_BEGIN_DECLS

#define VB_TYPE_CARE_TYPES_WINDOW (vb_care_types_window_get_type ())
G_DECLARE_FINAL_TYPE (VbCareTypesWindow, vb_care_types_window, VB, CARE_TYPES_WINDOW, AdwWindow)

/* All units of @document; each choice is one change of it, which can be undone. */
GtkWidget *vb_care_types_window_new (GtkWindow *parent, VbDocument *document);

/* The words for the care types, by their number; the first is for a unit that says none itself. */
GtkStringList *vb_care_types_window_list (void);

G_END_DECLS
