/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-rate.h"

#include <math.h>

double
vb_rate_to_beds (double rate, int decimals, double population, double *low, double *high)
{
  double half = 0.5 * pow (10, -decimals);

  /* fmax() would turn a missing figure into 0. */
  if (low != NULL)
    *low = (rate < half ? 0 : rate - half) * population / 1000;
  if (high != NULL)
    *high = (rate + half) * population / 1000;

  return rate * population / 1000;
}
