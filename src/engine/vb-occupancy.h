/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the target occupancy and the number of beds govern need and risk. Risk is P(N > b), the
 * probability that a patient is without a bed; it is not P(N >= b), that of a full ward. */
#pragma once

#include "vb-queueing.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} VbOccupancyPoint;

/* Risk at every whole number of beds from @from to @to. Caller frees the @to - @from + 1 points
 * with g_free. */
VbOccupancyPoint *
vb_occupancy_trace_risk (double mean_census, double variance_factor, guint from, guint to);

typedef struct
{
  double mean_census;     /* patients */
  double available_beds;  /* NAN: not known */
  double variance_factor; /* variance ÷ mean of the census, 0.5–2; 1 is Poisson */
} VbOccupancyWard;

typedef struct
{
  double mean_census;
  double available_beds;
  double variance_factor;
  double occupancy;          /* mean ÷ available; NAN without beds; may exceed 1 */
  double risk;               /* with today's beds; NAN when they are not known */
  guint beds_needed;         /* the fewest at which the risk is accepted */
  double recommended_target; /* mean ÷ beds needed; NAN without patients */
} VbOccupancyAssessment;

/* @ward at the accepted risk @max_risk (above 0). VB_ERROR_IMPOSSIBLE when it takes more than
 * VB_QUEUEING_MAX_BEDS. */
gboolean vb_occupancy_assess (const VbOccupancyWard *ward,
                              double max_risk,
                              VbOccupancyAssessment *out,
                              GError **error);

G_END_DECLS
