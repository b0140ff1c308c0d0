/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-interval.h"

#include <math.h>

#include "vb-random.h"

/* 1.9 beds per 1,000 of 408,000 inhabitants: 775 ± 20. */
static void
test_rate (void)
{
  VbInterval beds = vb_interval_from_rate (1.9, 1, 408000);
  VbInterval unknown = vb_interval_from_rate (NAN, 1, 408000);

  g_assert_cmpfloat_with_epsilon (beds.value, 775.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (beds.low, 775.2 - 20.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (beds.high, 775.2 + 20.4, 1e-9);
  g_assert_true (isnan (unknown.low) && isnan (unknown.value) && isnan (unknown.high));
}

static void
test_gap (void)
{
  const VbInterval capacity = { 80, 90, 100 };
  const VbInterval need = { 95, 100, 105 };
  const VbInterval maybe_none = { 0, 1, 2 };
  VbInterval gap = vb_interval_get_gap (capacity, need);
  VbInterval share = vb_interval_get_gap_share (capacity, need);

  g_assert_cmpfloat (gap.low, ==, -25);
  g_assert_cmpfloat (gap.value, ==, -10);
  g_assert_cmpfloat (gap.high, ==, 5);
  g_assert_cmpfloat_with_epsilon (share.low, 80.0 / 105 - 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (share.value, -0.1, 1e-12);
  g_assert_cmpfloat_with_epsilon (share.high, 100.0 / 95 - 1, 1e-12);
  g_assert_true (isnan (vb_interval_get_gap_share (capacity, maybe_none).value));
  gap = vb_interval_get_gap (vb_interval_exact (90), vb_interval_exact (100));
  g_assert_cmpfloat (gap.low, ==, -10);
  g_assert_cmpfloat (gap.high, ==, -10);
}

static void
assert_rank (const VbRank *rank, guint index, guint place, guint first, guint last)
{
  g_assert_cmpuint (rank->index, ==, index);
  g_assert_cmpuint (rank->rank, ==, place);
  g_assert_cmpuint (rank->first, ==, first);
  g_assert_cmpuint (rank->last, ==, last);
}

static void
test_rank (void)
{
  const VbInterval units[] = {
    { 4, 5, 6 }, { 5.5, 6, 7 }, { NAN, NAN, NAN }, { 1, 2, 3 }, { 6, 6, 6 }
  };
  g_autofree VbRank *lowest = vb_interval_rank (units, 5, FALSE);
  g_autofree VbRank *highest = vb_interval_rank (units, 5, TRUE);
  g_autofree VbRank *none = vb_interval_rank (units, 0, TRUE);

  assert_rank (&lowest[0], 3, 1, 1, 1);
  assert_rank (&lowest[1], 0, 2, 2, 4);
  assert_rank (&lowest[2], 1, 3, 2, 4);
  assert_rank (&lowest[3], 4, 3, 2, 4);
  assert_rank (&lowest[4], 2, 0, 0, 0);

  assert_rank (&highest[0], 1, 1, 1, 3);
  assert_rank (&highest[1], 4, 1, 1, 3);
  assert_rank (&highest[2], 0, 3, 1, 3);
  assert_rank (&highest[3], 3, 4, 4, 4);
  assert_rank (&highest[4], 2, 0, 0, 0);
  g_assert_nonnull (none);
}

/* Whatever the true values are within their intervals, their ranks lie between first and last. */
static void
test_rank_holds (void)
{
  VbRandom random;

  vb_random_init (&random, 4, 13);
  for (guint round = 0; round < 300; round++)
    {
      VbInterval units[21];
      g_autofree VbRank *ranks = NULL;
      double truth[21];

      for (guint i = 0; i < 21; i++)
        {
          units[i].value = vb_random_unit (&random);
          units[i].low = units[i].value - vb_random_unit (&random) * 0.1;
          units[i].high = units[i].value + vb_random_unit (&random) * 0.1;
          truth[i] = units[i].low + vb_random_unit (&random) * (units[i].high - units[i].low);
        }
      ranks = vb_interval_rank (units, 21, FALSE);
      for (guint r = 0; r < 21; r++)
        {
          guint place = 1;

          for (guint i = 0; i < 21; i++)
            place += truth[i] < truth[ranks[r].index];
          g_assert_cmpuint (place, >=, ranks[r].first);
          g_assert_cmpuint (place, <=, ranks[r].last);
          g_assert_cmpuint (ranks[r].rank, ==, r + 1);
          g_assert_cmpuint (ranks[r].rank, >=, ranks[r].first);
          g_assert_cmpuint (ranks[r].rank, <=, ranks[r].last);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/interval/rate", test_rate);
  g_test_add_func ("/engine/interval/gap", test_gap);
  g_test_add_func ("/engine/interval/rank", test_rank);
  g_test_add_func ("/engine/interval/rank-holds", test_rank_holds);

  return g_test_run ();
}
