/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge: what several plans say, in one. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "vb-document-gather.h"
#include "vb-error.h"

typedef struct
{
  char *output;
} Options;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, VB_CLI_OPTION (Options, output),
    N_ ("The plan to write"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

/* The first of the files that can be opened; @n_skipped: out, how many came before it. */
static VbCliDocument *
open_first (VbCliInvocation *invocation, guint *n_skipped, GError **error)
{
  for (guint i = 0; i < invocation->n_arguments; i++)
    {
      g_autoptr (GError) local_error = NULL;
      VbCliDocument *document = vb_cli_open_file (invocation->arguments[i], &local_error);

      *n_skipped = i;
      if (document != NULL)
        return document;
      if (i + 1 == invocation->n_arguments)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        vb_cli_print_message (_ ("left out: %s"), local_error->message);
    }
  return NULL;
}

static void
add_conflicts (VbTableWriter *table, const char *file, GListModel *conflicts)
{
  for (guint i = 0; i < g_list_model_get_n_items (conflicts); i++)
    {
      g_autoptr (VbDifference) conflict = g_list_model_get_item (conflicts, i);
      const VbDifferenceFields *fields = vb_difference_get_fields (conflict);

      vb_table_writer_add_text (table, file);
      vb_table_writer_add_text (table, fields->table);
      vb_table_writer_add_text (table, fields->unit);
      vb_table_writer_add_text (table, fields->what);
      vb_table_writer_add_text (table, fields->ours);
      vb_table_writer_add_text (table, fields->theirs);
    }
}

static void
tell (VbTableWriter *table, const char *file, VbGathered *gathered)
{
  GListModel *conflicts = vb_gathered_get_conflicts (gathered);

  if (vb_gathered_get_problem (gathered) != NULL)
    {
      vb_cli_print_message (_ ("left out: %s: %s"), file, vb_gathered_get_problem (gathered));
      return;
    }
  vb_cli_print_message (_ ("%s: taken %" PRIu64 ", there already %" PRIu64 ", conflicts %u"), file,
                        vb_gathered_get_n_taken (gathered), vb_gathered_get_n_same (gathered),
                        g_list_model_get_n_items (conflicts));
  add_conflicts (table, file, conflicts);
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  static const char *const columns[] = { "file", "table", "unit", "what", "kept", "other", NULL };
  const Options *options = invocation->options;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) gathered = NULL;
  g_autoptr (VbCliDocument) document = NULL;
  g_autoptr (GFile) output = NULL;
  VbTableWriter *table;
  guint first;

  if (options->output == NULL)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_USAGE, _ ("The option --output is missing"));
      return FALSE;
    }
  document = open_first (invocation, &first, error);
  if (document == NULL)
    return FALSE;
  for (guint i = first + 1; i < invocation->n_arguments; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (invocation->arguments[i]));

  gathered = vb_document_gather (document, files, NULL, NULL, NULL, error);
  if (gathered == NULL)
    return FALSE;
  table = vb_cli_begin_table (invocation, columns);
  for (guint i = 0; i < gathered->len; i++)
    tell (table, invocation->arguments[first + 1 + i], gathered->pdata[i]);

  output = g_file_new_for_commandline_arg (options->output);
  return vb_document_save_as (document, output, NULL, error);
}

const VbCliCommand vb_cli_merge = {
  .name = "merge",
  .arguments = N_ ("A B…"),
  .summary = N_ ("Bring together what several plans say"),
  .description =
      N_ ("OUT gets everything that A says, and what the others say and A does not. Facts are the "
          "same when their ids are; units also by their code or name under the same parent, so "
          "that plans made apart from the same tree meet. Nothing is deleted. Where two say the "
          "same thing differently, the earlier file stands and both are printed as a row with the "
          "columns file, table, unit, what, kept, other; only a figure that replaced the very one "
          "that stands, and an assessment that was a draft and is done now, go before. A file that "
          "is damaged is named and left out; the exit status is 0 all the same."),
  .entries = entries,
  .options_size = sizeof (Options),
  .min_arguments = 1,
  .max_arguments = G_MAXUINT,
  .has_table = TRUE,
  .run = run,
};
