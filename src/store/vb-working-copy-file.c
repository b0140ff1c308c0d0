/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the working copy and the user's file: reading it in, writing it out. */
#include "vb-working-copy.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "vb-file.h"
#include "vb-store-private.h"
#include "vb-store-schema.h"

#define COPY_BLOCK (1 << 20)
#define HEADER_SIZE 100

/* GIO's errors in the words of our domain; a cancellation stays what it is. */
static gboolean
fail_with_file (GFile *file, const GError *cause, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    g_set_error (error, VB_ERROR, VB_ERROR_CHANGED_ON_DISK,
                 _ ("%s has been changed by another program"), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, VB_ERROR, VB_ERROR_STORAGE, _ ("%s cannot be saved: the disk is full"),
                 name);
  else
    g_set_error_literal (error, VB_ERROR, VB_ERROR_STORAGE, cause->message);
  return FALSE;
}

/* Copies all of @in to @out by large blocks. @header: the first HEADER_SIZE bytes, @size: how many
 * there are in all; either may be NULL. */
static gboolean
copy_stream (GInputStream *in,
             GOutputStream *out,
             GByteArray *header,
             guint64 *size,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree guint8 *block = g_malloc (COPY_BLOCK);
  gsize n;

  do
    {
      if (!g_input_stream_read_all (in, block, COPY_BLOCK, &n, cancellable, error)
          || !g_output_stream_write_all (out, block, n, NULL, cancellable, error))
        return FALSE;
      if (header != NULL && header->len < HEADER_SIZE)
        g_byte_array_append (header, block, (guint) MIN (n, HEADER_SIZE));
      if (size != NULL)
        *size += n;
    }
  while (n == COPY_BLOCK);
  return TRUE;
}

gboolean
vb_working_copy_load (
    VbWorkingCopy *self, GFile *file, char **etag, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) database = g_file_new_for_path (vb_working_copy_get_database (self));
  g_autoptr (GByteArray) header = g_byte_array_new ();
  g_autoptr (GFileInputStream) in = NULL;
  g_autoptr (GFileOutputStream) out = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) local_error = NULL;
  guint64 size = 0;
  guint32 schema;

  /* Reading a pipe may never end, and a device fill the disk. */
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_SPECIAL)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_A_DOCUMENT,
                           _ ("The file is not a Vårdbalans document"));
      return FALSE;
    }
  in = g_file_read (file, cancellable, &local_error);
  if (in == NULL)
    return fail_with_file (file, local_error, error);
  /* Before the bytes: a file that is changed while it is read no longer has this etag. */
  info =
      g_file_input_stream_query_info (in, G_FILE_ATTRIBUTE_ETAG_VALUE, cancellable, &local_error);
  if (info == NULL)
    return fail_with_file (file, local_error, error);
  out = g_file_replace (database, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, &local_error);
  if (out == NULL
      || !copy_stream (G_INPUT_STREAM (in), G_OUTPUT_STREAM (out), header, &size, cancellable,
                       &local_error)
      || !g_output_stream_close (G_OUTPUT_STREAM (out), cancellable, &local_error))
    {
      if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
        return fail_with_file (file, local_error, error);
      g_set_error_literal (error, VB_ERROR, VB_ERROR_STORAGE,
                           _ ("The working copy cannot be written: the disk is full"));
      return FALSE;
    }
  if (!vb_store_schema_check_header (header->data, header->len, size, &schema, error))
    return FALSE;
  *etag = g_strdup (g_file_info_get_etag (info));
  return TRUE;
}

/* VACUUM INTO writes a packed copy of one moment, without stopping those who write meanwhile. */
static gboolean
write_packed (VbWorkingCopy *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbStoreConnection) connection =
      vb_store_connection_open (vb_working_copy_get_database (self), VB_STORE_WRITE, error);
  sqlite3_stmt *statement;
  sqlite3 *handle;
  int code;

  if (connection == NULL)
    return FALSE;
  vb_store_connection_set_cancellable (connection, cancellable);
  handle = vb_store_connection_get_handle (connection);
  if (sqlite3_prepare_v2 (handle, "VACUUM INTO ?1", -1, &statement, NULL) != SQLITE_OK)
    return vb_store_connection_fail (connection, error);
  sqlite3_bind_text (statement, 1, path, -1, SQLITE_STATIC);
  code = sqlite3_step (statement);
  if (code != SQLITE_DONE)
    vb_store_connection_fail (connection, error);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE;
}

static gboolean
replace_file (GFile *file,
              GFile *packed,
              const char *expected,
              char **etag,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GFileInputStream) in = g_file_read (packed, cancellable, error);
  g_autoptr (GFileOutputStream) out = NULL;
  gboolean existed = g_file_query_exists (file, NULL);

  if (in == NULL)
    return FALSE;
  out = g_file_replace (file, expected, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (out == NULL)
    return FALSE;
  if (!copy_stream (G_INPUT_STREAM (in), G_OUTPUT_STREAM (out), NULL, NULL, cancellable, error)
      || !g_output_stream_close (G_OUTPUT_STREAM (out), cancellable, error))
    {
      vb_file_abandon (file, out, existed);
      return FALSE;
    }
  *etag = g_file_output_stream_get_etag (out);
  return TRUE;
}

gboolean
vb_working_copy_save (VbWorkingCopy *self,
                      GFile *file,
                      const char *expected,
                      char **etag,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *path = g_build_filename (vb_working_copy_get_folder (self), "packed.db", NULL);
  g_autoptr (GFile) packed = g_file_new_for_path (path);
  g_autoptr (GError) local_error = NULL;
  gboolean saved;

  g_unlink (path); /* of a save that was killed */
  saved = write_packed (self, path, cancellable, error);
  if (saved && !replace_file (file, packed, expected, etag, cancellable, &local_error))
    saved = fail_with_file (file, local_error, error);
  g_unlink (path);
  return saved;
}
