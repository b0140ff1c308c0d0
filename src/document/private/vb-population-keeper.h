/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a planner keeps of populations: read in a thread, kept as long as nobody changes them.
 * Private to the document room. */
#pragma once

#include "vb-planner.h"

G_BEGIN_DECLS

typedef struct _VbPopulationKeeper VbPopulationKeeper;

/* @planner, which owns the keeper, is told by its signal "population-changed". */
VbPopulationKeeper *_vb_population_keeper_new (VbPlanner *planner);
void _vb_population_keeper_free (VbPopulationKeeper *self);
/* Id of a unit (gint64) → VbPopulationFacts; NULL while being read for the first time. The old ones
 * stay until the new ones are there. */
GHashTable *_vb_population_keeper_get (VbPopulationKeeper *self);
/* Reads them now, if they are not fresh. */
gboolean
_vb_population_keeper_read (VbPopulationKeeper *self, GCancellable *cancellable, GError **error);

G_END_DECLS
