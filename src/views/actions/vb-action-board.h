/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions as cards, a column a status. A card is moved by dragging it or with Ctrl and an arrow;
 * the plain arrows walk among cards and columns. */
#pragma once

#include "vb-document-actions.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VB_TYPE_ACTION_BOARD (vb_action_board_get_type ())
G_DECLARE_FINAL_TYPE (VbActionBoard, vb_action_board, VB, ACTION_BOARD, GtkWidget)

GtkWidget *vb_action_board_new (void);
/* Shows @actions (of VbAction) in their order; the card that had the focus keeps it, wherever it is
 * now. A column shows its first 40; the table has them all. */
void
vb_action_board_show (VbActionBoard *self, VbDocument *document, GListModel *actions, VbDay today);
/* The card of an action; NULL when it is not shown. */
GtkWidget *vb_action_board_find_card (VbActionBoard *self, gint64 action_id);

G_END_DECLS
