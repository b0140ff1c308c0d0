/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-need.h"

#include <math.h>

#include "private/vb-aggregate-private.h"
#include "private/vb-need-targets.h"

/* The measures that need is made of. */
typedef struct
{
  const VbAggregateCell *bed_days;
  const VbAggregateCell *occupied;
  const VbAggregateCell *available;
  const VbAggregateCell *available_bed_days;
  const VbAggregateCell *established;
  const VbAggregateCell *overcrowding;
  const VbAggregateCell *outliers_out;
  const VbAggregateCell *outliers_in;
  const VbAggregateCell *needed;
} Measures;

/* What stands beside the figures while parents are added up. */
typedef struct
{
  double presence;  /* of the need, as in VbAggregateCell */
  double available; /* coverage of the available beds, NAN when there are none */
} Beside;

typedef struct
{
  const VbNeedInput *input;
  const VbAggregate *aggregate;
  Measures measures;
  VbNeedFigures *figures; /* all rows of the aggregate x n_periods */
  Beside *beside;
  guint *n_expected; /* a row: children that are missed when they lack figures */
} Run;

static const VbAggregateCell *
get_cell (const VbAggregateCell *cells, gsize index)
{
  return cells != NULL && cells[index].days > 0 ? &cells[index] : NULL;
}

static const VbAggregateCell *
get_own (const VbAggregateCell *cells, gsize index)
{
  return cells != NULL && cells[index].own ? &cells[index] : NULL;
}

static void
use (VbNeedFigures *f, const VbAggregateCell *cell)
{
  f->provenance = MAX (f->provenance, cell->provenance);
}

/* Bed days used: V = bed_days where reported, else occupied_beds × days;
 * + overcrowding × days, where the occupied do not include the overcrowded;
 * + (outliers_out − outliers_in) × days, where the unit reported both: patients count where they
 *   belong, not where they lie;
 * × (1 + hidden demand).
 * Source: Socialstyrelsen's definitions of disponibel vårdplats, överbeläggning and utlokaliserad
 * patient; the formula is this program's own, all its parts can be changed. */
static gboolean
find_own_bed_days (const Run *run, gsize index, VbNeedFigures *f)
{
  const Measures *m = &run->measures;
  const VbAggregateCell *bed_days = get_own (m->bed_days, index);
  const VbAggregateCell *base = bed_days != NULL ? bed_days : get_own (m->occupied, index);
  const VbAggregateCell *overcrowding = get_cell (m->overcrowding, index);
  const VbAggregateCell *out = get_own (m->outliers_out, index);
  const VbAggregateCell *in = get_own (m->outliers_in, index);

  if (base == NULL)
    return FALSE;

  f->own = TRUE;
  f->days = base->days;
  f->coverage = base->coverage;
  f->bed_days = base->nature == VB_NATURE_FLOW ? base->value : base->value * base->days;
  use (f, base);

  if (!run->input->occupied_includes_overcrowded && overcrowding != NULL)
    {
      f->bed_days += vb_aggregate_cell_get_per_day (overcrowding) * f->days;
      use (f, overcrowding);
    }
  if (out != NULL && in != NULL)
    {
      f->bed_days +=
          (vb_aggregate_cell_get_per_day (out) - vb_aggregate_cell_get_per_day (in)) * f->days;
      use (f, out);
      use (f, in);
    }

  /* More outliers taken in than patients there are is a fault of the reports, not a negative need.
   */
  f->bed_days = MAX (f->bed_days, 0) * (1 + run->input->hidden_demand);
  return TRUE;
}

/* need = V ÷ (days × T). Unit: beds. */
static void
compute_own_need (VbNeedFigures *f)
{
  f->occupied_beds = f->bed_days / f->days;
  f->need_beds = f->bed_days / (f->days * f->target_occupancy);
}

/* A need that was published as such, where there are no bed days to compute it from. No target went
 * into it that we know of, and it says nothing about occupancy. */
