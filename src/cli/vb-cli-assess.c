/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assess: a self-assessment from a table of answers. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"
#include "vb-cli-input.h"
#include "vb-cli-ladders.h"

#include <glib/gi18n-lib.h>

#include "vb-document-ladders.h"
#include "vb-error.h"

typedef struct
{
  char *unit;
  char *role;
  char *date;
  char *ladder;
  char *answers;
  int participants;
} Options;

static const GOptionEntry entries[] = {
  { "unit", 'u', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, unit),
    N_ ("The unit: a path, a code, or a name if unique"), N_ ("UNIT") },
  { "role", 'r', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, role),
    N_ ("Who made it: management, planners, physicians, nurses or other"), N_ ("ROLE") },
  { "date", 'd', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, date),
    N_ ("When it was made, such as 2026-10-05"), N_ ("DATE") },
  { "ladder", 'l', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, ladder),
    N_ ("The ladder, by its id; that of the ten areas if left out"), N_ ("LADDER") },
  { "participants", 'n', 0, G_OPTION_ARG_INT, VB_CLI_OPTION (Options, participants),
    N_ ("How many took part; 1 if left out"), N_ ("N") },
  { "answers", 'a', 0, G_OPTION_ARG_FILENAME, VB_CLI_OPTION (Options, answers),
    N_ ("The table of answers, “-” for standard input"), N_ ("TABLE") },
  G_OPTION_ENTRY_NULL,
};

static void
init_options (gpointer data)
{
  Options *options = data;

  options->participants = 1;
}

/* Where the columns stand; -1 for one that is not there. */
typedef struct
{
  int area;
  int step;
  int statement;
  int answer;
  int evidence;
} Columns;

static gboolean
find_columns (VbCliInput *input, Columns *columns, GError **error)
{
  columns->area = vb_cli_input_find_column (input, "area");
  columns->step = vb_cli_input_find_column (input, "step");
  columns->evidence = vb_cli_input_find_column (input, "evidence");
  columns->statement = vb_cli_input_require_column (input, "statement", error);
  if (columns->statement < 0)
    return FALSE;
  columns->answer = vb_cli_input_require_column (input, "answer", error);
  return columns->answer >= 0;
}

/* Area and step say again what the statement tells; where they say something else, somebody has
 * mixed up rows. */
static gboolean
check_place (VbCliInput *input,
             guint row,
             const Columns *columns,
             VbLadder *ladder,
             guint index,
             GError **error)
{
  guint place = vb_ladder_get_statement_area (ladder, index);
  g_autoptr (VbLadderArea) area = g_list_model_get_item (vb_ladder_get_areas (ladder), place);
  guint step = vb_ladder_statement_get_step (vb_ladder_get_statement (ladder, index));
  g_autofree char *step_text = g_strdup_printf ("%u", step);

  if (columns->area >= 0
      && g_strcmp0 (vb_cli_input_get_text (input, row, (guint) columns->area),
                    vb_ladder_area_get_id (area))
             != 0)
    return vb_cli_input_refuse (input, row, (guint) columns->area, vb_ladder_area_get_id (area),
                                error);
  if (columns->step >= 0
      && g_strcmp0 (vb_cli_input_get_text (input, row, (guint) columns->step), step_text) != 0)
    return vb_cli_input_refuse (input, row, (guint) columns->step, step_text, error);
  return TRUE;
}

static gboolean
read_row (VbCliInput *input,
          guint row,
          const Columns *columns,
          VbLadder *ladder,
          GHashTable *seen,
          VbGivenAnswer *given,
          GError **error)
{
  const char *statement = vb_cli_input_get_text (input, row, (guint) columns->statement);
  const char *answer = vb_cli_input_get_text (input, row, (guint) columns->answer);
  guint index;

  if (!vb_ladder_find_statement_index (ladder, statement, &index))
    return vb_cli_input_refuse (input, row, (guint) columns->statement,
                                _ ("the id of a statement of the ladder"), error);
  if (!g_hash_table_add (seen, (gpointer) statement))
    return vb_cli_input_refuse (input, row, (guint) columns->statement,
                                _ ("a statement that no other row has"), error);
  if (!check_place (input, row, columns, ladder, index, error))
    return FALSE;
  if (!vb_answer_from_id (answer, &given->answer))
    return vb_cli_input_refuse (input, row, (guint) columns->answer,
                                _ ("no, partly, mostly, yes, not-relevant or nothing"), error);
  given->statement = statement;
  given->evidence =
      columns->evidence >= 0 ? vb_cli_input_get_text (input, row, (guint) columns->evidence) : NULL;
  return TRUE;
}

