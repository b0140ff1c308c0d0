/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-potential.h"

#include <math.h>
#include <string.h>

#include "vb-error.h"
#include "vb-random.h"

#define MAX_LEVERS 12
#define MAX_YEARS 12

/* A lever of @beds beds that is pulled for certain. */
static VbPotentialLever
lever (VbBalanceSide side, double low, double base, double high, gint16 start, gint16 full)
{
  VbPotentialLever result = { .figures = VB_LEVER_FIGURES_INIT };

  result.figures.side = (guint8) side;
  result.figures.low = low;
  result.figures.base = base;
  result.figures.high = high;
  result.figures.start = start;
  result.figures.full = full;
  return result;
}

static VbPotentialInput
get_input (gint16 first,
           guint n,
           const double *need,
           const double *capacity,
           const VbPotentialLever *levers)
{
  return (VbPotentialInput){ first, n, need, capacity, 0.9, levers, 0 };
}

/* ---- the national figures -------------------------------------------------------------------- */

static const double national_need[] = { 17830, 17830, 17830, 17830, 17830 };
static const double national_capacity[] = { 15600, 15600, 15600, 15600, 15600 };

/* Plats för vård 2024: +1,220 beds of capacity and −1,010 of need by 2026, capacity first. */
static void
fill_national (VbPotentialLever *levers)
{
  levers[0] = lever (VB_BALANCE_SIDE_CAPACITY, 600, 820, 1000, 2023, 2026);
  levers[0].figures.profile = VB_LEVER_PROFILE_FRONT_LOADED;
  levers[1] = lever (VB_BALANCE_SIDE_CAPACITY, 300, 400, 450, 2023, 2026);
  levers[2] = lever (VB_BALANCE_SIDE_NEED, 100, 220, 300, 2024, 2026);
  levers[3] = lever (VB_BALANCE_SIDE_NEED, 500, 790, 900, 2023, 2026);
  levers[3].figures.profile = VB_LEVER_PROFILE_S_CURVE;
}

static void
test_national (void)
{
  VbPotentialLever levers[4];
  VbPotentialInput input = get_input (2023, 5, national_need, national_capacity, levers);
  g_autofree VbPotentialYear *years = NULL;
  gboolean lasts;
  gint16 year;

  fill_national (levers);
  input.n_levers = 4;
  years = vb_potential_run (&input, NULL);

  g_assert_cmpfloat (years[0].gap, ==, -2230);
  for (guint y = 1; y < 3; y++)
    {
      /* Capacity first: more of its way is gone than of the need's. */
      g_assert_cmpfloat ((years[y].capacity - 15600) / 1220, >, (17830 - years[y].need) / 1010);
      g_assert_cmpfloat (years[y].gap, >, years[y - 1].gap);
      g_assert_cmpfloat (years[y].gap, <, 0);
    }
  g_assert_cmpfloat (years[3].capacity - years[0].capacity, ==, 1220);
  g_assert_cmpfloat (years[0].need - years[3].need, ==, 1010);
  g_assert_cmpfloat (years[3].gap - years[0].gap, ==, 2230);
  g_assert_cmpfloat (years[3].gap, ==, 0);
  g_assert_cmpfloat (years[4].gap, ==, 0);

  g_assert_true (vb_potential_find_balance (years, 5, &year, &lasts));
  g_assert_cmpint (year, ==, 2026);
  g_assert_true (lasts);
}

static void
test_need_does_not_fall (void)
{
  VbPotentialLever levers[4];
  VbPotentialInput input = get_input (2023, 5, national_need, national_capacity, levers);
  g_autofree VbPotentialYear *years = NULL;
  gint16 year = 0;

  fill_national (levers);
  input.n_levers = 2;
  years = vb_potential_run (&input, NULL);

  g_assert_cmpfloat (years[3].gap, ==, -1010);
  g_assert_cmpfloat (years[4].gap, ==, -1010);
  g_assert_false (vb_potential_find_balance (years, 5, &year, NULL));
  g_assert_cmpint (year, ==, 0);
}

