/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scenarios: the scenarios of a plan. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "vb-document-scenarios.h"
#include "vb-scenario-outlook.h"

static const char *const columns[] = { "id",        "name",         "unit",
                                       "care_type", "first_year",   "last_year",
                                       "levers",    "balance_year", NULL };

/* The id of the ready scenario where that tells it from all others, else its own number. */
static char *
dup_id (VbDocument *document, VbScenario *scenario)
{
  const char *ready = vb_scenario_get_facts (scenario)->ready;

  if (ready != NULL && vb_document_find_scenario (document, ready, NULL) == scenario)
    return g_strdup (ready);

  return g_strdup_printf ("%" PRId64, vb_scenario_get_id (scenario));
}

static gboolean
add_scenario (VbTableWriter *table, VbDocument *document, VbScenario *scenario, GError **error)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);
  VbUnit *unit = vb_document_get_unit (document, facts->unit_id);
  g_autofree char *path = vb_unit_dup_path (unit);
  g_autofree char *id = dup_id (document, scenario);
  gint16 balance;

  if (!vb_scenario_outlook_find_balance (scenario, &balance, error))
    return FALSE;

  vb_table_writer_add_text (table, id);
  vb_table_writer_add_text (table, vb_cli_get_file_text (&facts->name));
  vb_table_writer_add_text (table, path);
  vb_table_writer_add_text (table, vb_care_group_to_id (facts->group));
  vb_table_writer_add_integer (table, facts->first_year);
  vb_table_writer_add_integer (table, facts->last_year);
  vb_table_writer_add_integer (table, g_list_model_get_n_items (vb_scenario_get_levers (scenario)));
  if (balance != 0)
    vb_table_writer_add_integer (table, balance);
  else
    vb_table_writer_add_text (table, NULL);
  return TRUE;
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  g_autoptr (VbCliDocument) document = vb_cli_open_document (invocation, error);
  GListModel *scenarios;
  VbTableWriter *table;

  if (document == NULL)
    return FALSE;

  table = vb_cli_begin_table (invocation, columns);
  scenarios = vb_document_get_scenarios (document);
  for (guint i = 0; i < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (VbScenario) scenario = g_list_model_get_item (scenarios, i);

      if (!add_scenario (table, document, scenario, error))
        return FALSE;
    }
  return TRUE;
}

const VbCliCommand vb_cli_scenarios = {
  .name = "scenarios",
  .arguments = N_ ("FILE"),
  .summary = N_ ("List the scenarios of a plan"),
  .description = N_ ("balance_year is the first year without a shortage, every lever at its base "
                     "value; empty when there is none."),
  .min_arguments = 1,
  .max_arguments = 1,
  .has_table = TRUE,
  .run = run,
};
