/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-terms.h"

G_BEGIN_DECLS

/* A year of a population and what it needs, in beds where nothing else is said; NAN = not known. */
typedef struct
{
  gint16 year;
  VbPopulationKind kind;
  double population; /* inhabitants */
  double bed_days;   /* of the year */
  double need;
  /* Why the need is another than in the base year; size + ageing + consumption = the difference,
   * exactly. */
  double size;        /* more people, or fewer */
  double ageing;      /* of other ages, and another share of women */
  double consumption; /* who use more or less */
} VbPopulationFigures;

#define VB_TYPE_POPULATION_ROW (vb_population_row_get_type ())
G_DECLARE_FINAL_TYPE (VbPopulationRow, vb_population_row, VB, POPULATION_ROW, GObject)

/* A year of a population's need; immutable. */
VbPopulationRow *vb_population_row_new (const VbPopulationFigures *figures);
const VbPopulationFigures *vb_population_row_get_figures (VbPopulationRow *self);

/* Why the need is another, as it is written: in tenths of beds. */
typedef struct
{
  double size;
  double ageing;
  double consumption;
} VbPopulationParts;

/* The parts of @figures, but for a tenth here or there where they would not add up to the
 * difference of the needs as these are written. All NAN when one is not known. */
VbPopulationParts vb_population_figures_get_parts (const VbPopulationFigures *figures);

G_END_DECLS
