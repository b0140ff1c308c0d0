/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of one action: edit it, give it another status, remove it. It activates what the page
 * installs: "actions.edit" (x), "actions.move" ((xi), a VbActionStatus) and "actions.remove" (x).
 */
#pragma once

#include <gtk/gtk.h>

#include "vb-action.h"

G_BEGIN_DECLS

/* Opens it on @widget, at a place of it. It goes when it closes. */
void vb_action_menu_popup (GtkWidget *widget, VbAction *action, double x, double y);

G_END_DECLS
