/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which days every unit has data for. */
#pragma once

#include "vb-aggregate.h"

G_BEGIN_DECLS

/* Share of the days of each period that each unit has any observation for, of a grain not coarser
 * than @grain (a year's figure says nothing about its months), whatever the measure but population:
 *
 *   share = days with data ÷ calendar days before @end
 *
 * A unit without a single observation of its own gets the mean of its children's shares, NAN when
 * they have none either. Unit after unit, @n_periods each, from the period of @grain that starts on
 * @first; freed with g_free(). NULL when cancelled. */
float *vb_data_coverage_run (const VbTreeInput *tree,
                             const VbObservationInput *observations,
                             VbGrain grain,
                             VbDay first,
                             guint n_periods,
                             VbDay end,
                             GCancellable *cancellable,
                             GError **error);

/* The day after the last day each unit has an observation for, and the grain of that observation,
 * whatever the measure but population; VB_DAY_NONE for a unit without. */
typedef struct
{
  VbDay end;
  VbGrain grain;
} VbDataEnd;
VbDataEnd *vb_data_coverage_find_ends (const VbTreeInput *tree,
                                       const VbObservationInput *observations);

G_END_DECLS
