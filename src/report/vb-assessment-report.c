/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-assessment-report.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-ladder-plot.h"
#include "vb-number.h"
#include "vb-report-parts.h"
#include "vb-report-writer.h"

/* Closer than on a screen, so that a page holds what belongs together. */
#define STAIR_HEIGHT 155.0
#define PROFILE_HEAD 56.0
#define PROFILE_ROW 20.0
/* An area begins where at least its first two steps have room. */
#define AREA_START 380.0

/* ---- cover ----------------------------------------------------------------------------------- */

static void
add_fact (VbReportWriter *writer, const char *name, const char *value)
{
  const VbReportCell cells[] = {
    { .width = 0.24, .kind = VB_REPORT_BODY, .text = name, .dim = TRUE },
    { .width = 0.76, .kind = VB_REPORT_BODY, .text = value },
  };

  vb_report_writer_add_row (writer, cells, G_N_ELEMENTS (cells));
}

static char *
dup_since (const VbAssessmentReport *content)
{
  g_autofree char *day = NULL;
  int before, now;
  guint raised = 0, n = vb_ladder_result_get_n_areas (content->result);

  if (content->previous == NULL)
    return g_strdup (_ ("the first assessment of this role group"));
  before = (int) vb_ladder_result_get_step (content->previous, VB_PLANNING_LEVEL_NONE);
  now = (int) vb_ladder_result_get_step (content->result, VB_PLANNING_LEVEL_NONE);
  day = vb_day_format (vb_assessment_get_day (vb_ladder_result_get_assessment (content->previous)));
  for (guint i = 0; i < n; i++)
    if (vb_ladder_result_get_area (content->result, i)->step
        > vb_ladder_result_get_area (content->previous, i)->step)
      raised++;
  /* Translators: a day, the steps then and now, and how many areas of how many have risen */
  return g_strdup_printf (_ ("%s: step %d, now %d; %u of %u areas have risen"), day, before, now,
                          raised, n);
}

static char *
dup_wanted (VbLadderResult *result)
{
  g_autofree char *day = NULL;
  VbDay by;
  guint step = vb_ladder_result_get_wanted_step (result, &by);

  if (step == 0)
    return g_strdup ("–");
  if (by == VB_DAY_NONE)
    return g_strdup_printf ("%u", step);
  day = vb_day_format (by);
  /* Translators: a step and the day by which it is to be reached: "3 by 31 Dec 2027" */
  return g_strdup_printf (_ ("%u by %s"), step, day);
}

static void
add_cover (VbReportWriter *writer, const VbAssessmentReport *content)
{
  VbAssessment *assessment = vb_ladder_result_get_assessment (content->result);
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  guint step = vb_ladder_result_get_step (content->result, VB_PLANNING_LEVEL_NONE);
  g_autofree char *day = vb_day_format (vb_assessment_get_day (assessment));
  g_autofree char *participants =
      g_strdup_printf ("%u", vb_assessment_get_participants (assessment));
  g_autofree char *answered =
      /* Translators: how many statements of how many are answered */
      g_strdup_printf (_ ("%u of %u"), vb_assessment_get_n_answered (assessment),
                       vb_ladder_get_n_statements (ladder));
  g_autofree char *since = dup_since (content);
  g_autofree char *wanted = dup_wanted (content->result);
  g_autofree char *remains = vb_ladder_plot_dup_remains (content->result);
  g_autofree char *mean = vb_number_format (vb_ladder_result_get_mean (content->result), 1);

  vb_report_parts_add_cover (writer, content->unit_name, content->unit_path, ladder);
  if (vb_assessment_get_state (assessment) == VB_ASSESSMENT_DRAFT)
    vb_report_writer_add_text (writer, VB_REPORT_STRONG,
                               _ ("Draft: the assessment is not finished."));
  vb_report_parts_add_step (writer, ladder, step);
  vb_report_writer_add_text (writer, VB_REPORT_BODY, remains);
  vb_report_writer_add_space (writer, 18);

  add_fact (writer, _ ("Role group"),
            vb_role_group_get_label (vb_assessment_get_role (assessment)));
  add_fact (writer, _ ("Day"), day);
  add_fact (writer, _ ("Participants"), participants);
  add_fact (writer, _ ("Statements answered"), answered);
  add_fact (writer, _ ("Last time"), since);
  add_fact (writer, _ ("Wanted step"), wanted);
  add_fact (writer, _ ("Mean of the areas"), mean);
  if (vb_assessment_get_note (assessment) != NULL)
    add_fact (writer, _ ("Note"), vb_assessment_get_note (assessment));
  vb_report_parts_add_notice (writer, ladder);
}

/* ---- overview -------------------------------------------------------------------------------- */

