/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scenario of one's own begins from: need and capacity year by year without any lever, out
 * of the unit's own figures. */
#pragma once

#include "vb-need-table.h"
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

G_END_DECLS
