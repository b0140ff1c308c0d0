/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-lever-catalogue.h"

#include <math.h>

/* Beds that are shown without decimals. */
#define WHOLE_FROM 10.0

/* How much larger the scenario's unit is; 1 where that is not known. */
static double
get_scale (VbReadyScenario *catalogue, const char *figure, VbScenario *scenario, VbBalanceSide side)
{
  const VbScenarioYear *year =
      vb_scenario_find_year (scenario, side, vb_scenario_get_facts (scenario)->first_year);
  double scale =
      year != NULL ? year->beds / vb_ready_scenario_find_figure (catalogue, figure)->value : NAN;

  return isfinite (scale) && scale > 0 ? scale : 1;
}

/* As finely as it can be seen. Rounding keeps low <= base <= high. */
static double
round_beds (double beds)
{
  return fabs (beds) < WHOLE_FROM ? round (beds * 10) / 10 : round (beds);
}

VbLeverFacts *
vb_lever_catalogue_fit (VbReadyScenario *catalogue, const VbReadyLever *lever, VbScenario *scenario)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);
  int shift = facts->first_year - vb_ready_scenario_get_first_year (catalogue);
  VbLeverFacts own = { .scenario_id = vb_scenario_get_id (scenario),
                       .name = lever->name,
                       .figures = lever->figures,
                       .status = lever->status,
                       .source = lever->source };

  g_return_val_if_fail (VB_IS_READY_SCENARIO (catalogue), NULL);
  g_return_val_if_fail (VB_IS_SCENARIO (scenario), NULL);

  /* A share of bed days is the same in a unit of any size. */
  if (lever->figures.basis == VB_LEVER_BASIS_BEDS)
    {
      double scale = lever->figures.side == VB_BALANCE_SIDE_NEED
                         ? get_scale (catalogue, "need", scenario, VB_BALANCE_SIDE_NEED)
                         : get_scale (catalogue, "capacity", scenario, VB_BALANCE_SIDE_CAPACITY);

      own.figures.low = round_beds (lever->figures.low * scale);
      own.figures.base = round_beds (lever->figures.base * scale);
      own.figures.high = round_beds (lever->figures.high * scale);
    }
  own.figures.bed_days = round (lever->figures.bed_days
                                * get_scale (catalogue, "need", scenario, VB_BALANCE_SIDE_NEED));
  own.figures.start = (gint16) (lever->figures.start + shift);
  own.figures.full = (gint16) (lever->figures.full + shift);

  /* Borrowed texts are copied with the rest. */
  return vb_lever_facts_copy (&own);
}
