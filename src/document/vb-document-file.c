/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening and saving, at once or in a thread. */
#include "vb-document-private.h"

#include <glib/gi18n-lib.h>

#include "vb-store-schema.h"

/* ---- opening --------------------------------------------------------------------------------- */

typedef struct
{
  GFile *file;
  VbWorkingCopy *copy; /* out */
  char *etag;          /* out */
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->file);
  if (opening->copy != NULL) /* nobody asked for the document */
    {
      vb_working_copy_discard (opening->copy);
      vb_working_copy_unref (opening->copy);
    }
  g_free (opening->etag);
  g_free (opening);
}

/* On its own connection, which ends here: the document's belongs to the document's thread. */
static gboolean
verify (VbWorkingCopy *copy, VbStoreMode mode, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbStoreConnection) connection =
      vb_store_connection_open (vb_working_copy_get_database (copy), mode, error);

  if (connection == NULL)
    return FALSE;
  vb_store_connection_set_cancellable (connection, cancellable);
  return vb_store_schema_verify (connection, error);
}

VbWorkingCopy *
vb_document_fetch (GFile *file, char **etag, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbWorkingCopy) copy = vb_working_copy_new (error);

  if (copy == NULL)
    return NULL;
  if (!vb_working_copy_load (copy, file, etag, cancellable, error)
      || !verify (copy, VB_STORE_PREPARE, cancellable, error))
    {
      vb_working_copy_discard (copy);
      return NULL;
    }
  return g_steal_pointer (&copy);
}

static gboolean
fetch (Opening *opening, GCancellable *cancellable, GError **error)
{
  opening->copy = vb_document_fetch (opening->file, &opening->etag, cancellable, error);
  return opening->copy != NULL;
}

static VbDocument *
finish_opening (Opening *opening, GError **error)
{
  return vb_document_new_for_copy (g_steal_pointer (&opening->copy), opening->file, opening->etag,
                                   FALSE, error);
}

static Opening *
opening_new (GFile *file)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->file = g_object_ref (file);
  return opening;
}

