/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-aggregate-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-error.h"

static guint
get_group_bit (guint8 care_type)
{
  return 1u << vb_care_type_get_group ((VbCareType) care_type);
}

static gboolean
check_tree (const VbTreeInput *tree, GError **error)
{
  for (guint unit = 0; unit < tree->n; unit++)
    if (tree->parent[unit] >= (gint32) unit || tree->parent[unit] < -1
        || tree->care_type[unit] >= VB_N_CARE_TYPES)
      {
        g_set_error (error, VB_ERROR, VB_ERROR_INVALID, _ ("The units are not sorted."));
        return FALSE;
      }

  return TRUE;
}

/* The care groups of each unit: a unit without children has that of its care type, another one
 * those of its children. */
static guint *
find_groups (const VbTreeInput *tree)
{
  guint *groups = g_new0 (guint, tree->n + 1);

  for (guint unit = tree->n; unit-- > 0;)
    {
      if (groups[unit] == 0)
        groups[unit] = get_group_bit (tree->care_type[unit]);
      if (tree->parent[unit] >= 0)
        groups[tree->parent[unit]] |= groups[unit];
    }

  return groups;
}

static guint32
find_row (const VbAggregate *self, guint unit, VbCareGroup group)
{
  for (guint32 row = self->first_row[unit]; row < self->first_row[unit + 1]; row++)
    if (self->rows[row].group == group)
      return row;

  return VB_NO_ROW;
}

/* A unit that is not said to be of one kind is not intensive or psychiatric care because the only
 * parts told apart are: what it reports itself is more than those. */
static gboolean
has_other_care (const VbTreeInput *tree, guint unit, guint of_children)
{
  return get_group_bit (tree->care_type[unit]) == 1u << VB_CARE_GROUP_NONE
         && (of_children == 1u << VB_CARE_GROUP_ICU
             || of_children == 1u << VB_CARE_GROUP_PSYCHIATRIC);
}

/* A row for each care group of each unit. What a mixed unit reports itself is a total of all care,
 * so it gets a row NONE of its own, which adds up nothing and is added to nothing. */
static void
build_rows (VbAggregate *self, const VbTreeInput *tree, const gboolean *has_own)
{
  g_autofree guint *groups = find_groups (tree);

  self->n_units = tree->n;
  self->first_row = g_new (guint32, tree->n + 1);
  self->own_row = g_new (guint32, tree->n + 1);
  self->rows = g_new0 (VbAggregateRow, (gsize) tree->n * VB_N_CARE_GROUPS + 1);

  for (guint unit = 0; unit < tree->n; unit++)
    {
      guint of_children = groups[unit];
      gboolean is_mixed =
          (of_children & (of_children - 1)) != 0 || has_other_care (tree, unit, of_children);
      guint shown = of_children | (is_mixed && has_own[unit] ? 1u << VB_CARE_GROUP_NONE : 0);

      self->first_row[unit] = self->n_rows;
      self->own_row[unit] = self->n_rows; /* NONE, where there are several, is the first */
      for (guint group = 0; group < VB_N_CARE_GROUPS; group++)
        {
          VbAggregateRow *row = &self->rows[self->n_rows];

          if ((shown & (1u << group)) == 0)
            continue;
          row->unit = unit;
          row->group = (guint8) group;
          row->has_beds =
              tree->kind == NULL
              || (tree->kind[unit] != VB_UNIT_CLINIC && tree->kind[unit] != VB_UNIT_THEATRE);
          row->parent = VB_NO_ROW;
          if ((of_children & (1u << group)) != 0 && tree->parent[unit] >= 0)
            row->parent = find_row (self, (guint) tree->parent[unit], (VbCareGroup) group);
          if (row->parent != VB_NO_ROW)
            self->rows[row->parent].n_children++;
          self->n_rows++;
        }
    }
  self->first_row[tree->n] = self->n_rows;

  self->children = g_new (guint32, self->n_rows + 1);
  for (guint32 row = 0, next = 0; row < self->n_rows; row++)
    {
      self->rows[row].first_child = next;
      next += self->rows[row].n_children;
      self->rows[row].n_children = 0;
    }
  for (guint32 row = 0; row < self->n_rows; row++)
    if (self->rows[row].parent != VB_NO_ROW)
      {
        VbAggregateRow *parent = &self->rows[self->rows[row].parent];

        self->children[parent->first_child + parent->n_children++] = row;
      }
}

static int
compare_rules (const void *a, const void *b)
{
  const VbMeasureRule *x = a;
  const VbMeasureRule *y = b;

  return (int) x->measure - (int) y->measure;
}

