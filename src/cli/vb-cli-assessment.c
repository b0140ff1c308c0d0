/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assessment: the results of self-assessments. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"
#include "vb-cli-ladders.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-ladder-board.h"

typedef struct
{
  char *unit;
} Options;

static const GOptionEntry entries[] = {
  { "unit", 'u', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, unit),
    N_ ("Only this unit: a path, a code, or a name if unique"), N_ ("UNIT") },
  G_OPTION_ENTRY_NULL,
};

const char *const vb_cli_assessment_columns[] = { "unit", "role", "date", "ladder", "area",
                                                  "step", "mean", "hole", NULL };
const char *const vb_cli_answer_columns[] = { "unit",      "role",   "date",     "participants",
                                              "ladder",    "area",   "step",     "level",
                                              "statement", "answer", "evidence", NULL };

/* ---- rows ------------------------------------------------------------------------------------ */

static void
add_head (VbTableWriter *table, VbDocument *document, VbAssessment *assessment)
{
  VbUnit *unit = vb_document_get_unit (document, vb_assessment_get_unit_id (assessment));
  g_autofree char *path = unit != NULL ? vb_unit_dup_path (unit) : NULL;
  g_autofree char *day = vb_day_to_iso (vb_assessment_get_day (assessment));

  vb_table_writer_add_text (table, path);
  vb_table_writer_add_text (table, vb_role_group_to_id (vb_assessment_get_role (assessment)));
  vb_table_writer_add_text (table, day);
}

/* 0 is none. */
static void
add_step (VbTableWriter *table, guint step)
{
  vb_table_writer_add_number (table, step > 0 ? step : (double) NAN);
}

static void
add_result_row (VbTableWriter *table,
                VbDocument *document,
                VbAssessment *assessment,
                const char *area,
                guint step,
                double mean,
                guint hole)
{
  add_head (table, document, assessment);
  vb_table_writer_add_text (table, vb_ladder_get_id (vb_assessment_get_ladder (assessment)));
  vb_table_writer_add_text (table, area);
  add_step (table, step);
  vb_table_writer_add_number (table, mean);
  add_step (table, hole);
}

static void
add_assessment (VbTableWriter *table, VbDocument *document, VbAssessment *assessment)
{
  g_autoptr (VbLadderResult) result = vb_ladder_board_score (assessment);
  GListModel *areas = vb_ladder_get_areas (vb_assessment_get_ladder (assessment));
  guint lowest_hole = 0;

  for (guint i = 0; i < vb_ladder_result_get_n_areas (result); i++)
    {
      const VbLadderAreaFigures *figures = vb_ladder_result_get_area (result, i);
      g_autoptr (VbLadderArea) area = g_list_model_get_item (areas, i);

      add_result_row (table, document, assessment, vb_ladder_area_get_id (area), figures->step,
                      figures->mean_answer, figures->hole);
      if (figures->hole > 0 && (lowest_hole == 0 || figures->hole < lowest_hole))
        lowest_hole = figures->hole;
    }
  add_result_row (table, document, assessment, "overall",
                  vb_ladder_result_get_step (result, VB_PLANNING_LEVEL_NONE),
                  vb_ladder_result_get_mean (result), lowest_hole);
}

static void
add_answers (VbTableWriter *table, VbDocument *document, VbAssessment *assessment)
{
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  const guint8 *answers = vb_assessment_get_answers (assessment);

  for (guint i = 0; i < vb_ladder_get_n_statements (ladder); i++)
    {
      VbLadderStatement *statement = vb_ladder_get_statement (ladder, i);
      const char *id = vb_ladder_statement_get_id (statement);
      const char *evidence = vb_assessment_get_evidence (assessment, id);
      g_autoptr (VbLadderArea) area = g_list_model_get_item (
          vb_ladder_get_areas (ladder), vb_ladder_get_statement_area (ladder, i));

      if (answers[i] == VB_ANSWER_NONE && evidence == NULL)
        continue;
      add_head (table, document, assessment);
      vb_table_writer_add_integer (table, vb_assessment_get_participants (assessment));
      vb_table_writer_add_text (table, vb_ladder_get_id (ladder));
      vb_table_writer_add_text (table, vb_ladder_area_get_id (area));
      vb_table_writer_add_integer (table, vb_ladder_statement_get_step (statement));
      vb_table_writer_add_text (
          table, vb_planning_level_to_id (vb_ladder_statement_get_level (statement)));
      vb_table_writer_add_text (table, id);
      vb_table_writer_add_text (table, vb_answer_to_id ((VbAnswer) answers[i]));
      vb_table_writer_add_text (table, evidence);
    }
}

typedef void (*AddFunc) (VbTableWriter *table, VbDocument *document, VbAssessment *assessment);

/* Returns how many were withheld. */
static guint
add_finished (VbTableWriter *table, VbDocument *document, VbUnit *unit, guint smallest, AddFunc add)
{
  GListModel *assessments = vb_document_get_assessments (document);
  guint n_withheld = 0;

  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (VbAssessment) assessment = g_list_model_get_item (assessments, i);

      if (vb_assessment_get_state (assessment) != VB_ASSESSMENT_DONE
          || (unit != NULL && vb_assessment_get_unit_id (assessment) != vb_unit_get_id (unit)))
        continue;
      if (vb_assessment_get_participants (assessment) < smallest)
        n_withheld++;
      else
        add (table, document, assessment);
    }
  return n_withheld;
}

guint
vb_cli_add_assessments (VbTableWriter *table, VbDocument *document, VbUnit *unit, guint smallest)
{
  return add_finished (table, document, unit, smallest, add_assessment);
}

guint
vb_cli_add_answers (VbTableWriter *table, VbDocument *document, guint smallest)
{
  return add_finished (table, document, NULL, smallest, add_answers);
}

/* ---- the command -------------------------------------------------------------------------------
 */

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  const Options *options = invocation->options;
  g_autoptr (VbCliDocument) document = vb_cli_open_document (invocation, error);
  VbUnit *unit = NULL;

  if (document == NULL)
    return FALSE;
  if (options->unit != NULL)
    {
      unit = vb_document_find_unit (document, options->unit, error);
      if (unit == NULL)
        return FALSE;
    }
  vb_cli_add_assessments (vb_cli_begin_table (invocation, vb_cli_assessment_columns), document,
                          unit, 1);
  return TRUE;
}

const VbCliCommand vb_cli_assessment = {
  .name = "assessment",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Print the results of self-assessments"),
  .description = N_ (
      "A row for each area of each finished self-assessment, the latest first, and one with the "
      "area “overall”: the step reached, the lowest over the mandatory areas, and the mean of "
      "the areas’ steps. In an area’s row mean is that of its answers, from no = 0 to yes = 3. "
      "A hole is the lowest step that is not fulfilled below one that is. Groups of any size "
      "are printed; small ones are withheld in exports."),
  .entries = entries,
  .options_size = sizeof (Options),
  .min_arguments = 1,
  .max_arguments = 1,
  .has_table = TRUE,
  .run = run,
};
