/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports taken and taken back, and every undo: at once, or in a thread where they may take long.
 * A job holds what its thread may touch; the document itself is touched before and after only. */
#include "vb-document-private.h"

#include <glib/gi18n-lib.h>

#include "vb-import-taker.h"
#include "vb-import-table.h"

/* Bytes of a changeset that may take too long to replay on the main thread. */
#define LONG_CHANGE (256 << 10)

typedef enum
{
  JOB_TAKE,
  JOB_TAKE_BACK,
  JOB_UNDO,
  JOB_REDO,
} JobKind;

typedef struct
{
  JobKind kind;
  VbWorkingCopy *copy;
  VbBatch *batch;    /* TAKE */
  VbRandom ids;      /* TAKE: lent by the document */
  VbTaken taken;     /* TAKE: out */
  gint64 import;     /* TAKE_BACK */
  gint64 ordinal;    /* TAKE_BACK */
  char *name;        /* TAKE_BACK */
  VbStep *step;      /* TAKE, TAKE_BACK: out, owned; UNDO, REDO: the history's */
  VbTouched touched; /* out */
} Job;

static void
job_free (Job *job)
{
  vb_working_copy_unref (job->copy);
  g_clear_object (&job->batch);
  g_free (job->name);
  if (job->kind == JOB_TAKE || job->kind == JOB_TAKE_BACK)
    g_clear_pointer (&job->step, vb_step_free);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static gboolean
apply_step (VbStoreConnection *connection, gpointer data, GError **error)
{
  const Job *job = data;

  return vb_changeset_apply (connection, job->step->changeset, job->kind == JOB_UNDO, error);
}

static gboolean
write_facts (Job *job, VbStoreConnection *connection, GError **error)
{
  switch (job->kind)
    {
    case JOB_TAKE:
      return vb_import_taker_take (connection, job->batch, &job->ids, &job->taken, &job->step,
                                   error);
    case JOB_TAKE_BACK:
      return vb_import_taker_take_back (connection, job->import, job->ordinal, job->name,
                                        &job->step, error);
    case JOB_UNDO:
    case JOB_REDO:
      if (job->step->kind == VB_STEP_CHANGE)
        return vb_store_transact (connection, VB_STORE_TRANSACT_UNCHECKED, apply_step, job, error);
      return vb_import_taker_replay (connection, job->step, job->kind == JOB_UNDO, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
run_job (Job *job, VbStoreConnection *connection, GError **error)
{
  if (!write_facts (job, connection, error))
    return FALSE;
  /* Here, since a changeset may be long. */
  if (job->step != NULL)
    job->touched = vb_changeset_get_touched (job->step->changeset);
  if (job->step != NULL && job->step->kind != VB_STEP_CHANGE)
    job->touched |= VB_TOUCHED (VB_STORE_TABLE_OBSERVATION);
  return TRUE;
}

/* The history and the objects, after the facts. */
static void
finish_job (VbDocument *self, Job *job)
{
  VbStep *step = job->step;
  g_autoptr (GBytes) changeset = NULL;

  if (job->kind == JOB_TAKE)
    self->ids = job->ids;
  if (step == NULL)
    return;

  changeset = g_bytes_ref (step->changeset);
  vb_document_end_step (self);
  switch (job->kind)
    {
    case JOB_TAKE:
    case JOB_TAKE_BACK:
      vb_history_push (self->history, g_steal_pointer (&job->step));
      break;
    case JOB_UNDO:
      vb_history_step_back (self->history);
      break;
    case JOB_REDO:
      vb_history_step_forward (self->history);
      break;
    default:
      g_return_if_reached ();
    }
  if (self->copy != NULL)
    vb_document_show_change (self, job->touched, changeset);
}

static Job *
job_new (VbDocument *self, JobKind kind)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->copy = vb_working_copy_ref (self->copy);
  job->ids = self->ids;
  return job;
}

static VbStoreConnection *
open_for_job (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbStoreConnection) connection =
      vb_store_connection_open (vb_working_copy_get_database (job->copy), VB_STORE_WRITE, error);

  if (connection == NULL || !vb_store_connection_set_bulk (connection, error))
    return NULL;
  vb_store_connection_set_cancellable (connection, cancellable);
  return g_steal_pointer (&connection);
}

static gboolean
run_now (VbDocument *self, Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbStoreConnection) connection = NULL;

  if (job->kind == JOB_TAKE)
    {
      connection = open_for_job (job, cancellable, error);
      if (connection == NULL || !run_job (job, connection, error))
        return FALSE;
      /* Gone before the document reads, so that nobody waits for its checkpoint. */
      g_clear_pointer (&connection, vb_store_connection_free);
    }
  else if (!run_job (job, self->connection, error))
    {
      return FALSE;
    }
  finish_job (self, job);
  return TRUE;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (VbStoreConnection) connection = open_for_job (job, cancellable, &error);

  if (connection == NULL || !run_job (job, connection, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  /* Here rather than at the next edit, which would wait for it on the main thread. */
  vb_store_connection_set_cancellable (connection, NULL);
  vb_store_connection_checkpoint (connection);
  g_clear_pointer (&connection, vb_store_connection_free);
  g_task_return_boolean (task, TRUE);
}

static void
on_job_run (GObject *source, GAsyncResult *result, gpointer data)
{
  VbDocument *self = VB_DOCUMENT (source);
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  self->working = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  finish_job (self, job);
  g_task_return_pointer (task, g_memdup2 (&job->taken, sizeof job->taken), g_free);
}

/* Takes over @job, and @task, which it returns. */
static void
run_later (VbDocument *self, Job *job, GTask *task)
{
  g_autoptr (GTask) inner = g_task_new (self, g_task_get_cancellable (task), on_job_run, task);

  self->working = TRUE;
  /* Committed is committed, whatever the cancellable says by then. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (inner, run_in_thread);
}

static gboolean
finish_task (VbDocument *self, GAsyncResult *result, VbTaken *taken, GError **error)
{
  g_autofree VbTaken *result_taken = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  result_taken = g_task_propagate_pointer (G_TASK (result), error);
  if (result_taken == NULL)
    return FALSE;
  if (taken != NULL)
    *taken = *result_taken;
  return TRUE;
}

/* ---- taking ---------------------------------------------------------------------------------- */

static Job *
prepare_take (VbDocument *self, VbBatch *batch, GError **error)
{
  Job *job;

  if (!vb_document_prepare_change (self, error))
    return NULL;
  job = job_new (self, JOB_TAKE);
  job->batch = g_object_ref (batch);
  return job;
}

gboolean
vb_document_take_batch (
    VbDocument *self, VbBatch *batch, GCancellable *cancellable, VbTaken *taken, GError **error)
{
  g_autoptr (Job) job = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (VB_IS_BATCH (batch), FALSE);

  job = prepare_take (self, batch, error);
  if (job == NULL || !run_now (self, job, cancellable, error))
    return FALSE;
  if (taken != NULL)
    *taken = job->taken;
  return TRUE;
}

void
vb_document_take_batch_async (VbDocument *self,
                              VbBatch *batch,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;
  GError *error = NULL;
  Job *job;

  g_return_if_fail (VB_IS_DOCUMENT (self));
  g_return_if_fail (VB_IS_BATCH (batch));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vb_document_take_batch_async);
  job = prepare_take (self, batch, &error);
  if (job != NULL)
    {
      run_later (self, job, task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

gboolean
vb_document_take_batch_finish (VbDocument *self,
                               GAsyncResult *result,
                               VbTaken *taken,
                               GError **error)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  return finish_task (self, result, taken, error);
}

/* ---- taking back ----------------------------------------------------------------------------- */

static Job *
prepare_take_back (VbDocument *self, gint64 import_id, GError **error)
{
  g_autoptr (GArray) imports = NULL;

  if (!vb_document_prepare_change (self, error))
    return NULL;
  imports = vb_import_table_read (self->connection, error);
  if (imports == NULL)
    return NULL;
  for (guint i = 0; i < imports->len; i++)
    {
      const VbImportRow *row = &g_array_index (imports, VbImportRow, i);

      if (row->id == import_id)
        {
          Job *job = job_new (self, JOB_TAKE_BACK);

          job->import = import_id;
          job->ordinal = row->ordinal;
          job->name = g_strdup (row->source_name);
          return job;
        }
    }
  g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                       _ ("The import is no longer in the document"));
  return NULL;
}

gboolean
vb_document_take_back_import (VbDocument *self, gint64 import_id, GError **error)
{
  g_autoptr (Job) job = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  job = prepare_take_back (self, import_id, error);
  return job != NULL && run_now (self, job, NULL, error);
}

void
vb_document_take_back_import_async (VbDocument *self,
                                    gint64 import_id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task;
  GError *error = NULL;
  Job *job;

  g_return_if_fail (VB_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vb_document_take_back_import_async);
  job = prepare_take_back (self, import_id, &error);
  if (job != NULL)
    {
      run_later (self, job, task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

gboolean
vb_document_take_back_import_finish (VbDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  return finish_task (self, result, NULL, error);
}

/* ---- undo and redo --------------------------------------------------------------------------- */

static Job *
prepare_replay (VbDocument *self, gboolean undo, GError **error)
{
  VbStep *step = undo ? vb_history_peek_undo (self->history) : vb_history_peek_redo (self->history);
  Job *job;

  if (step == NULL)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_INVALID,
                           undo ? _ ("There is nothing to undo") : _ ("There is nothing to redo"));
      return NULL;
    }
  if (!vb_document_prepare_change (self, error))
    return NULL;
  job = job_new (self, undo ? JOB_UNDO : JOB_REDO);
  job->step = step;
  return job;
}

static gboolean
replay (VbDocument *self, gboolean undo, GError **error)
{
  g_autoptr (Job) job = prepare_replay (self, undo, error);

  return job != NULL && run_now (self, job, NULL, error);
}

gboolean
vb_document_undo (VbDocument *self, GError **error)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  return replay (self, TRUE, error);
}

gboolean
vb_document_redo (VbDocument *self, GError **error)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  return replay (self, FALSE, error);
}

static void
replay_async (
    VbDocument *self, gboolean undo, gpointer tag, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  GError *error = NULL;
  Job *job = prepare_replay (self, undo, &error);

  g_task_set_source_tag (task, tag);
  /* An edit is taken back in less time than a thread takes to start; what was gathered is not. */
  if (job != NULL
      && (job->step->kind != VB_STEP_CHANGE
          || g_bytes_get_size (job->step->changeset) > LONG_CHANGE))
    {
      run_later (self, job, task);
      return;
    }
  if (job != NULL && run_now (self, job, NULL, &error))
    g_task_return_pointer (task, g_memdup2 (&job->taken, sizeof job->taken), g_free);
  else
    g_task_return_error (task, error);
  g_clear_pointer (&job, job_free);
  g_object_unref (task);
}

void
vb_document_undo_async (VbDocument *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (VB_IS_DOCUMENT (self));

  replay_async (self, TRUE, vb_document_undo_async, callback, user_data);
}

gboolean
vb_document_undo_finish (VbDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  return finish_task (self, result, NULL, error);
}

void
vb_document_redo_async (VbDocument *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (VB_IS_DOCUMENT (self));

  replay_async (self, FALSE, vb_document_redo_async, callback, user_data);
}

gboolean
vb_document_redo_finish (VbDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  return finish_task (self, result, NULL, error);
}
