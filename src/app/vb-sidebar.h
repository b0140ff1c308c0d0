/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of pages under the headings of their levels. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VB_TYPE_SIDEBAR (vb_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (VbSidebar, vb_sidebar, VB, SIDEBAR, AdwBin)

/* Property: page, the id of the page chosen, or NULL.
 * Signal: "activated", when the reader pressed a row, also that of the present page. */
GtkWidget *vb_sidebar_new (void);
const char *vb_sidebar_get_page (VbSidebar *self);
void vb_sidebar_set_page (VbSidebar *self, const char *id);

G_END_DECLS
