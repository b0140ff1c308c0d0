/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same door as vb-document.h, and the same rules: what other documents say. Managers fill in
 * each their own file; the region gathers them. */
#pragma once

#include "vb-document.h"
#include "vb-gathered.h"

G_BEGIN_DECLS

/* @n_read of @n_files have been read. */
typedef void (*VbGatherProgressFunc) (guint n_read, guint n_files, gpointer user_data);

/* Takes what the documents @files (of GFile) say and this one does not, one file after the other,
 * as one transaction and one undo step. Rows are recognised by their ids, units also by code or
 * name under the same parent, imports by the bytes they read. Nothing is deleted; where both say
 * something, and not the same, ours stands and the other is among the file's conflicts. A file that
 * cannot be read or taken is left out, and its result says why. Gathering the same files again
 * changes nothing.
 *
 * Returns a VbGathered a file, in their order, owned by the caller. NULL with nothing changed: a
 * cancellation, or VB_ERROR_STORAGE. */
GPtrArray *vb_document_gather (VbDocument *self,
                               GPtrArray *files,
                               VbGatherProgressFunc progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GError **error);
/* The same in a thread. @progress is called in the caller's main context. */
void vb_document_gather_async (VbDocument *self,
                               GPtrArray *files,
                               VbGatherProgressFunc progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GPtrArray *vb_document_gather_finish (VbDocument *self, GAsyncResult *result, GError **error);

/* Tells @func of everything that the two say differently: @ours is what @self says, NULL for
 * nothing, @theirs likewise what @other says. What merely tells where figures came from is left
 * out. Blocks; for the command line. */
gboolean vb_document_compare (
    VbDocument *self, VbDocument *other, VbDifferenceFunc func, gpointer data, GError **error);

G_END_DECLS
