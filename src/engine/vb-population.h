/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a coming population will need, and why. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A group is an age group of one sex; together the groups are the whole population. Arrays
 * borrowed; inhabitants and bed days are at least 0. */
typedef struct
{
  guint n_groups;
  const double *population; /* n_groups: inhabitants in the base year */
  const double *bed_days;   /* n_groups: of that year */
  guint n_years;
  const double *projection; /* n_years x n_groups: inhabitants; NAN: not known */
  /* n_years x n_groups: bed days an inhabitant, in parts of those of the base year; NULL = 1. */
  const double *consumption;
  double days;             /* of a year */
  double target_occupancy; /* above 0 */
} VbPopulationInput;

/* All NAN when the population of the year is not known. */
typedef struct
{
  double population; /* inhabitants */
  double bed_days;   /* of the year */
  double need;       /* beds */
  /* What makes the need differ from that of the base year, in beds: how many inhabitants there are,
   * how old they are (with the sexes' shares), how many bed days those of each group use. The three
   * add up exactly: size + ageing + consumption = need - need of the base year. */
  double size;
  double ageing;
  double consumption;
} VbPopulationYear;

typedef struct
{
  guint n_rows; /* the base year, then the years of the projection */
  guint n_groups;
  VbPopulationYear *years; /* n_rows */
  double *need;            /* n_rows x n_groups: beds */
} VbPopulationResult;

/* VB_ERROR_INVALID when a figure is negative or infinite, or when bed days of the base year belong
 * to a group that nobody is in. */
VbPopulationResult *vb_population_run (const VbPopulationInput *input, GError **error);
void vb_population_result_free (VbPopulationResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbPopulationResult, vb_population_result_free)

G_END_DECLS
