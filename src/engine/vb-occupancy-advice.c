/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-occupancy-advice.h"

#include <math.h>

#define MIN_VARIANCE_FACTOR 0.5
#define MAX_VARIANCE_FACTOR 2.0
/* A target that is met but for the last bits of the arithmetic is met. */
#define WHOLE_TOLERANCE 1e-9

/* factor = s² ÷ mean, with s² = Σ (x − mean)² ÷ (n − 1). Seasons and weekdays are part of what the
 * beds have to hold, and so of the variance. */
VbOccupancyCensus
vb_occupancy_describe_census (const double *census, gsize n)
{
  VbOccupancyCensus result = { 0, NAN, NAN };
  double sum = 0;
  double squares = 0;

  for (gsize i = 0; i < n; i++)
    if (isfinite (census[i]))
      {
        sum += census[i];
        result.n_days++;
      }
  if (result.n_days == 0)
    return result;

  result.mean = sum / result.n_days;
  for (gsize i = 0; i < n; i++)
    if (isfinite (census[i]))
      squares += (census[i] - result.mean) * (census[i] - result.mean);
  if (result.n_days >= VB_OCCUPANCY_MIN_DAYS && result.mean > 0)
    result.variance_factor = squares / (result.n_days - 1) / result.mean;
  return result;
}

/* 0.5 + 0.5 × acute share: acute patients come at random, which makes the census Poisson (1);
 * planned ones come when there is room, which halves its variance. Unknown: as if all were acute.
 * Source: own proposal; that wards with scheduled flow vary less than Poisson is common knowledge,
 * how much is not. */
double
vb_occupancy_get_usual_variance_factor (double acute_share)
{
  if (isnan (acute_share))
    return 1;
  return MIN_VARIANCE_FACTOR + (1 - MIN_VARIANCE_FACTOR) * CLAMP (acute_share, 0, 1);
}

/* The accepted risk of a patient without a bed. Source: own proposal: next to none where no other
 * bed will do, more where most patients come by appointment. */
double
vb_occupancy_get_usual_risk (VbCareType care_type)
{
  switch (care_type)
    {
    case VB_CARE_TYPE_ICU:
      return 0.01;
    case VB_CARE_TYPE_GERIATRIC:
      return 0.1;
    case VB_CARE_TYPE_NONE:
    case VB_CARE_TYPE_SOMATIC:
    case VB_CARE_TYPE_PSYCHIATRIC:
    default:
      return 0.05;
    }
}

double
vb_occupancy_get_variance_factor (const VbOccupancyUnit *unit)
{
  if (isnan (unit->variance_factor))
    return vb_occupancy_get_usual_variance_factor (unit->acute_share);
  return CLAMP (unit->variance_factor, MIN_VARIANCE_FACTOR, MAX_VARIANCE_FACTOR);
}

double
vb_occupancy_get_max_risk (const VbOccupancyUnit *unit)
{
  return isnan (unit->max_risk) ? vb_occupancy_get_usual_risk ((VbCareType) unit->care_type)
                                : unit->max_risk;
}

/* The greatest mean census m with P(N > beds) <= max_risk, ÷ beds: halving until the two ends are
 * neighbours in floating point. */
static double
find_target_of_beds (double beds, double variance_factor, double max_risk)
{
  double low = 0;
  double high = beds;

  for (;;)
    {
      double middle = low + (high - low) / 2;

      if (middle <= low || middle >= high)
        return low / beds;
      if (vb_queueing_get_risk (middle, variance_factor, beds) <= max_risk)
        low = middle;
      else
        high = middle;
    }
}

/* T = mean census ÷ the fewest beds b with P(N > b) <= accepted risk, N with the variance of the
 * unit: see vb_queueing_get_risk(). Source: domain practice of targets by kind and size of unit
 * (Socialstyrelsen, S2024/01058); the model is this program's own choice. */
