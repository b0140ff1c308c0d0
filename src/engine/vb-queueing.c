/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-queueing.h"

#include <glib/gi18n-lib.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

#include "private/vb-engine-private.h"
#include "vb-error.h"

/* A limit that is met but for the last bits of the arithmetic is met. */
#define LIMIT_TOLERANCE 1e-12

/* A sum of risks ends with the first that is less. */
#define OVERFLOW_TOLERANCE 1e-12

/* Variance factors this near 1 are taken for Poisson: the beta functions lose their precision there
 * long before the two differ visibly. */
#define POISSON_TOLERANCE 1e-4

/* B(0, a) = 1; B(c, a) = a B(c-1, a) / (c + a B(c-1, a)). Every step is a fraction of positive
 * numbers in [0, 1], so nothing overflows or cancels, whatever c.
 * Source: ITU-D Teletraffic Engineering Handbook (2005), eq. 7.29. */
double
vb_queueing_get_erlang_b (guint servers, double load)
{
  double blocking = 1;

  g_return_val_if_fail (load >= 0, NAN);

  for (guint c = 1; c <= servers; c++)
    blocking = load * blocking / (c + load * blocking);

  return blocking;
}

/* 1 - B(c, a) = c / (c + a B(c-1, a)), without the cancellation of subtracting. */
static double
get_accepted (guint servers, double load)
{
  return servers / (servers + load * vb_queueing_get_erlang_b (servers - 1, load));
}

/* With B = Erlang B and rho = a / c < 1: C = B / (1 - rho (1 - B)); Lq = C rho / (1 - rho);
 * Wq = C / (c - a) service times. Without rho < 1 the queue grows without end.
 * Source: the same, eq. 9.8, 9.12, 9.15. */
VbQueueingErlang
vb_queueing_get_erlang (guint servers, double load)
{
  VbQueueingErlang result = { .p_wait = 1, .mean_queue = INFINITY, .mean_wait = INFINITY };
  double rho = load / servers;

  g_return_val_if_fail (servers > 0 && load >= 0, result);

  result.blocking = vb_queueing_get_erlang_b (servers, load);
  result.carried_occupancy = rho * get_accepted (servers, load);
  if (load < servers)
    {
      result.p_wait = result.blocking / (1 - rho + rho * result.blocking);
      result.mean_queue = result.p_wait * load / (servers - load);
      result.mean_wait = result.p_wait / (servers - load);
    }

  return result;
}

static gboolean
set_too_many_beds (GError **error)
{
  g_set_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE, _ ("It would take more than %d beds."),
               VB_QUEUEING_MAX_BEDS);
  return FALSE;
}

/* The recursion of vb_queueing_get_erlang_b(), stopped at the first c that is good enough. */
gboolean
vb_queueing_find_beds_loss (double load, double max_refused, VbQueueingBeds *out, GError **error)
{
  double limit = max_refused * (1 + LIMIT_TOLERANCE);
  double blocking = 1;
  guint beds = 0;

  g_return_val_if_fail (load >= 0 && max_refused > 0, FALSE);

  while (blocking > limit)
    {
      if (beds == VB_QUEUEING_MAX_BEDS)
        return set_too_many_beds (error);
      beds++;
      blocking = load * blocking / (beds + load * blocking);
    }

  *out = (VbQueueingBeds){
    .beds = beds,
    .refused = blocking,
    .occupancy_carried = load * (1 - blocking) / beds,
    .occupancy_offered = load / beds,
  };
  return TRUE;
}

/* P(N > b) of a binomial: I_p (b + 1, n - b). */
static double
get_binomial_risk (double n, double mean, double b)
{
  if (b >= n)
    return 0;

  return gsl_cdf_beta_P (MIN (mean / n, 1), b + 1, n - b);
}

/* The census N has mean m and variance f m:
 *
 * f = 1  Poisson(m): arrivals at random, any length of stay (M/G/∞).
 * f > 1  negative binomial with r = m / (f - 1), p = 1 / f: a mean that itself varies (season,
 *        batches), as a gamma. P(N > b) = 1 - I_p (r, b + 1).
 * f < 1  binomial with n = m / (1 - f), p = 1 - f: as if n beds, each filled by plan with
 *        probability p. n is seldom whole; N is then a mixture of the binomials with ⌊n⌋ and ⌈n⌉
 *        and mean m both, in the shares that give the variance exactly. The variance of a binomial
 *        with mean m is m (1 - m/n), so the share w of ⌊n⌋ solves
 *        f = w (1 - m/⌊n⌋) + (1 - w) (1 - m/⌈n⌉). A mean too small to vary so little (below 1
 *        patient) varies as little as it can. */
double
vb_queueing_get_risk (double mean, double variance_factor, double beds)
{
  double b = floor (beds);

  g_return_val_if_fail (mean >= 0 && variance_factor >= 0.5 && variance_factor <= 2, NAN);

  vb_engine_init ();

  if (b < 0)
    return 1;
  if (mean == 0)
    return 0;

  if (fabs (variance_factor - 1) < POISSON_TOLERANCE)
    return gsl_cdf_gamma_P (mean, b + 1, 1);

  if (variance_factor > 1)
    return gsl_cdf_beta_Q (1 / variance_factor, mean / (variance_factor - 1), b + 1);

  {
    double n = mean / (1 - variance_factor);
    double low = floor (n);
    double high = ceil (n);
    double share;

    if (low == high)
      return get_binomial_risk (n, mean, b);
    if (low < mean)
      return get_binomial_risk (high, mean, b);

    share = (variance_factor - (1 - mean / high)) / (mean / high - mean / low);
    return share * get_binomial_risk (low, mean, b)
           + (1 - share) * get_binomial_risk (high, mean, b);
  }
}

