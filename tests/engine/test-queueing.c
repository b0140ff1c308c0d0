/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-queueing.h"

#include <math.h>
#include <string.h>

#include "vb-error.h"

/* Calls @check with the cells of every row of a file of tests/data/reference. */
static void
for_each_row (const char *name, guint n_rows, void (*check) (const GStrv cells))
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "reference", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++, n++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      check (cells);
    }
  g_assert_cmpuint (n, ==, n_rows);
}

static double
number (const char *cell)
{
  return g_ascii_strtod (cell, NULL);
}

static void
assert_exact (double value, double expected)
{
  if (isinf (expected))
    g_assert_true (isinf (value) && value > 0);
  else
    g_assert_cmpfloat (fabs (value - expected), <=, 1e-9 * fabs (expected) + 1e-15);
}

static void
check_erlang (const GStrv cells)
{
  VbQueueingErlang erlang = vb_queueing_get_erlang ((guint) number (cells[0]), number (cells[1]));

  assert_exact (erlang.blocking, number (cells[2]));
  assert_exact (erlang.carried_occupancy, number (cells[3]));
  assert_exact (erlang.p_wait, number (cells[4]));
  assert_exact (erlang.mean_queue, number (cells[5]));
  assert_exact (erlang.mean_wait, number (cells[6]));
}

static void
check_loss (const GStrv cells)
{
  VbQueueingBeds beds;

  g_assert_true (vb_queueing_find_beds_loss (number (cells[0]) * number (cells[1]),
                                             number (cells[3]), &beds, NULL));
  g_assert_cmpuint (beds.beds, ==, (guint) number (cells[4]));
  assert_exact (beds.refused, number (cells[5]));
  assert_exact (beds.occupancy_carried, number (cells[6]));
  assert_exact (beds.occupancy_offered, number (cells[7]));
}

static void
check_poisson (const GStrv cells)
{
  double mean = number (cells[0]);
  guint beds;

  g_assert_true (vb_queueing_find_beds_risk (mean, 1, number (cells[1]), &beds, NULL));
  g_assert_cmpuint (beds, ==, (guint) number (cells[2]));
  g_assert_cmpfloat_with_epsilon (vb_queueing_get_risk (mean, 1, beds), number (cells[3]), 1e-9);
}

static void
check_target (const GStrv cells)
{
  double load, occupancy;

  vb_queueing_find_load ((guint) number (cells[0]), number (cells[1]), &load, &occupancy);
  g_assert_cmpfloat_with_epsilon (load, number (cells[2]), 1e-7);
  g_assert_cmpfloat_with_epsilon (occupancy, number (cells[3]), 1e-7);
}

static void
check_refusals (const GStrv cells)
{
  double load, refused;

  vb_queueing_find_refusals ((guint) number (cells[0]), number (cells[1]), &load, &refused);
  g_assert_cmpfloat_with_epsilon (load, number (cells[2]), 1e-7);
  g_assert_cmpfloat_with_epsilon (refused, number (cells[3]), 1e-7);
}

static void
check_pooling (const GStrv cells)
{
  g_auto (GStrv) texts = g_strsplit (cells[0], ";", -1);
  VbQueueingWard wards[8] = { 0 };
  VbQueueingPooling pooling;
  guint n = 0;

  for (; texts[n] != NULL; n++)
    {
      wards[n].beds = (guint) number (texts[n]);
      wards[n].load = number (strchr (texts[n], ':') + 1);
    }

  g_assert_true (vb_queueing_pool (wards, n, &pooling, NULL));
  g_assert_cmpfloat_with_epsilon (pooling.refused_separate, number (cells[1]), 1e-9);
  g_assert_cmpfloat_with_epsilon (pooling.refused_pooled, number (cells[2]), 1e-9);
  g_assert_cmpuint (pooling.beds_pooled, ==, (guint) number (cells[3]));
  g_assert_cmpfloat (pooling.beds_saved, ==, number (cells[4]));
}

static void
test_reference (void)
{
  for_each_row ("erlang_bc.csv", 88, check_erlang);
  for_each_row ("bed_need_loss.csv", 32, check_loss);
  for_each_row ("bed_need_poisson.csv", 32, check_poisson);
  for_each_row ("occupancy_target_by_ward_size.csv", 44, check_target);
  for_each_row ("refusals_at_fixed_occupancy.csv", 28, check_refusals);
  for_each_row ("pooling.csv", 3, check_pooling);
}

/* Wolfram's documentation of ErlangB; the self-tests of Octave's queueing package (qsmmm.m); Green,
 * Inquiry 39 (2002): obstetrics with 14.8 arrivals a day, 2.9 days, 56 beds. */