guint32
_vb_aggregate_find_measure (const VbAggregate *self, guint16 measure)
{
  const VbMeasureRule key = { .measure = measure };
  const VbMeasureRule *rule = self->n_measures > 0 ? bsearch (&key, self->rules, self->n_measures,
                                                              sizeof key, compare_rules)
                                                   : NULL;

  return rule != NULL ? (guint32) (rule - self->rules) : self->n_measures;
}

/* The first index after @i whose unit, measure or grain is another: leaps that double, then halves,
 * since runs are long. */
static gsize
find_run_end (const VbObservationInput *o, gsize i)
{
#define IS_SAME(k)                                                                                 \
  (o->unit[k] == o->unit[i] && o->measure[k] == o->measure[i] && o->grain[k] == o->grain[i])
  gsize low = i; /* the same */
  gsize high;
  gsize step = 1;

  while (low + step < o->n && IS_SAME (low + step))
    {
      low += step;
      step *= 2;
    }
  high = MIN (low + step, o->n); /* another, or the end */
  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;

      if (IS_SAME (middle))
        low = middle;
      else
        high = middle;
    }

  return high;
#undef IS_SAME
}

/* NULL with @error when the runs are not in order. */
static GArray *
find_runs (const VbAggregate *self,
           const VbTreeInput *tree,
           const VbObservationInput *o,
           GError **error)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (VbAggregateRun));

  for (gsize i = 0, end; i < o->n; i = end)
    {
      VbAggregateRun run = { o->unit[i], _vb_aggregate_find_measure (self, o->measure[i]),
                             o->grain[i], i, 0 };

      end = run.end = find_run_end (o, i);
      if (o->unit[i] >= tree->n || o->grain[i] >= VB_N_GRAINS
          || (i > 0
              && (o->unit[i] < o->unit[i - 1]
                  || (o->unit[i] == o->unit[i - 1]
                      && (o->measure[i] < o->measure[i - 1]
                          || (o->measure[i] == o->measure[i - 1]
                              && o->grain[i] < o->grain[i - 1]))))))
        {
          g_set_error (error, VB_ERROR, VB_ERROR_INVALID, _ ("The observations are not sorted."));
          return NULL;
        }
      if (run.measure < self->n_measures)
        g_array_append_val (runs, run);
    }

  return g_steal_pointer (&runs);
}

static void
create_cells (VbAggregate *self, guint32 measure)
{
  gsize n = (gsize) self->n_rows * self->n_periods;
  const VbAggregateCell missing = { .value = NAN, .nature = self->rules[measure].nature };

  if (self->cells[measure] != NULL)
    return;

  self->cells[measure] = g_new (VbAggregateCell, n + 1);
  for (gsize i = 0; i < n; i++)
    self->cells[measure][i] = missing;

  if (self->rules[measure].nature == VB_NATURE_RATIO)
    {
      self->weights[measure] = g_new (double, n + 1);
      for (gsize i = 0; i < n; i++)
        self->weights[measure][i] = NAN;
    }
}

/* The units' own figures; ratios in a second pass, because they are weighted with the first. */
static gboolean
roll_up_own (VbAggregate *self,
             const VbObservationInput *observations,
             const GArray *runs,
             GCancellable *cancellable,
             GError **error)
{
  const VbAggregateRun *all = (const VbAggregateRun *) (gpointer) runs->data;
  g_autoptr (VbOwnRollUp) roll_up = _vb_own_roll_up_new (self, observations, all, runs->len);

  for (guint i = 0; i < runs->len; i++)
    create_cells (self, all[i].measure);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0, end; i < runs->len; i = end)
      {
        gboolean is_ratio = self->rules[all[i].measure].nature == VB_NATURE_RATIO;

        end = i + 1;
        while (end < runs->len && all[end].unit == all[i].unit
               && all[end].measure == all[i].measure)
          end++;
        if (is_ratio != (pass == 1))
          continue;
        if (g_cancellable_set_error_if_cancelled (cancellable, error)
            || !_vb_own_roll_up_run (roll_up, &all[i], end - i, error))
          return FALSE;
      }

  return TRUE;
}

gboolean
_vb_aggregate_is_expected (const VbAggregate *self,
                           const gboolean *expected,
                           const VbAggregateCell *const *cells,
                           guint n_cells,
                           guint row)
{
  const VbAggregateRow *r = &self->rows[row];

  for (guint i = 0; i < r->n_children; i++)
    if (expected[self->children[r->first_child + i]])
      return TRUE;

  if (r->n_children == 0 && r->has_beds)
    return TRUE;

  for (guint i = 0; i < n_cells; i++)
    for (guint period = 0; cells[i] != NULL && period < self->n_periods; period++)
      if (cells[i][_vb_aggregate_get_index (self, row, period)].own)
        return TRUE;

  return FALSE;
}

