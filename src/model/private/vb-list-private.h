/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes @store hold exactly @items (GObjects, borrowed), in their order, with one "items-changed"
 * over the stretch that differs, or none: rows that stay keep their selection in a view. */
void vb_list_store_set_items (GListStore *store, GPtrArray *items);

G_END_DECLS