static void
test_published (void)
{
  VbQueueingErlang erlang;

  g_assert_cmpfloat_with_epsilon (vb_queueing_get_erlang_b (30, 25), 0.052603, 5e-7);

  erlang = vb_queueing_get_erlang (2, 9.0 / 5);
  g_assert_cmpfloat_with_epsilon (erlang.mean_queue, 7.674, 5e-4);
  g_assert_cmpfloat_with_epsilon ((erlang.mean_wait + 1) / 5, 1.053, 5e-4);
  erlang = vb_queueing_get_erlang (4, 9.0 / 5);
  g_assert_cmpfloat_with_epsilon (erlang.mean_queue, 0.105, 5e-4);
  g_assert_cmpfloat_with_epsilon ((erlang.mean_wait + 1) / 5, 0.212, 5e-4);

  erlang = vb_queueing_get_erlang (56, 14.8 * 2.9);
  g_assert_cmpfloat_with_epsilon (14.8 * 2.9 / 56, 0.7664, 5e-5);
  g_assert_cmpfloat_with_epsilon (erlang.p_wait, 0.03684, 5e-6);
}

/* Beds for a Poisson census at risks of 10, 5, 2 and 1 %, and for 2 % refused. */
static void
test_ward_sizes (void)
{
  static const guint table[][6] = {
    { 5, 8, 9, 10, 11, 10 },          { 8, 12, 13, 14, 15, 14 },
    { 10, 14, 15, 17, 18, 17 },       { 15, 20, 22, 23, 25, 23 },
    { 20, 26, 28, 30, 31, 28 },       { 25, 32, 33, 36, 37, 34 },
    { 30, 37, 39, 42, 43, 39 },       { 40, 48, 51, 53, 55, 50 },
    { 50, 59, 62, 65, 67, 61 },       { 75, 86, 90, 93, 96, 87 },
    { 100, 113, 117, 121, 124, 113 }, { 200, 218, 224, 230, 234, 214 },
    { 400, 426, 433, 442, 447, 415 },
  };
  static const double risks[] = { 0.1, 0.05, 0.02, 0.01 };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      VbQueueingBeds loss;
      guint beds;

      for (gsize k = 0; k < G_N_ELEMENTS (risks); k++)
        {
          g_assert_true (vb_queueing_find_beds_risk (table[i][0], 1, risks[k], &beds, NULL));
          g_assert_cmpuint (beds, ==, table[i][k + 1]);
        }
      g_assert_true (vb_queueing_find_beds_loss (table[i][0], 0.02, &loss, NULL));
      g_assert_cmpuint (loss.beds, ==, table[i][5]);
    }
}

/* The definition, B = (a^c / c!) / Σ a^k / k!, where it does not overflow. */
static void
test_erlang_b_definition (void)
{
  for (guint c = 0; c <= 20; c++)
    for (double load = 0.25; load < 30; load *= 1.7)
      {
        double term = 1;
        double sum = 1;

        for (guint k = 1; k <= c; k++)
          {
            term *= load / k;
            sum += term;
          }
        assert_exact (vb_queueing_get_erlang_b (c, load), term / sum);
      }
}

/* Blocking stays a probability, falls with beds and rises with load; even a thousand times more
 * beds and load than a hospital has do not overflow. */
static void
test_erlang_b_shape (void)
{
  for (guint c = 1; c <= 400; c += 7)
    {
      double previous = 0;

      for (double load = 0; load < 800; load += 13)
        {
          double blocking = vb_queueing_get_erlang_b (c, load);

          g_assert_cmpfloat (blocking, >=, 0);
          g_assert_cmpfloat (blocking, <=, 1);
          g_assert_cmpfloat (blocking, >=, previous);
          g_assert_cmpfloat (blocking, <=, vb_queueing_get_erlang_b (c - 1, load));
          previous = blocking;
        }
    }
  g_assert_cmpfloat (vb_queueing_get_erlang_b (400000, 400000), >, 0);
  g_assert_cmpfloat (vb_queueing_get_erlang_b (0, 5), ==, 1);
  g_assert_cmpfloat (vb_queueing_get_erlang_b (3, 0), ==, 0);
}

/* Mean and variance of the census, from its own tail: ΣP(N>b) and Σ(2b+1)P(N>b) - m². */
static void
test_variance (void)
{
  static const double means[] = { 1, 2.5, 7.3, 23.5, 67.4, 300 };

  for (gsize i = 0; i < G_N_ELEMENTS (means); i++)
    for (double factor = 0.5; factor <= 2; factor += 0.07)
      {
        double first = 0;
        double second = 0;
        double previous = 1;

        for (guint b = 0; b < 2000; b++)
          {
            double risk = vb_queueing_get_risk (means[i], factor, b);

            g_assert_cmpfloat (risk, >=, 0);
            g_assert_cmpfloat (risk, <=, previous + 1e-15);
            first += risk;
            second += (2 * b + 1) * risk;
            previous = risk;
          }
        g_assert_cmpfloat_with_epsilon (first, means[i], 1e-8 * means[i]);
        g_assert_cmpfloat_with_epsilon ((second - first * first) / means[i], factor, 1e-5);
      }
}

