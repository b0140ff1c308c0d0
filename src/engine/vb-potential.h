/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scenario's levers can do: need, capacity and gap year by year, step by step, and lever by
 * lever. gap = capacity - need, negative is shortage. Figures in beds are multiples of 2⁻³⁰, so
 * that steps add up to what they are steps of without the rounding of floating point. */
#pragma once

#include <gio/gio.h>

#include "vb-lever-figures.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* for messages; NULL = "lever 1" … */
  guint64 id;       /* what is drawn for a lever follows from this and the seed alone */
  VbLeverFigures figures;
} VbPotentialLever;

/* Arrays borrowed. */
typedef struct
{
  gint16 first_year;
  guint n_years;
  const double *need;     /* n_years: beds without any lever; NAN: not known */
  const double *capacity; /* likewise */
  double target_occupancy;
  const VbPotentialLever *levers;
  guint n_levers;
} VbPotentialInput;

/* Every lever at its base value times its probability. */
typedef struct
{
  gint16 year;
  double need;
  double capacity;
  double gap;
  double need_without_overlap; /* had no two levers acted on the same bed days */
  double cost;                 /* of the levers at work; NAN when none of them tells its cost */
  guint n_without_cost;        /* levers at work that do not tell it */
} VbPotentialYear;

/* The @n_years years, to be freed with g_free(). VB_ERROR_INVALID names the lever whose figures
 * cannot be, which is so for every function here. */
VbPotentialYear *vb_potential_run (const VbPotentialInput *input, GError **error);

/* The first year without a shortage. FALSE when there is none. @lasts (may be NULL): there is none
 * after it either. */
gboolean vb_potential_find_balance (const VbPotentialYear *years,
                                    guint n_years,
                                    gint16 *year,
                                    gboolean *lasts);

typedef enum
{
  VB_POTENTIAL_STEP_START,    /* the gap of the first year without any lever */
  VB_POTENTIAL_STEP_NEED,     /* how need changes by itself until the year asked for */
  VB_POTENTIAL_STEP_CAPACITY, /* likewise */
  VB_POTENTIAL_STEP_LEVER,
  VB_POTENTIAL_STEP_END, /* the gap of the year asked for */
} VbPotentialStepKind;

typedef struct
{
  VbPotentialStepKind kind;
  guint lever; /* index; of LEVER only */
  double beds; /* START, END: the gap; else what is added to it */
} VbPotentialStep;

/* The way from the gap of the first year to that of @year, which is one of the years. The steps
 * NEED and CAPACITY are left out when they are 0; each lever's step is what it adds to those listed
 * before it. START and the steps add up to END exactly. The @n_steps are freed with g_free(). */
VbPotentialStep *
vb_potential_trace (const VbPotentialInput *input, gint16 year, guint *n_steps, GError **error);

typedef struct
{
  guint lever;     /* index */
  double gap_low;  /* at its low value, all others at their base */
  double gap_high; /* at its high value */
  double swing;    /* the distance of the two */
} VbPotentialSwing;

/* How the gap of @year follows each lever, the one that matters most first, equals in listed order.
 * The @n_levers rows are freed with g_free(). */
VbPotentialSwing *vb_potential_rank (const VbPotentialInput *input, gint16 year, GError **error);

typedef struct
{
  double p10;
  double p50;
  double p90;
  double mean;
} VbPotentialSpread;

typedef struct
{
  gint16 year;
  VbPotentialSpread need;
  VbPotentialSpread capacity;
  VbPotentialSpread gap;
  double probability_balanced; /* share of the draws without a shortage that year */
} VbPotentialOutlook;

/* @n_draws (at least 1) of all levers, each pulled with its probability and of a size between low
 * and high, independently of each other. The same @seed gives the same figures on any machine. The
 * @n_years rows are freed with g_free(). NULL when cancelled too. */
VbPotentialOutlook *vb_potential_draw (const VbPotentialInput *input,
                                       VbDistribution distribution,
                                       guint n_draws,
                                       guint64 seed,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
