/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-scenario.h"

G_BEGIN_DECLS

/* For the document only. @facts are copied; nothing is notified that stays as it is. */
VbScenario *vb_scenario_new (gint64 id, const VbScenarioFacts *facts);
void vb_scenario_set_facts (VbScenario *self, const VbScenarioFacts *facts);
/* Makes the years be the @n_years of @years, which are copied. */
void vb_scenario_set_years (VbScenario *self, const VbScenarioYear *years, guint n_years);
/* Makes the levers be @levers (of VbLever, borrowed), in their order. */
void vb_scenario_set_levers (VbScenario *self, GPtrArray *levers);

G_END_DECLS
