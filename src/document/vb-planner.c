/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two counters say how new things are: @facts goes up with every change of units or observations,
 * @assumptions with every change of a target or a setting. A result carries the counters it was
 * computed at. One calculation runs at a time; when it is done the next stale result is taken up,
 * so that a burst of changes costs at most two calculations: the one that was running, and one for
 * the state the burst ended in.
 *
 * An answer computed on facts that have changed since is dropped: it may speak of units that are
 * gone. One that only misses the newest targets is shown, since it is newer than what is on the
 * screen (or a long drag would leave the screen standing still), and computed again at once. */
#include "private/vb-planner-private.h"

#include <math.h>

#include "private/vb-attention-lists.h"
#include "private/vb-findings-job.h"
#include "private/vb-need-job.h"

typedef struct
{
  guint64 asked; /* when it was asked for last; 0 = never */
  guint64 facts;
  guint64 assumptions;
  VbRollUp *roll_up;
  VbNeedTable *table;
} NeedSlot;

typedef struct
{
  guint64 asked;
  guint64 facts;
  VbCoverage *coverage;
} CoverageSlot;

typedef struct
{
  guint64 asked;
  guint64 facts;
  GListModel *findings; /* of VbFinding */
} FindingsSlot;

typedef enum
{
  JOB_NEED,
  JOB_COVERAGE,
  JOB_FINDINGS,
} JobKind;

struct _VbPlanner
{
  GObject parent_instance;

  VbDocument *document;
  guint64 facts;
  guint64 assumptions;
  guint64 n_asked;
  NeedSlot need[VB_N_GRAINS];
  CoverageSlot coverage[VB_N_GRAINS];
  FindingsSlot findings;
  VbAttentionLists *attention;
  guint attention_grains; /* whose tables the lists depend on, a bit each */
  guint attention_source;

  VbPopulationKeeper *population;

  VbFacts *known; /* the newest that a finished calculation was made on */
  guint64 known_facts;

  GCancellable *running; /* NULL = nothing is being computed */
  guint start_source;
  int n_others; /* things computed by others */
  gboolean busy;
};

typedef enum
{
  PROP_DOCUMENT = 1,
  PROP_BUSY,
  N_PROPS,
} VbPlannerProperty;

enum
{
  NEED_CHANGED,
  COVERAGE_CHANGED,
  FINDINGS_CHANGED,
  POPULATION_CHANGED,
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VbPlanner, vb_planner, G_TYPE_OBJECT)

/* What one run of a thread takes along and brings back. */
typedef struct
{
  GWeakRef planner;
  JobKind kind;
  VbGrain grain;
  guint64 facts;
  guint64 assumptions;
  VbDay now;
  VbSnapshot *snapshot; /* tree, targets and settings as they are now */
  VbFacts *known;       /* NULL = to be read */
  VbRollUp *roll_up;
  VbNeedTable *table;
  VbCoverage *coverage;
  GArray *findings; /* of VbQualityFinding */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_weak_ref_clear (&job->planner);
  g_clear_pointer (&job->snapshot, vb_snapshot_unref);
  g_clear_pointer (&job->known, _vb_facts_unref);
  g_clear_pointer (&job->roll_up, _vb_roll_up_unref);
  g_clear_object (&job->table);
  g_clear_object (&job->coverage);
  g_clear_pointer (&job->findings, g_array_unref);
  g_free (job);
}

static void schedule (VbPlanner *self);

static void
compute_need (Job *job, GCancellable *cancellable, GError **error)
{
  if (job->known == NULL)
    job->known = _vb_facts_read (job->snapshot, job->now, cancellable, error);
  if (job->known != NULL && job->roll_up == NULL)
    job->roll_up =
        _vb_roll_up_new (job->known, job->grain, VB_DAY_NONE, VB_DAY_NONE, cancellable, error);
  if (job->roll_up != NULL)
    job->table = _vb_roll_up_compute_need (job->roll_up, job->snapshot, NAN, cancellable, error);
}

static void
job_run (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  switch (job->kind)
    {
    case JOB_COVERAGE:
      job->coverage =
          _vb_compute_coverage (job->snapshot, job->grain, job->now, cancellable, &error);
      break;
    case JOB_FINDINGS:
      job->findings = _vb_find_faults (job->snapshot, job->now, cancellable, &error);
      break;
    case JOB_NEED:
    default:
      compute_need (job, cancellable, &error);
    }

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Keeps a grain fresh that nobody looks at directly. */
static void
want_need (VbPlanner *self, VbGrain grain)
{
  if (self->need[grain].asked == 0)
    self->need[grain].asked = 1;
}

static gboolean
refresh_attention (gpointer data)
{
  VbPlanner *self = VB_PLANNER (data);
  VbNeedTable *tables[VB_N_GRAINS];

  self->attention_source = 0;
  for (int g = 0; g < VB_N_GRAINS; g++)
    tables[g] = self->need[g].table;
  self->attention_grains =
      _vb_attention_lists_refresh (self->attention, self->document, self->known, tables);
  for (int g = 0; g < VB_N_GRAINS; g++)
    if (self->attention_grains & (1u << g))
      want_need (self, (VbGrain) g);
  schedule (self);

  return G_SOURCE_REMOVE;
}

/* After the charts have been drawn anew: nobody drags a slider for the sake of a list. */
static void
refresh_attention_later (VbPlanner *self)
{
  if (self->known != NULL && self->attention_source == 0)
    self->attention_source =
        g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, refresh_attention, self, NULL);
}

