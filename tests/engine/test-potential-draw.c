/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "private/vb-three-point.h"
#include "vb-potential.h"
#include "vb-random.h"

#define N_DRAWS 10000
#define N_LEVERS 8
#define N_YEARS 6

/* ---- one value ------------------------------------------------------------------------------- */

static void
assert_mean (VbDistribution distribution, double low, double base, double high)
{
  g_autofree VbThreePointRoots *roots = g_new (VbThreePointRoots, 1);
  const guint n = 100000;
  double last = low;
  double sum = 0;
  VbThreePoint value;

  _vb_three_point_init_roots (roots);
  _vb_three_point_init (&value, distribution, low, base, high, roots);
  for (guint i = 0; i < n; i++)
    {
      double quantile = _vb_three_point_get_quantile (&value, (i + 0.5) / n);

      g_assert_cmpfloat (quantile, >=, last);
      last = quantile;
      sum += quantile;
    }
  g_assert_cmpfloat (last, <=, high);
  g_assert_cmpfloat_with_epsilon (sum / n, _vb_three_point_get_mean (distribution, low, base, high),
                                  1e-4 * (high - low) + 1e-9);
}

static void
test_quantiles (void)
{
  for (guint d = 0; d < VB_N_DISTRIBUTIONS; d++)
    {
      assert_mean ((VbDistribution) d, 0, 0.3, 1);
      assert_mean ((VbDistribution) d, -20, 40, 41);
      assert_mean ((VbDistribution) d, 5, 5, 9);
      assert_mean ((VbDistribution) d, 5, 9, 9);
      assert_mean ((VbDistribution) d, 7, 7, 7);
    }
}

static double
get_quantile (VbDistribution distribution, double base, double u)
{
  g_autofree VbThreePointRoots *roots = g_new (VbThreePointRoots, 1);
  VbThreePoint value;

  _vb_three_point_init_roots (roots);
  _vb_three_point_init (&value, distribution, 0, base, 1, roots);
  return _vb_three_point_get_quantile (&value, u);
}

/* Triangular in closed form. PERT with the base in the middle is Beta (3, 3), with the base at 0
 * Beta (1, 5), whose quantile is 1 − (1 − u)^(1/5); the others come from adding up the density of
 * Beta (1 + 4 c, 5 − 4 c) in two million steps. */
static void
test_published_quantiles (void)
{
  g_assert_cmpfloat_with_epsilon (get_quantile (VB_DISTRIBUTION_TRIANGULAR, 0.5, 0.125), 0.25,
                                  1e-15);
  g_assert_cmpfloat_with_epsilon (get_quantile (VB_DISTRIBUTION_TRIANGULAR, 0.5, 0.875), 0.75,
                                  1e-15);
  g_assert_cmpfloat_with_epsilon (get_quantile (VB_DISTRIBUTION_PERT, 0.5, 0.5), 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_quantile (VB_DISTRIBUTION_PERT, 0.5, 0.1), 0.2466365, 2e-5);
  g_assert_cmpfloat_with_epsilon (get_quantile (VB_DISTRIBUTION_PERT, 0, 0.9), 1 - pow (0.1, 0.2),
                                  2e-5);
  g_assert_cmpfloat_with_epsilon (get_quantile (VB_DISTRIBUTION_PERT, 0.3, 0.1), 0.1362000, 2e-5);
  g_assert_cmpfloat_with_epsilon (get_quantile (VB_DISTRIBUTION_PERT, 0.3, 0.9), 0.6207545, 2e-5);
}

/* ---- scenarios ------------------------------------------------------------------------------- */

typedef struct
{
  double need[N_YEARS];
  double capacity[N_YEARS];
  VbPotentialLever levers[N_LEVERS];
  VbPotentialInput input;
} Scenario;

/* 0 … @most sixty-fourths: numbers that can be added and multiplied without rounding, so that the
 * scenario too is the same everywhere. */
