/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the population page: the need by year, and by age and sex. */
#pragma once

#include "vb-figure-table.h"
#include "vb-population-outlook.h"

G_BEGIN_DECLS

/* Of VbPopulationRow. */
VbFigureTable *vb_population_years_table_new (void);
/* Of VbAgeRow. */
VbFigureTable *vb_population_ages_table_new (void);
/* Shows the ages of @outlook, and its years in the headings. */
void vb_population_ages_table_show (VbFigureTable *table, VbPopulationOutlook *outlook);

G_END_DECLS
