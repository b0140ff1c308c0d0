/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The example region as a document: simulated in a thread, then taken as any import is. */
#pragma once

#include "vb-document.h"

G_BEGIN_DECLS

/* Makes the example and calls back; @callback runs in the thread-default main context. */
void
vb_example_load_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* An untitled document that is not modified. Owned by the caller. */
VbDocument *vb_example_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
