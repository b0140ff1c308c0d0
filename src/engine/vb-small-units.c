/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-small-units.h"

#include <math.h>

/* NAN + a number is the number: what is not known is left out of the sum, not zero in it. */
static void
add (double *sum, double value)
{
  if (!isnan (value))
    *sum = isnan (*sum) ? value : *sum + value;
}

/* A unit without children: need = census ÷ T. One with: need = Σ needᵢ, census = Σ censusᵢ, and
 *
 *   margin = Σ (censusᵢ ÷ Tᵢ) − (Σ censusᵢ) ÷ T
 *
 * over the units at the bottom. Unit: beds. Source: this program's own, after the demand that
 * targets of occupancy follow the size of the unit (Socialstyrelsen, S2024/01058). */
VbSmallUnitsNeed *
vb_small_units_run (const VbSmallUnitsInput *input)
{
  VbSmallUnitsNeed *needs = g_new (VbSmallUnitsNeed, input->n + 1);
  g_autofree gboolean *has_children = g_new0 (gboolean, input->n + 1);

  for (guint i = 0; i < input->n; i++)
    {
      needs[i] = (VbSmallUnitsNeed){ NAN, NAN, NAN, NAN, NAN };
      if (input->parent[i] >= 0)
        has_children[input->parent[i]] = TRUE;
    }

  for (guint i = input->n; i-- > 0;)
    {
      VbSmallUnitsNeed *need = &needs[i];
      gint32 parent = input->parent[i];

      if (!has_children[i])
        {
          need->census = input->census[i];
          need->need = input->census[i] / input->target[i];
        }
      need->need_as_one = need->census / input->target[i];
      need->margin = need->need - need->need_as_one;
      need->occupancy_at = need->need > 0 ? need->census / need->need : NAN;
      if (parent >= 0)
        {
          add (&needs[parent].census, need->census);
          add (&needs[parent].need, need->need);
        }
    }
  return needs;
}
