/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-unit.h"

G_BEGIN_DECLS

/* A unit's beds against the risk that a patient is without one, and the target occupancy that
 * follows. A ward is a unit at the bottom: what is above it is the sum of its wards, each with beds
 * of its own. What is not known is NAN; fractions, not per cent. */
typedef struct
{
  double n_wards;        /* with patients known */
  double mean_census;    /* patients on an average day; of a ward, on those when it is open */
  double available_beds; /* mean */
  double occupancy;      /* mean census ÷ available beds; may exceed 1 */
  /* The same of a unit of several wards as every page has them: what it reports of itself need not
   * be the sum of its wards. Of a ward they are those above. */
  double whole_census;
  double whole_beds;
  double whole_occupancy;

  double admissions_acute; /* in the year that the census is measured over */
  double admissions;
  double acute_share; /* the former ÷ the latter */

  double n_days;             /* whose census is known, in that year */
  double n_closed;           /* without beds and patients, which the former do not count */
  double measured_variation; /* variance ÷ mean of the daily census; of a ward only */
  double usual_variation;    /* the proposal for the acute share */
  double variation;          /* in use, 0.5–2; of several wards that of their sum */
  double usual_risk;         /* the proposal for the care type */
  double max_risk;           /* accepted: in use; of several wards the least */

  double days_short;         /* a year, with a patient without a bed: of a ward only */
  double risk;               /* P(N > b) with the beds there are; of several wards, their mean */
  double beds_needed;        /* the fewest (whole) beds at which the accepted risk is kept */
  double recommended_target; /* mean census ÷ beds needed */
  /* The highest occupancy at which today's beds keep the risk; the same, were those who find no bed
   * refused, and that share of them accepted. Of the ward in question only. */
  double target_of_beds;
  double target_of_beds_refusing;
  double target_in_force;

  double mean_target;   /* the plain mean of the wards' recommended targets */
  double beds_shared;   /* needed, if all the wards shared their beds */
  double target_shared; /* mean census ÷ those */
  double beds_apart;    /* beds needed − beds shared: what it takes to be apart */
} VbOccupancyFigures;

/* All of them NAN. */
extern const VbOccupancyFigures vb_occupancy_figures_unknown;

#define VB_TYPE_OCCUPANCY_ROW (vb_occupancy_row_get_type ())
G_DECLARE_FINAL_TYPE (VbOccupancyRow, vb_occupancy_row, VB, OCCUPANCY_ROW, GObject)

/* One unit; immutable. @unit is NULL for the row of chosen wards that share their beds. @care_type:
 * whose proposals are used. */
VbOccupancyRow *vb_occupancy_row_new (const char *name,
                                      VbUnit *unit,
                                      VbCareType care_type,
                                      const VbOccupancyFigures *figures);
const char *vb_occupancy_row_get_name (VbOccupancyRow *self);
VbUnit *vb_occupancy_row_get_unit (VbOccupancyRow *self);
VbCareType vb_occupancy_row_get_care_type (VbOccupancyRow *self);
const VbOccupancyFigures *vb_occupancy_row_get_figures (VbOccupancyRow *self);

G_END_DECLS
