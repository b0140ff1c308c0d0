/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-stretch.h"

#include <math.h>

static void
test_greatest_sum (void)
{
  static const double values[] = { 3, 3, 0, 2, 2, 2, 2, 1, 9 };
  VbStretch stretch;

  /* Four twos (8) weigh more than two threes (6); the lone nine is too short. */
  g_assert_true (vb_stretch_find (values, G_N_ELEMENTS (values), 2, 2, &stretch));
  g_assert_cmpuint (stretch.first, ==, 3);
  g_assert_cmpuint (stretch.n, ==, 4);
  g_assert_cmpfloat (stretch.sum, ==, 8);
  g_assert_cmpfloat (stretch.mean, ==, 2);

  g_assert_true (vb_stretch_find (values, G_N_ELEMENTS (values), 2, 1, &stretch));
  g_assert_cmpuint (stretch.first, ==, 8);
  g_assert_cmpfloat (stretch.mean, ==, 9);
}

static void
test_missing_ends_it (void)
{
  static const double values[] = { 4, NAN, 4, 4, NAN };
  VbStretch stretch;

  g_assert_true (vb_stretch_find (values, G_N_ELEMENTS (values), 1, 2, &stretch));
  g_assert_cmpuint (stretch.first, ==, 2);
  g_assert_cmpuint (stretch.n, ==, 2);
  g_assert_false (vb_stretch_find (values, G_N_ELEMENTS (values), 1, 3, &stretch));
}

static void
test_latest_of_equals (void)
{
  static const double values[] = { 2, 2, 0, 2, 2 };
  VbStretch stretch;

  g_assert_true (vb_stretch_find (values, G_N_ELEMENTS (values), 1, 2, &stretch));
  g_assert_cmpuint (stretch.first, ==, 3);
}

static void
test_none (void)
{
  static const double values[] = { 1, 1, NAN };
  VbStretch stretch;

  g_assert_false (vb_stretch_find (values, G_N_ELEMENTS (values), 2, 1, &stretch));
  g_assert_false (vb_stretch_find (NULL, 0, 2, 1, &stretch));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/stretch/greatest-sum", test_greatest_sum);
  g_test_add_func ("/engine/stretch/missing-ends-it", test_missing_ends_it);
  g_test_add_func ("/engine/stretch/latest-of-equals", test_latest_of_equals);
  g_test_add_func ("/engine/stretch/none", test_none);

  return g_test_run ();
}
