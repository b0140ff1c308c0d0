/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of what to attend to that somebody holds, kept fresh. Private to the document room. */
#pragma once

#include "private/vb-planner-private.h"

G_BEGIN_DECLS

typedef struct _VbAttentionLists VbAttentionLists;

VbAttentionLists *_vb_attention_lists_new (void);
void _vb_attention_lists_free (VbAttentionLists *self);
/* A new empty list about @unit (NULL: everything), owned by the caller; it is forgotten here when
 * nobody holds it any more. */
GListModel *_vb_attention_lists_add (VbAttentionLists *self, VbUnit *unit);
/* Fills all lists anew. Returns one bit for every grain whose table they depend on. */
guint _vb_attention_lists_refresh (VbAttentionLists *self,
                                   VbDocument *document,
                                   VbFacts *facts,
                                   VbNeedTable *const *tables);

G_END_DECLS