/* "2 → 3" … a dash where nothing is relevant. */
static char *
dup_step (guint step)
{
  return step > 0 ? g_strdup_printf ("%u", step) : g_strdup ("–");
}

static void
add_area_row (VbReportWriter *writer, const VbAssessmentReport *content, guint index)
{
  VbAssessment *assessment = vb_ladder_result_get_assessment (content->result);
  g_autoptr (VbLadderArea) area =
      g_list_model_get_item (vb_ladder_get_areas (vb_assessment_get_ladder (assessment)), index);
  const VbLadderAreaFigures *figures = vb_ladder_result_get_area (content->result, index);
  const VbAssessmentArea *said = vb_assessment_get_area (assessment, vb_ladder_area_get_id (area));
  g_autofree char *now = dup_step (figures->step);
  g_autofree char *last = dup_step (
      content->previous != NULL ? vb_ladder_result_get_area (content->previous, index)->step : 0);
  g_autofree char *wanted = dup_step (said->wanted_step);
  g_autofree char *strategic = dup_step (figures->level_steps[VB_PLANNING_LEVEL_STRATEGIC]);
  g_autofree char *tactical = dup_step (figures->level_steps[VB_PLANNING_LEVEL_TACTICAL]);
  g_autofree char *operational = dup_step (figures->level_steps[VB_PLANNING_LEVEL_OPERATIONAL]);
  g_autofree char *missing =
      figures->next_step > 0 ? g_strdup_printf ("%u", figures->n_least) : g_strdup ("–");
  const VbReportCell cells[] = {
    { .width = 0.27, .text = vb_bilingual_get (vb_ladder_area_get_name (area)) },
    { .width = 0.08, .kind = VB_REPORT_STRONG, .text = now, .xalign = 1 },
    { .width = 0.11, .text = last, .xalign = 1 },
    { .width = 0.10, .text = wanted, .xalign = 1 },
    { .width = 0.10, .text = strategic, .xalign = 1 },
    { .width = 0.10, .text = tactical, .xalign = 1 },
    { .width = 0.12, .text = operational, .xalign = 1 },
    { .width = 0.12, .text = missing, .xalign = 1 },
  };

  vb_report_parts_add_body_row (writer, cells, G_N_ELEMENTS (cells));
}

static void
add_overview (VbReportWriter *writer, const VbAssessmentReport *content)
{
  g_autoptr (VbDrawing) stair = vb_ladder_staircase_new (content->result, content->unit_name);
  g_autoptr (VbDrawing) profile = vb_ladder_profile_new (content->result, content->previous);
  const VbReportCell titles[] = {
    { .width = 0.27, .text = _ ("Area") },
    { .width = 0.08, .text = _ ("Today"), .xalign = 1 },
    { .width = 0.11, .text = _ ("Last time"), .xalign = 1 },
    { .width = 0.10, .text = _ ("Wanted"), .xalign = 1 },
    { .width = 0.10,
      .text = vb_planning_level_get_label (VB_PLANNING_LEVEL_STRATEGIC),
      .xalign = 1 },
    { .width = 0.10,
      .text = vb_planning_level_get_label (VB_PLANNING_LEVEL_TACTICAL),
      .xalign = 1 },
    { .width = 0.12,
      .text = vb_planning_level_get_label (VB_PLANNING_LEVEL_OPERATIONAL),
      .xalign = 1 },
    { .width = 0.12, .text = _ ("To next step"), .xalign = 1 },
  };
  const char *heading = _ ("Where are we?");

  vb_report_writer_turn_page (writer);
  vb_report_writer_add_bookmark (writer, heading);
  vb_report_writer_add_text (writer, VB_REPORT_HEADING, heading);
  vb_report_writer_add_drawing (writer, stair, STAIR_HEIGHT);
  vb_report_writer_add_drawing (writer, profile,
                                PROFILE_HEAD + PROFILE_ROW * vb_drawing_get_n_rows (profile));

  vb_report_parts_begin_table (writer, _ ("Steps by area and level"), titles,
                               G_N_ELEMENTS (titles));
  for (guint i = 0; i < vb_ladder_result_get_n_areas (content->result); i++)
    add_area_row (writer, content, i);
  vb_report_writer_end_table (writer);
  vb_report_writer_add_space (writer, 4);
  vb_report_writer_add_dim_text (writer, VB_REPORT_SMALL,
                                 _ ("The columns of the levels look at the statements of that "
                                    "level only. To next step: the fewest statements that have "
                                    "to change for it."));
}

/* ---- areas ----------------------------------------------------------------------------------- */

