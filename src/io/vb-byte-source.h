/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a table file, to be read more than once. A local file is read where it is; anything
 * else (standard input, a mounted share) is first copied to an unnamed temporary file, because the
 * ZIP directory of a workbook stands at its end. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _VbByteSource VbByteSource;

/* @file NULL, or a file named "-" that does not exist, is standard input. VB_ERROR_BAD_INPUT when
 * it cannot be read, or would have to be copied and is larger than a gibibyte. */
VbByteSource *vb_byte_source_new (GFile *file, GCancellable *cancellable, GError **error);
/* Copies what the descriptor @fd, which stays open, still yields. VB_ERROR_BAD_INPUT, naming @name,
 * when that is more than @max_size bytes or cannot be read. */
VbByteSource *vb_byte_source_new_for_stream (
    int fd, goffset max_size, const char *name, GCancellable *cancellable, GError **error);
void vb_byte_source_free (VbByteSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbByteSource, vb_byte_source_free)

/* Reads at most @size bytes from @offset on; 0 at the end, -1 on error. Has no position of its own,
 * so several readers may use one source. */
gssize vb_byte_source_read_at (
    VbByteSource *self, void *buffer, gsize size, goffset offset, GError **error);
goffset vb_byte_source_get_size (VbByteSource *self);
const char *vb_byte_source_get_name (VbByteSource *self); /* base name, for messages */
/* The name to store, the same in every locale. */
const char *vb_byte_source_get_stored_name (VbByteSource *self);
/* SHA-256 of all bytes, in hex. */
char *vb_byte_source_checksum (VbByteSource *self, GCancellable *cancellable, GError **error);

G_END_DECLS
