/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-population.h"

#include <math.h>

#include "vb-error.h"
#include "vb-random.h"

#define N_GROUPS 4
#define N_YEARS 3

/* Young and old of either sex. */
static const double population[] = { 4000, 4100, 900, 1000 };
static const double bed_days[] = { 1600, 1640, 2700, 3200 };

static VbPopulationInput
get_input (guint n_years, const double *projection, const double *consumption)
{
  return (VbPopulationInput){ N_GROUPS,   population,  bed_days, n_years,
                              projection, consumption, 365,      0.9 };
}

static VbPopulationResult *
run (const VbPopulationInput *input)
{
  g_autoptr (GError) error = NULL;
  VbPopulationResult *result = vb_population_run (input, &error);

  g_assert_no_error (error);
  return result;
}

/* ---- need ------------------------------------------------------------------------------------ */

static void
test_need (void)
{
  const double projection[] = { 4000, 4100, 1800, 1000 };
  const VbPopulationInput input = get_input (1, projection, NULL);
  g_autoptr (VbPopulationResult) result = run (&input);

  g_assert_cmpuint (result->n_rows, ==, 2);
  g_assert_cmpfloat (result->years[0].population, ==, 10000);
  g_assert_cmpfloat_with_epsilon (result->years[0].bed_days, 9140, 1e-9);
  g_assert_cmpfloat_with_epsilon (result->years[0].need, 9140 / (365 * 0.9), 1e-9);
  g_assert_cmpfloat (result->years[0].size, ==, 0);
  g_assert_cmpfloat (result->years[0].ageing, ==, 0);
  g_assert_cmpfloat_with_epsilon (result->years[1].bed_days, 11840, 1e-9);
  g_assert_cmpfloat_with_epsilon (result->need[N_GROUPS + 2], 5400 / (365 * 0.9), 1e-9);
  g_assert_cmpfloat_with_epsilon (result->need[N_GROUPS + 0], 1600 / (365 * 0.9), 1e-9);
  g_assert_cmpfloat (result->years[1].consumption, ==, 0);
  g_assert_cmpfloat (result->years[1].size, >, 0);
  g_assert_cmpfloat (result->years[1].ageing, >, 0);
}

/* ---- decomposition --------------------------------------------------------------------------- */

/* Bed days ÷ (days × T) with each of the three of the base year (0) or the other (1). */
static double
get_need (const double *projection, const double *consumption, const gboolean *changed)
{
  double total[2] = { 0, 0 };
  double need = 0;

  for (guint g = 0; g < N_GROUPS; g++)
    {
      total[0] += population[g];
      total[1] += projection[g];
    }
  for (guint g = 0; g < N_GROUPS; g++)
    {
      double share = changed[1] ? projection[g] / total[1] : population[g] / total[0];
      double rate = bed_days[g] / population[g] * (changed[2] ? consumption[g] : 1);

      need += (changed[0] ? total[1] : total[0]) * share * rate;
    }
  return need / (365 * 0.9);
}

/* The mean over all six orders, taken literally. */
static void
average_orders (const double *projection, const double *consumption, double *effects)
{
  static const guint orders[6][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 },
                                      { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };

  effects[0] = effects[1] = effects[2] = 0;
  for (guint o = 0; o < 6; o++)
    {
      gboolean changed[3] = { FALSE, FALSE, FALSE };

      for (guint step = 0; step < 3; step++)
        {
          double before = get_need (projection, consumption, changed);

          changed[orders[o][step]] = TRUE;
          effects[orders[o][step]] += (get_need (projection, consumption, changed) - before) / 6;
        }
    }
}

static void
test_decomposition (void)
{
  VbRandom random;

  vb_random_init (&random, 4, 12);
  for (guint round = 0; round < 1000; round++)
    {
      double projection[N_YEARS * N_GROUPS];
      double consumption[N_YEARS * N_GROUPS];
      const VbPopulationInput input = get_input (N_YEARS, projection, consumption);
      g_autoptr (VbPopulationResult) result = NULL;

      for (guint i = 0; i < N_YEARS * N_GROUPS; i++)
        {
          projection[i] = vb_random_below (&random, 10000);
          consumption[i] = 0.5 + vb_random_unit (&random);
        }
      result = run (&input);
      for (guint row = 1; row <= N_YEARS; row++)
        {
          const VbPopulationYear *year = &result->years[row];
          double effects[3];

          g_assert_cmpfloat (year->size + year->ageing + year->consumption, ==,
                             year->need - result->years[0].need);
          average_orders (&projection[(row - 1) * N_GROUPS], &consumption[(row - 1) * N_GROUPS],
                          effects);
          g_assert_cmpfloat_with_epsilon (year->size, effects[0], 1e-7);
          g_assert_cmpfloat_with_epsilon (year->ageing, effects[1], 1e-7);
          g_assert_cmpfloat_with_epsilon (year->consumption, effects[2], 1e-7);
        }
    }
}

