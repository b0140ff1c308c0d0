/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "private/vb-potential-private.h"
#include "private/vb-three-point.h"
#include "vb-random.h"

/* One array of n_draws numbers each, so that a year is a few passes over memory in a row. */
typedef struct
{
  VbPotentialRun run;
  guint n;
  double *beds; /* n_levers x n: at full effect; 0 where the lever is not pulled */
  double *need;
  double *capacity;
  double *gap;
  double *left; /* of a pool */
  double *sorted;
} Draws;

static void
draws_clear (Draws *self)
{
  _vb_potential_run_clear (&self->run);
  g_free (self->beds);
  g_free (self->need);
  g_free (self->capacity);
  g_free (self->gap);
  g_free (self->left);
  g_free (self->sorted);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draws, draws_clear)

/* Two random numbers a draw, used or not, from a stream of the lever's own: a lever that is
 * changed, added or taken away leaves what is drawn for the others as it is. */
static void
draw_lever (Draws *self,
            guint lever_index,
            VbDistribution distribution,
            guint64 seed,
            const VbThreePointRoots *roots)
{
  const VbPotentialLever *lever = &self->run.input->levers[lever_index];
  const VbLeverFigures *figures = &lever->figures;
  double *beds = &self->beds[(gsize) lever_index * self->n];
  double beds_of_one = self->run.beds_of_one[lever_index];
  VbThreePoint size;
  VbRandom random;

  _vb_three_point_init (&size, distribution, figures->low, figures->base, figures->high, roots);
  vb_random_init (&random, seed, lever->id);
  for (guint d = 0; d < self->n; d++)
    {
      gboolean pulled = vb_random_unit (&random) < figures->probability;
      double u = vb_random_unit (&random);

      beds[d] = pulled ? _vb_three_point_get_quantile (&size, u) * beds_of_one : 0;
    }
}

static void
fill (double *values, guint n, double value)
{
  for (guint d = 0; d < n; d++)
    values[d] = value;
}

/* values += factor × beds. */
static void
add (double *values, guint n, double factor, const double *beds)
{
  for (guint d = 0; d < n; d++)
    values[d] += factor * beds[d];
}

/* need −= B (1 − Π (1 − bedsᵢ ÷ B)) for the levers of one pool. */
static void
subtract_pool (Draws *self, guint pool_index, gint16 year)
{
  const VbPotentialInput *input = self->run.input;
  double pool_beds = g_array_index (self->run.pools, VbPotentialPool, pool_index).beds;

  fill (self->left, self->n, 1);
  for (guint i = 0; i < input->n_levers; i++)
    if (self->run.pool_of[i] == (gint32) pool_index)
      {
        const double *beds = &self->beds[(gsize) i * self->n];
        double part = _vb_potential_get_part (&input->levers[i].figures, year) / pool_beds;

        for (guint d = 0; d < self->n; d++)
          self->left[d] *= 1 - part * beds[d];
      }
  for (guint d = 0; d < self->n; d++)
    self->need[d] -= pool_beds * (1 - self->left[d]);
}

static void
compute_year (Draws *self, guint y, gint16 year)
{
  const VbPotentialInput *input = self->run.input;

  fill (self->need, self->n, input->need[y]);
  fill (self->capacity, self->n, input->capacity[y]);
  for (guint i = 0; i < input->n_levers; i++)
    {
      const double *beds = &self->beds[(gsize) i * self->n];
      double part = _vb_potential_get_part (&input->levers[i].figures, year);

      if (input->levers[i].figures.side == VB_BALANCE_SIDE_CAPACITY)
        add (self->capacity, self->n, part, beds);
      else if (self->run.pool_of[i] < 0)
        add (self->need, self->n, -part, beds);
    }
  for (guint k = 0; k < self->run.pools->len; k++)
    subtract_pool (self, k, year);
  for (guint d = 0; d < self->n; d++)
    self->gap[d] = self->capacity[d] - self->need[d];
}

/* Puts the value of rank @k (from 0) of values[low … high] in its place, smaller ones before it and
 * larger ones after it. Source: C. A. R. Hoare, "Algorithm 65: Find", CACM 4 (1961). */
static double
select_rank (double *values, gint low, gint high, gint k)
{
  while (low < high)
    {
      double pivot = values[k];
      gint i = low;
      gint j = high;

      do
        {
          while (values[i] < pivot)
            i++;
          while (pivot < values[j])
            j--;
          if (i <= j)
            {
              double swapped = values[i];

              values[i++] = values[j];
              values[j--] = swapped;
            }
        }
      while (i <= j);
      if (j < k)
        low = i;
      if (k < i)
        high = j;
    }
  return values[k];
}

/* The P-th percentile is the smallest value that at least P per cent of the draws do not exceed
 * (Hyndman and Fan's definition 1), so it is always a value that was drawn. */
static VbPotentialSpread
describe (Draws *self, const double *values)
{
  static const gint percents[] = { 10, 50, 90 };
  VbPotentialSpread spread = { NAN, NAN, NAN, NAN };
  double *results[] = { &spread.p10, &spread.p50, &spread.p90 };
  gint n = (gint) self->n;
  double sum = 0;
  gint low = 0;

  for (gint d = 0; d < n; d++)
    {
      self->sorted[d] = values[d];
      sum += values[d];
    }
  if (isnan (sum))
    return spread;

  for (guint p = 0; p < G_N_ELEMENTS (percents); p++)
    {
      gint rank = (gint) (((gint64) percents[p] * n + 99) / 100) - 1;

      *results[p] = select_rank (self->sorted, low, n - 1, rank);
      low = rank;
    }
  spread.mean = sum / n;
  return spread;
}

static double
get_share_balanced (const Draws *self)
{
  guint n = 0;

  if (isnan (self->gap[0]))
    return NAN;
  for (guint d = 0; d < self->n; d++)
    n += self->gap[d] >= -VB_POTENTIAL_TOLERANCE;
  return (double) n / self->n;
}

/* The formula of vb_potential_run(), with each lever's size drawn, and 0 or 1 drawn in place of its
 * probability. */
VbPotentialOutlook *
vb_potential_draw (const VbPotentialInput *input,
                   VbDistribution distribution,
                   guint n_draws,
                   guint64 seed,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree VbPotentialOutlook *outlook = g_new0 (VbPotentialOutlook, input->n_years + 1);
  g_autofree VbThreePointRoots *roots = g_new (VbThreePointRoots, 1);
  g_auto (Draws) draws = { { NULL } };

  g_return_val_if_fail (n_draws > 0 && n_draws < G_MAXINT, NULL);

  if (!_vb_potential_run_init (&draws.run, input, error))
    return NULL;
  draws.n = n_draws;
  draws.beds = g_new (double, (gsize) n_draws *MAX (input->n_levers, 1));
  draws.need = g_new (double, n_draws);
  draws.capacity = g_new (double, n_draws);
  draws.gap = g_new (double, n_draws);
  draws.left = g_new (double, n_draws);
  draws.sorted = g_new (double, n_draws);

  _vb_three_point_init_roots (roots);
  for (guint i = 0; i < input->n_levers; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      draw_lever (&draws, i, distribution, seed, roots);
    }
  for (guint y = 0; y < input->n_years; y++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      outlook[y].year = (gint16) (input->first_year + (gint) y);
      compute_year (&draws, y, outlook[y].year);
      outlook[y].need = describe (&draws, draws.need);
      outlook[y].capacity = describe (&draws, draws.capacity);
      outlook[y].gap = describe (&draws, draws.gap);
      outlook[y].probability_balanced = get_share_balanced (&draws);
    }
  return g_steal_pointer (&outlook);
}
