/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-unit.h"

G_BEGIN_DECLS

/* A unit's beds against the risk that a patient is without one; what is not known is NAN. */
typedef struct
{
  double mean_census;        /* patients on an average day */
  double available_beds;     /* mean */
  double occupancy;          /* mean census ÷ available beds; may exceed 1 */
  double risk;               /* P(N > b) with the beds there are, 0 … 1 */
  double beds_needed;        /* the fewest (whole) beds at which the accepted risk is kept */
  double recommended_target; /* mean census ÷ beds needed */
} VbOccupancyFigures;

#define VB_TYPE_OCCUPANCY_ROW (vb_occupancy_row_get_type ())
G_DECLARE_FINAL_TYPE (VbOccupancyRow, vb_occupancy_row, VB, OCCUPANCY_ROW, GObject)

/* A row of the pooling table; immutable. Properties: name, unit, and the figures by their names
 * with
 * "-". @unit is NULL for the row of all units sharing their beds. */
VbOccupancyRow *
vb_occupancy_row_new (const char *name, VbUnit *unit, const VbOccupancyFigures *figures);
const char *vb_occupancy_row_get_name (VbOccupancyRow *self);
VbUnit *vb_occupancy_row_get_unit (VbOccupancyRow *self);
const VbOccupancyFigures *vb_occupancy_row_get_figures (VbOccupancyRow *self);

G_END_DECLS
