/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawings of a potential: where need and capacity are going, and whether they go as planned. */
#pragma once

#include "vb-drawing.h"

G_BEGIN_DECLS

/* One year in beds; NAN = missing. The ends of an interval are P10 and P90 of the draws. */
typedef struct
{
  double need;
  double need_low;
  double need_high;
  double capacity;
  double capacity_low;
  double capacity_high;
} VbTrajectoryYear;

typedef struct
{
  const char *whose; /* "Riket, somatic care" */
  int first_year;
  guint n_years;
  const VbTrajectoryYear *years;
  guint n_draws;              /* 0 = every lever at its base value, without draws */
  int balance_year;           /* the first in which capacity meets need; 0 = none of them */
  double balance_probability; /* 0..1 that there is balance by then; NAN = not drawn */
} VbTrajectory;

/* Need and capacity over the years with the gap between them, and the year of balance. */
VbDrawing *vb_potential_plot_new (const VbTrajectory *figures);

typedef struct
{
  const char *whose;
  int first_year;
  guint n_years;
  const double *planned;  /* gap in beds, as everywhere: negative = shortage; NAN = missing */
  const double *outcome;  /* gap that came about */
  const double *scenario; /* gap that the levers give; NULL when there is none */
} VbDeviationFigures;

/* The gap over the years as planned and as it came about, with the deviation of the last outcome
 * that has a plan: outcome − planned, "377 behind" when it is negative. */
VbDrawing *vb_deviation_plot_new (const VbDeviationFigures *figures);

typedef enum
{
  VB_GAP_STEP_NEED,     /* need changes, by itself or by a lever */
  VB_GAP_STEP_CAPACITY, /* likewise */
} VbGapStepSide;

/* What closes the gap. */
typedef struct
{
  VbGapStepSide side;
  const char *name;
  double beds; /* what it adds to the gap: positive closes a shortage */
} VbGapStep;

/* From the gap @start of @first_year over the @steps to the gap @end of @last_year, each in beds.
 */
VbDrawing *vb_potential_waterfall_new (const char *whose,
                                       int first_year,
                                       double start,
                                       const VbGapStep *steps,
                                       guint n_steps,
                                       int last_year,
                                       double end);

typedef struct
{
  VbGapStepSide side;
  const char *name;
  double gap_low; /* gap in beds at its low value, all others at their base */
  double gap_high;
} VbLeverSwing;

/* Which lever matters most for the gap of @year, around the gap @base with all at their base. */
VbDrawing *vb_potential_tornado_new (
    const char *whose, int year, double base, const VbLeverSwing *swings, guint n_swings);

G_END_DECLS
