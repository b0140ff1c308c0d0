/* SPDX-License-Identifier: GPL-3.0-or-later */
/* At most one calculation runs at a time. When it is done and the figures have changed since, the
 * next one begins; its answer is shown meanwhile, since it is newer than what is on the screen (or
 * a long drag would leave the draws standing still), unless it speaks of other years or of another
 * scenario. */
#include "vb-outlook.h"

#include <math.h>

#include "private/vb-planner-private.h"
#include "private/vb-scenario-question.h"
#include "vb-lever-effect.h"
#include "vb-potential-row.h"
#include "vb-waterfall-row.h"
#include "vb-scenario-outlook.h"

struct _VbOutlook
{
  GObject parent_instance;

  VbPlanner *planner;
  VbScenario *scenario;
  gint16 chosen_year; /* 0 = none */

  GListStore *years;
  GListModel *steps;
  GListStore *effects;
  gint16 balance_year;
  GError *error;

  guint64 figures; /* goes up with each change of them */
  guint64 drawn;   /* what the percentiles were drawn on */
  VbPotentialOutlook *draws;
  guint n_draws; /* years in @draws */
  gint16 first_drawn;
  GCancellable *running;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VbOutlook, vb_outlook, G_TYPE_OBJECT)

static void draw (VbOutlook *self);

/* ---- at the levers' base values -------------------------------------------------------------- */

static VbPercentiles
get_percentiles (const VbPotentialSpread *spread)
{
  return (VbPercentiles){ spread->p10, spread->p50, spread->p90 };
}

static VbPotentialRow *
make_row (VbOutlook *self, const VbPotentialYear *year)
{
  static const VbPercentiles unknown = { NAN, NAN, NAN };
  int index = self->draws != NULL ? year->year - self->first_drawn : -1;
  const VbPotentialOutlook *drawn =
      index >= 0 && index < (int) self->n_draws ? &self->draws[index] : NULL;

  return vb_potential_row_new (&(VbPotentialFigures){
      .year = year->year,
      .need = year->need,
      .capacity = year->capacity,
      .gap = year->gap,
      .need_without_overlap = year->need_without_overlap,
      .cost = year->cost,
      .n_without_cost = year->n_without_cost,
      .need_spread = drawn != NULL ? get_percentiles (&drawn->need) : unknown,
      .capacity_spread = drawn != NULL ? get_percentiles (&drawn->capacity) : unknown,
      .gap_spread = drawn != NULL ? get_percentiles (&drawn->gap) : unknown,
      .probability_balanced = drawn != NULL ? drawn->probability_balanced : NAN,
  });
}

/* The part of the yearly cost that the lever has in @year, by the same run as all figures. */
static VbPotentialYear *
run_alone (const VbScenarioQuestion *question, guint lever, GError **error)
{
  VbPotentialInput input = question->input;

  input.levers = &question->levers[lever];
  input.n_levers = 1;

  return vb_potential_run (&input, error);
}

static gboolean
add_effect (VbOutlook *self,
            const VbScenarioQuestion *question,
            const VbPotentialSwing *swing,
            double step,
            guint index,
            VbLeverEffectFigures *sum,
            GError **error)
{
  g_autoptr (VbLever) lever =
      g_list_model_get_item (vb_scenario_get_levers (self->scenario), swing->lever);
  g_autofree VbPotentialYear *alone = run_alone (question, swing->lever, error);
  g_autoptr (VbLeverEffect) row = NULL;
  VbLeverEffectFigures figures = {
    .year = sum->year, .effect = step, .gap_low = swing->gap_low, .gap_high = swing->gap_high
  };

  if (alone == NULL)
    return FALSE;

  figures.alone =
      alone[index].capacity - question->capacity[index] + question->need[index] - alone[index].need;
  figures.cost = alone[index].cost;
  sum->effect += figures.effect;
  sum->alone += figures.alone;
  row = vb_lever_effect_new (lever, &figures);
  g_list_store_append (self->effects, row);

  return TRUE;
}

static const VbPotentialSwing *
find_swing (const VbPotentialSwing *swings, guint n, guint lever)
{
  for (guint i = 0; i < n; i++)
    if (swings[i].lever == lever)
      return &swings[i];
  g_return_val_if_reached (NULL);
}

static gboolean
fill_effects (VbOutlook *self, const VbScenarioQuestion *question, double cost, GError **error)
{
  const VbPotentialInput *input = &question->input;
  gint16 year = vb_outlook_get_year (self);
  VbLeverEffectFigures sum = { .year = year, .gap_low = NAN, .gap_high = NAN, .cost = cost };
  g_autofree VbPotentialSwing *swings = vb_potential_rank (input, year, error);
  g_autofree VbPotentialStep *steps = NULL;
  g_autoptr (VbLeverEffect) all = NULL;
  guint n_steps = 0;

  if (swings == NULL)
    return FALSE;
  steps = vb_potential_trace (input, year, &n_steps, error);
  if (steps == NULL)
    return FALSE;

  for (guint i = 0; i < n_steps; i++)
    if (steps[i].kind == VB_POTENTIAL_STEP_LEVER
        && !add_effect (self, question, find_swing (swings, input->n_levers, steps[i].lever),
                        steps[i].beds, (guint) (year - input->first_year), &sum, error))
      return FALSE;
  all = vb_lever_effect_new (NULL, &sum);
  g_list_store_append (self->effects, all);

  return TRUE;
}

