/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-unit.h"

G_BEGIN_DECLS

/* A figure that is known only to within the rounding of what it was published as; low <= value <=
 * high, all three alike where it stands as it is, all NAN where it is not known. */
typedef struct
{
  double low;
  double value;
  double high;
} VbSpan;

/* What sisters are ranked by. */
typedef enum
{
  VB_SISTER_BY_GAP_SHARE, /* gap ÷ need, the largest shortage first */
  VB_SISTER_BY_RATE,      /* available beds per 1,000 inhabitants, the fewest first */
} VbSisterOrder;

/* In beds. */
typedef struct
{
  double need;
  VbSpan available;
  VbSpan gap_share;        /* gap ÷ need */
  VbSpan rate;             /* available beds per 1,000 inhabitants */
  double inhabitants;      /* NAN: not known */
  gint16 inhabitants_year; /* when they were counted */
  gboolean from_rate;      /* the available beds are those that a published rate stands for */
  guint rank;              /* from 1; equal ones share it; 0 = not known, and last */
  guint first;             /* the rank that it could have at best … */
  guint last;              /* … and at worst, given what rounding leaves open */
} VbSisterFigures;

#define VB_TYPE_SISTER_ROW (vb_sister_row_get_type ())
G_DECLARE_FINAL_TYPE (VbSisterRow, vb_sister_row, VB, SISTER_ROW, GObject)

/* A unit among its sisters; immutable. @in_question: the one that is compared with the others. */
VbSisterRow *vb_sister_row_new (VbUnit *unit, const VbSisterFigures *figures, gboolean in_question);
VbUnit *vb_sister_row_get_unit (VbSisterRow *self); /* not owned */
const VbSisterFigures *vb_sister_row_get_figures (VbSisterRow *self);
gboolean vb_sister_row_is_in_question (VbSisterRow *self);

G_END_DECLS
