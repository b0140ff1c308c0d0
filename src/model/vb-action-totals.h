/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-action.h"
#include "vb-unit.h"

G_BEGIN_DECLS

/* What several actions are expected to give together, in beds; NAN when none is estimated. */
typedef struct
{
  guint n_estimated;
  double low;
  double base;
  double high;
} VbEffectSum;

typedef struct
{
  guint n_actions;
  guint n_with_status[VB_N_ACTION_STATUSES];
  guint n_overdue;
  VbEffectSum expected[VB_N_BALANCE_SIDES]; /* of those that are neither done nor cancelled */
  VbEffectSum done[VB_N_BALANCE_SIDES];     /* of those that are carried out */
} VbActionTotals;

/* The estimate of one action: a missing end of its range is its base, a missing base the middle of
 * its range. All NAN where nothing is estimated. */
VbEffectSum vb_action_facts_get_effect (const VbActionFacts *facts);

/* Counts those of @actions (of VbAction) that belong to @unit or to a unit below it; NULL: all.
 *
 *   low = Σ lowᵢ, base = Σ baseᵢ, high = Σ highᵢ   [beds]
 *
 * The range is thus as wide as it gets, with every action at its low or at its high end at once.
 * That effects overlap is not taken off. */
void vb_action_totals_count (VbActionTotals *self, GListModel *actions, VbUnit *unit, VbDay today);

G_END_DECLS
