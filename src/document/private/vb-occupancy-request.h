/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One order of the occupancy advisor, from the question to the study. Private to the document room.
 */
#pragma once

#include "private/vb-occupancy-job.h"
#include "vb-occupancy-advisor.h"

G_BEGIN_DECLS

/* What a run is about, on this side of the thread. */
typedef struct
{
  GWeakRef advisor;
  VbOccupancyJob *job; /* the thread's while it runs */
  GPtrArray *units;    /* of VbUnit, as the job's */
  GArray *target_in_force;
  GArray *need;    /* of VbNeedFigures, of each unit */
  GPtrArray *pool; /* of VbUnit: all that were chosen */
} VbOccupancyRequest;

/* @need: of the order's grain. */
VbOccupancyRequest *
_vb_occupancy_request_new (VbPlanner *planner, VbNeedTable *need, const VbOccupancyOrder *order);
void _vb_occupancy_request_free (VbOccupancyRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbOccupancyRequest, _vb_occupancy_request_free)

/* What the job has found, after a run. Owned by the caller. */
VbOccupancyStudy *_vb_occupancy_request_make_study (const VbOccupancyRequest *self);

G_END_DECLS
