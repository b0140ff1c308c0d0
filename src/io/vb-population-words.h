/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What headers and labels of tables of population mean, in Swedish and English, as Statistics
 * Sweden and others write them. Case and accents do not matter. */
#pragma once

#include "vb-population-facts.h"

G_BEGIN_DECLS

typedef enum
{
  VB_POPULATION_HEADER_UNKNOWN,
  VB_POPULATION_HEADER_BLANK,
  VB_POPULATION_HEADER_UNIT,
  VB_POPULATION_HEADER_CODE, /* of a unit */
  VB_POPULATION_HEADER_YEAR,
  VB_POPULATION_HEADER_SEX,
  VB_POPULATION_HEADER_AGE,
  VB_POPULATION_HEADER_KIND,
  VB_POPULATION_HEADER_INHABITANTS,
  VB_POPULATION_HEADER_YEAR_FIGURES, /* inhabitants of a year: "2025", "Folkmängd 2025" */
  VB_POPULATION_HEADER_BED_DAYS,
} VbPopulationMeaning;

typedef struct
{
  VbPopulationMeaning meaning;
  gint16 year;         /* YEAR_FIGURES; BED_DAYS: 0 = not said */
  VbCareGroup group;   /* BED_DAYS; NONE = not said */
  gboolean kind_known; /* YEAR_FIGURES, INHABITANTS: the header says which kind */
  VbPopulationKind kind;
} VbPopulationHeader;

/* Fills @out; its meaning is UNKNOWN when nothing is recognised. */
void vb_population_words_read_header (const char *header, VbPopulationHeader *out);
/* Whether a title says that what follows is a projection. */
gboolean vb_population_words_is_projection (const char *title);

/* "42", "0–17", "0-17 år", "80+", "80 år och äldre", "under 18". @is_total: it says "all of them";
 * then the ages are all from 0 on. FALSE and @out alone when @text is no age. */
gboolean vb_population_words_read_ages (const char *text, VbAges *out, gboolean *is_total);
/* FALSE and @out alone when @text is none. */
gboolean vb_population_words_read_sex (const char *text, VbSex *out);
gboolean vb_population_words_read_kind (const char *text, VbPopulationKind *out);
gboolean vb_population_words_read_year (const char *text, gint16 *out);

G_END_DECLS
