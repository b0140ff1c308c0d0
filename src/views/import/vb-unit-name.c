/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-unit-name.h"

struct _VbUnitName
{
  GObject parent_instance;

  GPtrArray *units; /* of VbUnit; at least one */
};

G_DEFINE_FINAL_TYPE (VbUnitName, vb_unit_name, G_TYPE_OBJECT)

static void
vb_unit_name_finalize (GObject *object)
{
  g_ptr_array_unref (VB_UNIT_NAME (object)->units);

  G_OBJECT_CLASS (vb_unit_name_parent_class)->finalize (object);
}

static void
vb_unit_name_class_init (VbUnitNameClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_unit_name_finalize;
}

static void
vb_unit_name_init (VbUnitName *self)
{
  self->units = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
collect (GListModel *units, GHashTable *known, GListStore *names)
{
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (units, i);
      VbUnitName *name = g_hash_table_lookup (known, vb_unit_get_name (unit));

      if (name == NULL)
        {
          g_autoptr (VbUnitName) made = g_object_new (VB_TYPE_UNIT_NAME, NULL);

          name = made;
          g_list_store_append (names, made);
          g_hash_table_insert (known, (gpointer) vb_unit_get_name (unit), made);
        }
      g_ptr_array_add (name->units, g_object_ref (unit));
      collect (vb_unit_get_children (unit), known, names);
    }
}

GListStore *
vb_unit_name_list (VbDocument *document)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GListStore *names = g_list_store_new (VB_TYPE_UNIT_NAME);

  g_return_val_if_fail (VB_IS_DOCUMENT (document), names);

  collect (vb_document_get_roots (document), known, names);
  return names;
}

const char *
vb_unit_name_get_text (VbUnitName *self)
{
  g_return_val_if_fail (VB_IS_UNIT_NAME (self), NULL);

  return vb_unit_get_name (vb_unit_name_get_first (self));
}

guint
vb_unit_name_get_n_units (VbUnitName *self)
{
  g_return_val_if_fail (VB_IS_UNIT_NAME (self), 0);

  return self->units->len;
}

VbUnit *
vb_unit_name_get_first (VbUnitName *self)
{
  g_return_val_if_fail (VB_IS_UNIT_NAME (self), NULL);

  return g_ptr_array_index (self->units, 0);
}

gboolean
vb_unit_name_get_care_type (VbUnitName *self, VbCareType *type)
{
  g_return_val_if_fail (VB_IS_UNIT_NAME (self), FALSE);

  *type = vb_unit_get_own_care_type (vb_unit_name_get_first (self));
  for (guint i = 1; i < self->units->len; i++)
    if (vb_unit_get_own_care_type (g_ptr_array_index (self->units, i)) != *type)
      return FALSE;
  return TRUE;
}

gboolean
vb_unit_name_set_care_type (VbUnitName *self, VbDocument *document, VbCareType type, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (VB_IS_UNIT_NAME (self), FALSE);

  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->units->len);
  for (guint i = 0; i < self->units->len; i++)
    {
      gint64 id = vb_unit_get_id (g_ptr_array_index (self->units, i));

      g_array_append_val (ids, id);
    }
  return vb_document_set_care_types (document, (const gint64 *) (gpointer) ids->data, ids->len,
                                     type, error);
}
