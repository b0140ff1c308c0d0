/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-plan-fact.h"

static void
plan_area_clear (VbPlanArea *area)
{
  g_free (area->id);
  g_free (area->facts.owner_role);
  g_free (area->facts.comment);
}

VbPlanFact *
vb_plan_fact_new (VbPlanFactKind kind, const char *unit_path)
{
  VbPlanFact *self = g_new0 (VbPlanFact, 1);

  self->kind = kind;
  self->unit_path = g_strdup (unit_path);
  self->evidence = g_ptr_array_new_with_free_func (g_free);
  self->areas = g_array_new (FALSE, TRUE, sizeof (VbPlanArea));
  g_array_set_clear_func (self->areas, (GDestroyNotify) plan_area_clear);
  self->outcomes = g_array_new (FALSE, FALSE, sizeof (VbFocusOutcome));
  return self;
}

void
vb_plan_fact_free (VbPlanFact *self)
{
  g_free (self->unit_path);
  g_free (self->decided_by);
  g_clear_object (&self->ladder);
  g_free (self->answers);
  g_ptr_array_unref (self->evidence);
  g_array_unref (self->areas);
  g_free (self->goal);
  g_clear_pointer (&self->focus_measure, vb_focus_measure_facts_free);
  g_array_unref (self->outcomes);
  g_clear_pointer (&self->action, vb_action_facts_free);
  g_clear_pointer (&self->dialogue, vb_dialogue_facts_free);
  g_strfreev (self->action_titles);
  g_clear_object (&self->scenario);
  g_clear_pointer (&self->population, vb_population_facts_free);
  g_free (self);
}
