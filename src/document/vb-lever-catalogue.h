/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levers to begin from, fitted to the scenario that they are to be part of. */
#pragma once

#include "vb-lever.h"
#include "vb-ready-scenario.h"
#include "vb-scenario.h"

G_BEGIN_DECLS

/* What @lever, whose sizes are those of @catalogue's need and capacity, is in @scenario: bed days
 * and beds in proportion to those of the scenario's first year, years counted from it. Its focus
 * area is left out. Owned by the caller. */
VbLeverFacts *vb_lever_catalogue_fit (VbReadyScenario *catalogue,
                                      const VbReadyLever *lever,
                                      VbScenario *scenario);

G_END_DECLS