/* E (N - b)⁺ = Σ P(N > k) over k = b, b + 1, …, up to where what is left is nothing. */
double
vb_queueing_get_overflow (double mean, double variance_factor, double beds)
{
  double overflow = 0;
  double risk;

  g_return_val_if_fail (beds >= 0, NAN);

  for (double k = floor (beds);; k++)
    {
      risk = vb_queueing_get_risk (mean, variance_factor, k);
      overflow += risk;
      if (!(risk > OVERFLOW_TOLERANCE))
        return overflow;
    }
}

/* The risk falls as beds are added, so the fewest are found by doubling and halving. */
gboolean
vb_queueing_find_beds_risk (
    double mean, double variance_factor, double max_risk, guint *out_beds, GError **error)
{
  double limit = max_risk * (1 + LIMIT_TOLERANCE);
  guint low = 0; /* too few are those below */
  guint high = 1;

  g_return_val_if_fail (max_risk > 0, FALSE);

  while (vb_queueing_get_risk (mean, variance_factor, high) > limit)
    {
      if (high >= VB_QUEUEING_MAX_BEDS)
        return set_too_many_beds (error);
      low = high + 1;
      high = MIN (high * 2, VB_QUEUEING_MAX_BEDS);
    }
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (vb_queueing_get_risk (mean, variance_factor, middle) > limit)
        low = middle + 1;
      else
        high = middle;
    }

  *out_beds = high;
  return TRUE;
}

/* The load at which @measure, which rises with the load, reaches @goal: halving until the two ends
 * are neighbours in floating point. */
static double
find_load (guint beds, double goal, double high, double (*measure) (guint beds, double load))
{
  double low = 0;

  while (measure (beds, high) < goal && isfinite (high))
    {
      low = high;
      high *= 2;
    }
  for (;;)
    {
      double middle = low + (high - low) / 2;

      if (middle <= low || middle >= high)
        return middle;
      if (measure (beds, middle) < goal)
        low = middle;
      else
        high = middle;
    }
}

static double
get_carried_occupancy (guint beds, double load)
{
  return load * get_accepted (beds, load) / beds;
}

/* B (b, a) = r solved for a. Since no more than b patients can be carried, a (1 - r) < b. */
void
vb_queueing_find_load (guint beds, double refused, double *out_load, double *out_occupancy)
{
  g_return_if_fail (beds > 0 && refused > 0 && refused < 1);

  *out_load = find_load (beds, refused, beds / (1 - refused), vb_queueing_get_erlang_b);
  *out_occupancy = *out_load * (1 - refused) / beds;
}

/* a (1 - B (b, a)) / b = occupancy solved for a. */
void
vb_queueing_find_refusals (guint beds, double occupancy, double *out_load, double *out_refused)
{
  g_return_if_fail (beds > 0 && occupancy > 0 && occupancy < 1);

  *out_load = find_load (beds, occupancy, beds, get_carried_occupancy);
  *out_refused = vb_queueing_get_erlang_b (beds, *out_load);
}

/* A mean of b beds is ⌈b⌉ on the share b − ⌊b⌋ of the days and ⌊b⌋ on the others, so that
 * B (b, a) = (⌈b⌉ − b) B (⌊b⌋, a) + (b − ⌊b⌋) B (⌈b⌉, a). */
double
vb_queueing_get_refused (double beds, double load)
{
  guint low = (guint) beds;
  double share = beds - low;
  double refused;

  g_return_val_if_fail (beds >= 0 && load >= 0, NAN);

  refused = vb_queueing_get_erlang_b (low, load);
  if (share > 0)
    refused += share * (load * refused / (low + 1 + load * refused) - refused);
  return refused;
}

/* Separate: Σ wᵢ aᵢ B (bᵢ, aᵢ) ÷ Σ wᵢ aᵢ, which is patients refused ÷ patients, never the mean of
 * the wards' fractions; wᵢ: share of days on which the ward is open. Pooled:
 * B (Σ wᵢ bᵢ, Σ wᵢ aᵢ). */
gboolean
vb_queueing_pool (const VbQueueingWard *wards, gsize n, VbQueueingPooling *out, GError **error)
{
  VbQueueingBeds pooled;
  double load = 0;
  double refused = 0;
  double beds = 0;

  for (gsize i = 0; i < n; i++)
    {
      double weight = 1 - wards[i].closed_share;

      beds += weight * wards[i].beds;
      load += weight * wards[i].load;
      refused += weight * wards[i].load * vb_queueing_get_refused (wards[i].beds, wards[i].load);
    }
  g_return_val_if_fail (load > 0, FALSE);

  if (!vb_queueing_find_beds_loss (load, refused / load, &pooled, error))
    return FALSE;

  *out = (VbQueueingPooling){
    .refused_separate = refused / load,
    .refused_pooled = vb_queueing_get_refused (beds, load),
    .beds_pooled = pooled.beds,
    .beds_saved = beds - pooled.beds,
  };
  return TRUE;
}
