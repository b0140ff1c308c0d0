/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-population.h"

#include <glib/gi18n-lib.h>

#include "private/vb-engine-private.h"
#include "vb-error.h"

/* What two years differ in: 0 is the base year, 1 the other. */
typedef struct
{
  double total[2];    /* inhabitants */
  double rates[2][2]; /* bed days an inhabitant, with the age structure and consumption of years */
} Sides;

static gboolean
is_amount (double value)
{
  return value >= 0 && !isinf (value);
}

static gboolean
check (const VbPopulationInput *input, GError **error)
{
  gsize n = (gsize) input->n_years * input->n_groups;
  double total = 0;

  for (guint g = 0; g < input->n_groups; g++)
    {
      if (!is_amount (input->population[g]) || !is_amount (input->bed_days[g]))
        {
          g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
                       _ ("Inhabitants and bed days of group %u are not numbers of at least 0."),
                       g + 1);
          return FALSE;
        }
      if (input->population[g] <= 0 && input->bed_days[g] > 0)
        {
          g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
                       _ ("Group %u has bed days but no inhabitants."), g + 1);
          return FALSE;
        }
      total += input->population[g];
    }
  if (!(total > 0))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_INVALID, _ ("The base year has no inhabitants."));
      return FALSE;
    }
  for (gsize i = 0; i < n; i++)
    {
      double consumption = input->consumption != NULL ? input->consumption[i] : 1;

      if ((!isnan (input->projection[i]) && !is_amount (input->projection[i]))
          || !is_amount (consumption))
        {
          g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
                       _ ("The projection of group %zu is not a number of at least 0."),
                       i % input->n_groups + 1);
          return FALSE;
        }
    }
  return TRUE;
}

/* Bed days an inhabitant of the base year. A group that nobody was in used none. */
static double
get_rate (const VbPopulationInput *input, guint g)
{
  return input->population[g] > 0 ? input->bed_days[g] / input->population[g] : 0;
}

static double
get_consumption (const VbPopulationInput *input, guint year, guint g)
{
  return input->consumption != NULL ? input->consumption[(gsize) year * input->n_groups + g] : 1;
}

/* rates[i][j] = Σ_g share of group g in year i × its bed days an inhabitant in year j. Where nobody
 * is left there is no structure, and so no change of it. */
static Sides
get_sides (const VbPopulationInput *input, guint year)
{
  const double *projection = &input->projection[(gsize) year * input->n_groups];
  Sides sides = { { 0, 0 }, { { 0, 0 }, { 0, 0 } } };

  for (guint g = 0; g < input->n_groups; g++)
    {
      sides.total[0] += input->population[g];
      sides.total[1] += projection[g];
    }
  for (guint g = 0; g < input->n_groups; g++)
    {
      double share0 = input->population[g] / sides.total[0];
      double share1 = sides.total[1] > 0 ? projection[g] / sides.total[1] : share0;
      double rate0 = get_rate (input, g);
      double rate1 = rate0 * get_consumption (input, year, g);

      sides.rates[0][0] += share0 * rate0;
      sides.rates[0][1] += share0 * rate1;
      sides.rates[1][0] += share1 * rate0;
      sides.rates[1][1] += share1 * rate1;
    }
  return sides;
}

/* A change that is the product of three is given to each of them as the mean of what it brings over
 * the six orders in which the three can change (their Shapley value): with the step taken first and
 * last 1/3 each, and in the middle, after either of the other two, 1/6 each. Unit: bed days.
 * Source: P. Das Gupta, "Standardization and Decomposition of Rates: A User's Manual", U.S. Bureau
 * of the Census, P23-186 (1993). */
static void
decompose (const Sides *s, double *size, double *ageing, double *consumption)
{
  const double (*a)[2] = s->rates;
  const double *n = s->total;
  double older0 = a[1][0] - a[0][0], older1 = a[1][1] - a[0][1];
  double more0 = a[0][1] - a[0][0], more1 = a[1][1] - a[1][0];

  *size = (n[1] - n[0]) * ((a[0][0] + a[1][1]) / 3 + (a[0][1] + a[1][0]) / 6);
  *ageing = (n[0] * older0 + n[1] * older1) / 3 + (n[0] * older1 + n[1] * older0) / 6;
  *consumption = (n[0] * more0 + n[1] * more1) / 3 + (n[0] * more1 + n[1] * more0) / 6;
}

/* What rounding leaves over goes to the largest of the three, so that one that is 0 stays 0. */
static void
settle (VbPopulationYear *year, double change)
{
  double *largest = &year->size;

  if (fabs (year->ageing) > fabs (*largest))
    largest = &year->ageing;
  if (fabs (year->consumption) > fabs (*largest))
    largest = &year->consumption;
  *largest += change - (year->size + year->ageing + year->consumption);
}

/* need = Σ_g inhabitants × bed days an inhabitant in the base year × consumption ÷ (days × T).
 * Unit: beds. Source: the model of the need in five years in Socialstyrelsen's reference number
 * (2023) as this program reads it; the official formula is not known to us. */
static void
compute_row (const VbPopulationInput *input, guint row, VbPopulationResult *result)
{
  const double *population =
      row == 0 ? input->population : &input->projection[(gsize) (row - 1) * input->n_groups];
  double per_bed = input->days * input->target_occupancy;
  double *need = &result->need[(gsize) row * input->n_groups];
  VbPopulationYear *year = &result->years[row];

  for (guint g = 0; g < input->n_groups; g++)
    {
      double factor = row == 0 ? 1 : get_consumption (input, row - 1, g);
      double bed_days = population[g] * get_rate (input, g) * factor;

      year->population += population[g];
      year->bed_days += bed_days;
      need[g] = bed_days / per_bed;
    }
  year->need = vb_engine_quantize (year->bed_days / per_bed);

  if (row > 0)
    {
      Sides sides = get_sides (input, row - 1);

      decompose (&sides, &year->size, &year->ageing, &year->consumption);
      year->size = vb_engine_quantize (year->size / per_bed);
      year->ageing = vb_engine_quantize (year->ageing / per_bed);
      year->consumption = vb_engine_quantize (year->consumption / per_bed);
      settle (year, year->need - result->years[0].need);
    }
}

VbPopulationResult *
vb_population_run (const VbPopulationInput *input, GError **error)
{
  VbPopulationResult *result;

  g_return_val_if_fail (input->days > 0 && input->target_occupancy > 0, NULL);

  if (!check (input, error))
    return NULL;

  result = g_new0 (VbPopulationResult, 1);
  result->n_rows = input->n_years + 1;
  result->n_groups = input->n_groups;
  result->years = g_new0 (VbPopulationYear, result->n_rows);
  result->need = g_new0 (double, (gsize) result->n_rows * result->n_groups);
  for (guint row = 0; row < result->n_rows; row++)
    compute_row (input, row, result);
  return result;
}

void
vb_population_result_free (VbPopulationResult *self)
{
  g_free (self->years);
  g_free (self->need);
  g_free (self);
}
