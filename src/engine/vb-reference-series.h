/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Need, reference number, capacity and gap over years, and how far the gap is from a plan. */
#pragma once

#include "vb-period.h"

G_BEGIN_DECLS

/* A reference number of beds, decided or published, from a day on. */
typedef struct
{
  VbDay from;
  double beds;
} VbReferenceNumber;

/* A gap that is to change evenly from one year to another. */
typedef struct
{
  gint16 from_year;
  double from_gap; /* beds, negative is shortage */
  gint16 to_year;  /* after from_year */
  double to_gap;
} VbReferencePlan;

/* The straight line in @year; what it ends at after its last year, NAN before its first. */
double vb_reference_plan_get_gap (const VbReferencePlan *plan, gint16 year);

/* Arrays of @n_years, borrowed; NAN: not known. */
typedef struct
{
  gint16 first_year;
  guint n_years;
  const double *need;                  /* beds */
  const double *capacity;              /* beds */
  const double *population;            /* inhabitants; NULL = not known */
  const VbReferenceNumber *references; /* in order of time */
  guint n_references;
  const double *planned_gap;   /* of a scenario, or NULL: then that of @plan */
  const VbReferencePlan *plan; /* NULL = none */
} VbReferenceSeriesInput;

typedef struct
{
  gint16 year;
  double need;
  double capacity;
  double gap;       /* capacity - need */
  double gap_share; /* gap ÷ need */
  double reference; /* in force at the end of the year; NAN when there is none */
  double gap_to_reference;
  double need_per_1000; /* inhabitants */
  double capacity_per_1000;
  double planned_gap; /* NAN when nothing was planned for the year */
  double deviation;   /* gap - planned gap: negative is behind the plan */
} VbReferenceYear;

/* The @n_years rows, freed with g_free(). */
VbReferenceYear *vb_reference_series_run (const VbReferenceSeriesInput *input);

/* Need in the medium term, in beds: today's, in proportion to the needs of the population now and
 * then (in the same unit, of vb_population_run()), less the beds that levers free until then. */
double vb_reference_get_medium_term_need (double need,
                                          double population_need_now,
                                          double population_need_then,
                                          double beds_freed);

G_END_DECLS
