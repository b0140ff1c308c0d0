/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-document-gather.h"

#include <glib/gi18n-lib.h>

#include "vb-document-private.h"
#include "vb-exchange.h"
#include "vb-gathered-private.h"
#include "vb-unit-pairs.h"

/* A job holds what its thread may touch; the document itself is touched before and after only. */
typedef struct
{
  VbWorkingCopy *copy;
  GPtrArray *files; /* of GFile */
  VbGatherProgressFunc progress;
  gpointer progress_data;
  GTask *task; /* not owned; NULL = at once */
  GCancellable *cancellable;
  GPtrArray *gathered; /* out, of VbGathered */
  GBytes *changeset;   /* out */
  VbTouched touched;   /* out */
} Job;

static void
job_free (Job *job)
{
  vb_working_copy_unref (job->copy);
  g_ptr_array_unref (job->files);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->gathered, g_ptr_array_unref);
  g_clear_pointer (&job->changeset, g_bytes_unref);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* ---- one file -------------------------------------------------------------------------------- */

static void
add_conflict (const VbDifferenceFields *fields, gpointer data)
{
  vb_gathered_add_conflict (data, fields);
}

static gboolean
take_document (VbStoreConnection *ours,
               VbStoreConnection *theirs,
               VbGathered *gathered,
               GError **error)
{
  g_autoptr (VbExchange) exchange = vb_exchange_new (ours, theirs, add_conflict, gathered);
  g_autoptr (VbUnitPairs) units = vb_unit_pairs_new (ours, theirs, error);
  const VbExchangeTally *tally;

  if (units == NULL || !vb_exchange_take_imports (exchange, error))
    return FALSE;
  vb_unit_pairs_tell (units, exchange, TRUE);
  if (!vb_unit_pairs_write (units, exchange, ours, error) || !vb_exchange_take (exchange, error))
    return FALSE;
  tally = vb_exchange_get_tally (exchange);
  vb_gathered_set_counts (gathered, tally->n_taken, tally->n_same);
  return TRUE;
}

static gboolean
fetch_and_take (
    Job *job, VbStoreConnection *ours, GFile *file, VbGathered *gathered, GError **error)
{
  g_autofree char *etag = NULL;
  g_autoptr (VbWorkingCopy) copy = vb_document_fetch (file, &etag, job->cancellable, error);
  g_autoptr (VbStoreConnection) theirs = NULL;
  gboolean taken = FALSE;

  if (copy == NULL)
    return FALSE;
  theirs = vb_store_connection_open (vb_working_copy_get_database (copy), VB_STORE_READ, error);
  if (theirs != NULL)
    {
      vb_store_connection_set_cancellable (theirs, job->cancellable);
      taken = take_document (ours, theirs, gathered, error);
    }
  g_clear_pointer (&theirs, vb_store_connection_free);
  vb_working_copy_discard (copy);
  return taken;
}

/* What is wrong with one file is no reason to give up the others. */
static gboolean
gather_file (Job *job, VbStoreConnection *ours, GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display_name = g_filename_display_name (name != NULL ? name : path);
  VbGathered *gathered = vb_gathered_new (display_name);
  g_autoptr (GError) local_error = NULL;

  g_ptr_array_add (job->gathered, gathered);
  if (!vb_store_connection_execute (ours, "SAVEPOINT file", error))
    return FALSE;
  if (!fetch_and_take (job, ours, file, gathered, &local_error))
    {
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
          || g_cancellable_is_cancelled (job->cancellable))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      vb_gathered_forget (gathered);
      vb_gathered_set_problem (gathered, local_error->message);
      if (!vb_store_connection_execute (ours, "ROLLBACK TO file", error))
        return FALSE;
    }
  return vb_store_connection_execute (ours, "RELEASE file", error);
}

/* ---- all of them ----------------------------------------------------------------------------- */

typedef struct
{
  GTask *task;
  guint n_read;
} Tick;

static void
tick_free (gpointer data)
{
  Tick *tick = data;

  g_object_unref (tick->task);
  g_free (tick);
}

static gboolean
tell_tick (gpointer data)
{
  const Tick *tick = data;
  const Job *job = g_task_get_task_data (tick->task);

  if (!g_task_get_completed (tick->task))
    job->progress (tick->n_read, job->files->len, job->progress_data);
  return G_SOURCE_REMOVE;
}

static void
tell_progress (Job *job, guint n_read)
{
  g_autoptr (GSource) source = NULL;
  Tick *tick;

  if (job->progress == NULL)
    return;
  if (job->task == NULL)
    {
      job->progress (n_read, job->files->len, job->progress_data);
      return;
    }

  /* Not g_main_context_invoke(): where no one runs the context this moment, that calls at once, in
   * this thread. */
  tick = g_new0 (Tick, 1);
  tick->task = g_object_ref (job->task);
  tick->n_read = n_read;
  source = g_idle_source_new ();
  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_callback (source, tell_tick, tick, tick_free);
  g_source_attach (source, g_task_get_context (job->task));
}

