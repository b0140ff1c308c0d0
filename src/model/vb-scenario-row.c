/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-scenario-row.h"

#include <math.h>

struct _VbScenarioRow
{
  GObject parent_instance;

  VbScenario *scenario;
  VbScenarioOutcome outcome;
};

G_DEFINE_FINAL_TYPE (VbScenarioRow, vb_scenario_row, G_TYPE_OBJECT)

static void
vb_scenario_row_finalize (GObject *object)
{
  g_clear_object (&VB_SCENARIO_ROW (object)->scenario);

  G_OBJECT_CLASS (vb_scenario_row_parent_class)->finalize (object);
}

static void
vb_scenario_row_class_init (VbScenarioRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_scenario_row_finalize;
}

static void
vb_scenario_row_init (VbScenarioRow *self)
{
}

VbScenarioRow *
vb_scenario_row_new (VbScenario *scenario, const VbScenarioOutcome *outcome)
{
  VbScenarioRow *self;

  g_return_val_if_fail (VB_IS_SCENARIO (scenario), NULL);
  g_return_val_if_fail (outcome != NULL, NULL);

  self = g_object_new (VB_TYPE_SCENARIO_ROW, NULL);
  self->scenario = g_object_ref (scenario);
  self->outcome = *outcome;

  return self;
}

VbScenario *
vb_scenario_row_get_scenario (VbScenarioRow *self)
{
  g_return_val_if_fail (VB_IS_SCENARIO_ROW (self), NULL);

  return self->scenario;
}

const VbScenarioOutcome *
vb_scenario_row_get_outcome (VbScenarioRow *self)
{
  g_return_val_if_fail (VB_IS_SCENARIO_ROW (self), NULL);

  return &self->outcome;
}
