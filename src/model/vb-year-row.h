/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-target.h"

G_BEGIN_DECLS

/* What the need and the capacity of a year rest on. */
typedef enum
{
  VB_YEAR_OUTCOME,    /* data of the whole year */
  VB_YEAR_PARTIAL,    /* data of a part of it */
  VB_YEAR_SCENARIO,   /* a scenario, of this very unit */
  VB_YEAR_SHARE,      /* a scenario of a unit above, in proportion */
  VB_YEAR_POPULATION, /* the need of the population alone; nothing of the capacity */
  VB_YEAR_NOTHING,    /* neither: a year that only has a reference number or a plan */
} VbYearBasis;

/* A year of need and gap, in beds; NAN where something is not known. gap = capacity - need,
 * negative is shortage. */
typedef struct
{
  gint16 year;
  VbYearBasis basis;
  double coverage; /* share of the data that are there, of an outcome */
  double need;
  double capacity;
  double gap;
  double gap_share;         /* gap ÷ need */
  double reference;         /* the reference number in force at the end of the year */
  double gap_to_reference;  /* capacity - reference */
  double inhabitants;       /* that the next two are reckoned with … */
  gint16 inhabitants_year;  /* … counted in this year */
  double need_per_1000;     /* inhabitants */
  double capacity_per_1000; /* likewise */
  double planned_gap;
  double deviation;         /* of an outcome: gap - planned gap; negative is behind the plan */
  double scenario_need;     /* of the scenario looked at, also in years that have an outcome */
  double scenario_capacity; /* likewise */
} VbYearFigures;

#define VB_TYPE_YEAR_ROW (vb_year_row_get_type ())
G_DECLARE_FINAL_TYPE (VbYearRow, vb_year_row, VB, YEAR_ROW, GObject)

/* A year of a unit and care group; immutable. @reference: the target that the reference number is,
 * NULL for none. */
VbYearRow *vb_year_row_new (const VbYearFigures *figures, VbTarget *reference);
const VbYearFigures *vb_year_row_get_figures (VbYearRow *self);
VbTarget *vb_year_row_get_reference (VbYearRow *self); /* not owned; NULL if none */
/* TRUE when the reference number was decided for a day of this very year, and not before. */
gboolean vb_year_row_is_decided (VbYearRow *self);

G_END_DECLS
