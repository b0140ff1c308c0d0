/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A total shared out over 5,000 units, with locks and minimums: as 21 regions of hospitals,
 * departments and wards, and as one parent with all of them. Best of five. Prints milliseconds;
 * fails above the bar. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "vb-breakdown.h"
#include "vb-random.h"

#define N_UNITS 5000
#define N_ROUNDS 5
#define BAR_MS 20.0

typedef struct
{
  gint32 parent[N_UNITS];
  double weight[N_UNITS];
  gint64 locked[N_UNITS];
  gint64 minimum[N_UNITS];
} Input;

/* A unit that was given a child is a parent, and weighs what its children do. */
static void
fill (Input *input, gboolean flat)
{
  VbRandom random;

  vb_random_init (&random, 1, 1);
  for (gint32 i = 0; i < N_UNITS; i++)
    {
      /* Five or six children each, so that the tree is as deep as an organisation. */
      input->parent[i] = i == 0 ? -1 : flat || i < 22 ? 0 : (i - 22) / 6 + 1;
      input->weight[i] = 50 + vb_random_below (&random, 20000);
      input->locked[i] = vb_random_below (&random, 50) == 0 && i > 2000 ? 8 : -1;
      input->minimum[i] = i > 2000 && vb_random_below (&random, 3) == 0 ? 2 : 0;
    }
  for (gint32 i = 1; i < N_UNITS; i++)
    input->weight[input->parent[i]] = NAN;
}

static double
measure (const Input *input)
{
  const VbBreakdownInput breakdown = { N_UNITS,       input->parent,  input->weight,
                                       input->locked, input->minimum, NULL };
  double best = INFINITY;

  for (int round = 0; round < N_ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autofree VbBreakdownShare *shares = vb_breakdown_run (&breakdown, 17830, NULL, &error);

      best = MIN (best, (g_get_monotonic_time () - start) / 1000.0);
      if (shares == NULL)
        g_error ("%s", error->message);
    }
  return best;
}

int
main (void)
{
  static Input input;
  double deep;
  double flat;

  fill (&input, FALSE);
  deep = measure (&input);
  fill (&input, TRUE);
  flat = measure (&input);

  printf ("breakdown over %d units: %.1f ms, under one parent %.1f ms; bar %.0f ms\n", N_UNITS,
          deep, flat, BAR_MS);
  return MAX (deep, flat) < BAR_MS ? EXIT_SUCCESS : EXIT_FAILURE;
}
