/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-occupancy.h"

#include <math.h>

/* need = mean census ÷ T, in beds: the need of vb_need_run(), V ÷ (days × T), with V ÷ days the
 * mean census. */
VbOccupancyPoint *
vb_occupancy_trace_need (double mean_census, double from, double to, guint n)
{
  VbOccupancyPoint *points;

  g_return_val_if_fail (from > 0 && to >= from && n >= 2, NULL);

  points = g_new (VbOccupancyPoint, n);
  for (guint i = 0; i < n; i++)
    {
      double target = from + (to - from) * i / (n - 1);

      points[i] = (VbOccupancyPoint){ target, mean_census / target };
    }

  return points;
}

VbOccupancyPoint *
vb_occupancy_trace_risk (double mean_census, double variance_factor, guint from, guint to)
{
  VbOccupancyPoint *points;

  g_return_val_if_fail (to >= from && to - from < VB_QUEUEING_MAX_BEDS, NULL);

  points = g_new (VbOccupancyPoint, to - from + 1);
  for (guint beds = from; beds <= to; beds++)
    points[beds - from] = (VbOccupancyPoint){
      beds,
      vb_queueing_get_risk (mean_census, variance_factor, beds),
    };

  return points;
}

gboolean
vb_occupancy_assess (const VbOccupancyWard *ward,
                     double max_risk,
                     VbOccupancyAssessment *out,
                     GError **error)
{
  guint beds;

  if (!vb_queueing_find_beds_risk (ward->mean_census, ward->variance_factor, max_risk, &beds,
                                   error))
    return FALSE;

  *out = (VbOccupancyAssessment){
    .mean_census = ward->mean_census,
    .available_beds = ward->available_beds,
    .variance_factor = ward->variance_factor,
    .occupancy = ward->available_beds > 0 ? ward->mean_census / ward->available_beds : NAN,
    .risk =
        isnan (ward->available_beds)
            ? NAN
            : vb_queueing_get_risk (ward->mean_census, ward->variance_factor, ward->available_beds),
    .beds_needed = beds,
    .recommended_target = beds > 0 ? ward->mean_census / beds : NAN,
  };
  return TRUE;
}

VbOccupancyAssessment *
vb_occupancy_pool (const VbOccupancyWard *wards, gsize n, double max_risk, GError **error)
{
  g_autofree VbOccupancyAssessment *rows = g_new0 (VbOccupancyAssessment, n + 1);
  VbOccupancyWard shared = { 0, 0, 1 };
  double variance = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (!vb_occupancy_assess (&wards[i], max_risk, &rows[i], error))
        return NULL;
      shared.mean_census += wards[i].mean_census;
      shared.available_beds += wards[i].available_beds;
      variance += wards[i].mean_census * wards[i].variance_factor;
    }

  if (shared.mean_census > 0)
    shared.variance_factor = CLAMP (variance / shared.mean_census, 0.5, 2);
  if (!vb_occupancy_assess (&shared, max_risk, &rows[n], error))
    return NULL;

  return g_steal_pointer (&rows);
}
