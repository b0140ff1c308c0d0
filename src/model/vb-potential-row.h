/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* NAN where the years or the draws do not tell. */
typedef struct
{
  double p10;
  double p50;
  double p90;
} VbPercentiles;

/* A year of a scenario, in beds. gap = capacity - need, negative is shortage. */
typedef struct
{
  gint16 year;
  double need; /* with every lever at its base value; so the next five */
  double capacity;
  double gap;
  double need_without_overlap; /* had no two levers acted on the same bed days */
  double cost;                 /* kronor, of the levers at work; NAN when none tells its cost */
  guint n_without_cost;        /* levers at work that do not tell it */
  VbPercentiles need_spread;   /* over the draws */
  VbPercentiles capacity_spread;
  VbPercentiles gap_spread;
  double probability_balanced; /* share of the draws without a shortage */
} VbPotentialFigures;

#define VB_TYPE_POTENTIAL_ROW (vb_potential_row_get_type ())
G_DECLARE_FINAL_TYPE (VbPotentialRow, vb_potential_row, VB, POTENTIAL_ROW, GObject)

/* A year of what a scenario's levers can do; immutable. */
VbPotentialRow *vb_potential_row_new (const VbPotentialFigures *figures);
const VbPotentialFigures *vb_potential_row_get_figures (VbPotentialRow *self);

G_END_DECLS
