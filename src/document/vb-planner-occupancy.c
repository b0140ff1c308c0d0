/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planner's curve of the risk: a closed formula, quick enough for the main loop. */
#include "private/vb-planner-private.h"

#include "vb-occupancy.h"

VbCurvePoint *
vb_planner_trace_risk (double mean_census, double variance_factor, guint from, guint to)
{
  g_autofree VbOccupancyPoint *points = NULL;
  VbCurvePoint *curve;

  g_return_val_if_fail (from <= to, NULL);

  points = vb_occupancy_trace_risk (mean_census, variance_factor, from, to);
  curve = g_new (VbCurvePoint, (gsize) to - from + 1);
  for (guint i = 0; i <= to - from; i++)
    curve[i] = (VbCurvePoint){ points[i].x, points[i].y };

  return curve;
}
