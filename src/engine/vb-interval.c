/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-interval.h"

#include <math.h>
#include <stdlib.h>

#include "vb-rate.h"

VbInterval
vb_interval_exact (double value)
{
  return (VbInterval){ value, value, value };
}

/* See vb_rate_to_beds(). */
VbInterval
vb_interval_from_rate (double rate, int decimals, double population)
{
  VbInterval interval;

  interval.value = vb_rate_to_beds (rate, decimals, population, &interval.low, &interval.high);
  return interval;
}

static gboolean
is_known (VbInterval interval)
{
  return !isnan (interval.low) && !isnan (interval.value) && !isnan (interval.high);
}

/* [c₁, c₂] − [n₁, n₂] = [c₁ − n₂, c₂ − n₁]. */
VbInterval
vb_interval_get_gap (VbInterval capacity, VbInterval need)
{
  return (VbInterval){ capacity.low - need.high, capacity.value - need.value,
                       capacity.high - need.low };
}

/* (c − n) ÷ n = c ÷ n − 1, so that n stands in it once and the interval is no wider than it is:
 * [c₁ ÷ n₂ − 1, c₂ ÷ n₁ − 1], for c >= 0. */
VbInterval
vb_interval_get_gap_share (VbInterval capacity, VbInterval need)
{
  if (!(need.low > 0))
    return vb_interval_exact (NAN);
  return (VbInterval){ capacity.low / need.high - 1, capacity.value / need.value - 1,
                       capacity.high / need.low - 1 };
}

typedef struct
{
  VbInterval interval; /* with its signs turned when the highest comes first */
  guint index;
  gboolean known;
} Entry;

static int
compare_entries (const void *a, const void *b)
{
  const Entry *x = a;
  const Entry *y = b;

  if (x->known != y->known)
    return x->known ? -1 : 1;
  if (x->known && x->interval.value != y->interval.value)
    return x->interval.value < y->interval.value ? -1 : 1;
  return x->index < y->index ? -1 : 1;
}

/* At best all go behind that can: rank = 1 + those that are surely before, high < low; at worst all
 * go before that can. */
VbRank *
vb_interval_rank (const VbInterval *intervals, guint n, gboolean descending)
{
  g_autofree Entry *entries = g_new (Entry, n + 1);
  VbRank *ranks = g_new0 (VbRank, n + 1);

  for (guint i = 0; i < n; i++)
    {
      VbInterval of = intervals[i];

      entries[i].interval = descending ? (VbInterval){ -of.high, -of.value, -of.low } : of;
      entries[i].index = i;
      entries[i].known = is_known (of);
    }
  qsort (entries, n, sizeof *entries, compare_entries);

  for (guint i = 0; i < n; i++)
    {
      ranks[i].index = entries[i].index;
      if (!entries[i].known)
        continue;
      ranks[i].rank = i > 0 && entries[i].interval.value <= entries[i - 1].interval.value
                          ? ranks[i - 1].rank
                          : i + 1;
      ranks[i].first = 1;
      for (guint k = 0; k < n && entries[k].known; k++)
        {
          ranks[i].first += entries[k].interval.high < entries[i].interval.low;
          ranks[i].last += entries[k].interval.low <= entries[i].interval.high;
        }
    }
  return ranks;
}
