/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "vb-error.h"
#include "vb-occupancy-advice.h"
#include "vb-occupancy-roll-up.h"
#include "vb-random.h"

static VbOccupancyUnit
unit (double census, double beds, double max_risk)
{
  return (VbOccupancyUnit){ census, beds, NAN, VB_CARE_TYPE_SOMATIC, 1, max_risk };
}

static VbOccupancyAdvice
advise (VbOccupancyUnit of)
{
  VbOccupancyAdvice advice;

  g_assert_true (vb_occupancy_advise (&of, &advice, NULL));
  return advice;
}

/* ---- the census ------------------------------------------------------------------------------ */

static void
test_census (void)
{
  double census[60];
  VbOccupancyCensus described;

  /* 18, 20, 22 in turn: mean 20, squares 8 for every three days. */
  for (guint i = 0; i < 60; i++)
    census[i] = 18 + 2.0 * (i % 3);
  described = vb_occupancy_describe_census (census, 60);
  g_assert_cmpuint (described.n_days, ==, 60);
  g_assert_cmpfloat_with_epsilon (described.mean, 20, 1e-12);
  g_assert_cmpfloat_with_epsilon (described.variance_factor, 160.0 / 59 / 20, 1e-12);

  census[0] = NAN;
  census[1] = NAN;
  census[2] = INFINITY;
  described = vb_occupancy_describe_census (census, 60);
  g_assert_cmpuint (described.n_days, ==, 57);
  g_assert_cmpfloat_with_epsilon (described.mean, 20, 1e-12);

  described = vb_occupancy_describe_census (census, VB_OCCUPANCY_MIN_DAYS);
  g_assert_true (isnan (described.variance_factor));
  described = vb_occupancy_describe_census (census, 0);
  g_assert_true (isnan (described.mean));
  for (guint i = 0; i < 60; i++)
    census[i] = 0;
  g_assert_true (isnan (vb_occupancy_describe_census (census, 60).variance_factor));
}

/* A census drawn with a known variance is recognised. */
static void
test_census_drawn (void)
{
  g_autofree double *census = g_new (double, 20000);
  VbRandom random;

  vb_random_init (&random, 4, 10);
  /* Binomial: 40 beds, each filled with probability 0.4, has variance factor 0.6. */
  for (guint i = 0; i < 20000; i++)
    {
      census[i] = 0;
      for (guint bed = 0; bed < 40; bed++)
        census[i] += vb_random_below (&random, 10) < 4;
    }
  g_assert_cmpfloat_with_epsilon (vb_occupancy_describe_census (census, 20000).variance_factor, 0.6,
                                  0.02);
}

/* ---- the advice ------------------------------------------------------------------------------ */

/* 20 patients need 28 beds, 71 %, for a risk of 5 %; 200 need 224, 89 %. */
static void
test_size (void)
{
  VbOccupancyAdvice ward = advise (unit (20, 26, 0.05));
  VbOccupancyAdvice hospital = advise (unit (200, NAN, 0.05));

  g_assert_cmpuint (ward.beds_needed, ==, 28);
  g_assert_cmpfloat_with_epsilon (ward.target, 20.0 / 28, 1e-12);
  g_assert_cmpfloat (ward.risk, >, 0.05);
  g_assert_cmpuint (hospital.beds_needed, ==, 224);
  g_assert_cmpfloat_with_epsilon (hospital.target, 200.0 / 224, 1e-12);
  g_assert_true (isnan (hospital.risk));
  g_assert_true (isnan (hospital.target_of_beds));
}

/* Larger units can be fuller; so can units that vary less, and units that accept more risk. */
static void
test_directions (void)
{
  VbOccupancyUnit planned = unit (NAN, NAN, 0.05);
  VbOccupancyUnit acute = unit (NAN, NAN, 0.05);
  double previous = 0;

  planned.variance_factor = acute.variance_factor = NAN;
  planned.acute_share = 0;
  acute.acute_share = 1;
  for (double census = 4; census < 300; census *= 1.7)
    {
      double target = advise (unit (census, census * 1.2, 0.05)).target_of_beds;

      /* Whole beds make it waver by less than a bed. */
      g_assert_cmpfloat (target, >, previous - 1 / (census * 1.2));
      previous = target;
      planned.mean_census = acute.mean_census = census;
      g_assert_cmpfloat (advise (planned).target, >=, advise (acute).target);
      g_assert_cmpfloat (advise (unit (census, NAN, 0.1)).target, >=,
                         advise (unit (census, NAN, 0.01)).target);
    }
  g_assert_cmpfloat (advise (planned).target, >, advise (acute).target);
}

