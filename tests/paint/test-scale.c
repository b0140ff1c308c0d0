/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "vb-scale.h"

static void
test_map (void)
{
  VbScale scale = { 340, 420, 200, 0 };
  VbScale nothing = { 5, 5, 10, 30 };

  g_assert_cmpfloat_with_epsilon (vb_scale_map (&scale, 340), 200, 1e-9);
  g_assert_cmpfloat_with_epsilon (vb_scale_map (&scale, 380), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (vb_scale_invert (&scale, 0), 420, 1e-9);
  g_assert_cmpfloat (vb_scale_map (&nothing, 5), ==, 20);
}

static void
test_known (void)
{
  VbTicks ticks;

  vb_ticks_fit_around (&ticks, 371, 415, 6);
  g_assert_cmpfloat (vb_ticks_get (&ticks, 0), ==, 370);
  g_assert_cmpfloat (ticks.step, ==, 10);
  g_assert_cmpuint (ticks.n, ==, 6);
  g_assert_cmpint (ticks.decimals, ==, 0);

  vb_ticks_fit_inside (&ticks, 0.7, 1.0, 7);
  g_assert_cmpfloat_with_epsilon (vb_ticks_get (&ticks, 0), 0.7, 1e-9);
  g_assert_cmpfloat_with_epsilon (ticks.step, 0.05, 1e-9);
  g_assert_cmpuint (ticks.n, ==, 7);
  g_assert_cmpint (ticks.decimals, ==, 2);

  vb_ticks_fit_around (&ticks, -3, 3, 7);
  g_assert_cmpfloat (vb_ticks_get (&ticks, 3), ==, 0);
}

static void
test_nothing (void)
{
  VbTicks ticks;

  vb_ticks_fit_inside (&ticks, 7, 7, 5);
  g_assert_cmpuint (ticks.n, ==, 1);
  vb_ticks_fit_around (&ticks, 7, 7, 5);
  g_assert_cmpfloat (vb_ticks_get (&ticks, 0), <, 7);
  g_assert_cmpfloat (vb_ticks_get (&ticks, ticks.n - 1), >, 7);
  vb_ticks_fit_around (&ticks, 0, 0, 5);
  g_assert_cmpuint (ticks.n, >=, 2);
}

/* Any span: not too many, not none, in order, inside or around, and a round step. */
static void
test_properties (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      double size = pow (10, g_test_rand_double_range (-6, 12));
      double low = g_test_rand_double_range (-size, size);
      double high = low + g_test_rand_double_range (1e-9, 3) * size;
      guint max = (guint) g_test_rand_int_range (3, 12);
      double slack = (high - low) * 1e-6;
      double lead;
      VbTicks in, around;

      vb_ticks_fit_inside (&in, low, high, max);
      g_assert_cmpuint (in.n, >=, 1);
      g_assert_cmpuint (in.n, <=, max);
      g_assert_cmpfloat (vb_ticks_get (&in, 0), >=, low - slack);
      g_assert_cmpfloat (vb_ticks_get (&in, in.n - 1), <=, high + slack);
      lead = in.step / pow (10, floor (log10 (in.step) + 1e-9));
      g_assert_true (fabs (lead - 1) < 1e-6 || fabs (lead - 2) < 1e-6 || fabs (lead - 2.5) < 1e-6
                     || fabs (lead - 5) < 1e-6);

      vb_ticks_fit_around (&around, low, high, max);
      g_assert_cmpuint (around.n, <=, max);
      g_assert_cmpfloat (vb_ticks_get (&around, 0), <=, low + slack);
      g_assert_cmpfloat (vb_ticks_get (&around, around.n - 1), >=, high - slack);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/scale/map", test_map);
  g_test_add_func ("/paint/scale/known", test_known);
  g_test_add_func ("/paint/scale/nothing", test_nothing);
  g_test_add_func ("/paint/scale/properties", test_properties);
  return g_test_run ();
}