static void
clear_results (VbOutlook *self)
{
  g_clear_error (&self->error);
  g_clear_object (&self->years);
  g_clear_object (&self->steps);
  g_clear_object (&self->effects);
  self->years = g_list_store_new (VB_TYPE_POTENTIAL_ROW);
  self->effects = g_list_store_new (VB_TYPE_LEVER_EFFECT);
  self->balance_year = 0;
}

static gboolean
fill (VbOutlook *self, GError **error)
{
  g_auto (VbScenarioQuestion) question = { 0 };
  g_autofree VbPotentialYear *years = NULL;
  gint16 year = vb_outlook_get_year (self);

  _vb_scenario_question_init (&question, self->scenario);
  years = vb_potential_run (&question.input, error);
  if (years == NULL)
    return FALSE;

  for (guint i = 0; i < question.input.n_years; i++)
    {
      g_autoptr (VbPotentialRow) row = make_row (self, &years[i]);

      g_list_store_append (self->years, row);
    }
  vb_potential_find_balance (years, question.input.n_years, &self->balance_year, NULL);
  self->steps = vb_scenario_outlook_trace (self->scenario, year, error);

  return self->steps != NULL
         && fill_effects (self, &question, years[year - question.input.first_year].cost, error);
}

static void
show (VbOutlook *self)
{
  clear_results (self);
  if (self->scenario != NULL && !fill (self, &self->error))
    {
      g_autoptr (GError) error = g_steal_pointer (&self->error);

      clear_results (self);
      self->error = g_steal_pointer (&error);
    }
  if (self->steps == NULL)
    self->steps = G_LIST_MODEL (g_list_store_new (VB_TYPE_WATERFALL_ROW));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- draws ----------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef outlook;
  GWeakRef planner;
  VbScenarioQuestion question;
  VbDistribution distribution;
  guint n_draws;
  guint64 seed;
  guint64 figures;
  VbPotentialOutlook *draws;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_weak_ref_clear (&job->outlook);
  g_weak_ref_clear (&job->planner);
  _vb_scenario_question_clear (&job->question);
  g_free (job->draws);
  g_free (job);
}

static void
job_run (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  job->draws = vb_potential_draw (&job->question.input, job->distribution, job->n_draws, job->seed,
                                  cancellable, &error);
  if (job->draws == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static gboolean
is_of_same_years (VbOutlook *self, const Job *job)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (self->scenario);

  return job->question.input.first_year == facts->first_year
         && job->question.input.n_years == (guint) (facts->last_year - facts->first_year + 1);
}

static void
take_draws (VbOutlook *self, Job *job)
{
  g_free (self->draws);
  self->draws = g_steal_pointer (&job->draws);
  self->n_draws = job->question.input.n_years;
  self->first_drawn = job->question.input.first_year;
  self->drawn = job->figures;
  show (self);
}

static void
on_drawn (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (VbOutlook) self = g_weak_ref_get (&job->outlook);
  g_autoptr (VbPlanner) planner = g_weak_ref_get (&job->planner);
  gboolean done = g_task_propagate_boolean (G_TASK (result), NULL);

  if (self != NULL && self->planner != NULL)
    {
      g_clear_object (&self->running);
      if (done && self->scenario != NULL && is_of_same_years (self, job))
        take_draws (self, job);
      draw (self);
    }
  if (planner != NULL)
    _vb_planner_add_others (planner, -1);
}

static void
draw (VbOutlook *self)
{
  const VbScenarioFacts *facts;
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->running != NULL || self->scenario == NULL || self->error != NULL
      || self->drawn == self->figures)
    return;

  facts = vb_scenario_get_facts (self->scenario);
  job = g_new0 (Job, 1);
  g_weak_ref_init (&job->outlook, self);
  g_weak_ref_init (&job->planner, self->planner);
  _vb_scenario_question_init (&job->question, self->scenario);
  /* The names stay behind: those of the scenario may change meanwhile. */
  for (guint i = 0; i < job->question.input.n_levers; i++)
    job->question.levers[i].name = NULL;
  job->distribution = facts->distribution;
  job->n_draws = facts->n_draws;
  job->seed = (guint64) facts->seed;
  job->figures = self->figures;

  self->running = g_cancellable_new ();
  _vb_planner_add_others (self->planner, 1);
  task = g_task_new (NULL, self->running, on_drawn, NULL);
  g_task_set_source_tag (task, draw);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_run);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
on_scenarios_changed (VbOutlook *self)
{
  if (self->scenario == NULL)
    return;

  self->figures++;
  show (self);
  draw (self);
}

