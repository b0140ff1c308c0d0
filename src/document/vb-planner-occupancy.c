/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planner's answers about occupancy and risk: closed formulas, quick enough for the main loop.
 */
#include "private/vb-planner-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-occupancy.h"

static VbCurvePoint *
take_points (VbOccupancyPoint *points, gsize n)
{
  VbCurvePoint *curve = g_new (VbCurvePoint, n);

  for (gsize i = 0; i < n; i++)
    curve[i] = (VbCurvePoint){ points[i].x, points[i].y };
  g_free (points);

  return curve;
}

VbCurvePoint *
vb_planner_trace_need (double mean_census, double from, double to, guint n)
{
  return take_points (vb_occupancy_trace_need (mean_census, from, to, n), n);
}

VbCurvePoint *
vb_planner_trace_risk (double mean_census, double variance_factor, guint from, guint to)
{
  g_return_val_if_fail (from <= to, NULL);

  return take_points (vb_occupancy_trace_risk (mean_census, variance_factor, from, to),
                      (gsize) to - from + 1);
}

double
vb_planner_get_risk (double mean_census, double variance_factor, double beds)
{
  return vb_queueing_get_risk (mean_census, variance_factor, beds);
}

static VbOccupancyFigures
to_figures (const VbOccupancyAssessment *assessment)
{
  return (VbOccupancyFigures){
    .mean_census = assessment->mean_census,
    .available_beds = assessment->available_beds,
    .occupancy = assessment->occupancy,
    .risk = assessment->risk,
    .beds_needed = assessment->beds_needed,
    .recommended_target = assessment->recommended_target,
  };
}

/* The unit's mean census and beds in the period; FALSE while they are not known. */
static gboolean
find_ward (VbPlanner *self,
           VbUnit *unit,
           VbCareGroup group,
           VbPeriod period,
           double variance_factor,
           VbOccupancyWard *ward)
{
  const VbNeedFigures *figures = _vb_planner_find_figures (self, unit, group, period);

  if (figures == NULL || isnan (figures->occupied_beds))
    return FALSE;

  *ward = (VbOccupancyWard){ figures->occupied_beds, figures->available_beds, variance_factor };

  return TRUE;
}

VbOccupancyRow *
vb_planner_assess_occupancy (VbPlanner *self,
                             VbUnit *unit,
                             VbCareGroup group,
                             VbPeriod period,
                             double variance_factor,
                             double max_risk,
                             GError **error)
{
  VbOccupancyFigures figures = { NAN, NAN, NAN, NAN, NAN, NAN };
  VbOccupancyAssessment assessment;
  VbOccupancyWard ward;

  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);
  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  if (find_ward (self, unit, group, period, variance_factor, &ward))
    {
      if (!vb_occupancy_assess (&ward, max_risk, &assessment, error))
        return NULL;
      figures = to_figures (&assessment);
    }

  return vb_occupancy_row_new (vb_unit_get_name (unit), unit, &figures);
}

GListModel *
vb_planner_pool_occupancy (VbPlanner *self,
                           GListModel *units,
                           VbPeriod period,
                           double variance_factor,
                           double max_risk,
                           GError **error)
{
  const VbOccupancyFigures unknown = { NAN, NAN, NAN, NAN, NAN, NAN };
  g_autoptr (GListStore) rows = g_list_store_new (VB_TYPE_OCCUPANCY_ROW);
  g_autoptr (GArray) wards = g_array_new (FALSE, FALSE, sizeof (VbOccupancyWard));
  g_autofree VbOccupancyAssessment *assessments = NULL;
  g_autoptr (VbOccupancyRow) pooled = NULL;
  VbOccupancyFigures together;
  guint n = g_list_model_get_n_items (units);

  g_return_val_if_fail (VB_IS_PLANNER (self), NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (units, i);
      VbOccupancyWard ward;

      if (find_ward (self, unit, _vb_planner_get_main_group (self, unit, period.grain), period,
                     variance_factor, &ward))
        g_array_append_val (wards, ward);
    }

  assessments = vb_occupancy_pool ((const VbOccupancyWard *) (gpointer) wards->data, wards->len,
                                   max_risk, error);
  if (assessments == NULL)
    return NULL;

  for (guint i = 0, known = 0; i < n; i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (units, i);
      g_autoptr (VbOccupancyRow) row = NULL;
      VbOccupancyFigures figures = unknown;
      VbOccupancyWard ward;

      if (find_ward (self, unit, _vb_planner_get_main_group (self, unit, period.grain), period,
                     variance_factor, &ward))
        figures = to_figures (&assessments[known++]);
      row = vb_occupancy_row_new (vb_unit_get_name (unit), unit, &figures);
      g_list_store_append (rows, row);
    }

  together = wards->len > 0 ? to_figures (&assessments[wards->len]) : unknown;
  /* Translators: the row of several wards that share their beds. */
  pooled = vb_occupancy_row_new (_ ("Pooled"), NULL, &together);
  g_list_store_append (rows, pooled);

  return G_LIST_MODEL (g_steal_pointer (&rows));
}
