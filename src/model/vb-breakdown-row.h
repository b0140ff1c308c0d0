/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-unit.h"

G_BEGIN_DECLS

/* What a unit gets when beds are shared out; what is not known is NAN. */
typedef struct
{
  double weight;       /* of the key it was shared out by: bed days, or beds */
  gint64 beds;         /* residual + Σ children's beds */
  gint64 residual;     /* beds that stay with the unit, since none of its children has a weight */
  double present_beds; /* available beds, mean over the days */
  double difference;   /* beds − present beds */
  gint64 locked;       /* the beds that it was to have; negative: it was free */
  gint64 minimum;      /* the beds that it was to have at least */
} VbBreakdownFigures;

#define VB_TYPE_BREAKDOWN_ROW (vb_breakdown_row_get_type ())
G_DECLARE_FINAL_TYPE (VbBreakdownRow, vb_breakdown_row, VB, BREAKDOWN_ROW, GObject)

/* A row of a breakdown; immutable. */
VbBreakdownRow *vb_breakdown_row_new (VbUnit *unit, const VbBreakdownFigures *figures);
VbUnit *vb_breakdown_row_get_unit (VbBreakdownRow *self); /* not owned */
const VbBreakdownFigures *vb_breakdown_row_get_figures (VbBreakdownRow *self);

G_END_DECLS
