/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A unit's own observations of one measure, rolled up to periods. */
#include "private/vb-aggregate-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-error.h"

/* What has come together for one period. */
typedef struct
{
  double sum;           /* stock: Σ value × days; flow: Σ value; ratio: Σ value × weight */
  double weight;        /* ratio: Σ weight a day × days */
  double alone;         /* ratio: the value, while there is only one */
  guint32 days;         /* that have data (and, of a ratio with several values, a weight) */
  guint32 n_values;     /* observations that have a part in it */
  gsize last_value;     /* index of the latest of them */
  guint32 n_days_alone; /* ratio: days of the value, while there is only one */
  guint8 provenance;
} Sum;

struct _VbOwnRollUp
{
  VbAggregate *aggregate;
  const VbObservationInput *observations;
  const VbAggregateRun *all_runs;
  guint n_all_runs;

  Sum *sums;       /* n_periods */
  guint8 *covered; /* a day of the periods: a coarser grain has told it already */
};

VbOwnRollUp *
_vb_own_roll_up_new (VbAggregate *aggregate,
                     const VbObservationInput *observations,
                     const VbAggregateRun *all_runs,
                     guint n_all_runs)
{
  VbOwnRollUp *self = g_new0 (VbOwnRollUp, 1);
  VbDay n_days = aggregate->starts[aggregate->n_periods] - aggregate->starts[0];

  self->aggregate = aggregate;
  self->observations = observations;
  self->all_runs = all_runs;
  self->n_all_runs = n_all_runs;
  self->sums = g_new (Sum, aggregate->n_periods + 1);
  self->covered = g_new (guint8, n_days + 1);
  return self;
}

void
_vb_own_roll_up_free (VbOwnRollUp *self)
{
  g_free (self->sums);
  g_free (self->covered);
  g_free (self);
}

