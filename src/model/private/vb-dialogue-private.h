/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-dialogue.h"

G_BEGIN_DECLS

/* For the document only. @facts are copied; nothing is notified that stays as it is. */
VbDialogue *vb_dialogue_new (gint64 id, const VbDialogueFacts *facts);
void vb_dialogue_set_facts (VbDialogue *self, const VbDialogueFacts *facts);

G_END_DECLS
