/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it takes in beds that small units need a lower occupancy than the whole that they are of. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Arrays of @n, borrowed. */
typedef struct
{
  guint n;
  const gint32 *parent; /* index, parents before children; -1 for a root */
  const double *census; /* mean patients of the units that have no children; NAN: not known */
  const double *target; /* target occupancy in force, above 0 */
} VbSmallUnitsInput;

/* NAN where no unit below has a census. */
typedef struct
{
  double census;
  double need;        /* beds: those at the bottom, each at its own target */
  double need_as_one; /* beds, were the unit one single ward at its own target */
  double margin;      /* the margin for small units: need - need_as_one */
  double
      occupancy_at; /* the occupancy that need comes to, census ÷ need: never the targets' mean */
} VbSmallUnitsNeed;

/* One row a unit, freed with g_free(). */
VbSmallUnitsNeed *vb_small_units_run (const VbSmallUnitsInput *input);

G_END_DECLS