VbDocument *
vb_document_open (GFile *file, GCancellable *cancellable, GError **error)
{
  Opening *opening;
  VbDocument *self = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  opening = opening_new (file);
  if (fetch (opening, cancellable, error))
    self = finish_opening (opening, error);
  opening_free (opening);
  return self;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (fetch (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
vb_document_open_async (GFile *file,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, vb_document_open_async);
  g_task_set_task_data (task, opening_new (file), (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

VbDocument *
vb_document_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return finish_opening (g_task_get_task_data (G_TASK (result)), error);
}

/* ---- recovering ------------------------------------------------------------------------------ */

typedef struct
{
  char *folder;
  VbWorkingCopy *copy; /* out */
} Recovering;

static void
recovering_free (Recovering *recovering)
{
  g_free (recovering->folder);
  /* It stays: nobody else has what is in it. */
  g_clear_pointer (&recovering->copy, vb_working_copy_unref);
  g_free (recovering);
}

static void
recover_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Recovering *recovering = data;
  GError *error = NULL;
  g_autoptr (VbWorkingCopy) copy = vb_working_copy_adopt (recovering->folder, &error);

  if (copy == NULL || !verify (copy, VB_STORE_WRITE, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  recovering->copy = g_steal_pointer (&copy);
  g_task_return_boolean (task, TRUE);
}

void
vb_document_recover_async (const char *folder,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Recovering *recovering = g_new0 (Recovering, 1);

  recovering->folder = g_strdup (folder);
  g_task_set_source_tag (task, vb_document_recover_async);
  g_task_set_task_data (task, recovering, (GDestroyNotify) recovering_free);
  g_task_run_in_thread (task, recover_in_thread);
}

VbDocument *
vb_document_recover_finish (GAsyncResult *result, GError **error)
{
  Recovering *recovering = g_task_get_task_data (G_TASK (result));
  g_auto (VbWorkingCopyAbout) about = { 0 };
  g_autoptr (GFile) file = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  vb_working_copy_read_about (recovering->copy, &about);
  if (about.uri != NULL)
    file = g_file_new_for_uri (about.uri);
  return vb_document_new_for_copy (g_steal_pointer (&recovering->copy), file, about.etag, TRUE,
                                   error);
}

/* ---- saving ---------------------------------------------------------------------------------- */

typedef struct
{
  VbWorkingCopy *copy;
  GFile *file;
  char *expected; /* etag, NULL = overwrite */
  guint64 moment;
  char *etag; /* out */
} Saving;

static void
saving_free (Saving *saving)
{
  vb_working_copy_unref (saving->copy);
  g_object_unref (saving->file);
  g_free (saving->expected);
  g_free (saving->etag);
  g_free (saving);
}

/* Whether a save may begin; what it needs to know. */
static Saving *
begin_saving (VbDocument *self, GFile *file, gboolean overwrite, GError **error)
{
  Saving *saving;

  if (self->copy == NULL || self->working || self->saving)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_INVALID,
                           self->copy == NULL ? _ ("The document is closed")
                           : self->working ? _ ("An import is in progress; wait until it is done")
                                           : _ ("The document is being saved already"));
      return NULL;
    }
  if (file == NULL && self->file == NULL)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_USAGE,
                           _ ("The document has no file name yet"));
      return NULL;
    }
  saving = g_new0 (Saving, 1);
  saving->copy = vb_working_copy_ref (self->copy);
  saving->file = g_object_ref (file != NULL ? file : self->file);
  /* Whoever names a file has been asked about it; our own may have changed behind our back. */
  if (!overwrite && self->file != NULL && g_file_equal (saving->file, self->file))
    saving->expected = g_strdup (self->etag);
  saving->moment = vb_history_get_moment (self->history);
  self->saving = TRUE;
  return saving;
}

static gboolean
finish_saving (VbDocument *self, Saving *saving, gboolean saved, GError **error)
{
  self->saving = FALSE;
  if (!saved)
    return FALSE;
  g_free (self->etag);
  self->etag = g_strdup (saving->etag);
  vb_document_set_file (self, saving->file);
  vb_history_mark_saved (self->history, saving->moment);
  self->marked_modified = vb_document_get_modified (self);
  return self->copy == NULL || vb_document_write_about (self, self->marked_modified, error);
}

static gboolean
save (VbDocument *self, GFile *file, gboolean overwrite, GCancellable *cancellable, GError **error)
{
  Saving *saving = begin_saving (self, file, overwrite, error);
  gboolean saved;

  if (saving == NULL)
    return FALSE;
  saved = vb_working_copy_save (saving->copy, saving->file, saving->expected, &saving->etag,
                                cancellable, error);
  saved = finish_saving (self, saving, saved, error);
  saving_free (saving);
  return saved;
}

gboolean
vb_document_save (VbDocument *self, gboolean overwrite, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  return save (self, NULL, overwrite, cancellable, error);
}

gboolean
vb_document_save_as (VbDocument *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return save (self, file, TRUE, cancellable, error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (vb_working_copy_save (saving->copy, saving->file, saving->expected, &saving->etag,
                            cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  Saving *saving = g_task_get_task_data (G_TASK (result));
  gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  if (finish_saving (VB_DOCUMENT (source), saving, saved, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
vb_document_save_async (VbDocument *self,
                        GFile *file,
                        gboolean overwrite,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) inner = NULL;
  GError *error = NULL;
  Saving *saving;

  g_return_if_fail (VB_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vb_document_save_async);
  /* The file may be there before we hear of a cancellation. */
  g_task_set_check_cancellable (task, FALSE);
  saving = begin_saving (self, file, overwrite || file != NULL, &error);
  if (saving == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  inner = g_task_new (self, cancellable, on_saved, g_steal_pointer (&task));
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, saving, (GDestroyNotify) saving_free);
  g_task_run_in_thread (inner, save_in_thread);
}

gboolean
vb_document_save_finish (VbDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
