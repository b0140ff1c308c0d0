/* SPDX-License-Identifier: GPL-3.0-or-later */
/* units: the organisation. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"
#include "vb-cli-rows.h"

#include <glib/gi18n-lib.h>

const char *const vb_cli_unit_columns[] = { "path", "name",        "kind", "care_type",
                                            "code", "parent_path", NULL };

static void
add_units (VbTableWriter *table, GListModel *units, const char *parent_path)
{
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (units, i);
      g_autofree char *path = vb_unit_dup_path (unit);

      vb_table_writer_add_text (table, path);
      vb_table_writer_add_text (table, vb_unit_get_name (unit));
      vb_table_writer_add_text (table, vb_unit_kind_to_id (vb_unit_get_kind (unit)));
      vb_table_writer_add_text (table, vb_care_type_to_id (vb_unit_get_care_type (unit)));
      vb_table_writer_add_text (table, vb_unit_get_code (unit));
      vb_table_writer_add_text (table, parent_path);
      add_units (table, vb_unit_get_children (unit), path);
    }
}

void
vb_cli_add_units (VbTableWriter *table, VbDocument *document)
{
  add_units (table, vb_document_get_roots (document), NULL);
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  g_autoptr (VbCliDocument) document = vb_cli_open_document (invocation, error);

  if (document == NULL)
    return FALSE;

  vb_cli_add_units (vb_cli_begin_table (invocation, vb_cli_unit_columns), document);
  return TRUE;
}

const VbCliCommand vb_cli_units = {
  .name = "units",
  .arguments = N_ ("FILE"),
  .summary = N_ ("List the units of a plan"),
  .description = N_ ("A parent stands before its children. The care type is the one in force: a "
                     "unit that says none itself has its parent's."),
  .min_arguments = 1,
  .max_arguments = 1,
  .has_table = TRUE,
  .run = run,
};
