/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card with a title that asks or answers, a line below it, room for buttons at the end of that
 * line, and one child: a chart, a table, a list. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VB_TYPE_CARD (vb_card_get_type ())
G_DECLARE_FINAL_TYPE (VbCard, vb_card, VB, CARD, GtkWidget)

/* Properties: title, subtitle (both translated; an empty or NULL one takes no room), child. In a
 * .ui file a child of type "suffix" stands beside the title. */
GtkWidget *vb_card_new (const char *title, const char *subtitle);
const char *vb_card_get_title (VbCard *self);
void vb_card_set_title (VbCard *self, const char *title);
const char *vb_card_get_subtitle (VbCard *self);
void vb_card_set_subtitle (VbCard *self, const char *subtitle);
GtkWidget *vb_card_get_child (VbCard *self);
void vb_card_set_child (VbCard *self, GtkWidget *child);
void vb_card_add_suffix (VbCard *self, GtkWidget *suffix);

G_END_DECLS