static double
draw_part (VbRandom *random, guint most)
{
  return vb_random_below (random, most + 1) / 64.0;
}

static void
draw_scenario (Scenario *self, VbRandom *random)
{
  for (guint y = 0; y < N_YEARS; y++)
    {
      self->need[y] = 1000 + 5 * y;
      self->capacity[y] = 930;
    }
  for (guint i = 0; i < N_LEVERS; i++)
    {
      double low = draw_part (random, 13);
      double base = low + draw_part (random, 13);
      double high = base + draw_part (random, 13);
      gboolean on_need = i % 2 == 0;

      self->levers[i] = (VbPotentialLever){
        .id = i + 100,
        .figures = {
        .side = on_need ? VB_BALANCE_SIDE_NEED : VB_BALANCE_SIDE_CAPACITY,
        .basis = on_need ? VB_LEVER_BASIS_SHARE : VB_LEVER_BASIS_BEDS,
        .profile = (guint8) (i % VB_N_LEVER_PROFILES),
        .low = on_need ? low : low * 60,
        .base = on_need ? base : base * 60,
        .high = on_need ? high : high * 60,
        .influence = 0.5 + draw_part (random, 32),
        .probability = i < 4 ? 1 : 0.25 + draw_part (random, 48),
        .bed_days = 20000 + vb_random_below (random, 20000),
        .overlap = on_need && i < 6,
        .start = (gint16) (2024 + i % 3),
        .full = 2028,
        .yearly_cost = NAN,
        },
      };
    }
  self->input =
      (VbPotentialInput){ 2024, N_YEARS, self->need, self->capacity, 0.9, self->levers, N_LEVERS };
}

/* Sizes and probabilities are independent, and the effect is linear in each: the mean of the draws
 * is that of vb_potential_run() with every size at its mean. The standard error of a mean of n
 * draws is σ ÷ √n, and σ about the distance from the 10th to the 90th percentile ÷ 2.563. */
static void
test_mean (void)
{
  VbRandom random;

  vb_random_init (&random, 4, 5);
  for (guint round = 0; round < 20; round++)
    {
      VbDistribution distribution = (VbDistribution) (round % 2);
      g_autofree VbPotentialOutlook *outlook = NULL;
      g_autofree VbPotentialYear *years = NULL;
      Scenario scenario;

      draw_scenario (&scenario, &random);
      outlook = vb_potential_draw (&scenario.input, distribution, N_DRAWS, round, NULL, NULL);
      for (guint i = 0; i < N_LEVERS; i++)
        scenario.levers[i].figures.base = _vb_three_point_get_mean (
            distribution, scenario.levers[i].figures.low, scenario.levers[i].figures.base,
            scenario.levers[i].figures.high);
      years = vb_potential_run (&scenario.input, NULL);
      for (guint y = 0; y < N_YEARS; y++)
        {
          const VbPotentialSpread *gap = &outlook[y].gap;
          double error = (gap->p90 - gap->p10) / 2.563 / sqrt (N_DRAWS);

          g_assert_cmpfloat (fabs (gap->mean - years[y].gap), <=, 3 * error + 1e-9);
          g_assert_cmpfloat_with_epsilon (gap->mean,
                                          outlook[y].capacity.mean - outlook[y].need.mean, 1e-9);
        }
    }
}

static void
assert_in_order (const VbPotentialSpread *spread)
{
  g_assert_cmpfloat (spread->p10, <=, spread->p50);
  g_assert_cmpfloat (spread->p50, <=, spread->p90);
}

