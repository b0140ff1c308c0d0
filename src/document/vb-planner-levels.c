/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-planner-private.h"

#include <math.h>

#include "vb-scenario-outlook.h"

const VbNeedFigures *
_vb_planner_find_figures (VbPlanner *self, VbUnit *unit, VbCareGroup group, VbPeriod period)
{
  VbNeedTable *table = vb_planner_get_need (self, period.grain);
  int index = table == NULL ? -1 : vb_need_table_find_period (table, period.start);

  return index < 0 ? NULL : vb_need_table_get (table, vb_unit_get_id (unit), group, (guint) index);
}

/* The period of @grain that shows most inside @period: the one with the greatest shortage, or the
 * latest that has figures. */
static VbPeriod
choose_inside (VbPlanner *self,
               VbUnit *unit,
               VbCareGroup group,
               VbPeriod period,
               VbGrain grain,
               gboolean worst)
{
  VbPeriod chosen = { grain, VB_DAY_NONE };
  VbDay end = vb_period_get_end (period);
  double lowest = INFINITY;

  for (VbPeriod at = vb_period_containing (grain, period.start); at.start < end;
       at = vb_period_shift (at, 1))
    {
      const VbNeedFigures *figures = _vb_planner_find_figures (self, unit, group, at);

      /* A week that began last year belongs to that. */
      if (at.start < period.start || figures == NULL || isnan (figures->gap_beds))
        continue;
      if (!worst || figures->gap_beds < lowest)
        {
          chosen = at;
          lowest = figures->gap_beds;
        }
    }

  return chosen;
}

void
vb_planner_get_levels (VbPlanner *self,
                       VbUnit *unit,
                       VbCareGroup group,
                       VbPeriod period,
                       VbLevelBalance levels[VB_N_LEVELS])
{
  static const VbGrain grains[VB_N_LEVELS] = { VB_GRAIN_YEAR, VB_GRAIN_MONTH, VB_GRAIN_WEEK };

  g_return_if_fail (VB_IS_PLANNER (self));
  g_return_if_fail (VB_IS_UNIT (unit));

  for (int level = 0; level < VB_N_LEVELS; level++)
    {
      const VbNeedFigures *figures = NULL;
      VbPeriod at;

      if (period.grain <= grains[level])
        at = vb_period_containing (grains[level], period.start);
      else
        at = choose_inside (self, unit, group, period, grains[level], level == VB_LEVEL_TACTICAL);
      if (at.start != VB_DAY_NONE)
        figures = _vb_planner_find_figures (self, unit, group, at);

      levels[level].period = at;
      levels[level].figures = figures != NULL ? *figures : vb_need_figures_unknown;
    }
}

gboolean
vb_planner_get_scenario_level (
    VbPlanner *self, VbScenario *scenario, VbUnit *unit, VbCareGroup group, VbLevelBalance *level)
{
  VbNeedTable *table = vb_planner_get_need (self, VB_GRAIN_YEAR);
  g_autofree VbScenarioBeds *years = NULL;
  const VbScenarioBeds *last;
  guint n_years;

  g_return_val_if_fail (VB_IS_PLANNER (self), FALSE);
  g_return_val_if_fail (VB_IS_SCENARIO (scenario), FALSE);
  g_return_val_if_fail (VB_IS_UNIT (unit), FALSE);

  if (table == NULL
      || vb_scenario_outlook_get_reach (scenario, unit, group) == VB_SCENARIO_REACH_NONE)
    return FALSE;
  years = vb_scenario_outlook_follow (scenario, unit, group, table, &n_years, NULL);
  if (years == NULL)
    return FALSE;

  last = &years[n_years - 1];
  level->period = (VbPeriod){ VB_GRAIN_YEAR, vb_day_from_ymd (last->year, 1, 1) };
  level->figures = vb_need_figures_unknown;
  level->figures.need_beds = last->need;
  level->figures.available_beds = last->capacity;
  level->figures.gap_beds = last->capacity - last->need;
  level->figures.provenance = VB_PROVENANCE_COMPUTED;
  return TRUE;
}
