/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-occupancy.h"

#include <math.h>

#include "vb-error.h"

static void
test_need_curve (void)
{
  g_autofree VbOccupancyPoint *points = vb_occupancy_trace_need (23.5, 0.7, 1, 31);

  g_assert_cmpfloat (points[0].x, ==, 0.7);
  g_assert_cmpfloat_with_epsilon (points[30].x, 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (points[30].y, 23.5, 1e-9);
  /* 24.7 beds at 95 %, 26.1 at 90 %, 27.6 at 85 %. */
  g_assert_cmpfloat_with_epsilon (points[25].y, 24.7, 0.05);
  g_assert_cmpfloat_with_epsilon (points[20].y, 26.1, 0.05);
  g_assert_cmpfloat_with_epsilon (points[15].y, 27.6, 0.05);
  for (int i = 1; i < 31; i++)
    g_assert_cmpfloat (points[i].y, <, points[i - 1].y);
}

static void
test_risk_curve (void)
{
  g_autofree VbOccupancyPoint *points = vb_occupancy_trace_risk (23.5, 1, 20, 40);

  g_assert_cmpfloat (points[0].x, ==, 20);
  g_assert_cmpfloat (points[20].x, ==, 40);
  g_assert_cmpfloat_with_epsilon (points[7].y, 0.20, 0.005);
  g_assert_cmpfloat_with_epsilon (points[12].y, 0.04, 0.005);
  for (int i = 1; i <= 20; i++)
    g_assert_cmpfloat (points[i].y, <, points[i - 1].y);
}

static void
test_assess (void)
{
  const VbOccupancyWard ward = { 23.5, 27, 1 };
  const VbOccupancyWard without_beds = { 23.5, 0, 1 };
  const VbOccupancyWard unknown = { 23.5, NAN, 1 };
  const VbOccupancyWard empty = { 0, 10, 1 };
  VbOccupancyAssessment a;

  g_assert_true (vb_occupancy_assess (&ward, 0.1, &a, NULL));
  g_assert_cmpuint (a.beds_needed, ==, 30);
  g_assert_cmpfloat_with_epsilon (a.occupancy, 23.5 / 27, 1e-12);
  g_assert_cmpfloat_with_epsilon (a.risk, 0.20, 0.005);
  g_assert_cmpfloat_with_epsilon (a.recommended_target, 23.5 / 30, 1e-12);

  g_assert_true (vb_occupancy_assess (&without_beds, 0.1, &a, NULL));
  g_assert_true (isnan (a.occupancy));
  g_assert_cmpfloat (a.risk, >, 0.999);

  g_assert_true (vb_occupancy_assess (&unknown, 0.1, &a, NULL));
  g_assert_true (isnan (a.occupancy));
  g_assert_true (isnan (a.risk));
  g_assert_cmpuint (a.beds_needed, ==, 30);

  g_assert_true (vb_occupancy_assess (&empty, 0.1, &a, NULL));
  g_assert_cmpuint (a.beds_needed, ==, 0);
  g_assert_cmpfloat (a.risk, ==, 0);
  g_assert_true (isnan (a.recommended_target));
}

/* Shared beds are never more than the wards' own, and the recommended target rises. */
static void
test_pool (void)
{
  const VbOccupancyWard wards[] = { { 23.5, 27, 1 }, { 24.1, 28, 1 }, { 19.8, 24, 1 } };
  g_autofree VbOccupancyAssessment *rows = vb_occupancy_pool (wards, 3, 0.1, NULL);
  guint separate = rows[0].beds_needed + rows[1].beds_needed + rows[2].beds_needed;

  g_assert_cmpfloat_with_epsilon (rows[3].mean_census, 67.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (rows[3].available_beds, 79, 1e-9);
  g_assert_cmpuint (rows[3].beds_needed, ==, 78);
  g_assert_cmpuint (separate, ==, 86);
  for (int i = 0; i < 3; i++)
    {
      g_assert_cmpfloat (rows[3].recommended_target, >, rows[i].recommended_target);
      g_assert_cmpfloat (rows[3].risk, <, rows[i].risk);
    }
}

static void
test_pool_adds_variances (void)
{
  const VbOccupancyWard wards[] = { { 30, 35, 0.5 }, { 10, 12, 1.7 } };
  g_autofree VbOccupancyAssessment *rows = vb_occupancy_pool (wards, 2, 0.05, NULL);

  g_assert_cmpfloat_with_epsilon (rows[2].variance_factor, (30 * 0.5 + 10 * 1.7) / 40, 1e-12);
}

static void
test_impossible (void)
{
  const VbOccupancyWard ward = { 3e6, 10, 1 };
  g_autoptr (GError) error = NULL;

  g_assert_null (vb_occupancy_pool (&ward, 1, 0.1, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/occupancy/need-curve", test_need_curve);
  g_test_add_func ("/engine/occupancy/risk-curve", test_risk_curve);
  g_test_add_func ("/engine/occupancy/assess", test_assess);
  g_test_add_func ("/engine/occupancy/pool", test_pool);
  g_test_add_func ("/engine/occupancy/pool-adds-variances", test_pool_adds_variances);
  g_test_add_func ("/engine/occupancy/impossible", test_impossible);
  return g_test_run ();
}