static void
test_percentiles (void)
{
  VbRandom random;

  vb_random_init (&random, 4, 6);
  for (guint round = 0; round < 200; round++)
    {
      guint n_draws = 1 + vb_random_below (&random, 300);
      g_autofree VbPotentialOutlook *outlook = NULL;
      Scenario scenario;

      draw_scenario (&scenario, &random);
      outlook = vb_potential_draw (&scenario.input, (VbDistribution) (round % 2), n_draws, round,
                                   NULL, NULL);
      for (guint y = 0; y < N_YEARS; y++)
        {
          assert_in_order (&outlook[y].need);
          assert_in_order (&outlook[y].capacity);
          assert_in_order (&outlook[y].gap);
          g_assert_cmpfloat (outlook[y].probability_balanced, >=, 0);
          g_assert_cmpfloat (outlook[y].probability_balanced, <=, 1);
          /* Balance in at least half of the draws is a median without shortage. */
          if (outlook[y].probability_balanced > 0.5)
            g_assert_cmpfloat (outlook[y].gap.p50, >=, -1e-6);
          if (outlook[y].probability_balanced < 0.5)
            g_assert_cmpfloat (outlook[y].gap.p50, <, -1e-6);
        }
    }
}

/* One lever of a known distribution on the capacity: the percentiles are its quantiles. */
static void
test_one_lever (void)
{
  const double need[] = { 100 };
  const double capacity[] = { 95 };
  const VbPotentialLever one = { .figures = {
                                     .side = VB_BALANCE_SIDE_CAPACITY,
                                     .high = 10,
                                     .base = 5,
                                     .influence = 1,
                                     .probability = 1,
                                     .bed_days = NAN,
                                     .start = 2024,
                                     .full = 2024,
                                     .yearly_cost = NAN,
                                 } };
  const VbPotentialInput input = { 2024, 1, need, capacity, 0.9, &one, 1 };
  g_autofree VbPotentialOutlook *outlook =
      vb_potential_draw (&input, VB_DISTRIBUTION_TRIANGULAR, 100000, 9, NULL, NULL);

  g_assert_cmpfloat_with_epsilon (outlook->capacity.p10, 95 + sqrt (0.1 * 50), 0.05);
  g_assert_cmpfloat_with_epsilon (outlook->capacity.p50, 100, 0.05);
  g_assert_cmpfloat_with_epsilon (outlook->capacity.p90, 105 - sqrt (0.1 * 50), 0.05);
  g_assert_cmpfloat (outlook->need.p10, ==, 100);
  g_assert_cmpfloat (outlook->need.p90, ==, 100);
  g_assert_cmpfloat_with_epsilon (outlook->probability_balanced, 0.5, 0.01);
}

/* A lever pulled in three of ten cases. */
static void
test_probability (void)
{
  const double need[] = { 100 };
  const double capacity[] = { 95 };
  const VbPotentialLever one = { .figures = {
                                     .side = VB_BALANCE_SIDE_CAPACITY,
                                     .low = 10,
                                     .base = 10,
                                     .high = 10,
                                     .influence = 1,
                                     .probability = 0.3,
                                     .bed_days = NAN,
                                     .start = 2024,
                                     .full = 2024,
                                     .yearly_cost = NAN,
                                 } };
  const VbPotentialInput input = { 2024, 1, need, capacity, 0.9, &one, 1 };
  g_autofree VbPotentialOutlook *outlook =
      vb_potential_draw (&input, VB_DISTRIBUTION_PERT, N_DRAWS, 2, NULL, NULL);

  g_assert_cmpfloat_with_epsilon (outlook->probability_balanced, 0.3,
                                  3 * sqrt (0.3 * 0.7 / N_DRAWS));
  g_assert_cmpfloat (outlook->gap.p50, ==, -5);
  g_assert_cmpfloat (outlook->gap.p90, ==, 5);
}

/* ---- the same figures everywhere ------------------------------------------------------------- */

static guint64
get_bits (double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  return bits;
}

