/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-three-point.h"

#include <math.h>

#define PERT_SHAPE 4

void
_vb_three_point_init_roots (VbThreePointRoots *roots)
{
  for (guint i = 0; i < VB_THREE_POINT_N_CELLS; i++)
    {
      double root = (i + 0.5) / VB_THREE_POINT_N_CELLS;

      for (guint k = 0; k <= VB_THREE_POINT_N_ROOTS; k++)
        {
          roots->roots[i][k] = root;
          root = sqrt (root);
        }
    }
}

/* x^e, e >= 0, as the product of the roots that the binary digits of e call for. */
static double
get_power (const double *roots, double exponent)
{
  double power = 1;

  for (; exponent >= 1; exponent -= 1)
    power *= roots[0];
  for (guint k = 1; k <= VB_THREE_POINT_N_ROOTS; k++)
    {
      exponent *= 2;
      if (exponent >= 1)
        {
          power *= roots[k];
          exponent -= 1;
        }
    }
  return power;
}

/* The PERT distribution is a beta distribution on [low, high] with α = 1 + 4 c, β = 1 + 4 (1 − c),
 * c = (base − low) ÷ (high − low), so its density is x^(4c) (1 − x)^(4 (1 − c)), which is taken to
 * be constant in each of 256 cells. Source: D. G. Malcolm et al., "Application of a technique for
 * research and development program evaluation", Operations Research 7 (1959). */
void
_vb_three_point_init (VbThreePoint *self,
                      VbDistribution distribution,
                      double low,
                      double base,
                      double high,
                      const VbThreePointRoots *roots)
{
  const guint n = VB_THREE_POINT_N_CELLS;
  double c, sum = 0;

  self->distribution = distribution;
  self->low = low;
  self->base = base;
  self->high = high;
  if (distribution != VB_DISTRIBUTION_PERT || !(high > low))
    return;

  c = (base - low) / (high - low);
  for (guint i = 0; i < n; i++)
    {
      self->cumulative[i] = sum;
      sum += get_power (roots->roots[i], PERT_SHAPE * c)
             * get_power (roots->roots[n - 1 - i], PERT_SHAPE * (1 - c));
    }
  for (guint i = 0; i < n; i++)
    self->cumulative[i] /= sum;
  self->cumulative[n] = 1;
}

/* The inverse of the triangular distribution: low + √(u (h − l) (b − l)) below the base,
 * high − √((1 − u) (h − l) (h − b)) above it. */
static double
get_triangular (const VbThreePoint *self, double u)
{
  double range = self->high - self->low;

  if (u * range < self->base - self->low)
    return self->low + sqrt (u * range * (self->base - self->low));
  return self->high - sqrt ((1 - u) * range * (self->high - self->base));
}

static double
get_pert (const VbThreePoint *self, double u)
{
  guint low = 0;
  guint high = VB_THREE_POINT_N_CELLS;
  double inside;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (self->cumulative[middle] <= u)
        low = middle;
      else
        high = middle;
    }
  inside = (u - self->cumulative[low]) / (self->cumulative[high] - self->cumulative[low]);
  return self->low + (self->high - self->low) * ((low + inside) / VB_THREE_POINT_N_CELLS);
}

double
_vb_three_point_get_quantile (const VbThreePoint *self, double u)
{
  if (!(self->high > self->low))
    return self->base;
  return self->distribution == VB_DISTRIBUTION_PERT ? get_pert (self, u) : get_triangular (self, u);
}

double
_vb_three_point_get_mean (VbDistribution distribution, double low, double base, double high)
{
  double weight = distribution == VB_DISTRIBUTION_PERT ? PERT_SHAPE : 1;

  return (low + weight * base + high) / (weight + 2);
}
