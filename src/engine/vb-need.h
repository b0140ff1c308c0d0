/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Need and gap of beds. Two steps, because only the second depends on targets and is run again at
 * every move of a slider: vb_aggregate_new() rolls observations up to units x periods;
 * vb_need_run() turns that into need, gap and coverage. The rules stand above each function in
 * vb-aggregate.c and vb-need.c. */
#pragma once

#include "vb-aggregate.h"
#include "vb-need-figures.h"

G_BEGIN_DECLS

/* A target occupancy, from a day on. One of 0 or below, or NAN, counts as none. */
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

/* Need, gap and coverage of every row and period; the formulas stand above it in vb-need.c. NULL
 * with G_IO_ERROR_CANCELLED when cancelled. */
VbNeedResult *vb_need_run (const VbNeedInput *input, GCancellable *cancellable, GError **error);
void vb_need_result_free (VbNeedResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbNeedResult, vb_need_result_free)

/* The target occupancy that is in force for @group on @day, one a unit of the tree, freed with
 * g_free(). Of @input the aggregate is not looked at. */
double *vb_need_list_targets (const VbNeedInput *input, VbCareGroup group, VbDay day);
/* The place in @input->targets of the one that is in force for @group of @unit on @day; -1: none
 * is, the default is. Of @input the aggregate is not looked at. */
gint32 vb_need_find_target (const VbNeedInput *input, guint unit, VbCareGroup group, VbDay day);

G_END_DECLS
