/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-area-standing.h"

#include <glib/gi18n-lib.h>

#define FLOOR 1

static void
count_answers (VbAreaStanding *self, VbAssessment *assessment, VbLadderArea *area)
{
  GListModel *statements = vb_ladder_area_get_statements (area);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (VbLadderStatement) statement = g_list_model_get_item (statements, i);
      guint step = vb_ladder_statement_get_step (statement);
      VbAnswer answer =
          vb_assessment_get_answer (assessment, vb_ladder_statement_get_id (statement));

      self->n_statements[step]++;
      self->n_answered[step] += answer != VB_ANSWER_NONE;
      self->n_relevant[step] += answer != VB_ANSWER_NOT_RELEVANT;
    }
}

void
vb_area_standing_read (VbAreaStanding *self, VbLadderResult *result, guint area)
{
  VbLadder *ladder = vb_ladder_result_get_ladder (result);
  const VbLadderAreaFigures *figures = vb_ladder_result_get_area (result, area);
  g_autoptr (VbLadderArea) item = g_list_model_get_item (vb_ladder_get_areas (ladder), area);

  *self = (VbAreaStanding){ .step = figures->step, .hole = figures->hole };
  for (guint step = 0; step <= VB_LADDER_MAX_STEPS; step++)
    self->passes[step] = step <= FLOOR || figures->fulfilled[step];
  self->last_step = vb_ladder_area_get_last_step (item);
  self->open_step = figures->next_step > 0 ? figures->next_step : self->last_step;
  count_answers (self, vb_ladder_result_get_assessment (result), item);

  for (guint step = FLOOR + 1; step <= self->last_step; step++)
    {
      guint n_missing = self->n_statements[step] - self->n_answered[step];

      self->n_unanswered += n_missing;
      if (step <= self->open_step)
        self->n_left += n_missing;
    }
}

char *
vb_area_standing_describe (VbLadder *ladder, guint step)
{
  if (step == 0)
    return g_strdup (_ ("nothing relevant"));

  return g_strdup_printf (_ ("Step %u · %s"), step,
                          vb_bilingual_get (vb_ladder_get_step_name (ladder, step)));
}

char *
vb_area_standing_describe_state (const VbAreaStanding *self, guint step)
{
  guint n = self->n_statements[step];

  if (step <= FLOOR)
    /* Translators: of the first step of a ladder */
    return g_strdup (_ ("the floor, always reached"));
  if (self->n_relevant[step] == 0)
    /* Translators: of a step of a ladder, of which no statement is relevant */
    return g_strdup (_ ("not relevant"));
  if (self->passes[step])
    /* Translators: of a step of a ladder */
    return g_strdup (_ ("fulfilled"));
  if (self->n_answered[step] == n)
    /* Translators: of a step of a ladder */
    return g_strdup (_ ("not fulfilled"));
  if (self->n_answered[step] == 0)
    return g_strdup_printf (ngettext ("%u statement", "%u statements", n), n);

  return g_strdup_printf (_ ("%u of %u answered"), self->n_answered[step], n);
}

char *
vb_area_standing_describe_hole (const VbAreaStanding *self)
{
  guint above = self->hole;

  if (self->hole == 0)
    return NULL;

  while (above < self->last_step && (!self->passes[above] || self->n_relevant[above] == 0))
    above++;
  /* Translators: a hole in a staircase where the steps are to follow on each other */
  return g_strdup_printf (_ ("Hole: step %u is not fulfilled, though step %u is"), self->hole,
                          above);
}
