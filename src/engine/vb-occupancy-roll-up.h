/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why the target of a hospital or a region is not the mean of its wards' targets. */
#pragma once

#include <gio/gio.h>

#include "vb-occupancy-advice.h"

G_BEGIN_DECLS

/* One unit with all that is below it; NAN or 0 where nothing below has a known census. A unit at
 * the bottom is described on the days on which it is open, what is above on a mean day, on which
 * the former counts by the share of days on which it is: targets above are so the ratio of
 * bed-days. */
typedef struct
{
  guint n_units; /* at the bottom, with a census */
  double census;
  double available_beds;  /* NAN when they are not known of every one of them */
  double variance_factor; /* of the census of them all */
  double max_risk;        /* the least that any of them accepts */
  double beds_needed;     /* Σ of theirs, each at its own target */
  double target;          /* census ÷ beds needed: what the targets below come to here */
  double mean_target;     /* the plain mean of their targets, which is not a target of anything */
  double beds_pooled;     /* needed, if all of them shared their beds, at the least risk accepted */
  double target_pooled;   /* census ÷ beds pooled: what one single unit of that size could have */
  double beds_apart;      /* beds needed - beds pooled: what it takes to be apart */
  /* Units at the bottom with a patient without a bed on a mean day, with today's beds; of one unit,
   * its risk. NAN when the beds are not known of every one of them. */
  double units_short;
} VbOccupancyRollUp;

/* One row for each of @n units, parents before children (@parent: index, -1 for a root); what is
 * said of units with children is not looked at. Censuses are taken to be independent of each other.
 * Freed with g_free(). NULL when cancelled, or with VB_ERROR_IMPOSSIBLE when it takes more than
 * VB_QUEUEING_MAX_BEDS. */
VbOccupancyRollUp *vb_occupancy_roll_up (guint n,
                                         const gint32 *parent,
                                         const VbOccupancyUnit *units,
                                         GCancellable *cancellable,
                                         GError **error);

G_END_DECLS
