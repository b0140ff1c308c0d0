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
is_same (VbAttention *a, VbAttention *b)
{
  return vb_attention_get_unit (a) == vb_attention_get_unit (b)
         && g_strcmp0 (vb_attention_get_text (a), vb_attention_get_text (b)) == 0
         && vb_attention_get_effect (a) == vb_attention_get_effect (b);
}

/* Puts the rows that stand in the list already in place of their equals, so that a view does not
 * rebuild them (and lose its selection) at every move of a slider. */
static void
keep_rows (GListModel *model, GPtrArray *found)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (VbAttention) old = g_list_model_get_item (model, i);

      for (guint j = 0; j < found->len; j++)
        if (is_same (old, g_ptr_array_index (found, j)))
          {
            g_object_unref (found->pdata[j]);
            found->pdata[j] = g_steal_pointer (&old);
            break;
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
