/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scenario of 40 levers over 12 years: the trajectory, and 10,000 draws of it. Best of five.
 * Prints milliseconds; fails above the bar. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "vb-potential.h"

#define N_LEVERS 40
#define N_YEARS 12
#define N_DRAWS 10000
#define N_ROUNDS 5
#define BAR_MS 150.0

typedef struct
{
  double need[N_YEARS];
  double capacity[N_YEARS];
  VbPotentialLever levers[N_LEVERS];
  VbPotentialInput input;
} Scenario;

static void
fill (Scenario *self)
{
  for (guint y = 0; y < N_YEARS; y++)
    {
      self->need[y] = 17830 + 40 * y;
      self->capacity[y] = 15600;
    }
  for (guint i = 0; i < N_LEVERS; i++)
    {
      gboolean on_need = i % 2 == 0;

      self->levers[i] = (VbPotentialLever){
        .id = i,
        .figures = {
        .side = on_need ? VB_BALANCE_SIDE_NEED : VB_BALANCE_SIDE_CAPACITY,
        .basis = on_need ? VB_LEVER_BASIS_SHARE : VB_LEVER_BASIS_BEDS,
        .profile = (guint8) (i % VB_N_LEVER_PROFILES),
        .low = on_need ? 0.05 : 20,
        .base = on_need ? 0.1 : 60,
        .high = on_need ? 0.2 : 90,
        .influence = 0.8,
        .probability = 0.9,
        .bed_days = 250000,
        .overlap = on_need ? i % 6 : 0,
        .start = (gint16) (2024 + i % 4),
        .full = (gint16) (2028 + i % 5),
        .yearly_cost = 1e6,
        },
      };
    }
  self->input =
      (VbPotentialInput){ 2024, N_YEARS, self->need, self->capacity, 0.9, self->levers, N_LEVERS };
}

static double
measure_draws (const Scenario *scenario, VbDistribution distribution)
{
  double best = INFINITY;

  for (int round = 0; round < N_ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autofree VbPotentialOutlook *outlook =
          vb_potential_draw (&scenario->input, distribution, N_DRAWS, 1, NULL, NULL);

      best = MIN (best, (g_get_monotonic_time () - start) / 1000.0);
      g_assert (outlook[N_YEARS - 1].gap.p50 > outlook[0].gap.p50);
    }
  return best;
}

static double
measure_run (const Scenario *scenario)
{
  double best = INFINITY;

  for (int round = 0; round < N_ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autofree VbPotentialYear *years = vb_potential_run (&scenario->input, NULL);

      best = MIN (best, (g_get_monotonic_time () - start) / 1000.0);
      g_assert (years[N_YEARS - 1].gap > years[0].gap);
    }
  return best;
}

int
main (void)
{
  static Scenario scenario;
  double triangular, pert;

  fill (&scenario);
  triangular = measure_draws (&scenario, VB_DISTRIBUTION_TRIANGULAR);
  pert = measure_draws (&scenario, VB_DISTRIBUTION_PERT);

  printf ("potential of %d levers x %d years: %.2f ms; %d draws, triangular %.1f ms, PERT %.1f ms; "
          "bar %.0f ms\n",
          N_LEVERS, N_YEARS, measure_run (&scenario), N_DRAWS, triangular, pert, BAR_MS);
  return MAX (triangular, pert) < BAR_MS ? EXIT_SUCCESS : EXIT_FAILURE;
}
