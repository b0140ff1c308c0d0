/* SPDX-License-Identifier: GPL-3.0-or-later */
/* observations: the figures as they are stored, nothing summed. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"
#include "vb-cli-rows.h"

#include <glib/gi18n-lib.h>

#include "vb-error.h"

typedef struct
{
  char *measure;
  char *unit;
  char *grain;
} Options;

static const GOptionEntry entries[] = {
  { "measure", 'm', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, measure),
    N_ ("The measure, such as available_beds"), N_ ("MEASURE") },
  { "unit", 'u', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, unit),
    N_ ("Only this unit: a path, a code, or a name if unique"), N_ ("UNIT") },
  { "grain", 'g', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, grain),
    N_ ("day, week, month, quarter or year"), N_ ("GRAIN") },
  G_OPTION_ENTRY_NULL,
};

const char *const vb_cli_observation_columns[] = { "measure", "unit",       "grain", "start",
                                                   "value",   "provenance", NULL };

/* The stored figures of one unit, grain by grain. */
static gboolean
add_unit (VbTableWriter *table,
          VbDocument *document,
          VbUnit *unit,
          const VbMeasure *measure,
          guint grains,
          GError **error)
{
  g_autofree char *path = vb_unit_dup_path (unit);

  for (guint grain = 0; grain < VB_N_GRAINS; grain++)
    {
      g_autoptr (GArray) series = NULL;

      if ((grains & (1u << grain)) == 0)
        continue;
      series = vb_document_read_series (document, vb_unit_get_id (unit), measure->id,
                                        (VbGrain) grain, error);
      if (series == NULL)
        return FALSE;
      for (guint i = 0; i < series->len; i++)
        {
          const VbSeriesPoint *point = &g_array_index (series, VbSeriesPoint, i);
          g_autofree char *start = vb_day_to_iso (point->start);

          vb_table_writer_add_text (table, measure->key);
          vb_table_writer_add_text (table, path);
          vb_table_writer_add_text (table, vb_grain_to_id ((VbGrain) grain));
          vb_table_writer_add_text (table, start);
          vb_table_writer_add_number (table, point->value);
          vb_table_writer_add_text (table, vb_provenance_to_id (point->provenance));
        }
    }
  return TRUE;
}

static gboolean
add_units (VbTableWriter *table,
           VbDocument *document,
           GListModel *units,
           const VbMeasure *measure,
           guint grains,
           GError **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (units, i);

      if (!add_unit (table, document, unit, measure, grains, error)
          || !add_units (table, document, vb_unit_get_children (unit), measure, grains, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
vb_cli_add_observations (VbTableWriter *table,
                         VbDocument *document,
                         VbUnit *unit,
                         const VbMeasure *measure,
                         guint grains,
                         GError **error)
{
  if (unit != NULL)
    return add_unit (table, document, unit, measure, grains, error);
  return add_units (table, document, vb_document_get_roots (document), measure, grains, error);
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  const Options *options = invocation->options;
  g_autoptr (VbCliDocument) document = NULL;
  const VbMeasure *measure;
  VbUnit *unit = NULL;
  VbGrain grain;
  guint grains;

  if (options->measure == NULL)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_USAGE, _ ("The option --measure is missing"));
      return FALSE;
    }
  measure = vb_cli_parse_measure (options->measure, error);
  if (measure == NULL || !vb_cli_parse_grain (options->grain, VB_GRAIN_DAY, &grain, error))
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

  grains = vb_document_get_grains (document);
  if (options->grain != NULL)
    grains &= 1u << grain;
  return vb_cli_add_observations (vb_cli_begin_table (invocation, vb_cli_observation_columns),
                                  document, unit, measure, grains, error);
}

const VbCliCommand vb_cli_observations = {
  .name = "observations",
  .arguments = N_ ("FILE"),
  .summary = N_ ("List the figures of a measure as they are stored"),
  .description = N_ ("Nothing is summed; start is the first day of the period."),
  .entries = entries,
  .options_size = sizeof (Options),
  .min_arguments = 1,
  .max_arguments = 1,
  .has_table = TRUE,
  .run = run,
};
