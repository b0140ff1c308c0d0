/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export: the tables of a plan as a workbook, JSON or CSV. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"
#include "vb-cli-ladders.h"
#include "vb-cli-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "vb-document-actions.h"
#include "vb-error.h"
#include "vb-planner.h"
#include "vb-target.h"

typedef struct
{
  char *output;
  char *table;
} Options;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, VB_CLI_OPTION (Options, output),
    N_ ("The file to write; its suffix is xlsx, json or csv"), N_ ("FILE") },
  { "table", 't', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, table), N_ ("Only this table"),
    N_ ("TABLE") },
  G_OPTION_ENTRY_NULL,
};

static const char *const target_columns[] = { "unit",  "measure",    "care_type", "from",
                                              "value", "decided_by", NULL };

static gboolean
add_units (VbTableWriter *table, VbDocument *document, GError **error)
{
  vb_cli_add_units (table, document);
  return TRUE;
}

static gboolean
add_observations (VbTableWriter *table, VbDocument *document, GError **error)
{
  guint grains = vb_document_get_grains (document);
  const VbMeasure *const *measures;
  guint n;

  measures = vb_measure_list (&n);
  for (guint i = 0; i < n; i++)
    if (!vb_cli_add_observations (table, document, NULL, measures[i], grains, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_targets (VbTableWriter *table, VbDocument *document, GError **error)
{
  GListModel *targets = vb_document_get_targets (document);

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (VbTarget) target = g_list_model_get_item (targets, i);
      const VbMeasure *measure = vb_measure_get (vb_target_get_measure (target));
      VbUnit *unit = vb_document_get_unit (document, vb_target_get_unit_id (target));
      VbDay from = vb_target_get_from (target);
      g_autofree char *path = unit != NULL ? vb_unit_dup_path (unit) : NULL;
      g_autofree char *day = from != VB_DAY_NONE ? vb_day_to_iso (from) : NULL;

      vb_table_writer_add_text (table, path);
      vb_table_writer_add_text (table, measure != NULL ? measure->key : NULL);
      vb_table_writer_add_text (table, vb_care_type_to_id (vb_target_get_care_type (target)));
      vb_table_writer_add_text (table, day);
      vb_table_writer_add_number (table, vb_target_get_value (target));
      vb_table_writer_add_text (table, vb_target_get_decided_by (target));
    }
  return TRUE;
}

static gboolean
add_need (VbTableWriter *table, VbDocument *document, GError **error)
{
  g_autoptr (VbPlanner) planner = vb_planner_new (document);
  g_autoptr (VbNeedTable) need =
      vb_planner_compute_need (planner, vb_cli_get_default_grain (document), VB_DAY_NONE,
                               VB_DAY_NONE, (double) NAN, NULL, error);

  if (need == NULL)
    return FALSE;
  vb_cli_add_need (table, document, need, NULL, VB_CARE_GROUP_NONE);
  return TRUE;
}

static void
tell_withheld (VbDocument *document, guint n_withheld)
{
  if (n_withheld > 0)
    vb_cli_print_message (
        ngettext ("%u self-assessment of fewer than %u participants is left out",
                  "%u self-assessments of fewer than %u participants are left out", n_withheld),
        n_withheld, vb_document_get_smallest_group (document));
}

static gboolean
add_assessments (VbTableWriter *table, VbDocument *document, GError **error)
{
  tell_withheld (document, vb_cli_add_assessments (table, document, NULL,
                                                   vb_document_get_smallest_group (document)));
  return TRUE;
}

static gboolean
add_answers (VbTableWriter *table, VbDocument *document, GError **error)
{
  vb_cli_add_answers (table, document, vb_document_get_smallest_group (document));
  return TRUE;
}

static void
add_day (VbTableWriter *table, VbDay day)
{
  g_autofree char *text = day != VB_DAY_NONE ? vb_day_to_iso (day) : NULL;

  vb_table_writer_add_text (table, text);
}

static void
add_path (VbTableWriter *table, VbDocument *document, gint64 unit_id)
{
  VbUnit *unit = vb_document_get_unit (document, unit_id);
  g_autofree char *path = unit != NULL ? vb_unit_dup_path (unit) : NULL;

  vb_table_writer_add_text (table, path);
}

static gboolean
add_actions (VbTableWriter *table, VbDocument *document, GError **error)
{
  GListModel *actions = vb_document_get_actions (document);

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (actions, i);
      const VbActionFacts *facts = vb_action_get_facts (action);
      VbFocusArea *area = vb_document_get_focus_area (document, facts->focus_area_id);

      add_path (table, document, facts->unit_id);
      vb_table_writer_add_text (table,
                                area != NULL ? vb_focus_area_get_facts (area)->name.sv : NULL);
      vb_table_writer_add_text (table, facts->title);
      vb_table_writer_add_text (table, facts->description);
      vb_table_writer_add_text (table, facts->owner_role);
      vb_table_writer_add_text (table, vb_planning_level_to_id (facts->level));
      vb_table_writer_add_text (table, vb_action_status_to_id (facts->status));
      vb_table_writer_add_text (table, vb_balance_side_to_id (facts->side));
      add_day (table, facts->start);
      add_day (table, facts->due);
      add_day (table, facts->done);
      vb_table_writer_add_number (table, facts->effect_low);
      vb_table_writer_add_number (table, facts->effect_base);
      vb_table_writer_add_number (table, facts->effect_high);
      vb_table_writer_add_text (table, facts->statement);
    }
  return TRUE;
}

static gboolean
add_dialogues (VbTableWriter *table, VbDocument *document, GError **error)
{
  GListModel *dialogues = vb_document_get_dialogues (document);

  for (guint i = 0; i < g_list_model_get_n_items (dialogues); i++)
    {
      g_autoptr (VbDialogue) dialogue = g_list_model_get_item (dialogues, i);
      const VbDialogueFacts *facts = vb_dialogue_get_facts (dialogue);

      add_path (table, document, facts->unit_id);
      vb_table_writer_add_text (table, vb_dialogue_kind_to_id (facts->kind));
      add_day (table, facts->day);
      vb_table_writer_add_text (table, facts->parties);
      vb_table_writer_add_text (table, facts->topics);
      vb_table_writer_add_text (table, facts->take_aways);
      add_day (table, facts->follow_up);
      vb_table_writer_add_text (table, facts->followed_up ? "yes" : "no");
    }
  return TRUE;
}

static const char *const action_columns[] = {
  "unit",  "focus_area", "title", "description", "owner_role",  "level",       "status",    "side",
  "start", "due",        "done",  "effect_low",  "effect_base", "effect_high", "statement", NULL
};
static const char *const dialogue_columns[] = { "unit",      "kind",        "date",
                                                "parties",   "topics",      "take_aways",
                                                "follow_up", "followed_up", NULL };

/* In the order of the workbook's sheets. */
static const struct
{
  const char *name;
  const char *const *columns;
  gboolean (*add) (VbTableWriter *table, VbDocument *document, GError **error);
} tables[] = {
  { "units", vb_cli_unit_columns, add_units },
  { "need", vb_cli_need_columns, add_need },
  { "targets", target_columns, add_targets },
  { "assessments", vb_cli_assessment_columns, add_assessments },
  { "answers", vb_cli_answer_columns, add_answers },
  { "actions", action_columns, add_actions },
  { "dialogues", dialogue_columns, add_dialogues },
  { "observations", vb_cli_observation_columns, add_observations },
};

/* CSV holds one table. */
#define DEFAULT_TABLE "observations"

static gboolean
find_format (const char *path, VbTableFormat *format, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path != NULL ? path : "", -1);

  *format = vb_table_format_from_name (lower);
  if (*format != VB_TABLE_FORMAT_CSV || g_str_has_suffix (lower, ".csv"))
    return TRUE;

  g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
               _ ("--output: expected a file name that ends with .xlsx, .json or .csv, found “%s”"),
               path != NULL ? path : "");
  return FALSE;
}

