/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dialogue in the log. Enter or a click edits it, Delete removes it. It activates what the page
 * installs: "dialogues.edit" (x), "dialogues.remove" (x) and "dialogues.follow-up" (x). */
#pragma once

#include <adwaita.h>

#include "vb-document-actions.h"

G_BEGIN_DECLS

#define VB_TYPE_DIALOGUE_ROW (vb_dialogue_row_get_type ())
G_DECLARE_FINAL_TYPE (VbDialogueRow, vb_dialogue_row, VB, DIALOGUE_ROW, GtkListBoxRow)

/* Shows @dialogue as it is now: a change of it makes a new row. @today: by which a follow-up is
 * due. */
GtkWidget *vb_dialogue_row_new (VbDocument *document, VbDialogue *dialogue, VbDay today);
VbDialogue *vb_dialogue_row_get_dialogue (VbDialogueRow *self); /* not owned */

G_END_DECLS
