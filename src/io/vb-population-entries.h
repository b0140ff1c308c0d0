/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a table of population before they are facts: with the rows they stand on. */
#pragma once

#include "vb-population-file.h"

G_BEGIN_DECLS

typedef struct
{
  guint place; /* in the file's places */
  gint16 year;
  guint8 sex;      /* VbSex */
  guint8 group;    /* VbCareGroup of bed days; NONE = inhabitants */
  guint8 kind;     /* VbPopulationKind */
  guint8 is_total; /* the row says "all ages" */
  VbAges ages;
  guint row; /* as a spreadsheet numbers it */
  double figure;
} VbPopulationEntry;

/* Turns @entries, which are put in order, into the facts of @file's places. Totals of what is there
 * in parts are left out; what overlaps or is missing becomes a problem, named with @age_header and
 * @sex_header (NULL: the table has no such column). */
void _vb_population_entries_settle (GArray *entries,
                                    VbPopulationFile *file,
                                    const char *age_header,
                                    const char *sex_header);

/* No list of faults is longer: who made the file sees what is wrong long before. */
void _vb_population_file_add_problem (
    VbPopulationFile *file, VbProblemKind kind, guint row, const char *column, const char *value);

G_END_DECLS