static gboolean
check_table (const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (name == NULL || strcmp (tables[i].name, name) == 0)
        return TRUE;
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", tables[i].name);
    }

  g_set_error (error, VB_ERROR, VB_ERROR_USAGE, _ ("--table: expected one of %s, found “%s”"),
               names->str, name);
  return FALSE;
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  const Options *options = invocation->options;
  g_autoptr (VbCliDocument) document = NULL;
  g_autoptr (VbTableWriter) writer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *only = options->table;
  VbTableFormat format;

  if (!find_format (options->output, &format, error) || !check_table (only, error))
    return FALSE;
  if (only == NULL && format == VB_TABLE_FORMAT_CSV)
    only = DEFAULT_TABLE;
  document = vb_cli_open_document (invocation, error);
  if (document == NULL)
    return FALSE;
  writer = vb_table_writer_new (format, error);
  if (writer == NULL)
    return FALSE;

  vb_table_writer_set_about (writer, vb_document_get_title (document), 0);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (only == NULL || strcmp (only, tables[i].name) == 0)
      {
        vb_table_writer_begin_table (
            writer, only == NULL || format == VB_TABLE_FORMAT_XLSX ? tables[i].name : NULL,
            tables[i].columns);
        if (!tables[i].add (writer, document, error))
          return FALSE;
      }
  bytes = vb_table_writer_finish (writer, error);
  return bytes != NULL && vb_cli_write_file (options->output, bytes, error);
}

const VbCliCommand vb_cli_export = {
  .name = "export",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Write the tables of a plan as a workbook, JSON or CSV"),
  .description =
      N_ ("The tables are units, need, targets, assessments, answers, actions, dialogues and "
          "observations. A workbook has a sheet a table, JSON an array a table (with --table only "
          "that array); a CSV file holds one table, observations if --table does not say another. "
          "Need is in the coarsest grain stored, but not finer than month. Self-assessments of "
          "groups smaller than the plan’s smallest group are left out. The file is written whole "
          "or not at all."),
  .entries = entries,
  .options_size = sizeof (Options),
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