/* What a parent's children come to in one period. */
typedef struct
{
  double per_day;  /* stock, flow: Σ value a day; ratio: Σ weight a day */
  double amount;   /* stock, flow: Σ value a day × days; ratio: Σ weight */
  double product;  /* ratio: Σ value × weight */
  double days;     /* Σ days */
  double alone;    /* ratio: the value, while there is only one */
  double presence; /* Σ presence */
  guint n;         /* children with figures */
  guint n_weighted;
  guint8 provenance;
} Children;

static Children
add_up_children (const VbAggregate *self, guint32 measure, guint32 row, guint period)
{
  const VbAggregateRow *r = &self->rows[row];
  Children sum = { 0 };

  for (guint i = 0; i < r->n_children; i++)
    {
      gsize index = _vb_aggregate_get_index (self, self->children[r->first_child + i], period);
      const VbAggregateCell *cell = &self->cells[measure][index];
      double per_day;

      if (!(cell->days > 0))
        continue;

      sum.n++;
      sum.days += cell->days;
      sum.alone = cell->value;
      sum.provenance = MAX (sum.provenance, cell->provenance);
      if (cell->nature != VB_NATURE_RATIO)
        {
          per_day = vb_aggregate_cell_get_per_day (cell);
          sum.per_day += per_day;
          sum.amount += per_day * cell->days;
          sum.product += cell->value;
          sum.presence += cell->presence;
        }
      else if (self->weights[measure][index] > 0)
        {
          double weight = self->weights[measure][index];

          sum.per_day += weight / cell->days;
          sum.amount += weight;
          sum.product += cell->value * weight;
          sum.presence += cell->presence;
          sum.n_weighted++;
        }
      else if (r->n_children == 1)
        {
          sum.presence = cell->presence;
        }
    }

  return sum;
}

/* A parent without a figure of its own is the sum of its children's, each a day on the average of
 * the days it has data for: a child's missing days count as its mean day, a missing child counts
 * nothing and shows as coverage.
 *
 *   stock = Σ stockᵢ        flow = Σ flowᵢ (what was recorded, nothing added)
 *   days  = Σ per dayᵢ × daysᵢ ÷ Σ per dayᵢ
 *
 * so that a flow ÷ its days is the sum of the children's flows a day also where some lack days;
 * that is the mean of the children's days, each weighted with its size.
 *
 *   ratio = Σ ratioᵢ × weightᵢ ÷ Σ weightᵢ over the children that have a weight
 *   presence = Σ presenceᵢ ÷ children       coverage = days ÷ calendar days × presence */
static void
finish_parent (VbAggregate *self, guint32 measure, guint32 row, guint period, guint n_expected)
{
  gsize index = _vb_aggregate_get_index (self, row, period);
  Children sum = add_up_children (self, measure, row, period);
  guint8 nature = self->rules[measure].nature;
  int length = self->starts[period + 1] - self->starts[period];
  double days = sum.days / MAX (sum.n, 1);
  double value;
  VbAggregateCell *cell = &self->cells[measure][index];

  if (sum.n == 0)
    return;

  if (nature == VB_NATURE_STOCK)
    value = sum.per_day;
  else if (nature == VB_NATURE_FLOW)
    value = sum.product;
  else if (sum.n_weighted > 0)
    value = sum.product / sum.amount;
  else if (self->rows[row].n_children == 1)
    value = sum.alone;
  else
    return;

  /* Where nothing is counted, or where signs differ, there is no size to weight the days with. */
  if (sum.per_day > 0 && sum.amount > 0)
    days = MIN (sum.amount / sum.per_day, length);
  if (nature == VB_NATURE_RATIO && sum.n_weighted > 0)
    self->weights[measure][index] = sum.amount;

  *cell = (VbAggregateCell){
    .value = value,
    .days = days,
    .presence = (float) (sum.presence / n_expected),
    .provenance = sum.provenance,
    .nature = nature,
  };
  cell->coverage = days / length * (sum.presence / n_expected);
}

static void
add_up_parents (VbAggregate *self, guint32 measure)
{
  const VbAggregateCell *cells = self->cells[measure];
  g_autofree gboolean *expected = g_new0 (gboolean, self->n_rows + 1);

  for (guint32 row = self->n_rows; row-- > 0;)
    {
      const VbAggregateRow *r = &self->rows[row];
      guint n_expected = 0;

      expected[row] = _vb_aggregate_is_expected (self, expected, &cells, 1, row);
      for (guint i = 0; i < r->n_children; i++)
        n_expected += expected[self->children[r->first_child + i]];
      if (n_expected == 0)
        continue;

      for (guint period = 0; period < self->n_periods; period++)
        if (!cells[_vb_aggregate_get_index (self, row, period)].own)
          finish_parent (self, measure, row, period, n_expected);
    }
}

