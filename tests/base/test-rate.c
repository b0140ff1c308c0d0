/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-rate.h"

#include <math.h>

/* Available beds of regions in 2025, all specialties, per 1,000 inhabitants with one decimal
 * (Kolada N70845), and their population on 31 December 2024 in thousands. */
static void
test_regions (void)
{
  static const struct
  {
    double rate, population, beds, margin;
  } regions[] = {
    { 2.1, 2472, 5191, 124 }, /* Stockholm */
    { 1.9, 408, 775, 20 },    /* Uppsala */
    { 2.5, 61, 153, 3 },      /* Gotland */
    { 1.6, 1773, 2837, 89 },  /* Västra Götaland */
    { 1.9, 10588, 20117, 529 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      double low, high;
      double beds = vb_rate_to_beds (regions[i].rate, 1, regions[i].population * 1000, &low, &high);

      g_assert_cmpfloat_with_epsilon (beds, regions[i].beds, 0.5 + 1e-9);
      g_assert_cmpfloat_with_epsilon (beds - low, regions[i].margin, 0.5);
      g_assert_cmpfloat_with_epsilon (high - beds, regions[i].margin, 0.5);
    }
}

static void
test_decimals (void)
{
  double low, high;

  g_assert_cmpfloat_with_epsilon (vb_rate_to_beds (2, 0, 10000, &low, &high), 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (low, 15, 1e-9);
  g_assert_cmpfloat_with_epsilon (high, 25, 1e-9);
  vb_rate_to_beds (2, 2, 10000, &low, &high);
  g_assert_cmpfloat_with_epsilon (low, 19.95, 1e-9);
  g_assert_cmpfloat_with_epsilon (high, 20.05, 1e-9);
}

static void
test_edges (void)
{
  double low, high;

  /* A rate of 0.0 may have been up to 0.05, but not less than nothing. */
  g_assert_cmpfloat (vb_rate_to_beds (0, 1, 100000, &low, &high), ==, 0);
  g_assert_cmpfloat (low, ==, 0);
  g_assert_cmpfloat_with_epsilon (high, 5, 1e-9);

  g_assert_true (isnan (vb_rate_to_beds (NAN, 1, 100000, &low, &high)));
  g_assert_true (isnan (low));
  g_assert_true (isnan (high));
  g_assert_true (isnan (vb_rate_to_beds (2, 1, NAN, &low, NULL)));
  g_assert_true (isnan (low));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/rate/regions", test_regions);
  g_test_add_func ("/base/rate/decimals", test_decimals);
  g_test_add_func ("/base/rate/edges", test_edges);

  return g_test_run ();
}
