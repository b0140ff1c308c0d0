/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody decided, judged or agreed, as a generator proposes it and the document takes it: by
 * names where the document has ids. For figures there is vb-batch.h. */
#pragma once

#include "vb-action.h"
#include "vb-assessment.h"
#include "vb-dialogue.h"
#include "vb-focus-measure.h"
#include "vb-population-facts.h"
#include "vb-ready-scenario.h"

G_BEGIN_DECLS

typedef enum
{
  VB_PLAN_FACT_TARGET,
  VB_PLAN_FACT_ASSESSMENT,
  VB_PLAN_FACT_GOAL, /* of a focus area that is there */
  VB_PLAN_FACT_FOCUS_MEASURE,
  VB_PLAN_FACT_ACTION,
  VB_PLAN_FACT_DIALOGUE,
  VB_PLAN_FACT_SCENARIO,
  VB_PLAN_FACT_POPULATION,
} VbPlanFactKind;

/* What a group of people says of an area beside its answers. */
typedef struct
{
  char *id;
  VbAssessmentArea facts;
} VbPlanArea;

/* Of the members, those that the kind needs are filled in. Where the structs of facts have ids of
 * units, assessments and actions, these are 0. */
typedef struct
{
  VbPlanFactKind kind;
  char *unit_path; /* names joined by " / "; NULL = the whole document */

  VbMeasureId measure;  /* TARGET */
  VbCareType care_type; /* NONE = every care type */
  double value;
  char *decided_by;

  VbLadder *ladder; /* ASSESSMENT */
  guint participants;
  gboolean done;
  guint8 *answers;     /* VbAnswer, in the ladder's order */
  GPtrArray *evidence; /* char *, in the same order; NULL = none */
  GArray *areas;       /* of VbPlanArea */

  gint64 focus_area_id; /* GOAL */
  char *goal;

  VbFocusMeasureFacts *focus_measure; /* FOCUS_MEASURE */
  GArray *outcomes;                   /* of VbFocusOutcome */

  VbActionFacts *action; /* ACTION */

  VbDialogueFacts *dialogue; /* DIALOGUE */
  GStrv action_titles;       /* of actions that are there */

  VbReadyScenario *scenario; /* SCENARIO */

  VbPopulationFacts *population; /* POPULATION */

  /* TARGET: from when (VB_DAY_NONE = always). ASSESSMENT: who made it and when. ACTION: which
   * assessment of the unit led to it (VB_DAY_NONE = none). */
  VbRoleGroup role;
  VbDay day;
} VbPlanFact;

/* Of the unit at @unit_path (NULL = none), with nothing said yet. */
VbPlanFact *vb_plan_fact_new (VbPlanFactKind kind, const char *unit_path);
void vb_plan_fact_free (VbPlanFact *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbPlanFact, vb_plan_fact_free)

G_END_DECLS
