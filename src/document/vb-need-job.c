/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-need-job.h"

#include "private/vb-need-table-private.h"
#include "vb-data-coverage.h"
#include "vb-measure.h"

VbRollUp *
_vb_roll_up_ref (VbRollUp *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
_vb_roll_up_unref (VbRollUp *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->aggregate, vb_aggregate_unref);
  g_clear_pointer (&self->facts, _vb_facts_unref);
  g_free (self);
}

VbMeasureRule *
_vb_make_measure_rules (guint *n)
{
  const VbMeasure *const *measures = vb_measure_list (n);
  VbMeasureRule *rules = g_new (VbMeasureRule, *n);

  for (guint i = 0; i < *n; i++)
    rules[i] = (VbMeasureRule){
      .measure = (guint16) measures[i]->id,
      .nature = (guint8) measures[i]->nature,
      .weight = (guint16) measures[i]->weight,
    };

  return rules;
}

static guint
count_periods (VbGrain grain, VbDay first, VbDay last)
{
  return (guint) vb_grain_distance (grain, first, vb_grain_floor (grain, last)) + 1;
}

VbRollUp *
_vb_roll_up_new (
    VbFacts *facts, VbGrain grain, VbDay from, VbDay to, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbRollUp) self = g_new0 (VbRollUp, 1);
  g_autofree VbMeasureRule *rules = NULL;
  guint n_rules;

  g_atomic_ref_count_init (&self->ref_count);
  self->facts = _vb_facts_ref (facts);
  self->grain = grain;
  if (from == VB_DAY_NONE)
    from = facts->first[grain];
  if (to == VB_DAY_NONE)
    to = facts->end[grain] - 1;
  if (from == VB_DAY_NONE || to < from)
    return g_steal_pointer (&self);

  self->first = vb_grain_floor (grain, from);
  self->n_periods = count_periods (grain, self->first, to);
  rules = _vb_make_measure_rules (&n_rules);
  self->aggregate =
      vb_aggregate_new (vb_snapshot_get_tree (facts->snapshot),
                        vb_snapshot_observations_get_input (facts->observations), rules, n_rules,
                        grain, self->first, self->n_periods, cancellable, error);
  if (self->aggregate == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

VbNeedTable *
_vb_roll_up_compute_need (const VbRollUp *self,
                          VbSnapshot *assumptions,
                          double override_target,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (VbNeedResult) result = NULL;
  const gint64 *unit_ids = vb_snapshot_get_unit_ids (assumptions);
  VbNeedTableKey *keys;
  VbNeedInput input = {
    .tree = vb_snapshot_get_tree (assumptions),
    .aggregate = self->aggregate,
    .default_target = vb_snapshot_get_default_target (assumptions),
    .override_target = override_target,
    .occupied_includes_overcrowded = vb_snapshot_get_occupied_includes_overcrowded (assumptions),
    .hidden_demand = vb_snapshot_get_hidden_demand (assumptions),
  };

  if (self->aggregate == NULL)
    return vb_need_table_new (self->grain, self->first, 0, 0, NULL, NULL);

  input.targets = vb_snapshot_get_targets (assumptions, &input.n_targets);
  result = vb_need_run (&input, cancellable, error);
  if (result == NULL)
    return NULL;

  keys = g_new (VbNeedTableKey, result->n_rows);
  for (guint i = 0; i < result->n_rows; i++)
    keys[i] = (VbNeedTableKey){
      .unit_id = unit_ids[result->keys[i].unit],
      .group = result->keys[i].group,
    };

  return vb_need_table_new (self->grain, self->first, result->n_periods, result->n_rows, keys,
                            g_steal_pointer (&result->figures));
}

/* Everything of the catalogue that is counted in a unit, day in, day out. */
static GArray *
list_covered_measures (void)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint16));
  guint n;
  const VbMeasure *const *measures = vb_measure_list (&n);

  for (guint i = 0; i < n; i++)
    {
      guint16 id = (guint16) measures[i]->id;

      if (id != VB_MEASURE_POPULATION)
        g_array_append_val (ids, id);
    }

  return ids;
}

/* The periods of @grain that have data of that or a finer grain. */
static guint
find_periods (const VbObservationInput *observations, VbGrain grain, VbDay *first)
{
  VbDay earliest = G_MAXINT32, latest = VB_DAY_NONE;

  for (gsize i = 0; i < observations->n; i++)
    if (observations->grain[i] <= grain)
      {
        earliest = MIN (earliest, observations->start[i]);
        latest = MAX (latest, observations->start[i]);
      }
  if (latest == VB_DAY_NONE)
    return 0;

  *first = vb_grain_floor (grain, earliest);

  return count_periods (grain, *first, latest);
}

VbCoverage *
_vb_compute_coverage (
    VbSnapshot *snapshot, VbGrain grain, VbDay now, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) measures = list_covered_measures ();
  g_autoptr (VbSnapshotObservations) read = NULL;
  const VbTreeInput *tree = vb_snapshot_get_tree (snapshot);
  const VbObservationInput *observations;
  g_autofree float *shares = NULL;
  VbPeriod first = { grain, VB_DAY_NONE };
  guint n_periods;

  read = vb_snapshot_read_observations (snapshot, (const guint16 *) (gpointer) measures->data,
                                        measures->len, cancellable, error);
  if (read == NULL)
    return NULL;

  observations = vb_snapshot_observations_get_input (read);
  n_periods = find_periods (observations, grain, &first.start);
  if (n_periods > 0)
    {
      shares = vb_data_coverage_run (tree, observations, grain, first.start, n_periods, now,
                                     cancellable, error);
      if (shares == NULL)
        return NULL;
    }

  return vb_coverage_new (first, n_periods, vb_snapshot_get_unit_ids (snapshot), tree->n, shares);
}
