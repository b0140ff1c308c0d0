/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files about years share. Private to the document room. */
#pragma once

#include "private/vb-planner-private.h"
#include "vb-planner-years.h"

G_BEGIN_DECLS

typedef enum
{
  VB_INHABITANTS_BY_AGE,    /* counted, in the unit's population by age */
  VB_INHABITANTS_IN_ALL,    /* counted, a figure of its own */
  VB_INHABITANTS_PROJECTED, /* in the unit's population by age */
} VbInhabitantsBasis;

typedef struct
{
  double number; /* NAN = not known */
  gint16 year;   /* at the end of it */
  VbInhabitantsBasis basis;
  VbProvenance provenance;
} VbInhabitants;

/* Inhabitants of @unit at the end of @year, or of the year before. */
VbInhabitants _vb_years_find_inhabitants (VbPlanner *planner, VbUnit *unit, int year);
void _vb_years_explain_inhabitants (VbExplanation *explanation, const VbInhabitants *inhabitants);

/* The need of @order's unit in @year, as of the latest whole year and the population's since then;
 * need is NAN where that is not known, and within the latest whole year. */
VbMediumTerm _vb_years_follow_population (VbPlanner *planner,
                                          VbNeedTable *table,
                                          const VbYearsOrder *order,
                                          int year);

G_END_DECLS
