/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "private/vb-breakdown-job.h"
#include "private/vb-facts.h"
#include "private/vb-population-keeper.h"
#include "vb-need.h"
#include "vb-planner.h"

G_BEGIN_DECLS

VbDocument *_vb_planner_get_document (VbPlanner *self);
/* The newest that a finished calculation was made on, or NULL. */
VbFacts *_vb_planner_get_facts (VbPlanner *self);
/* What the table of @grain was made on, which may be older; NULL while there is none. */
VbFacts *_vb_planner_get_table_facts (VbPlanner *self, VbGrain grain);
/* The newest, but NULL when facts have changed since. */
VbFacts *_vb_planner_get_fresh_facts (VbPlanner *self);

/* A measure of a unit in a period as it went into the newest table; NULL while there is none. */
const VbAggregateCell *
_vb_planner_find_cell (VbPlanner *self, VbUnit *unit, VbMeasureId measure, VbPeriod period);
/* From the newest table; NULL while there is none of that grain. Ask for it to be kept
 * fresh, as vb_planner_get_need() does. */
const VbNeedFigures *
_vb_planner_find_figures (VbPlanner *self, VbUnit *unit, VbCareGroup group, VbPeriod period);

/* @n more things, or fewer, are being computed for the planner by others: it is busy until they are
 * done. */
void _vb_planner_add_others (VbPlanner *self, int n);

VbPopulationKeeper *_vb_planner_get_population_keeper (VbPlanner *self); /* NULL when disposed */
/* Tells @job what the inhabitants of its units need, when those of each group of age and sex use as
 * many bed days as those of its first unit, or of the nearest unit above that has bed days by age;
 * nothing while populations are being read. */
void _vb_planner_weigh_population (VbPlanner *self, VbBreakdownJob *job, VbCareGroup group);
/* Whether any unit right below @unit can be weighed so. */
gboolean _vb_planner_can_weigh_population (VbPlanner *self, VbUnit *unit, VbCareGroup group);
/* Whose population that of @unit is: its own, or of the nearest unit above it that has one; NULL
 * when none is known. */
VbUnit *_vb_planner_find_populated (VbPlanner *self, VbUnit *unit);
/* Inhabitants of all ages in @unit's own population at the end of @year, and whether these are
 * counted; NAN when they are not known, or while populations are being read. */
double
_vb_planner_count_population (VbPlanner *self, VbUnit *unit, gint16 year, VbPopulationKind *kind);
/* Of @unit's own population. */
VbProvenance _vb_planner_get_population_provenance (VbPlanner *self, VbUnit *unit);

G_END_DECLS