static gboolean
find_own_need (const Run *run, gsize index, VbNeedFigures *f)
{
  const VbAggregateCell *needed = get_own (run->measures.needed, index);

  if (needed == NULL)
    return FALSE;

  f->own = TRUE;
  f->days = needed->days;
  f->coverage = needed->coverage;
  f->need_beds = needed->value;
  f->target_occupancy = NAN;
  use (f, needed);
  return TRUE;
}

/* A parent without bed days of its own: need = Σ needᵢ, V = Σ Vᵢ, and, as in the aggregation,
 * days = V ÷ Σ (Vᵢ ÷ daysᵢ), so that a child's missing days count as its mean day. The target shown
 * is the one that gives this need: T = V ÷ (days × need), the mean of the children's targets
 * weighted with their need. What all children have in common is taken as it is, free of the
 * rounding of the division. */
static void
add_up_need (const Run *run, guint row, guint period, VbNeedFigures *f, Beside *beside)
{
  const VbAggregate *aggregate = run->aggregate;
  const VbAggregateRow *r = &aggregate->rows[row];
  int length = aggregate->starts[period + 1] - aggregate->starts[period];
  double bed_days = 0, per_day = 0, need = 0, days = 0, presence = 0;
  const VbNeedFigures *first = NULL;
  gboolean same_days = TRUE, same_target = TRUE;
  guint n = 0;

  for (guint i = 0; i < r->n_children; i++)
    {
      gsize index =
          _vb_aggregate_get_index (aggregate, aggregate->children[r->first_child + i], period);
      const VbNeedFigures *child = &run->figures[index];

      if (isnan (child->need_beds))
        continue;
      if (first == NULL)
        first = child;
      same_days &= child->days == first->days;
      same_target &= child->target_occupancy == first->target_occupancy;
      bed_days += child->bed_days;
      per_day += child->occupied_beds;
      need += child->need_beds;
      days += child->days;
      presence += run->beside[index].presence;
      f->provenance = MAX (f->provenance, child->provenance);
      n++;
    }
  if (n == 0)
    return;

  beside->presence = presence / run->n_expected[row];
  if (same_days)
    f->days = first->days;
  else
    f->days = per_day > 0 ? MIN (bed_days / per_day, length) : days / n;
  f->coverage = f->days / length * (presence / run->n_expected[row]);
  f->bed_days = bed_days;
  f->occupied_beds = per_day;
  f->need_beds = need;
  if (same_target)
    f->target_occupancy = first->target_occupancy;
  else if (need > 0)
    f->target_occupancy = per_day / need;
}

/* Available = available_beds, else available_bed_days ÷ days; a parent's own, else Σ of its
 * children's. */
static void
find_available (const Run *run, guint row, guint period, VbNeedFigures *f, Beside *beside)
{
  const VbAggregate *aggregate = run->aggregate;
  const VbAggregateRow *r = &aggregate->rows[row];
  gsize index = _vb_aggregate_get_index (aggregate, row, period);
  const VbAggregateCell *own = get_own (run->measures.available, index);
  double beds = 0, days = 0, coverage = 0;
  guint n = 0;

  if (own == NULL)
    own = get_own (run->measures.available_bed_days, index);
  if (own != NULL)
    {
      f->available_beds = vb_aggregate_cell_get_per_day (own);
      beside->available = own->coverage;
      use (f, own);
      if (isnan (f->bed_days))
        {
          f->days = own->days;
          f->own = TRUE;
        }
      return;
    }

  for (guint i = 0; i < r->n_children; i++)
    {
      gsize at =
          _vb_aggregate_get_index (aggregate, aggregate->children[r->first_child + i], period);
      const VbNeedFigures *child = &run->figures[at];

      if (isnan (child->available_beds))
        continue;
      beds += child->available_beds;
      days += child->days;
      coverage += run->beside[at].available;
      f->provenance = MAX (f->provenance, child->provenance);
      n++;
    }
  if (n == 0)
    return;

  f->available_beds = beds;
  beside->available = coverage / run->n_expected[row];
  if (isnan (f->bed_days))
    f->days = days / n;
}

