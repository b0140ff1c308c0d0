/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a dialogue is noted or changed. */
#pragma once

#include <adwaita.h>

#include "vb-document-actions.h"

G_BEGIN_DECLS

#define VB_TYPE_DIALOGUE_DIALOG (vb_dialogue_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VbDialogueDialog, vb_dialogue_dialog, VB, DIALOGUE_DIALOG, AdwWindow)

/* @dialogue: the one to change; NULL for a new one of @unit. The actions of @unit, and of the units
 * below it, are offered to be linked. */
GtkWidget *vb_dialogue_dialog_new (GtkWindow *parent,
                                   VbDocument *document,
                                   VbUnit *unit,
                                   VbDialogue *dialogue);

G_END_DECLS
