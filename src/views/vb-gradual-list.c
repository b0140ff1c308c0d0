/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-gradual-list.h"

/* As many rows as a view makes; what comes after costs nothing until it is scrolled to. */
#define VIEW_ROWS 210

struct _VbGradualList
{
  GObject parent_instance;

  GListModel *items; /* a GListStore, unless it is somebody else's */
  GtkSliceListModel *slice;
  guint portion;
  guint source;
};

G_DEFINE_FINAL_TYPE (VbGradualList, vb_gradual_list, G_TYPE_OBJECT)

static void
vb_gradual_list_finalize (GObject *object)
{
  VbGradualList *self = VB_GRADUAL_LIST (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->slice);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (vb_gradual_list_parent_class)->finalize (object);
}

static void
vb_gradual_list_class_init (VbGradualListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_gradual_list_finalize;
}

static void
vb_gradual_list_init (VbGradualList *self)
{
}

VbGradualList *
vb_gradual_list_new_for_model (GListModel *items)
{
  VbGradualList *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (items), NULL);

  self = g_object_new (VB_TYPE_GRADUAL_LIST, NULL);
  self->items = g_object_ref (items);
  self->slice = gtk_slice_list_model_new (g_object_ref (items), 0, G_MAXUINT);
  return self;
}

VbGradualList *
vb_gradual_list_new (GType item_type)
{
  g_autoptr (GListStore) items = g_list_store_new (item_type);

  return vb_gradual_list_new_for_model (G_LIST_MODEL (items));
}

GListModel *
vb_gradual_list_get_model (VbGradualList *self)
{
  g_return_val_if_fail (VB_IS_GRADUAL_LIST (self), NULL);

  return G_LIST_MODEL (self->slice);
}

static gboolean
let_out (gpointer user_data)
{
  VbGradualList *self = user_data;
  guint size = gtk_slice_list_model_get_size (self->slice) + self->portion;

  if (size >= VIEW_ROWS || size >= vb_gradual_list_get_n_items (self))
    {
      self->source = 0;
      gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
      return G_SOURCE_REMOVE;
    }
  gtk_slice_list_model_set_size (self->slice, size);
  return G_SOURCE_CONTINUE;
}

void
vb_gradual_list_set_items (VbGradualList *self, GPtrArray *items, guint portion)
{
  g_return_if_fail (VB_IS_GRADUAL_LIST (self));
  g_return_if_fail (G_IS_LIST_STORE (self->items));

  vb_gradual_list_restart (self, portion);
  g_list_store_splice (G_LIST_STORE (self->items), 0, g_list_model_get_n_items (self->items),
                       items->pdata, items->len);
}

void
vb_gradual_list_restart (VbGradualList *self, guint portion)
{
  g_return_if_fail (VB_IS_GRADUAL_LIST (self));
  g_return_if_fail (portion > 0);

  self->portion = portion;
  gtk_slice_list_model_set_size (self->slice, portion);
  if (self->source == 0)
    self->source = g_idle_add (let_out, self);
}

guint
vb_gradual_list_get_n_items (VbGradualList *self)
{
  g_return_val_if_fail (VB_IS_GRADUAL_LIST (self), 0);

  return g_list_model_get_n_items (self->items);
}

void
vb_gradual_list_finish (VbGradualList *self)
{
  g_return_if_fail (VB_IS_GRADUAL_LIST (self));

  g_clear_handle_id (&self->source, g_source_remove);
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
}
