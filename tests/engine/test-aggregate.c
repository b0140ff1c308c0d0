/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

#include <math.h>

#include "vb-error.h"

#define EPSILON 1e-9

static void
assert_near (double value, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat (fabs (value - expected), <=, EPSILON * (1 + fabs (expected)));
}

static void
assert_cell (const VbAggregate *aggregate,
             VbMeasureId measure,
             guint unit,
             guint period,
             double value,
             double days,
             double coverage,
             gboolean own)
{
  const VbAggregateCell *cell = vb_aggregate_get (aggregate, measure, unit, period);

  g_assert_nonnull (cell);
  assert_near (cell->value, value);
  assert_near (cell->days, days);
  assert_near (cell->coverage, coverage);
  g_assert_cmpint (cell->own, ==, own);
}

static void
assert_missing (const VbAggregate *aggregate, VbMeasureId measure, guint unit, guint period)
{
  assert_cell (aggregate, measure, unit, period, NAN, 0, 0, FALSE);
}

static void
test_days_to_month (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;

  for (int day = 1; day <= 29; day++)
    {
      VbDay start = vb_day_from_ymd (2024, 2, day);

      figures_add_day (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, start, day);
      if (day <= 10)
        figures_add_day (figures, ward, VB_MEASURE_ADMISSIONS, VB_GRAIN_DAY, start, 2);
    }

  aggregate = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-01-01", 3);
  assert_missing (aggregate, VB_MEASURE_OCCUPIED_BEDS, ward, 0);
  assert_cell (aggregate, VB_MEASURE_OCCUPIED_BEDS, ward, 1, 15, 29, 1, TRUE);
  assert_cell (aggregate, VB_MEASURE_ADMISSIONS, ward, 1, 20, 10, 10.0 / 29, TRUE);
  assert_missing (aggregate, VB_MEASURE_OCCUPIED_BEDS, ward, 2);
  g_assert_null (vb_aggregate_get (aggregate, VB_MEASURE_BED_DAYS, ward, 1));
}

/* A value stored at the wanted grain wins over finer ones, also where these tell something else. */
static void
test_exact_wins (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;

  for (int month = 1; month <= 12; month++)
    figures_add_day (figures, ward, VB_MEASURE_BED_DAYS, VB_GRAIN_MONTH,
                     vb_day_from_ymd (2024, month, 1), 100);
  figures_add (figures, ward, VB_MEASURE_BED_DAYS, VB_GRAIN_YEAR, "2024-01-01", 999);
  figures_add (figures, ward, VB_MEASURE_BED_DAYS, VB_GRAIN_MONTH, "2025-01-01", 100);

  aggregate = figures_aggregate (figures, VB_GRAIN_YEAR, "2024-01-01", 2);
  assert_cell (aggregate, VB_MEASURE_BED_DAYS, ward, 0, 999, 366, 1, TRUE);
  assert_cell (aggregate, VB_MEASURE_BED_DAYS, ward, 1, 100, 31, 31.0 / 365, TRUE);
}

/* Coarser figures are never split downward. */
static void
test_coarser_is_not_split (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;

  figures_add (figures, ward, VB_MEASURE_BED_DAYS, VB_GRAIN_YEAR, "2024-01-01", 999);
  figures_add (figures, ward, VB_MEASURE_BED_DAYS, VB_GRAIN_MONTH, "2024-03-01", 100);
  aggregate = figures_aggregate (figures, VB_GRAIN_QUARTER, "2024-01-01", 2);
  assert_cell (aggregate, VB_MEASURE_BED_DAYS, ward, 0, 100, 31, 31.0 / 91, TRUE);
  assert_missing (aggregate, VB_MEASURE_BED_DAYS, ward, 1);
}

