/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-list-private.h"

static gboolean
is_item (GListStore *store, guint position, gpointer item)
{
  g_autoptr (GObject) present = g_list_model_get_item (G_LIST_MODEL (store), position);

  return present == item;
}

void
vb_list_store_set_items (GListStore *store, GPtrArray *items)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint head = 0;
  guint tail = 0;

  while (head < n_old && head < items->len && is_item (store, head, items->pdata[head]))
    head++;
  while (tail < n_old - head && tail < items->len - head
         && is_item (store, n_old - tail - 1, items->pdata[items->len - tail - 1]))
    tail++;
  if (n_old == head + tail && items->len == head + tail)
    return;
  g_list_store_splice (store, head, n_old - head - tail, items->pdata + head,
                       items->len - head - tail);
}
