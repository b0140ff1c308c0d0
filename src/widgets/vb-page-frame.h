/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shape of every page: key figures on top, charts and tables in the middle, an inspector at the
 * end (assumptions, "Where does this come from?") that moves below where it is narrow. It scrolls
 * as one, and the content fills what height is left. Instead of all that it can show an empty
 * state. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VB_TYPE_PAGE_FRAME (vb_page_frame_get_type ())
G_DECLARE_FINAL_TYPE (VbPageFrame, vb_page_frame, VB, PAGE_FRAME, AdwBin)

/* Properties: figures, content, inspector, empty-state (each a GtkWidget or NULL) and empty: TRUE
 * shows the empty state. */
GtkWidget *vb_page_frame_new (void);
GtkWidget *vb_page_frame_get_figures (VbPageFrame *self);
void vb_page_frame_set_figures (VbPageFrame *self, GtkWidget *figures);
GtkWidget *vb_page_frame_get_content (VbPageFrame *self);
void vb_page_frame_set_content (VbPageFrame *self, GtkWidget *content);
GtkWidget *vb_page_frame_get_inspector (VbPageFrame *self);
void vb_page_frame_set_inspector (VbPageFrame *self, GtkWidget *inspector);
GtkWidget *vb_page_frame_get_empty_state (VbPageFrame *self);
void vb_page_frame_set_empty_state (VbPageFrame *self, GtkWidget *empty_state);
gboolean vb_page_frame_get_empty (VbPageFrame *self);
void vb_page_frame_set_empty (VbPageFrame *self, gboolean empty);

G_END_DECLS