/* 1,864 beds short in 2024, closed evenly in the nine years to 2033. */
static void
test_present_pace (void)
{
  double need[12], capacity[12];
  VbPotentialLever pace = lever (VB_BALANCE_SIDE_CAPACITY, 1864, 1864, 1864, 2024, 2033);
  VbPotentialInput input = get_input (2024, 12, need, capacity, &pace);
  g_autofree VbPotentialYear *years = NULL;
  gint16 year;

  for (guint y = 0; y < 12; y++)
    {
      need[y] = 17424;
      capacity[y] = 15560;
    }
  input.n_levers = 1;
  years = vb_potential_run (&input, NULL);

  g_assert_cmpfloat_with_epsilon (years[1].capacity - years[0].capacity, 207.11, 0.005);
  g_assert_cmpfloat (years[8].gap, <, -200);
  g_assert_true (vb_potential_find_balance (years, 12, &year, NULL));
  g_assert_cmpint (year, ==, 2033);
}

/* Patients ready for discharge from 4.7 to 2.5 % of 15,600 beds: 343 occupied beds, 381 needed at
 * 90 %. Falls: a tenth fewer of what takes 2,200 beds is 220. */
static void
test_shares (void)
{
  VbPotentialLever levers[2];
  VbPotentialInput input = get_input (2023, 1, national_need, national_capacity, levers);
  g_autofree VbPotentialYear *years = NULL;

  levers[0] = lever (VB_BALANCE_SIDE_NEED, 0, (4.7 - 2.5) / 4.7, 1, 2023, 2023);
  levers[0].figures.basis = VB_LEVER_BASIS_SHARE;
  levers[0].figures.bed_days = 0.047 * 15600 * 365;
  input.n_levers = 1;
  years = vb_potential_run (&input, NULL);
  g_assert_cmpfloat_with_epsilon (17830 - years[0].need, 381.33, 0.01);
  g_assert_cmpfloat_with_epsilon ((17830 - years[0].need) * 0.9, 343.2, 0.01);
  g_clear_pointer (&years, g_free);

  levers[0].figures.low = levers[0].figures.base = 0.1;
  levers[0].figures.bed_days = 2200 * 0.9 * 365;
  years = vb_potential_run (&input, NULL);
  g_assert_cmpfloat_with_epsilon (17830 - years[0].need, 220, 1e-9);
}

/* ---- time, probability, cost ----------------------------------------------------------------- */

static void
assert_parts (VbLeverProfile profile, gboolean one_off, const double *expected)
{
  const double zeros[7] = { 0 };
  VbPotentialLever one = lever (VB_BALANCE_SIDE_CAPACITY, 1, 1, 1, 2025, 2029);
  VbPotentialInput input = get_input (2024, 7, zeros, zeros, &one);
  g_autofree VbPotentialYear *years = NULL;

  one.figures.profile = (guint8) profile;
  one.figures.one_off = one_off;
  input.n_levers = 1;
  years = vb_potential_run (&input, NULL);
  for (guint y = 0; y < 7; y++)
    g_assert_cmpfloat (years[y].capacity, ==, expected[y]);
}

static void
test_profiles (void)
{
  assert_parts (VB_LEVER_PROFILE_STEP, FALSE, (const double[]){ 0, 1, 1, 1, 1, 1, 1 });
  assert_parts (VB_LEVER_PROFILE_STEP, TRUE, (const double[]){ 0, 1, 1, 1, 1, 1, 0 });
  assert_parts (VB_LEVER_PROFILE_LINEAR, FALSE, (const double[]){ 0, 0, 0.25, 0.5, 0.75, 1, 1 });
  assert_parts (VB_LEVER_PROFILE_LINEAR, TRUE, (const double[]){ 0, 0, 0.25, 0.5, 0.75, 1, 0 });
  assert_parts (VB_LEVER_PROFILE_S_CURVE, FALSE,
                (const double[]){ 0, 0, 0.15625, 0.5, 0.84375, 1, 1 });
  assert_parts (VB_LEVER_PROFILE_FRONT_LOADED, FALSE,
                (const double[]){ 0, 0, 0.4375, 0.75, 0.9375, 1, 1 });
}

