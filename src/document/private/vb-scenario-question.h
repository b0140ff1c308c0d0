/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-potential.h"
#include "vb-scenario.h"

G_BEGIN_DECLS

/* A scenario as the engine takes it. A copy of its figures, but the names of the levers are
 * borrowed from it. */
typedef struct
{
  VbPotentialInput input;
  double *need;
  double *capacity;
  VbPotentialLever *levers;
} VbScenarioQuestion;

void _vb_scenario_question_init (VbScenarioQuestion *self, VbScenario *scenario);
void _vb_scenario_question_clear (VbScenarioQuestion *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VbScenarioQuestion, _vb_scenario_question_clear)

G_END_DECLS
