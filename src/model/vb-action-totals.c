/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-action-totals.h"

static const VbEffectSum nothing = { 0, NAN, NAN, NAN };

VbEffectSum
vb_action_facts_get_effect (const VbActionFacts *facts)
{
  VbEffectSum effect = { 1, facts->effect_low, facts->effect_base, facts->effect_high };

  g_return_val_if_fail (facts != NULL, nothing);

  if (isnan (effect.base))
    effect.base = isnan (effect.low)    ? effect.high
                  : isnan (effect.high) ? effect.low
                                        : (effect.low + effect.high) / 2;
  if (isnan (effect.base))
    return nothing;

  if (isnan (effect.low))
    effect.low = effect.base;
  if (isnan (effect.high))
    effect.high = effect.base;
  return effect;
}

static void
add (VbEffectSum *sum, const VbEffectSum *effect)
{
  if (effect->n_estimated == 0)
    return;
  if (sum->n_estimated == 0)
    *sum = (VbEffectSum){ 0, 0, 0, 0 };

  sum->n_estimated += effect->n_estimated;
  sum->low += effect->low;
  sum->base += effect->base;
  sum->high += effect->high;
}

static void
count (VbActionTotals *self, const VbActionFacts *facts, VbDay today)
{
  VbEffectSum effect = vb_action_facts_get_effect (facts);

  self->n_actions++;
  self->n_with_status[facts->status]++;
  if (vb_action_facts_is_overdue (facts, today))
    self->n_overdue++;
  if (facts->status == VB_ACTION_DONE)
    add (&self->done[facts->side], &effect);
  else if (facts->status != VB_ACTION_CANCELLED)
    add (&self->expected[facts->side], &effect);
}

void
vb_action_totals_count (VbActionTotals *self, GListModel *actions, VbUnit *unit, VbDay today)
{
  g_autoptr (GHashTable) units = unit != NULL ? vb_unit_collect_ids (unit) : NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_LIST_MODEL (actions));

  *self = (VbActionTotals){ 0 };
  for (guint side = 0; side < VB_N_BALANCE_SIDES; side++)
    self->expected[side] = self->done[side] = nothing;

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (actions, i);
      const VbActionFacts *facts = vb_action_get_facts (action);

      if (units == NULL || g_hash_table_contains (units, &facts->unit_id))
        count (self, facts, today);
    }
}
