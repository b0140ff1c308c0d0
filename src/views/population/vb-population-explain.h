/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the figures of a population's need come from. */
#pragma once

#include "vb-population-outlook.h"
#include "vb-source-card.h"

G_BEGIN_DECLS

/* What of a year is asked about: its need, or a part of what makes that differ from the base
 * year's.
 */
typedef enum
{
  VB_POPULATION_PART_NEED,
  VB_POPULATION_PART_SIZE,
  VB_POPULATION_PART_AGEING,
  VB_POPULATION_PART_CONSUMPTION,
} VbPopulationPart;

/* @shown: the figure as it is seen; @year: one of @outlook's. */
void vb_population_explain_year (VbSourceCard *card,
                                 VbPopulationOutlook *outlook,
                                 const VbPopulationFigures *year,
                                 VbPopulationPart part,
                                 const char *shown);
/* The need of @row, one of @outlook's ages, in the last year. */
void vb_population_explain_ages (VbSourceCard *card, VbPopulationOutlook *outlook, VbAgeRow *row);

G_END_DECLS
