/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-small-units.h"

#include <math.h>

/* A hospital at 90 %, with a large ward at 90 % and two small ones at 75 %; a third has no figures.
 */
static const gint32 parents[] = { -1, 0, 0, 0, 0 };
static const double targets[] = { 0.9, 0.9, 0.75, 0.75, 0.8 };

static void
test_margin (void)
{
  const double census[] = { 1e6, 90, 15, 6, NAN };
  const VbSmallUnitsInput input = { 5, parents, census, targets };
  g_autofree VbSmallUnitsNeed *needs = vb_small_units_run (&input);

  g_assert_cmpfloat_with_epsilon (needs[0].census, 111, 1e-12);
  g_assert_cmpfloat_with_epsilon (needs[0].need, 128, 1e-12);
  g_assert_cmpfloat_with_epsilon (needs[0].need_as_one, 111 / 0.9, 1e-12);
  g_assert_cmpfloat_with_epsilon (needs[0].margin, 128 - 111 / 0.9, 1e-12);
  /* Of sums; the mean of the targets would be 80 %. */
  g_assert_cmpfloat_with_epsilon (needs[0].occupancy_at, 111.0 / 128, 1e-12);
  g_assert_cmpfloat (needs[1].margin, ==, 0);
  g_assert_cmpfloat_with_epsilon (needs[2].need, 20, 1e-12);
  g_assert_true (isnan (needs[4].need));
  g_assert_true (isnan (needs[4].margin));
}

static void
test_same_targets (void)
{
  const double same[] = { 0.9, 0.9, 0.9, 0.9, 0.9 };
  const double census[] = { NAN, 90, 15, 6, 3 };
  const VbSmallUnitsInput input = { 5, parents, census, same };
  g_autofree VbSmallUnitsNeed *needs = vb_small_units_run (&input);

  g_assert_cmpfloat_with_epsilon (needs[0].margin, 0, 1e-12);
}

static void
test_nothing_known (void)
{
  const double census[] = { 5, NAN, NAN, NAN, NAN };
  const VbSmallUnitsInput input = { 5, parents, census, targets };
  const VbSmallUnitsInput nothing = { 0 };
  g_autofree VbSmallUnitsNeed *needs = vb_small_units_run (&input);
  g_autofree VbSmallUnitsNeed *none = vb_small_units_run (&nothing);

  g_assert_true (isnan (needs[0].census));
  g_assert_true (isnan (needs[0].margin));
  g_assert_nonnull (none);
}

static void
test_empty_ward (void)
{
  const double census[] = { NAN, 0, 0, NAN, NAN };
  const VbSmallUnitsInput input = { 5, parents, census, targets };
  g_autofree VbSmallUnitsNeed *needs = vb_small_units_run (&input);

  g_assert_cmpfloat (needs[0].need, ==, 0);
  g_assert_true (isnan (needs[0].occupancy_at));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/small-units/margin", test_margin);
  g_test_add_func ("/engine/small-units/same-targets", test_same_targets);
  g_test_add_func ("/engine/small-units/nothing-known", test_nothing_known);
  g_test_add_func ("/engine/small-units/empty-ward", test_empty_ward);

  return g_test_run ();
}
