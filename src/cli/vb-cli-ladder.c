/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ladder: what the development ladders ask. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"
#include "vb-cli-ladders.h"

#include <glib/gi18n-lib.h>

#include "vb-error.h"
#include "vb-ladder-export.h"
#include "vb-ladder-reader.h"

typedef struct
{
  char *ladder;
  char *import;
  char *id;
  char *version;
  char *name;
  char *source;
  char *wording;
  char *output;
} Options;

static const GOptionEntry entries[] = {
  { "ladder", 'l', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, ladder),
    N_ ("Only this ladder, by its id, or by id@version"), N_ ("LADDER") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, VB_CLI_OPTION (Options, output),
    N_ ("Write the ladder as a table to edit; its suffix is csv or xlsx"), N_ ("FILE") },
  { "import", 'i', 0, G_OPTION_ARG_FILENAME, VB_CLI_OPTION (Options, import),
    N_ ("Take a table of statements into the plan as a ladder"), N_ ("TABLE") },
  { "id", 0, 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, id),
    N_ ("Id of the ladder to take in: letters a–z, digits, “.”, “_” and “-”"), N_ ("ID") },
  { "version", 0, 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, version),
    N_ ("Its version, likewise; 1 if left out"), N_ ("VERSION") },
  { "name", 0, 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, name), N_ ("What it is called"),
    N_ ("NAME") },
  { "source", 0, 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, source),
    N_ ("Where its texts come from"), N_ ("TEXT") },
  { "wording", 0, 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, wording),
    N_ ("own, paraphrase or official; official if left out"), N_ ("WORDING") },
  G_OPTION_ENTRY_NULL,
};

static void
add_statements (VbTableWriter *table, VbLadder *ladder, VbLadderArea *area)
{
  GListModel *statements = vb_ladder_area_get_statements (area);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (VbLadderStatement) statement = g_list_model_get_item (statements, i);

      vb_table_writer_add_text (table, vb_ladder_get_id (ladder));
      vb_table_writer_add_text (table, vb_ladder_area_get_id (area));
      vb_table_writer_add_integer (table, vb_ladder_statement_get_step (statement));
      vb_table_writer_add_text (table, vb_ladder_statement_get_id (statement));
      vb_table_writer_add_text (
          table, vb_planning_level_to_id (vb_ladder_statement_get_level (statement)));
      vb_table_writer_add_text (table, vb_ladder_area_get_mandatory (area) ? "yes" : "no");
      vb_table_writer_add_text (table, vb_ladder_statement_get_text (statement)->sv);
    }
}

static void
add_ladder (VbTableWriter *table, VbLadder *ladder)
{
  GListModel *areas = vb_ladder_get_areas (ladder);

  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (areas, i);

      add_statements (table, ladder, area);
    }
}

static gboolean
print_ladders (VbCliInvocation *invocation, VbDocument *document, GError **error)
{
  static const char *const columns[] = { "ladder", "area",      "step", "statement",
                                         "level",  "mandatory", "text", NULL };
  const Options *options = invocation->options;
  g_autoptr (GPtrArray) ladders = vb_cli_list_ladders (document, error);
  g_autoptr (VbLadder) only = NULL;
  VbTableWriter *table;

  if (ladders == NULL)
    return FALSE;
  if (options->ladder != NULL)
    {
      only = vb_cli_find_ladder (document, options->ladder, error);
      if (only == NULL)
        return FALSE;
      g_ptr_array_set_size (ladders, 0);
      g_ptr_array_add (ladders, g_object_ref (only));
    }
  table = vb_cli_begin_table (invocation, columns);
  for (guint i = 0; i < ladders->len; i++)
    {
      if (!vb_bilingual_is_empty (vb_ladder_get_notice (ladders->pdata[i])))
        vb_cli_print_message ("%s: %s", vb_bilingual_get (vb_ladder_get_name (ladders->pdata[i])),
                              vb_bilingual_get (vb_ladder_get_notice (ladders->pdata[i])));
      add_ladder (table, ladders->pdata[i]);
    }
  return TRUE;
}

static gboolean
check_id (const char *option, const char *id, GError **error)
{
  if (id != NULL && vb_ladder_id_is_valid (id))
    return TRUE;

  g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
               _ ("%s: expected letters a–z, digits, “.”, “_” and “-”, found “%s”"), option,
               id != NULL ? id : "");
  return FALSE;
}

static gboolean
read_label (const Options *options, VbLadderLabel *label, GError **error)
{
  label->id = options->id;
  label->version = options->version != NULL ? options->version : "1";
  label->wording = VB_WORDING_OFFICIAL;
  if (!check_id ("--id", label->id, error) || !check_id ("--version", label->version, error))
    return FALSE;
  if (options->wording != NULL && !vb_wording_from_id (options->wording, &label->wording))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
                   _ ("--wording: expected own, paraphrase or official, found “%s”"),
                   options->wording);
      return FALSE;
    }
  vb_bilingual_set (&label->name, options->name != NULL ? options->name : options->id,
                    options->name != NULL ? options->name : options->id);
  vb_bilingual_set (&label->source, options->source, options->source);
  return TRUE;
}

static gboolean
import_ladder (const Options *options, VbDocument *document, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->import);
  g_autoptr (VbLadder) ladder = NULL;
  VbLadderLabel label = { 0 };

  if (read_label (options, &label, error))
    ladder = vb_ladder_reader_read_table (file, &label, NULL, error);
  vb_bilingual_clear (&label.name);
  vb_bilingual_clear (&label.source);
  if (ladder == NULL || !vb_document_add_ladder (document, ladder, error))
    return FALSE;
  vb_cli_print_message (_ ("%s: %u areas, %u statements, %u steps"),
                        vb_bilingual_get (vb_ladder_get_name (ladder)),
                        g_list_model_get_n_items (vb_ladder_get_areas (ladder)),
                        vb_ladder_get_n_statements (ladder), vb_ladder_get_n_steps (ladder));
  return vb_cli_save_document (document, error);
}

static gboolean
write_ladder (const Options *options, VbDocument *document, GError **error)
{
  g_autoptr (VbLadder) ladder = vb_cli_find_ladder (document, options->ladder, error);
  g_autoptr (VbTableExporter) table = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->output);

  if (ladder == NULL)
    return FALSE;
  table = vb_ladder_table_export (ladder);
  return vb_table_exporter_write (table, file, vb_table_format_from_name (options->output), NULL,
                                  error);
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  const Options *options = invocation->options;
  g_autoptr (VbCliDocument) document = vb_cli_open_document (invocation, error);

  if (document == NULL)
    return FALSE;
  if (options->import != NULL)
    return import_ladder (options, document, error);
  if (options->output != NULL)
    return write_ladder (options, document, error);
  return print_ladders (invocation, document, error);
}

const VbCliCommand vb_cli_ladder = {
  .name = "ladder",
  .arguments = N_ ("FILE"),
  .summary = N_ ("List the statements of the development ladders, or take in your own"),
  .description =
      N_ ("The ladder of ten areas first. Its wording is our own proposal, not that of "
          "Socialstyrelsen. The texts are Swedish whatever the locale. A table to take in (CSV or "
          "XLSX) has at least the columns area, step and statement; what --output writes can be "
          "edited and taken in again under another id or version. Self-assessments keep the "
          "version that they were made with."),
  .entries = entries,
  .options_size = sizeof (Options),
  .min_arguments = 1,
  .max_arguments = 1,
  .has_table = TRUE,
  .run = run,
};