static void
vb_outlook_dispose (GObject *object)
{
  VbOutlook *self = VB_OUTLOOK (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->scenario);
  g_clear_object (&self->planner);

  G_OBJECT_CLASS (vb_outlook_parent_class)->dispose (object);
}

static void
vb_outlook_finalize (GObject *object)
{
  VbOutlook *self = VB_OUTLOOK (object);

  g_clear_object (&self->years);
  g_clear_object (&self->steps);
  g_clear_object (&self->effects);
  g_clear_error (&self->error);
  g_free (self->draws);

  G_OBJECT_CLASS (vb_outlook_parent_class)->finalize (object);
}

static void
vb_outlook_class_init (VbOutlookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_outlook_dispose;
  G_OBJECT_CLASS (klass)->finalize = vb_outlook_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vb_outlook_init (VbOutlook *self)
{
  clear_results (self);
  self->steps = G_LIST_MODEL (g_list_store_new (VB_TYPE_WATERFALL_ROW));
}

VbOutlook *
vb_outlook_new (VbPlanner *planner)
{
  VbOutlook *self;

  g_return_val_if_fail (VB_IS_PLANNER (planner), NULL);

  self = g_object_new (VB_TYPE_OUTLOOK, NULL);
  self->planner = g_object_ref (planner);
  g_signal_connect_object (_vb_planner_get_document (planner), "scenarios-changed",
                           G_CALLBACK (on_scenarios_changed), self, G_CONNECT_SWAPPED);

  return self;
}

VbScenario *
vb_outlook_get_scenario (VbOutlook *self)
{
  g_return_val_if_fail (VB_IS_OUTLOOK (self), NULL);

  return self->scenario;
}

void
vb_outlook_set_scenario (VbOutlook *self, VbScenario *scenario)
{
  g_return_if_fail (VB_IS_OUTLOOK (self));
  g_return_if_fail (scenario == NULL || VB_IS_SCENARIO (scenario));

  if (!g_set_object (&self->scenario, scenario))
    return;

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_pointer (&self->draws, g_free);
  self->n_draws = 0;
  self->chosen_year = 0;
  self->figures++;
  show (self);
  draw (self);
}

/* The last in which a lever reaches its full effect. */
static gint16
find_full_year (VbScenario *scenario)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);
  GListModel *levers = vb_scenario_get_levers (scenario);
  gint16 year = 0;

  for (guint i = 0; i < g_list_model_get_n_items (levers); i++)
    {
      g_autoptr (VbLever) lever = g_list_model_get_item (levers, i);

      year = MAX (year, vb_lever_get_facts (lever)->figures.full);
    }
  return year == 0 ? facts->last_year : CLAMP (year, facts->first_year, facts->last_year);
}

gint16
vb_outlook_get_year (VbOutlook *self)
{
  const VbScenarioFacts *facts;

  g_return_val_if_fail (VB_IS_OUTLOOK (self), 0);

  if (self->scenario == NULL)
    return 0;

  facts = vb_scenario_get_facts (self->scenario);
  if (self->chosen_year < facts->first_year || self->chosen_year > facts->last_year)
    return find_full_year (self->scenario);

  return self->chosen_year;
}

void
vb_outlook_set_year (VbOutlook *self, gint16 year)
{
  gint16 before;

  g_return_if_fail (VB_IS_OUTLOOK (self));

  before = vb_outlook_get_year (self);
  self->chosen_year = year;
  if (vb_outlook_get_year (self) != before)
    show (self);
}

GListModel *
vb_outlook_get_years (VbOutlook *self)
{
  g_return_val_if_fail (VB_IS_OUTLOOK (self), NULL);

  return G_LIST_MODEL (self->years);
}

const VbPotentialFigures *
vb_outlook_find_year (VbOutlook *self, gint16 year)
{
  g_return_val_if_fail (VB_IS_OUTLOOK (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->years)); i++)
    {
      g_autoptr (VbPotentialRow) row = g_list_model_get_item (G_LIST_MODEL (self->years), i);

      /* The list keeps it alive. */
      if (vb_potential_row_get_figures (row)->year == year)
        return vb_potential_row_get_figures (row);
    }
  return NULL;
}

GListModel *
vb_outlook_get_steps (VbOutlook *self)
{
  g_return_val_if_fail (VB_IS_OUTLOOK (self), NULL);

  return self->steps;
}

GListModel *
vb_outlook_get_effects (VbOutlook *self)
{
  g_return_val_if_fail (VB_IS_OUTLOOK (self), NULL);

  return G_LIST_MODEL (self->effects);
}

gboolean
vb_outlook_get_drawn (VbOutlook *self)
{
  g_return_val_if_fail (VB_IS_OUTLOOK (self), FALSE);

  return self->drawn == self->figures;
}

gint16
vb_outlook_get_balance_year (VbOutlook *self)
{
  g_return_val_if_fail (VB_IS_OUTLOOK (self), 0);

  return self->balance_year;
}

const GError *
vb_outlook_get_error (VbOutlook *self)
{
  g_return_val_if_fail (VB_IS_OUTLOOK (self), NULL);

  return self->error;
}
