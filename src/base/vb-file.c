/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-file.h"

void
vb_file_abandon (GFile *file, GFileOutputStream *out, gboolean existed)
{
  g_autoptr (GCancellable) never = g_cancellable_new ();

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (G_IS_FILE_OUTPUT_STREAM (out));

  /* Closing puts the new file in the place of the old one, unless it is cancelled. */
  g_cancellable_cancel (never);
  g_output_stream_close (G_OUTPUT_STREAM (out), never, NULL);
  /* A file that was not there is written where it stands, not beside. */
  if (!existed)
    g_file_delete (file, NULL, NULL);
}

gboolean
vb_file_replace (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) out = NULL;
  gconstpointer data;
  gboolean existed;
  gsize size;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  existed = g_file_query_exists (file, NULL);
  /* Through a link, the file it leads to would be written in place. */
  out = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  if (out == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  if (g_output_stream_write_all (G_OUTPUT_STREAM (out), data, size, NULL, cancellable, error)
      && g_output_stream_close (G_OUTPUT_STREAM (out), cancellable, error))
    return TRUE;

  vb_file_abandon (file, out, existed);
  return FALSE;
}
