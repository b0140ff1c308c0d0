/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check and migrate: whether a plan is whole, and bringing it up to date. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"

#include <glib/gi18n-lib.h>

/* Opening a document is the check: identity, integrity, foreign keys, and whether it migrates. */
static gboolean
run_check (VbCliInvocation *invocation, GError **error)
{
  g_autoptr (VbCliDocument) document = vb_cli_open_document (invocation, error);

  if (document == NULL)
    return FALSE;

  vb_cli_print_message (_ ("%s: whole, nothing found to be wrong"), invocation->arguments[0]);
  return TRUE;
}

const VbCliCommand vb_cli_check = {
  .name = "check",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Check that a plan is whole"),
  .description = N_ ("Nothing is changed. The exit status is 3 if the plan is damaged, made by a "
                     "newer version, or no plan at all."),
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run_check,
};

static gboolean
run_migrate (VbCliInvocation *invocation, GError **error)
{
  g_autoptr (VbCliDocument) document = vb_cli_open_document (invocation, error);

  /* Opening brings the working copy up to date. */
  return document != NULL && vb_cli_save_document (document, error);
}

const VbCliCommand vb_cli_migrate = {
  .name = "migrate",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Bring a plan made by an older version up to date"),
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run_migrate,
};
