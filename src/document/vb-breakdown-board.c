/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run at a time. What changes meanwhile makes the answer stale, and it is worked out again when
 * the run is done; an answer that misses only the newest number of beds, lock or target is shown
 * first, so that the picture follows a slider. One about units that have changed is dropped. */
#include "vb-breakdown-board.h"

#include <math.h>

#include "private/vb-breakdown-explainer.h"
#include "private/vb-breakdown-job.h"
#include "private/vb-planner-private.h"

struct _VbBreakdownBoard
{
  GObject parent_instance;

  VbPlanner *planner;
  VbBreakdownQuestion question; /* its unit is NULL until something is asked */
  gboolean stale;               /* it is not answered as things are now */
  guint64 facts;                /* goes up with every change of units and figures */

  GCancellable *running;
  VbBreakdownTable *table;
  VbPeriod table_period; /* may answer an earlier question */
  GError *error;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VbBreakdownBoard, vb_breakdown_board, G_TYPE_OBJECT)

/* What a run takes along. The job holds units, and so begins and ends on the main thread. */
typedef struct
{
  GWeakRef board;
  VbPlanner *planner;
  VbBreakdownJob *job;
  guint64 facts;
  VbUnit *unit;
  VbCareGroup group;
  VbPeriod period;
} Run;

static void
run_free (Run *run)
{
  g_weak_ref_clear (&run->board);
  g_object_unref (run->planner);
  g_object_unref (run->unit);
  _vb_breakdown_job_free (run->job);
  g_free (run);
}

/* ---- holds ----------------------------------------------------------------------------------- */

static VbCareGroup
get_hold_group (VbCareGroup group)
{
  return group == VB_CARE_GROUP_NONE ? VB_CARE_GROUP_SOMATIC : group;
}

VbBreakdownHold
vb_breakdown_board_get_hold (VbDocument *document, VbUnit *unit, VbCareGroup group)
{
  return vb_document_get_breakdown_hold (document, vb_unit_get_id (unit), get_hold_group (group));
}

gboolean
vb_breakdown_board_set_hold (
    VbDocument *document, VbUnit *unit, VbCareGroup group, VbBreakdownHold hold, GError **error)
{
  return vb_document_set_breakdown_hold (document, vb_unit_get_id (unit), get_hold_group (group),
                                         hold, error);
}

/* The unit at the top has what is shared out, whatever it is held at when it is one of others. */
static void
take_holds (VbBreakdownJob *job, VbDocument *document, VbCareGroup group)
{
  for (guint i = 1; i < _vb_breakdown_job_get_n_units (job); i++)
    {
      VbBreakdownHold hold =
          vb_breakdown_board_get_hold (document, _vb_breakdown_job_get_unit (job, i), group);

      _vb_breakdown_job_hold (job, i, hold.locked, hold.minimum);
    }
}

/* ---- runs ------------------------------------------------------------------------------------ */

static void start (VbBreakdownBoard *self);

