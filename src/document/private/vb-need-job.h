/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planner's calculations, each in two steps as in the engine: facts are rolled up to a grain,
 * and the roll-up, which no target changes, becomes a table of needs. From any thread. Private to
 * the document room. */
#pragma once

#include "private/vb-facts.h"
#include "vb-coverage.h"
#include "vb-need-table.h"
#include "vb-need.h"

G_BEGIN_DECLS

/* How every measure of the catalogue adds up; freed with g_free(). */
VbMeasureRule *_vb_make_measure_rules (guint *n);

typedef struct
{
  gatomicrefcount ref_count;
  VbFacts *facts;         /* what was rolled up: the units' places in the aggregate */
  VbAggregate *aggregate; /* NULL when there is no period */
  VbGrain grain;
  VbDay first;
  guint n_periods;
} VbRollUp;

/* Periods of @grain that hold the days from @from to @to (both included), where VB_DAY_NONE is the
 * first or the last day there is data for of that or a finer grain. */
VbRollUp *_vb_roll_up_new (
    VbFacts *facts, VbGrain grain, VbDay from, VbDay to, GCancellable *cancellable, GError **error);
VbRollUp *_vb_roll_up_ref (VbRollUp *self);
void _vb_roll_up_unref (VbRollUp *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbRollUp, _vb_roll_up_unref)

/* With the targets and settings of @assumptions, a snapshot of the same tree as the facts'.
 * @override_target: NAN = those targets, else it goes before all. */
VbNeedTable *_vb_roll_up_compute_need (const VbRollUp *self,
                                       VbSnapshot *assumptions,
                                       double override_target,
                                       GCancellable *cancellable,
                                       GError **error);

/* Reads every measure there is to tell which days have data. */
VbCoverage *_vb_compute_coverage (
    VbSnapshot *snapshot, VbGrain grain, VbDay now, GCancellable *cancellable, GError **error);

G_END_DECLS
