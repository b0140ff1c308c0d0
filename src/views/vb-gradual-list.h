/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that a table can be filled from without holding up the main loop. A view makes widgets for
 * its first two hundred rows at once, however few of them are seen, which takes it a quarter of a
 * second; so the list lets its items out in portions, between which the main loop goes on. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VB_TYPE_GRADUAL_LIST (vb_gradual_list_get_type ())
G_DECLARE_FINAL_TYPE (VbGradualList, vb_gradual_list, VB, GRADUAL_LIST, GObject)

/* Empty. @item_type: what it will hold. */
VbGradualList *vb_gradual_list_new (GType item_type);
/* The same for the items of another model, such as a tree; these are not for set_items(). */
VbGradualList *vb_gradual_list_new_for_model (GListModel *items);
/* What the view shows; not owned by the caller. */
GListModel *vb_gradual_list_get_model (VbGradualList *self);
/* Replaces all items. @portion: how many to let out at a time; a row of many cells should go with
 * few others. */
void vb_gradual_list_set_items (VbGradualList *self, GPtrArray *items, guint portion);
/* Lets the items of now, and those that come next, out by portions again. */
void vb_gradual_list_restart (VbGradualList *self, guint portion);
/* All items, let out or not. */
guint vb_gradual_list_get_n_items (VbGradualList *self);
/* Lets out everything at once. */
void vb_gradual_list_finish (VbGradualList *self);

G_END_DECLS
