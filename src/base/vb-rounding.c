/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-rounding.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#include "vb-error.h"

/* Remainders closer than this are equal, so that rows which would tie in exact arithmetic (1/3 and
 * 4/3) tie here too, whatever the last bits of their quotas. */
#define REMAINDER_STEP 1e-10L

typedef struct
{
  gsize row;
  gint64 remainder; /* in steps of REMAINDER_STEP */
} Share;

static int
compare_shares (const void *a, const void *b)
{
  const Share *x = a;
  const Share *y = b;

  if (x->remainder != y->remainder)
    return x->remainder > y->remainder ? -1 : 1;
  return x->row < y->row ? -1 : 1;
}

gint64 *
vb_largest_remainder (
    const double *weights, const gint64 *locked, gsize n, gint64 total, GError **error)
{
  g_autofree gint64 *result = g_new0 (gint64, n + 1);
  g_autofree Share *shares = g_new0 (Share, n + 1);
  long double sum = 0;
  gint64 rest = total;
  gsize n_shares = 0;

  g_return_val_if_fail (weights != NULL || n == 0, NULL);

  if (total < 0)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE,
                   _ ("The total to share out is negative (%" PRId64 ")."), total);
      return NULL;
    }

  for (gsize i = 0; i < n; i++)
    {
      if (!isfinite (weights[i]) || weights[i] < 0)
        {
          g_set_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE,
                       _ ("The weight of row %zu is not a number of at least 0."), i + 1);
          return NULL;
        }

      if (locked == NULL || locked[i] < 0)
        {
          shares[n_shares++].row = i;
          sum += weights[i];
        }
      else if (locked[i] > rest)
        {
          g_set_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE,
                       _ ("The locked rows add up to more than the total of %" PRId64 "."), total);
          return NULL;
        }
      else
        {
          result[i] = locked[i];
          rest -= locked[i];
        }
    }

  if (rest > 0 && sum <= 0)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE,
                   _ ("No row that is free and has a weight is left to take the last %" PRId64 "."),
                   rest);
      return NULL;
    }

  if (rest == 0)
    return g_steal_pointer (&result);

  for (gsize k = 0; k < n_shares; k++)
    {
      gsize row = shares[k].row;
      long double quota = (long double) rest * weights[row] / sum;
      long double whole = floorl (quota);

      result[row] = (gint64) whole;
      shares[k].remainder = llrintl ((quota - whole) / REMAINDER_STEP);
      /* A row without weight never gets a unit, not even through rounding of the others. */
      if (weights[row] <= 0)
        shares[k].remainder = -1;
    }
  for (gsize k = 0; k < n_shares; k++)
    rest -= result[shares[k].row];

  qsort (shares, n_shares, sizeof *shares, compare_shares);

  /* In exact arithmetic 0 <= rest < rows; the last bits of the quotas may push it one outside. */
  for (gsize k = 0; rest > 0; k = (k + 1) % n_shares)
    if (shares[k].remainder >= 0)
      {
        result[shares[k].row]++;
        rest--;
      }
  for (gsize k = n_shares; rest<0; k = k> 1 ? k - 1 : n_shares)
    if (result[shares[k - 1].row] > 0)
      {
        result[shares[k - 1].row]--;
        rest++;
      }

  return g_steal_pointer (&result);
}
