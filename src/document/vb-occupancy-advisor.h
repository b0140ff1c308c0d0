/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which target occupancy suits a unit and its neighbours, at the document's accepted risks and
 * variations or else the usual ones, computed in a thread on the planner's newest figures. One
 * order is worked on at a time; of those that come meanwhile, only the last. */
#pragma once

#include "vb-occupancy-study.h"
#include "vb-planner.h"

G_BEGIN_DECLS

/* The most targets that can be priced at a time. */
#define VB_OCCUPANCY_MAX_TARGETS 8

/* Borrowed. */
typedef struct
{
  VbUnit *unit; /* studied with all of its region; its hospital and its region are priced too */
  VbCareGroup group;
  VbPeriod period; /* of the patients and the beds; the census is measured over its year, or the
                    * latest that has data */
  VbScenario *scenario;                     /* that tells of them in its years; NULL = none */
  GListModel *pool;                         /* of VbUnit that share their beds, or NULL */
  double targets[VB_OCCUPANCY_MAX_TARGETS]; /* to price, in (0, 1); others are left out */
  guint n_targets;
} VbOccupancyOrder;

/* An order of nothing yet, that prices the usual targets: 95, 90 and 85 %. */
void vb_occupancy_order_init (VbOccupancyOrder *order);

/* The care type that @unit is told of when it shows @group: its own, or where it mixes several the
 * group's plainest. */
VbCareType vb_occupancy_get_care_type (VbUnit *unit, VbCareGroup group);
/* The risk that is proposed for a care type, where the document says nothing. */
double vb_occupancy_get_proposed_risk (VbCareType care_type);

/* The study of @order, blocking, for the command line. @need: what @planner computed last, of the
 * order's grain. Owned by the caller. */
VbOccupancyStudy *vb_occupancy_compute_study (VbPlanner *planner,
                                              VbNeedTable *need,
                                              const VbOccupancyOrder *order,
                                              GCancellable *cancellable,
                                              GError **error);

#define VB_TYPE_OCCUPANCY_ADVISOR (vb_occupancy_advisor_get_type ())
G_DECLARE_FINAL_TYPE (VbOccupancyAdvisor, vb_occupancy_advisor, VB, OCCUPANCY_ADVISOR, GObject)

/* Signals: "study-changed" after each new study, "failed" (GError). The planner is busy while the
 * advisor is. */
VbOccupancyAdvisor *vb_occupancy_advisor_new (VbPlanner *planner);
/* Nothing happens as long as the planner has no figures of the order's period. */
void vb_occupancy_advisor_ask (VbOccupancyAdvisor *self, const VbOccupancyOrder *order);
/* The newest; NULL before the first. Stays valid until the next "study-changed". */
VbOccupancyStudy *vb_occupancy_advisor_get_study (VbOccupancyAdvisor *self);

G_END_DECLS