VbAggregate *
vb_aggregate_new (const VbTreeInput *tree,
                  const VbObservationInput *observations,
                  const VbMeasureRule *rules,
                  guint n_rules,
                  VbGrain grain,
                  VbDay first,
                  guint n_periods,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (VbAggregate) self = NULL;
  g_autoptr (GArray) runs = NULL;
  g_autofree gboolean *has_own = NULL;

  g_return_val_if_fail (vb_grain_floor (grain, first) == first, NULL);

  if (!check_tree (tree, error))
    return NULL;

  self = g_new0 (VbAggregate, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->grain = grain;
  self->n_periods = n_periods;
  self->starts = g_new (VbDay, n_periods + 1);
  for (guint i = 0; i <= n_periods; i++)
    self->starts[i] = vb_grain_add (grain, first, (int) i);

  self->n_measures = n_rules;
  self->rules = g_memdup2 (rules, n_rules * sizeof *rules);
  if (n_rules > 0)
    qsort (self->rules, n_rules, sizeof *self->rules, compare_rules);
  self->cells = g_new0 (VbAggregateCell *, n_rules + 1);
  self->weights = g_new0 (double *, n_rules + 1);

  runs = find_runs (self, tree, observations, error);
  if (runs == NULL)
    return NULL;

  has_own = g_new0 (gboolean, tree->n + 1);
  for (guint i = 0; i < runs->len; i++)
    has_own[g_array_index (runs, VbAggregateRun, i).unit] = TRUE;
  build_rows (self, tree, has_own);

  if (!roll_up_own (self, observations, runs, cancellable, error))
    return NULL;

  for (guint32 measure = 0; measure < n_rules; measure++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (self->cells[measure] != NULL)
        add_up_parents (self, measure);
    }

  return g_steal_pointer (&self);
}

VbAggregate *
vb_aggregate_ref (VbAggregate *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
vb_aggregate_unref (VbAggregate *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_measures; i++)
    {
      g_free (self->cells[i]);
      g_free (self->weights[i]);
    }
  g_free (self->cells);
  g_free (self->weights);
  g_free (self->rules);
  g_free (self->rows);
  g_free (self->children);
  g_free (self->first_row);
  g_free (self->own_row);
  g_free (self->starts);
  g_free (self);
}

guint
vb_aggregate_get_n_periods (const VbAggregate *self)
{
  return self->n_periods;
}

VbPeriod
vb_aggregate_get_period (const VbAggregate *self, guint period)
{
  g_return_val_if_fail (period < self->n_periods, ((VbPeriod){ self->grain, VB_DAY_NONE }));

  return (VbPeriod){ self->grain, self->starts[period] };
}

const VbAggregateCell *
_vb_aggregate_get_cells (const VbAggregate *self, guint16 measure)
{
  guint32 index = _vb_aggregate_find_measure (self, measure);

  return index < self->n_measures ? self->cells[index] : NULL;
}

guint
vb_aggregate_get_groups (const VbAggregate *self, guint unit)
{
  guint groups = 0;

  g_return_val_if_fail (unit < self->n_units, 0);

  for (guint32 row = self->first_row[unit]; row < self->first_row[unit + 1]; row++)
    groups |= 1u << self->rows[row].group;

  return groups;
}

const VbAggregateCell *
vb_aggregate_get_for_group (
    const VbAggregate *self, guint16 measure, guint unit, VbCareGroup group, guint period)
{
  const VbAggregateCell *cells = _vb_aggregate_get_cells (self, measure);
  guint32 row;

  g_return_val_if_fail (unit < self->n_units && period < self->n_periods, NULL);

  row = find_row (self, unit, group);
  return cells != NULL && row != VB_NO_ROW ? &cells[_vb_aggregate_get_index (self, row, period)]
                                           : NULL;
}

const VbAggregateCell *
vb_aggregate_get (const VbAggregate *self, guint16 measure, guint unit, guint period)
{
  guint32 first;

  g_return_val_if_fail (unit < self->n_units, NULL);

  first = self->first_row[unit];
  if (self->first_row[unit + 1] - first > 1 && self->rows[first].group != VB_CARE_GROUP_NONE)
    return NULL;
  return vb_aggregate_get_for_group (self, measure, unit, (VbCareGroup) self->rows[first].group,
                                     period);
}
