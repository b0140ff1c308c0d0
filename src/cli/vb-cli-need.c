/* SPDX-License-Identifier: GPL-3.0-or-later */
/* need: need of beds, available beds and gap, a unit, care group and period. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"
#include "vb-cli-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-planner.h"

typedef struct
{
  char *unit;
  char *grain;
  char *from;
  char *to;
  char *target;
  char *care_type;
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

/* @group_filter: VB_CARE_GROUP_NONE shows all. */
static void
add_unit (VbTableWriter *table, VbNeedTable *need, VbUnit *unit, VbCareGroup group_filter)
{
  g_autofree char *path = vb_unit_dup_path (unit);
  guint groups = vb_need_table_get_groups (need, vb_unit_get_id (unit));

  for (guint group = 0; group < VB_N_CARE_GROUPS; group++)
    {
      if ((groups & (1u << group)) == 0
          || (group_filter != VB_CARE_GROUP_NONE && group != group_filter))
        continue;
      for (guint i = 0; i < vb_need_table_get_n_periods (need); i++)
        {
          const VbNeedFigures *figures =
              vb_need_table_get (need, vb_unit_get_id (unit), (VbCareGroup) group, i);

          if (has_figures (figures))
            add_row (table, path, (VbCareGroup) group, vb_need_table_get_period (need, i), figures);
        }
    }
}

static void
add_units (VbTableWriter *table, VbNeedTable *need, GListModel *units, VbCareGroup group_filter)
{
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (units, i);

      add_unit (table, need, unit, group_filter);
      add_units (table, need, vb_unit_get_children (unit), group_filter);
    }
}

void
vb_cli_add_need (
    VbTableWriter *table, VbDocument *document, VbNeedTable *need, VbUnit *unit, VbCareGroup group)
{
  if (unit != NULL)
    add_unit (table, need, unit, group);
  else
    add_units (table, need, vb_document_get_roots (document), group);
}

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

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  const Options *options = invocation->options;
  g_autoptr (VbCliDocument) document = NULL;
  g_autoptr (VbPlanner) planner = NULL;
  g_autoptr (VbNeedTable) need = NULL;
  VbUnit *unit = NULL;
  VbCareGroup group;
  VbGrain grain;
  VbDay from, to;
  double target;

  if (!parse_options (options, &from, &to, &target, &group, error))
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
  if (!vb_cli_parse_grain (options->grain, vb_cli_get_default_grain (document), &grain, error))
    return FALSE;

  planner = vb_planner_new (document);
  need = vb_planner_compute_need (planner, grain, from, to, target, NULL, error);
  if (need == NULL)
    return FALSE;

  vb_cli_add_need (vb_cli_begin_table (invocation, vb_cli_need_columns), document, need, unit,
                   group);
  return TRUE;
}

const VbCliCommand vb_cli_need = {
  .name = "need",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Need of beds, available beds and gap of each unit and period"),
  .description =
      N_ ("need = bed days ÷ (days × target occupancy); gap = available − need, negative is a "
          "shortage. Days are the days with data. Somatic care, intensive care and psychiatry are "
          "never added together: a unit with several has a row for each. Without --grain: the "
          "coarsest grain stored, but not finer than month. Shares are fractions; a missing figure "
          "is empty."),
  .entries = entries,
  .options_size = sizeof (Options),
  .min_arguments = 1,
  .max_arguments = 1,
  .has_table = TRUE,
  .run = run,
};
