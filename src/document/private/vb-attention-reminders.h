/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was promised and is not done: actions past their last day, dialogues to be followed up.
 * Private to the document room. */
#pragma once

#include "vb-attention.h"
#include "vb-document-actions.h"

G_BEGIN_DECLS

/* Adds to @found (of VbAttention) those of @unit and of what is below it (NULL: all). The effect of
 * an action is the beds it is expected to give; that of a dialogue what its open actions give
 * together. */
void
_vb_attention_add_reminders (GPtrArray *found, VbDocument *document, VbUnit *unit, VbDay today);

G_END_DECLS