/* Where one alone changes, the other two are 0, and not only nearly. */
static void
test_one_alone (void)
{
  const double more_people[] = { 8000, 8200, 1800, 2000 };
  const double older[] = { 3500, 3600, 1400, 1500 };
  const double same[] = { 4000, 4100, 900, 1000 };
  const double more_care[] = { 1.5, 1.25, 1, 1.1 };
  const VbPopulationInput size = get_input (1, more_people, NULL);
  const VbPopulationInput ageing = get_input (1, older, NULL);
  const VbPopulationInput consumption = get_input (1, same, more_care);
  g_autoptr (VbPopulationResult) s = run (&size);
  g_autoptr (VbPopulationResult) a = run (&ageing);
  g_autoptr (VbPopulationResult) c = run (&consumption);

  g_assert_cmpfloat (s->years[1].size, ==, s->years[0].need);
  g_assert_cmpfloat (s->years[1].ageing, ==, 0);
  g_assert_cmpfloat (s->years[1].consumption, ==, 0);

  g_assert_cmpfloat (a->years[1].size, ==, 0);
  g_assert_cmpfloat (a->years[1].ageing, >, 0);
  g_assert_cmpfloat (a->years[1].consumption, ==, 0);

  g_assert_cmpfloat (c->years[1].size, ==, 0);
  g_assert_cmpfloat (c->years[1].ageing, ==, 0);
  g_assert_cmpfloat_with_epsilon (c->years[1].consumption, (800 + 410 + 320) / (365 * 0.9), 1e-8);
}

/* ---- degenerate ------------------------------------------------------------------------------ */

static void
test_missing (void)
{
  const double projection[] = { 4000, NAN, 900, 1000, 0, 0, 0, 0 };
  const VbPopulationInput input = get_input (2, projection, NULL);
  g_autoptr (VbPopulationResult) result = run (&input);

  g_assert_true (isnan (result->years[1].need));
  g_assert_true (isnan (result->years[1].size));
  g_assert_true (isnan (result->years[1].ageing));
  g_assert_false (isnan (result->need[N_GROUPS]));

  /* Nobody left: all of the change is that of the size. */
  g_assert_cmpfloat (result->years[2].need, ==, 0);
  g_assert_cmpfloat (result->years[2].size, ==, -result->years[0].need);
  g_assert_cmpfloat (result->years[2].ageing, ==, 0);
}

static void
assert_refused (const VbPopulationInput *input, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vb_population_run (input, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_assert_nonnull (g_strstr_len (error->message, -1, words));
}

static void
test_refused (void)
{
  const double projection[] = { 1, 2, 3, 4 };
  const double negative[] = { 1, 2, -3, 4 };
  const double nobody[] = { 4000, 4100, 900, 0 };
  const double none[] = { 0, 0, 0, 0 };
  VbPopulationInput input = get_input (1, negative, NULL);

  assert_refused (&input, "group 3");
  input = get_input (1, projection, negative);
  assert_refused (&input, "group 3");
  input = get_input (1, projection, NULL);
  input.bed_days = negative;
  assert_refused (&input, "group 3");
  input.bed_days = bed_days;
  input.population = nobody;
  assert_refused (&input, "Group 4 has bed days but no inhabitants");
  input.population = input.bed_days = none;
  assert_refused (&input, "no inhabitants");
  input.n_groups = 0;
  assert_refused (&input, "no inhabitants");
}

/* A group that nobody was in before uses no care. */
static void
test_new_group (void)
{
  const double before[] = { 4000, 4100, 900, 0 };
  const double days[] = { 1600, 1640, 2700, 0 };
  const double projection[] = { 4000, 4100, 900, 50 };
  VbPopulationInput input = get_input (1, projection, NULL);
  g_autoptr (VbPopulationResult) result = NULL;

  input.population = before;
  input.bed_days = days;
  result = run (&input);
  g_assert_cmpfloat (result->need[N_GROUPS + 3], ==, 0);
  g_assert_cmpfloat (result->years[1].population, ==, 9050);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/population/need", test_need);
  g_test_add_func ("/engine/population/decomposition", test_decomposition);
  g_test_add_func ("/engine/population/one-alone", test_one_alone);
  g_test_add_func ("/engine/population/missing", test_missing);
  g_test_add_func ("/engine/population/refused", test_refused);
  g_test_add_func ("/engine/population/new-group", test_new_group);

  return g_test_run ();
}
