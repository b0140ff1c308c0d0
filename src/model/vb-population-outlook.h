/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-age-row.h"
#include "vb-population-facts.h"
#include "vb-population-row.h"
#include "vb-unit.h"

G_BEGIN_DECLS

/* A group of the population in the base year and in the last one. */
typedef struct
{
  VbSex sex;
  VbAges ages;
  double population;
  double bed_days; /* of the year */
  double need;     /* beds */
  double last_population;
  double last_bed_days;
  double last_need;
} VbPopulationGroup;

/* What the years and groups were computed from. */
typedef struct
{
  VbCareGroup group;
  gint16 base_year;
  gint16 last_outcome;         /* the latest year that was counted; 0 = none */
  double days;                 /* that bed days are divided by */
  double target_occupancy;     /* in the base year */
  double consumption_change;   /* an inhabitant and year, 0 = unchanged */
  double hidden_demand;        /* share of the bed days that the need has besides */
  VbProvenance provenance;     /* of the inhabitants */
  VbProvenance use_provenance; /* of the bed days by age */
} VbPopulationBasis;

#define VB_TYPE_POPULATION_OUTLOOK (vb_population_outlook_get_type ())
G_DECLARE_FINAL_TYPE (VbPopulationOutlook, vb_population_outlook, VB, POPULATION_OUTLOOK, GObject)

/* The need of a population, year by year and group by group; immutable. @rows: of VbPopulationRow,
 * the base year first; @source may be NULL. All are copied or referenced. */
VbPopulationOutlook *vb_population_outlook_new (VbUnit *unit,
                                                const VbPopulationBasis *basis,
                                                const char *source,
                                                GListModel *rows,
                                                const VbPopulationGroup *groups,
                                                guint n_groups);
/* Whose population it is: the unit asked for, or the nearest one above it that has one. */
VbUnit *vb_population_outlook_get_unit (VbPopulationOutlook *self);
const VbPopulationBasis *vb_population_outlook_get_basis (VbPopulationOutlook *self);
const char *vb_population_outlook_get_source (VbPopulationOutlook *self); /* may be NULL */
/* Whether inhabitants or bed days are made up, and so all that follows. */
gboolean vb_population_outlook_is_illustrative (VbPopulationOutlook *self);
/* @text, and in that case what it is about: "Region, illustrative figures". Owned by the caller. */
char *vb_population_outlook_dup_marked (VbPopulationOutlook *self, const char *text);
GListModel *vb_population_outlook_get_rows (VbPopulationOutlook *self);
/* By sex and age; not owned. */
const VbPopulationGroup *vb_population_outlook_get_groups (VbPopulationOutlook *self, guint *n);
/* The groups as a table says them, of VbAgeRow: by age and sex, everybody last. The inhabitants and
 * needs of the groups are rounded so that they add up to everybody's, which are rounded as those of
 * the years are. Owned by the caller. */
GListModel *vb_population_outlook_list_ages (VbPopulationOutlook *self);
/* NULL when nothing is known of @year. Not owned. */
const VbPopulationFigures *vb_population_outlook_find_year (VbPopulationOutlook *self, gint16 year);
/* Those of the first and the last row. Not owned. */
const VbPopulationFigures *vb_population_outlook_get_first (VbPopulationOutlook *self);
const VbPopulationFigures *vb_population_outlook_get_last (VbPopulationOutlook *self);

G_END_DECLS
