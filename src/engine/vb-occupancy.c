/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-occupancy.h"

#include <math.h>

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
