/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One breakdown: made, told of locks and minimums, and read on the main thread, since it knows
 * units; run in any thread in between. Private to the document room. */
#pragma once

#include "vb-breakdown-table.h"
#include "vb-need-table.h"
#include "vb-snapshot.h"

G_BEGIN_DECLS

typedef struct _VbBreakdownJob VbBreakdownJob;

/* Keys are measured over the periods of @table from @first to before @after, which make up the days
 * of @scope. @assumptions: of the same tree. */
VbBreakdownJob *_vb_breakdown_job_new (const VbBreakdownScope *scope,
                                       VbSnapshot *assumptions,
                                       VbNeedTable *table,
                                       guint first,
                                       guint after);
void _vb_breakdown_job_free (VbBreakdownJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbBreakdownJob, _vb_breakdown_job_free)

guint _vb_breakdown_job_get_n_units (VbBreakdownJob *self);
VbUnit *_vb_breakdown_job_get_unit (VbBreakdownJob *self, guint index);
/* @locked negative: free; @minimum 0 or less: none. */
void _vb_breakdown_job_hold (VbBreakdownJob *self, guint index, gint64 locked, gint64 minimum);

/* Bed days that a unit's own inhabitants need; NAN: it has none of its own. */
void _vb_breakdown_job_set_population (VbBreakdownJob *self, guint index, double bed_days);

/* VB_ERROR_NOT_FOUND when the unit has no figures of the key; VB_ERROR_IMPOSSIBLE when what is to
 * be kept cannot be. */
gboolean _vb_breakdown_job_run (VbBreakdownJob *self, GCancellable *cancellable, GError **error);
/* What a run came to; owned by the caller. */
VbBreakdownTable *_vb_breakdown_job_make_table (VbBreakdownJob *self);

/* The weight of @unit by @key over the periods of @table from @first to before @after; NAN when
 * there is none. */
double _vb_breakdown_measure (VbNeedTable *table,
                              gint64 unit_id,
                              VbCareGroup group,
                              guint first,
                              guint after,
                              VbBreakdownKey key);
/* "Ward 3 has no bed days from 2025-01-01 to 2025-12-31."; @from VB_DAY_NONE: for any whole period.
 * Owned by the caller. */
char *_vb_breakdown_describe_missing (const char *unit, VbBreakdownKey key, VbDay from, VbDay to);

G_END_DECLS