static void
job_run (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Run *run = task_data;
  GError *error = NULL;

  if (_vb_breakdown_job_run (run->job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
take_answer (VbBreakdownBoard *self, Run *run, gboolean done, GError *error)
{
  if (run->facts != self->facts || run->unit != self->question.unit
      || run->group != self->question.group)
    return;

  g_clear_error (&self->error);
  if (done)
    {
      g_clear_object (&self->table);
      self->table = _vb_breakdown_job_make_table (run->job);
      self->table_period = run->period;
    }
  else
    {
      self->error = g_error_copy (error);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_run_done (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (VbBreakdownBoard) self = g_weak_ref_get (&run->board);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (self != NULL)
    {
      g_clear_object (&self->running);
      take_answer (self, run, done, error);
      start (self);
    }
  _vb_planner_add_others (run->planner, -1);
  run_free (run);
}

/* Nothing to do without a table of need: "need-changed" tells when it is there. */
static void
start (VbBreakdownBoard *self)
{
  const VbBreakdownQuestion *question = &self->question;
  g_autoptr (VbSnapshot) assumptions = NULL;
  g_autoptr (GTask) task = NULL;
  VbBreakdownScope scope;
  VbDocument *document;
  VbNeedTable *table;
  int index;
  Run *run;

  if (self->running != NULL || !self->stale || question->unit == NULL)
    return;
  document = _vb_planner_get_document (self->planner);
  table = vb_planner_get_need (self->planner, question->period.grain);
  if (table == NULL)
    return;

  index = vb_need_table_find_period (table, question->period.start);
  scope = (VbBreakdownScope){ question->unit,         question->group,
                              question->key,          question->beds,
                              question->period.start, vb_period_get_end (question->period) - 1 };
  assumptions = vb_snapshot_new (document);
  run = g_new0 (Run, 1);
  g_weak_ref_init (&run->board, self);
  run->planner = g_object_ref (self->planner);
  run->facts = self->facts;
  run->unit = g_object_ref (question->unit);
  run->group = question->group;
  run->period = question->period;
  run->job = _vb_breakdown_job_new (&scope, assumptions, table, (guint) MAX (index, 0),
                                    (guint) MAX (index + 1, 0));
  _vb_planner_weigh_population (self->planner, run->job, question->group);
  take_holds (run->job, document, question->group);

  self->stale = FALSE;
  self->running = g_cancellable_new ();
  _vb_planner_add_others (self->planner, 1);
  task = g_task_new (NULL, self->running, on_run_done, run);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, run, NULL);
  g_task_run_in_thread (task, job_run);
}

static void
make_stale (VbBreakdownBoard *self)
{
  self->stale = TRUE;
  start (self);
}

static void
on_facts_changed (VbBreakdownBoard *self)
{
  self->facts++;
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  make_stale (self);
}

static void
on_need_changed (VbBreakdownBoard *self, int grain)
{
  if (self->question.unit != NULL && grain == (int) self->question.period.grain)
    make_stale (self);
}

/* ---- questions ------------------------------------------------------------------------------- */

static gboolean
is_same (const VbBreakdownQuestion *a, const VbBreakdownQuestion *b)
{
  return a->unit == b->unit && a->group == b->group && a->key == b->key && a->beds == b->beds
         && a->period.grain == b->period.grain && a->period.start == b->period.start;
}

void
vb_breakdown_board_ask (VbBreakdownBoard *self, const VbBreakdownQuestion *question)
{
  g_return_if_fail (VB_IS_BREAKDOWN_BOARD (self));
  g_return_if_fail (question != NULL && VB_IS_UNIT (question->unit));

  if (is_same (&self->question, question))
    return;

  if (self->question.unit != question->unit || self->question.group != question->group)
    {
      g_clear_object (&self->table);
      g_clear_error (&self->error);
    }
  g_object_ref (question->unit);
  g_clear_object (&self->question.unit);
  self->question = *question;
  make_stale (self);
}

VbBreakdownKey
vb_breakdown_board_suggest_key (VbBreakdownBoard *self, const VbBreakdownQuestion *question)
{
  VbNeedTable *table;
  int index;

  g_return_val_if_fail (VB_IS_BREAKDOWN_BOARD (self), VB_BREAKDOWN_KEY_BED_DAYS);
  g_return_val_if_fail (question != NULL && VB_IS_UNIT (question->unit), VB_BREAKDOWN_KEY_BED_DAYS);

  table = vb_planner_get_need (self->planner, question->period.grain);
  index = table != NULL ? vb_need_table_find_period (table, question->period.start) : -1;
  for (guint i = 0; index >= 0 && i < VB_N_BREAKDOWN_KEYS; i++)
    {
      VbBreakdownKey key = (VbBreakdownKey) ((question->key + i) % VB_N_BREAKDOWN_KEYS);

      /* Where the units below have no inhabitants of their own they share the unit's by bed days:
       * whoever asks for that gets it, and nobody is led to it. */
      if (key == VB_BREAKDOWN_KEY_POPULATION_NEED
          && _vb_planner_can_weigh_population (self->planner, question->unit, question->group))
        return key;
      if (i > 0 && key == VB_BREAKDOWN_KEY_POPULATION_NEED)
        continue;
      if (!isnan (_vb_breakdown_measure (table, vb_unit_get_id (question->unit), question->group,
                                         (guint) index, (guint) index + 1, key)))
        return key;
    }
  return question->key;
}

VbBreakdownTable *
vb_breakdown_board_get_table (VbBreakdownBoard *self)
{
  g_return_val_if_fail (VB_IS_BREAKDOWN_BOARD (self), NULL);

  return self->table;
}

const GError *
vb_breakdown_board_get_error (VbBreakdownBoard *self)
{
  g_return_val_if_fail (VB_IS_BREAKDOWN_BOARD (self), NULL);

  return self->error;
}

VbExplanation *
vb_breakdown_board_explain (VbBreakdownBoard *self,
                            VbUnit *unit,
                            const char *figure,
                            const char *total_source)
{
  g_return_val_if_fail (VB_IS_BREAKDOWN_BOARD (self), NULL);
  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  return self->table != NULL ? _vb_breakdown_explain (
             self->planner, self->table, self->table_period, unit, figure, total_source)
                             : NULL;
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_breakdown_board_dispose (GObject *object)
{
  VbBreakdownBoard *self = VB_BREAKDOWN_BOARD (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->question.unit);
  g_clear_object (&self->table);
  g_clear_error (&self->error);
  g_clear_object (&self->planner);

  G_OBJECT_CLASS (vb_breakdown_board_parent_class)->dispose (object);
}

static void
vb_breakdown_board_class_init (VbBreakdownBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_breakdown_board_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vb_breakdown_board_init (VbBreakdownBoard *self)
{
}

VbBreakdownBoard *
vb_breakdown_board_new (VbPlanner *planner)
{
  VbBreakdownBoard *self;
  VbDocument *document;

  g_return_val_if_fail (VB_IS_PLANNER (planner), NULL);

  self = g_object_new (VB_TYPE_BREAKDOWN_BOARD, NULL);
  self->planner = g_object_ref (planner);
  document = _vb_planner_get_document (planner);
  g_signal_connect_object (planner, "need-changed", G_CALLBACK (on_need_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (planner, "population-changed", G_CALLBACK (on_facts_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "units-changed", G_CALLBACK (on_facts_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "observations-changed", G_CALLBACK (on_facts_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "breakdown-holds-changed", G_CALLBACK (make_stale), self,
                           G_CONNECT_SWAPPED);
  return self;
}
