/* SPDX-License-Identifier: GPL-3.0-or-later */
/* need: need of beds, available beds and gap, a unit, care group and period. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"
#include "vb-cli-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-document-scenarios.h"
#include "vb-error.h"
#include "vb-planner.h"
#include "vb-scenario-outlook.h"

typedef struct
{
  char *unit;
  char *grain;
  char *from;
  char *to;
  char *target;
  char *care_type;
  char *scenario;
} Options;

static const GOptionEntry entries[] = {
  { "unit", 'u', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, unit),
    N_ ("Only this unit: a path, a code, or a name if unique"), N_ ("UNIT") },
  { "grain", 'g', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, grain),
    N_ ("day, week, month, quarter or year"), N_ ("GRAIN") },
  { "from", 0, 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, from),
    N_ ("Only periods from this date or period on"), N_ ("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, to),
    N_ ("Only periods up to this date or period, itself included"), N_ ("DATE") },
  { "target-occupancy", 't', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, target),
    N_ ("Reckon with this target occupancy for every unit (0.85 or 85%)"), N_ ("TARGET") },
  { "care-type", 'c', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, care_type),
    N_ ("Only the rows of somatic, geriatric, icu or psychiatric care"), N_ ("TYPE") },
  { "scenario", 's', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, scenario),
    N_ ("Years as they become in this scenario: its name, or its id as “scenarios” lists it"),
    N_ ("SCENARIO") },
  G_OPTION_ENTRY_NULL,
};

const char *const vb_cli_need_columns[] = { "unit",           "care_type",
                                            "grain",          "start",
                                            "days",           "bed_days",
                                            "available_beds", "established_beds",
                                            "occupancy",      "target_occupancy",
                                            "need_beds",      "gap_beds",
                                            "coverage",       NULL };

/* TRUE when there is anything to tell: a unit without data has no row. */
static gboolean
has_figures (const VbNeedFigures *figures)
{
  return figures != NULL
         && (!isnan (figures->bed_days) || !isnan (figures->available_beds)
             || !isnan (figures->established_beds) || !isnan (figures->need_beds));
}

static void
add_row (VbTableWriter *table,
         const char *path,
         VbCareGroup group,
         VbPeriod period,
         const VbNeedFigures *figures)
{
  g_autofree char *start = vb_day_to_iso (period.start);

  vb_table_writer_add_text (table, path);
  vb_table_writer_add_text (table, vb_care_group_to_id (group));
  vb_table_writer_add_text (table, vb_grain_to_id (period.grain));
  vb_table_writer_add_text (table, start);
  vb_table_writer_add_number (table, figures->days);
  vb_table_writer_add_number (table, figures->bed_days);
  vb_table_writer_add_number (table, figures->available_beds);
  vb_table_writer_add_number (table, figures->established_beds);
  vb_table_writer_add_number (table, figures->occupancy);
  vb_table_writer_add_number (table, figures->target_occupancy);
  vb_table_writer_add_number (table, figures->need_beds);
  vb_table_writer_add_number (table, figures->gap_beds);
  vb_table_writer_add_number (table, figures->coverage);
}

/* What is to be told. */
typedef struct
{
  VbNeedTable *need;
  VbCareGroup group; /* VB_CARE_GROUP_NONE: all */
  VbDay from;        /* VB_DAY_NONE = no limit */
  VbDay to;
} Question;

static gboolean
is_asked_for (const Question *question, VbPeriod period)
{
  return (question->from == VB_DAY_NONE || vb_period_get_end (period) > question->from)
         && (question->to == VB_DAY_NONE || period.start <= question->to);
}

static void
add_unit (VbTableWriter *table, const Question *question, VbUnit *unit)
{
  g_autofree char *path = vb_unit_dup_path (unit);
  gint64 id = vb_unit_get_id (unit);
  guint groups = vb_need_table_get_groups (question->need, id);

  for (guint group = 0; group < VB_N_CARE_GROUPS; group++)
    {
      if ((groups & (1u << group)) == 0
          || (question->group != VB_CARE_GROUP_NONE && group != question->group))
        continue;
      for (guint i = 0; i < vb_need_table_get_n_periods (question->need); i++)
        {
          VbPeriod period = vb_need_table_get_period (question->need, i);
          const VbNeedFigures *figures =
              vb_need_table_get (question->need, id, (VbCareGroup) group, i);

          if (has_figures (figures) && is_asked_for (question, period))
            add_row (table, path, (VbCareGroup) group, period, figures);
        }
    }
}

static void
add_units (VbTableWriter *table, const Question *question, GListModel *units)
{
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (units, i);

      add_unit (table, question, unit);
      add_units (table, question, vb_unit_get_children (unit));
    }
}

