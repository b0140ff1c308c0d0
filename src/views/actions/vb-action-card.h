/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An action on the board: a row of one of its columns. Enter or a click edits it, Ctrl and an arrow
 * gives it the next status or the one before, Delete removes it, the Menu key has all of that; it
 * can be dragged too. It activates what the page installs, as vb-action-menu.h says. */
#pragma once

#include "vb-document-actions.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VB_TYPE_ACTION_CARD (vb_action_card_get_type ())
G_DECLARE_FINAL_TYPE (VbActionCard, vb_action_card, VB, ACTION_CARD, GtkListBoxRow)

/* Shows @action as it is now: a change of it makes a new card. @today: by which it is overdue. */
GtkWidget *vb_action_card_new (VbDocument *document, VbAction *action, VbDay today);
VbAction *vb_action_card_get_action (VbActionCard *self); /* not owned */

G_END_DECLS