/* The first index of @run whose start is not before @day. */
static gsize
find_start (const VbObservationInput *observations, const VbAggregateRun *run, VbDay day)
{
  gsize low = run->begin;
  gsize high = run->end;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (observations->start[middle] < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static int
compare_runs (const VbAggregateRun *a, guint32 unit, guint32 measure, VbGrain grain)
{
  if (a->unit != unit)
    return a->unit < unit ? -1 : 1;
  if (a->measure != measure)
    return a->measure < measure ? -1 : 1;
  return a->grain < grain ? -1 : a->grain > grain;
}

static const VbAggregateRun *
find_run (const VbOwnRollUp *self, guint32 unit, guint32 measure, VbGrain grain)
{
  guint low = 0;
  guint high = self->n_all_runs;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_runs (&self->all_runs[middle], unit, measure, grain) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  if (low < self->n_all_runs && compare_runs (&self->all_runs[low], unit, measure, grain) == 0)
    return &self->all_runs[low];
  return NULL;
}

/* The denominator a day of a ratio observed over [start, start + length): its weight measure as
 * observed by the same unit over the same days; else the weight's mean a day over the period. NAN
 * when there is neither. */
static double
get_weight_per_day (
    const VbOwnRollUp *self, const VbAggregateRun *run, VbDay start, int length, guint period)
{
  const VbAggregate *aggregate = self->aggregate;
  guint32 measure = _vb_aggregate_find_measure (aggregate, aggregate->rules[run->measure].weight);
  const VbAggregateRun *weights;
  const VbAggregateCell *cell;

  if (measure == aggregate->n_measures || aggregate->cells[measure] == NULL)
    return NAN;

  weights = find_run (self, run->unit, measure, run->grain);
  if (weights != NULL)
    {
      gsize i = find_start (self->observations, weights, start);

      if (i < weights->end && self->observations->start[i] == start
          && isfinite (self->observations->value[i]))
        return aggregate->rules[measure].nature == VB_NATURE_FLOW
                   ? self->observations->value[i] / length
                   : self->observations->value[i];
    }

  cell =
      &aggregate->cells[measure]
                       [_vb_aggregate_get_index (aggregate, aggregate->own_row[run->unit], period)];
  return cell->days > 0 ? vb_aggregate_cell_get_per_day (cell) : NAN;
}

/* Adds @n of the @length days of observation @i to @period. */
static void
add_days (
    VbOwnRollUp *self, const VbAggregateRun *run, gsize i, int length, guint period, guint32 n)
{
  Sum *sum = &self->sums[period];
  double value = self->observations->value[i];
  double weight;

  switch ((VbNature) self->aggregate->rules[run->measure].nature)
    {
    case VB_NATURE_STOCK:
      sum->sum += value * n;
      sum->days += n;
      break;

    case VB_NATURE_FLOW:
      sum->sum += (int) n == length ? value : value * n / length;
      sum->days += n;
      break;

    case VB_NATURE_RATIO:
      weight = get_weight_per_day (self, run, self->observations->start[i], length, period);
      sum->alone = value;
      sum->n_days_alone += n;
      if (!isnan (weight))
        {
          sum->sum += value * weight * n;
          sum->weight += weight * n;
          sum->days += n;
        }
      break;

    default:
      g_assert_not_reached ();
    }

  if (sum->n_values == 0 || sum->last_value != i)
    sum->n_values++;
  sum->last_value = i;
  sum->provenance = MAX (sum->provenance, self->observations->provenance[i]);
}

/* Sums up one run of a grain finer than the wanted one. Each of its values counts for those of its
 * days that lie in the periods and that no coarser grain has told (@use_covered). */
static gboolean
sum_run (VbOwnRollUp *self, const VbAggregateRun *run, gboolean use_covered, GError **error)
{
  const VbObservationInput *observations = self->observations;
  const VbDay *starts = self->aggregate->starts;
  VbDay first = starts[0];
  VbDay end = starts[self->aggregate->n_periods];
  VbDay previous = VB_DAY_NONE;
  guint period = 0;

  /* No period finer than a year is longer than 92 days. */
  for (gsize i = find_start (observations, run, first - 92); i < run->end; i++)
    {
      VbDay start = observations->start[i];
      VbDay stop = run->grain == VB_GRAIN_DAY ? start + 1 : vb_grain_add (run->grain, start, 1);
      int length = stop - start;
      VbDay day = MAX (start, first);

      if (start <= previous)
        {
          g_set_error (error, VB_ERROR, VB_ERROR_INVALID, _ ("The observations are not sorted."));
          return FALSE;
        }
      previous = start;

      if (start >= end)
        break;
      if (!isfinite (observations->value[i]))
        continue;

      stop = MIN (stop, end);
      while (day < stop)
        {
          VbDay chunk = day;

          while (starts[period] > day)
            period--;
          while (starts[period + 1] <= day)
            period++;
          while (chunk < stop && chunk < starts[period + 1]
                 && !(use_covered && self->covered[chunk - first]))
            {
              if (use_covered)
                self->covered[chunk - first] = TRUE;
              chunk++;
            }
          if (chunk > day)
            add_days (self, run, i, length, period, (guint32) (chunk - day));
          day = chunk;
          while (use_covered && day < stop && self->covered[day - first])
            day++;
        }
    }

  return TRUE;
}

/* A value stored at exactly the wanted grain wins: it is the period's, and all its days are told.
 */
static void
take_exact (VbOwnRollUp *self, const VbAggregateRun *run, VbAggregateCell *cells)
{
  const VbObservationInput *observations = self->observations;
  VbAggregate *aggregate = self->aggregate;
  const VbDay *starts = aggregate->starts;
  guint period = 0;

  for (gsize i = find_start (observations, run, starts[0]);
       i < run->end && observations->start[i] < starts[aggregate->n_periods]; i++)
    {
      VbDay start = observations->start[i];
      int length;

      while (period + 1 < aggregate->n_periods && starts[period + 1] <= start)
        period++;
      length = starts[period + 1] - starts[period];
      if (!isfinite (observations->value[i]))
        continue;

      cells[period] = (VbAggregateCell){
        .value = observations->value[i],
        .days = length,
        .coverage = 1,
        .presence = 1,
        .provenance = observations->provenance[i],
        .own = TRUE,
        .nature = aggregate->rules[run->measure].nature,
      };
      if (aggregate->weights[run->measure] != NULL)
        aggregate->weights[run->measure][_vb_aggregate_get_index (
            aggregate, aggregate->own_row[run->unit], period)] =
            get_weight_per_day (self, run, start, length, period) * length;
      memset (self->covered + (starts[period] - starts[0]), TRUE, (gsize) length);
    }
}

/* stock = Σ value × days ÷ Σ days; flow = Σ value; ratio = Σ value × weight ÷ Σ weight, where a
 * ratio without a weight counts only if it is the period's only value. */
static void
finish_period (VbOwnRollUp *self, const VbAggregateRun *run, guint period, VbAggregateCell *cell)
{
  VbAggregate *aggregate = self->aggregate;
  const Sum *sum = &self->sums[period];
  guint8 nature = aggregate->rules[run->measure].nature;
  int length = aggregate->starts[period + 1] - aggregate->starts[period];
  double days = sum->days;
  double value;

  if (sum->n_values == 0)
    return;

  switch ((VbNature) nature)
    {
    case VB_NATURE_STOCK:
      value = sum->sum / days;
      break;

    case VB_NATURE_FLOW:
      value = sum->sum;
      break;

    case VB_NATURE_RATIO:
    default:
      if (sum->n_values == 1)
        {
          value = sum->alone;
          days = sum->n_days_alone;
        }
      else if (sum->weight > 0)
        value = sum->sum / sum->weight;
      else
        return;
      aggregate->weights[run->measure][_vb_aggregate_get_index (
          aggregate, aggregate->own_row[run->unit], period)] = sum->days > 0 ? sum->weight : NAN;
      break;
    }

  *cell = (VbAggregateCell){
    .value = value,
    .days = days,
    .coverage = days / length,
    .presence = 1,
    .provenance = sum->provenance,
    .own = TRUE,
    .nature = nature,
  };
}

/* A value stored at exactly the wanted grain wins. The other periods take finer grains, the
 * coarsest first, each day from the first that tells it: a year is its quarters, else its months,
 * else weeks (one that crosses a period's end is split by its days), else days. Coarser values are
 * never split downward. */
gboolean
_vb_own_roll_up_run (VbOwnRollUp *self, const VbAggregateRun *runs, guint n_runs, GError **error)
{
  VbAggregate *aggregate = self->aggregate;
  VbAggregateCell *cells = aggregate->cells[runs->measure]
                           + _vb_aggregate_get_index (aggregate, aggregate->own_row[runs->unit], 0);
  guint n_usable = 0;

  while (n_usable < n_runs && runs[n_usable].grain <= aggregate->grain)
    n_usable++;
  if (n_usable == 0)
    return TRUE;

  memset (self->covered, FALSE,
          (gsize) (aggregate->starts[aggregate->n_periods] - aggregate->starts[0]));
  memset (self->sums, 0, aggregate->n_periods * sizeof *self->sums);

  for (guint i = n_usable; i > 0; i--)
    {
      const VbAggregateRun *run = &runs[i - 1];

      if (run->grain == aggregate->grain)
        take_exact (self, run, cells);
      else if (!sum_run (self, run, n_usable > 1, error))
        return FALSE;
    }

  for (guint period = 0; period < aggregate->n_periods; period++)
    if (!cells[period].own)
      finish_period (self, runs, period, &cells[period]);

  return TRUE;
}
