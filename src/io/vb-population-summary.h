/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a table of population holds, in short: what is told before it is taken. */
#pragma once

#include "vb-population-file.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_rows;        /* with figures */
  guint n_refused;     /* rows of these that have a fault */
  GArray *years;       /* of gint16, ascending: years with inhabitants */
  GArray *ages;        /* of VbAges, the youngest first: age groups of inhabitants and bed days */
  guint8 sexes;        /* 1 << VbSex of each there is */
  guint8 groups;       /* 1 << VbCareGroup of each that has bed days */
  gint16 last_outcome; /* as the file tells; 0 = it does not, or there is none */
  gint16 first_use;    /* years with bed days; 0 = none */
  gint16 last_use;     /* as first_use */
} VbPopulationSummary;

/* Of all places of @file together; owned by the caller. */
VbPopulationSummary *vb_population_summary_new (const VbPopulationFile *file);
void vb_population_summary_free (VbPopulationSummary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbPopulationSummary, vb_population_summary_free)

/* "0–17, 18–64, 65+", and of many groups how many there are and the two at the ends. Owned by the
 * caller. */
char *vb_population_summary_dup_ages (const VbPopulationSummary *self);
/* "Women, Men". Owned by the caller. */
char *vb_population_summary_dup_sexes (const VbPopulationSummary *self);
/* "Somatic Care, ICU, 2025"; NULL when there are no bed days. Owned by the caller. */
char *vb_population_summary_dup_uses (const VbPopulationSummary *self);

G_END_DECLS
