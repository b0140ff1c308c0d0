/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking imports into a document, taking them back, putting them back: on any connection, in any
 * thread, without knowing VbDocument. */
#pragma once

#include "vb-batch.h"
#include "vb-document.h"
#include "vb-history.h"
#include "vb-random.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

/* A random 62-bit number above 0. */
gint64 vb_draw_id (VbRandom *ids);

/* One transaction. @taken: out; @step: out, NULL when the batch changes nothing. */
gboolean vb_import_taker_take (VbStoreConnection *connection,
                               VbBatch *batch,
                               VbRandom *ids,
                               VbTaken *taken,
                               VbStep **step,
                               GError **error);
/* Takes an import back as a new step. @name: the import's source, for the label. */
gboolean vb_import_taker_take_back (VbStoreConnection *connection,
                                    gint64 import,
                                    gint64 ordinal,
                                    const char *name,
                                    VbStep **step,
                                    GError **error);
/* Undoes (redoes) a step of either of these kinds, moving the observations between the document and
 * the step. */
gboolean
vb_import_taker_replay (VbStoreConnection *connection, VbStep *step, gboolean undo, GError **error);

G_END_DECLS
