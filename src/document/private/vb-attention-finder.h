/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the figures say ought to be attended to. Private to the document room. */
#pragma once

#include "private/vb-planner-private.h"
#include "vb-attention.h"

G_BEGIN_DECLS

/* Of VbAttention, the greatest effect first, about @unit and what is below it (NULL: everything),
 * seen over the year up to the last day with data. @tables is indexed by grain, NULL where there is
 * none yet. @grains: out, one bit for every grain whose table the answer depends on. */
GPtrArray *_vb_attention_find (
    VbDocument *document, VbFacts *facts, VbNeedTable *const *tables, VbUnit *unit, guint *grains);

G_END_DECLS
