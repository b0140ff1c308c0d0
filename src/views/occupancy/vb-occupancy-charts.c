/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-occupancy-charts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-number.h"
#include "vb-occupancy-plot.h"
#include "vb-planner.h"
#include "vb-ward-targets.h"

/* How far the risk curve reaches either side of the mean census, in standard deviations of a
 * Poisson census (√mean): beyond, the risk is 1 or 0 to the eye. */
#define RISK_REACH 3.5

char *
vb_occupancy_charts_format_risk (double risk)
{
  return vb_number_format_percent (risk, risk < 0.0095 ? 1 : 0);
}

VbDrawing *
vb_occupancy_charts_make_risk (const char *whose, const VbOccupancyFigures *figures)
{
  double mean = figures->mean_census;
  double reach = RISK_REACH * sqrt (MAX (mean, 1.0));
  double available = figures->available_beds;
  gboolean several = figures->n_wards > 1;
  guint from, to, n, n_places = 0;
  g_autofree VbCurvePoint *points = NULL;
  g_autofree double *beds = NULL;
  g_autofree double *risk = NULL;
  VbDrawing *plot;
  double marked[2] = { available, several ? figures->beds_shared : figures->beds_needed };

  if (isnan (mean))
    return vb_risk_plot_new (whose, mean, NULL, NULL, 0, NULL, 0);

  from = (guint) MAX (floor (mean - 0.4 * reach), 0.0);
  to = (guint) ceil (mean + reach);
  /* The two numbers that the page is about must be on the curve. */
  for (guint i = 0; i < G_N_ELEMENTS (marked); i++)
    if (!isnan (marked[i]))
      {
        from = MIN (from, (guint) floor (marked[i]));
        to = MAX (to, (guint) ceil (marked[i]));
      }
  n = to - from + 1;
  points = vb_planner_trace_risk (mean, figures->variation, from, to);
  beds = g_new (double, n + 1);
  risk = g_new (double, n + 1);
  for (guint i = 0, next = 0; i < n; i++)
    {
      /* The mean of available beds is seldom whole: it gets a place of its own on the curve, at the
       * risk of the whole beds in it. */
      if (next == i && i > 0 && points[i].x > available)
        {
          beds[next] = available;
          risk[next++] = points[i - 1].y;
        }
      beds[next] = points[i].x;
      risk[next++] = points[i].y;
      n_places = next;
    }
  plot = vb_risk_plot_new (whose, mean, beds, risk, n_places, marked,
                           marked[0] == marked[1] ? 1 : G_N_ELEMENTS (marked));
  if (several)
    {
      g_autofree char *title = g_strdup (vb_drawing_get_title (plot));
      g_autofree char *patients = vb_number_format_key (mean);
      /* Translators: whose and when, and a mean number of patients */
      g_autofree char *subtitle = g_strdup_printf (
          _ ("%s, mean %s patients, if all units shared their beds"), whose, patients);

      vb_drawing_set_titles (plot, title, subtitle);
    }
  return plot;
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  double left = vb_occupancy_row_get_figures (*(VbOccupancyRow *const *) a)->mean_census;
  double right = vb_occupancy_row_get_figures (*(VbOccupancyRow *const *) b)->mean_census;

  return (left > right) - (left < right);
}

GPtrArray *
vb_occupancy_charts_list_wards (VbOccupancyStudy *study, VbOccupancyRow *whole)
{
  GListModel *rows = vb_occupancy_study_get_rows (study);
  GPtrArray *wards = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VbOccupancyRow) row = g_list_model_get_item (rows, i);
      VbUnit *unit = vb_occupancy_row_get_unit (row);

      /* Only a unit at the bottom has a usual variation. */
      if (isnan (vb_occupancy_row_get_figures (row)->usual_variation)
          || isnan (vb_occupancy_row_get_figures (row)->recommended_target))
        continue;
      while (unit != NULL && unit != vb_occupancy_row_get_unit (whole))
        unit = vb_unit_get_parent (unit);
      if (unit != NULL)
        g_ptr_array_add (wards, g_steal_pointer (&row));
    }
  g_ptr_array_sort (wards, compare_sizes);
  return wards;
}

VbDrawing *
vb_occupancy_charts_make_wards (VbOccupancyStudy *study,
                                VbOccupancyRow *whole,
                                VbUnit *unit,
                                VbPeriod period)
{
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (whole);
  g_autoptr (GPtrArray) rows =
      study != NULL ? vb_occupancy_charts_list_wards (study, whole) : g_ptr_array_new ();
  g_autofree VbWardTarget *wards = g_new0 (VbWardTarget, rows->len + 1);
  g_autofree char *when = vb_period_format (period, FALSE);
  const VbWholeTarget whole_target = { vb_occupancy_row_get_name (whole),
                                       figures->recommended_target, figures->mean_target,
                                       figures->target_shared };
  guint n_sizes = 0;
  const VbSizePoint *curve = study != NULL ? vb_occupancy_study_get_curve (study, &n_sizes) : NULL;
  g_autofree VbTargetOfSize *sizes = g_new (VbTargetOfSize, n_sizes + 1);

  for (guint i = 0; i < rows->len; i++)
    {
      VbOccupancyRow *row = rows->pdata[i];
      const VbOccupancyFigures *ward = vb_occupancy_row_get_figures (row);

      wards[i] =
          (VbWardTarget){ vb_occupancy_row_get_name (row), ward->mean_census,
                          ward->recommended_target, vb_occupancy_row_get_unit (row) == unit };
    }
  for (guint i = 0; i < n_sizes; i++)
    sizes[i] = (VbTargetOfSize){ curve[i].mean_census, curve[i].target };
  return vb_ward_targets_new (when, &whole_target, wards, rows->len, sizes, n_sizes);
}

VbOccupancyRow *
vb_occupancy_charts_find_whole (VbOccupancyStudy *study, VbUnit *unit)
{
  VbOccupancyRow *whole = NULL;

  for (; unit != NULL; unit = vb_unit_get_parent (unit))
    {
      VbOccupancyRow *row = vb_occupancy_study_find (study, unit);

      if (row == NULL)
        break;
      whole = row;
      if (vb_unit_get_kind (unit) <= VB_UNIT_HOSPITAL
          && vb_occupancy_row_get_figures (row)->n_wards > 1)
        break;
    }
  return whole;
}
