/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes @bytes as the whole of @file, or leaves it as it was: unlike g_file_replace_contents(),
 * which puts what it has in the place of the old file also when the disk was full. Errors of
 * G_IO_ERROR. Blocks: not for the main loop. */
gboolean vb_file_replace (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error);

/* Gives up what g_file_replace() has begun to write: the old file stays, and where there was none
 * (@existed is FALSE) none is left. */
void vb_file_abandon (GFile *file, GFileOutputStream *out, gboolean existed);

G_END_DECLS
