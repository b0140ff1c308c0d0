/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-byte-source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vb-error.h"

#define BLOCK_SIZE (256 * 1024)
/* Far above any table that a planner has, and what a temporary folder can be expected to hold. */
#define MAX_COPIED (1024 * 1024 * 1024)
#define STANDARD_INPUT N_ ("standard input")

struct _VbByteSource
{
  int fd;
  char *name;
  gboolean standard_input;
  goffset size;
};

static void
set_read_error (GError **error, const char *name, const char *reason)
{
  g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT, _ ("“%s” could not be read: %s"), name, reason);
}

static gboolean
write_all (int fd, const char *data, gsize size)
{
  while (size > 0)
    {
      gssize n = write (fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      size -= (gsize) n;
    }
  return TRUE;
}

/* A temporary file without a name: it is gone when we are, however we end. */
static int
open_unnamed (void)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("vardbalans-XXXXXX", &path, NULL);

  if (fd >= 0)
    g_unlink (path);
  return fd;
}

static void
set_too_large (GError **error, const char *name, goffset max_size)
{
  int megabytes = (int) (max_size / 1024 / 1024);

  g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
               /* Translators: %1$s is a name, "standard input" */
               ngettext ("“%1$s” is more than %2$d megabyte: save it to a file, and import that",
                         "“%1$s” is more than %2$d megabytes: save it to a file, and import that",
                         (gulong) megabytes),
               name, megabytes);
}

/* Copies either @stream or, where it is NULL, the descriptor @from. */
static gboolean
spool (VbByteSource *self,
       GInputStream *stream,
       int from,
       goffset max_size,
       GCancellable *cancellable,
       GError **error)
{
  g_autofree char *block = g_malloc (BLOCK_SIZE);
  goffset copied = 0;

  self->fd = open_unnamed ();
  if (self->fd < 0)
    {
      set_read_error (error, self->name, g_strerror (errno));
      return FALSE;
    }
  for (;;)
    {
      g_autoptr (GError) local = NULL;
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (stream != NULL)
        n = g_input_stream_read (stream, block, BLOCK_SIZE, cancellable, &local);
      else
        n = read (from, block, BLOCK_SIZE);
      if (n < 0 && stream == NULL && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_read_error (error, self->name, local ? local->message : g_strerror (errno));
          return FALSE;
        }
      if (n == 0)
        break;
      copied += n;
      if (copied > max_size)
        {
          set_too_large (error, self->name, max_size);
          return FALSE;
        }
      if (!write_all (self->fd, block, (gsize) n))
        {
          set_read_error (error, self->name, g_strerror (errno));
          return FALSE;
        }
    }
  return lseek (self->fd, 0, SEEK_SET) == 0;
}

static gboolean
open_file (VbByteSource *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) local = NULL;
  struct stat info;

  if (path != NULL && stat (path, &info) == 0)
    {
      if (S_ISDIR (info.st_mode))
        {
          set_read_error (error, self->name, g_strerror (EISDIR));
          return FALSE;
        }
      if (S_ISREG (info.st_mode))
        {
          self->fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
          if (self->fd >= 0)
            return TRUE;
          set_read_error (error, self->name, g_strerror (errno));
          return FALSE;
        }
    }
  stream = g_file_read (file, cancellable, &local);
  if (stream == NULL)
    {
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&local));
      else
        set_read_error (error, self->name, local->message);
      return FALSE;
    }
  return spool (self, G_INPUT_STREAM (stream), -1, MAX_COPIED, cancellable, error);
}

static gboolean
is_standard_input (GFile *file)
{
  g_autofree char *name = NULL;

  if (file == NULL)
    return TRUE;
  name = g_file_get_basename (file);
  return g_strcmp0 (name, "-") == 0 && !g_file_query_exists (file, NULL);
}

static gboolean
measure (VbByteSource *self, GError **error)
{
  struct stat info;

  if (fstat (self->fd, &info) != 0)
    {
      set_read_error (error, self->name, g_strerror (errno));
      return FALSE;
    }
  self->size = info.st_size;
  return TRUE;
}

VbByteSource *
vb_byte_source_new_for_stream (
    int fd, goffset max_size, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbByteSource) self = g_new0 (VbByteSource, 1);

  self->fd = -1;
  self->name = g_strdup (name);
  if (!spool (self, NULL, fd, max_size, cancellable, error) || !measure (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

VbByteSource *
vb_byte_source_new (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbByteSource) self = NULL;
  g_autofree char *base = NULL;

  if (is_standard_input (file))
    {
      self = vb_byte_source_new_for_stream (STDIN_FILENO, MAX_COPIED, _ (STANDARD_INPUT),
                                            cancellable, error);
      if (self != NULL)
        self->standard_input = TRUE;
      return g_steal_pointer (&self);
    }
  self = g_new0 (VbByteSource, 1);
  self->fd = -1;
  base = g_file_get_basename (file);
  self->name = g_filename_display_name (base);
  if (!open_file (self, file, cancellable, error) || !measure (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
vb_byte_source_free (VbByteSource *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->name);
  g_free (self);
}

gssize
vb_byte_source_read_at (
    VbByteSource *self, void *buffer, gsize size, goffset offset, GError **error)
{
  gssize n;

  do
    n = pread (self->fd, buffer, size, offset);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    set_read_error (error, self->name, g_strerror (errno));
  return n;
}

goffset
vb_byte_source_get_size (VbByteSource *self)
{
  return self->size;
}

const char *
vb_byte_source_get_name (VbByteSource *self)
{
  return self->name;
}

const char *
vb_byte_source_get_stored_name (VbByteSource *self)
{
  return self->standard_input ? STANDARD_INPUT : self->name;
}

char *
vb_byte_source_checksum (VbByteSource *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *block = g_malloc (BLOCK_SIZE);
  goffset offset = 0;

  for (;;)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      n = vb_byte_source_read_at (self, block, BLOCK_SIZE, offset, error);
      if (n < 0)
        return NULL;
      if (n == 0)
        return g_strdup (g_checksum_get_string (checksum));
      g_checksum_update (checksum, block, n);
      offset += n;
    }
}
