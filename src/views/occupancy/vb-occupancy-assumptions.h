/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspector's assumptions of the page of occupancy: what may be changed there, all of it in the
 * document but the units that share beds, which are only tried. */
#pragma once

#include <adwaita.h>

#include "vb-occupancy-study.h"
#include "vb-page.h"
#include "vb-target-editor.h"

G_BEGIN_DECLS

#define VB_TYPE_OCCUPANCY_ASSUMPTIONS (vb_occupancy_assumptions_get_type ())
G_DECLARE_FINAL_TYPE (VbOccupancyAssumptions,
                      vb_occupancy_assumptions,
                      VB,
                      OCCUPANCY_ASSUMPTIONS,
                      AdwPreferencesGroup)

/* Signal "pool-changed": other units share their beds. */

/* Borrows the page that it stands in; to be called once, before all else. */
void vb_occupancy_assumptions_set_page (VbOccupancyAssumptions *self, VbPage *page);
/* What the document says of @unit. @table may be NULL (nothing computed yet). */
void vb_occupancy_assumptions_show (VbOccupancyAssumptions *self,
                                    VbNeedTable *table,
                                    VbUnit *unit,
                                    VbCareGroup group);
/* What was found out of the unit: @row, of @study, which is NULL while nothing is known. */
void vb_occupancy_assumptions_show_study (VbOccupancyAssumptions *self,
                                          VbOccupancyStudy *study,
                                          VbOccupancyRow *row);

/* Not owned. */
VbTargetEditor *vb_occupancy_assumptions_get_target (VbOccupancyAssumptions *self);
/* Of VbUnit, not owned: those that share beds. */
GListModel *vb_occupancy_assumptions_get_pool (VbOccupancyAssumptions *self);
/* What the chosen scenario turns bed days into beds with; NAN when none is chosen, or one that does
 * not bear upon the unit. */
double vb_occupancy_assumptions_get_scenario_target (VbOccupancyAssumptions *self);

G_END_DECLS