static void
test_probability (void)
{
  const double zeros[1] = { 0 };
  VbPotentialLever one = lever (VB_BALANCE_SIDE_CAPACITY, 10, 20, 30, 2025, 2025);
  VbPotentialInput input = get_input (2025, 1, zeros, zeros, &one);
  g_autofree VbPotentialYear *years = NULL;

  one.figures.probability = 0.75;
  one.figures.influence = 0.5;
  input.n_levers = 1;
  years = vb_potential_run (&input, NULL);
  g_assert_cmpfloat (years[0].gap, ==, 7.5);
}

static void
test_costs (void)
{
  const double zeros[3] = { 0 };
  VbPotentialLever levers[3];
  VbPotentialInput input = get_input (2024, 3, zeros, zeros, levers);
  g_autofree VbPotentialYear *years = NULL;

  levers[0] = lever (VB_BALANCE_SIDE_CAPACITY, 1, 1, 1, 2024, 2026);
  levers[0].figures.yearly_cost = 100;
  levers[1] = lever (VB_BALANCE_SIDE_NEED, 1, 1, 1, 2026, 2026);
  levers[1].figures.yearly_cost = 50;
  levers[1].figures.probability = 0.5;
  levers[2] = lever (VB_BALANCE_SIDE_NEED, 1, 1, 1, 2026, 2026);
  input.n_levers = 3;
  years = vb_potential_run (&input, NULL);

  /* Nothing at work costs nothing that is known, which is not 0. */
  g_assert_true (isnan (years[0].cost));
  g_assert_cmpfloat (years[1].cost, ==, 50);
  g_assert_cmpuint (years[1].n_without_cost, ==, 0);
  g_assert_cmpfloat (years[2].cost, ==, 125);
  g_assert_cmpuint (years[2].n_without_cost, ==, 1);
}

static void
test_missing_baseline (void)
{
  const double need[] = { NAN, 100 };
  const double capacity[] = { 80, 80 };
  VbPotentialLever one = lever (VB_BALANCE_SIDE_CAPACITY, 20, 20, 20, 2024, 2024);
  VbPotentialInput input = get_input (2024, 2, need, capacity, &one);
  g_autofree VbPotentialYear *years = NULL;
  g_autofree VbPotentialOutlook *outlook = NULL;
  gint16 year;

  input.n_levers = 1;
  years = vb_potential_run (&input, NULL);
  g_assert_true (isnan (years[0].gap));
  g_assert_cmpfloat (years[0].capacity, ==, 100);
  g_assert_true (vb_potential_find_balance (years, 2, &year, NULL));
  g_assert_cmpint (year, ==, 2025);

  outlook = vb_potential_draw (&input, VB_DISTRIBUTION_PERT, 10, 1, NULL, NULL);
  g_assert_true (isnan (outlook[0].need.p50));
  g_assert_true (isnan (outlook[0].gap.mean));
  g_assert_true (isnan (outlook[0].probability_balanced));
  g_assert_cmpfloat (outlook[0].capacity.p50, ==, 100);
  g_assert_cmpfloat (outlook[1].probability_balanced, ==, 1);
}

/* Balance that a one-off brings does not last. */
static void
test_passing_balance (void)
{
  const double need[] = { 100, 100, 100 };
  const double capacity[] = { 80, 80, 80 };
  VbPotentialLever one = lever (VB_BALANCE_SIDE_CAPACITY, 20, 20, 20, 2025, 2025);
  VbPotentialInput input = get_input (2024, 3, need, capacity, &one);
  g_autofree VbPotentialYear *years = NULL;
  gboolean lasts;
  gint16 year;

  one.figures.one_off = TRUE;
  input.n_levers = 1;
  years = vb_potential_run (&input, NULL);
  g_assert_true (vb_potential_find_balance (years, 3, &year, &lasts));
  g_assert_cmpint (year, ==, 2025);
  g_assert_false (lasts);
}

