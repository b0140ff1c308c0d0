/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vb-attention.h"

G_BEGIN_DECLS

/* A row that says what to attend to, and where it leads; @list_item is a VbAttention. For
 * gtk_list_box_bind_model(). Pressing it emits AdwActionRow::activated. */
GtkWidget *vb_attention_row_new (gpointer list_item, gpointer user_data);
VbAttention *vb_attention_row_get (GtkWidget *row);

G_END_DECLS