static gboolean
gather (VbStoreConnection *connection, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (VbRecorder) recorder = vb_recorder_new (connection, error);

  if (recorder == NULL)
    return FALSE;
  for (guint i = 0; i < job->files->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (job->cancellable, error)
          || !gather_file (job, connection, job->files->pdata[i], error))
        return FALSE;
      tell_progress (job, i + 1);
    }
  job->changeset = vb_recorder_dup_changeset (recorder, error);
  return job->changeset != NULL;
}

/* On a connection of its own, in any thread. */
static gboolean
run_job (Job *job, GError **error)
{
  g_autoptr (VbStoreConnection) connection =
      vb_store_connection_open (vb_working_copy_get_database (job->copy), VB_STORE_WRITE, error);

  if (connection == NULL || !vb_store_connection_set_bulk (connection, error))
    return FALSE;
  vb_store_connection_set_cancellable (connection, job->cancellable);
  if (!vb_store_transact (connection, VB_STORE_TRANSACT_CHECKED, gather, job, error))
    return FALSE;
  vb_store_connection_set_cancellable (connection, NULL);
  vb_store_connection_checkpoint (connection);
  job->touched = vb_changeset_get_touched (job->changeset);
  return TRUE;
}

static Job *
prepare_job (VbDocument *self,
             GPtrArray *files,
             VbGatherProgressFunc progress,
             gpointer progress_data,
             GCancellable *cancellable,
             GError **error)
{
  Job *job;

  if (!vb_document_prepare_change (self, error))
    return NULL;
  job = g_new0 (Job, 1);
  job->copy = vb_working_copy_ref (self->copy);
  job->files = g_ptr_array_copy (files, (GCopyFunc) g_object_ref, NULL);
  g_ptr_array_set_free_func (job->files, g_object_unref);
  job->progress = progress;
  job->progress_data = progress_data;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->gathered = g_ptr_array_new_with_free_func (g_object_unref);
  return job;
}

/* The history and the objects, after the facts. */
static void
finish_job (VbDocument *self, Job *job)
{
  g_autofree char *label = NULL;

  if (g_bytes_get_size (job->changeset) == 0)
    return;
  /* Translators: follows "Undo" */
  label = g_strdup_printf (
      ngettext ("gathering of %u file", "gathering of %u files", job->files->len), job->files->len);
  vb_document_end_step (self);
  vb_history_push (self->history, vb_step_new (VB_STEP_CHANGE, label, job->changeset));
  if (self->copy != NULL)
    vb_document_show_change (self, job->touched, job->changeset);
}

GPtrArray *
vb_document_gather (VbDocument *self,
                    GPtrArray *files,
                    VbGatherProgressFunc progress,
                    gpointer progress_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (Job) job = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (files != NULL, NULL);

  job = prepare_job (self, files, progress, progress_data, cancellable, error);
  if (job == NULL || !run_job (job, error))
    return NULL;
  finish_job (self, job);
  return g_steal_pointer (&job->gathered);
}

static void
gather_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_job (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_gathered (GObject *source, GAsyncResult *result, gpointer data)
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
  g_task_return_pointer (task, g_steal_pointer (&job->gathered),
                         (GDestroyNotify) g_ptr_array_unref);
}

void
vb_document_gather_async (VbDocument *self,
                          GPtrArray *files,
                          VbGatherProgressFunc progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) inner = NULL;
  GError *error = NULL;
  Job *job;

  g_return_if_fail (VB_IS_DOCUMENT (self));
  g_return_if_fail (files != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vb_document_gather_async);
  /* Committed is committed, whatever the cancellable says by then. */
  g_task_set_check_cancellable (task, FALSE);
  job = prepare_job (self, files, progress, progress_data, cancellable, &error);
  if (job == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->working = TRUE;
  inner = g_task_new (self, cancellable, on_gathered, g_steal_pointer (&task));
  g_task_set_check_cancellable (inner, FALSE);
  job->task = inner;
  g_task_set_task_data (inner, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (inner, gather_in_thread);
}

GPtrArray *
vb_document_gather_finish (VbDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- comparing ------------------------------------------------------------------------------- */

typedef struct
{
  VbDifferenceFunc func;
  gpointer data;
} Turning;

/* What was looked for the other way round. */
static void
turn (const VbDifferenceFields *fields, gpointer data)
{
  const Turning *turning = data;
  VbDifferenceFields turned = *fields;

  turned.ours = fields->theirs;
  turned.theirs = fields->ours;
  turning->func (&turned, turning->data);
}

gboolean
vb_document_compare (
    VbDocument *self, VbDocument *other, VbDifferenceFunc func, gpointer data, GError **error)
{
  g_autoptr (VbUnitPairs) units = NULL;
  g_autoptr (VbExchange) there = NULL;
  g_autoptr (VbExchange) back = NULL;
  Turning turning = { func, data };

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (VB_IS_DOCUMENT (other), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  units = vb_unit_pairs_new (self->connection, other->connection, error);
  if (units == NULL)
    return FALSE;
  there = vb_exchange_new (self->connection, other->connection, func, data);
  back = vb_exchange_new (other->connection, self->connection, turn, &turning);
  vb_unit_pairs_tell (units, there, FALSE);
  vb_unit_pairs_tell_back (units, back);
  return vb_exchange_compare (there, FALSE, error) && vb_exchange_compare (back, TRUE, error);
}
