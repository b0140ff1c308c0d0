/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found of occupancy and of population as the drawings of a page and of the command line.
 */
#pragma once

#include "vb-drawing.h"
#include "vb-occupancy-study.h"
#include "vb-period.h"
#include "vb-population-outlook.h"

G_BEGIN_DECLS

/* What the targets cost that @study has priced. @study NULL: nothing is known. */
VbDrawing *vb_cost_plot_new (VbOccupancyStudy *study, VbPeriod period);

/* How the need of @outlook changes from its first year on. */
VbDrawing *vb_population_outlook_plot_new (VbPopulationOutlook *outlook);
/* At what age its inhabitants use care, in the base year. */
VbDrawing *vb_population_outlook_ages_plot_new (VbPopulationOutlook *outlook);

G_END_DECLS
