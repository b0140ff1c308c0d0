/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The census is measured once a year of figures and care group, and kept; the rest is quick enough
 * to be done again for every step of a slider. An answer on figures that have changed since is
 * dropped; one that only misses the newest assumptions is shown, or a long drag would leave the
 * screen standing still. */
#include "vb-occupancy-advisor.h"

#include "private/vb-occupancy-request.h"
#include "private/vb-planner-private.h"
#include "vb-planner-years.h"

struct _VbOccupancyAdvisor
{
  GObject parent_instance;

  VbPlanner *planner;
  VbCensus *census; /* the one measured last, or NULL */
  VbOccupancyStudy *study;
  VbOccupancyRequest *running; /* not owned; NULL: nothing is being computed */
  VbOccupancyRequest *next;    /* asked for meanwhile */
  GCancellable *cancellable;
};

enum
{
  SIGNAL_STUDY_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VbOccupancyAdvisor, vb_occupancy_advisor, G_TYPE_OBJECT)

static void start (VbOccupancyAdvisor *self);

static void
take (VbOccupancyAdvisor *self, const VbOccupancyRequest *request)
{
  g_clear_object (&self->study);
  self->study = _vb_occupancy_request_make_study (request);
  g_signal_emit (self, signals[SIGNAL_STUDY_CHANGED], 0);
}

static void
run (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (_vb_occupancy_job_run (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_done (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VbOccupancyRequest) request = user_data;
  g_autoptr (VbOccupancyAdvisor) self = g_weak_ref_get (&request->advisor);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (self == NULL || self->planner == NULL)
    return;

  self->running = NULL;
  g_clear_object (&self->cancellable);
  if (request->job->facts == _vb_planner_get_fresh_facts (self->planner))
    {
      if (request->job->census != NULL && request->job->census != self->census)
        {
          g_clear_pointer (&self->census, _vb_census_unref);
          self->census = _vb_census_ref (request->job->census);
        }
      if (done)
        take (self, request);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
    }

  if (self->next != NULL)
    start (self);
  else
    _vb_planner_add_others (self->planner, -1);
}

static void
start (VbOccupancyAdvisor *self)
{
  VbOccupancyJob *job;
  g_autoptr (GTask) task = NULL;

  self->running = g_steal_pointer (&self->next);
  job = self->running->job;
  if (self->census != NULL
      && _vb_census_suits (self->census, job->facts, job->assumptions, job->group, job->year))
    job->census = _vb_census_ref (self->census);

  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, on_done, self->running);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, run);
}

void
vb_occupancy_advisor_ask (VbOccupancyAdvisor *self, const VbOccupancyOrder *order)
{
  VbFacts *facts;
  g_autoptr (VbNeedTable) need = NULL;

  g_return_if_fail (VB_IS_OCCUPANCY_ADVISOR (self));
  g_return_if_fail (order != NULL && VB_IS_UNIT (order->unit));

  facts = _vb_planner_get_fresh_facts (self->planner);
  need = vb_planner_dup_need (self->planner, order->period.grain, order->scenario);
  if (facts == NULL || need == NULL)
    return;

  g_clear_pointer (&self->next, _vb_occupancy_request_free);
  self->next = _vb_occupancy_request_new (self->planner, need, order);
  g_weak_ref_set (&self->next->advisor, self);
  if (self->running != NULL)
    {
      /* What is computed on figures that are gone is not worth waiting for. */
      if (self->running->job->facts != facts)
        g_cancellable_cancel (self->cancellable);
      return;
    }
  _vb_planner_add_others (self->planner, 1);
  start (self);
}

VbOccupancyStudy *
vb_occupancy_advisor_get_study (VbOccupancyAdvisor *self)
{
  g_return_val_if_fail (VB_IS_OCCUPANCY_ADVISOR (self), NULL);

  return self->study;
}

static void
vb_occupancy_advisor_dispose (GObject *object)
{
  VbOccupancyAdvisor *self = VB_OCCUPANCY_ADVISOR (object);

  g_clear_pointer (&self->next, _vb_occupancy_request_free);
  if (self->running != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      self->running = NULL;
      _vb_planner_add_others (self->planner, -1);
    }
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->census, _vb_census_unref);
  g_clear_object (&self->study);
  g_clear_object (&self->planner);

  G_OBJECT_CLASS (vb_occupancy_advisor_parent_class)->dispose (object);
}

static void
vb_occupancy_advisor_class_init (VbOccupancyAdvisorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_occupancy_advisor_dispose;

  signals[SIGNAL_STUDY_CHANGED] =
      g_signal_new ("study-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
vb_occupancy_advisor_init (VbOccupancyAdvisor *self)
{
}

VbOccupancyAdvisor *
vb_occupancy_advisor_new (VbPlanner *planner)
{
  VbOccupancyAdvisor *self;

  g_return_val_if_fail (VB_IS_PLANNER (planner), NULL);

  self = g_object_new (VB_TYPE_OCCUPANCY_ADVISOR, NULL);
  self->planner = g_object_ref (planner);

  return self;
}
