/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assessment-fixture.h"

#include "vb-assessment-private.h"
#include "vb-unit-private.h"

#define N_STEPS 5

static void
set (VbBilingual *text, const char *format, const char *a, guint b)
{
  g_autofree char *en = g_strdup_printf ("%s %s %u", format, a, b);
  g_autofree char *sv = g_strdup_printf ("%s %s %u (sv)", format, a, b);

  vb_bilingual_set (text, sv, en);
}

static void
add_area (VbLadder *ladder, const char *id)
{
  g_autoptr (VbLadderArea) area = NULL;
  VbBilingual text = { 0 };

  set (&text, "Area", id, 0);
  area = vb_ladder_area_new (id, &text);
  for (guint step = 2; step <= N_STEPS; step++)
    for (VbPlanningLevel level = VB_PLANNING_LEVEL_STRATEGIC; level < VB_N_PLANNING_LEVELS; level++)
      {
        g_autofree char *statement_id = g_strdup_printf ("%s%u-%u", id, step, level);
        g_autoptr (VbLadderStatement) statement = NULL;

        set (&text, "Statement", statement_id, step);
        statement = vb_ladder_statement_new (statement_id, step, level, &text, &text);
        vb_ladder_area_add_statement (area, statement);
      }
  vb_bilingual_clear (&text);
  vb_ladder_add_area (ladder, area);
}

VbLadder *
assessment_fixture_make_ladder (const char *version)
{
  VbLadder *ladder = vb_ladder_new ("fixture", version, N_STEPS);
  g_autoptr (GError) error = NULL;
  VbBilingual text = { 0 };

  set (&text, "Ladder", version, 1);
  vb_ladder_set_name (ladder, &text);
  vb_ladder_set_notice (ladder, &text);
  vb_ladder_set_source (ladder, &text);
  for (guint step = 1; step <= N_STEPS; step++)
    {
      set (&text, "Step", version, step);
      vb_ladder_set_step (ladder, step, &text, &text);
    }
  vb_bilingual_clear (&text);
  add_area (ladder, "A");
  add_area (ladder, "B");
  add_area (ladder, "C");
  vb_ladder_validate (ladder, &error);
  g_assert_no_error (error);
  return ladder;
}

static VbAssessment *
make (gint64 id,
      gint64 unit_id,
      VbLadder *ladder,
      VbRoleGroup role,
      VbAssessmentState state,
      const char *day,
      guint participants,
      const guint8 *answers)
{
  VbAssessment *assessment = vb_assessment_new (id, unit_id, ladder);
  VbAssessmentAnswers *given = vb_assessment_answers_new (ladder);

  for (guint i = 0; i < given->n_statements; i++)
    given->answers[i] = answers[i];
  vb_assessment_take_answers (assessment, given);
  vb_assessment_set_facts (assessment, role, vb_day_from_iso (day), participants, state, NULL);
  return assessment;
}

VbAssessment *
assessment_fixture_assess_answers (gint64 id,
                                   gint64 unit_id,
                                   VbLadder *ladder,
                                   VbAssessmentState state,
                                   const char *day,
                                   const guint8 *answers)
{
  return make (id, unit_id, ladder, VB_ROLE_GROUP_MANAGEMENT, state, day, 5, answers);
}

VbAssessment *
assessment_fixture_assess (gint64 id,
                           gint64 unit_id,
                           VbLadder *ladder,
                           VbRoleGroup role,
                           const char *day,
                           guint participants,
                           const guint steps[ASSESSMENT_FIXTURE_N_AREAS])
{
  g_autofree guint8 *answers = g_new (guint8, vb_ladder_get_n_statements (ladder));

  for (guint i = 0; i < vb_ladder_get_n_statements (ladder); i++)
    {
      guint step = vb_ladder_statement_get_step (vb_ladder_get_statement (ladder, i));
      guint reached = steps[vb_ladder_get_statement_area (ladder, i)];

      answers[i] = reached == 0      ? VB_ANSWER_NOT_RELEVANT
                   : step <= reached ? VB_ANSWER_YES
                                     : VB_ANSWER_NO;
    }
  return make (id, unit_id, ladder, role, VB_ASSESSMENT_DONE, day, participants, answers);
}

static VbUnit *
make_unit (gint64 id, VbUnit *first, VbUnit *second)
{
  VbUnit *unit = vb_unit_new (id);
  g_autofree char *name = g_strdup_printf ("Unit %d", (int) id);
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (g_object_unref);

  vb_unit_set_name (unit, name);
  if (first != NULL)
    g_ptr_array_add (children, first);
  if (second != NULL)
    g_ptr_array_add (children, second);
  for (guint i = 0; i < children->len; i++)
    vb_unit_set_parent (g_ptr_array_index (children, i), unit);
  vb_unit_set_children (unit, children);
  return unit;
}

VbUnit *
assessment_fixture_make_tree (void)
{
  VbUnit *first = make_unit (2, make_unit (3, NULL, NULL), make_unit (4, NULL, NULL));

  return make_unit (1, first, make_unit (5, make_unit (6, NULL, NULL), NULL));
}
