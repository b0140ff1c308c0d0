/* SPDX-License-Identifier: GPL-3.0-or-later */
/* potential: what the levers of a scenario can do. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "vb-document-scenarios.h"
#include "vb-error.h"
#include "vb-scenario-outlook.h"

#define MAX_DRAWS 1000000

typedef struct
{
  char *scenario;
  gboolean waterfall;
  char *year;
  char *draws;
  char *seed;
} Options;

static const GOptionEntry entries[] = {
  { "scenario", 's', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, scenario),
    N_ ("The scenario: its name, or its id as “scenarios” lists it"), N_ ("SCENARIO") },
  { "waterfall", 'w', 0, G_OPTION_ARG_NONE, VB_CLI_OPTION (Options, waterfall),
    N_ ("The steps from the first gap to the last instead"), NULL },
  { "year", 'y', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, year),
    N_ ("Only this year; of the waterfall, the year that it leads to"), N_ ("YEAR") },
  { "draws", 'd', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, draws),
    N_ ("How many draws the percentiles are made of"), N_ ("N") },
  { "seed", 0, 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, seed),
    N_ ("The seed of the draws; the same one gives the same figures"), N_ ("K") },
  G_OPTION_ENTRY_NULL,
};

static const char *const columns[] = {
  "year",         "need",
  "capacity",     "gap",
  "need_p10",     "need_p50",
  "need_p90",     "capacity_p10",
  "capacity_p50", "capacity_p90",
  "gap_p10",      "gap_p50",
  "gap_p90",      "probability_balanced",
  NULL,
};

static const char *const waterfall_columns[] = { "step", "side", "beds", NULL };

/* A whole number from @least to @most; @out is left alone where @text is NULL. */
static gboolean
parse_number (
    const char *option, const char *text, guint64 least, guint64 most, gint64 *out, GError **error)
{
  guint64 number;

  if (text == NULL)
    return TRUE;
  if (g_ascii_string_to_unsigned (text, 10, least, most, &number, NULL))
    {
      *out = (gint64) number;
      return TRUE;
    }

  g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
               _ ("%s: expected a whole number from %" PRIu64 " to %" PRIu64 ", found “%s”"),
               option, least, most, text);
  return FALSE;
}

static void
add_percentiles (VbTableWriter *table, const VbPercentiles *percentiles)
{
  vb_table_writer_add_number (table, percentiles->p10);
  vb_table_writer_add_number (table, percentiles->p50);
  vb_table_writer_add_number (table, percentiles->p90);
}

/* @year: 0 = all. */
static gboolean
print_years (VbCliInvocation *invocation,
             VbScenario *scenario,
             gint64 year,
             gint64 n_draws,
             gint64 seed,
             GError **error)
{
  g_autoptr (GListModel) rows =
      vb_scenario_outlook_compute (scenario, (guint) n_draws, seed, NULL, error);
  VbTableWriter *table;

  if (rows == NULL)
    return FALSE;

  table = vb_cli_begin_table (invocation, columns);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VbPotentialRow) row = g_list_model_get_item (rows, i);
      const VbPotentialFigures *figures = vb_potential_row_get_figures (row);

      if (year != 0 && figures->year != year)
        continue;
      vb_table_writer_add_integer (table, figures->year);
      vb_table_writer_add_number (table, figures->need);
      vb_table_writer_add_number (table, figures->capacity);
      vb_table_writer_add_number (table, figures->gap);
      add_percentiles (table, &figures->need_spread);
      add_percentiles (table, &figures->capacity_spread);
      add_percentiles (table, &figures->gap_spread);
      vb_table_writer_add_number (table, figures->probability_balanced);
    }
  return TRUE;
}

/* What a step is called, and on which side it works. */
static const char *
name_step (VbWaterfallRow *row, const char **side)
{
  const VbLeverFacts *facts;

  switch (vb_waterfall_row_get_kind (row))
    {
    case VB_WATERFALL_START:
      *side = "gap";
      return "start";
    case VB_WATERFALL_END:
      *side = "gap";
      return "end";
    case VB_WATERFALL_NEED:
      *side = "need";
      return "change without levers";
    case VB_WATERFALL_CAPACITY:
      *side = "capacity";
      return "change without levers";
    case VB_WATERFALL_LEVER:
    default:
      facts = vb_lever_get_facts (vb_waterfall_row_get_lever (row));
      *side = vb_balance_side_to_id ((VbBalanceSide) facts->figures.side);
      return vb_cli_get_file_text (&facts->name);
    }
}

static gboolean
print_waterfall (VbCliInvocation *invocation, VbScenario *scenario, gint64 year, GError **error)
{
  g_autoptr (GListModel) rows = vb_scenario_outlook_trace (scenario, (gint16) year, error);
  VbTableWriter *table;

  if (rows == NULL)
    return FALSE;

  table = vb_cli_begin_table (invocation, waterfall_columns);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VbWaterfallRow) row = g_list_model_get_item (rows, i);
      const char *side;
      const char *name = name_step (row, &side);

      vb_table_writer_add_text (table, name);
      vb_table_writer_add_text (table, side);
      vb_table_writer_add_number (table, vb_waterfall_row_get_beds (row));
    }
  return TRUE;
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  const Options *options = invocation->options;
  g_autoptr (VbCliDocument) document = NULL;
  const VbScenarioFacts *facts;
  VbScenario *scenario;
  gint64 n_draws;
  gint64 seed;
  gint64 year = 0;

  if (options->scenario == NULL)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_USAGE, _ ("--scenario is needed"));
      return FALSE;
    }
  document = vb_cli_open_document (invocation, error);
  if (document == NULL)
    return FALSE;
  scenario = vb_document_find_scenario (document, options->scenario, error);
  if (scenario == NULL)
    return FALSE;

  facts = vb_scenario_get_facts (scenario);
  n_draws = facts->n_draws;
  seed = facts->seed;
  if (!parse_number ("--year", options->year, (guint64) facts->first_year,
                     (guint64) facts->last_year, &year, error)
      || !parse_number ("--draws", options->draws, 1, MAX_DRAWS, &n_draws, error)
      || !parse_number ("--seed", options->seed, 0, G_MAXINT64, &seed, error))
    return FALSE;

  if (!vb_bilingual_is_empty (&facts->notice))
    vb_cli_print_message ("%s: %s", vb_bilingual_get (&facts->name),
                          vb_bilingual_get (&facts->notice));
  if (options->waterfall)
    return print_waterfall (invocation, scenario, year != 0 ? year : facts->last_year, error);
  return print_years (invocation, scenario, year, n_draws, seed, error);
}

const VbCliCommand vb_cli_potential = {
  .name = "potential",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Need, capacity and gap of a scenario, year by year or step by step"),
  .description =
      N_ ("gap = capacity − need, negative is a shortage. need, capacity and gap are with every "
          "lever at its base value; the percentiles are those of draws between low and high, and "
          "probability_balanced is the share of draws without a shortage. The steps of the "
          "waterfall add up to its end exactly: each lever's is what it adds to those before it."),
  .entries = entries,
  .options_size = sizeof (Options),
  .min_arguments = 1,
  .max_arguments = 1,
  .has_table = TRUE,
  .run = run,
};
