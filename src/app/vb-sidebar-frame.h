/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sidebar beside the content; where it is narrow it comes over the content, and goes by itself.
 * The only place that knows which widget of libadwaita does it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VB_TYPE_SIDEBAR_FRAME (vb_sidebar_frame_get_type ())
G_DECLARE_FINAL_TYPE (VbSidebarFrame, vb_sidebar_frame, VB, SIDEBAR_FRAME, AdwBin)

/* Properties: sidebar, content (GtkWidget), narrow, show-sidebar. Turning narrow hides the sidebar,
 * and turning wide again brings it back if it was shown before. */
GtkWidget *vb_sidebar_frame_new (void);
GtkWidget *vb_sidebar_frame_get_sidebar (VbSidebarFrame *self);
void vb_sidebar_frame_set_sidebar (VbSidebarFrame *self, GtkWidget *sidebar);
GtkWidget *vb_sidebar_frame_get_content (VbSidebarFrame *self);
void vb_sidebar_frame_set_content (VbSidebarFrame *self, GtkWidget *content);
gboolean vb_sidebar_frame_get_narrow (VbSidebarFrame *self);
void vb_sidebar_frame_set_narrow (VbSidebarFrame *self, gboolean narrow);
gboolean vb_sidebar_frame_get_show_sidebar (VbSidebarFrame *self);
void vb_sidebar_frame_set_show_sidebar (VbSidebarFrame *self, gboolean show_sidebar);
/* Whether the sidebar is shown when there is room for it: what is worth remembering. */
gboolean vb_sidebar_frame_get_shown_when_wide (VbSidebarFrame *self);

G_END_DECLS
