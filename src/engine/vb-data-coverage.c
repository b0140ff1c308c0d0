/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-data-coverage.h"

#include <math.h>
#include <string.h>

#define CANCEL_CHECK_UNITS 64

static inline VbDay
observation_end (const VbObservationInput *observations, gsize i)
{
  VbPeriod period = { observations->grain[i], observations->start[i] };

  return period.grain == VB_GRAIN_DAY ? period.start + 1 : vb_period_get_end (period);
}

/* Marks the days of the observations of @unit, which start at index *@i, and moves past them.
 * Returns whether the unit has any. */
static gboolean
mark_days (const VbObservationInput *observations,
           gsize *i,
           guint unit,
           VbGrain grain,
           VbDay first,
           VbDay end,
           guint8 *seen)
{
  gboolean any = FALSE;

  for (; *i < observations->n && observations->unit[*i] == unit; (*i)++)
    {
      VbDay from, to;

      if (observations->measure[*i] == VB_MEASURE_POPULATION || observations->grain[*i] > grain)
        continue;

      any = TRUE;
      from = MAX (observations->start[*i], first);
      to = MIN (observation_end (observations, *i), end);
      if (from < to)
        memset (seen + (from - first), 1, (gsize) (to - from));
    }

  return any;
}

static void
count_days (const guint8 *seen, const VbDay *starts, guint n_periods, VbDay end, float *shares)
{
  for (guint p = 0; p < n_periods; p++)
    {
      VbDay to = MIN (starts[p + 1], end);
      guint n = 0;

      for (VbDay day = starts[p]; day < to; day++)
        n += seen[day - starts[0]];
      shares[p] = to > starts[p] ? (float) n / (float) (to - starts[p]) : NAN;
    }
}

/* Children come after their parent, so from the last unit to the first every unit is complete when
 * its parent is reached. */
static void
fill_parents (const VbTreeInput *tree, guint n_periods, const gboolean *own, float *shares)
{
  g_autofree float *sums = g_new0 (float, (gsize) tree->n *n_periods);
  g_autofree guint *n_children = g_new0 (guint, (gsize) tree->n * n_periods);

  for (guint u = tree->n; u-- > 0;)
    for (guint p = 0; p < n_periods; p++)
      {
        gsize at = (gsize) u * n_periods + p;

        if (!own[u])
          shares[at] = n_children[at] > 0 ? sums[at] / (float) n_children[at] : NAN;
        if (tree->parent[u] >= 0 && !isnan (shares[at]))
          {
            gsize above = (gsize) tree->parent[u] * n_periods + p;

            sums[above] += shares[at];
            n_children[above]++;
          }
      }
}

float *
vb_data_coverage_run (const VbTreeInput *tree,
                      const VbObservationInput *observations,
                      VbGrain grain,
                      VbDay first,
                      guint n_periods,
                      VbDay end,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree VbDay *starts = g_new (VbDay, n_periods + 1);
  g_autofree float *shares = g_new0 (float, (gsize) tree->n *n_periods);
  g_autofree gboolean *own = g_new0 (gboolean, tree->n);
  g_autofree guint8 *seen = NULL;
  gsize n_days, i = 0;

  starts[0] = first;
  for (guint p = 1; p <= n_periods; p++)
    starts[p] = vb_grain_add (grain, starts[p - 1], 1);
  n_days = (gsize) (starts[n_periods] - first);
  seen = g_new (guint8, n_days);

  for (guint u = 0; u < tree->n; u++)
    {
      if (u % CANCEL_CHECK_UNITS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      memset (seen, 0, n_days);
      own[u] = mark_days (observations, &i, u, grain, first, starts[n_periods], seen);
      count_days (seen, starts, n_periods, end, shares + (gsize) u * n_periods);
    }
  fill_parents (tree, n_periods, own, shares);

  return g_steal_pointer (&shares);
}

VbDataEnd *
vb_data_coverage_find_ends (const VbTreeInput *tree, const VbObservationInput *observations)
{
  VbDataEnd *ends = g_new0 (VbDataEnd, tree->n);

  for (gsize i = 0; i < observations->n; i++)
    {
      VbDataEnd *unit = &ends[observations->unit[i]];
      VbDay end;

      if (observations->measure[i] == VB_MEASURE_POPULATION)
        continue;

      end = observation_end (observations, i);
      if (end > unit->end)
        *unit = (VbDataEnd){ end, observations->grain[i] };
    }

  return ends;
}