/* Week 5 of 2024 runs from 29 January to 4 February: three days and four. */
static void
test_week_across_months (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;

  figures_add (figures, ward, VB_MEASURE_ADMISSIONS, VB_GRAIN_WEEK, "2024-01-29", 70);
  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_WEEK, "2024-01-29", 20);
  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_WEEK, "2024-02-05", 31);
  aggregate = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-01-01", 2);
  assert_cell (aggregate, VB_MEASURE_ADMISSIONS, ward, 0, 30, 3, 3.0 / 31, TRUE);
  assert_cell (aggregate, VB_MEASURE_ADMISSIONS, ward, 1, 40, 4, 4.0 / 29, TRUE);
  assert_cell (aggregate, VB_MEASURE_OCCUPIED_BEDS, ward, 0, 20, 3, 3.0 / 31, TRUE);
  assert_cell (aggregate, VB_MEASURE_OCCUPIED_BEDS, ward, 1, (20 * 4 + 31 * 7) / 11.0, 11,
               11.0 / 29, TRUE);
}

/* Each day counts once, told by the coarsest grain that tells it. */
static void
test_mixed_grains (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;

  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-01-01", 10);
  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_WEEK, "2024-01-29", 20);
  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, "2024-01-15", 500);
  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, "2024-02-04", 500);
  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, "2024-02-05", 30);
  aggregate = figures_aggregate (figures, VB_GRAIN_YEAR, "2024-01-01", 1);
  assert_cell (aggregate, VB_MEASURE_OCCUPIED_BEDS, ward, 0, (10 * 31 + 20 * 4 + 30) / 36.0, 36,
               36.0 / 366, TRUE);
}

static void
test_missing_values (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;

  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, "2024-01-01", 10);
  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, "2024-01-02", NAN);
  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, "2024-01-03", 0);
  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-01-01", NAN);
  aggregate = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-01-01", 1);
  assert_cell (aggregate, VB_MEASURE_OCCUPIED_BEDS, ward, 0, 5, 2, 2.0 / 31, TRUE);
}