/* Adds a sentence, or a part of one, after a separator. */
static void G_GNUC_PRINTF (3, 4)
    add_words (GString *text, const char *separator, const char *format, ...)
{
  va_list arguments;

  if (text->len > 0)
    g_string_append (text, separator);
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

/* The area's own line: the step, what is wanted, and the hole that holds it back. */
static char *
dup_state (const VbLadderAreaFigures *figures, const VbAssessmentArea *said)
{
  GString *text = g_string_new (NULL);

  if (figures->step > 0)
    add_words (text, " ", _ ("Step %u is reached."), figures->step);
  else
    add_words (text, " ", _ ("Nothing here is relevant."));
  if (figures->hole > 0)
    add_words (text, " ", _ ("Step %u is missing, though a higher one is fulfilled."),
               figures->hole);
  if (said->wanted_step > 0)
    add_words (text, " ", _ ("Step %u is wanted."), said->wanted_step);
  return g_string_free (text, FALSE);
}

static void
add_statement (VbReportWriter *writer, VbAssessment *assessment, VbLadderStatement *statement)
{
  const char *id = vb_ladder_statement_get_id (statement);
  const char *evidence = vb_assessment_get_evidence (assessment, id);
  VbPlanningLevel level = vb_ladder_statement_get_level (statement);
  VbAnswer answer = vb_assessment_get_answer (assessment, id);
  const VbReportCell cells[] = {
    { .width = 0.15,
      .kind = VB_REPORT_SMALL,
      .text = answer != VB_ANSWER_NONE ? vb_answer_get_label (answer) : _ ("not answered"),
      .dim = answer == VB_ANSWER_NONE,
      .answered = TRUE,
      .answer = answer },
    { .width = 0.73,
      .kind = VB_REPORT_BODY,
      .text = vb_bilingual_get (vb_ladder_statement_get_text (statement)) },
    { .width = 0.12,
      .kind = VB_REPORT_SMALL,
      .text = level != VB_PLANNING_LEVEL_NONE ? vb_planning_level_get_label (level) : NULL,
      .dim = TRUE },
  };

  vb_report_writer_begin_block (writer);
  vb_report_writer_add_row (writer, cells, G_N_ELEMENTS (cells));
  if (evidence != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Evidence: %s"), evidence);
      const VbReportCell below[] = {
        { .width = 0.15 },
        { .width = 0.73, .kind = VB_REPORT_ITALIC, .text = text },
      };

      vb_report_writer_add_row (writer, below, G_N_ELEMENTS (below));
    }
  vb_report_writer_end_block (writer);
}

static void
add_plan (VbReportWriter *writer, const VbAssessmentArea *said)
{
  g_autoptr (GString) plan = g_string_new (NULL);

  if (said->priority > 0)
    add_words (plan, ", ", _ ("priority %u"), said->priority);
  if (said->owner_role != NULL)
    add_words (plan, ", ", _ ("responsible: %s"), said->owner_role);
  if (said->by != VB_DAY_NONE)
    {
      g_autofree char *day = vb_day_format (said->by);

      /* Translators: %s is a day */
      add_words (plan, ", ", _ ("by %s"), day);
    }
  if (plan->len > 0)
    {
      g_autofree char *text = g_strdup_printf (_ ("To the wanted step: %s."), plan->str);

      vb_report_writer_add_text (writer, VB_REPORT_BODY, text);
    }
}

static void
add_step (VbReportWriter *writer,
          VbAssessment *assessment,
          VbLadderArea *area,
          const VbLadderAreaFigures *figures,
          guint step)
{
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  GListModel *statements = vb_ladder_area_get_statements (area);
  const char *text = vb_bilingual_get (vb_ladder_area_get_step_text (area, step));
  g_autofree char *heading = NULL;

  /* Translators: number and name of a step, and whether it is fulfilled */
  heading = g_strdup_printf (_ ("Step %u, %s: %s"), step,
                             vb_bilingual_get (vb_ladder_get_step_name (ladder, step)),
                             figures->fulfilled[step] ? _ ("fulfilled") : _ ("not fulfilled"));
  vb_report_writer_add_text (writer, VB_REPORT_SUBHEADING, heading);
  if (*text != '\0')
    vb_report_writer_add_dim_text (writer, VB_REPORT_SMALL, text);
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (VbLadderStatement) statement = g_list_model_get_item (statements, i);

      if (vb_ladder_statement_get_step (statement) == step)
        add_statement (writer, assessment, statement);
    }
}