/* The other stocks: the row's own, else the sum of its children's, as the aggregate has them. */
static void
find_reported (const Run *run, gsize index, VbNeedFigures *f)
{
  const VbAggregateCell *established = get_cell (run->measures.established, index);
  const VbAggregateCell *overcrowding = get_cell (run->measures.overcrowding, index);

  if (established != NULL)
    f->established_beds = vb_aggregate_cell_get_per_day (established);
  if (overcrowding != NULL)
    f->overcrowding = vb_aggregate_cell_get_per_day (overcrowding);
}

/* gap = available − need (negative is shortage); occupancy = V ÷ (available × days), never clamped,
 * and missing without beds, when the gap is the whole need. Coverage is the lesser of that of the
 * need and that of the available beds, since a gap is no better than the worse of the two. */
static void
compute_gap (VbNeedFigures *f, const Beside *beside)
{
  f->gap_beds = f->available_beds - f->need_beds;
  if (f->need_beds > 0)
    f->gap_share = f->gap_beds / f->need_beds;
  if (f->available_beds > 0)
    f->occupancy = f->occupied_beds / f->available_beds;

  if (isnan (f->coverage))
    f->coverage = isnan (beside->available) ? 0 : beside->available;
  else if (!isnan (beside->available))
    f->coverage = MIN (f->coverage, beside->available);
}

static void
compute_row (Run *run, guint row, const VbTargetFound *targets)
{
  static const VbNeedFigures missing = {
    .days = 0,
    .bed_days = NAN,
    .available_beds = NAN,
    .established_beds = NAN,
    .occupied_beds = NAN,
    .overcrowding = NAN,
    .occupancy = NAN,
    .target_occupancy = NAN,
    .need_beds = NAN,
    .gap_beds = NAN,
    .gap_share = NAN,
    .coverage = NAN,
  };

  for (guint period = 0; period < run->aggregate->n_periods; period++)
    {
      gsize index = _vb_aggregate_get_index (run->aggregate, row, period);
      VbNeedFigures *f = &run->figures[index];
      Beside *beside = &run->beside[index];

      *f = missing;
      *beside = (Beside){ .presence = 1, .available = NAN };
      f->target_occupancy = targets[period].value;
      f->target_unit_steps = targets[period].steps;

      if (find_own_bed_days (run, index, f))
        compute_own_need (f);
      else if (!find_own_need (run, index, f))
        add_up_need (run, row, period, f, beside);
      find_available (run, row, period, f, beside);
      find_reported (run, index, f);
      compute_gap (f, beside);
    }
}

static void
count_expected (Run *run)
{
  const VbAggregate *aggregate = run->aggregate;
  const Measures *m = &run->measures;
  const VbAggregateCell *const cells[] = { m->bed_days, m->occupied, m->available,
                                           m->available_bed_days };
  g_autofree gboolean *expected = g_new0 (gboolean, aggregate->n_rows + 1);

  run->n_expected = g_new0 (guint, aggregate->n_rows + 1);
  for (guint row = aggregate->n_rows; row-- > 0;)
    {
      guint32 parent = aggregate->rows[row].parent;

      expected[row] =
          _vb_aggregate_is_expected (aggregate, expected, cells, G_N_ELEMENTS (cells), row);
      if (parent != VB_NO_ROW)
        run->n_expected[parent] += expected[row];
    }
}

/* A mixed unit's total is a row only when it reported beds or patients itself, not for its
 * population. */
static gboolean
is_shown (const Run *run, guint row)
{
  const VbAggregate *aggregate = run->aggregate;
  const VbAggregateRow *r = &aggregate->rows[row];
  gboolean is_mixed = aggregate->first_row[r->unit + 1] - aggregate->first_row[r->unit] > 1;

  if (!is_mixed || r->group != VB_CARE_GROUP_NONE || r->n_children > 0)
    return TRUE;

  for (guint period = 0; period < aggregate->n_periods; period++)
    if (run->figures[_vb_aggregate_get_index (aggregate, row, period)].own)
      return TRUE;

  return FALSE;
}

