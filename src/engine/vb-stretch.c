/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-stretch.h"

#include <math.h>

gboolean
vb_stretch_find (
    const double *values, guint n, double threshold, guint min_length, VbStretch *stretch)
{
  VbStretch best = { 0 };
  VbStretch here = { 0 };

  best.sum = -INFINITY;
  for (guint i = 0; i < n; i++)
    {
      /* Comparisons with NAN are false, so a missing value ends the stretch here. */
      if (!(values[i] >= threshold))
        {
          here = (VbStretch){ .first = i + 1 };
          continue;
        }

      here.n++;
      here.sum += values[i];
      if (here.n >= min_length && here.sum >= best.sum)
        best = here;
    }
  if (best.n == 0)
    return FALSE;

  best.mean = best.sum / best.n;
  *stretch = best;

  return TRUE;
}
