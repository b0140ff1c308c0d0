/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What target occupancy suits the units of a region, and what targets cost there: an immutable
 * result, made in a thread, read by the views. */
#pragma once

#include "vb-occupancy-row.h"

G_BEGIN_DECLS

/* What a target occupancy costs in a unit, whose wards have beds of their own. */
typedef struct
{
  double target;
  double need;      /* beds: Σ census ÷ target */
  double beds;      /* whole ones, the fewest in each ward at which its occupancy is at most that */
  double more_beds; /* those − the available; NAN when not known of every ward */
  double risk;      /* that a patient is without a bed; of several wards, their mean */
  double risk_shared; /* the same, if all the wards shared those beds */
  double without_bed; /* patients without a bed on a mean day */
  double refused; /* share, were today's beds filled to the target and nobody let in beyond them */
} VbTargetPrice;

/* Chosen wards, each with its beds and then sharing them, were those who find no bed refused. */
typedef struct
{
  double refused_apart; /* share of all their patients */
  double refused_shared;
  double beds_shared; /* that refuse no more than the wards do apart */
  double beds_saved;
} VbPoolRefusals;

#define VB_TYPE_OCCUPANCY_STUDY (vb_occupancy_study_get_type ())
G_DECLARE_FINAL_TYPE (VbOccupancyStudy, vb_occupancy_study, VB, OCCUPANCY_STUDY, GObject)

/* @rows: of VbOccupancyRow, each after that of the unit above it. @pool: of VbOccupancyRow, the
 * chosen wards and last all of them sharing; NULL when none are chosen. @year: whose census was
 * measured. */
VbOccupancyStudy *vb_occupancy_study_new (GListModel *rows,
                                          GListModel *pool,
                                          const VbPoolRefusals *refusals,
                                          int year);
/* Adds a unit of @rows that @n_prices are told for. */
void vb_occupancy_study_add_prices (VbOccupancyStudy *self,
                                    VbOccupancyRow *row,
                                    const VbTargetPrice *prices,
                                    guint n_prices);

/* The target that chance alone allows a ward of @mean_census patients; sizes in rising order. */
void vb_occupancy_study_add_curve_point (VbOccupancyStudy *self, double mean_census, double target);

GListModel *vb_occupancy_study_get_rows (VbOccupancyStudy *self);
/* NULL when @unit is not in it. Not owned by the caller. */
VbOccupancyRow *vb_occupancy_study_find (VbOccupancyStudy *self, VbUnit *unit);
GListModel *vb_occupancy_study_get_pool (VbOccupancyStudy *self);
/* All NAN when it cannot be told. */
const VbPoolRefusals *vb_occupancy_study_get_refusals (VbOccupancyStudy *self);
int vb_occupancy_study_get_year (VbOccupancyStudy *self);
/* The units that prices are told for, from the smallest to the largest. */
guint vb_occupancy_study_get_n_priced (VbOccupancyStudy *self);
VbOccupancyRow *vb_occupancy_study_get_priced (VbOccupancyStudy *self, guint index);
const VbTargetPrice *
vb_occupancy_study_get_prices (VbOccupancyStudy *self, guint index, guint *n_prices);
/* How the target rises with the size of a ward whose patients come at random, at the risk that the
 * unit asked for accepts. */
typedef struct
{
  double mean_census;
  double target;
} VbSizePoint;
const VbSizePoint *vb_occupancy_study_get_curve (VbOccupancyStudy *self, guint *n_points);

G_END_DECLS
