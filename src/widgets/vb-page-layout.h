/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the parts of a page stand: key figures on top, then content with the inspector at its end.
 * Where the width does not allow both, the inspector moves below the content. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VB_TYPE_PAGE_LAYOUT (vb_page_layout_get_type ())
G_DECLARE_FINAL_TYPE (VbPageLayout, vb_page_layout, VB, PAGE_LAYOUT, GtkLayoutManager)

/* The parts are children of the laid-out widget, in this order of focus: figures, content,
 * separator, inspector. Not owned. */
GtkLayoutManager *vb_page_layout_new (GtkWidget *figures,
                                      GtkWidget *content,
                                      GtkWidget *separator,
                                      GtkWidget *inspector);

G_END_DECLS
