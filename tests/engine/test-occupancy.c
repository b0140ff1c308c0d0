/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-occupancy.h"

#include <math.h>

#include "vb-error.h"

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

static void
test_impossible (void)
{
  const VbOccupancyWard ward = { 3e6, 10, 1 };
  VbOccupancyAssessment a;
  g_autoptr (GError) error = NULL;

  g_assert_false (vb_occupancy_assess (&ward, 0.1, &a, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/occupancy/risk-curve", test_risk_curve);
  g_test_add_func ("/engine/occupancy/assess", test_assess);
  g_test_add_func ("/engine/occupancy/impossible", test_impossible);
  return g_test_run ();
}
