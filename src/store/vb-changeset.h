/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a transaction changed, recorded by SQLite's session extension: enough to undo it, to redo
 * it, and to know which tables it touched. */
#pragma once

#include "vb-store-connection.h"

G_BEGIN_DECLS

typedef struct _VbRecorder VbRecorder;

/* Records from now on until freed. Every change of a row is looked at meanwhile, and kept:
 * recording a million observations takes longer than writing them, so an import's are written
 * without. */
VbRecorder *vb_recorder_new (VbStoreConnection *connection, GError **error);
void vb_recorder_free (VbRecorder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbRecorder, vb_recorder_free)
/* The changes so far; of size 0 when there is none. */
GBytes *vb_recorder_dup_changeset (VbRecorder *self, GError **error);

/* Inside a VB_STORE_TRANSACT_UNCHECKED transaction: replays @changeset, or takes it back, and
 * checks that no foreign key is broken. VB_ERROR_INVALID when the document is not as the changeset
 * left (found) it. */
gboolean vb_changeset_apply (VbStoreConnection *connection,
                             GBytes *changeset,
                             gboolean inverted,
                             GError **error);
/* After changes without enforced foreign keys that @changeset, or its inverse, tells of: that each
 * row still refers to what is there, VB_ERROR_INVALID otherwise. */
gboolean vb_changeset_check (VbStoreConnection *connection,
                             GBytes *changeset,
                             gboolean inverted,
                             GError **error);
/* @first and then @second as one; what the second takes back of the first is in neither. */
GBytes *vb_changeset_concat (GBytes *first, GBytes *second, GError **error);
/* The tables that @changeset changes. Bytes that are no changeset touch nothing. */
VbTouched vb_changeset_get_touched (GBytes *changeset);
/* The rows of the tables in @of that @changeset changes, by the first column of their keys, each
 * once: GArray of gint64, owned by the caller. */
GArray *vb_changeset_list_rows (GBytes *changeset, VbTouched of);

G_END_DECLS
