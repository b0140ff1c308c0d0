/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ladder: what the development ladders ask. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"

#include <glib/gi18n-lib.h>

#include "vb-error.h"
#include "vb-ladder-reader.h"

typedef struct
{
  char *ladder;
} Options;

static const GOptionEntry entries[] = {
  { "ladder", 'l', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, ladder),
    N_ ("Only this ladder, by its id"), N_ ("LADDER") },
  G_OPTION_ENTRY_NULL,
};

static void
add_statements (VbCliTable *table, VbLadder *ladder, VbLadderArea *area)
{
  GListModel *statements = vb_ladder_area_get_statements (area);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (VbLadderStatement) statement = g_list_model_get_item (statements, i);

      vb_cli_table_add_text (table, vb_ladder_get_id (ladder));
      vb_cli_table_add_text (table, vb_ladder_area_get_id (area));
      vb_cli_table_add_integer (table, vb_ladder_statement_get_step (statement));
      vb_cli_table_add_text (table, vb_ladder_statement_get_id (statement));
      vb_cli_table_add_text (table,
                             vb_planning_level_to_id (vb_ladder_statement_get_level (statement)));
      vb_cli_table_add_text (table, vb_ladder_area_get_mandatory (area) ? "yes" : "no");
      vb_cli_table_add_text (table, vb_ladder_statement_get_text (statement)->sv);
    }
}

static void
add_ladder (VbCliTable *table, VbLadder *ladder)
{
  GListModel *areas = vb_ladder_get_areas (ladder);

  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (areas, i);

      add_statements (table, ladder, area);
    }
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  static const char *const columns[] = { "ladder", "area",      "step", "statement",
                                         "level",  "mandatory", "text", NULL };
  const Options *options = invocation->options;
  g_autoptr (VbCliDocument) document = vb_cli_open_document (invocation, error);
  g_autoptr (GPtrArray) ladders = NULL;
  VbCliTable *table;
  gboolean found = FALSE;

  if (document == NULL)
    return FALSE;
  ladders = vb_ladder_reader_read_shipped (error);
  if (ladders == NULL)
    return FALSE;

  table = vb_cli_begin_table (invocation, columns);
  for (guint i = 0; i < ladders->len; i++)
    if (options->ladder == NULL
        || g_strcmp0 (vb_ladder_get_id (ladders->pdata[i]), options->ladder) == 0)
      {
        vb_cli_print_message ("%s: %s", vb_bilingual_get (vb_ladder_get_name (ladders->pdata[i])),
                              vb_bilingual_get (vb_ladder_get_notice (ladders->pdata[i])));
        add_ladder (table, ladders->pdata[i]);
        found = TRUE;
      }
  if (!found)
    g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND, _ ("There is no ladder “%s”"),
                 options->ladder);
  return found;
}

const VbCliCommand vb_cli_ladder = {
  .name = "ladder",
  .arguments = N_ ("FILE"),
  .summary = N_ ("List the statements of the development ladders"),
  .description = N_ ("The ladder of ten areas first. Its wording is our own proposal, not that of "
                     "Socialstyrelsen. The texts are Swedish whatever the locale."),
  .entries = entries,
  .options_size = sizeof (Options),
  .min_arguments = 1,
  .max_arguments = 1,
  .has_table = TRUE,
  .run = run,
};
