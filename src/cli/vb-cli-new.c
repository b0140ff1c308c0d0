/* SPDX-License-Identifier: GPL-3.0-or-later */
/* new: a plan to begin with. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"

#include <glib/gi18n-lib.h>

#include "vb-document-plan.h"
#include "vb-error.h"
#include "vb-example.h"

typedef struct
{
  gboolean example;
} Options;

static const GOptionEntry entries[] = {
  { "example", 'e', 0, G_OPTION_ARG_NONE, VB_CLI_OPTION (Options, example),
    N_ ("Fill it with the fictional example region"), NULL },
  G_OPTION_ENTRY_NULL,
};

static gboolean
take_example (VbDocument *document, GError **error)
{
  g_autoptr (GPtrArray) batches = vb_example_make_batches (error);
  g_autoptr (GPtrArray) facts = NULL;

  if (batches == NULL)
    return FALSE;
  for (guint i = 0; i < batches->len; i++)
    if (!vb_document_take_batch (document, batches->pdata[i], NULL, NULL, error))
      return FALSE;

  facts = vb_example_make_plan_facts (error);
  if (facts == NULL)
    return FALSE;
  for (guint i = 0; i < facts->len; i++)
    if (!vb_document_take_plan_fact (document, facts->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* A plan that is there already is never overwritten; an empty file (mktemp's) is no plan. */
static gboolean
is_free (GFile *file, GError **error)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autofree char *name = NULL;

  if (info == NULL || g_file_info_get_size (info) == 0)
    return TRUE;

  name = g_file_get_parse_name (file);
  g_set_error (error, VB_ERROR, VB_ERROR_STORAGE, _ ("“%s” is there already, and is left as it is"),
               name);
  return FALSE;
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  const Options *options = invocation->options;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (invocation->arguments[0]);
  g_autoptr (VbCliDocument) document = NULL;

  if (!is_free (file, error))
    return FALSE;

  document = vb_document_new (error);
  if (document == NULL)
    return FALSE;
  if (options->example)
    {
      vb_document_set_id_seed (document, vb_example_get_seed ());
      if (!take_example (document, error))
        return FALSE;
    }
  return vb_document_save_as (document, file, NULL, error);
}

const VbCliCommand vb_cli_new = {
  .name = "new",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Make a new plan, empty or the example region"),
  .description = N_ ("A file that is there already is left as it is."),
  .entries = entries,
  .options_size = sizeof (Options),
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