static void
test_usual (void)
{
  VbOccupancyUnit usual = { 20, 26, 0.4, VB_CARE_TYPE_ICU, NAN, NAN };
  VbOccupancyAdvice advice = advise (usual);

  g_assert_cmpfloat_with_epsilon (advice.variance_factor, 0.7, 1e-12);
  g_assert_cmpfloat (advice.max_risk, ==, 0.01);
  usual.acute_share = NAN;
  usual.care_type = VB_CARE_TYPE_NONE;
  advice = advise (usual);
  g_assert_cmpfloat (advice.variance_factor, ==, 1);
  g_assert_cmpfloat (advice.max_risk, ==, 0.05);
  usual.variance_factor = 7;
  g_assert_cmpfloat (advise (usual).variance_factor, ==, 2);
}

/* The occupancy that today's beds allow: the risk is accepted there and not above. */
static void
test_target_of_beds (void)
{
  for (double factor = 0.5; factor <= 2; factor += 0.25)
    for (guint beds = 4; beds < 120; beds += 13)
      {
        VbOccupancyUnit of = unit (1, beds + 0.5, 0.05);
        double target;

        of.variance_factor = factor;
        target = advise (of).target_of_beds;
        g_assert_cmpfloat (vb_queueing_get_risk (target * beds, factor, beds), <=, 0.05 + 1e-12);
        g_assert_cmpfloat (vb_queueing_get_risk (target * beds + 0.05, factor, beds), >, 0.05);
      }
}

static void
test_degenerate (void)
{
  VbOccupancyAdvice empty = advise (unit (0, 0, 0.05));
  const VbOccupancyUnit huge = unit (3e6, 10, 0.05);
  g_autoptr (GError) error = NULL;
  VbOccupancyAdvice advice;

  g_assert_cmpuint (empty.beds_needed, ==, 0);
  g_assert_true (isnan (empty.target));
  g_assert_true (isnan (empty.target_of_beds));
  g_assert_false (vb_occupancy_advise (&huge, &advice, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE);
}

/* ---- reference rows -------------------------------------------------------------------------- */

static void
for_each_row (const char *name, guint n_rows, void (*check) (const double *numbers))
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "reference", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++, n++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      double numbers[4];

      for (guint k = 0; k < 4; k++)
        numbers[k] = g_ascii_strtod (cells[k], NULL);
      check (numbers);
    }
  g_assert_cmpuint (n, ==, n_rows);
}

static void
check_target (const double *row)
{
  g_assert_cmpfloat_with_epsilon (advise (unit (1, row[0], row[1])).target_of_beds_refusing, row[3],
                                  1e-7);
}

static void
check_refusals (const double *row)
{
  const VbOccupancyUnit ward = unit (1, row[0], 0.05);
  g_autofree VbOccupancyPrice *price = vb_occupancy_price_targets (&ward, 1, &row[1], 1);

  g_assert_cmpfloat_with_epsilon (price->refused, row[3], 1e-7);
}

static void
test_reference (void)
{
  for_each_row ("occupancy_target_by_ward_size.csv", 44, check_target);
  for_each_row ("refusals_at_fixed_occupancy.csv", 28, check_refusals);
}

/* ---- what targets cost ----------------------------------------------------------------------- */

