/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page's pictures, composed from what the advisor found. */
#pragma once

#include "vb-drawing.h"
#include "vb-occupancy-study.h"
#include "vb-period.h"

G_BEGIN_DECLS

/* "5 %", or "0,4 %" of less than a hundredth. Owned by the caller, as all here. */
char *vb_occupancy_charts_format_risk (double risk);

/* Risk against beds; of several wards, as if they shared all of them. */
VbDrawing *vb_occupancy_charts_make_risk (const char *whose, const VbOccupancyFigures *figures);
/* The whole that @unit is seen in: the nearest hospital or more that has several wards; NULL when
 * the study does not tell of the unit. Not owned by the caller. */
VbOccupancyRow *vb_occupancy_charts_find_whole (VbOccupancyStudy *study, VbUnit *unit);
/* The wards below @whole by size and target; @unit is the one in question. @study NULL: nothing is
 * known. */
VbDrawing *vb_occupancy_charts_make_wards (VbOccupancyStudy *study,
                                           VbOccupancyRow *whole,
                                           VbUnit *unit,
                                           VbPeriod period);
/* The wards below @whole (VbOccupancyRow), in the order that the picture steps through them. Owned
 * by the caller. */
GPtrArray *vb_occupancy_charts_list_wards (VbOccupancyStudy *study, VbOccupancyRow *whole);

G_END_DECLS