static void
test_parents (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint hospital = figures_add_unit (figures, -1, VB_CARE_TYPE_NONE);
  guint department = figures_add_unit (figures, (int) hospital, VB_CARE_TYPE_NONE);
  guint a = figures_add_unit (figures, (int) department, VB_CARE_TYPE_SOMATIC);
  guint b = figures_add_unit (figures, (int) department, VB_CARE_TYPE_SOMATIC);
  guint c = figures_add_unit (figures, (int) hospital, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;

  figures_add (figures, a, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-04-01", 10);
  figures_add (figures, a, VB_MEASURE_BED_DAYS, VB_GRAIN_MONTH, "2024-04-01", 300);
  for (int day = 1; day <= 15; day++)
    {
      VbDay start = vb_day_from_ymd (2024, 4, day);

      figures_add_day (figures, b, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, start, 5);
      figures_add_day (figures, b, VB_MEASURE_BED_DAYS, VB_GRAIN_DAY, start, 5);
    }
  figures_add (figures, hospital, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-05-01", 77);

  aggregate = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-04-01", 2);
  /* 10 × 30 days and 5 × 15: 25 days of 15 patients; c is missing, one of the hospital's two. */
  assert_cell (aggregate, VB_MEASURE_OCCUPIED_BEDS, department, 0, 15, 25, 25.0 / 30, FALSE);
  assert_cell (aggregate, VB_MEASURE_BED_DAYS, department, 0, 375, 25, 25.0 / 30, FALSE);
  assert_near (vb_aggregate_cell_get_per_day (
                   vb_aggregate_get (aggregate, VB_MEASURE_BED_DAYS, department, 0)),
               15);
  assert_cell (aggregate, VB_MEASURE_OCCUPIED_BEDS, hospital, 0, 15, 25, 25.0 / 30 / 2, FALSE);
  assert_missing (aggregate, VB_MEASURE_OCCUPIED_BEDS, c, 0);
  /* Its own report, whatever its children say. */
  assert_cell (aggregate, VB_MEASURE_OCCUPIED_BEDS, hospital, 1, 77, 31, 1, TRUE);
  assert_missing (aggregate, VB_MEASURE_OCCUPIED_BEDS, department, 1);
}

/* Theatres and clinics have no beds to miss. */
static void
test_kinds (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint hospital = figures_add_unit (figures, -1, VB_CARE_TYPE_NONE);
  guint ward = figures_add_unit (figures, (int) hospital, VB_CARE_TYPE_SOMATIC);
  guint theatre = figures_add_unit (figures, (int) hospital, VB_CARE_TYPE_SOMATIC);
  guint clinic = figures_add_unit (figures, (int) hospital, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;

  figures_set_kind (figures, theatre, VB_UNIT_THEATRE);
  figures_set_kind (figures, clinic, VB_UNIT_CLINIC);
  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-04-01", 10);
  figures_add (figures, clinic, VB_MEASURE_ADMISSIONS, VB_GRAIN_MONTH, "2024-04-01", 4);

  aggregate = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-04-01", 1);
  assert_cell (aggregate, VB_MEASURE_OCCUPIED_BEDS, hospital, 0, 10, 30, 1, FALSE);
  assert_cell (aggregate, VB_MEASURE_ADMISSIONS, hospital, 0, 4, 30, 0.5, FALSE);
}

static void
test_care_groups (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint hospital = figures_add_unit (figures, -1, VB_CARE_TYPE_NONE);
  guint medicine = figures_add_unit (figures, (int) hospital, VB_CARE_TYPE_SOMATIC);
  guint geriatrics = figures_add_unit (figures, (int) hospital, VB_CARE_TYPE_GERIATRIC);
  guint icu = figures_add_unit (figures, (int) hospital, VB_CARE_TYPE_ICU);
  g_autoptr (VbAggregate) without_total = NULL;
  g_autoptr (VbAggregate) with_total = NULL;
  const guint groups = 1u << VB_CARE_GROUP_SOMATIC | 1u << VB_CARE_GROUP_ICU;

  figures_add (figures, medicine, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-04-01", 10);
  figures_add (figures, geriatrics, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-04-01", 20);
  figures_add (figures, icu, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-04-01", 5);

  without_total = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-04-01", 1);
  g_assert_cmpuint (vb_aggregate_get_groups (without_total, hospital), ==, groups);
  g_assert_null (vb_aggregate_get (without_total, VB_MEASURE_OCCUPIED_BEDS, hospital, 0));
  assert_near (vb_aggregate_get_for_group (without_total, VB_MEASURE_OCCUPIED_BEDS, hospital,
                                           VB_CARE_GROUP_SOMATIC, 0)
                   ->value,
               30);
  assert_near (vb_aggregate_get_for_group (without_total, VB_MEASURE_OCCUPIED_BEDS, hospital,
                                           VB_CARE_GROUP_ICU, 0)
                   ->value,
               5);
  g_assert_null (vb_aggregate_get_for_group (without_total, VB_MEASURE_OCCUPIED_BEDS, hospital,
                                             VB_CARE_GROUP_PSYCHIATRIC, 0));

  figures_add (figures, hospital, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-04-01", 36);
  with_total = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-04-01", 1);
  g_assert_cmpuint (vb_aggregate_get_groups (with_total, hospital), ==,
                    groups | 1u << VB_CARE_GROUP_NONE);
  assert_cell (with_total, VB_MEASURE_OCCUPIED_BEDS, hospital, 0, 36, 30, 1, TRUE);
  assert_near (vb_aggregate_get_for_group (with_total, VB_MEASURE_OCCUPIED_BEDS, hospital,
                                           VB_CARE_GROUP_SOMATIC, 0)
                   ->value,
               30);
}

/* All the beds of a trust are not intensive care because its ICU alone is told apart. */
static void
test_part_of_care (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint trust = figures_add_unit (figures, -1, VB_CARE_TYPE_NONE);
  guint icu = figures_add_unit (figures, (int) trust, VB_CARE_TYPE_ICU);
  g_autoptr (VbAggregate) aggregate = NULL;

  figures_add (figures, icu, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-04-01", 5);
  figures_add (figures, trust, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2024-04-01", 36);
  aggregate = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-04-01", 1);
  assert_cell (aggregate, VB_MEASURE_OCCUPIED_BEDS, trust, 0, 36, 30, 1, TRUE);
  assert_near (
      vb_aggregate_get_for_group (aggregate, VB_MEASURE_OCCUPIED_BEDS, trust, VB_CARE_GROUP_ICU, 0)
          ->value,
      5);
}

static void
test_ratio_over_time (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;

  /* 31 days at 90 % of 10 beds and 29 at 60 % of 30; by a flow: 8 of 10 and 90 of 100. */
  figures_add (figures, ward, VB_MEASURE_OCCUPANCY, VB_GRAIN_MONTH, "2024-01-01", 0.9);
  figures_add (figures, ward, VB_MEASURE_OCCUPANCY, VB_GRAIN_MONTH, "2024-02-01", 0.6);
  figures_add (figures, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_MONTH, "2024-01-01", 10);
  figures_add (figures, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_MONTH, "2024-02-01", 30);
  figures_add (figures, ward, VB_MEASURE_COMPLETED_WITHIN_90, VB_GRAIN_MONTH, "2024-01-01", 80);
  figures_add (figures, ward, VB_MEASURE_COMPLETED_WITHIN_90, VB_GRAIN_MONTH, "2024-02-01", 90);
  figures_add (figures, ward, VB_MEASURE_COMPLETED, VB_GRAIN_MONTH, "2024-01-01", 10);
  figures_add (figures, ward, VB_MEASURE_COMPLETED, VB_GRAIN_MONTH, "2024-02-01", 100);

  aggregate = figures_aggregate (figures, VB_GRAIN_YEAR, "2024-01-01", 1);
  assert_cell (aggregate, VB_MEASURE_OCCUPANCY, ward, 0, (0.9 * 310 + 0.6 * 870) / (310 + 870), 60,
               60.0 / 366, TRUE);
  assert_cell (aggregate, VB_MEASURE_COMPLETED_WITHIN_90, ward, 0, 100 * 98 / 110.0, 60, 60.0 / 366,
               TRUE);
}

static void
test_ratio_over_units (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint nation = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  guint region = figures_add_unit (figures, (int) nation, VB_CARE_TYPE_SOMATIC);
  guint a = figures_add_unit (figures, (int) region, VB_CARE_TYPE_SOMATIC);
  guint b = figures_add_unit (figures, (int) region, VB_CARE_TYPE_SOMATIC);
  guint c = figures_add_unit (figures, (int) nation, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;

  figures_add (figures, a, VB_MEASURE_OCCUPANCY, VB_GRAIN_YEAR, "2024-01-01", 1.2);
  figures_add (figures, a, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_YEAR, "2024-01-01", 10);
  figures_add (figures, b, VB_MEASURE_OCCUPANCY, VB_GRAIN_YEAR, "2024-01-01", 0.8);
  figures_add (figures, b, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_YEAR, "2024-01-01", 30);
  figures_add (figures, c, VB_MEASURE_OCCUPANCY, VB_GRAIN_YEAR, "2024-01-01", 0.5);

  aggregate = figures_aggregate (figures, VB_GRAIN_YEAR, "2024-01-01", 1);
  assert_cell (aggregate, VB_MEASURE_OCCUPANCY, region, 0, 0.9, 366, 1, FALSE);
  /* c has no beds to weight it with, so it is not there. */
  assert_cell (aggregate, VB_MEASURE_OCCUPANCY, nation, 0, 0.9, 366, 0.5, FALSE);
  assert_cell (aggregate, VB_MEASURE_OCCUPANCY, c, 0, 0.5, 366, 1, TRUE);
}

/* Ratios without any weight are not averaged. */
static void
test_ratio_without_weight (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;

  figures_add (figures, ward, VB_MEASURE_OCCUPANCY, VB_GRAIN_MONTH, "2024-01-01", 0.9);
  figures_add (figures, ward, VB_MEASURE_OCCUPANCY, VB_GRAIN_MONTH, "2024-02-01", 0.6);
  figures_add (figures, ward, VB_MEASURE_OCCUPANCY, VB_GRAIN_MONTH, "2024-04-01", 0.7);
  aggregate = figures_aggregate (figures, VB_GRAIN_QUARTER, "2024-01-01", 2);
  assert_missing (aggregate, VB_MEASURE_OCCUPANCY, ward, 0);
  assert_cell (aggregate, VB_MEASURE_OCCUPANCY, ward, 1, 0.7, 30, 30.0 / 91, TRUE);
}

static void
test_provenance (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint parent = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  guint a = figures_add_unit (figures, (int) parent, VB_CARE_TYPE_SOMATIC);
  guint b = figures_add_unit (figures, (int) parent, VB_CARE_TYPE_SOMATIC);
  g_autoptr (VbAggregate) aggregate = NULL;

  figures_add (figures, a, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, "2024-01-01", 1);
  figures_add (figures, b, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, "2024-01-01", 1);
  g_array_index (figures->rows, FigureRow, 1).provenance = VB_PROVENANCE_ILLUSTRATIVE;
  aggregate = figures_aggregate (figures, VB_GRAIN_MONTH, "2024-01-01", 1);
  g_assert_cmpint (vb_aggregate_get (aggregate, VB_MEASURE_OCCUPIED_BEDS, a, 0)->provenance, ==,
                   VB_PROVENANCE_REPORTED);
  g_assert_cmpint (vb_aggregate_get (aggregate, VB_MEASURE_OCCUPIED_BEDS, parent, 0)->provenance,
                   ==, VB_PROVENANCE_ILLUSTRATIVE);
}

static void
test_degenerate (void)
{
  g_autoptr (Figures) empty = figures_new ();
  g_autoptr (Figures) lone = figures_new ();
  g_autoptr (VbAggregate) nothing = figures_aggregate (empty, VB_GRAIN_YEAR, "2024-01-01", 0);
  g_autoptr (VbAggregate) no_periods = NULL;

  g_assert_cmpuint (vb_aggregate_get_n_periods (nothing), ==, 0);
  figures_add_unit (lone, -1, VB_CARE_TYPE_NONE);
  figures_add (lone, 0, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, "2024-01-01", 1);
  no_periods = figures_aggregate (lone, VB_GRAIN_YEAR, "2024-01-01", 0);
  g_assert_cmpuint (vb_aggregate_get_groups (no_periods, 0), ==, 1u << VB_CARE_GROUP_NONE);
}

static void
test_refusals (void)
{
  g_autoptr (Figures) figures = figures_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_rules;
  const VbMeasureRule *rules = figures_get_rules (&n_rules);
  VbDay first = vb_day_from_ymd (2024, 1, 1);

  figures_add_unit (figures, -1, VB_CARE_TYPE_NONE);
  figures_add (figures, 0, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, "2024-01-01", 1);
  figures_add (figures, 0, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, "2024-01-02", 1);
  figures_finish (figures);

  g_cancellable_cancel (cancellable);
  g_assert_null (vb_aggregate_new (&figures->tree, &figures->observations, rules, n_rules,
                                   VB_GRAIN_MONTH, first, 1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  ((gint32 *) figures->observations.start)[1] = first;
  g_assert_null (vb_aggregate_new (&figures->tree, &figures->observations, rules, n_rules,
                                   VB_GRAIN_MONTH, first, 1, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);

  ((guint32 *) figures->observations.unit)[0] = 1;
  g_assert_null (vb_aggregate_new (&figures->tree, &figures->observations, rules, n_rules,
                                   VB_GRAIN_MONTH, first, 1, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);

  ((gint32 *) figures->tree.parent)[0] = 0; /* its own parent */
  g_assert_null (vb_aggregate_new (&figures->tree, &figures->observations, rules, n_rules,
                                   VB_GRAIN_MONTH, first, 1, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
}

/* The oracle: a figure of one unit and period, found by asking each day alone which observation
 * tells it. Slow, and nothing of it is shared with the engine but the calendar. */
typedef struct
{
  double value;
  double per_day;
  double days;
  double presence;
  double weight; /* of a ratio */
  gboolean own;
} Oracle;

static gpointer
make_key (guint unit, VbMeasureId measure, VbGrain grain, VbDay start)
{
  return GSIZE_TO_POINTER ((((gsize) unit * 64 + measure) * 8 + grain) << 32 | (gsize) start);
}

static const FigureRow *
find_observation (GHashTable *index, guint unit, VbMeasureId measure, VbGrain grain, VbDay day)
{
  const FigureRow *row =
      g_hash_table_lookup (index, make_key (unit, measure, grain, vb_grain_floor (grain, day)));

  return row != NULL && !isnan (row->value) ? row : NULL;
}

static VbNature
get_nature (VbMeasureId measure, VbMeasureId *weight)
{
  guint n;
  const VbMeasureRule *rules = figures_get_rules (&n);

  for (guint i = 0; i < n; i++)
    if (rules[i].measure == (guint16) measure)
      {
        *weight = (VbMeasureId) rules[i].weight;
        return (VbNature) rules[i].nature;
      }
  g_assert_not_reached ();
}

static Oracle ask_own (GHashTable *index, guint unit, VbMeasureId measure, VbPeriod period);

static double
ask_weight (GHashTable *index, const FigureRow *row, VbMeasureId weight, VbPeriod period)
{
  VbMeasureId unused;
  VbPeriod span = { (VbGrain) row->grain, row->start };
  const FigureRow *same = find_observation (index, row->unit, weight, span.grain, row->start);

  if (same == NULL)
    return ask_own (index, row->unit, weight, period).per_day;
  return get_nature (weight, &unused) == VB_NATURE_FLOW ? same->value / vb_period_get_n_days (span)
                                                        : same->value;
}

static Oracle
ask_own (GHashTable *index, guint unit, VbMeasureId measure, VbPeriod period)
{
  VbMeasureId weight_measure;
  VbNature nature = get_nature (measure, &weight_measure);
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  double sum = 0, weights = 0, days = 0, weighted_days = 0, last = NAN;
  Oracle oracle = { NAN, NAN, 0, 0, NAN, FALSE };

  for (VbDay day = period.start; day < vb_period_get_end (period); day++)
    for (int grain = (int) period.grain; grain >= VB_GRAIN_DAY; grain--)
      {
        const FigureRow *row = find_observation (index, unit, measure, (VbGrain) grain, day);
        double length, weight;

        if (row == NULL)
          continue;
        length = vb_period_get_n_days ((VbPeriod){ (VbGrain) grain, row->start });
        g_hash_table_add (used, (gpointer) row);
        days++;
        last = row->value;
        if (nature == VB_NATURE_STOCK)
          sum += row->value;
        else if (nature == VB_NATURE_FLOW)
          sum += row->value / length;
        else
          {
            weight = ask_weight (index, row, weight_measure, period);
            if (!isnan (weight))
              {
                sum += row->value * weight;
                weights += weight;
                weighted_days++;
              }
          }
        break;
      }

  if (days == 0)
    return oracle;
  oracle.presence = 1;
  oracle.days = days;
  oracle.own = TRUE;
  if (nature == VB_NATURE_STOCK)
    oracle.value = oracle.per_day = sum / days;
  else if (nature == VB_NATURE_FLOW)
    {
      oracle.value = sum;
      oracle.per_day = sum / days;
    }
  else if (g_hash_table_size (used) == 1)
    {
      oracle.value = last;
      oracle.weight = weighted_days > 0 ? weights : NAN;
    }
  else if (weights > 0)
    {
      oracle.value = sum / weights;
      oracle.weight = weights;
      oracle.days = weighted_days;
    }
  else
    return (Oracle){ NAN, NAN, 0, 0, NAN, FALSE };

  return oracle;
}

static Oracle
ask (const Figures *figures, GHashTable *index, guint unit, VbMeasureId measure, VbPeriod period)
{
  VbMeasureId weight_measure;
  VbNature nature = get_nature (measure, &weight_measure);
  Oracle oracle = ask_own (index, unit, measure, period);
  double value = 0, per_day = 0, amount = 0, presence = 0, days = 0;
  guint n = 0, n_children = 0;

  if (oracle.own)
    return oracle;

  for (guint child = unit + 1; child < figures->tree.n; child++)
    {
      Oracle part;

      if (figures->tree.parent[child] != (gint32) unit)
        continue;
      n_children++;
      part = ask (figures, index, child, measure, period);
      if (part.days == 0 || (nature == VB_NATURE_RATIO && !(part.weight > 0)))
        continue;
      n++;
      days += part.days;
      presence += part.presence;
      value += nature == VB_NATURE_RATIO ? part.value * part.weight : part.value;
      per_day += nature == VB_NATURE_RATIO ? part.weight / part.days : part.per_day;
      amount += nature == VB_NATURE_RATIO ? part.weight : part.per_day * part.days;
    }
  if (n == 0)
    return oracle;

  oracle.value = nature == VB_NATURE_RATIO ? value / amount : value;
  oracle.days = per_day > 0 ? amount / per_day : days / n;
  oracle.per_day = per_day;
  oracle.weight = amount;
  oracle.presence = presence / n_children;
  return oracle;
}

static const VbMeasureId oracle_measures[] = { VB_MEASURE_OCCUPIED_BEDS, VB_MEASURE_BED_DAYS,
                                               VB_MEASURE_AVAILABLE_BEDS, VB_MEASURE_OCCUPANCY };

/* A tree of two or more children a parent, with observations of any grain, some days missing, and
 * parents that report now and then. */
static void
fill_at_random (Figures *figures, GRand *rand)
{
  VbDay first = vb_day_from_ymd (2023, 11, 20);
  guint n_units = 0;

  n_units = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC) + 1;
  for (guint i = 0; i < 2; i++)
    {
      guint parent = figures_add_unit (figures, 0, VB_CARE_TYPE_SOMATIC);

      n_units++;
      for (int k = g_rand_int_range (rand, 2, 4); k > 0; k--)
        n_units = figures_add_unit (figures, (int) parent, VB_CARE_TYPE_SOMATIC) + 1;
    }

  for (guint unit = 0; unit < n_units; unit++)
    for (gsize m = 0; m < G_N_ELEMENTS (oracle_measures); m++)
      for (VbGrain grain = VB_GRAIN_DAY; grain <= VB_GRAIN_YEAR; grain++)
        {
          /* Much for wards, little for those above; days only here and there beside other grains.
           */
          gboolean is_parent =
              unit + 1 < n_units
              && g_array_index (figures->parent, gint32, unit + 1) == (gint32) unit;
          double share =
              is_parent ? 0.04 : g_rand_double (rand) * (grain == VB_GRAIN_YEAR ? 0.2 : 0.9);

          if (g_rand_int_range (rand, 0, 3) == 0)
            continue;
          for (VbDay start = vb_grain_floor (grain, first); start < first + 230;
               start = vb_grain_add (grain, start, 1))
            if (g_rand_double (rand) < share)
              figures_add_day (
                  figures, unit, oracle_measures[m], grain, start,
                  g_rand_int_range (rand, 0, 6) == 0 ? NAN : g_rand_double_range (rand, 0, 40));
        }
}

static void
test_oracle (void)
{
  static const VbGrain grains[] = { VB_GRAIN_DAY, VB_GRAIN_WEEK, VB_GRAIN_MONTH, VB_GRAIN_QUARTER,
                                    VB_GRAIN_YEAR };

  for (guint32 seed = 1; seed <= (g_test_slow () ? 100u : 4u); seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (Figures) figures = figures_new ();

      g_autoptr (GHashTable) index = g_hash_table_new (NULL, NULL);

      fill_at_random (figures, rand);
      figures_finish (figures); /* sorts the rows, which then stay where they are */
      for (guint i = 0; i < figures->rows->len; i++)
        {
          FigureRow *row = &g_array_index (figures->rows, FigureRow, i);

          g_hash_table_insert (
              index,
              make_key (row->unit, (VbMeasureId) row->measure, (VbGrain) row->grain, row->start),
              row);
        }
      for (gsize g = 0; g < G_N_ELEMENTS (grains); g++)
        {
          VbPeriod period = vb_period_containing (grains[g], vb_day_from_ymd (2023, 12, 25));
          guint n_periods = grains[g] >= VB_GRAIN_QUARTER ? 2 : 5;
          g_autofree char *first = vb_day_to_iso (period.start);
          g_autoptr (VbAggregate) aggregate =
              figures_aggregate (figures, grains[g], first, n_periods);

          for (guint p = 0; p < n_periods; p++, period = vb_period_shift (period, 1))
            for (guint unit = 0; unit < figures->tree.n; unit++)
              for (gsize m = 0; m < G_N_ELEMENTS (oracle_measures); m++)
                {
                  const VbAggregateCell *cell =
                      vb_aggregate_get (aggregate, oracle_measures[m], unit, p);
                  Oracle oracle = ask (figures, index, unit, oracle_measures[m], period);

                  if (cell == NULL)
                    {
                      g_assert_true (isnan (oracle.value));
                      continue;
                    }
                  assert_near (cell->value, oracle.value);
                  assert_near (cell->days, oracle.days);
                  g_assert_cmpfloat_with_epsilon (cell->presence, oracle.presence, 1e-6);
                  g_assert_cmpfloat_with_epsilon (
                      cell->coverage, oracle.days / vb_period_get_n_days (period) * oracle.presence,
                      1e-6);
                  g_assert_cmpint (cell->own, ==, oracle.own);
                }
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/aggregate/days-to-month", test_days_to_month);
  g_test_add_func ("/engine/aggregate/exact-wins", test_exact_wins);
  g_test_add_func ("/engine/aggregate/coarser-is-not-split", test_coarser_is_not_split);
  g_test_add_func ("/engine/aggregate/week-across-months", test_week_across_months);
  g_test_add_func ("/engine/aggregate/part-of-care", test_part_of_care);
  g_test_add_func ("/engine/aggregate/mixed-grains", test_mixed_grains);
  g_test_add_func ("/engine/aggregate/missing-values", test_missing_values);
  g_test_add_func ("/engine/aggregate/parents", test_parents);
  g_test_add_func ("/engine/aggregate/kinds", test_kinds);
  g_test_add_func ("/engine/aggregate/care-groups", test_care_groups);
  g_test_add_func ("/engine/aggregate/ratio-over-time", test_ratio_over_time);
  g_test_add_func ("/engine/aggregate/ratio-over-units", test_ratio_over_units);
  g_test_add_func ("/engine/aggregate/ratio-without-weight", test_ratio_without_weight);
  g_test_add_func ("/engine/aggregate/provenance", test_provenance);
  g_test_add_func ("/engine/aggregate/degenerate", test_degenerate);
  g_test_add_func ("/engine/aggregate/refusals", test_refusals);
  g_test_add_func ("/engine/aggregate/oracle", test_oracle);
  return g_test_run ();
}