/* 23.5 patients: 24.7 beds at 95 %, 26.1 at 90 %, 27.6 at 85 %. */
static void
test_price (void)
{
  static const double targets[] = { 0.95, 0.9, 0.85 };
  const VbOccupancyUnit wards[] = { unit (23.5, 26, 0.05), unit (18, 21, 0.05),
                                    unit (NAN, NAN, 0.05) };
  g_autofree VbOccupancyPrice *one = vb_occupancy_price_targets (wards, 1, targets, 3);
  g_autofree VbOccupancyPrice *both = vb_occupancy_price_targets (wards, 3, targets, 3);

  g_assert_cmpfloat_with_epsilon (one[0].need, 24.7, 0.05);
  g_assert_cmpfloat_with_epsilon (one[1].need, 26.1, 0.05);
  g_assert_cmpfloat_with_epsilon (one[2].need, 27.6, 0.05);
  g_assert_cmpuint (one[0].beds, ==, 25);
  g_assert_cmpuint (one[1].beds, ==, 27);
  g_assert_cmpuint (one[2].beds, ==, 28);
  g_assert_cmpfloat (one[1].more_beds, ==, 1);
  g_assert_cmpfloat_with_epsilon (one[1].units_short, vb_queueing_get_risk (23.5, 1, 27), 1e-12);
  /* 18 patients at 90 % are exactly 20 beds. */
  g_assert_cmpuint (both[1].beds, ==, 47);
  g_assert_cmpfloat (both[1].more_beds, ==, 0);
  g_assert_cmpfloat_with_epsilon (both[1].units_short - one[1].units_short,
                                  vb_queueing_get_risk (18, 1, 20), 1e-12);
  /* Alone, nobody shares; together, 41.5 patients in 47 beds. */
  g_assert_cmpfloat (one[1].risk_shared, ==, one[1].units_short);
  g_assert_cmpfloat_with_epsilon (both[1].risk_shared, vb_queueing_get_risk (41.5, 1, 47), 1e-12);
  for (guint t = 1; t < 3; t++)
    {
      g_assert_cmpfloat (both[t].need, >, both[t - 1].need);
      g_assert_cmpfloat (both[t].without_bed, <, both[t - 1].without_bed);
      g_assert_cmpfloat (both[t].units_short, <, both[t - 1].units_short);
      g_assert_cmpfloat (both[t].refused, <, both[t - 1].refused);
    }
}

/* Ten patients and 14 beds on five days of seven: of the ward alone what holds then, of the
 * hospital the bed-days of the week. */
