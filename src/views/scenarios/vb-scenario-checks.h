/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which scenarios the chart shows: a check mark each. The first few at first. */
#pragma once

#include <adwaita.h>

#include "vb-scenario.h"

G_BEGIN_DECLS

#define VB_TYPE_SCENARIO_CHECKS (vb_scenario_checks_get_type ())
G_DECLARE_FINAL_TYPE (
    VbScenarioChecks, vb_scenario_checks, VB, SCENARIO_CHECKS, AdwPreferencesGroup)

/* Signal "changed": the reader has made another choice. */
GtkWidget *vb_scenario_checks_new (void);
/* Offers the scenarios of @rows (of VbScenarioRow), those known with the choice that was made. */
void vb_scenario_checks_show (VbScenarioChecks *self, GListModel *rows);
gboolean vb_scenario_checks_is_checked (VbScenarioChecks *self, VbScenario *scenario);

G_END_DECLS
