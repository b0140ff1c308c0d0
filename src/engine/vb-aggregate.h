/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Observations of mixed grains rolled up to the units and periods of one grain: stocks as
 * day-weighted means, flows as sums, ratios as ratios of sums; a parent's figure is its own report,
 * else the sum of its children's. The result never changes and can be read from any thread. */
#pragma once

#include <gio/gio.h>

#include "vb-period.h"

G_BEGIN_DECLS

/* The organisation, parents before children (preorder). Arrays of @n, borrowed. */
typedef struct
{
  guint n;
  const gint32 *parent;    /* index, -1 for a root */
  const guint8 *care_type; /* VbCareType in force (inherited) */
  /* VbUnitKind, or NULL. A clinic or a theatre that has no figures is then not missed in its
   * parent's coverage, since it has no beds. */
  const guint8 *kind;
} VbTreeInput;

/* Observations sorted by (unit, measure, grain, start), no key twice. Arrays of @n, borrowed. A
 * value that is not finite counts as missing. */
typedef struct
{
  gsize n;
  const guint32 *unit; /* index in the tree */
  const guint16 *measure;
  const guint8 *grain;
  const gint32 *start;
  const double *value;
  const guint8 *provenance;
} VbObservationInput;

typedef enum
{
  VB_NATURE_STOCK, /* as VbMeasureNature, which the engine does not know */
  VB_NATURE_FLOW,
  VB_NATURE_RATIO,
} VbNature;

/* How a measure adds up (from the catalogue). Measures without a rule are left out. */
typedef struct
{
  guint16 measure;
  guint8 nature;  /* VbNature */
  guint16 weight; /* RATIO only: the measure in its denominator, a stock or a flow */
} VbMeasureRule;

typedef struct
{
  double value; /* stock: mean over days with data; flow: sum; ratio: ratio of sums; NAN missing */
  double days;  /* days with data; 0 when missing */
  double coverage;   /* days with data ÷ calendar days × children present ÷ children */
  float presence;    /* the latter factor alone; 1 for an own figure */
  guint8 provenance; /* VbProvenance, the worst of the inputs */
  guint8 own;        /* the unit's own figure, not the sum of its children */
  guint8 nature;     /* VbNature */
} VbAggregateCell;

/* What @cell comes to a day: a stock as it is, a flow ÷ days with data. */
static inline double
vb_aggregate_cell_get_per_day (const VbAggregateCell *cell)
{
  return cell->nature == VB_NATURE_FLOW ? cell->value / cell->days : cell->value;
}

typedef struct _VbAggregate VbAggregate;

/* @first: start of the first period. NULL when cancelled, or with VB_ERROR_INVALID when the tree or
 * the observations are not in the order asked for. */
VbAggregate *vb_aggregate_new (const VbTreeInput *tree,
                               const VbObservationInput *observations,
                               const VbMeasureRule *rules,
                               guint n_rules,
                               VbGrain grain,
                               VbDay first,
                               guint n_periods,
                               GCancellable *cancellable,
                               GError **error);
VbAggregate *vb_aggregate_ref (VbAggregate *self);
void vb_aggregate_unref (VbAggregate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbAggregate, vb_aggregate_unref)

/* The periods that there are figures for; @period counts from 0. */
guint vb_aggregate_get_n_periods (const VbAggregate *self);
VbPeriod vb_aggregate_get_period (const VbAggregate *self, guint period);

/* The figure of @unit, NULL when there is none for lack of data of that measure anywhere, or
 * because the unit mixes care groups, which are never added up, and did not report a total itself.
 */
const VbAggregateCell *
vb_aggregate_get (const VbAggregate *self, guint16 measure, guint unit, guint period);

/* The care groups that @unit has figures for, a bit per VbCareGroup. A unit with one care type or
 * none has one; a mixed one has one for each, and NONE if it reported anything itself. */
guint vb_aggregate_get_groups (const VbAggregate *self, guint unit);

/* The figure of one care group of @unit; NULL as above, or when it has no such group. */
const VbAggregateCell *vb_aggregate_get_for_group (
    const VbAggregate *self, guint16 measure, guint unit, VbCareGroup group, guint period);

G_END_DECLS
