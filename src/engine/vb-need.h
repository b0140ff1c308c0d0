/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Need and gap of beds. Two steps, because only the second depends on targets and is run again at
 * every move of a slider: vb_aggregate_new() rolls observations up to units x periods;
 * vb_need_run() turns that into need, gap and coverage. Rules: see the comment above each function
 * in vb-aggregate.c, vb-need.c. */
#pragma once

#include <gio/gio.h>

#include "vb-need-figures.h"
#include "vb-period.h"

G_BEGIN_DECLS

/* The organisation, parents before children (preorder). Arrays of @n, borrowed. */
typedef struct
{
  guint n;
  const gint32 *parent;    /* index, -1 for a root */
  const guint8 *care_type; /* VbCareType in force (inherited) */
} VbTreeInput;

/* Observations sorted by (unit, measure, grain, start). Arrays of @n, borrowed. */
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

/* How a measure adds up (from the catalogue; engine knows no model). */
typedef struct
{
  guint16 measure;
  guint8 nature; /* 0 stock, 1 flow, 2 ratio, as VbMeasureNature */
  guint16 weight;
} VbMeasureRule;

typedef struct
{
  double value; /* stock: mean over days with data; flow: sum; ratio: ratio of sums; NAN missing */
  double days;  /* days with data */
  double coverage; /* days with data / calendar days x children present / children */
  guint8 provenance;
  guint8 own; /* the unit's own figure, not the sum of its children */
} VbAggregateCell;

typedef struct _VbAggregate VbAggregate;

/* @end: first day with no data yet (the document's "now"); @first: start of the first period.
 * Cancellable; NULL with error when cancelled or the tree is not in preorder. */
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
const VbAggregateCell *
vb_aggregate_get (const VbAggregate *self, guint16 measure, guint unit, guint period);

typedef struct
{
  guint32 unit;     /* index in the tree; G_MAXUINT32 = the whole document */
  guint8 care_type; /* VbCareType; NONE = every */
  VbDay from;
  double value;
} VbTargetInput;

typedef struct
{
  const VbTreeInput *tree;
  const VbAggregate *aggregate;
  const VbTargetInput *targets; /* sorted by (unit, care_type, from) */
  guint n_targets;
  double default_target;
  double override_target; /* NAN = none */
  gboolean occupied_includes_overcrowded;
  double hidden_demand; /* share of bed days added */
} VbNeedInput;

/* One row a unit and care group that the unit has. */
typedef struct
{
  guint32 unit;
  guint8 group; /* VbCareGroup */
} VbNeedRowKey;

typedef struct
{
  guint n_rows;
  guint n_periods;
  VbNeedRowKey *keys;     /* n_rows, in tree order */
  VbNeedFigures *figures; /* n_rows x n_periods */
} VbNeedResult;

VbNeedResult *vb_need_run (const VbNeedInput *input, GCancellable *cancellable, GError **error);
void vb_need_result_free (VbNeedResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbNeedResult, vb_need_result_free)

G_END_DECLS
