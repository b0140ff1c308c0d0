/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-working-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define GROUP "document"

struct _VbWorkingCopy
{
  gatomicrefcount references;
  char *folder;
  char *database;
  int lock;
};

static char *
dup_parent_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "vardbalans", "documents", NULL);
}

static gboolean
fail_with_errno (const char *path, GError **error)
{
  int saved_errno = errno;

  g_set_error (error, VB_ERROR, VB_ERROR_STORAGE, _ ("The working copy in %s cannot be used (%s)"),
               path, g_strerror (saved_errno));
  return FALSE;
}

/* flock() belongs to the open file, so it also tells two documents of one program apart, and the
 * kernel lets go of it however the program ends. */
static gboolean
take_lock (VbWorkingCopy *self, int flags)
{
  g_autofree char *path = g_build_filename (self->folder, "lock", NULL);

  self->lock = g_open (path, O_RDWR | O_CLOEXEC | flags, 0600);
  return self->lock >= 0 && flock (self->lock, LOCK_EX | LOCK_NB) == 0;
}

static VbWorkingCopy *
new_for_folder (char *folder)
{
  VbWorkingCopy *self = g_new0 (VbWorkingCopy, 1);

  self->folder = folder;
  self->database = g_build_filename (folder, "document.db", NULL);
  self->lock = -1;
  g_atomic_ref_count_init (&self->references);
  return self;
}

VbWorkingCopy *
vb_working_copy_new (GError **error)
{
  g_autofree char *parent = dup_parent_folder ();
  g_autofree char *folder = g_build_filename (parent, "XXXXXX", NULL);
  g_autoptr (VbWorkingCopy) self = NULL;

  if (g_mkdir_with_parents (parent, 0700) != 0 || g_mkdtemp_full (folder, 0700) == NULL)
    {
      fail_with_errno (parent, error);
      return NULL;
    }
  self = new_for_folder (g_steal_pointer (&folder));
  if (!take_lock (self, O_CREAT | O_EXCL))
    {
      fail_with_errno (self->folder, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

VbWorkingCopy *
vb_working_copy_adopt (const char *folder, GError **error)
{
  g_autoptr (VbWorkingCopy) self = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  self = new_for_folder (g_strdup (folder));
  if (!take_lock (self, 0))
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                           _ ("The working copy is gone, or is open in another window"));
      return NULL;
    }
  return g_steal_pointer (&self);
}

VbWorkingCopy *
vb_working_copy_ref (VbWorkingCopy *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
vb_working_copy_unref (VbWorkingCopy *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->folder);
  g_free (self->database);
  g_free (self);
}

/* The folder holds files only, and only ours. The lock goes last: until then nobody else takes a
 * half-deleted copy for one left behind. */
void
vb_working_copy_discard (VbWorkingCopy *self)
{
  g_autofree char *lock = g_build_filename (self->folder, "lock", NULL);
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (!g_str_equal (name, "lock"))
        g_unlink (path);
    }
  g_unlink (lock);
  g_rmdir (self->folder);
}

const char *
vb_working_copy_get_folder (VbWorkingCopy *self)
{
  return self->folder;
}

const char *
vb_working_copy_get_database (VbWorkingCopy *self)
{
  return self->database;
}

void
vb_working_copy_about_clear (VbWorkingCopyAbout *about)
{
  g_clear_pointer (&about->uri, g_free);
  g_clear_pointer (&about->etag, g_free);
  g_clear_pointer (&about->title, g_free);
}

gboolean
vb_working_copy_write_about (VbWorkingCopy *self, const VbWorkingCopyAbout *about, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = g_build_filename (self->folder, "about", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize length;

  if (about->uri != NULL)
    g_key_file_set_string (keys, GROUP, "uri", about->uri);
  if (about->etag != NULL)
    g_key_file_set_string (keys, GROUP, "etag", about->etag);
  if (about->title != NULL)
    g_key_file_set_string (keys, GROUP, "title", about->title);
  g_key_file_set_boolean (keys, GROUP, "modified", about->modified);
  text = g_key_file_to_data (keys, &length, NULL);
  /* Consistent, not durable: it is written at the first change after each save, on the way to the
   * screen, and a killed program loses nothing by it. */
  if (!g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 &local_error))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_STORAGE,
                   _ ("The working copy in %s cannot be used (%s)"), self->folder,
                   local_error->message);
      return FALSE;
    }
  return TRUE;
}

void
vb_working_copy_read_about (VbWorkingCopy *self, VbWorkingCopyAbout *about)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = g_build_filename (self->folder, "about", NULL);

  g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL);
  about->uri = g_key_file_get_string (keys, GROUP, "uri", NULL);
  about->etag = g_key_file_get_string (keys, GROUP, "etag", NULL);
  about->title = g_key_file_get_string (keys, GROUP, "title", NULL);
  about->modified = g_key_file_get_boolean (keys, GROUP, "modified", NULL);
}

gint64
vb_working_copy_get_time (VbWorkingCopy *self)
{
  static const char *const suffixes[] = { "", "-wal" };
  gint64 newest = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (self->database, suffixes[i], NULL);
      GStatBuf info;

      if (g_stat (path, &info) == 0)
        newest = MAX (newest, (gint64) info.st_mtime);
    }
  return newest;
}

GPtrArray *
vb_working_copy_list_abandoned (void)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *parent = dup_parent_folder ();
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (parent, name, NULL);
      g_autoptr (VbWorkingCopy) copy = vb_working_copy_adopt (folder, NULL);
      g_auto (VbWorkingCopyAbout) about = { 0 };

      if (copy == NULL)
        continue;
      vb_working_copy_read_about (copy, &about);
      if (about.modified)
        g_ptr_array_add (folders, g_steal_pointer (&folder));
      else
        vb_working_copy_discard (copy);
    }
  return folders;
}
