/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where an action is written or changed. It says what does not hold, and closes only when the
 * document has taken it. */
#pragma once

#include <adwaita.h>

#include "vb-document-actions.h"

G_BEGIN_DECLS

#define VB_TYPE_ACTION_DIALOG (vb_action_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VbActionDialog, vb_action_dialog, VB, ACTION_DIALOG, AdwWindow)

/* @action: the one to change; NULL for a new one of @unit. Signal: "saved" (gint64), its id. */
GtkWidget *
vb_action_dialog_new (GtkWindow *parent, VbDocument *document, VbUnit *unit, VbAction *action);

G_END_DECLS
