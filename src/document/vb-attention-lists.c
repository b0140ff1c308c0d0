/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-attention-lists.h"

#include "private/vb-attention-finder.h"
#include "private/vb-list-private.h"

typedef struct
{
  GWeakRef store;
  VbUnit *unit;
} List;

struct _VbAttentionLists
{
  GPtrArray *lists; /* of List */
};

static void
list_free (gpointer data)
{
  List *list = data;

  g_weak_ref_clear (&list->store);
  g_clear_object (&list->unit);
  g_free (list);
}

VbAttentionLists *
_vb_attention_lists_new (void)
{
  VbAttentionLists *self = g_new0 (VbAttentionLists, 1);

  self->lists = g_ptr_array_new_with_free_func (list_free);

  return self;
}

void
_vb_attention_lists_free (VbAttentionLists *self)
{
  g_ptr_array_unref (self->lists);
  g_free (self);
}

GListModel *
_vb_attention_lists_add (VbAttentionLists *self, VbUnit *unit)
{
  GListStore *store = g_list_store_new (VB_TYPE_ATTENTION);
  List *list = g_new0 (List, 1);

  g_weak_ref_init (&list->store, store);
  g_set_object (&list->unit, unit);
  g_ptr_array_add (self->lists, list);

  return G_LIST_MODEL (store);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  VbAttention *x = (VbAttention *) a, *y = (VbAttention *) b;

  return vb_attention_get_unit (x) == vb_attention_get_unit (y)
         && vb_attention_get_kind (x) == vb_attention_get_kind (y)
         && vb_attention_get_effect (x) == vb_attention_get_effect (y)
         && g_strcmp0 (vb_attention_get_text (x), vb_attention_get_text (y)) == 0;
}

static guint
hash (gconstpointer attention)
{
  return g_str_hash (vb_attention_get_text ((VbAttention *) attention));
}

/* Puts the rows that stand in the list already in place of their equals, so that a view does not
 * rebuild them (and lose its selection) at every move of a slider. */
static void
keep_rows (GListModel *model, GPtrArray *found)
{
  g_autoptr (GHashTable) old = g_hash_table_new_full (hash, is_same, g_object_unref, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_hash_table_add (old, g_list_model_get_item (model, i));
  for (guint i = 0; i < found->len; i++)
    {
      VbAttention *kept = g_hash_table_lookup (old, found->pdata[i]);

      if (kept != NULL)
        {
          g_object_unref (found->pdata[i]);
          found->pdata[i] = g_object_ref (kept);
        }
    }
}

guint
_vb_attention_lists_refresh (VbAttentionLists *self,
                             VbDocument *document,
                             VbFacts *facts,
                             VbNeedTable *const *tables)
{
  guint grains = 0;

  for (guint i = self->lists->len; i-- > 0;)
    {
      List *list = g_ptr_array_index (self->lists, i);
      g_autoptr (GListStore) store = g_weak_ref_get (&list->store);
      g_autoptr (GPtrArray) found = NULL;
      guint depends_on;

      if (store == NULL)
        {
          g_ptr_array_remove_index_fast (self->lists, i);
          continue;
        }
      found = _vb_attention_find (document, facts, tables, list->unit, &depends_on);
      keep_rows (G_LIST_MODEL (store), found);
      vb_list_store_set_items (store, found);
      grains |= depends_on;
    }

  return grains;
}
