/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: self-assessments on paper. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"
#include "vb-cli-ladders.h"

#include <glib/gi18n-lib.h>

#include "vb-assessment-report.h"
#include "vb-document-actions.h"
#include "vb-error.h"
#include "vb-ladder-board.h"
#include "vb-rollup-report.h"

typedef struct
{
  char *unit;
  char *role;
  char *date;
  gboolean roll_up;
  char *output;
} Options;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, VB_CLI_OPTION (Options, output),
    N_ ("The PDF file to write"), N_ ("FILE") },
  { "unit", 'u', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, unit),
    N_ ("The unit: a path, a code, or a name if unique"), N_ ("UNIT") },
  { "role", 'r', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, role),
    N_ ("Only a self-assessment by management, planners, physicians, nurses or other"),
    N_ ("ROLE") },
  { "date", 'd', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, date),
    N_ ("Only a self-assessment of this date"), N_ ("DATE") },
  { "roll-up", 0, 0, G_OPTION_ARG_NONE, VB_CLI_OPTION (Options, roll_up),
    N_ ("The self-assessments of the unit and of all units below it together"), NULL },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  VbUnit *unit; /* NULL = any */
  gboolean with_role;
  VbRoleGroup role;
  VbDay day; /* VB_DAY_NONE = any */
} Wish;

static gboolean
suits (const Wish *wish, VbAssessment *assessment)
{
  return vb_assessment_get_state (assessment) == VB_ASSESSMENT_DONE
         && (wish->unit == NULL
             || vb_assessment_get_unit_id (assessment) == vb_unit_get_id (wish->unit))
         && (!wish->with_role || vb_assessment_get_role (assessment) == wish->role)
         && (wish->day == VB_DAY_NONE || vb_assessment_get_day (assessment) == wish->day);
}

/* The latest that suits, owned by the caller. */
static VbAssessment *
find_assessment (VbDocument *document, const Wish *wish, GError **error)
{
  GListModel *assessments = vb_document_get_assessments (document);

  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (VbAssessment) assessment = g_list_model_get_item (assessments, i);

      if (suits (wish, assessment))
        return g_steal_pointer (&assessment);
    }
  g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                       _ ("There is no finished self-assessment of that unit, role and date"));
  return NULL;
}

/* Those of the unit. */
static GListModel *
list_actions (VbDocument *document, gint64 unit_id)
{
  GListModel *all = vb_document_get_actions (document);
  GListStore *actions = g_list_store_new (VB_TYPE_ACTION);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (all, i);

      if (vb_action_get_facts (action)->unit_id == unit_id)
        g_list_store_append (actions, action);
    }
  return G_LIST_MODEL (actions);
}

static VbReport *
make_report (VbDocument *document, const Wish *wish, GError **error)
{
  GListModel *assessments = vb_document_get_assessments (document);
  g_autoptr (VbAssessment) assessment = find_assessment (document, wish, error);
  g_autoptr (VbLadderResult) result = NULL;
  g_autoptr (VbLadderResult) previous_result = NULL;
  g_autoptr (GListModel) actions = NULL;
  g_autofree char *path = NULL;
  VbAssessmentReport content = { 0 };
  VbAssessment *previous;
  VbUnit *unit;

  if (assessment == NULL)
    return NULL;
  unit = vb_document_get_unit (document, vb_assessment_get_unit_id (assessment));
  result = vb_ladder_board_score (assessment);
  previous = vb_ladder_board_find_previous (assessments, assessment);
  if (previous != NULL)
    previous_result = vb_ladder_board_score (previous);
  actions = list_actions (document, vb_unit_get_id (unit));
  path = vb_unit_dup_path (unit);
  content.result = result;
  content.previous = previous_result;
  content.unit_name = vb_unit_get_name (unit);
  content.unit_path = path;
  content.actions = actions;
  content.today = vb_document_get_now (document);
  return vb_assessment_report_new (&content);
}

static VbReport *
make_roll_up (VbDocument *document, VbUnit *unit, GError **error)
{
  GListModel *assessments = vb_document_get_assessments (document);
  g_autoptr (GPtrArray) ladders = vb_ladder_board_list_ladders (assessments, unit);
  g_autoptr (GListModel) rows = NULL;
  guint smallest = vb_document_get_smallest_group (document);

  if (ladders->len == 0)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                   _ ("There is no finished self-assessment of %s or the units below it"),
                   vb_unit_get_name (unit));
      return NULL;
    }
  rows = vb_ladder_board_roll_up (assessments, ladders->pdata[0], unit, smallest);
  return vb_rollup_report_new (rows, smallest, vb_document_get_now (document));
}

static gboolean
read_wish (const Options *options, VbDocument *document, Wish *wish, GError **error)
{
  wish->day = VB_DAY_NONE;
  wish->with_role = options->role != NULL;
  if (options->unit != NULL)
    {
      wish->unit = vb_document_find_unit (document, options->unit, error);
      if (wish->unit == NULL)
        return FALSE;
    }
  return (options->role == NULL || vb_cli_parse_role (options->role, &wish->role, error))
         && (options->date == NULL
             || vb_cli_parse_date ("--date", options->date, &wish->day, error));
}

static gboolean
check_usage (const Options *options, GError **error)
{
  if (options->output == NULL)
    g_set_error (error, VB_ERROR, VB_ERROR_USAGE, _ ("The option %s is missing"), "--output");
  else if (options->roll_up && options->unit == NULL)
    g_set_error (error, VB_ERROR, VB_ERROR_USAGE, _ ("The option %s is missing"), "--unit");
  else
    return TRUE;
  return FALSE;
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  const Options *options = invocation->options;
  g_autoptr (VbCliDocument) document = NULL;
  g_autoptr (VbReport) report = NULL;
  g_autoptr (GBytes) pdf = NULL;
  Wish wish = { 0 };

  if (!check_usage (options, error))
    return FALSE;
  document = vb_cli_open_document (invocation, error);
  if (document == NULL || !read_wish (options, document, &wish, error))
    return FALSE;
  report = options->roll_up ? make_roll_up (document, wish.unit, error)
                            : make_report (document, &wish, error);
  pdf = report != NULL ? vb_report_to_pdf (report, error) : NULL;
  return pdf != NULL && vb_cli_write_file (options->output, pdf, error);
}

const VbCliCommand vb_cli_report = {
  .name = "report",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Write a self-assessment, or many together, as a PDF file"),
  .description = N_ (
      "The latest finished self-assessment, of the unit, role and date if they are given: cover, "
      "staircase, areas with statements and answers, and the unit’s actions. With --roll-up, "
      "what the self-assessments of the unit and of all units below it say together."),
  .entries = entries,
  .options_size = sizeof (Options),
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
