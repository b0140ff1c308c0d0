/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-lever.h"

G_BEGIN_DECLS

/* For the document only. @facts are copied; nothing is notified that stays as it is. */
VbLever *vb_lever_new (gint64 id, const VbLeverFacts *facts);
void vb_lever_set_facts (VbLever *self, const VbLeverFacts *facts);

G_END_DECLS
