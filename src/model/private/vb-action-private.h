/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-action.h"

G_BEGIN_DECLS

/* For the document only. @facts are copied; nothing is notified that stays as it is. */
VbAction *vb_action_new (gint64 id, const VbActionFacts *facts);
void vb_action_set_facts (VbAction *self, const VbActionFacts *facts);

G_END_DECLS