/* Nothing leaps where Poisson takes over, and more variation means more risk above the mean. */
static void
test_variance_continuous (void)
{
  double previous = 0;

  for (double factor = 0.99; factor <= 1.01; factor += 0.00005)
    {
      double risk = vb_queueing_get_risk (23.5, factor, 27);

      g_assert_cmpfloat (risk, >, previous - 1e-12);
      if (previous > 0)
        g_assert_cmpfloat (risk - previous, <, 2e-5);
      previous = risk;
    }
}

/* Too small a mean cannot vary as little as asked: it is then there or not. */
static void
test_variance_of_few (void)
{
  g_assert_cmpfloat_with_epsilon (vb_queueing_get_risk (0.3, 0.5, 0), 0.3, 1e-12);
  g_assert_cmpfloat (vb_queueing_get_risk (0.3, 0.5, 1), ==, 0);
}

static void
test_risk_of_partial_beds (void)
{
  g_assert_cmpfloat (vb_queueing_get_risk (23.5, 1, 26.7), ==, vb_queueing_get_risk (23.5, 1, 26));
  g_assert_cmpfloat (vb_queueing_get_risk (0, 1, 0), ==, 0);
  g_assert_cmpfloat_with_epsilon (vb_queueing_get_risk (2, 1, 0), 1 - exp (-2), 1e-12);
}

/* Poisson in closed form, m P(N >= b) - b P(N > b); without beds everybody is without one. */
static void
test_overflow (void)
{
  for (double mean = 0.5; mean < 300; mean *= 2.3)
    {
      for (double b = 1; b < 1.5 * mean; b += 1 + floor (mean / 10))
        {
          double expected =
              mean * vb_queueing_get_risk (mean, 1, b - 1) - b * vb_queueing_get_risk (mean, 1, b);

          g_assert_cmpfloat_with_epsilon (vb_queueing_get_overflow (mean, 1, b), expected, 1e-9);
        }
      for (double factor = 0.5; factor <= 2; factor += 0.5)
        g_assert_cmpfloat_with_epsilon (vb_queueing_get_overflow (mean, factor, 0), mean,
                                        1e-8 * mean);
    }
  g_assert_cmpfloat (vb_queueing_get_overflow (0, 1, 0), ==, 0);
  g_assert_cmpfloat (vb_queueing_get_overflow (23.5, 1, 26.7), ==,
                     vb_queueing_get_overflow (23.5, 1, 26));
}

/* The beds found meet the limit, and one less does not. */
static void
test_fewest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1917);

  for (int i = 0; i < 500; i++)
    {
      double load = g_rand_double_range (rand, 0.01, 250);
      double limit = g_rand_double_range (rand, 1e-4, 0.4);
      double factor = g_rand_double_range (rand, 0.5, 2);
      VbQueueingBeds loss;
      guint beds;

      g_assert_true (vb_queueing_find_beds_loss (load, limit, &loss, NULL));
      g_assert_cmpfloat (vb_queueing_get_erlang_b (loss.beds, load), <=, limit);
      g_assert_cmpfloat (vb_queueing_get_erlang_b (loss.beds - 1, load), >, limit);

      g_assert_true (vb_queueing_find_beds_risk (load, factor, limit, &beds, NULL));
      g_assert_cmpfloat (vb_queueing_get_risk (load, factor, beds), <=, limit);
      if (beds > 0)
        g_assert_cmpfloat (vb_queueing_get_risk (load, factor, beds - 1.0), >, limit);
    }
}

/* A load found gives back the fraction it was found for. */
static void
test_inverse (void)
{
  static const double fractions[] = { 1e-6, 0.01, 0.1, 0.5, 0.9, 0.999 };

  for (guint beds = 1; beds <= 500; beds = beds * 3 / 2 + 1)
    for (gsize i = 0; i < G_N_ELEMENTS (fractions); i++)
      {
        double load, occupancy, refused;

        vb_queueing_find_load (beds, fractions[i], &load, &occupancy);
        assert_exact (vb_queueing_get_erlang_b (beds, load), fractions[i]);
        g_assert_cmpfloat (occupancy, <, 1);

        vb_queueing_find_refusals (beds, fractions[i], &load, &refused);
        assert_exact (vb_queueing_get_erlang (beds, load).carried_occupancy, fractions[i]);
        g_assert_cmpfloat (refused, >=, 0);
        g_assert_cmpfloat (refused, <, 1);
      }
}

/* Two and a half beds are 2 on every other day and 3 on the rest: B (2, 1) = 1/5, B (3, 1) = 1/16,
 * B (4, 2) = 2/21, B (5, 2) = 4/109. */
