/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the population does to the need for beds. */
#pragma once

#include "vb-drawing.h"

G_BEGIN_DECLS

/* One year against the base year, in beds; NAN = missing. The three parts add up to the change of
 * need. */
typedef struct
{
  int year;
  double need;
  double size;        /* as many more people of the same ages, using the same */
  double ageing;      /* the same number of people of other ages */
  double consumption; /* the same people using more or less */
} VbPopulationYear;

/* How need changes from @base_year on, and by what. @whose: "Region Exempel, somatic care". */
VbDrawing *vb_population_plot_new (const char *whose,
                                   int base_year,
                                   double base_need,
                                   const VbPopulationYear *years,
                                   guint n_years);

/* Bed days a year per 1,000 inhabitants of a sex in an age group; NAN = missing. */
typedef struct
{
  const char *name; /* "65–79" */
  double women;     /* of everybody where the sexes are not told apart */
  double men;
} VbAgeGroupUse;

/* @whose: whose care and when, "Region Exempel, 2026"; @by_sex: the sexes are told apart. */
VbDrawing *
vb_age_plot_new (const char *whose, const VbAgeGroupUse *groups, guint n_groups, gboolean by_sex);

G_END_DECLS
