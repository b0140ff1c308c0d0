/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scenario of one's own begins from: need and capacity year by year without any lever, out
 * of the unit's own figures. */
#pragma once

#include "vb-planner.h"
#include "vb-scenario.h"
#include "vb-unit.h"

G_BEGIN_DECLS

/* From the latest full year of @table (of years): the need of that year of @unit, times
 * @need_growth[i] in the i:th year from @first_year on (NULL: unchanged), and its available beds
 * throughout. GArray of VbScenarioYear, capacity then need, owned by the caller; empty when the
 * unit has no such year. */
GArray *vb_scenario_baseline_new (VbNeedTable *table,
                                  VbUnit *unit,
                                  VbCareGroup group,
                                  gint16 first_year,
                                  gint16 last_year,
                                  const double *need_growth);

/* The same from @planner's newest figures: the need follows the population, whose use of care per
 * inhabitant changes by @consumption_change a year, where it is known of all years; else it is
 * unchanged. Blocking: reads populations that are not fresh, for what is written to the document
 * must not hang on when it was asked for. VB_ERROR_NOT_FOUND when there is no such year, or it is
 * still being computed. Owned by the caller. */
GArray *vb_scenario_baseline_make (VbPlanner *planner,
                                   VbUnit *unit,
                                   VbCareGroup group,
                                   gint16 first_year,
                                   gint16 last_year,
                                   double consumption_change,
                                   GError **error);

G_END_DECLS
