/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-population-keeper.h"

#include "private/vb-planner-private.h"

struct _VbPopulationKeeper
{
  VbPlanner *planner; /* not owned */
  GHashTable *populations;
  gboolean fresh;
  gboolean wanted;
  GCancellable *running; /* NULL = nothing is being read */
};

typedef struct
{
  GWeakRef planner;
  VbSnapshot *snapshot;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->planner);
  vb_snapshot_unref (reading->snapshot);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;
  GHashTable *populations = vb_snapshot_read_population (reading->snapshot, cancellable, &error);

  if (populations != NULL)
    g_task_return_pointer (task, populations, (GDestroyNotify) g_hash_table_unref);
  else
    g_task_return_error (task, error);
}

static void
take (VbPopulationKeeper *self, GHashTable *populations)
{
  g_clear_pointer (&self->populations, g_hash_table_unref);
  self->populations = populations;
  self->fresh = TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (VbPlanner) planner = g_weak_ref_get (&reading->planner);
  g_autoptr (GError) error = NULL;
  GHashTable *populations = g_task_propagate_pointer (G_TASK (result), &error);
  VbPopulationKeeper *self = planner != NULL ? _vb_planner_get_population_keeper (planner) : NULL;

  /* Gone, or changed meanwhile: what was read is not what there is. */
  if (self == NULL || self->running != g_task_get_cancellable (G_TASK (result)))
    {
      g_clear_pointer (&populations, g_hash_table_unref);
      return;
    }
  g_clear_object (&self->running);
  _vb_planner_add_others (planner, -1);
  if (populations != NULL)
    {
      take (self, populations);
      g_signal_emit_by_name (planner, "population-changed");
    }
  else
    {
      /* Not asked for again until something changes. */
      self->fresh = TRUE;
      g_signal_emit_by_name (planner, "failed", error);
    }
}

static void
start (VbPopulationKeeper *self)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading = g_new0 (Reading, 1);

  g_weak_ref_init (&reading->planner, self->planner);
  reading->snapshot = vb_snapshot_new (_vb_planner_get_document (self->planner));
  self->running = g_cancellable_new ();
  task = g_task_new (NULL, self->running, on_read, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
  _vb_planner_add_others (self->planner, 1);
}

static void
stop (VbPopulationKeeper *self)
{
  if (self->running == NULL)
    return;
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  _vb_planner_add_others (self->planner, -1);
}

static void
on_population_changed (VbPlanner *planner)
{
  VbPopulationKeeper *self = _vb_planner_get_population_keeper (planner);

  if (self == NULL)
    return;
  self->fresh = FALSE;
  stop (self);
  if (self->wanted)
    start (self);
}

VbPopulationKeeper *
_vb_population_keeper_new (VbPlanner *planner)
{
  VbPopulationKeeper *self = g_new0 (VbPopulationKeeper, 1);

  self->planner = planner;
  g_signal_connect_object (_vb_planner_get_document (planner), "population-changed",
                           G_CALLBACK (on_population_changed), planner, G_CONNECT_SWAPPED);
  return self;
}

void
_vb_population_keeper_free (VbPopulationKeeper *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_pointer (&self->populations, g_hash_table_unref);
  g_free (self);
}

GHashTable *
_vb_population_keeper_get (VbPopulationKeeper *self)
{
  self->wanted = TRUE;
  if (!self->fresh && self->running == NULL)
    start (self);
  return self->populations;
}

gboolean
_vb_population_keeper_read (VbPopulationKeeper *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbSnapshot) snapshot = NULL;
  GHashTable *populations;
  gboolean awaited = self->running != NULL;

  self->wanted = TRUE;
  if (self->fresh)
    return TRUE;
  snapshot = vb_snapshot_new (_vb_planner_get_document (self->planner));
  populations = vb_snapshot_read_population (snapshot, cancellable, error);
  if (populations == NULL)
    return FALSE;
  stop (self);
  take (self, populations);
  if (awaited)
    g_signal_emit_by_name (self->planner, "population-changed");
  return TRUE;
}
