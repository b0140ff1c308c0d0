/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value known as low, base and high, as a probability distribution to draw from. Made of nothing
 * but + − × ÷ and √, which IEEE 754 rounds alike everywhere, so that a seed gives the same figures
 * on any machine; exp(), log() and pow() differ between libraries in their last digit. */
#pragma once

#include "vb-terms.h"

G_BEGIN_DECLS

#define VB_THREE_POINT_N_CELLS 256
#define VB_THREE_POINT_N_ROOTS 24

/* x^(2^−k) for the middle x of each cell: what every PERT distribution is made of. */
typedef struct
{
  double roots[VB_THREE_POINT_N_CELLS][VB_THREE_POINT_N_ROOTS + 1];
} VbThreePointRoots;

typedef struct
{
  VbDistribution distribution;
  double low;
  double base;
  double high;
  double cumulative[VB_THREE_POINT_N_CELLS + 1]; /* PERT: at the borders of the cells */
} VbThreePoint;

void _vb_three_point_init_roots (VbThreePointRoots *roots);
/* low <= base <= high. */
void _vb_three_point_init (VbThreePoint *self,
                           VbDistribution distribution,
                           double low,
                           double base,
                           double high,
                           const VbThreePointRoots *roots);
/* The value that a share @u in [0, 1) of all values lie below. */
double _vb_three_point_get_quantile (const VbThreePoint *self, double u);
/* Triangular: (low + base + high) ÷ 3; PERT: (low + 4 base + high) ÷ 6. */
double _vb_three_point_get_mean (VbDistribution distribution, double low, double base, double high);

G_END_DECLS