gboolean
vb_occupancy_advise (const VbOccupancyUnit *unit, VbOccupancyAdvice *out, GError **error)
{
  double factor = vb_occupancy_get_variance_factor (unit);
  double max_risk = vb_occupancy_get_max_risk (unit);
  VbOccupancyWard ward = { unit->mean_census, unit->available_beds, factor };
  VbOccupancyAssessment assessment;

  g_return_val_if_fail (unit->mean_census >= 0 && max_risk > 0 && max_risk < 1, FALSE);

  if (!vb_occupancy_assess (&ward, max_risk, &assessment, error))
    return FALSE;

  *out = (VbOccupancyAdvice){
    .variance_factor = factor,
    .max_risk = max_risk,
    .beds_needed = assessment.beds_needed,
    .target = assessment.recommended_target,
    .risk = assessment.risk,
    .target_of_beds = NAN,
    .target_of_beds_refusing = NAN,
  };
  if (unit->available_beds >= 1 && unit->available_beds <= VB_QUEUEING_MAX_BEDS)
    {
      double beds = floor (unit->available_beds);
      double load;

      out->target_of_beds = find_target_of_beds (beds, factor, max_risk);
      vb_queueing_find_load ((guint) beds, max_risk, &load, &out->target_of_beds_refusing);
    }
  return TRUE;
}

VbOccupancyPoint *
vb_occupancy_trace_target (double variance_factor, double max_risk, const guint *beds, guint n)
{
  VbOccupancyPoint *points = g_new (VbOccupancyPoint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      double target = find_target_of_beds (beds[i], variance_factor, max_risk);

      points[i] = (VbOccupancyPoint){ target * beds[i], target };
    }
  return points;
}

/* The share of days on which the unit counts. */
static double
get_weight (const VbOccupancyUnit *unit, gsize n)
{
  return n > 1 ? 1 - unit->closed_share : 1;
}

/* Refused = Σ loadᵢ Bᵢ ÷ Σ loadᵢ, a ratio of sums; the risk when shared is that of a census with
 * mean Σ mᵢ and variance Σ fᵢ mᵢ; all the rest are sums. */
static VbOccupancyPrice
price_target (const VbOccupancyUnit *units, gsize n, double target)
{
  VbOccupancyPrice price = { .target = target };
  double census = 0;
  double variance = 0;
  double available = 0;
  double load = 0;
  double refused = 0;

  for (gsize i = 0; i < n; i++)
    {
      const VbOccupancyUnit *unit = &units[i];
      double factor = vb_occupancy_get_variance_factor (unit);
      double weight = get_weight (unit, n);
      double need = unit->mean_census / target;
      double beds;

      if (isnan (unit->mean_census))
        continue;
      beds = ceil (need - WHOLE_TOLERANCE);
      census += weight * unit->mean_census;
      variance += weight * unit->mean_census * factor;
      price.need += weight * need;
      price.beds += weight * beds;
      price.units_short += weight * vb_queueing_get_risk (unit->mean_census, factor, beds);
      price.without_bed += weight * vb_queueing_get_overflow (unit->mean_census, factor, beds);
      available += weight * unit->available_beds;
      if (unit->available_beds >= 1 && unit->available_beds <= VB_QUEUEING_MAX_BEDS)
        {
          double unit_load, unit_refused;

          vb_queueing_find_refusals ((guint) unit->available_beds, target, &unit_load,
                                     &unit_refused);
          load += weight * unit_load;
          refused += weight * unit_load * unit_refused;
        }
    }
  price.more_beds = price.beds - available;
  price.refused = load > 0 ? refused / load : NAN;
  price.risk_shared = census > 0 ? vb_queueing_get_risk (census, variance / census, price.beds) : 0;
  return price;
}

VbOccupancyPrice *
vb_occupancy_price_targets (const VbOccupancyUnit *units,
                            gsize n,
                            const double *targets,
                            guint n_targets)
{
  VbOccupancyPrice *prices = g_new (VbOccupancyPrice, n_targets + 1);

  for (guint t = 0; t < n_targets; t++)
    prices[t] = price_target (units, n, targets[t]);
  return prices;
}
