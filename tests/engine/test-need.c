/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

#include <math.h>

#include "vb-error.h"

static void
assert_near (double value, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat (fabs (value - expected), <=, 1e-9 * (1 + fabs (expected)));
}

static VbNeedInput
make_input (Figures *figures, const VbAggregate *aggregate)
{
  return (VbNeedInput){
    .tree = &figures->tree,
    .aggregate = aggregate,
    .default_target = 0.9,
    .override_target = NAN,
    .occupied_includes_overcrowded = TRUE,
  };
}

static VbNeedResult *
run (const VbNeedInput *input)
{
  g_autoptr (GError) error = NULL;
  VbNeedResult *result = vb_need_run (input, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->n_periods, ==, vb_aggregate_get_n_periods (input->aggregate));
  return result;
}

/* The figures of one row; there must be one. */
static const VbNeedFigures *
get (const VbNeedResult *result, guint unit, VbCareGroup group, guint period)
{
  for (guint row = 0; row < result->n_rows; row++)
    if (result->keys[row].unit == unit && result->keys[row].group == group)
      return &result->figures[row * result->n_periods + period];

  g_error ("unit %u has no row for care group %d", unit, group);
}

static void
test_leaf (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;
  g_autoptr (VbNeedResult) result = NULL;
  const VbNeedFigures *f;
  VbNeedInput input;

  figures_add (figures, ward, VB_MEASURE_BED_DAYS, VB_GRAIN_MONTH, "2024-01-01", 744);
  figures_add (figures, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_MONTH, "2024-01-01", 22);
  figures_add (figures, ward, VB_MEASURE_ESTABLISHED_BEDS, VB_GRAIN_MONTH, "2024-01-01", 28);
  figures_add (figures, ward, VB_MEASURE_OVERCROWDING, VB_GRAIN_MONTH, "2024-01-01", 2);
  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-02-01", 18);
  figures_add (figures, ward, VB_MEASURE_AVAILABLE_BED_DAYS, VB_GRAIN_MONTH, "2024-02-01", 580);
  aggregate = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-01-01", 3);
  input = make_input (figures, aggregate);
  result = run (&input);

  /* 744 bed days in 31 days: 24 patients, 24 / 0.9 beds; 22 beds are 4.67 too few. */
  f = get (result, ward, VB_CARE_GROUP_SOMATIC, 0);
  assert_near (f->days, 31);
  assert_near (f->bed_days, 744);
  assert_near (f->occupied_beds, 24);
  assert_near (f->available_beds, 22);
  assert_near (f->established_beds, 28);
  assert_near (f->overcrowding, 2);
  assert_near (f->occupancy, 24.0 / 22);
  assert_near (f->target_occupancy, 0.9);
  assert_near (f->need_beds, 24 / 0.9);
  assert_near (f->gap_beds, 22 - 24 / 0.9);
  assert_near (f->gap_share, (22 - 24 / 0.9) / (24 / 0.9));
  assert_near (f->coverage, 1);
  g_assert_cmpint (f->own, ==, TRUE);
  g_assert_cmpint (f->provenance, ==, VB_PROVENANCE_REPORTED);
  g_assert_cmpint (f->target_unit_steps, ==, -1);

  /* Without bed days: occupied × days; without available beds: available bed days ÷ days. */
  f = get (result, ward, VB_CARE_GROUP_SOMATIC, 1);
  assert_near (f->bed_days, 18 * 29);
  assert_near (f->need_beds, 20);
  assert_near (f->available_beds, 20);
  assert_near (f->gap_beds, 0);

  /* Nothing known. */
  f = get (result, ward, VB_CARE_GROUP_SOMATIC, 2);
  assert_near (f->days, 0);
  assert_near (f->bed_days, NAN);
  assert_near (f->need_beds, NAN);
  assert_near (f->gap_beds, NAN);
  assert_near (f->occupancy, NAN);
  assert_near (f->coverage, 0);
}