static void
test_no_levers (void)
{
  VbPotentialInput input = get_input (2023, 5, national_need, national_capacity, NULL);
  g_autofree VbPotentialYear *years = vb_potential_run (&input, NULL);
  g_autofree VbPotentialOutlook *outlook =
      vb_potential_draw (&input, VB_DISTRIBUTION_TRIANGULAR, 1, 1, NULL, NULL);
  g_autofree VbPotentialStep *steps = NULL;
  g_autofree VbPotentialSwing *swings = vb_potential_rank (&input, 2024, NULL);
  guint n;

  g_assert_cmpfloat (years[4].gap, ==, -2230);
  g_assert_cmpfloat (outlook[4].gap.p90, ==, -2230);
  g_assert_nonnull (swings);
  steps = vb_potential_trace (&input, 2027, &n, NULL);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (steps[1].beds, ==, -2230);
}

/* ---- what cannot be -------------------------------------------------------------------------- */

static void
assert_refused (const VbPotentialLever *one, const char *words)
{
  VbPotentialInput input = get_input (2023, 5, national_need, national_capacity, one);
  g_autoptr (GError) error = NULL;
  guint n;

  input.n_levers = 1;
  g_assert_null (vb_potential_run (&input, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_prefix (error->message, one->name != NULL ? one->name : "lever 1"));
  g_assert_null (vb_potential_trace (&input, 2023, &n, NULL));
  g_assert_null (vb_potential_rank (&input, 2023, NULL));
  g_assert_null (vb_potential_draw (&input, VB_DISTRIBUTION_PERT, 1, 1, NULL, NULL));
}

#define ASSERT_REFUSED(words, ...)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    VbPotentialLever one = lever (VB_BALANCE_SIDE_NEED, 0.1, 0.2, 0.3, 2024, 2026);                \
                                                                                                   \
    __VA_ARGS__;                                                                                   \
    assert_refused (&one, words);                                                                  \
  }                                                                                                \
  G_STMT_END

static void
test_refused (void)
{
  ASSERT_REFUSED ("in that order", one.figures.low = 0.25);
  ASSERT_REFUSED ("in that order", one.figures.base = NAN; one.name = "Falls");
  ASSERT_REFUSED ("in that order", one.figures.high = INFINITY);
  ASSERT_REFUSED ("Influence", one.figures.influence = 1.1);
  ASSERT_REFUSED ("probability", one.figures.probability = -0.1);
  ASSERT_REFUSED ("bed days that it acts on are missing", one.figures.basis = VB_LEVER_BASIS_SHARE);
  ASSERT_REFUSED ("bed days that it acts on are missing", one.figures.overlap = 1);
  ASSERT_REFUSED ("bed days that it acts on are missing", one.figures.bed_days = INFINITY);
  ASSERT_REFUSED ("not from 0 to 1", one.figures.basis = VB_LEVER_BASIS_SHARE;
                  one.figures.high = 1.1);
  ASSERT_REFUSED ("given in beds", one.figures.side = VB_BALANCE_SIDE_CAPACITY;
                  one.figures.basis = VB_LEVER_BASIS_SHARE; one.figures.bed_days = 1);
  ASSERT_REFUSED ("cannot raise", one.figures.overlap = 1; one.figures.bed_days = 365000;
                  one.figures.low = -1);
  ASSERT_REFUSED ("free more than", one.figures.overlap = 1; one.figures.bed_days = 32.85;
                  one.figures.high = 0.11; one.figures.base = 0.1);
  ASSERT_REFUSED ("before the start", one.figures.full = 2023);
}

