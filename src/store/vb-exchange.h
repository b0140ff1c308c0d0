/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two documents beside each other: what differs, and taking what the other one has. Rows are met
 * one at a time, however many there are.
 *
 * Without a common ancestor to compare with, nothing is ever deleted, and what both say of the same
 * thing stays as it is here and is reported. Where the order is known all the same, the later one
 * stands: a figure that there replaced the very one that stands here, an assessment that is a draft
 * here and done there. */
#pragma once

#include "vb-difference.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

typedef struct _VbExchange VbExchange;

/* Rows; conflicts are the differences that were reported. */
typedef struct
{
  gsize n_taken;
  gsize n_same;
  gsize n_conflicts;
} VbExchangeTally;

/* Borrows the connections, both of this thread. @report: hears of every difference; may be NULL. */
VbExchange *vb_exchange_new (VbStoreConnection *ours,
                             VbStoreConnection *theirs,
                             VbDifferenceFunc report,
                             gpointer data);
void vb_exchange_free (VbExchange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbExchange, vb_exchange_free)

/* Unit @theirs there is unit @ours here (or will be, or would be), called @path. Every unit that is
 * there is said before anything is taken or compared. */
void vb_exchange_add_unit (VbExchange *self, gint64 theirs, gint64 ours, const char *path);
/* What the caller found out about units. */
void vb_exchange_report (VbExchange *self, const VbDifferenceFields *fields);
void vb_exchange_count (VbExchange *self, gsize n_taken, gsize n_same);

/* Takes the imports that are not here, without their figures; one of the same file is the same.
 * They come before those that only we have, so that ours win. Inside a checked transaction. */
gboolean vb_exchange_take_imports (VbExchange *self, GError **error);
/* The import here for one there, once they are taken; 0 for 0. */
gint64 vb_exchange_map_import (VbExchange *self, gint64 theirs);
/* Takes everything else that is not here; the units are written. Inside the same transaction.
 * VB_ERROR_INVALID when a ladder of the same id and version has another text. */
gboolean vb_exchange_take (VbExchange *self, GError **error);

/* Reports everything that is said there and not here (ours is NULL then) or differently; only what
 * is not here when @missing_only. Writes nothing. */
gboolean vb_exchange_compare (VbExchange *self, gboolean missing_only, GError **error);

const VbExchangeTally *vb_exchange_get_tally (VbExchange *self);

/* Whether the table @name is one that this file knows what to do with. */
gboolean vb_exchange_knows_table (const char *name);

G_END_DECLS
