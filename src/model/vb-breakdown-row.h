/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-unit.h"

G_BEGIN_DECLS

/* What a unit gets when beds are shared out; what is not known is NAN. */
typedef struct
{
  double weight;   /* of the key it was shared out by: bed days, or beds */
  double share;    /* weight ÷ Σ weights of the units under the same parent; 1 at the top */
  double beds;     /* whole: residual + Σ children's; NAN: no weight is known, nothing is held */
  gint64 residual; /* beds that stay with the unit, since none of its children has a weight */
  double present_beds;                     /* available beds, mean over the days */
  double difference;                       /* beds − present beds */
  gint64 locked;                           /* the beds that it was to have; negative: it was free */
  gint64 minimum;                          /* the beds that it was to have at least */
  double beds_by_key[VB_N_BREAKDOWN_KEYS]; /* its beds, had each key been the one */

  /* quota = left_beds ÷ left_weight of the parent × weight, before it is made whole; NAN: the
   * unit's beds are held by a lock or a minimum, its own or one below it. */
  double quota;
  gint64 left_beds;   /* what the children shared by weight, once the held ones had theirs */
  double left_weight; /* the weight of those who shared it */

  double census;           /* mean patients of the units at the bottom */
  double target_occupancy; /* in force for the unit itself on the last of the days */
  double need;             /* beds: those at the bottom, each at its own target */
  double need_as_one;      /* beds, were they one single ward at this unit's target */
  double margin;           /* for small units: need − need as one */
} VbBreakdownFigures;

#define VB_TYPE_BREAKDOWN_ROW (vb_breakdown_row_get_type ())
G_DECLARE_FINAL_TYPE (VbBreakdownRow, vb_breakdown_row, VB, BREAKDOWN_ROW, GObject)

/* A row of a breakdown; immutable. */
VbBreakdownRow *vb_breakdown_row_new (VbUnit *unit, const VbBreakdownFigures *figures);
VbUnit *vb_breakdown_row_get_unit (VbBreakdownRow *self); /* not owned */
const VbBreakdownFigures *vb_breakdown_row_get_figures (VbBreakdownRow *self);

G_END_DECLS