/* Leaves out the rows that are not to be seen; moves the others up. */
static VbNeedResult *
collect (Run *run)
{
  const VbAggregate *aggregate = run->aggregate;
  VbNeedResult *result = g_new0 (VbNeedResult, 1);

  result->n_periods = aggregate->n_periods;
  result->keys = g_new (VbNeedRowKey, aggregate->n_rows + 1);
  for (guint row = 0; row < aggregate->n_rows; row++)
    {
      if (!is_shown (run, row))
        continue;
      memmove (&run->figures[_vb_aggregate_get_index (aggregate, result->n_rows, 0)],
               &run->figures[_vb_aggregate_get_index (aggregate, row, 0)],
               aggregate->n_periods * sizeof *run->figures);
      result->keys[result->n_rows++] =
          (VbNeedRowKey){ aggregate->rows[row].unit, aggregate->rows[row].group };
    }
  result->figures = g_steal_pointer (&run->figures);

  return result;
}

VbNeedResult *
vb_need_run (const VbNeedInput *input, GCancellable *cancellable, GError **error)
{
  const VbAggregate *aggregate = input->aggregate;
  Run run = {
    .input = input,
    .aggregate = aggregate,
    .measures = {
      .bed_days = _vb_aggregate_get_cells (aggregate, VB_MEASURE_BED_DAYS),
      .occupied = _vb_aggregate_get_cells (aggregate, VB_MEASURE_OCCUPIED_BEDS),
      .available = _vb_aggregate_get_cells (aggregate, VB_MEASURE_AVAILABLE_BEDS),
      .available_bed_days = _vb_aggregate_get_cells (aggregate, VB_MEASURE_AVAILABLE_BED_DAYS),
      .established = _vb_aggregate_get_cells (aggregate, VB_MEASURE_ESTABLISHED_BEDS),
      .overcrowding = _vb_aggregate_get_cells (aggregate, VB_MEASURE_OVERCROWDING),
      .outliers_out = _vb_aggregate_get_cells (aggregate, VB_MEASURE_OUTLIERS_OUT),
      .outliers_in = _vb_aggregate_get_cells (aggregate, VB_MEASURE_OUTLIERS_IN),
      .needed = _vb_aggregate_get_cells (aggregate, VB_MEASURE_NEEDED_BEDS),
    },
  };
  g_autoptr (VbNeedTargets) targets = NULL;
  g_autofree VbTargetFound *found = NULL;
  VbNeedResult *result = NULL;

  g_return_val_if_fail (input->tree->n == aggregate->n_units, NULL);
  g_return_val_if_fail (input->default_target > 0 || input->override_target > 0, NULL);

  run.figures = g_new (VbNeedFigures, (gsize) aggregate->n_rows * aggregate->n_periods + 1);
  run.beside = g_new (Beside, (gsize) aggregate->n_rows * aggregate->n_periods + 1);
  count_expected (&run);
  targets = _vb_need_targets_new (input, aggregate);
  found = g_new (VbTargetFound, aggregate->n_periods + 1);

  /* Children come after their parents in the rows, so the last row first. */
  for (guint row = aggregate->n_rows; row-- > 0;)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        goto out;
      _vb_need_targets_find (targets, aggregate->rows[row].unit,
                             (VbCareGroup) aggregate->rows[row].group, found);
      compute_row (&run, row, found);
    }
  result = collect (&run);

out:
  g_free (run.figures);
  g_free (run.beside);
  g_free (run.n_expected);
  return result;
}

void
vb_need_result_free (VbNeedResult *self)
{
  g_free (self->keys);
  g_free (self->figures);
  g_free (self);
}
