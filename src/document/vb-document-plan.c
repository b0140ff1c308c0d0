/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-document-plan.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "vb-document-actions.h"
#include "vb-document-ladders.h"
#include "vb-document-population.h"
#include "vb-document-scenarios.h"
#include "vb-error.h"

static gboolean
take_target (VbDocument *self, gint64 unit_id, const VbPlanFact *fact, GError **error)
{
  return vb_document_set_target (self, unit_id, fact->measure, fact->care_type, fact->day,
                                 fact->value, fact->decided_by, error);
}

static gboolean
take_area (VbDocument *self, gint64 id, const VbPlanArea *area, GError **error)
{
  return vb_document_set_wanted_step (self, id, area->id, area->facts.wanted_step, error)
         && vb_document_set_area_comment (self, id, area->id, area->facts.comment, error)
         && vb_document_set_area_plan (self, id, area->id, area->facts.priority,
                                       area->facts.owner_role, area->facts.by, error);
}

static gboolean
take_assessment (VbDocument *self, gint64 unit_id, const VbPlanFact *fact, GError **error)
{
  guint n = vb_ladder_get_n_statements (fact->ladder);
  g_autofree VbGivenAnswer *answers = g_new0 (VbGivenAnswer, n);
  gint64 id = vb_document_start_assessment (self, unit_id, fact->ladder, fact->role, fact->day,
                                            fact->participants, error);

  if (id == 0)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      answers[i].statement = vb_ladder_statement_get_id (vb_ladder_get_statement (fact->ladder, i));
      answers[i].answer = fact->answers[i];
      answers[i].evidence = fact->evidence->pdata[i];
    }
  if (!vb_document_set_answers (self, id, answers, n, error))
    return FALSE;
  for (guint i = 0; i < fact->areas->len; i++)
    if (!take_area (self, id, &g_array_index (fact->areas, VbPlanArea, i), error))
      return FALSE;
  return !fact->done || vb_document_finish_assessment (self, id, error);
}

static gboolean
take_goal (VbDocument *self, const VbPlanFact *fact, GError **error)
{
  VbFocusArea *area = vb_document_get_focus_area (self, fact->focus_area_id);
  g_autoptr (VbFocusAreaFacts) facts = NULL;

  if (area == NULL)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("There is no focus area %" PRId64),
                   fact->focus_area_id);
      return FALSE;
    }
  facts = vb_focus_area_facts_copy (vb_focus_area_get_facts (area));
  g_free (facts->goal);
  facts->goal = g_strdup (fact->goal);
  return vb_document_change_focus_area (self, fact->focus_area_id, facts, error);
}

static gboolean
take_focus_measure (VbDocument *self, gint64 unit_id, const VbPlanFact *fact, GError **error)
{
  VbFocusMeasureFacts facts = *fact->focus_measure;
  gint64 id;

  facts.unit_id = unit_id;
  id = vb_document_add_focus_measure (self, &facts, error);
  if (id == 0)
    return FALSE;
  for (guint i = 0; i < fact->outcomes->len; i++)
    {
      const VbFocusOutcome *outcome = &g_array_index (fact->outcomes, VbFocusOutcome, i);

      if (!vb_document_set_focus_outcome (self, id, outcome->day, outcome->value, error))
        return FALSE;
    }
  return TRUE;
}

/* The assessment of the unit that the group made that day; 0 when there is none. */
static gint64
find_assessment (VbDocument *self, gint64 unit_id, VbRoleGroup role, VbDay day)
{
  GListModel *assessments = vb_document_get_assessments (self);

  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (VbAssessment) assessment = g_list_model_get_item (assessments, i);

      if (vb_assessment_get_unit_id (assessment) == unit_id
          && vb_assessment_get_role (assessment) == role
          && vb_assessment_get_day (assessment) == day)
        return vb_assessment_get_id (assessment);
    }
  return 0;
}

static gboolean
take_action (VbDocument *self, gint64 unit_id, const VbPlanFact *fact, GError **error)
{
  VbActionFacts facts = *fact->action;

  facts.unit_id = unit_id;
  if (fact->day != VB_DAY_NONE)
    {
      facts.assessment_id = find_assessment (self, unit_id, fact->role, fact->day);
      if (facts.assessment_id == 0)
        {
          g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                       _ ("%s: the self-assessment that led to “%s” is not there"), fact->unit_path,
                       facts.title);
          return FALSE;
        }
    }
  return vb_document_add_action (self, &facts, error) != 0;
}

static gint64
find_action (VbDocument *self, const char *title, GError **error)
{
  GListModel *actions = vb_document_get_actions (self);

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (actions, i);

      if (g_str_equal (vb_action_get_facts (action)->title, title))
        return vb_action_get_id (action);
    }
  g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("There is no action “%s”"), title);
  return 0;
}

static gboolean
take_dialogue (VbDocument *self, gint64 unit_id, const VbPlanFact *fact, GError **error)
{
  VbDialogueFacts facts = *fact->dialogue;
  guint n = fact->action_titles != NULL ? g_strv_length (fact->action_titles) : 0;
  g_autofree gint64 *ids = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    {
      ids[i] = find_action (self, fact->action_titles[i], error);
      if (ids[i] == 0)
        return FALSE;
    }
  facts.unit_id = unit_id;
  facts.n_actions = n;
  facts.action_ids = ids;
  return vb_document_add_dialogue (self, &facts, error) != 0;
}

static gboolean
take (VbDocument *self, gint64 unit_id, const VbPlanFact *fact, GError **error)
{
  switch (fact->kind)
    {
    case VB_PLAN_FACT_TARGET:
      return take_target (self, unit_id, fact, error);
    case VB_PLAN_FACT_ASSESSMENT:
      return take_assessment (self, unit_id, fact, error);
    case VB_PLAN_FACT_GOAL:
      return take_goal (self, fact, error);
    case VB_PLAN_FACT_FOCUS_MEASURE:
      return take_focus_measure (self, unit_id, fact, error);
    case VB_PLAN_FACT_ACTION:
      return take_action (self, unit_id, fact, error);
    case VB_PLAN_FACT_DIALOGUE:
      return take_dialogue (self, unit_id, fact, error);
    case VB_PLAN_FACT_SCENARIO:
      return vb_document_add_ready_scenario (self, fact->scenario, unit_id, error) != 0;
    case VB_PLAN_FACT_POPULATION:
      return vb_document_set_population (self, &unit_id, &fact->population, 1, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
vb_document_take_plan_fact (VbDocument *self, const VbPlanFact *fact, GError **error)
{
  gint64 unit_id = 0;
  gboolean taken;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (fact != NULL, FALSE);

  if (fact->unit_path != NULL)
    {
      VbUnit *unit = vb_document_find_unit (self, fact->unit_path, error);

      if (unit == NULL)
        return FALSE;
      unit_id = vb_unit_get_id (unit);
    }
  vb_document_begin_group (self);
  taken = take (self, unit_id, fact, error);
  vb_document_end_group (self);
  return taken;
}
