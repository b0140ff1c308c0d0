/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-scale.h"

#include <math.h>

double
vb_scale_map (const VbScale *scale, double value)
{
  double span = scale->high - scale->low;

  if (!(fabs (span) > 0))
    return (scale->start + scale->end) / 2;
  return scale->start + (value - scale->low) / span * (scale->end - scale->start);
}

double
vb_scale_invert (const VbScale *scale, double place)
{
  double length = scale->end - scale->start;

  if (!(fabs (length) > 0))
    return scale->low;
  return scale->low + (place - scale->start) / length * (scale->high - scale->low);
}

/* The round steps, smallest first: 1, 2, 5 times 10^n, and 25, 250 … (2.5 would need a decimal more
 * than its neighbours). */
static double
next_step (double step)
{
  double power = pow (10, floor (log10 (step) + 1e-9));
  double lead = step / power;

  if (lead < 1.5)
    return 2 * power;
  if (lead < 2.25 && power >= 10)
    return 2.5 * power;
  if (lead < 4)
    return 5 * power;
  return 10 * power;
}

static int
count_decimals (double step)
{
  int decimals = 0;

  while (decimals < 12
         && fabs (step * pow (10, decimals) - round (step * pow (10, decimals))) > 1e-6)
    decimals++;
  return decimals;
}

/* Relative slack for sums of steps that should land on an end of the span. */
#define SLACK 1e-9

static void
fit (VbTicks *ticks, double low, double high, guint max, gboolean around)
{
  double span = high - low;
  double step;

  g_return_if_fail (isfinite (low) && isfinite (high));
  g_return_if_fail (max >= (around ? 3 : 2));

  /* A span lost in the rounding of its own values is no span. */
  if (span <= 1e-12 * MAX (fabs (low), fabs (high)))
    {
      double room = fabs (low) > 0 ? fabs (low) / 10 : 1;

      if (!around)
        {
          *ticks = (VbTicks){ low, 1, 1, low == floor (low) ? 0 : 2 };
          return;
        }
      low -= room;
      high += room;
      span = high - low;
    }

  step = pow (10, floor (log10 (span / max)));
  for (;;)
    {
      double first = around ? floor (low / step + SLACK) : ceil (low / step - SLACK);
      double last = around ? ceil (high / step - SLACK) : floor (high / step + SLACK);

      if (last - first + 1 <= max)
        {
          *ticks = (VbTicks){ first * step, step, (guint) MAX (last - first + 1, 1),
                              count_decimals (step) };
          return;
        }
      step = next_step (step);
    }
}

void
vb_ticks_fit_inside (VbTicks *ticks, double low, double high, guint max)
{
  fit (ticks, low, high, max, FALSE);
}

void
vb_ticks_fit_around (VbTicks *ticks, double low, double high, guint max)
{
  fit (ticks, low, high, max, TRUE);
}

double
vb_ticks_get (const VbTicks *ticks, guint index)
{
  double value = ticks->first + index * ticks->step;

  /* A zero made of a sum of steps may miss by a rounding error and print as −0. */
  return fabs (value) < ticks->step * 1e-9 ? 0 : value;
}
