/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a ready scenario into the plan. */
#pragma once

#include "vb-ready-scenario.h"
#include "vb-session.h"

G_BEGIN_DECLS

/* Chooses the scenario of the plan that @ready became, which is made first where there is none: of
 * Sweden, whose beds the ready scenarios are about, and a plan that does not have it gets
 * it; all of it one step to undo. FALSE with an error when it cannot be made. */
gboolean vb_ready_scenarios_choose (VbSession *session, VbReadyScenario *ready, GError **error);

G_END_DECLS