static void
take_need (VbPlanner *self, Job *job)
{
  NeedSlot *slot = &self->need[job->grain];
  gboolean is_news = slot->facts != job->facts;

  slot->facts = job->facts;
  slot->assumptions = job->assumptions;
  g_clear_pointer (&slot->roll_up, _vb_roll_up_unref);
  slot->roll_up = g_steal_pointer (&job->roll_up);
  g_set_object (&slot->table, job->table);
  g_signal_emit (self, signals[NEED_CHANGED], 0, (int) job->grain);
  if (is_news || (self->attention_grains & (1u << job->grain)) != 0)
    refresh_attention_later (self);
}

static void
take_coverage (VbPlanner *self, Job *job)
{
  CoverageSlot *slot = &self->coverage[job->grain];

  slot->facts = job->facts;
  g_set_object (&slot->coverage, job->coverage);
  g_signal_emit (self, signals[COVERAGE_CHANGED], 0, (int) job->grain);
}

static void
take_findings (VbPlanner *self, Job *job)
{
  g_autoptr (GListModel) findings =
      _vb_list_findings (self->document, job->snapshot, job->findings);

  self->findings.facts = job->facts;
  g_set_object (&self->findings.findings, findings);
  g_signal_emit (self, signals[FINDINGS_CHANGED], 0);
}

static void
take (VbPlanner *self, Job *job)
{
  switch (job->kind)
    {
    case JOB_COVERAGE:
      take_coverage (self, job);
      break;
    case JOB_FINDINGS:
      take_findings (self, job);
      break;
    case JOB_NEED:
    default:
      take_need (self, job);
    }
}

