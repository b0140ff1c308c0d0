/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one path of change, and the way back. */
#include "vb-document-private.h"

#include <glib/gi18n-lib.h>

gboolean
vb_document_fail_invalid (const char *message, GError **error)
{
  g_set_error_literal (error, VB_ERROR, VB_ERROR_INVALID, message);
  return FALSE;
}

gboolean
vb_document_take_text (const char *text, char **copy, GError **error)
{
  const char *rest = text;

  *copy = NULL;
  while (rest != NULL && g_ascii_isspace (*rest))
    rest++;
  if (rest == NULL || *rest == '\0')
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    return vb_document_fail_invalid (_ ("The text cannot be read"), error);
  *copy = g_strdup (text);
  return TRUE;
}

gboolean
vb_document_check_writable (VbDocument *self, GError **error)
{
  if (self->copy == NULL)
    return vb_document_fail_invalid (_ ("The document is closed"), error);
  if (self->working)
    return vb_document_fail_invalid (_ ("An import is in progress; wait until it is done"), error);
  return TRUE;
}

gboolean
vb_document_prepare_change (VbDocument *self, GError **error)
{
  if (!vb_document_check_writable (self, error))
    return FALSE;
  /* Before the change: a crash right after its commit must not lose it. */
  if (!self->marked_modified)
    {
      if (!vb_document_write_about (self, TRUE, error))
        return FALSE;
      self->marked_modified = TRUE;
    }
  return TRUE;
}

VbUnit *
vb_document_expect_unit (VbDocument *self, gint64 id, GError **error)
{
  VbUnit *unit = vb_document_get_unit (self, id);

  if (unit == NULL)
    g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                         _ ("The unit is no longer in the document"));
  return unit;
}

typedef struct
{
  VbStoreFunc func;
  gpointer data;
  GBytes *changeset; /* out */
} Change;

static gboolean
run_recorded (VbStoreConnection *connection, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (VbRecorder) recorder = vb_recorder_new (connection, error);

  if (recorder == NULL || !change->func (connection, change->data, error))
    return FALSE;
  change->changeset = vb_recorder_dup_changeset (recorder, error);
  return change->changeset != NULL;
}

void
vb_document_end_step (VbDocument *self)
{
  self->group_begun = FALSE;
  g_clear_pointer (&self->typing, g_free);
}

/* The latest step grows, or there is a new one. */
static void
remember (VbDocument *self, const char *what, const char *label, GBytes *changeset)
{
  VbStep *latest = vb_history_peek_undo (self->history);
  gboolean grows = self->group_begun || (what != NULL && g_strcmp0 (what, self->typing) == 0);
  gboolean there = TRUE;

  if (grows && vb_history_merge (self->history, changeset))
    there = vb_history_peek_undo (self->history) == latest;
  else
    vb_history_push (self->history, vb_step_new (VB_STEP_CHANGE, label, changeset));
  /* A step that was taken back whole is gone, and the one before it must not grow. */
  self->group_begun = there && self->group_depth > 0;
  g_free (self->typing);
  self->typing = there ? g_strdup (what) : NULL;
}

gboolean
vb_document_change (
    VbDocument *self, const char *label, VbStoreFunc func, gpointer data, GError **error)
{
  return vb_document_change_text (self, NULL, label, func, data, error);
}

gboolean
vb_document_change_text (VbDocument *self,
                         const char *what,
                         const char *label,
                         VbStoreFunc func,
                         gpointer data,
                         GError **error)
{
  Change change = { func, data, NULL };
  g_autoptr (GBytes) changeset = NULL;
  gboolean done;

  if (!vb_document_prepare_change (self, error))
    return FALSE;
  done =
      vb_store_transact (self->connection, VB_STORE_TRANSACT_CHECKED, run_recorded, &change, error);
  changeset = change.changeset;
  if (!done)
    return FALSE;
  if (g_bytes_get_size (changeset) == 0)
    return TRUE;

  remember (self, what, label, changeset);
  vb_document_show_change (self, vb_changeset_get_touched (changeset), changeset);
  return TRUE;
}

/* ---- in a thread ----------------------------------------------------------------------------- */

/* A job holds what its thread may touch; the document itself is touched before and after only. */
typedef struct
{
  VbWorkingCopy *copy;
  char *label;
  Change change;
  GDestroyNotify free_data;
  VbTouched touched; /* out */
} Job;

static void
job_free (Job *job)
{
  vb_working_copy_unref (job->copy);
  g_free (job->label);
  if (job->free_data != NULL)
    job->free_data (job->change.data);
  g_clear_pointer (&job->change.changeset, g_bytes_unref);
  g_free (job);
}

static gboolean
run_job (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbStoreConnection) connection = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  connection =
      vb_store_connection_open (vb_working_copy_get_database (job->copy), VB_STORE_WRITE, error);
  if (connection == NULL || !vb_store_connection_set_bulk (connection, error))
    return FALSE;
  vb_store_connection_set_cancellable (connection, cancellable);
  if (!vb_store_transact (connection, VB_STORE_TRANSACT_CHECKED, run_recorded, &job->change, error))
    return FALSE;
  vb_store_connection_set_cancellable (connection, NULL);
  vb_store_connection_checkpoint (connection);
  job->touched = vb_changeset_get_touched (job->change.changeset);
  return TRUE;
}

static void
change_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_job (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_changed (GObject *source, GAsyncResult *result, gpointer data)
{
  VbDocument *self = VB_DOCUMENT (source);
  g_autoptr (GTask) task = data;
  const Job *job = g_task_get_task_data (G_TASK (result));
  GBytes *changeset = job->change.changeset;
  GError *error = NULL;

  self->working = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_bytes_get_size (changeset) > 0)
    {
      vb_document_end_step (self);
      vb_history_push (self->history, vb_step_new (VB_STEP_CHANGE, job->label, changeset));
      if (self->copy != NULL)
        vb_document_show_change (self, job->touched, changeset);
    }
  g_task_return_boolean (task, TRUE);
}

void
vb_document_change_async (VbDocument *self,
                          const char *label,
                          VbStoreFunc func,
                          gpointer data,
                          GDestroyNotify free_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) inner = NULL;
  GError *error = NULL;
  Job *job;

  g_task_set_source_tag (task, vb_document_change_async);
  /* Committed is committed, whatever the cancellable says by then. */
  g_task_set_check_cancellable (task, FALSE);
  if (!vb_document_prepare_change (self, &error))
    {
      free_data (data);
      g_task_return_error (task, error);
      return;
    }
  job = g_new0 (Job, 1);
  job->copy = vb_working_copy_ref (self->copy);
  job->label = g_strdup (label);
  job->change = (Change){ func, data, NULL };
  job->free_data = free_data;
  self->working = TRUE;
  inner = g_task_new (self, cancellable, on_changed, g_steal_pointer (&task));
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (inner, change_in_thread);
}

gboolean
vb_document_change_finish (VbDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- groups ---------------------------------------------------------------------------------- */

void
vb_document_begin_group (VbDocument *self)
{
  g_return_if_fail (VB_IS_DOCUMENT (self));

  if (self->group_depth++ == 0)
    self->group_begun = FALSE;
}

void
vb_document_end_group (VbDocument *self)
{
  g_return_if_fail (VB_IS_DOCUMENT (self));
  g_return_if_fail (self->group_depth > 0);

  if (--self->group_depth == 0)
    self->group_begun = FALSE;
}
