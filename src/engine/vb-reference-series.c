/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-reference-series.h"

#include <math.h>

/* gap = from + (to − from) × (year − from year) ÷ (to year − from year). Unit: beds. */
double
vb_reference_plan_get_gap (const VbReferencePlan *plan, gint16 year)
{
  g_return_val_if_fail (plan->to_year > plan->from_year, NAN);

  if (year < plan->from_year)
    return NAN;
  if (year >= plan->to_year)
    return plan->to_gap;
  return plan->from_gap
         + (plan->to_gap - plan->from_gap) * (year - plan->from_year)
               / (plan->to_year - plan->from_year);
}

/* The latest that was there on the last day of the year. */
static double
find_reference (const VbReferenceSeriesInput *input, gint16 year)
{
  VbDay end = vb_day_from_ymd (year + 1, 1, 1);
  double beds = NAN;

  for (guint i = 0; i < input->n_references && input->references[i].from < end; i++)
    beds = input->references[i].beds;
  return beds;
}

static double
get_planned_gap (const VbReferenceSeriesInput *input, guint y, gint16 year)
{
  if (input->planned_gap != NULL)
    return input->planned_gap[y];
  return input->plan != NULL ? vb_reference_plan_get_gap (input->plan, year) : (double) NAN;
}

/* gap = capacity − need; gap share = gap ÷ need; per 1,000 = beds × 1000 ÷ inhabitants; deviation =
 * gap − planned gap. Sources: Socialstyrelsen's comparison of need and capacity over years; the
 * straight line is this program's own measure and not the curve of "Plats för vård". */
VbReferenceYear *
vb_reference_series_run (const VbReferenceSeriesInput *input)
{
  VbReferenceYear *rows = g_new (VbReferenceYear, input->n_years + 1);

  for (guint y = 0; y < input->n_years; y++)
    {
      gint16 year = (gint16) (input->first_year + (gint) y);
      double inhabitants = input->population != NULL ? input->population[y] : (double) NAN;
      VbReferenceYear *row = &rows[y];

      *row = (VbReferenceYear){
        .year = year,
        .need = input->need[y],
        .capacity = input->capacity[y],
        .gap = input->capacity[y] - input->need[y],
        .reference = find_reference (input, year),
        .planned_gap = get_planned_gap (input, y, year),
        .need_per_1000 = inhabitants > 0 ? input->need[y] * 1000 / inhabitants : NAN,
        .capacity_per_1000 = inhabitants > 0 ? input->capacity[y] * 1000 / inhabitants : NAN,
      };
      row->gap_share = row->need > 0 ? row->gap / row->need : NAN;
      row->gap_to_reference = row->capacity - row->reference;
      row->deviation = row->gap - row->planned_gap;
    }
  return rows;
}

double
vb_reference_get_medium_term_need (double need,
                                   double population_need_now,
                                   double population_need_then,
                                   double beds_freed)
{
  if (!(population_need_now > 0))
    return NAN;
  return need * population_need_then / population_need_now - beds_freed;
}