static void
add_area (VbReportWriter *writer, const VbAssessmentReport *content, guint index)
{
  VbAssessment *assessment = vb_ladder_result_get_assessment (content->result);
  g_autoptr (VbLadderArea) area =
      g_list_model_get_item (vb_ladder_get_areas (vb_assessment_get_ladder (assessment)), index);
  const VbLadderAreaFigures *figures = vb_ladder_result_get_area (content->result, index);
  const VbAssessmentArea *said = vb_assessment_get_area (assessment, vb_ladder_area_get_id (area));
  const char *name = vb_bilingual_get (vb_ladder_area_get_name (area));
  const char *question = vb_bilingual_get (vb_ladder_area_get_question (area));
  g_autofree char *state = dup_state (figures, said);
  /* Translators: at the top of a page that goes on with an area */
  g_autofree char *continued = g_strdup_printf (_ ("%s, continued"), name);

  vb_report_writer_add_space (writer, 14);
  vb_report_writer_need (writer, AREA_START);
  vb_report_writer_add_bookmark (writer, name);
  vb_report_writer_add_text (writer, VB_REPORT_HEADING, name);
  vb_report_writer_set_continued (writer, continued);
  if (*question != '\0')
    vb_report_writer_add_dim_text (writer, VB_REPORT_BODY, question);
  vb_report_writer_add_text (writer, VB_REPORT_STRONG, state);
  add_plan (writer, said);
  if (said->comment != NULL)
    {
      g_autofree char *comment = g_strdup_printf (_ ("Comment: %s"), said->comment);

      vb_report_writer_add_text (writer, VB_REPORT_BODY, comment);
    }
  for (guint step = 2; step <= vb_ladder_area_get_last_step (area); step++)
    add_step (writer, assessment, area, figures, step);
  vb_report_writer_set_continued (writer, NULL);
}

/* ---- plan ------------------------------------------------------------------------------------ */

static void
add_missing_row (VbReportWriter *writer, VbAssessment *assessment, VbLadderStatement *statement)
{
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  const char *id = vb_ladder_statement_get_id (statement);
  VbAnswer answer = vb_assessment_get_answer (assessment, id);
  guint index = 0;
  g_autoptr (VbLadderArea) area =
      vb_ladder_find_statement_index (ladder, id, &index) ? g_list_model_get_item (
          vb_ladder_get_areas (ladder), vb_ladder_get_statement_area (ladder, index))
                                                          : NULL;
  const VbReportCell cells[] = {
    { .width = 0.24, .text = vb_bilingual_get (vb_ladder_area_get_name (area)) },
    { .width = 0.58, .text = vb_bilingual_get (vb_ladder_statement_get_text (statement)) },
    { .width = 0.18,
      .text = answer != VB_ANSWER_NONE ? vb_answer_get_label (answer) : _ ("not answered"),
      .answered = TRUE,
      .answer = answer },
  };

  vb_report_parts_add_body_row (writer, cells, G_N_ELEMENTS (cells));
}

static void
add_missing (VbReportWriter *writer, VbLadderResult *result)
{
  g_autoptr (GListModel) missing = vb_ladder_result_list_next (result);
  VbAssessment *assessment = vb_ladder_result_get_assessment (result);
  g_autofree char *remains = vb_ladder_plot_dup_remains (result);
  const VbReportCell titles[] = {
    { .width = 0.24, .text = _ ("Area") },
    { .width = 0.58, .text = _ ("Statement") },
    { .width = 0.18, .text = _ ("Answer today") },
  };

  vb_report_writer_add_text (writer, VB_REPORT_BODY, remains);
  if (g_list_model_get_n_items (missing) == 0)
    return;
  vb_report_parts_begin_table (writer, _ ("What is missing for the next step"), titles,
                               G_N_ELEMENTS (titles));
  for (guint i = 0; i < g_list_model_get_n_items (missing); i++)
    {
      g_autoptr (VbLadderStatement) statement = g_list_model_get_item (missing, i);

      add_missing_row (writer, assessment, statement);
    }
  vb_report_writer_end_table (writer);
}

static void
add_actions (VbReportWriter *writer, const VbAssessmentReport *content)
{
  const char *heading = _ ("Plan of actions");

  vb_report_writer_turn_page (writer);
  vb_report_writer_add_bookmark (writer, heading);
  vb_report_writer_add_text (writer, VB_REPORT_HEADING, heading);
  add_missing (writer, content->result);
  vb_report_parts_add_actions (writer, content->actions, content->today);
}

VbReport *
vb_assessment_report_new (const VbAssessmentReport *content)
{
  g_autofree char *whose = NULL;
  g_autofree char *title = NULL;
  VbReportWriter *writer;

  g_return_val_if_fail (content != NULL && VB_IS_LADDER_RESULT (content->result), NULL);

  whose = vb_ladder_plot_dup_whose (content->unit_name,
                                    vb_ladder_result_get_assessment (content->result));
  /* Translators: the title of a report: unit, role group, day */
  title = g_strdup_printf (_ ("Development ladder, %s"), whose);
  writer = vb_report_writer_new (title);
  add_cover (writer, content);
  add_overview (writer, content);
  vb_report_writer_turn_page (writer);
  for (guint i = 0; i < vb_ladder_result_get_n_areas (content->result); i++)
    add_area (writer, content, i);
  add_actions (writer, content);
  return vb_report_writer_finish (writer);
}
