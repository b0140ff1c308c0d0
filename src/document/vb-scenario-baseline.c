/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-scenario-baseline.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-error.h"
#include "vb-scenario-outlook.h"

static void
add_years (GArray *years,
           VbBalanceSide side,
           gint16 first,
           gint16 last,
           double beds,
           const double *growth,
           const char *source)
{
  for (gint16 year = first; year <= last; year++)
    {
      VbScenarioYear row = { side,
                             year,
                             growth != NULL ? beds * growth[year - first] : beds,
                             VB_FIGURE_STATUS_DERIVED,
                             { NULL, NULL } };

      vb_bilingual_set (&row.source, source, NULL);
      g_array_append_val (years, row);
    }
}

static int
get_year (VbNeedTable *table, int index)
{
  int year, month, day;

  vb_day_to_ymd (vb_need_table_get_period (table, (guint) index).start, &year, &month, &day);
  return year;
}

GArray *
vb_scenario_baseline_new (VbNeedTable *table,
                          VbUnit *unit,
                          VbCareGroup group,
                          gint16 first_year,
                          gint16 last_year,
                          const double *need_growth)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (VbScenarioYear));
  const VbNeedFigures *figures;
  g_autofree char *capacity = NULL;
  g_autofree char *need = NULL;
  int index;
  int base;

  g_return_val_if_fail (VB_IS_NEED_TABLE (table), NULL);
  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  g_array_set_clear_func (years, (GDestroyNotify) vb_scenario_year_clear);
  index = vb_scenario_outlook_find_base (table, unit, group);
  if (index < 0)
    return years;
  figures = vb_need_table_get (table, vb_unit_get_id (unit), group, (guint) index);
  base = get_year (table, index);

  /* Translators: these tell where a figure comes from; %d is a year */
  capacity = g_strdup_printf (_ ("Available beds in %d, unchanged"), base);
  need = need_growth != NULL ? g_strdup_printf (_ ("Need in %d, following the population"), base)
                             : g_strdup_printf (_ ("Need in %d, unchanged"), base);
  add_years (years, VB_BALANCE_SIDE_CAPACITY, first_year, last_year, figures->available_beds, NULL,
             capacity);
  add_years (years, VB_BALANCE_SIDE_NEED, first_year, last_year, figures->need_beds, need_growth,
             need);
  return years;
}

/* growth of a year = the population's need in that year ÷ its need in the base year. What was
 * before the base year is as in it. Freed with g_free(); NULL when a year is not known. */
static double *
list_growth (VbPlanner *planner,
             VbUnit *unit,
             VbCareGroup group,
             gint16 base,
             gint16 first,
             gint16 last,
             double consumption_change)
{
  g_autofree double *growth =
      vb_planner_list_need_ratios (planner, unit, group, consumption_change, base, first, last);

  if (growth == NULL && last <= base)
    growth = g_new (double, (gsize) (last - first + 1));
  for (gint16 year = first; growth != NULL && year <= last; year++)
    {
      if (year <= base)
        growth[year - first] = 1;
      else if (isnan (growth[year - first]))
        return NULL;
    }
  return g_steal_pointer (&growth);
}

GArray *
vb_scenario_baseline_make (VbPlanner *planner,
                           VbUnit *unit,
                           VbCareGroup group,
                           gint16 first_year,
                           gint16 last_year,
                           double consumption_change,
                           GError **error)
{
  VbNeedTable *table;
  g_autofree double *growth = NULL;
  int index;

  g_return_val_if_fail (VB_IS_PLANNER (planner), NULL);
  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);
  g_return_val_if_fail (first_year <= last_year, NULL);

  table = vb_planner_get_need (planner, VB_GRAIN_YEAR);
  index = table != NULL ? vb_scenario_outlook_find_base (table, unit, group) : -1;
  if (index < 0)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                           _ ("There is no full year of need and available beds to begin from"));
      return NULL;
    }
  if (!vb_planner_read_population (planner, NULL, error))
    return NULL;
  growth = list_growth (planner, unit, group, (gint16) get_year (table, index), first_year,
                        last_year, consumption_change);
  return vb_scenario_baseline_new (table, unit, group, first_year, last_year, growth);
}