/* A result that cannot be had is not asked for again until something changes. */
static void
give_up (VbPlanner *self, Job *job, GError *error)
{
  switch (job->kind)
    {
    case JOB_COVERAGE:
      self->coverage[job->grain].facts = job->facts;
      break;
    case JOB_FINDINGS:
      self->findings.facts = job->facts;
      break;
    case JOB_NEED:
    default:
      self->need[job->grain].facts = job->facts;
      self->need[job->grain].assumptions = job->assumptions;
    }
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
keep_facts (VbPlanner *self, VbFacts *known)
{
  if (self->known == known)
    return;

  g_clear_pointer (&self->known, _vb_facts_unref);
  self->known = _vb_facts_ref (known);
  self->known_facts = self->facts;
}

static void
on_job_done (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (VbPlanner) self = g_weak_ref_get (&job->planner);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (self == NULL || self->document == NULL)
    return;

  g_clear_object (&self->running);
  if (job->facts == self->facts)
    {
      if (job->known != NULL)
        keep_facts (self, job->known);
      if (!done)
        give_up (self, job, error);
      else
        take (self, job);
    }

  schedule (self);
}

static gboolean
is_stale (VbPlanner *self, JobKind kind, VbGrain grain)
{
  switch (kind)
    {
    case JOB_COVERAGE:
      return self->coverage[grain].asked > 0 && self->coverage[grain].facts != self->facts;
    case JOB_FINDINGS:
      return self->findings.asked > 0 && self->findings.facts != self->facts;
    case JOB_NEED:
    default:
      return self->need[grain].asked > 0
             && (self->need[grain].facts != self->facts
                 || self->need[grain].assumptions != self->assumptions);
    }
}

/* The stale result that was asked for last, which is what the user looks at. Findings come last:
 * they are a list that nobody waits for. */
static gboolean
find_stale (VbPlanner *self, JobKind *kind, VbGrain *grain)
{
  guint64 latest = 0;

  for (int g = 0; g < VB_N_GRAINS; g++)
    {
      if (is_stale (self, JOB_NEED, (VbGrain) g) && self->need[g].asked > latest)
        {
          latest = self->need[g].asked;
          *kind = JOB_NEED;
          *grain = (VbGrain) g;
        }
      if (is_stale (self, JOB_COVERAGE, (VbGrain) g) && self->coverage[g].asked > latest)
        {
          latest = self->coverage[g].asked;
          *kind = JOB_COVERAGE;
          *grain = (VbGrain) g;
        }
    }
  if (latest > 0 || !is_stale (self, JOB_FINDINGS, VB_GRAIN_MONTH))
    return latest > 0;

  *kind = JOB_FINDINGS;
  *grain = VB_GRAIN_MONTH;
  return TRUE;
}

static void
update_busy (VbPlanner *self)
{
  gboolean busy = self->running != NULL || self->start_source != 0 || self->attention_source != 0
                  || self->n_others > 0;

  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static gboolean
start (gpointer data)
{
  VbPlanner *self = VB_PLANNER (data);
  g_autoptr (GTask) task = NULL;
  JobKind kind;
  VbGrain grain;
  Job *job;

  self->start_source = 0;
  if (self->running != NULL || !find_stale (self, &kind, &grain))
    {
      update_busy (self);
      return G_SOURCE_REMOVE;
    }

  job = g_new0 (Job, 1);
  g_weak_ref_init (&job->planner, self);
  job->kind = kind;
  job->grain = grain;
  job->facts = self->facts;
  job->assumptions = self->assumptions;
  job->now = vb_document_get_now (self->document);
  job->snapshot = vb_snapshot_new (self->document);
  if (self->known != NULL && self->known_facts == self->facts)
    job->known = _vb_facts_ref (self->known);
  if (kind == JOB_NEED && self->need[grain].facts == self->facts
      && self->need[grain].roll_up != NULL)
    job->roll_up = _vb_roll_up_ref (self->need[grain].roll_up);

  self->running = g_cancellable_new ();
  task = g_task_new (NULL, self->running, on_job_done, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_run);

  return G_SOURCE_REMOVE;
}

/* Not at once: all that changes in one turn of the main loop is one calculation. */
static void
schedule (VbPlanner *self)
{
  JobKind kind;
  VbGrain grain;

  if (self->running == NULL && self->start_source == 0 && find_stale (self, &kind, &grain))
    self->start_source = g_idle_add_full (G_PRIORITY_DEFAULT, start, self, NULL);
  update_busy (self);
}

static void
on_facts_changed (VbPlanner *self)
{
  self->facts++;
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  schedule (self);
}

static void
on_assumptions_changed (VbPlanner *self)
{
  self->assumptions++;
  schedule (self);
}

static void
vb_planner_constructed (GObject *object)
{
  VbPlanner *self = VB_PLANNER (object);
  static const struct
  {
    const char *signal;
    GCallback callback;
  } listened[] = {
    { "actions-changed", G_CALLBACK (refresh_attention_later) },
    { "dialogues-changed", G_CALLBACK (refresh_attention_later) },
    { "units-changed", G_CALLBACK (on_facts_changed) },
    { "observations-changed", G_CALLBACK (on_facts_changed) },
    { "targets-changed", G_CALLBACK (on_assumptions_changed) },
    { "settings-changed", G_CALLBACK (on_assumptions_changed) },
  };

  G_OBJECT_CLASS (vb_planner_parent_class)->constructed (object);

  self->population = _vb_population_keeper_new (self);

  for (guint i = 0; i < G_N_ELEMENTS (listened); i++)
    g_signal_connect_object (self->document, listened[i].signal, listened[i].callback, self,
                             G_CONNECT_SWAPPED);
}

static void
vb_planner_dispose (GObject *object)
{
  VbPlanner *self = VB_PLANNER (object);

  g_clear_handle_id (&self->start_source, g_source_remove);
  g_clear_handle_id (&self->attention_source, g_source_remove);
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_pointer (&self->known, _vb_facts_unref);
  for (int g = 0; g < VB_N_GRAINS; g++)
    {
      g_clear_pointer (&self->need[g].roll_up, _vb_roll_up_unref);
      g_clear_object (&self->need[g].table);
      g_clear_object (&self->coverage[g].coverage);
    }
  g_clear_object (&self->findings.findings);
  g_clear_pointer (&self->attention, _vb_attention_lists_free);
  g_clear_pointer (&self->population, _vb_population_keeper_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vb_planner_parent_class)->dispose (object);
}

static void
vb_planner_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbPlanner *self = VB_PLANNER (object);

  switch ((VbPlannerProperty) prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, vb_planner_get_busy (self));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_planner_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VbPlanner *self = VB_PLANNER (object);

  switch ((VbPlannerProperty) prop_id)
    {
    case PROP_DOCUMENT:
      self->document = g_value_dup_object (value);
      break;
    case PROP_BUSY:
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_planner_class_init (VbPlannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = vb_planner_constructed;
  object_class->dispose = vb_planner_dispose;
  object_class->get_property = vb_planner_get_property;
  object_class->set_property = vb_planner_set_property;

  properties[PROP_DOCUMENT] =
      g_param_spec_object ("document", NULL, NULL, VB_TYPE_DOCUMENT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[NEED_CHANGED] =
      g_signal_new ("need-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[COVERAGE_CHANGED] =
      g_signal_new ("coverage-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[FINDINGS_CHANGED] = g_signal_new ("findings-changed", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[POPULATION_CHANGED] =
      g_signal_new ("population-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
vb_planner_init (VbPlanner *self)
{
  /* Slots start at 0 of both and are therefore stale once they are asked for. */
  self->facts = 1;
  self->assumptions = 1;
  self->n_asked = 1;
  self->attention = _vb_attention_lists_new ();
}

VbPlanner *
vb_planner_new (VbDocument *document)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);

  return g_object_new (VB_TYPE_PLANNER, "document", document, NULL);
}

VbNeedTable *
vb_planner_get_need (VbPlanner *self, VbGrain grain)
{
  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);
  g_return_val_if_fail (grain < VB_N_GRAINS, NULL);

  self->need[grain].asked = ++self->n_asked;
  if (is_stale (self, JOB_NEED, grain))
    schedule (self);

  return self->need[grain].table;
}

VbCoverage *
vb_planner_get_coverage (VbPlanner *self, VbGrain grain)
{
  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);
  g_return_val_if_fail (grain < VB_N_GRAINS, NULL);

  self->coverage[grain].asked = ++self->n_asked;
  if (is_stale (self, JOB_COVERAGE, grain))
    schedule (self);

  return self->coverage[grain].coverage;
}

GListModel *
vb_planner_get_findings (VbPlanner *self)
{
  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);

  self->findings.asked = ++self->n_asked;
  if (is_stale (self, JOB_FINDINGS, VB_GRAIN_MONTH))
    schedule (self);

  return self->findings.findings;
}

GListModel *
vb_planner_get_attention (VbPlanner *self, VbUnit *unit)
{
  GListModel *list;

  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);
  g_return_val_if_fail (unit == NULL || VB_IS_UNIT (unit), NULL);

  list = _vb_attention_lists_add (self->attention, unit);
  /* Which grains the list depends on is known once the facts are read: the first table of any grain
   * brings them. */
  want_need (self, VB_GRAIN_MONTH);
  refresh_attention_later (self);
  schedule (self);

  return list;
}

gboolean
vb_planner_get_busy (VbPlanner *self)
{
  g_return_val_if_fail (VB_IS_PLANNER (self), FALSE);

  return self->busy;
}

VbNeedTable *
vb_planner_compute_need (VbPlanner *self,
                         VbGrain grain,
                         VbDay from,
                         VbDay to,
                         double target,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (VbSnapshot) snapshot = NULL;
  g_autoptr (VbRollUp) roll_up = NULL;

  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);
  g_return_val_if_fail (grain < VB_N_GRAINS, NULL);

  snapshot = vb_snapshot_new (self->document);
  if (self->known == NULL || self->known_facts != self->facts)
    {
      g_autoptr (VbFacts) known =
          _vb_facts_read (snapshot, vb_document_get_now (self->document), cancellable, error);

      if (known == NULL)
        return NULL;
      keep_facts (self, known);
    }

  roll_up = _vb_roll_up_new (self->known, grain, from, to, cancellable, error);
  if (roll_up == NULL)
    return NULL;

  return _vb_roll_up_compute_need (roll_up, snapshot, target, cancellable, error);
}

void
_vb_planner_add_others (VbPlanner *self, int n)
{
  self->n_others += n;
  update_busy (self);
}

VbDocument *
_vb_planner_get_document (VbPlanner *self)
{
  return self->document;
}

VbPopulationKeeper *
_vb_planner_get_population_keeper (VbPlanner *self)
{
  return self->population;
}

VbFacts *
_vb_planner_get_facts (VbPlanner *self)
{
  return self->known;
}

VbFacts *
_vb_planner_get_table_facts (VbPlanner *self, VbGrain grain)
{
  return self->need[grain].roll_up != NULL ? self->need[grain].roll_up->facts : NULL;
}

VbFacts *
_vb_planner_get_fresh_facts (VbPlanner *self)
{
  return self->known_facts == self->facts ? self->known : NULL;
}

const VbAggregateCell *
_vb_planner_find_cell (VbPlanner *self, VbUnit *unit, VbMeasureId measure, VbPeriod period)
{
  const VbRollUp *roll_up = self->need[period.grain].roll_up;
  guint index;
  int at;

  if (roll_up == NULL || roll_up->aggregate == NULL
      || !_vb_facts_find_unit (roll_up->facts, vb_unit_get_id (unit), &index))
    return NULL;

  at = vb_grain_distance (period.grain, roll_up->first, period.start);
  if (at < 0 || (guint) at >= roll_up->n_periods)
    return NULL;

  return vb_aggregate_get (roll_up->aggregate, (guint16) measure, index, (guint) at);
}
