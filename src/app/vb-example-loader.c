/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-app"

#include "vb-example-loader.h"

#include <glib/gi18n-lib.h>

#include "vb-document-plan.h"
#include "vb-example.h"

typedef struct
{
  VbDocument *document;
  GPtrArray *batches; /* of VbBatch, in the order to take them */
  guint taken;
  GPtrArray *facts; /* of VbPlanFact, likewise */
  guint facts_taken;
} Loading;

static void
loading_free (Loading *loading)
{
  /* Whatever did not become the caller's leaves no working copy behind. */
  if (loading->document != NULL)
    vb_document_close (loading->document);
  g_clear_object (&loading->document);
  g_clear_pointer (&loading->batches, g_ptr_array_unref);
  g_clear_pointer (&loading->facts, g_ptr_array_unref);
  g_free (loading);
}

static void
simulate_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *batches = vb_example_make_batches (&error);

  if (batches != NULL)
    g_task_return_pointer (task, batches, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void take_next (GTask *task);

static void
on_taken (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;
  VbTaken taken;

  if (!vb_document_take_batch_finish (loading->document, result, &taken, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  loading->taken++;
  take_next (task);
}

/* One fact a turn of the main loop, which goes on meanwhile. */
static gboolean
take_fact (gpointer user_data)
{
  GTask *task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (loading->facts_taken < loading->facts->len)
    {
      if (vb_document_take_plan_fact (loading->document,
                                      loading->facts->pdata[loading->facts_taken++], &error))
        return G_SOURCE_CONTINUE;
      g_task_return_error (task, error);
    }
  else if (vb_document_start_afresh (loading->document, _ ("Example region"), &error))
    g_task_return_pointer (task, g_steal_pointer (&loading->document), g_object_unref);
  else
    g_task_return_error (task, error);
  return G_SOURCE_REMOVE;
}

static void
take_facts (GTask *task)
{
  Loading *loading = g_task_get_task_data (task);
  g_autoptr (GSource) source = NULL;
  GError *error = NULL;

  loading->facts = vb_example_make_plan_facts (&error);
  if (loading->facts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  source = g_idle_source_new ();
  g_source_set_callback (source, take_fact, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static void
take_next (GTask *task)
{
  Loading *loading = g_task_get_task_data (task);

  if (loading->taken < loading->batches->len)
    vb_document_take_batch_async (loading->document,
                                  g_ptr_array_index (loading->batches, loading->taken),
                                  g_task_get_cancellable (task), on_taken, g_object_ref (task));
  else
    take_facts (task);
}

static void
on_simulated (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;

  loading->batches = g_task_propagate_pointer (G_TASK (result), &error);
  if (loading->batches != NULL)
    loading->document = vb_document_new (&error);
  if (loading->document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  vb_document_set_id_seed (loading->document, vb_example_get_seed ());
  take_next (task);
}

void
vb_example_load_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GTask) simulation = g_task_new (NULL, cancellable, on_simulated, g_object_ref (task));

  g_task_set_source_tag (task, vb_example_load_async);
  g_task_set_task_data (task, g_new0 (Loading, 1), (GDestroyNotify) loading_free);
  g_task_run_in_thread (simulation, simulate_in_thread);
}

VbDocument *
vb_example_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