static void
answer (VbTableWriter *table, const Question *question, VbDocument *document, VbUnit *unit)
{
  if (unit != NULL)
    add_unit (table, question, unit);
  else
    add_units (table, question, vb_document_get_roots (document));
}

void
vb_cli_add_need (
    VbTableWriter *table, VbDocument *document, VbNeedTable *need, VbUnit *unit, VbCareGroup group)
{
  const Question question = { need, group, VB_DAY_NONE, VB_DAY_NONE };

  answer (table, &question, document, unit);
}

/* ---- the command ----------------------------------------------------------------------------- */

static gboolean
parse_options (const Options *options,
               VbDay *from,
               VbDay *to,
               double *target,
               VbCareGroup *group,
               GError **error)
{
  VbCareType type = VB_CARE_TYPE_NONE;

  if (!vb_cli_parse_from (options->from, from, error) || !vb_cli_parse_to (options->to, to, error))
    return FALSE;
  if (!vb_cli_parse_target_occupancy (options->target, target, error))
    return FALSE;
  if (!vb_cli_parse_care_type (options->care_type, &type, error))
    return FALSE;

  *group = vb_care_type_get_group (type);
  return TRUE;
}

/* @scenario: NULL when none was asked for. A scenario tells of years. */
static gboolean
find_scenario (VbDocument *document,
               const Options *options,
               VbGrain *grain,
               VbScenario **scenario,
               GError **error)
{
  VbGrain default_grain =
      options->scenario != NULL ? VB_GRAIN_YEAR : vb_cli_get_default_grain (document);

  *scenario = NULL;
  if (!vb_cli_parse_grain (options->grain, default_grain, grain, error))
    return FALSE;
  if (options->scenario == NULL)
    return TRUE;
  if (*grain != VB_GRAIN_YEAR)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_USAGE,
                           _ ("--scenario: a scenario tells of years: leave --grain out"));
      return FALSE;
    }

  *scenario = vb_document_find_scenario (document, options->scenario, error);
  return *scenario != NULL;
}

/* What a unit below the scenario's own follows from may be a year that was not asked for. */
static VbNeedTable *
compute_under (
    VbPlanner *planner, VbDocument *document, VbScenario *scenario, double target, GError **error)
{
  g_autoptr (VbNeedTable) years = vb_planner_compute_need (planner, VB_GRAIN_YEAR, VB_DAY_NONE,
                                                           VB_DAY_NONE, target, NULL, error);

  return years != NULL ? vb_scenario_outlook_apply (scenario, vb_document_get_roots (document),
                                                    years, target, error)
                       : NULL;
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  const Options *options = invocation->options;
  g_autoptr (VbCliDocument) document = NULL;
  g_autoptr (VbPlanner) planner = NULL;
  g_autoptr (VbNeedTable) need = NULL;
  Question question = { NULL };
  VbScenario *scenario;
  VbUnit *unit = NULL;
  VbGrain grain;
  double target;

  if (!parse_options (options, &question.from, &question.to, &target, &question.group, error))
    return FALSE;
  document = vb_cli_open_document (invocation, error);
  if (document == NULL)
    return FALSE;
  if (options->unit != NULL)
    {
      unit = vb_document_find_unit (document, options->unit, error);
      if (unit == NULL)
        return FALSE;
    }
  if (!find_scenario (document, options, &grain, &scenario, error))
    return FALSE;

  planner = vb_planner_new (document);
  need = scenario != NULL ? compute_under (planner, document, scenario, target, error)
                          : vb_planner_compute_need (planner, grain, question.from, question.to,
                                                     target, NULL, error);
  if (need == NULL)
    return FALSE;

  question.need = need;
  answer (vb_cli_begin_table (invocation, vb_cli_need_columns), &question, document, unit);
  return TRUE;
}

const VbCliCommand vb_cli_need = {
  .name = "need",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Need of beds, available beds and gap of each unit and period"),
  .description = N_ (
      "need = bed days ÷ (days × target occupancy); gap = available − need, negative is a "
      "shortage. Days are the days with data. Somatic care, intensive care and psychiatry are "
      "never added together: a unit with several has a row for each. Without --grain: the "
      "coarsest grain stored, but not finer than month. With --scenario, from its first year on: "
      "its need and capacity for its own unit, every lever at its base value, and for those "
      "below their figures of the latest full year in proportion; others stay as they were. "
      "--target-occupancy then also turns the scenario’s need from its own target to that one. "
      "Shares are fractions; a missing figure is empty."),
  .entries = entries,
  .options_size = sizeof (Options),
  .min_arguments = 1,
  .max_arguments = 1,
  .has_table = TRUE,
  .run = run,
};
