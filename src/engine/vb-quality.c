/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-quality.h"

#include <math.h>

#include "vb-data-coverage.h"

/* Overcrowding takes a ward above 100 %; beyond half as much again, beds or patients are miscounted
 * (the material's own limit for plausible occupancy). */
#define MAX_OCCUPANCY 1.5
/* Published totals and parts are rounded apart from each other. */
#define SUM_TOLERANCE 0.02
#define SUM_MIN_DIFFERENCE 0.5 /* of a bed, patient or bed day */
/* How late a report may be before the unit counts as silent. */
#define SILENCE_DAYS 14
/* Own proposals: a level is the mean of half a year, and a jump changes it by a third and by more
 * than its own periods differ. */
#define JUMP_SHARE 0.3
#define JUMP_DEVIATIONS 3.0
#define JUMP_MIN_BEDS 2.0
#define CANCEL_CHECK_UNITS 64

static const guint16 measures[] = {
  VB_MEASURE_AVAILABLE_BEDS,    VB_MEASURE_OCCUPIED_BEDS,       VB_MEASURE_BED_DAYS,
  VB_MEASURE_OCCUPANCY,         VB_MEASURE_AVAILABLE_BED_DAYS,  VB_MEASURE_DISCHARGE_READY_SHARE,
  VB_MEASURE_WAITING_WITHIN_90, VB_MEASURE_COMPLETED_WITHIN_90,
};

typedef struct
{
  const VbTreeInput *tree;
  const VbAggregate *aggregate;
  VbPeriod first;
  guint n_periods;
  GArray *findings; /* VbQualityFinding */
  guint8 *done;     /* a unit: its figures of a finer grain were checked */
} Check;

const guint16 *
vb_quality_get_measures (guint *n)
{
  *n = G_N_ELEMENTS (measures);
  return measures;
}

/* ---- collecting ------------------------------------------------------------------------------ */

/* The worst of the periods in which one rule is broken, while they are looked through. */
typedef struct
{
  VbQualityFinding finding;
  double distance; /* of the worst */
} Worst;

static void
worst_note (Worst *worst, VbPeriod period, double distance, double value, double expected)
{
  worst->finding.n_periods++;
  if (worst->finding.n_periods > 1 && distance <= worst->distance)
    return;
  worst->distance = distance;
  worst->finding.worst = period;
  worst->finding.value = value;
  worst->finding.expected = expected;
}

static void
worst_begin (Worst *worst, VbQualityRule rule, VbMeasureId measure, guint unit)
{
  *worst = (Worst){ { (guint8) rule, (guint16) measure, unit }, 0 };
}

static void
worst_end (Worst *worst, GArray *findings)
{
  if (worst->finding.n_periods > 0)
    g_array_append_val (findings, worst->finding);
}

/* ---- shares ---------------------------------------------------------------------------------- */

static gboolean
get_limits (guint16 measure, VbQualityRule *rule, double *upper)
{
  switch (measure)
    {
    case VB_MEASURE_OCCUPANCY:
      *rule = VB_QUALITY_RULE_OVERFULL;
      *upper = MAX_OCCUPANCY;
      return TRUE;
    case VB_MEASURE_DISCHARGE_READY_SHARE:
    case VB_MEASURE_WAITING_WITHIN_90:
    case VB_MEASURE_COMPLETED_WITHIN_90:
      *rule = VB_QUALITY_RULE_SHARE;
      *upper = 100;
      return TRUE;
    default:
      return FALSE;
    }
}

/* Shares as they were reported, whatever their grain: 0 ≤ share ≤ 100 (per cent); an occupancy
 * (fraction) may reach 1.5. */
static void
check_shares (const VbObservationInput *observations, GArray *findings)
{
  Worst worst = { 0 };
  gsize i = 0;

  while (i < observations->n)
    {
      guint unit = observations->unit[i];
      guint16 measure = observations->measure[i];
      VbQualityRule rule = VB_QUALITY_RULE_SHARE;
      double upper = 0;
      gboolean limited = get_limits (measure, &rule, &upper);

      if (limited)
        worst_begin (&worst, rule, measure, unit);
      for (; i < observations->n && observations->unit[i] == unit
             && observations->measure[i] == measure;
           i++)
        {
          double value = observations->value[i];
          VbPeriod period = { (VbGrain) observations->grain[i], observations->start[i] };

          if (!limited || !isfinite (value))
            continue;
          if (value < 0)
            worst_note (&worst, period, -value, value, 0);
          else if (value > upper)
            worst_note (&worst, period, value - upper, value, upper);
        }
      if (limited)
        worst_end (&worst, findings);
    }
}

