/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work that a crash left behind: a document that was changed and not saved. */
#pragma once

#include "vb-document.h"

G_BEGIN_DECLS

#define VB_TYPE_RECOVERY (vb_recovery_get_type ())
G_DECLARE_FINAL_TYPE (VbRecovery, vb_recovery, VB, RECOVERY, GObject)

const char *vb_recovery_get_title (VbRecovery *self);
GFile *vb_recovery_get_file (VbRecovery *self); /* NULL when it was never saved; not owned */
gint64 vb_recovery_get_time (VbRecovery *self); /* of the last change, Unix seconds */
/* The document as it was, modified and with its file, without what could be undone. Saving it still
 * minds a change of the file by others. VB_ERROR_NOT_FOUND when it is gone or somebody has it;
 * VB_ERROR_DAMAGED. Where it fails or is cancelled it stays to be recovered. */
void vb_recovery_open_async (VbRecovery *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
VbDocument *vb_recovery_open_finish (GAsyncResult *result, GError **error);
/* Throws it away. */
void vb_recovery_discard (VbRecovery *self);

G_END_DECLS
