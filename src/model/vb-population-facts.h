/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inhabitants, and the bed days they used, by age and sex. */
#pragma once

#include <glib.h>

#include "vb-terms.h"

G_BEGIN_DECLS

#define VB_AGE_MAX 130
/* The last age of a group that has none: "80 and older". */
#define VB_AGE_NO_END G_MAXINT16

/* Whole years of age, both included. */
typedef struct
{
  gint16 from;
  gint16 to;
} VbAges;

/* "65–79", "80+", "42"; "All Ages" for everybody. Owned by the caller. */
char *vb_ages_format (VbAges ages);
gboolean vb_ages_is_valid (VbAges ages);

typedef struct
{
  gint16 year;
  guint8 sex;  /* VbSex */
  guint8 kind; /* VbPopulationKind */
  VbAges ages;
  double inhabitants; /* at the end of the year */
} VbPopulationCount;

typedef struct
{
  gint16 year;
  guint8 sex;   /* VbSex */
  guint8 group; /* VbCareGroup, never NONE */
  VbAges ages;
  double bed_days; /* of the year */
} VbCareUse;

/* What is known of one population. */
typedef struct
{
  char *name;              /* as its source calls it; NULL = not said */
  char *source;            /* where it was read; NULL = not said */
  VbProvenance provenance; /* of all figures; at first reported */
  GArray *counts;          /* of VbPopulationCount */
  GArray *uses;            /* of VbCareUse */
} VbPopulationFacts;

/* Of nobody yet; @name and @source are copied. */
VbPopulationFacts *vb_population_facts_new (const char *name, const char *source);
void vb_population_facts_free (VbPopulationFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbPopulationFacts, vb_population_facts_free)
/* By year, care group, sex and age. */
void vb_population_facts_sort (VbPopulationFacts *self);
/* Years with inhabitants; both 0 when there are none. The latest with an outcome; 0 = none. */
void vb_population_facts_get_years (const VbPopulationFacts *self, gint16 *first, gint16 *last);
gint16 vb_population_facts_get_last_outcome (const VbPopulationFacts *self);
/* VB_ERROR_INVALID for a figure, an age or a year that cannot be, and for groups of the same sex
 * and year that overlap. Sorts. */
gboolean vb_population_facts_check (VbPopulationFacts *self, GError **error);

G_END_DECLS
