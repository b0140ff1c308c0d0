/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the population of coming years will need, and why: size, ageing, consumption. */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_POPULATION_PAGE (vb_population_page_get_type ())
G_DECLARE_FINAL_TYPE (VbPopulationPage, vb_population_page, VB, POPULATION_PAGE, VbPage)

/* Reads the table of population @file and asks whether to take it, as a choice of the file does. */
void vb_population_page_open_file (VbPopulationPage *self, GFile *file);

G_END_DECLS
