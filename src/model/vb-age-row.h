/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-population-facts.h"

G_BEGIN_DECLS

/* What a group of the population needs in the base year and in the last one, as a table says it: in
 * whole inhabitants and tenths of beds that add up to the total's, line by line. */
typedef struct
{
  gboolean is_total; /* all groups together; then sex and ages are those of everybody */
  VbSex sex;
  VbAges ages;
  double population;
  double last_population;
  double rate;      /* bed days an inhabitant and year; NAN where nobody is in the group */
  double last_rate; /* the same in the last year */
  double need;      /* beds */
  double last_need;
  double change; /* last_need − need, of the figures as they are said */
} VbAgeFigures;

#define VB_TYPE_AGE_ROW (vb_age_row_get_type ())
G_DECLARE_FINAL_TYPE (VbAgeRow, vb_age_row, VB, AGE_ROW, GObject)

/* A group of a population and its need; immutable. */
VbAgeRow *vb_age_row_new (const VbAgeFigures *figures);
const VbAgeFigures *vb_age_row_get_figures (VbAgeRow *self);
/* "0–17, women"; where the sexes are not told apart "0–17". Owned by the caller. */
char *vb_age_row_dup_name (VbAgeRow *self);

G_END_DECLS
