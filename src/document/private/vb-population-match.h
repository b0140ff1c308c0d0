/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bed days of a base year and the inhabitants of that year and others, brought to the same
 * groups of age and sex. Pure: no document, any thread. */
#pragma once

#include "vb-population.h"
#include "vb-population-facts.h"

G_BEGIN_DECLS

typedef struct
{
  VbSex sex;
  VbAges ages;
} VbPopulationGroupKey;

typedef struct
{
  gint16 base_year;
  gint16 last_outcome;
  guint n_groups;
  VbPopulationGroupKey *groups; /* by sex and age */
  double *population;           /* n_groups, in the base year */
  double *bed_days;             /* n_groups, in the base year */
  guint n_years;
  gint16 *years;      /* ascending, without the base year */
  guint8 *kinds;      /* VbPopulationKind */
  double *projection; /* n_years × n_groups */
} VbPopulationMatch;

/* The inhabitants are those of @own. The bed days an inhabitant of each group are those of @used,
 * which may be the same: the latest year that both have inhabitants of, and @used bed days of
 * @group. The groups are the finest that all of them can be told by. VB_ERROR_NOT_FOUND when there
 * is no such year, VB_ERROR_IMPOSSIBLE when the figures of it leave ages out. Years with ages left
 * out are not among the years. */
VbPopulationMatch *_vb_population_match_new (const VbPopulationFacts *own,
                                             const VbPopulationFacts *used,
                                             VbCareGroup group,
                                             GError **error);
void _vb_population_match_free (VbPopulationMatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbPopulationMatch, _vb_population_match_free)

/* Inhabitants of all ages in @year, and whether these are counted; NAN when no such year is known,
 * or ages of it are left out. */
double _vb_population_count (const VbPopulationFacts *facts, gint16 year, VbPopulationKind *kind);

/* Rows: the base year, then the match's years; @consumption_change an inhabitant and year from the
 * base year on. */
VbPopulationResult *_vb_population_match_run (const VbPopulationMatch *self,
                                              double days,
                                              double target_occupancy,
                                              double consumption_change,
                                              GError **error);

G_END_DECLS
