/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-year-plots.h"

#include <math.h>

#include "vb-need-years.h"
#include "vb-potential-plot.h"
#include "vb-year-row.h"

char *
vb_year_plots_dup_whose (VbUnit *unit, VbCareGroup group)
{
  if (group == VB_CARE_GROUP_NONE)
    return g_strdup (vb_unit_get_name (unit));
  return g_strdup_printf ("%s, %s", vb_unit_get_name (unit), vb_care_group_get_phrase (group));
}

char *
vb_year_plots_dup_whose_and_when (VbUnit *unit, VbCareGroup group, VbPeriod period)
{
  g_autofree char *whose = vb_year_plots_dup_whose (unit, group);
  g_autofree char *when = vb_period_format (period, FALSE);

  return g_strdup_printf ("%s, %s", whose, when);
}

/* The rows keep what is borrowed of them. */
static const VbYearFigures *
get_year (GListModel *years, guint index, VbYearRow **row)
{
  g_autoptr (VbYearRow) found = g_list_model_get_item (years, index);

  if (row != NULL)
    *row = found;
  return vb_year_row_get_figures (found);
}

static gint16
get_first_year (GListModel *years)
{
  return g_list_model_get_n_items (years) > 0 ? get_year (years, 0, NULL)->year : 0;
}

/* ---- need and capacity ----------------------------------------------------------------------- */

VbDrawing *
vb_year_plot_new (VbUnit *unit, VbCareGroup group, GListModel *years)
{
  guint n = g_list_model_get_n_items (years);
  g_autofree VbNeedYear *drawn = g_new0 (VbNeedYear, n + 1);
  g_autofree char *whose = vb_year_plots_dup_whose (unit, group);

  for (guint i = 0; i < n; i++)
    {
      VbYearRow *row;
      const VbYearFigures *figures = get_year (years, i, &row);
      gboolean decided = vb_year_row_is_decided (row);

      drawn[i] = (VbNeedYear){
        .need = figures->need,
        .capacity = figures->capacity,
        /* A point where it was decided: in the years after it is in force, and the table says so.
         */
        .reference = decided ? figures->reference : (double) NAN,
        .decided_by = decided ? vb_target_get_decided_by (vb_year_row_get_reference (row)) : NULL,
        .missing = isnan (figures->coverage) ? 0 : 1 - figures->coverage,
        .ahead = figures->basis == VB_YEAR_SCENARIO || figures->basis == VB_YEAR_SHARE
                 || figures->basis == VB_YEAR_POPULATION,
        .by_population = figures->basis == VB_YEAR_POPULATION,
      };
    }

  return vb_need_years_new (whose, get_first_year (years), drawn, n);
}

/* ---- deviation ------------------------------------------------------------------------------- */

gboolean
vb_year_plots_have_plan (GListModel *years)
{
  for (guint i = 0; i < g_list_model_get_n_items (years); i++)
    if (!isnan (get_year (years, i, NULL)->planned_gap))
      return TRUE;

  return FALSE;
}

VbDrawing *
vb_year_deviation_plot_new (VbUnit *unit, VbCareGroup group, GListModel *years)
{
  guint n = g_list_model_get_n_items (years);
  g_autofree double *numbers = g_new (double, (gsize) 3 * n + 1);
  g_autofree char *whose = vb_year_plots_dup_whose (unit, group);
  gboolean has_scenario = FALSE;
  VbDeviationFigures drawn = {
    .whose = whose,
    .first_year = get_first_year (years),
    .n_years = n,
    .planned = numbers,
    .outcome = numbers + n,
  };

  for (guint i = 0; i < n; i++)
    {
      const VbYearFigures *figures = get_year (years, i, NULL);

      numbers[i] = figures->planned_gap;
      numbers[n + i] = figures->basis == VB_YEAR_OUTCOME ? figures->gap : (double) NAN;
      numbers[2 * n + i] = figures->scenario_capacity - figures->scenario_need;
      has_scenario = has_scenario || !isnan (numbers[2 * n + i]);
    }
  if (has_scenario)
    drawn.scenario = numbers + (gsize) 2 * n;

  return vb_deviation_plot_new (&drawn);
}

/* ---- sisters --------------------------------------------------------------------------------- */

VbDrawing *
vb_sister_plot_new (const char *when, VbSisterOrder order, GListModel *sisters)
{
  guint n = g_list_model_get_n_items (sisters);
  g_autofree VbNeedSister *drawn = g_new0 (VbNeedSister, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VbSisterRow) row = g_list_model_get_item (sisters, i);
      const VbSisterFigures *figures = vb_sister_row_get_figures (row);
      VbUnit *unit = vb_sister_row_get_unit (row);
      VbSpan span = order == VB_SISTER_BY_RATE ? figures->rate : figures->gap_share;

      drawn[i] = (VbNeedSister){
        .unit = vb_unit_get_id (unit),
        .name = vb_unit_get_name (unit),
        .value = span.value,
        .low = span.low,
        .high = span.high,
        .emphasised = vb_sister_row_is_in_question (row),
      };
    }

  return vb_need_sisters_new (
      when, order == VB_SISTER_BY_RATE ? VB_NEED_SISTERS_BY_RATE : VB_NEED_SISTERS_BY_GAP, drawn,
      n);
}