/* ---- beds and patients ----------------------------------------------------------------------- */

/* A unit's own figure a day; NAN when it has none. */
static double
get_own (const Check *check, VbMeasureId measure, guint unit, guint period)
{
  const VbAggregateCell *cell =
      vb_aggregate_get (check->aggregate, (guint16) measure, unit, period);

  return cell != NULL && cell->own && cell->days > 0 ? vb_aggregate_cell_get_per_day (cell)
                                                     : (double) NAN;
}

/* Patients a day: occupied beds, else bed days ÷ days. */
static double
get_occupied (const Check *check, guint unit, guint period)
{
  double occupied = get_own (check, VB_MEASURE_OCCUPIED_BEDS, unit, period);

  return isnan (occupied) ? get_own (check, VB_MEASURE_BED_DAYS, unit, period) : occupied;
}

/* Beds a day: available beds, else available bed days ÷ days. */
static double
get_available (const Check *check, guint unit, guint period)
{
  double available = get_own (check, VB_MEASURE_AVAILABLE_BEDS, unit, period);

  return isnan (available) ? get_own (check, VB_MEASURE_AVAILABLE_BED_DAYS, unit, period)
                           : available;
}

/* Occupancy = occupied ÷ available > 1.5, or patients where available = 0. */
static void
check_occupancy (Check *check, guint unit)
{
  Worst overfull;
  Worst no_beds;

  worst_begin (&overfull, VB_QUALITY_RULE_OVERFULL, VB_MEASURE_OCCUPANCY, unit);
  worst_begin (&no_beds, VB_QUALITY_RULE_NO_BEDS, VB_MEASURE_OCCUPIED_BEDS, unit);
  for (guint p = 0; p < check->n_periods; p++)
    {
      double occupied = get_occupied (check, unit, p);
      double available = get_available (check, unit, p);
      VbPeriod period = vb_aggregate_get_period (check->aggregate, p);

      if (isnan (occupied) || isnan (available))
        continue;
      if (available <= 0 && occupied > 0)
        worst_note (&no_beds, period, occupied, occupied, 0);
      else if (occupied > MAX_OCCUPANCY * available)
        worst_note (&overfull, period, occupied / available, occupied / available, MAX_OCCUPANCY);
    }
  worst_end (&overfull, check->findings);
  worst_end (&no_beds, check->findings);
}

/* ---- sums ------------------------------------------------------------------------------------ */

/* The sum of the children's figures in @period; NAN when there is no child, or one of those that
 * have ever reported this measure has not reported the whole of it. */
static double
add_children (const Check *check, guint16 measure, guint unit, guint period, const guint8 *reports)
{
  double sum = 0;
  guint n = 0;

  for (guint child = unit + 1;
       child < check->tree->n && check->tree->parent[child] >= (gint32) unit; child++)
    {
      const VbAggregateCell *cell;

      if (check->tree->parent[child] != (gint32) unit || !reports[child])
        continue;
      cell = vb_aggregate_get (check->aggregate, measure, child, period);
      if (cell == NULL || isnan (cell->value) || cell->coverage < 1)
        return NAN;
      sum += cell->value;
      n++;
    }
  return n > 0 ? sum : (double) NAN;
}

/* Which units have ever had the measure, reported or summed. */
static void
find_reporting (const Check *check, guint16 measure, guint8 *reports)
{
  for (guint unit = 0; unit < check->tree->n; unit++)
    {
      reports[unit] = FALSE;
      for (guint p = 0; p < check->n_periods && !reports[unit]; p++)
        {
          const VbAggregateCell *cell = vb_aggregate_get (check->aggregate, measure, unit, p);

          reports[unit] = cell != NULL && !isnan (cell->value);
        }
    }
}

/* |own − Σ children| > 2 % of own, both for the whole period. */
static void
check_sum (Check *check, guint16 measure, guint unit, const guint8 *reports)
{
  Worst worst;

  worst_begin (&worst, VB_QUALITY_RULE_SUM, measure, unit);
  for (guint p = 0; p < check->n_periods; p++)
    {
      const VbAggregateCell *cell = vb_aggregate_get (check->aggregate, measure, unit, p);
      double sum;
      double difference;

      if (cell == NULL || !cell->own || isnan (cell->value) || cell->coverage < 1)
        continue;
      sum = add_children (check, measure, unit, p, reports);
      difference = fabs (cell->value - sum);
      if (difference > SUM_TOLERANCE * fabs (cell->value) && difference > SUM_MIN_DIFFERENCE)
        worst_note (&worst, vb_aggregate_get_period (check->aggregate, p), difference, cell->value,
                    sum);
    }
  worst_end (&worst, check->findings);
}

