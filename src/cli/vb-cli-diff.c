/* SPDX-License-Identifier: GPL-3.0-or-later */
/* diff: what two plans say differently. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"

#include <glib/gi18n-lib.h>

#include "vb-document-gather.h"

static void
add_difference (const VbDifferenceFields *fields, gpointer data)
{
  VbTableWriter *table = data;

  vb_table_writer_add_text (table, fields->table);
  vb_table_writer_add_text (table, fields->unit);
  vb_table_writer_add_text (table, fields->what);
  vb_table_writer_add_text (table, fields->ours);
  vb_table_writer_add_text (table, fields->theirs);
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  static const char *const columns[] = { "table", "unit", "what", "a", "b", NULL };
  g_autoptr (VbCliDocument) a = vb_cli_open_document (invocation, error);
  g_autoptr (VbCliDocument) b =
      a != NULL ? vb_cli_open_file (invocation->arguments[1], error) : NULL;

  return b != NULL
         && vb_document_compare (a, b, add_difference, vb_cli_begin_table (invocation, columns),
                                 error);
}

const VbCliCommand vb_cli_diff = {
  .name = "diff",
  .arguments = N_ ("A B"),
  .summary = N_ ("List what two plans say differently"),
  .description = N_ ("A row for each difference: the table, the unit, which of its facts and which "
                     "part of it, and what A and B say. A fact that one of them does not have is "
                     "empty there. Units are the same when their ids are, or their code or name "
                     "under the same parent. The exit status is 0 whether they differ or not."),
  .min_arguments = 2,
  .max_arguments = 2,
  .has_table = TRUE,
  .run = run,
};
