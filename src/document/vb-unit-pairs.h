/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which unit of one document is which of another: by id, else by code or name under the same
 * parent, so that documents that were made apart from the same tree meet. */
#pragma once

#include "vb-exchange.h"
#include "vb-unit-matcher.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *theirs;         /* of VbUnitRow, a parent before its children */
  VbUnitMatcher *matcher; /* of ours, and of those that only they have, as they would be here */
  GPtrArray *met;    /* VbUnitCandidate by @theirs; its "made" tells those that only they have */
  GHashTable *paths; /* id here (in the candidate's row) → path */
} VbUnitPairs;

/* Looks only; errors are those of the store. */
VbUnitPairs *vb_unit_pairs_new (VbStoreConnection *ours, VbStoreConnection *theirs, GError **error);
void vb_unit_pairs_free (VbUnitPairs *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbUnitPairs, vb_unit_pairs_free)

/* Tells @exchange of every unit, and reports what is said of them differently. With @learn, what is
 * not said of one here is learnt from there instead. */
void vb_unit_pairs_tell (VbUnitPairs *self, VbExchange *exchange, gboolean learn);
/* Writes those that only they have, and what was learnt. Inside a transaction. */
gboolean vb_unit_pairs_write (VbUnitPairs *self,
                              VbExchange *exchange,
                              VbStoreConnection *ours,
                              GError **error);
/* The other way round, for looking from there at what is here: tells @exchange of our units, and
 * reports those that only we have. */
void vb_unit_pairs_tell_back (VbUnitPairs *self, VbExchange *exchange);

G_END_DECLS
