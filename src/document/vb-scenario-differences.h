/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How two scenarios differ. */
#pragma once

#include "vb-scenario.h"

G_BEGIN_DECLS

/* A lever of each of two scenarios, which are the same lever; NULL where one does not have it. Not
 * owned. */
typedef struct
{
  VbLever *first;
  VbLever *second;
} VbLeverPair;

/* Levers are the same when they have the same name; of what is left, when they have the same
 * figures. In the order of @second's levers, then those that only @first has. GArray of
 * VbLeverPair, owned by the caller. */
GArray *vb_scenario_differences_pair_levers (VbScenario *first, VbScenario *second);

/* All that @second says differently from @first, a sentence each in the reader's language:
 * "Discharge-ready patients: base 3.0% → 2.0%". Empty when they say the same. */
GStrv vb_scenario_differences_tell (VbScenario *first, VbScenario *second);

G_END_DECLS
