/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-scenario.h"

G_BEGIN_DECLS

/* What a scenario comes to in a year, every lever at its base value; beds, gap = capacity - need.
 * NAN where it does not say, or has no such year. */
typedef struct
{
  gint16 year;
  double need;
  double capacity;
  double gap;
  double cost;          /* kronor that year; NAN when no lever tells it */
  guint n_without_cost; /* levers at work that do not tell it */
  gint16 balance_year;  /* the first without a shortage; 0 = none */
  double probability;   /* that there is none that year, over the draws */
  gboolean decided;     /* it is the plan of its unit */
} VbScenarioOutcome;

#define VB_TYPE_SCENARIO_ROW (vb_scenario_row_get_type ())
G_DECLARE_FINAL_TYPE (VbScenarioRow, vb_scenario_row, VB, SCENARIO_ROW, GObject)

/* A scenario among others; immutable. */
VbScenarioRow *vb_scenario_row_new (VbScenario *scenario, const VbScenarioOutcome *outcome);
VbScenario *vb_scenario_row_get_scenario (VbScenarioRow *self); /* not owned */
const VbScenarioOutcome *vb_scenario_row_get_outcome (VbScenarioRow *self);

G_END_DECLS
