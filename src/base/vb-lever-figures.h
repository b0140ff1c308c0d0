/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a lever of a scenario does. A plain struct of base, so that the engine can compute with it,
 * the model hold it and a file be read into it without any of them knowing the others. */
#pragma once

#include <math.h>

#include "vb-terms.h"

G_BEGIN_DECLS

typedef struct
{
  guint8 side;      /* VbBalanceSide */
  guint8 basis;     /* VbLeverBasis; SHARE only on the side of need */
  guint8 profile;   /* VbLeverProfile */
  gboolean one_off; /* ends after the year of full effect; else the effect stays */
  /* The size, low <= base <= high: beds, more of them closing more of the gap, or a share 0–1. */
  double low;
  double base;
  double high;
  double influence;   /* share of it that can be influenced, 0–1 */
  double probability; /* that the lever is pulled at all, 0–1 */
  /* Bed days a year that the lever acts on; NAN: none are named. Needed by SHARE and by overlap. */
  double bed_days;
  /* Levers on need with the same number above 0 act on the same bed days, those of the one that has
   * most, and so cannot save the same day twice; 0: nobody else acts on them. */
  guint overlap;
  gint16 start;       /* year */
  gint16 full;        /* year of full effect, not before the start */
  double yearly_cost; /* at full effect; NAN: not known */
} VbLeverFigures;

/* Sure, whole and lasting: what a lever is that nothing more is said of. All but side, sizes and
 * years. */
#define VB_LEVER_FIGURES_INIT                                                                      \
  {                                                                                                \
    .basis = VB_LEVER_BASIS_BEDS, .profile = VB_LEVER_PROFILE_LINEAR, .influence = 1,              \
    .probability = 1, .bed_days = NAN, .yearly_cost = NAN                                          \
  }

/* Whether the figures can be those of a lever; VB_ERROR_INVALID says what is wrong, and nothing of
 * which lever. */
gboolean vb_lever_figures_check (const VbLeverFigures *self, GError **error);

G_END_DECLS