static void
test_cancelled (void)
{
  VbPotentialInput input = get_input (2023, 5, national_need, national_capacity, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (vb_potential_draw (&input, VB_DISTRIBUTION_PERT, 10, 1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- overlap --------------------------------------------------------------------------------- */

/* Half and a fifth of the same 100 beds' days: 1 − 0.5 × 0.8 = 60 beds, not 70. */
static void
test_overlap (void)
{
  VbPotentialLever levers[3];
  VbPotentialInput input = get_input (2023, 1, national_need, national_capacity, levers);
  g_autofree VbPotentialYear *years = NULL;

  for (guint i = 0; i < 3; i++)
    {
      levers[i] = lever (VB_BALANCE_SIDE_NEED, 0, i == 0 ? 0.5 : 0.2, 1, 2023, 2023);
      levers[i].figures.basis = VB_LEVER_BASIS_SHARE;
      levers[i].figures.bed_days = 100 * 0.9 * 365;
      levers[i].figures.overlap = i < 2;
    }
  input.n_levers = 3;
  years = vb_potential_run (&input, NULL);
  g_assert_cmpfloat_with_epsilon (17830 - years[0].need, 60 + 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (17830 - years[0].need_without_overlap, 90, 1e-9);

  /* A lever on a tenth of the days is a tenth of its share of all of them. */
  levers[1].figures.bed_days /= 10;
  g_free (years);
  years = vb_potential_run (&input, NULL);
  g_assert_cmpfloat_with_epsilon (17830 - years[0].need, 100 * (1 - 0.5 * 0.98) + 20, 1e-9);
}

/* ---- invariants of random scenarios ---------------------------------------------------------- */

typedef struct
{
  double need[MAX_YEARS];
  double capacity[MAX_YEARS];
  VbPotentialLever levers[MAX_LEVERS];
  VbPotentialInput input;
} Scenario;

static double
draw_below (VbRandom *random, double high)
{
  return vb_random_unit (random) * high;
}

static void
draw_scenario (Scenario *self, VbRandom *random)
{
  guint n_years = 1 + vb_random_below (random, MAX_YEARS);
  guint n_levers = vb_random_below (random, MAX_LEVERS + 1);

  for (guint y = 0; y < n_years; y++)
    {
      self->need[y] = 900 + draw_below (random, 200);
      self->capacity[y] = 800 + draw_below (random, 200);
    }
  for (guint i = 0; i < n_levers; i++)
    {
      VbPotentialLever *l = &self->levers[i];
      gint16 start = (gint16) (2020 + vb_random_below (random, 12));
      double low = draw_below (random, 0.3);
      double base = low + draw_below (random, 0.3);

      *l = lever ((VbBalanceSide) vb_random_below (random, 2), low, base,
                  base + draw_below (random, 0.4), start,
                  (gint16) (start + (gint) vb_random_below (random, 6)));
      l->id = vb_random_next (random);
      l->figures.profile = (guint8) vb_random_below (random, VB_N_LEVER_PROFILES);
      l->figures.one_off = vb_random_below (random, 4) == 0;
      l->figures.influence = vb_random_unit (random);
      l->figures.probability = vb_random_below (random, 2) == 0 ? 1 : vb_random_unit (random);
      l->figures.bed_days = 1 + draw_below (random, 100000);
      if (l->figures.side == VB_BALANCE_SIDE_NEED && vb_random_below (random, 3) > 0)
        {
          l->figures.basis = VB_LEVER_BASIS_SHARE;
          l->figures.overlap = vb_random_below (random, 4);
        }
      else
        {
          l->figures.low *= 50;
          l->figures.base *= 50;
          l->figures.high *= 50;
        }
    }
  self->input = get_input (2020, n_years, self->need, self->capacity, self->levers);
  self->input.n_levers = n_levers;
}

/* The gap changes from the first year without levers to each year with them in steps that add up to
 * the last bit, in the order they stand. */
static void
test_steps_add_up (void)
{
  VbRandom random;

  vb_random_init (&random, 4, 3);
  for (guint round = 0; round < 1000; round++)
    {
      g_autofree VbPotentialYear *years = NULL;
      Scenario scenario;

      draw_scenario (&scenario, &random);
      years = vb_potential_run (&scenario.input, NULL);
      for (guint y = 0; y < scenario.input.n_years; y++)
        {
          g_autofree VbPotentialStep *steps = NULL;
          double sum = 0;
          guint n;

          steps = vb_potential_trace (&scenario.input, years[y].year, &n, NULL);
          for (guint i = 0; i + 1 < n; i++)
            sum += steps[i].beds;
          g_assert_cmpfloat (sum, ==, steps[n - 1].beds);
          g_assert_cmpfloat (sum, ==, years[y].gap);
          g_assert_cmpint (steps[n - 1].kind, ==, VB_POTENTIAL_STEP_END);
          for (guint i = 1; i + 1 < n; i++)
            if (steps[i].kind == VB_POTENTIAL_STEP_LEVER)
              g_assert_cmpfloat (steps[i].beds, >=, 0);
        }
    }
}

static void
test_overlap_never_more (void)
{
  VbRandom random;

  vb_random_init (&random, 4, 4);
  for (guint round = 0; round < 1000; round++)
    {
      g_autofree VbPotentialYear *years = NULL;
      Scenario scenario;

      draw_scenario (&scenario, &random);
      years = vb_potential_run (&scenario.input, NULL);
      for (guint y = 0; y < scenario.input.n_years; y++)
        {
          g_assert_cmpfloat (years[y].need, >=, years[y].need_without_overlap - 1e-8);
          g_assert_cmpfloat (years[y].need, <=, scenario.need[y] + 1e-8);
          g_assert_cmpfloat (years[y].capacity, >=, scenario.capacity[y] - 1e-8);
          g_assert_cmpfloat (years[y].gap, ==, years[y].capacity - years[y].need);
        }
    }
}

static void
test_rank (void)
{
  VbPotentialLever levers[4];
  VbPotentialInput input = get_input (2023, 5, national_need, national_capacity, levers);
  g_autofree VbPotentialSwing *swings = NULL;
  static const guint expected[] = { 0, 3, 2, 1 };

  fill_national (levers);
  input.n_levers = 4;
  swings = vb_potential_rank (&input, 2026, NULL);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (swings[i].lever, ==, expected[i]);
  g_assert_cmpfloat (swings[0].gap_low, ==, 600 - 820);
  g_assert_cmpfloat (swings[0].gap_high, ==, 1000 - 820);
  g_assert_cmpfloat (swings[0].swing, ==, 400);
  g_assert_cmpfloat (swings[1].swing, ==, 400);

  /* Before they start no lever matters. */
  g_free (swings);
  swings = vb_potential_rank (&input, 2023, NULL);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpuint (swings[i].lever, ==, i);
      g_assert_cmpfloat (swings[i].swing, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/potential/national", test_national);
  g_test_add_func ("/engine/potential/need-does-not-fall", test_need_does_not_fall);
  g_test_add_func ("/engine/potential/present-pace", test_present_pace);
  g_test_add_func ("/engine/potential/shares", test_shares);
  g_test_add_func ("/engine/potential/profiles", test_profiles);
  g_test_add_func ("/engine/potential/probability", test_probability);
  g_test_add_func ("/engine/potential/costs", test_costs);
  g_test_add_func ("/engine/potential/missing-baseline", test_missing_baseline);
  g_test_add_func ("/engine/potential/passing-balance", test_passing_balance);
  g_test_add_func ("/engine/potential/no-levers", test_no_levers);
  g_test_add_func ("/engine/potential/refused", test_refused);
  g_test_add_func ("/engine/potential/cancelled", test_cancelled);
  g_test_add_func ("/engine/potential/overlap", test_overlap);
  g_test_add_func ("/engine/potential/steps-add-up", test_steps_add_up);
  g_test_add_func ("/engine/potential/overlap-never-more", test_overlap_never_more);
  g_test_add_func ("/engine/potential/rank", test_rank);

  return g_test_run ();
}
