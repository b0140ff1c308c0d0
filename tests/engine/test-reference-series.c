/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-reference-series.h"

#include <math.h>

/* 2,230 beds short in 2023, none in 2026, evenly: 1,487 in 2024, when there were 1,864: 377 behind.
 */
static const VbReferencePlan national = { 2023, -2230, 2026, 0 };

static void
test_deviation (void)
{
  const double need[] = { 17830, 17424, NAN, NAN, NAN };
  const double capacity[] = { 15600, 15560, NAN, NAN, NAN };
  const VbReferenceSeriesInput input = {
    .first_year = 2023,
    .n_years = 5,
    .need = need,
    .capacity = capacity,
    .plan = &national,
  };
  g_autofree VbReferenceYear *rows = vb_reference_series_run (&input);

  g_assert_cmpfloat (rows[0].gap, ==, -2230);
  g_assert_cmpfloat (rows[0].deviation, ==, 0);
  g_assert_cmpfloat (rows[1].gap, ==, -1864);
  g_assert_cmpfloat (round (rows[1].planned_gap), ==, -1487);
  g_assert_cmpfloat (round (rows[1].deviation), ==, -377);
  g_assert_cmpfloat_with_epsilon (rows[1].gap_share, -1864.0 / 17424, 1e-12);
  g_assert_cmpfloat (round (rows[2].planned_gap), ==, -743);
  g_assert_true (isnan (rows[2].deviation));
  g_assert_cmpfloat (rows[3].planned_gap, ==, 0);
  g_assert_cmpfloat (rows[4].planned_gap, ==, 0);
  g_assert_true (isnan (rows[0].reference));
  g_assert_true (isnan (rows[0].need_per_1000));
}

static void
test_before_plan (void)
{
  g_assert_true (isnan (vb_reference_plan_get_gap (&national, 2022)));
  g_assert_cmpfloat (vb_reference_plan_get_gap (&national, 2023), ==, -2230);
}

/* A scenario's own curve goes before the straight line. */
static void
test_scenario (void)
{
  const double need[] = { 100, 100 };
  const double capacity[] = { 90, 95 };
  const double planned[] = { -10, -2 };
  const VbReferenceSeriesInput input = {
    .first_year = 2023,
    .n_years = 2,
    .need = need,
    .capacity = capacity,
    .planned_gap = planned,
    .plan = &national,
  };
  g_autofree VbReferenceYear *rows = vb_reference_series_run (&input);

  g_assert_cmpfloat (rows[0].deviation, ==, 0);
  g_assert_cmpfloat (rows[1].deviation, ==, -3);
}

/* A number counts from the year that it came in, until the next. */
static void
test_references (void)
{
  const double need[] = { 100, 100, 100, 100, 0 };
  const double capacity[] = { 90, 91, 92, 93, 94 };
  const double population[] = { 50000, 50000, NAN, 0, 50000 };
  const VbReferenceNumber references[] = {
    { vb_day_from_ymd (2023, 12, 31), 110 },
    { vb_day_from_ymd (2025, 1, 1), 108 },
  };
  const VbReferenceSeriesInput input = {
    .first_year = 2022,
    .n_years = 5,
    .need = need,
    .capacity = capacity,
    .population = population,
    .references = references,
    .n_references = 2,
  };
  g_autofree VbReferenceYear *rows = vb_reference_series_run (&input);

  g_assert_true (isnan (rows[0].reference));
  g_assert_cmpfloat (rows[1].reference, ==, 110);
  g_assert_cmpfloat (rows[1].gap_to_reference, ==, -19);
  g_assert_cmpfloat (rows[2].reference, ==, 110);
  g_assert_cmpfloat (rows[3].reference, ==, 108);
  g_assert_cmpfloat (rows[4].reference, ==, 108);
  g_assert_cmpfloat (rows[0].need_per_1000, ==, 2);
  g_assert_cmpfloat (rows[0].capacity_per_1000, ==, 1.8);
  g_assert_true (isnan (rows[2].need_per_1000));
  g_assert_true (isnan (rows[3].need_per_1000));
  g_assert_true (isnan (rows[4].gap_share));
  g_assert_true (isnan (rows[4].planned_gap));
}

static void
test_medium_term (void)
{
  g_assert_cmpfloat_with_epsilon (vb_reference_get_medium_term_need (400, 380, 418, 15), 425,
                                  1e-12);
  g_assert_true (isnan (vb_reference_get_medium_term_need (400, 0, 418, 15)));
  g_assert_true (isnan (vb_reference_get_medium_term_need (NAN, 380, 418, 15)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/reference-series/deviation", test_deviation);
  g_test_add_func ("/engine/reference-series/before-plan", test_before_plan);
  g_test_add_func ("/engine/reference-series/scenario", test_scenario);
  g_test_add_func ("/engine/reference-series/references", test_references);
  g_test_add_func ("/engine/reference-series/medium-term", test_medium_term);

  return g_test_run ();
}