static void
check_sums (Check *check, const guint8 *checked)
{
  static const guint16 summed[] = { VB_MEASURE_AVAILABLE_BEDS, VB_MEASURE_AVAILABLE_BED_DAYS,
                                    VB_MEASURE_OCCUPIED_BEDS, VB_MEASURE_BED_DAYS };
  g_autofree guint8 *reports = g_new (guint8, check->tree->n);

  for (guint i = 0; i < G_N_ELEMENTS (summed); i++)
    {
      find_reporting (check, summed[i], reports);
      for (guint unit = 0; unit < check->tree->n; unit++)
        if (checked[unit])
          check_sum (check, summed[i], unit, reports);
    }
}

/* ---- jumps ----------------------------------------------------------------------------------- */

static guint
get_window (VbGrain grain)
{
  switch (grain)
    {
    case VB_GRAIN_QUARTER:
      return 4;
    case VB_GRAIN_YEAR:
      return 3;
    case VB_GRAIN_DAY:
    case VB_GRAIN_WEEK:
    case VB_GRAIN_MONTH:
    default:
      return 6;
    }
}

/* Mean and sum of squared deviations; FALSE when a value is missing. */
static gboolean
describe (const double *values, guint n, double *mean, double *squares)
{
  *mean = *squares = 0;
  for (guint i = 0; i < n; i++)
    *mean += values[i] / n;
  for (guint i = 0; i < n; i++)
    *squares += (values[i] - *mean) * (values[i] - *mean);
  return !isnan (*mean);
}

/* With the means before and after over w periods each and the standard deviation s of both,
 * pooled: |after − before| > 30 % of before, > 3 s and > 2 beds. */
static void
check_jumps (Check *check,
             VbMeasureId measure,
             guint unit,
             double (*get) (const Check *, guint, guint))
{
  guint window = get_window (check->first.grain);
  g_autofree double *values = g_new (double, check->n_periods);
  Worst worst;

  if (check->n_periods < 2 * window)
    return;
  for (guint p = 0; p < check->n_periods; p++)
    values[p] = get (check, unit, p);
  worst_begin (&worst, VB_QUALITY_RULE_JUMP, measure, unit);
  for (guint p = window; p + window <= check->n_periods; p++)
    {
      double before, after, squares_before, squares_after, deviation, jump;

      if (!describe (values + p - window, window, &before, &squares_before)
          || !describe (values + p, window, &after, &squares_after))
        continue;
      deviation = sqrt ((squares_before + squares_after) / (2 * window - 2));
      jump = fabs (after - before);
      if (jump > JUMP_SHARE * before && jump > JUMP_DEVIATIONS * deviation && jump > JUMP_MIN_BEDS)
        worst_note (&worst, vb_aggregate_get_period (check->aggregate, p),
                    jump / (deviation + 1e-9), after, before);
    }
  /* The periods around a jump see it too. */
  worst.finding.n_periods = MIN (worst.finding.n_periods, 1);
  worst_end (&worst, check->findings);
}

/* ---- silence --------------------------------------------------------------------------------- */

/* Where the data of a unit and all below it end; of several ends, none is told. */
typedef struct
{
  VbDataEnd end;
  gboolean differ;
} CommonEnd;

static void
add_end (CommonEnd *common, const CommonEnd *other)
{
  if (other->end.end == VB_DAY_NONE && !other->differ)
    return;
  if (other->differ || (common->end.end != VB_DAY_NONE && common->end.end != other->end.end))
    common->differ = TRUE;
  if (common->end.end == VB_DAY_NONE)
    common->end = other->end;
}

static CommonEnd *
find_common_ends (const VbTreeInput *tree, const VbDataEnd *ends)
{
  CommonEnd *common = g_new0 (CommonEnd, tree->n + 1);

  for (guint unit = tree->n; unit-- > 0;)
    {
      CommonEnd own = { ends[unit], FALSE };

      add_end (&common[unit], &own);
      if (tree->parent[unit] >= 0)
        add_end (&common[tree->parent[unit]], &common[unit]);
    }
  return common;
}

/* The report that should have followed the last one is two weeks late. Where all of a hospital fell
 * silent at once, the hospital is told of and not its wards. */
