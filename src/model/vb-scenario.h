/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-bilingual.h"
#include "vb-lever.h"
#include "vb-record.h"

G_BEGIN_DECLS

/* All that a scenario says of itself. The name is never empty in both languages. */
typedef struct
{
  VbBilingual name;
  VbBilingual description; /* may be empty, as the notice */
  VbBilingual notice;      /* what has to be said wherever it is shown */
  char *ready;             /* id of the ready scenario that it was made from; NULL = of none */
  gint64 unit_id;          /* whose beds it is about */
  VbCareGroup group;       /* never NONE */
  gint16 first_year;
  gint16 last_year;
  double target_occupancy; /* what bed days of its levers are turned into beds with */
  VbDistribution distribution;
  guint n_draws;
  gint64 seed;
  gint64 based_on_id; /* the scenario that it was copied from; 0 = none that is still there */
  double consumption_change; /* of bed days per inhabitant, a share a year; 0 = none */
} VbScenarioFacts;

#define VB_TYPE_SCENARIO_FACTS (vb_scenario_facts_get_type ())
GType vb_scenario_facts_get_type (void);
/* Owned by the caller. */
VbScenarioFacts *vb_scenario_facts_copy (const VbScenarioFacts *self);
void vb_scenario_facts_clear (VbScenarioFacts *self); /* frees the texts, not @self */
void vb_scenario_facts_free (VbScenarioFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbScenarioFacts, vb_scenario_facts_free)
gboolean vb_scenario_facts_equal (const VbScenarioFacts *a, const VbScenarioFacts *b);

/* Beds needed, or available, in a year without any lever, and whose the figure is. */
typedef struct
{
  VbBalanceSide side;
  gint16 year;
  double beds;
  VbFigureStatus status;
  VbBilingual source;
} VbScenarioYear;

void vb_scenario_year_clear (VbScenarioYear *self); /* frees the texts, not @self */

#define VB_TYPE_SCENARIO (vb_scenario_get_type ())
G_DECLARE_FINAL_TYPE (VbScenario, vb_scenario, VB, SCENARIO, VbRecord)

/* A way from how things are to how they could be: need and capacity year by year, and the levers
 * that change them. Read-only from outside. Properties: id, facts (boxed VbScenarioFacts), which
 * notifies when any of them changes. */
gint64 vb_scenario_get_id (VbScenario *self);
/* Owned by the scenario, valid until it changes. */
const VbScenarioFacts *vb_scenario_get_facts (VbScenario *self);
GListModel *vb_scenario_get_levers (VbScenario *self); /* of VbLever, in their order */
/* What is said of need or capacity in @year; NULL when nothing is. As the facts. */
const VbScenarioYear *vb_scenario_find_year (VbScenario *self, VbBalanceSide side, gint16 year);

G_END_DECLS