static void
test_closed_days (void)
{
  static const double targets[] = { 0.8 };
  static const gint32 parent[] = { -1, 0, 0 };
  VbOccupancyUnit units[] = { unit (NAN, NAN, 0.05), unit (10, 14, 0.05), unit (20, 26, 0.05) };
  g_autofree VbOccupancyRollUp *rows = NULL;
  g_autofree VbOccupancyPrice *ward = NULL;
  g_autofree VbOccupancyPrice *both = NULL;

  units[1].closed_share = 2.0 / 7;
  rows = vb_occupancy_roll_up (3, parent, units, NULL, NULL);
  /* 15 and 28 beds: see the table of mean censuses. */
  g_assert_cmpfloat (rows[1].census, ==, 10);
  g_assert_cmpfloat (rows[1].beds_needed, ==, 15);
  g_assert_cmpfloat_with_epsilon (rows[1].target, 10.0 / 15, 1e-12);
  g_assert_cmpfloat_with_epsilon (rows[0].census, (10 * 5 + 20 * 7) / 7.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (rows[0].available_beds, (14 * 5 + 26 * 7) / 7.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (rows[0].beds_needed, (15 * 5 + 28 * 7) / 7.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (rows[0].target, 190.0 / 271, 1e-12);
  g_assert_cmpfloat_with_epsilon (rows[0].units_short,
                                  rows[1].units_short * 5 / 7 + rows[2].units_short, 1e-12);

  ward = vb_occupancy_price_targets (&units[1], 1, targets, 1);
  both = vb_occupancy_price_targets (&units[1], 2, targets, 1);
  g_assert_cmpfloat_with_epsilon (ward->need, 12.5, 1e-12);
  g_assert_cmpfloat (ward->beds, ==, 13);
  g_assert_cmpfloat_with_epsilon (both->need, 190.0 / 7 / 0.8, 1e-12);
  g_assert_cmpfloat_with_epsilon (both->beds, 13 * 5 / 7.0 + 25, 1e-12);
}

static void
test_price_without_beds (void)
{
  static const double targets[] = { 0.9 };
  const VbOccupancyUnit wards[] = { unit (9, 12, 0.05), unit (9, NAN, 0.05) };
  g_autofree VbOccupancyPrice *price = vb_occupancy_price_targets (wards, 2, targets, 1);
  g_autofree VbOccupancyPrice *none = vb_occupancy_price_targets (&wards[1], 1, targets, 1);

  g_assert_cmpuint (price->beds, ==, 20);
  g_assert_true (isnan (price->more_beds));
  g_assert_false (isnan (price->refused));
  g_assert_true (isnan (none->refused));
}

/* ---- wards and the whole --------------------------------------------------------------------- */

/* A region of two hospitals: one of ten wards with 20 patients each, one of a single ward with 100;
 * and a ward of which nothing is known. */
static void
test_roll_up (void)
{
  gint32 parent[14] = { -1, 0 };
  VbOccupancyUnit units[14] = { { 0 } };
  g_autofree VbOccupancyRollUp *rows = NULL;

  for (guint i = 2; i < 12; i++)
    {
      parent[i] = 1;
      units[i] = unit (20, 26, 0.05);
    }
  parent[12] = 0;
  units[12] = unit (100, 120, 0.05);
  parent[13] = 0;
  units[13] = unit (NAN, NAN, 0.05);
  rows = vb_occupancy_roll_up (14, parent, units, NULL, NULL);

  g_assert_cmpuint (rows[1].beds_needed, ==, 280);
  g_assert_cmpuint (rows[1].beds_pooled, ==, 224);
  g_assert_cmpuint (rows[1].beds_apart, ==, 56);
  g_assert_cmpfloat_with_epsilon (rows[1].target, 20.0 / 28, 1e-12);
  g_assert_cmpfloat_with_epsilon (rows[1].target_pooled, 200.0 / 224, 1e-12);
  g_assert_cmpfloat (rows[1].available_beds, ==, 260);
  g_assert_cmpfloat_with_epsilon (rows[1].units_short, 10 * vb_queueing_get_risk (20, 1, 26),
                                  1e-12);
  g_assert_cmpfloat (advise (units[2]).risk, ==, rows[2].units_short);
  g_assert_cmpfloat (advise (units[12]).target, ==, rows[12].target);

  /* 300 patients in 280 + 117 beds; the mean of eleven targets says less. */
  g_assert_cmpuint (rows[0].n_units, ==, 11);
  g_assert_cmpfloat_with_epsilon (rows[0].target, 300.0 / 397, 1e-12);
  g_assert_cmpfloat_with_epsilon (rows[0].mean_target, (10 * 20.0 / 28 + 100.0 / 117) / 11, 1e-12);
  g_assert_cmpfloat (rows[0].mean_target, <, rows[0].target);
  g_assert_cmpfloat (rows[0].target, <, rows[0].target_pooled);

  g_assert_cmpuint (rows[12].beds_apart, ==, 0);
  g_assert_true (isnan (rows[13].target));
  g_assert_true (isnan (rows[13].census));
  g_assert_true (isnan (rows[13].units_short));
}

/* Three wards of 86 beds do with 78 when they share them, and may be fuller. */
static void
test_roll_up_pool (void)
{
  static const gint32 parent[] = { -1, 0, 0, 0 };
  const VbOccupancyUnit units[] = { unit (NAN, NAN, 0.1), unit (23.5, 27, 0.1),
                                    unit (24.1, 28, 0.1), unit (19.8, 24, 0.1) };
  g_autofree VbOccupancyRollUp *rows = vb_occupancy_roll_up (4, parent, units, NULL, NULL);

  g_assert_cmpfloat_with_epsilon (rows[0].census, 67.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (rows[0].available_beds, 79, 1e-9);
  g_assert_cmpuint (rows[0].beds_pooled, ==, 78);
  g_assert_cmpuint (rows[0].beds_needed, ==, 86);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpfloat (rows[0].target_pooled, >, rows[i].target);
}

/* Variances add up; the least risk accepted holds for all. */
static void
test_roll_up_variation (void)
{
  static const gint32 parent[] = { -1, 0, 0 };
  VbOccupancyUnit units[] = { unit (NAN, NAN, NAN), unit (30, 35, 0.05), unit (10, 12, 0.02) };
  g_autofree VbOccupancyRollUp *rows = NULL;

  units[1].variance_factor = 0.5;
  units[2].variance_factor = 1.7;
  rows = vb_occupancy_roll_up (3, parent, units, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (rows[0].variance_factor, (30 * 0.5 + 10 * 1.7) / 40, 1e-12);
  g_assert_cmpfloat (rows[0].max_risk, ==, 0.02);
}

/* The target that size alone allows rises along the curve, and keeps the risk. */
static void
test_trace_target (void)
{
  static const guint beds[] = { 1, 2, 5, 28, 224 };
  g_autofree VbOccupancyPoint *points =
      vb_occupancy_trace_target (1, 0.05, beds, G_N_ELEMENTS (beds));

  for (guint i = 0; i < G_N_ELEMENTS (beds); i++)
    {
      g_assert_cmpfloat_with_epsilon (vb_queueing_get_risk (points[i].x, 1, beds[i]), 0.05, 1e-9);
      g_assert_cmpfloat_with_epsilon (points[i].y * beds[i], points[i].x, 1e-9);
      if (i > 0)
        g_assert_cmpfloat (points[i].y, >, points[i - 1].y);
    }
}

/* Sharing never takes more beds than being apart, when all accept the same risk. */
static void
test_roll_up_shape (void)
{
  VbRandom random;

  vb_random_init (&random, 4, 11);
  for (guint round = 0; round < 200; round++)
    {
      guint n = 3 + vb_random_below (&random, 20);
      g_autofree gint32 *parent = g_new0 (gint32, n);
      g_autofree VbOccupancyUnit *units = g_new0 (VbOccupancyUnit, n);
      g_autofree VbOccupancyRollUp *rows = NULL;
      guint beds = 0;

      parent[0] = -1;
      for (guint i = 1; i < n; i++)
        {
          units[i] = unit (3 + vb_random_unit (&random) * 60, NAN, 0.05);
          units[i].variance_factor = 0.5 + vb_random_unit (&random) * 1.5;
        }
      rows = vb_occupancy_roll_up (n, parent, units, NULL, NULL);
      for (guint i = 1; i < n; i++)
        beds += rows[i].beds_needed;
      g_assert_cmpuint (rows[0].beds_needed, ==, beds);
      g_assert_cmpuint (rows[0].beds_pooled, <=, beds);
      g_assert_cmpuint (rows[0].beds_apart, ==, beds - rows[0].beds_pooled);
      g_assert_cmpfloat_with_epsilon (rows[0].target * beds, rows[0].census, 1e-9);
    }
}

static void
test_roll_up_cancelled (void)
{
  const gint32 parent = -1;
  const VbOccupancyUnit one = unit (20, 26, 0.05);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (vb_occupancy_roll_up (1, &parent, &one, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/occupancy-advice/census", test_census);
  g_test_add_func ("/engine/occupancy-advice/census-drawn", test_census_drawn);
  g_test_add_func ("/engine/occupancy-advice/size", test_size);
  g_test_add_func ("/engine/occupancy-advice/directions", test_directions);
  g_test_add_func ("/engine/occupancy-advice/usual", test_usual);
  g_test_add_func ("/engine/occupancy-advice/target-of-beds", test_target_of_beds);
  g_test_add_func ("/engine/occupancy-advice/degenerate", test_degenerate);
  g_test_add_func ("/engine/occupancy-advice/reference", test_reference);
  g_test_add_func ("/engine/occupancy-advice/price", test_price);
  g_test_add_func ("/engine/occupancy-advice/price-without-beds", test_price_without_beds);
  g_test_add_func ("/engine/occupancy-advice/closed-days", test_closed_days);
  g_test_add_func ("/engine/occupancy-advice/roll-up", test_roll_up);
  g_test_add_func ("/engine/occupancy-advice/roll-up-pool", test_roll_up_pool);
  g_test_add_func ("/engine/occupancy-advice/roll-up-variation", test_roll_up_variation);
  g_test_add_func ("/engine/occupancy-advice/trace-target", test_trace_target);
  g_test_add_func ("/engine/occupancy-advice/roll-up-shape", test_roll_up_shape);
  g_test_add_func ("/engine/occupancy-advice/roll-up-cancelled", test_roll_up_cancelled);

  return g_test_run ();
}