/* An array of VbGivenAnswer whose texts are @input's. */
static GArray *
read_answers (VbCliInput *input, VbLadder *ladder, GError **error)
{
  g_autoptr (GArray) answers = g_array_new (FALSE, TRUE, sizeof (VbGivenAnswer));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Columns columns;

  if (!find_columns (input, &columns, error))
    return NULL;
  for (guint row = 0; row < vb_cli_input_get_n_rows (input); row++)
    {
      VbGivenAnswer given = { 0 };

      if (!read_row (input, row, &columns, ladder, seen, &given, error))
        return NULL;
      g_array_append_val (answers, given);
    }
  return g_steal_pointer (&answers);
}

static gboolean
require_option (const char *value, const char *option, GError **error)
{
  if (value != NULL)
    return TRUE;
  g_set_error (error, VB_ERROR, VB_ERROR_USAGE, _ ("The option %s is missing"), option);
  return FALSE;
}

static gboolean
parse_options (const Options *options, VbRoleGroup *role, VbDay *day, GError **error)
{
  if (!require_option (options->unit, "--unit", error)
      || !require_option (options->role, "--role", error)
      || !require_option (options->date, "--date", error)
      || !require_option (options->answers, "--answers", error))
    return FALSE;
  if (!vb_cli_parse_role (options->role, role, error)
      || !vb_cli_parse_date ("--date", options->date, day, error))
    return FALSE;
  if (options->participants >= 1)
    return TRUE;
  g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
               _ ("--participants: expected a number from 1, found “%d”"), options->participants);
  return FALSE;
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  const Options *options = invocation->options;
  g_autoptr (VbCliDocument) document = NULL;
  g_autoptr (VbLadder) ladder = NULL;
  g_autoptr (VbCliInput) input = NULL;
  g_autoptr (GArray) answers = NULL;
  VbUnit *unit;
  VbRoleGroup role;
  VbDay day;
  gint64 id;

  if (!parse_options (options, &role, &day, error))
    return FALSE;
  document = vb_cli_open_document (invocation, error);
  if (document == NULL)
    return FALSE;
  unit = vb_document_find_unit (document, options->unit, error);
  if (unit == NULL)
    return FALSE;
  ladder = vb_cli_find_ladder (document, options->ladder, error);
  if (ladder == NULL)
    return FALSE;
  input = vb_cli_input_read (options->answers, error);
  if (input == NULL)
    return FALSE;
  answers = read_answers (input, ladder, error);
  if (answers == NULL)
    return FALSE;

  id = vb_document_start_assessment (document, vb_unit_get_id (unit), ladder, role, day,
                                     (guint) options->participants, error);
  if (id == 0
      || !vb_document_set_answers (document, id, (const VbGivenAnswer *) (gpointer) answers->data,
                                   answers->len, error)
      || !vb_document_finish_assessment (document, id, error))
    return FALSE;
  vb_cli_print_message (_ ("%s: %u of %u statements answered"), vb_unit_get_name (unit),
                        vb_assessment_get_n_answered (vb_document_get_assessment (document, id)),
                        vb_ladder_get_n_statements (ladder));
  return vb_cli_save_document (document, error);
}

const VbCliCommand vb_cli_assess = {
  .name = "assess",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Add a self-assessment from a table of answers"),
  .description =
      N_ ("The table has the columns statement and answer, and may have area, step and evidence; "
          "“vardbalans-cli ladder” lists the ids. An answer is no, partly, mostly, yes or "
          "not-relevant. What is not answered counts as no. A fault refuses the whole table, with "
          "row, column, what was expected and what was found."),
  .entries = entries,
  .options_size = sizeof (Options),
  .init_options = init_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
