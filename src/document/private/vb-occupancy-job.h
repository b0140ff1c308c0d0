/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The advisor's calculation: plain arrays in and out, run in a thread. Private to the document
 * room. */
#pragma once

#include "private/vb-census.h"
#include "vb-occupancy-roll-up.h"

G_BEGIN_DECLS

/* Units of the tree from @first to before @after: one with all that is below it. */
typedef struct
{
  guint first;
  guint after;
} VbOccupancyRange;

typedef struct
{
  /* What is asked. The units stand in preorder; those at the bottom have a census, in the others it
   * is not looked at. */
  VbFacts *facts;
  VbSnapshot *assumptions;
  VbCareGroup group;
  VbPeriod period;  /* that the units' figures are of */
  int year;         /* that it begins in: of the census */
  GArray *parent;   /* of gint32, -1 for the root */
  GArray *unit_ids; /* of gint64 */
  GArray *units;    /* of VbOccupancyUnit; the run fills in the acute share, and the variation where
                       it is NAN, and turns those of a mean day into those of a day that is open */
  gint32 asked;     /* the unit in question, when it is at the bottom; else -1 */
  double curve_risk; /* accepted along the curve */
  GArray *pool;      /* of guint: units at the bottom */
  GArray *priced;    /* of VbOccupancyRange */
  GArray *targets;   /* of double */

  /* The census, NULL: to be measured; and the answers. */
  VbCensus *census;
  VbOccupancyRollUp *rows;     /* a unit each */
  VbOccupancyAdvice advice;    /* of the unit in question */
  VbOccupancyRollUp *pooled;   /* one; NULL when there is no pool */
  VbQueueingPooling *refusals; /* NULL when there are none to be told */
  VbOccupancyPrice **prices;   /* a priced range each, of all targets */
  VbOccupancyPoint *curve;     /* the target that size alone allows, up to the largest ward */
  guint n_curve;
} VbOccupancyJob;

VbOccupancyJob *_vb_occupancy_job_new (void);
void _vb_occupancy_job_free (VbOccupancyJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbOccupancyJob, _vb_occupancy_job_free)

gboolean _vb_occupancy_job_run (VbOccupancyJob *self, GCancellable *cancellable, GError **error);
/* Whether nothing is below the unit. */
gboolean _vb_occupancy_job_is_bottom (const VbOccupancyJob *self, guint index);

G_END_DECLS