static void
test_same_seed (void)
{
  g_autofree VbPotentialOutlook *first = NULL;
  g_autofree VbPotentialOutlook *again = NULL;
  g_autofree VbPotentialOutlook *other = NULL;
  Scenario scenario;
  VbRandom random;

  vb_random_init (&random, 4, 7);
  draw_scenario (&scenario, &random);
  first = vb_potential_draw (&scenario.input, VB_DISTRIBUTION_PERT, N_DRAWS, 42, NULL, NULL);
  again = vb_potential_draw (&scenario.input, VB_DISTRIBUTION_PERT, N_DRAWS, 42, NULL, NULL);
  other = vb_potential_draw (&scenario.input, VB_DISTRIBUTION_PERT, N_DRAWS, 43, NULL, NULL);
  g_assert_cmpmem (first, N_YEARS * sizeof *first, again, N_YEARS * sizeof *again);
  g_assert_cmpfloat (first[5].gap.mean, !=, other[5].gap.mean);
}

/* To the last bit as GCC 12 and Clang 14 made them on x86-64, with and without optimisation. */
static void
test_same_everywhere (void)
{
  static const guint64 expected[VB_N_DISTRIBUTIONS][4] = {
    { G_GUINT64_CONSTANT (0x408e51d4d60c7dcd), G_GUINT64_CONSTANT (0x408e01aad8897377),
      G_GUINT64_CONSTANT (0xc0209dae8c19b080), G_GUINT64_CONSTANT (0xc03b627fcdba3d09) },
    { G_GUINT64_CONSTANT (0x408e4c624811b8ab), G_GUINT64_CONSTANT (0x408e03b81ea79875),
      G_GUINT64_CONSTANT (0xc01dce7ea0232480), G_GUINT64_CONSTANT (0xc03a5e41b747db66) }
  };
  Scenario scenario;
  VbRandom random;

  vb_random_init (&random, 4, 8);
  draw_scenario (&scenario, &random);
  for (guint d = 0; d < VB_N_DISTRIBUTIONS; d++)
    {
      g_autofree VbPotentialOutlook *outlook =
          vb_potential_draw (&scenario.input, (VbDistribution) d, N_DRAWS, 2024, NULL, NULL);
      const VbPotentialOutlook *last = &outlook[N_YEARS - 1];
      const double figures[] = { last->need.p10, last->capacity.p50, last->gap.p90,
                                 last->gap.mean };

      for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
        g_assert_cmphex (get_bits (figures[i]), ==, expected[d][i]);
    }
}

/* What is drawn for a lever does not hang on the others. */
static void
test_own_streams (void)
{
  g_autofree VbPotentialOutlook *all = NULL;
  g_autofree VbPotentialOutlook *capacity_only = NULL;
  Scenario scenario;
  VbRandom random;
  guint n = 0;

  vb_random_init (&random, 4, 9);
  draw_scenario (&scenario, &random);
  all = vb_potential_draw (&scenario.input, VB_DISTRIBUTION_TRIANGULAR, N_DRAWS, 1, NULL, NULL);
  for (guint i = 0; i < N_LEVERS; i++)
    if (scenario.levers[i].figures.side == VB_BALANCE_SIDE_CAPACITY)
      scenario.levers[n++] = scenario.levers[i];
  scenario.input.n_levers = n;
  capacity_only =
      vb_potential_draw (&scenario.input, VB_DISTRIBUTION_TRIANGULAR, N_DRAWS, 1, NULL, NULL);
  for (guint y = 0; y < N_YEARS; y++)
    g_assert_cmpmem (&all[y].capacity, sizeof all[y].capacity, &capacity_only[y].capacity,
                     sizeof all[y].capacity);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/potential-draw/quantiles", test_quantiles);
  g_test_add_func ("/engine/potential-draw/published-quantiles", test_published_quantiles);
  g_test_add_func ("/engine/potential-draw/mean", test_mean);
  g_test_add_func ("/engine/potential-draw/percentiles", test_percentiles);
  g_test_add_func ("/engine/potential-draw/one-lever", test_one_lever);
  g_test_add_func ("/engine/potential-draw/probability", test_probability);
  g_test_add_func ("/engine/potential-draw/same-seed", test_same_seed);
  g_test_add_func ("/engine/potential-draw/same-everywhere", test_same_everywhere);
  g_test_add_func ("/engine/potential-draw/own-streams", test_own_streams);

  return g_test_run ();
}
