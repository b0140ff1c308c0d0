/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-occupancy-roll-up.h"

#include <math.h>

#define CANCEL_CHECK_UNITS 64

/* Sums over the units at the bottom. */
typedef struct
{
  double weight;   /* the share of days on which the unit counts above */
  double variance; /* of the census; those of independent censuses add up */
  double targets;
  guint n_targets; /* a unit without patients has none */
  double max_risk; /* the least */
} Sums;

static gboolean
add_unit (const VbOccupancyUnit *unit, VbOccupancyRollUp *row, Sums *sums, GError **error)
{
  double factor = vb_occupancy_get_variance_factor (unit);
  double max_risk = vb_occupancy_get_max_risk (unit);
  VbOccupancyWard ward = { unit->mean_census, unit->available_beds, factor };
  VbOccupancyAssessment assessment;

  if (isnan (unit->mean_census))
    return TRUE;
  if (!vb_occupancy_assess (&ward, max_risk, &assessment, error))
    return FALSE;

  row->n_units = 1;
  row->census = unit->mean_census;
  row->available_beds = unit->available_beds;
  row->beds_needed = assessment.beds_needed;
  row->units_short = assessment.risk;
  sums->weight = 1 - unit->closed_share;
  sums->variance = unit->mean_census * factor;
  sums->max_risk = max_risk;
  if (!isnan (assessment.recommended_target))
    {
      sums->targets = assessment.recommended_target;
      sums->n_targets = 1;
    }
  return TRUE;
}

static void
add_child (const VbOccupancyRollUp *child,
           const Sums *child_sums,
           VbOccupancyRollUp *row,
           Sums *sums)
{
  double weight = child_sums->weight;

  if (child->n_units == 0)
    return;

  row->n_units += child->n_units;
  row->census += weight * child->census;
  row->available_beds += weight * child->available_beds;
  row->beds_needed += weight * child->beds_needed;
  row->units_short += weight * child->units_short;
  sums->variance += weight * child_sums->variance;
  sums->targets += child_sums->targets;
  sums->n_targets += child_sums->n_targets;
  sums->max_risk = MIN (sums->max_risk, child_sums->max_risk);
}

/* target = Σ mᵢ ÷ Σ bᵢ, the ratio of sums; pooled: the fewest beds for a census with mean Σ mᵢ and
 * variance Σ fᵢ mᵢ. Unit: fractions, beds. */
static gboolean
finish_row (VbOccupancyRollUp *row, const Sums *sums, GError **error)
{
  double factor = row->census > 0 ? CLAMP (sums->variance / row->census, 0.5, 2) : 1;
  guint pooled;

  if (row->n_units == 0)
    {
      *row = (VbOccupancyRollUp){
        .census = NAN,
        .available_beds = NAN,
        .target = NAN,
        .mean_target = NAN,
        .target_pooled = NAN,
        .variance_factor = NAN,
        .max_risk = NAN,
        .units_short = NAN,
      };
      return TRUE;
    }

  row->variance_factor = factor;
  row->max_risk = sums->max_risk;
  /* One unit alone shares with nobody. */
  row->beds_pooled = row->beds_needed;
  if (row->n_units > 1)
    {
      if (!vb_queueing_find_beds_risk (row->census, factor, sums->max_risk, &pooled, error))
        return FALSE;
      row->beds_pooled = pooled;
    }
  row->target = row->beds_needed > 0 ? row->census / row->beds_needed : NAN;
  row->target_pooled = row->beds_pooled > 0 ? row->census / row->beds_pooled : NAN;
  row->mean_target = sums->n_targets > 0 ? sums->targets / sums->n_targets : NAN;
  row->beds_apart = row->beds_needed > row->beds_pooled ? row->beds_needed - row->beds_pooled : 0;
  return TRUE;
}

VbOccupancyRollUp *
vb_occupancy_roll_up (guint n,
                      const gint32 *parent,
                      const VbOccupancyUnit *units,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree VbOccupancyRollUp *rows = g_new0 (VbOccupancyRollUp, n + 1);
  g_autofree gboolean *has_children = g_new0 (gboolean, n + 1);
  g_autofree Sums *sums = g_new0 (Sums, n + 1);

  for (guint i = 0; i < n; i++)
    {
      sums[i].weight = 1;
      sums[i].max_risk = 1;
      if (parent[i] >= 0)
        has_children[parent[i]] = TRUE;
    }

  for (guint i = n; i-- > 0;)
    {
      if (i % CANCEL_CHECK_UNITS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (!has_children[i] && !add_unit (&units[i], &rows[i], &sums[i], error))
        return NULL;
      if (parent[i] >= 0)
        add_child (&rows[i], &sums[i], &rows[parent[i]], &sums[parent[i]]);
      if (!finish_row (&rows[i], &sums[i], error))
        return NULL;
    }
  return g_steal_pointer (&rows);
}