static void
check_silence (const VbTreeInput *tree,
               const VbObservationInput *observations,
               VbDay now,
               GArray *findings)
{
  g_autofree VbDataEnd *ends = vb_data_coverage_find_ends (tree, observations);
  g_autofree CommonEnd *common = find_common_ends (tree, ends);

  for (guint unit = 0; unit < tree->n; unit++)
    {
      gint32 parent = tree->parent[unit];
      const VbDataEnd *end = common[unit].differ ? &ends[unit] : &common[unit].end;
      VbPeriod next = { end->grain, end->end };
      VbQualityFinding finding = {
        VB_QUALITY_RULE_SILENT, VB_MEASURE_NONE, unit, next, 0, NAN, NAN
      };

      if (end->end == VB_DAY_NONE || now - vb_period_get_end (next) < SILENCE_DAYS
          || (parent >= 0 && !common[unit].differ && !common[parent].differ))
        continue;
      finding.n_periods = (guint) MAX (
          vb_grain_distance (next.grain, next.start, vb_grain_floor (next.grain, now)), 1);
      g_array_append_val (findings, finding);
    }
}

/* ---- all of it ------------------------------------------------------------------------------- */

static gboolean
find_extent (const VbObservationInput *observations, VbGrain grain, Check *check)
{
  VbDay first = G_MAXINT32;
  VbDay last = VB_DAY_NONE;

  for (gsize i = 0; i < observations->n; i++)
    if (observations->grain[i] <= grain)
      {
        first = MIN (first, observations->start[i]);
        last = MAX (last, observations->start[i]);
      }
  if (last == VB_DAY_NONE)
    return FALSE;
  check->first = vb_period_containing (grain, first);
  check->n_periods =
      (guint) vb_grain_distance (grain, check->first.start, vb_grain_floor (grain, last)) + 1;
  return TRUE;
}

/* Units with a figure of their own of @grain or a finer one that were not checked at a finer one.
 */
static void
choose_units (const Check *check, const VbObservationInput *observations, guint8 *chosen)
{
  for (guint unit = 0; unit < check->tree->n; unit++)
    chosen[unit] = FALSE;
  for (gsize i = 0; i < observations->n; i++)
    if (observations->grain[i] <= check->first.grain && !check->done[observations->unit[i]])
      chosen[observations->unit[i]] = TRUE;
}

static gboolean
check_grain (Check *check,
             const VbObservationInput *observations,
             const VbMeasureRule *rules,
             guint n_rules,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree guint8 *chosen = g_new (guint8, check->tree->n);
  g_autoptr (VbAggregate) aggregate =
      vb_aggregate_new (check->tree, observations, rules, n_rules, check->first.grain,
                        check->first.start, check->n_periods, cancellable, error);

  if (aggregate == NULL)
    return FALSE;
  check->aggregate = aggregate;
  choose_units (check, observations, chosen);
  for (guint unit = 0; unit < check->tree->n; unit++)
    {
      if (unit % CANCEL_CHECK_UNITS == 0
          && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!chosen[unit])
        continue;
      check_occupancy (check, unit);
      check_jumps (check, VB_MEASURE_AVAILABLE_BEDS, unit, get_available);
      check_jumps (check, VB_MEASURE_OCCUPIED_BEDS, unit, get_occupied);
    }
  check_sums (check, chosen);
  for (guint unit = 0; unit < check->tree->n; unit++)
    check->done[unit] |= chosen[unit];
  check->aggregate = NULL;
  return TRUE;
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const VbQualityFinding *x = a;
  const VbQualityFinding *y = b;

  if (x->unit != y->unit)
    return x->unit < y->unit ? -1 : 1;
  if (x->rule != y->rule)
    return x->rule < y->rule ? -1 : 1;
  return x->measure < y->measure ? -1 : x->measure > y->measure;
}

GArray *
vb_quality_run (const VbTreeInput *tree,
                const VbObservationInput *observations,
                const VbMeasureRule *rules,
                guint n_rules,
                VbDay now,
                GCancellable *cancellable,
                GError **error)
{
  static const VbGrain grains[] = { VB_GRAIN_MONTH, VB_GRAIN_QUARTER, VB_GRAIN_YEAR };
  g_autoptr (GArray) findings = g_array_new (FALSE, FALSE, sizeof (VbQualityFinding));
  g_autofree guint8 *done = g_new0 (guint8, tree->n + 1);
  Check check = { tree, NULL, { VB_GRAIN_MONTH, VB_DAY_NONE }, 0, findings, done };

  for (guint i = 0; i < G_N_ELEMENTS (grains); i++)
    if (find_extent (observations, grains[i], &check)
        && !check_grain (&check, observations, rules, n_rules, cancellable, error))
      return NULL;
  check_shares (observations, findings);
  check_silence (tree, observations, now, findings);
  g_array_sort (findings, compare_findings);
  return g_steal_pointer (&findings);
}