static void
test_pooling_parts_of_beds (void)
{
  static const VbQueueingWard wards[] = { { 2.5, 1, 0 }, { 2.5, 1, 0 } };
  VbQueueingPooling pooling;

  g_assert_true (vb_queueing_pool (wards, 2, &pooling, NULL));
  g_assert_cmpfloat_with_epsilon (pooling.refused_separate, (1.0 / 5 + 1.0 / 16) / 2, 1e-15);
  g_assert_cmpfloat_with_epsilon (pooling.refused_pooled, 4.0 / 109, 1e-15);
  g_assert_cmpuint (pooling.beds_pooled, ==, 4);
  g_assert_cmpfloat (pooling.beds_saved, ==, 1);
  g_assert_cmpfloat_with_epsilon (vb_queueing_get_refused (4.25, 2), 0.75 * 2 / 21 + 0.25 * 4 / 109,
                                  1e-15);
  g_assert_cmpfloat (vb_queueing_get_refused (5, 2), ==, vb_queueing_get_erlang_b (5, 2));
  g_assert_cmpfloat_with_epsilon (vb_queueing_get_refused (0.5, 1), 0.75, 1e-15);
}

/* A ward that is closed on every other day has half a voice: patients refused ÷ patients of all
 * days, and the beds and patients of a mean day when shared. */
static void
test_pooling_closed (void)
{
  static const VbQueueingWard wards[] = { { 3, 1, 0 }, { 4, 2, 0.5 } };
  VbQueueingPooling pooling;

  g_assert_true (vb_queueing_pool (wards, 2, &pooling, NULL));
  g_assert_cmpfloat_with_epsilon (pooling.refused_separate, (1.0 / 16 + 2.0 / 21) / 2, 1e-15);
  g_assert_cmpfloat_with_epsilon (pooling.refused_pooled, 4.0 / 109, 1e-15);
}

/* Sharing beds never refuses more and never takes more beds. */
static void
test_pooling_never_costs (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2002);

  for (int i = 0; i < 500; i++)
    {
      VbQueueingWard wards[6] = { 0 };
      VbQueueingPooling pooling;
      gsize n = (gsize) g_rand_int_range (rand, 1, 7);

      for (gsize k = 0; k < n; k++)
        {
          wards[k].beds = (guint) g_rand_int_range (rand, 1, 60);
          wards[k].load = g_rand_double_range (rand, 0.1, 60);
        }
      g_assert_true (vb_queueing_pool (wards, n, &pooling, NULL));
      g_assert_cmpfloat (pooling.beds_saved, >=, 0);
      g_assert_cmpfloat (pooling.refused_pooled, <=, pooling.refused_separate + 1e-12);
      if (n == 1)
        g_assert_cmpfloat (pooling.beds_saved, ==, 0);
    }
}

static void
test_impossible (void)
{
  g_autoptr (GError) error = NULL;
  VbQueueingBeds beds;
  guint n;

  g_assert_false (vb_queueing_find_beds_loss (3e6, 0.01, &beds, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE);
  g_clear_error (&error);
  g_assert_false (vb_queueing_find_beds_risk (3e6, 1, 0.01, &n, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE);

  g_assert_true (vb_queueing_find_beds_loss (0, 0.01, &beds, NULL));
  g_assert_cmpuint (beds.beds, ==, 1);
  g_assert_cmpfloat (beds.refused, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/queueing/reference", test_reference);
  g_test_add_func ("/engine/queueing/published", test_published);
  g_test_add_func ("/engine/queueing/ward-sizes", test_ward_sizes);
  g_test_add_func ("/engine/queueing/erlang-b-definition", test_erlang_b_definition);
  g_test_add_func ("/engine/queueing/erlang-b-shape", test_erlang_b_shape);
  g_test_add_func ("/engine/queueing/variance", test_variance);
  g_test_add_func ("/engine/queueing/variance-continuous", test_variance_continuous);
  g_test_add_func ("/engine/queueing/variance-of-few", test_variance_of_few);
  g_test_add_func ("/engine/queueing/risk-of-partial-beds", test_risk_of_partial_beds);
  g_test_add_func ("/engine/queueing/overflow", test_overflow);
  g_test_add_func ("/engine/queueing/fewest", test_fewest);
  g_test_add_func ("/engine/queueing/inverse", test_inverse);
  g_test_add_func ("/engine/queueing/pooling-never-costs", test_pooling_never_costs);
  g_test_add_func ("/engine/queueing/pooling-parts-of-beds", test_pooling_parts_of_beds);
  g_test_add_func ("/engine/queueing/pooling-closed", test_pooling_closed);
  g_test_add_func ("/engine/queueing/impossible", test_impossible);
  return g_test_run ();
}
