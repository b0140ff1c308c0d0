/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The private folder in which an open document lives:
 *
 *   <user state>/vardbalans/documents/<random>/
 *     lock         held as long as somebody has the document open
 *     document.db  the database, with its -wal and -shm
 *     about        which file it belongs to, and whether it differs from it
 *
 * SQLite never opens the user's own file: its locks and its side files do not work on network
 * shares and through the sandbox's file portal. A program that is killed leaves the folder behind
 * with nobody holding the lock; that is how the next start finds it. */
#pragma once

#include <gio/gio.h>

#include "vb-error.h"

G_BEGIN_DECLS

typedef struct _VbWorkingCopy VbWorkingCopy;

/* An empty folder, locked. VB_ERROR_STORAGE. */
VbWorkingCopy *vb_working_copy_new (GError **error);
/* Takes over one that was left behind; VB_ERROR_NOT_FOUND when it is gone or another program has
 * it. */
VbWorkingCopy *vb_working_copy_adopt (const char *folder, GError **error);
/* From any thread. The last one gives up the lock; what is in the folder stays unless discarded. */
VbWorkingCopy *vb_working_copy_ref (VbWorkingCopy *self);
void vb_working_copy_unref (VbWorkingCopy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbWorkingCopy, vb_working_copy_unref)
/* Deletes the folder. Connections that are open stay so, on files without a name. */
void vb_working_copy_discard (VbWorkingCopy *self);

const char *vb_working_copy_get_folder (VbWorkingCopy *self);
const char *vb_working_copy_get_database (VbWorkingCopy *self); /* path of document.db */

/* What is remembered about it beyond the facts. */
typedef struct
{
  char *uri;   /* of the user's file, NULL while untitled */
  char *etag;  /* that file's when it was read or written last; NULL if not known */
  char *title; /* for a list of what was left behind */
  gboolean modified;
} VbWorkingCopyAbout;

void vb_working_copy_about_clear (VbWorkingCopyAbout *about);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VbWorkingCopyAbout, vb_working_copy_about_clear)
/* Remembers @about beside the database, at once. VB_ERROR_STORAGE. */
gboolean
vb_working_copy_write_about (VbWorkingCopy *self, const VbWorkingCopyAbout *about, GError **error);
/* All fields are empty when nothing could be read. */
void vb_working_copy_read_about (VbWorkingCopy *self, VbWorkingCopyAbout *about);
/* When its database was last written to, Unix seconds. */
gint64 vb_working_copy_get_time (VbWorkingCopy *self);

/* Folders (strings) that nobody holds and that have changes nobody saved; those without are deleted
 * on the way. */
GPtrArray *vb_working_copy_list_abandoned (void);

/* Copies the bytes of @file into the working copy. @etag: out, the file's, NULL if it has none.
 * Errors are those of the header check, and VB_ERROR_STORAGE. */
gboolean vb_working_copy_load (
    VbWorkingCopy *self, GFile *file, char **etag, GCancellable *cancellable, GError **error);
/* Writes the database, packed, over @file, whole or not at all. @expected: the etag that @file must
 * have still (VB_ERROR_CHANGED_ON_DISK), NULL = whatever there is. Opens its own connection and may
 * run in any thread while others read and write. @etag: out, of what was written. */
gboolean vb_working_copy_save (VbWorkingCopy *self,
                               GFile *file,
                               const char *expected,
                               char **etag,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
