/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening and reading in a thread, for who must not wait. */
#include "vb-importer.h"

/* ---- open ------------------------------------------------------------------------------------ */

typedef struct
{
  GFile *file;
  char *sheet;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->file);
  g_free (opening->sheet);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;
  VbImporter *importer = vb_importer_open (opening->file, opening->sheet, cancellable, &error);

  if (importer != NULL)
    g_task_return_pointer (task, importer, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
vb_importer_open_async (GFile *file,
                        const char *sheet,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (G_IS_FILE (file));

  opening = g_new0 (Opening, 1);
  opening->file = g_object_ref (file);
  opening->sheet = g_strdup (sheet);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, vb_importer_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

VbImporter *
vb_importer_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- read ------------------------------------------------------------------------------------ */

typedef struct
{
  VbProgressFunc progress;
  gpointer progress_data;
} Reading;

typedef struct
{
  GTask *task;
  double fraction;
} Tick;

static void
tick_free (gpointer data)
{
  Tick *tick = data;

  g_object_unref (tick->task);
  g_free (tick);
}

static gboolean
tell_progress (gpointer data)
{
  const Tick *tick = data;
  const Reading *reading = g_task_get_task_data (tick->task);

  if (!g_task_get_completed (tick->task))
    reading->progress (tick->fraction, reading->progress_data);
  return G_SOURCE_REMOVE;
}

/* In the thread. */
static void
on_progress (double fraction, gpointer data)
{
  GTask *task = data;
  Tick *tick = g_new0 (Tick, 1);
  /* Not g_main_context_invoke(): where no one runs the context this moment, that calls at once, in
   * this thread. */
  g_autoptr (GSource) source = g_idle_source_new ();

  tick->task = g_object_ref (task);
  tick->fraction = fraction;
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, tell_progress, tick, tick_free);
  g_source_attach (source, g_task_get_context (task));
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  GError *error = NULL;
  VbBatch *batch = vb_importer_read (source, reading->progress != NULL ? on_progress : NULL, task,
                                     cancellable, &error);

  if (batch != NULL)
    g_task_return_pointer (task, batch, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
vb_importer_read_async (VbImporter *self,
                        VbProgressFunc progress,
                        gpointer progress_data,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  g_return_if_fail (VB_IS_IMPORTER (self));

  reading = g_new0 (Reading, 1);
  reading->progress = progress;
  reading->progress_data = progress_data;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vb_importer_read_async);
  g_task_set_task_data (task, reading, g_free);
  g_task_run_in_thread (task, read_in_thread);
}

VbBatch *
vb_importer_read_finish (VbImporter *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (VB_IS_IMPORTER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
