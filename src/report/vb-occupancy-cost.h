/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a target occupancy costs: in beds, and in the risk that a patient is without one. For a
 * dialogue with a ward, its hospital and its region side by side. */
#pragma once

#include "vb-drawing.h"

G_BEGIN_DECLS

typedef struct
{
  double target;      /* a fraction */
  double beds;        /* needed at it: mean patients ÷ target; NAN = missing */
  double risk;        /* P(N > beds), 0..1; of several wards with beds of their own, their mean */
  double risk_shared; /* if they shared all those beds */
  double without_bed; /* patients without a bed on a mean day */
  double refused;     /* share, were today's beds filled to the target and nobody let in beyond */
  double whole;       /* more beds that it takes for whole ones in each ward, as the risks count */
} VbOccupancyCost;

typedef struct
{
  const char *name;
  double mean_patients;
  double available_beds;
  double target_in_force;       /* NAN = none */
  const VbOccupancyCost *costs; /* the highest target first */
  guint n_costs;
} VbOccupancyCostUnit;

/* From the smallest to the largest unit. @when: "2026". */
VbDrawing *
vb_occupancy_cost_new (const char *when, const VbOccupancyCostUnit *units, guint n_units);

G_END_DECLS
