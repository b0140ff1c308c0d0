/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a target occupancy costs in beds, and what beds cost in risk. */
#pragma once

#include "vb-drawing.h"

G_BEGIN_DECLS

/* Both say @whose figures they are and of when, as subtitle; NULL: they do not.
 *
 * Beds needed against target occupancy, with a handle at @target, a line at @available and a mark
 * at the target of the chosen scenario (NAN: none is). @occupied_beds: mean patients in bed (bed
 * days ÷ days). Fractions; NAN for what is not known. */
VbDrawing *vb_occupancy_plot_new (const char *whose,
                                  double occupied_beds,
                                  double target,
                                  double available,
                                  double scenario_target);
/* Risk that a patient is without a bed, P(N > b), against the number of beds b: @n rising numbers
 * of @beds and their @risk. The numbers in @marked (those that are among @beds) are labelled.
 * @mean: mean patients, for the subtitle. */
VbDrawing *vb_risk_plot_new (const char *whose,
                             double mean,
                             const double *beds,
                             const double *risk,
                             guint n,
                             const double *marked,
                             guint n_marked);

G_END_DECLS