/* A published need stands where there are no bed days, whatever the target; a parent adds it to the
 * computed ones, but then no longer knows its bed days. */
static void
test_published_need (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint nation = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  guint published = figures_add_unit (figures, (int) nation, VB_CARE_TYPE_SOMATIC);
  guint computed = figures_add_unit (figures, (int) nation, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;
  g_autoptr (VbNeedResult) result = NULL;
  const VbNeedFigures *f;
  VbNeedInput input;

  figures_add (figures, published, VB_MEASURE_NEEDED_BEDS, VB_GRAIN_YEAR, "2023-01-01", 17830);
  figures_add (figures, published, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_YEAR, "2023-01-01", 15600);
  figures_add (figures, published, VB_MEASURE_NEEDED_BEDS, VB_GRAIN_YEAR, "2024-01-01", 5);
  figures_add (figures, published, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_YEAR, "2024-01-01", 90);
  figures_add (figures, computed, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_YEAR, "2023-01-01", 90);
  aggregate = figures_aggregate (figures, VB_GRAIN_YEAR, "2023-01-01", 2);
  input = make_input (figures, aggregate);
  result = run (&input);

  f = get (result, published, VB_CARE_GROUP_SOMATIC, 0);
  assert_near (f->need_beds, 17830);
  assert_near (f->gap_beds, -2230);
  assert_near (f->gap_share, -2230.0 / 17830);
  assert_near (f->bed_days, NAN);
  assert_near (f->occupancy, NAN);
  assert_near (f->target_occupancy, NAN);
  assert_near (f->days, 365);
  g_assert_cmpint (f->own, ==, TRUE);
  /* Bed days go before it. */
  assert_near (get (result, published, VB_CARE_GROUP_SOMATIC, 1)->need_beds, 100);

  f = get (result, nation, VB_CARE_GROUP_SOMATIC, 0);
  assert_near (f->need_beds, 17830 + 100);
  assert_near (f->bed_days, NAN);
  assert_near (f->target_occupancy, NAN);
  assert_near (f->days, 365);
}

/* Ten of 29 days: the mean of those days, and their share as coverage. */
static void
test_missing_days (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;
  g_autoptr (VbNeedResult) result = NULL;
  const VbNeedFigures *f;
  VbNeedInput input;

  for (int day = 1; day <= 10; day++)
    {
      VbDay start = vb_day_from_ymd (2024, 2, day);

      figures_add_day (figures, ward, VB_MEASURE_BED_DAYS, VB_GRAIN_DAY, start, 9);
      figures_add_day (figures, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, start, 10);
    }
  aggregate = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-02-01", 1);
  input = make_input (figures, aggregate);
  result = run (&input);
  f = get (result, ward, VB_CARE_GROUP_SOMATIC, 0);
  assert_near (f->days, 10);
  assert_near (f->bed_days, 90);
  assert_near (f->need_beds, 10);
  assert_near (f->gap_beds, 0);
  assert_near (f->coverage, 10.0 / 29);
}

/* No beds and patients all the same: the gap is the whole need, occupancy has no meaning. */
static void
test_zero_beds (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  guint empty = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;
  g_autoptr (VbNeedResult) result = NULL;
  const VbNeedFigures *f;
  VbNeedInput input;

  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-01-01", 9);
  figures_add (figures, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_MONTH, "2024-01-01", 0);
  figures_add (figures, empty, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-01-01", 0);
  figures_add (figures, empty, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_MONTH, "2024-01-01", 4);
  aggregate = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-01-01", 1);
  input = make_input (figures, aggregate);
  result = run (&input);

  f = get (result, ward, VB_CARE_GROUP_SOMATIC, 0);
  assert_near (f->occupancy, NAN);
  assert_near (f->need_beds, 10);
  assert_near (f->gap_beds, -10);
  assert_near (f->gap_share, -1);

  f = get (result, empty, VB_CARE_GROUP_SOMATIC, 0);
  assert_near (f->occupancy, 0);
  assert_near (f->need_beds, 0);
  assert_near (f->gap_beds, 4);
  assert_near (f->gap_share, NAN);
  assert_near (f->target_occupancy, 0.9);
}

static void
test_corrections (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  guint half = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  guint full = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;
  g_autoptr (VbNeedResult) included = NULL;
  g_autoptr (VbNeedResult) added = NULL;
  VbNeedInput input;

  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-04-01", 18);
  figures_add (figures, ward, VB_MEASURE_OVERCROWDING, VB_GRAIN_MONTH, "2024-04-01", 2);
  figures_add (figures, ward, VB_MEASURE_OUTLIERS_OUT, VB_GRAIN_MONTH, "2024-04-01", 3);
  figures_add (figures, ward, VB_MEASURE_OUTLIERS_IN, VB_GRAIN_MONTH, "2024-04-01", 1);
  /* Only one of the two is known: nothing is corrected. */
  figures_add (figures, half, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-04-01", 18);
  figures_add (figures, half, VB_MEASURE_OUTLIERS_OUT, VB_GRAIN_MONTH, "2024-04-01", 3);
  /* More taken in than there are. */
  figures_add (figures, full, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-04-01", 1);
  figures_add (figures, full, VB_MEASURE_OUTLIERS_OUT, VB_GRAIN_MONTH, "2024-04-01", 0);
  figures_add (figures, full, VB_MEASURE_OUTLIERS_IN, VB_GRAIN_MONTH, "2024-04-01", 2);
  aggregate = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-04-01", 1);

  input = make_input (figures, aggregate);
  included = run (&input);
  assert_near (get (included, ward, VB_CARE_GROUP_SOMATIC, 0)->bed_days, 20 * 30);
  assert_near (get (included, half, VB_CARE_GROUP_SOMATIC, 0)->bed_days, 18 * 30);
  assert_near (get (included, full, VB_CARE_GROUP_SOMATIC, 0)->bed_days, 0);

  input.occupied_includes_overcrowded = FALSE;
  input.hidden_demand = 0.05;
  added = run (&input);
  assert_near (get (added, ward, VB_CARE_GROUP_SOMATIC, 0)->bed_days, 22 * 30 * 1.05);
  assert_near (get (added, ward, VB_CARE_GROUP_SOMATIC, 0)->need_beds, 22 * 1.05 / 0.9);
}

/* A parent without figures of its own: its need is the sum of its children's, its target the one
 * that gives that need. */
static void
test_parent_adds_up (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint parent = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  guint a = figures_add_unit (figures, (int) parent, VB_CARE_TYPE_SOMATIC);
  guint b = figures_add_unit (figures, (int) parent, VB_CARE_TYPE_SOMATIC);
  guint c = figures_add_unit (figures, (int) parent, VB_CARE_TYPE_SOMATIC);
  const VbTargetInput targets[] = { { a, VB_CARE_TYPE_NONE, VB_DAY_NONE, 0.8 } };
  g_autoptr (VbAggregate) aggregate = NULL;
  g_autoptr (VbNeedResult) result = NULL;
  const VbNeedFigures *f;
  VbNeedInput input;

  figures_add (figures, a, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-04-01", 16);
  figures_add (figures, a, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_MONTH, "2024-04-01", 18);
  for (int day = 1; day <= 15; day++)
    figures_add_day (figures, b, VB_MEASURE_BED_DAYS, VB_GRAIN_DAY, vb_day_from_ymd (2024, 4, day),
                     9);
  figures_add (figures, b, VB_MEASURE_AVAILABLE_BED_DAYS, VB_GRAIN_MONTH, "2024-04-01", 330);
  g_assert_cmpuint (c, ==, 3); /* has nothing */
  aggregate = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-04-01", 1);
  input = make_input (figures, aggregate);
  input.targets = targets;
  input.n_targets = G_N_ELEMENTS (targets);
  result = run (&input);

  f = get (result, parent, VB_CARE_GROUP_SOMATIC, 0);
  assert_near (f->bed_days, 16 * 30 + 9 * 15);
  assert_near (f->occupied_beds, 25);
  assert_near (f->days, (16 * 30 + 9 * 15) / 25.0);
  assert_near (f->need_beds, 20 + 10);
  assert_near (f->target_occupancy, 25.0 / 30);
  assert_near (f->target_occupancy, f->bed_days / (f->days * f->need_beds));
  assert_near (f->available_beds, 18 + 11);
  assert_near (f->gap_beds, -1);
  assert_near (f->occupancy, 25.0 / 29);
  g_assert_cmpfloat_with_epsilon (f->coverage, f->days / 30 * 2 / 3, 1e-6);
  g_assert_cmpint (f->own, ==, FALSE);
}

static void
test_parent_reports (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint parent = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  guint a = figures_add_unit (figures, (int) parent, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;
  g_autoptr (VbNeedResult) result = NULL;
  const VbNeedFigures *f;
  VbNeedInput input;

  figures_add (figures, a, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_YEAR, "2024-01-01", 9);
  figures_add (figures, a, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_YEAR, "2024-01-01", 10);
  figures_add (figures, a, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_YEAR, "2025-01-01", 9);
  figures_add (figures, parent, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_YEAR, "2024-01-01", 45);
  figures_add (figures, parent, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_YEAR, "2025-01-01", 60);
  aggregate = figures_aggregate (figures, VB_GRAIN_YEAR, "2024-01-01", 2);
  input = make_input (figures, aggregate);
  result = run (&input);

  f = get (result, parent, VB_CARE_GROUP_SOMATIC, 0);
  g_assert_cmpint (f->own, ==, TRUE);
  assert_near (f->need_beds, 50);
  assert_near (f->available_beds, 10); /* its children's, as it told none */

  f = get (result, parent, VB_CARE_GROUP_SOMATIC, 1);
  g_assert_cmpint (f->own, ==, FALSE);
  assert_near (f->need_beds, 10); /* its children's */
  assert_near (f->available_beds, 60);
}

/* Care groups never come together, but for a total that the unit reported. */
static void
test_care_groups (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint nation = figures_add_unit (figures, -1, VB_CARE_TYPE_NONE);
  guint mixed = figures_add_unit (figures, (int) nation, VB_CARE_TYPE_NONE);
  guint medicine = figures_add_unit (figures, (int) mixed, VB_CARE_TYPE_SOMATIC);
  guint geriatrics = figures_add_unit (figures, (int) mixed, VB_CARE_TYPE_GERIATRIC);
  guint icu = figures_add_unit (figures, (int) mixed, VB_CARE_TYPE_ICU);
  guint clinic = figures_add_unit (figures, (int) nation, VB_CARE_TYPE_PSYCHIATRIC);
  g_autoptr (VbAggregate) aggregate = NULL;
  g_autoptr (VbNeedResult) result = NULL;
  VbNeedInput input;

  figures_add (figures, medicine, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_YEAR, "2024-01-01", 9);
  figures_add (figures, geriatrics, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_YEAR, "2024-01-01", 18);
  figures_add (figures, icu, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_YEAR, "2024-01-01", 4.5);
  figures_add (figures, clinic, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_YEAR, "2024-01-01", 27);
  figures_add (figures, mixed, VB_MEASURE_BED_DAYS, VB_GRAIN_YEAR, "2024-01-01", 366 * 36);
  figures_add (figures, nation, VB_MEASURE_POPULATION, VB_GRAIN_YEAR, "2024-01-01", 1e6);
  aggregate = figures_aggregate (figures, VB_GRAIN_YEAR, "2024-01-01", 1);
  input = make_input (figures, aggregate);
  result = run (&input);

  /* Nation: three groups and, having reported only its population, no total. */
  g_assert_cmpuint (result->n_rows, ==, 3 + 3 + 4);
  assert_near (get (result, nation, VB_CARE_GROUP_SOMATIC, 0)->need_beds, 30);
  assert_near (get (result, nation, VB_CARE_GROUP_ICU, 0)->need_beds, 5);
  assert_near (get (result, nation, VB_CARE_GROUP_PSYCHIATRIC, 0)->need_beds, 30);
  assert_near (get (result, mixed, VB_CARE_GROUP_NONE, 0)->need_beds, 40);
  assert_near (get (result, mixed, VB_CARE_GROUP_SOMATIC, 0)->need_beds, 30);
  assert_near (get (result, mixed, VB_CARE_GROUP_ICU, 0)->need_beds, 5);
  for (guint row = 1; row < result->n_rows; row++)
    g_assert_cmpuint (result->keys[row].unit, >=, result->keys[row - 1].unit);
}

typedef struct
{
  Figures *figures;
  guint region, hospital, medicine, geriatrics, icu;
  VbAggregate *aggregate;
} TargetTree;

static void
assert_target (const TargetTree *t,
               const VbTargetInput *targets,
               guint n,
               guint unit,
               VbCareGroup group,
               double value,
               int steps)
{
  VbNeedInput input = make_input (t->figures, t->aggregate);
  g_autoptr (VbNeedResult) result = NULL;
  const VbNeedFigures *f;

  input.targets = targets;
  input.n_targets = n;
  result = run (&input);
  f = get (result, unit, group, 0);
  assert_near (f->target_occupancy, value);
  g_assert_cmpint (f->target_unit_steps, ==, steps);
  assert_near (f->need_beds, 9 / value);
}

/* As when need is computed, but on one day. */
static void
assert_listed (const TargetTree *t, const VbTargetInput *targets, guint n, VbDay day, double value)
{
  VbNeedInput input = make_input (t->figures, t->aggregate);
  g_autofree double *listed = NULL;

  input.targets = targets;
  input.n_targets = n;
  listed = vb_need_list_targets (&input, VB_CARE_GROUP_SOMATIC, day);
  assert_near (listed[t->medicine], value);
  assert_near (listed[t->region], 0.95);
}

static void
test_targets (void)
{
  g_autoptr (Figures) figures = figures_new ();
  TargetTree t = { .figures = figures };
  g_autoptr (VbAggregate) aggregate = NULL;
  const guint document = G_MAXUINT32;

  t.region = figures_add_unit (figures, -1, VB_CARE_TYPE_NONE);
  t.hospital = figures_add_unit (figures, (int) t.region, VB_CARE_TYPE_NONE);
  t.medicine = figures_add_unit (figures, (int) t.hospital, VB_CARE_TYPE_SOMATIC);
  t.geriatrics = figures_add_unit (figures, (int) t.hospital, VB_CARE_TYPE_GERIATRIC);
  t.icu = figures_add_unit (figures, (int) t.hospital, VB_CARE_TYPE_ICU);
  for (guint unit = t.medicine; unit <= t.icu; unit++)
    figures_add (figures, unit, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-04-01", 9);
  t.aggregate = aggregate = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-04-01", 1);

  {
    /* Nothing, or nothing that counts: the default. */
    const VbTargetInput targets[] = {
      { t.medicine, VB_CARE_TYPE_NONE, vb_day_from_ymd (2024, 5, 1), 0.5 },
      { t.medicine, VB_CARE_TYPE_ICU, VB_DAY_NONE, 0.5 },
      { t.icu, VB_CARE_TYPE_NONE, VB_DAY_NONE, 0 },
    };

    assert_target (&t, NULL, 0, t.medicine, VB_CARE_GROUP_SOMATIC, 0.9, -1);
    assert_target (&t, targets, 3, t.medicine, VB_CARE_GROUP_SOMATIC, 0.9, -1);
    assert_target (&t, targets, 3, t.icu, VB_CARE_GROUP_ICU, 0.9, -1);
  }
  {
    /* A far one for the care type comes before a near one without. */
    const VbTargetInput targets[] = {
      { t.region, VB_CARE_TYPE_ICU, VB_DAY_NONE, 0.7 },
      { t.hospital, VB_CARE_TYPE_NONE, VB_DAY_NONE, 0.85 },
    };

    assert_target (&t, targets, 2, t.icu, VB_CARE_GROUP_ICU, 0.7, 2);
    assert_target (&t, targets, 2, t.medicine, VB_CARE_GROUP_SOMATIC, 0.85, 1);
  }
  {
    /* The unit's own comes first, and the newest of those in force. */
    const VbTargetInput targets[] = {
      { t.region, VB_CARE_TYPE_SOMATIC, VB_DAY_NONE, 0.95 },
      { t.medicine, VB_CARE_TYPE_NONE, VB_DAY_NONE, 0.6 },
      { t.medicine, VB_CARE_TYPE_NONE, vb_day_from_ymd (2024, 1, 1), 0.8 },
      { t.medicine, VB_CARE_TYPE_NONE, vb_day_from_ymd (2025, 1, 1), 0.5 },
    };

    assert_target (&t, targets, 4, t.medicine, VB_CARE_GROUP_SOMATIC, 0.8, 0);
    /* Geriatric care is somatic. */
    assert_target (&t, targets, 4, t.geriatrics, VB_CARE_GROUP_SOMATIC, 0.95, 2);

    assert_listed (&t, targets, 4, vb_day_from_ymd (2023, 12, 31), 0.6);
    assert_listed (&t, targets, 4, vb_day_from_ymd (2024, 4, 1), 0.8);
    assert_listed (&t, targets, 4, vb_day_from_ymd (2025, 1, 1), 0.5);
  }
  {
    const VbTargetInput targets[] = {
      { t.region, VB_CARE_TYPE_SOMATIC, VB_DAY_NONE, 0.95 },
      { t.region, VB_CARE_TYPE_GERIATRIC, VB_DAY_NONE, 0.93 },
      { document, VB_CARE_TYPE_NONE, VB_DAY_NONE, 0.88 },
      { document, VB_CARE_TYPE_ICU, VB_DAY_NONE, 0.75 },
    };

    assert_target (&t, targets, 4, t.geriatrics, VB_CARE_GROUP_SOMATIC, 0.93, 2);
    assert_target (&t, targets, 4, t.icu, VB_CARE_GROUP_ICU, 0.75, -1);
  }
  {
    /* From 16 April on: half the days at 0.8, half at 1. */
    const VbTargetInput targets[] = {
      { t.hospital, VB_CARE_TYPE_NONE, VB_DAY_NONE, 0.8 },
      { t.hospital, VB_CARE_TYPE_NONE, vb_day_from_ymd (2024, 4, 16), 1 },
    };

    assert_target (&t, targets, 2, t.icu, VB_CARE_GROUP_ICU, 2 / (1 / 0.8 + 1 / 1.0), 1);
  }
}

static void
test_override (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_NONE);
  const VbTargetInput targets[] = { { ward, VB_CARE_TYPE_NONE, VB_DAY_NONE, 0.8 } };
  g_autoptr (VbAggregate) aggregate = NULL;
  g_autoptr (VbNeedResult) result = NULL;
  VbNeedInput input;

  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-04-01", 17);
  aggregate = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-04-01", 1);
  input = make_input (figures, aggregate);
  input.targets = targets;
  input.n_targets = 1;
  input.override_target = 0.85;
  result = run (&input);
  assert_near (get (result, ward, VB_CARE_GROUP_NONE, 0)->need_beds, 20);
}

/* Of random organisations: need falls as the target rises, nothing is negative, and what the
 * children of a parent without figures need is what the parent needs. */
static void
test_invariants (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (Figures) figures = figures_new ();
      g_autoptr (VbAggregate) aggregate = NULL;
      g_autoptr (VbNeedResult) low = NULL;
      g_autoptr (VbNeedResult) high = NULL;
      VbNeedInput input;

      figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
      for (int i = 1; i < 30; i++)
        {
          guint unit = figures_add_unit (figures, g_rand_int_range (rand, MAX (0, i - 4), i),
                                         VB_CARE_TYPE_SOMATIC);

          for (int day = 0; day < 90; day++)
            if (g_rand_int_range (rand, 0, 4) > 0)
              figures_add_day (figures, unit,
                               g_rand_boolean (rand) ? VB_MEASURE_OCCUPIED_BEDS
                                                     : VB_MEASURE_AVAILABLE_BEDS,
                               VB_GRAIN_DAY, vb_day_from_ymd (2024, 1, 1) + day,
                               g_rand_double_range (rand, 0, 30));
        }
      aggregate = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-01-01", 3);
      input = make_input (figures, aggregate);
      input.hidden_demand = 0.02;
      low = run (&input);
      input.default_target = 0.95;
      high = run (&input);

      for (gsize i = 0; i < (gsize) low->n_rows * low->n_periods; i++)
        {
          const VbNeedFigures *f = &low->figures[i];

          g_assert_cmpfloat (f->need_beds, >, high->figures[i].need_beds);
          g_assert_cmpfloat (f->need_beds, >=, 0);
          g_assert_cmpfloat (f->occupancy, >=, 0);
          g_assert_cmpfloat (f->coverage, >, 0);
          g_assert_cmpfloat (f->coverage, <=, 1);
          assert_near (f->gap_beds, f->available_beds - f->need_beds);
          assert_near (f->target_occupancy, f->bed_days / (f->days * f->need_beds));
          assert_near (f->occupancy, f->bed_days / (f->days * f->available_beds));
        }

      for (guint period = 0; period < low->n_periods; period++)
        {
          const VbNeedFigures *root = get (low, 0, VB_CARE_GROUP_SOMATIC, period);
          double need = 0;

          for (guint unit = 1; unit < figures->tree.n; unit++)
            if (figures->tree.parent[unit] == 0)
              need += get (low, unit, VB_CARE_GROUP_SOMATIC, period)->need_beds;
          g_assert_cmpint (root->own, ==, FALSE);
          assert_near (root->need_beds, need);
        }
    }
}

static void
test_degenerate (void)
{
  g_autoptr (Figures) figures = figures_new ();
  g_autoptr (VbAggregate) aggregate = figures_aggregate (figures, VB_GRAIN_YEAR, "2024-01-01", 2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  VbNeedInput input = make_input (figures, aggregate);
  g_autoptr (VbNeedResult) nothing = run (&input);
  g_autoptr (VbAggregate) one = NULL;

  g_assert_cmpuint (nothing->n_rows, ==, 0);

  figures_add_unit (figures, -1, VB_CARE_TYPE_NONE);
  one = figures_aggregate (figures, VB_GRAIN_YEAR, "2024-01-01", 2);
  input = make_input (figures, one);
  g_cancellable_cancel (cancellable);
  g_assert_null (vb_need_run (&input, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/need/leaf", test_leaf);
  g_test_add_func ("/engine/need/published-need", test_published_need);
  g_test_add_func ("/engine/need/missing-days", test_missing_days);
  g_test_add_func ("/engine/need/zero-beds", test_zero_beds);
  g_test_add_func ("/engine/need/corrections", test_corrections);
  g_test_add_func ("/engine/need/parent-adds-up", test_parent_adds_up);
  g_test_add_func ("/engine/need/parent-reports", test_parent_reports);
  g_test_add_func ("/engine/need/care-groups", test_care_groups);
  g_test_add_func ("/engine/need/targets", test_targets);
  g_test_add_func ("/engine/need/override", test_override);
  g_test_add_func ("/engine/need/invariants", test_invariants);
  g_test_add_func ("/engine/need/degenerate", test_degenerate);
  return g_test_run ();
}
