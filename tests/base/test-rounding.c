/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-error.h"
#include "vb-rounding.h"

#include <math.h>

static void
assert_shares (
    const double *weights, const gint64 *locked, gsize n, gint64 total, const gint64 *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *shares = vb_largest_remainder (weights, locked, n, total, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (shares, n * sizeof *shares, expected, n * sizeof *expected);
}

static void
test_known (void)
{
  /* The parties of a textbook example of Hamilton's method. */
  const double votes[] = { 47000, 16000, 15800, 12000, 6100, 3100 };
  const gint64 seats[] = { 5, 2, 1, 1, 1, 0 };
  const double thirds[] = { 1, 4, 1 };
  const gint64 ties[] = { 2, 7, 1 };
  const double zero[] = { 0, 5, 0 };
  const gint64 all_to_one[] = { 0, 7, 0 };

  assert_shares (votes, NULL, 6, 10, seats);
  assert_shares (zero, NULL, 3, 7, all_to_one);
  /* Quotas 5/3, 20/3, 5/3: every remainder is 2/3, so the earlier rows win. */
  assert_shares (thirds, NULL, 3, 10, ties);
}

static void
test_locks (void)
{
  const double weights[] = { 10, 20, 30, 40 };
  const gint64 locked[] = { -1, 7, -1, 0 };
  const gint64 expected[] = { 3, 7, 10, 0 };

  assert_shares (weights, locked, 4, 20, expected);
}

static void
test_impossible (void)
{
  const double weights[] = { 1, 2 };
  const double nothing[] = { 0, 0 };
  const double negative[] = { 1, -1 };
  const double missing[] = { 1, NAN };
  const gint64 too_much[] = { 5, -1 };
  const gint64 all_locked[] = { 1, 1 };
  const struct
  {
    const double *weights;
    const gint64 *locked;
    gint64 total;
  } cases[] = {
    { weights, too_much, 4 }, { weights, all_locked, 4 }, { nothing, NULL, 4 },
    { negative, NULL, 4 },    { missing, NULL, 4 },       { weights, NULL, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          vb_largest_remainder (cases[i].weights, cases[i].locked, 2, cases[i].total, &error));
      g_assert_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE);
    }
}

static void
test_degenerate (void)
{
  g_autoptr (GError) error = NULL;
  const double nothing[] = { 0, 0 };
  const gint64 zeros[] = { 0, 0 };
  const gint64 all_locked[] = { 1, 3 };
  g_autofree gint64 *empty = vb_largest_remainder (NULL, NULL, 0, 0, &error);

  g_assert_no_error (error);
  g_assert_nonnull (empty);
  assert_shares (nothing, NULL, 2, 0, zeros);
  assert_shares (nothing, all_locked, 2, 4, all_locked);
}

/* With any weights and locks: the sum is exact, each free row gets its quota rounded down or up
 * (the quota rule), nothing without weight gets anything, and more weight never gets less. */
static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1792);

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree gint64 *shares = NULL;
      double weights[40];
      gint64 locked[40];
      int n = g_rand_int_range (rand, 1, 41);
      gint64 total = g_rand_int_range (rand, 0, round % 2 ? 100 : 20000000);
      gint64 rest = total;
      gint64 sum = 0;
      double free_weight = 0;

      for (int i = 0; i < n; i++)
        {
          weights[i] = round % 3 ? g_rand_int_range (rand, 0, 50) : g_rand_double (rand) * 50;
          locked[i] = g_rand_boolean (rand) ? -1 : g_rand_int_range (rand, 0, 1 + rest / 4);
          rest -= MAX (locked[i], 0);
          if (locked[i] < 0)
            free_weight += weights[i];
        }

      shares = vb_largest_remainder (weights, locked, n, total, &error);
      if (free_weight <= 0 && rest > 0)
        {
          g_assert_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE);
          continue;
        }
      g_assert_no_error (error);

      for (int i = 0; i < n; i++)
        {
          sum += shares[i];
          if (locked[i] >= 0)
            {
              g_assert_cmpint (shares[i], ==, locked[i]);
              continue;
            }
          g_assert_cmpfloat (fabs (shares[i] - (rest > 0 ? rest * weights[i] / free_weight : 0)), <,
                             1 + 1e-6);
          if (weights[i] <= 0)
            g_assert_cmpint (shares[i], ==, 0);
          for (int k = 0; k < i; k++)
            if (locked[k] < 0 && weights[k] >= weights[i])
              g_assert_cmpint (shares[k], >=, shares[i]);
        }
      g_assert_cmpint (sum, ==, total);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/rounding/known", test_known);
  g_test_add_func ("/base/rounding/locks", test_locks);
  g_test_add_func ("/base/rounding/impossible", test_impossible);
  g_test_add_func ("/base/rounding/degenerate", test_degenerate);
  g_test_add_func ("/base/rounding/properties", test_properties);
  return g_test_run ();
}
