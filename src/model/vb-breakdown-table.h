/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-breakdown-row.h"
#include "vb-period.h"

G_BEGIN_DECLS

/* What was shared out, over what, and by what. */
typedef struct
{
  VbUnit *unit;
  VbCareGroup group; /* of the units that took part; NONE: the unit tells no groups apart */
  VbBreakdownKey key;
  gint64 beds;
  VbDay from; /* the first and the last day that the key was measured over */
  VbDay to;
} VbBreakdownScope;

#define VB_TYPE_BREAKDOWN_TABLE (vb_breakdown_table_get_type ())
G_DECLARE_FINAL_TYPE (VbBreakdownTable, vb_breakdown_table, VB, BREAKDOWN_TABLE, GObject)

/* A breakdown; immutable. @rows: of VbBreakdownRow, each after its parent, taken over. @missing:
 * why there is nothing by a key, an array of VB_N_BREAKDOWN_KEYS; copied. */
VbBreakdownTable *
vb_breakdown_table_new (const VbBreakdownScope *scope, GPtrArray *rows, const char *const *missing);
const VbBreakdownScope *vb_breakdown_table_get_scope (VbBreakdownTable *self);
GListModel *vb_breakdown_table_get_rows (VbBreakdownTable *self); /* not owned */
/* NULL when the unit took no part. Not owned. */
VbBreakdownRow *vb_breakdown_table_find (VbBreakdownTable *self, VbUnit *unit);
/* Σ residuals: beds that no unit at the bottom got. */
gint64 vb_breakdown_table_get_residual (VbBreakdownTable *self);
/* The units at the bottom that get most, and fewest, beds more than they have; NULL when none gets
 * more, or fewer. Not owned. */
VbBreakdownRow *vb_breakdown_table_get_largest_increase (VbBreakdownTable *self);
VbBreakdownRow *vb_breakdown_table_get_largest_decrease (VbBreakdownTable *self);
/* The units that there is no figure of the key for, and so no beds: how many they are in all, and
 * the names of the topmost among them: "Ward 3, Ward 4 and 2 more". NULL when there are none. Owned
 * by the caller. */
char *vb_breakdown_table_dup_unknown (VbBreakdownTable *self, guint *n);
/* Why no beds could be shared out by @key, a sentence; NULL when they could. */
const char *vb_breakdown_table_get_missing (VbBreakdownTable *self, VbBreakdownKey key);

G_END_DECLS
