/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scenario means for its unit and for those below. */
#include "vb-scenario-outlook.h"

#include <math.h>

/* A year with less of its data is only begun, or has holes. */
#define FULL_YEAR 0.95

VbScenarioReach
vb_scenario_outlook_get_reach (VbScenario *scenario, VbUnit *unit, VbCareGroup group)
{
  const VbScenarioFacts *facts;

  g_return_val_if_fail (VB_IS_SCENARIO (scenario), VB_SCENARIO_REACH_NONE);
  g_return_val_if_fail (VB_IS_UNIT (unit), VB_SCENARIO_REACH_NONE);

  facts = vb_scenario_get_facts (scenario);
  if (group != VB_CARE_GROUP_NONE && group != facts->group)
    return VB_SCENARIO_REACH_NONE;
  if (vb_unit_get_id (unit) == facts->unit_id)
    return VB_SCENARIO_REACH_OWN;
  while ((unit = vb_unit_get_parent (unit)) != NULL)
    if (vb_unit_get_id (unit) == facts->unit_id)
      return VB_SCENARIO_REACH_PART;

  return VB_SCENARIO_REACH_NONE;
}

gboolean
vb_scenario_outlook_is_whole_year (const VbNeedFigures *figures)
{
  return figures != NULL && !isnan (figures->gap_beds) && figures->coverage >= FULL_YEAR;
}

int
vb_scenario_outlook_find_base (VbNeedTable *table, VbUnit *unit, VbCareGroup group)
{
  g_return_val_if_fail (VB_IS_NEED_TABLE (table), -1);
  g_return_val_if_fail (VB_IS_UNIT (unit), -1);

  for (guint i = vb_need_table_get_n_periods (table); i-- > 0;)
    if (vb_scenario_outlook_is_whole_year (
            vb_need_table_get (table, vb_unit_get_id (unit), group, i)))
      return (int) i;

  return -1;
}

/* beds of a year = beds of the latest full year × scenario of the year ÷ scenario of its first
 * year, need and capacity each for itself. Source: own rule; a scenario says how the whole changes,
 * and nothing of how it is spread. */
static void
scale (VbScenarioBeds *years, guint n_years, double need, double capacity)
{
  const VbScenarioBeds first = years[0];

  for (guint i = 0; i < n_years; i++)
    {
      years[i].need = first.need > 0 ? need * years[i].need / first.need : NAN;
      years[i].capacity = first.capacity > 0 ? capacity * years[i].capacity / first.capacity : NAN;
    }
}

VbScenarioBeds *
vb_scenario_outlook_follow (VbScenario *scenario,
                            VbUnit *unit,
                            VbCareGroup group,
                            VbNeedTable *table,
                            guint *n_years,
                            GError **error)
{
  VbScenarioReach reach = vb_scenario_outlook_get_reach (scenario, unit, group);
  VbScenarioBeds *years = vb_scenario_outlook_reckon (scenario, n_years, error);
  const VbNeedFigures *base = NULL;
  int index;

  if (years == NULL || reach == VB_SCENARIO_REACH_OWN)
    return years;

  index = vb_scenario_outlook_find_base (table, unit, group);
  if (reach == VB_SCENARIO_REACH_PART && index >= 0)
    base = vb_need_table_get (table, vb_unit_get_id (unit), group, (guint) index);
  scale (years, *n_years, base != NULL ? base->need_beds : NAN,
         base != NULL ? base->available_beds : NAN);

  return years;
}
