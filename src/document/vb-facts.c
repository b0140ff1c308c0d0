/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-facts.h"

#include <math.h>

/* What vb_need_run() makes use of. */
static const guint16 need_measures[] = {
  VB_MEASURE_AVAILABLE_BEDS, VB_MEASURE_ESTABLISHED_BEDS,   VB_MEASURE_OCCUPIED_BEDS,
  VB_MEASURE_BED_DAYS,       VB_MEASURE_AVAILABLE_BED_DAYS, VB_MEASURE_OVERCROWDING,
  VB_MEASURE_OUTLIERS_OUT,   VB_MEASURE_OUTLIERS_IN,        VB_MEASURE_NEEDED_BEDS,
};

static const guint16 published_measures[] = {
  VB_MEASURE_POPULATION,
  VB_MEASURE_AVAILABLE_BEDS_PER_1000,
};

/* Observations are sorted within each unit, measure and grain, so where the grain changes or the
 * start goes back a series begins, and the one before it has ended. */
static void
find_extents (VbFacts *self)
{
  const VbObservationInput *input = vb_snapshot_observations_get_input (self->observations);

  for (gsize i = 0; i < input->n; i++)
    {
      VbGrain grain = (VbGrain) input->grain[i];
      gboolean begins =
          i == 0 || input->grain[i] != input->grain[i - 1] || input->start[i] < input->start[i - 1];
      gboolean ends = i + 1 == input->n || input->grain[i + 1] != input->grain[i]
                      || input->start[i + 1] < input->start[i];

      if (begins && (self->first[grain] == VB_DAY_NONE || input->start[i] < self->first[grain]))
        self->first[grain] = input->start[i];
      if (ends)
        self->end[grain] =
            MAX (self->end[grain], vb_period_get_end ((VbPeriod){ grain, input->start[i] }));
    }

  for (int grain = 1; grain < VB_N_GRAINS; grain++)
    {
      VbDay finer = self->first[grain - 1];

      if (finer != VB_DAY_NONE && (self->first[grain] == VB_DAY_NONE || finer < self->first[grain]))
        self->first[grain] = finer;
      self->end[grain] = MAX (self->end[grain], self->end[grain - 1]);
    }
}

VbFacts *
_vb_facts_read (VbSnapshot *snapshot, VbDay now, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbFacts) self = g_new0 (VbFacts, 1);
  const VbTreeInput *tree = vb_snapshot_get_tree (snapshot);
  const gint64 *unit_ids = vb_snapshot_get_unit_ids (snapshot);

  g_atomic_ref_count_init (&self->ref_count);
  self->snapshot = vb_snapshot_ref (snapshot);
  self->now = now;
  self->index = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < tree->n; i++)
    g_hash_table_insert (self->index, (gpointer) &unit_ids[i], GUINT_TO_POINTER (i));

  self->observations = vb_snapshot_read_observations (
      snapshot, need_measures, G_N_ELEMENTS (need_measures), cancellable, error);
  if (self->observations == NULL)
    return NULL;
  self->published = vb_snapshot_read_observations (
      snapshot, published_measures, G_N_ELEMENTS (published_measures), cancellable, error);
  if (self->published == NULL)
    return NULL;
  self->parts = vb_snapshot_read_parts (snapshot, cancellable, error);
  if (self->parts == NULL)
    return NULL;

  find_extents (self);
  self->ends =
      vb_data_coverage_find_ends (tree, vb_snapshot_observations_get_input (self->observations));

  return g_steal_pointer (&self);
}

VbFacts *
_vb_facts_ref (VbFacts *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
_vb_facts_unref (VbFacts *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->observations, vb_snapshot_observations_free);
  g_clear_pointer (&self->published, vb_snapshot_observations_free);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->snapshot, vb_snapshot_unref);
  g_free (self->ends);
  g_free (self);
}

gboolean
_vb_facts_find_unit (const VbFacts *self, gint64 unit_id, guint *index)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->index, &unit_id, NULL, &found))
    return FALSE;

  *index = GPOINTER_TO_UINT (found);

  return TRUE;
}

gboolean
_vb_facts_find_subtree (const VbFacts *self, gint64 unit_id, guint *first, guint *after)
{
  const VbTreeInput *tree = vb_snapshot_get_tree (self->snapshot);

  if (!_vb_facts_find_unit (self, unit_id, first))
    return FALSE;

  /* In preorder, a subtree ends where a unit hangs above its root. */
  for (*after = *first + 1; *after < tree->n; (*after)++)
    if (tree->parent[*after] < (gint32) *first)
      break;

  return TRUE;
}

double
_vb_facts_find_published (const VbFacts *self, gint64 unit_id, VbMeasureId measure, int year)
{
  const VbObservationInput *input = vb_snapshot_observations_get_input (self->published);
  VbDay start = vb_day_from_ymd (year, 1, 1);
  VbDay end = vb_day_from_ymd (year + 1, 1, 1);
  double latest = NAN;
  guint unit;

  if (!_vb_facts_find_unit (self, unit_id, &unit))
    return NAN;

  /* There are few: a figure a year. Those of a year stand in order of time. */
  for (gsize i = 0; i < input->n; i++)
    if (input->unit[i] == unit && input->measure[i] == measure && input->start[i] >= start
        && input->start[i] < end)
      latest = input->value[i];

  return latest;
}
