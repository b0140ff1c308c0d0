/* SPDX-License-Identifier: GPL-3.0-or-later */
/* info: what a plan holds. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"

#include <glib/gi18n-lib.h>

#include "vb-import.h"

static void
add_text (VbTableWriter *table, const char *property, const char *value)
{
  vb_table_writer_add_text (table, property);
  vb_table_writer_add_text (table, value);
}

static void
add_count (VbTableWriter *table, const char *property, gint64 value)
{
  vb_table_writer_add_text (table, property);
  vb_table_writer_add_integer (table, value);
}

/* Whether any of @units, or of what is below them, has figures of @measure. */
static gboolean
is_measured (VbDocument *document, GListModel *units, VbMeasureId measure, guint grains)
{
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (units, i);

      for (guint grain = 0; grain < VB_N_GRAINS; grain++)
        if (grains & (1u << grain))
          {
            g_autoptr (GArray) series = vb_document_read_series (document, vb_unit_get_id (unit),
                                                                 measure, (VbGrain) grain, NULL);

            if (series != NULL && series->len > 0)
              return TRUE;
          }
      if (is_measured (document, vb_unit_get_children (unit), measure, grains))
        return TRUE;
    }
  return FALSE;
}

static void
add_measures (VbTableWriter *table, VbDocument *document)
{
  guint grains = vb_document_get_grains (document);
  const VbMeasure *const *measures;
  guint n;

  measures = vb_measure_list (&n);
  for (guint i = 0; i < n; i++)
    if (is_measured (document, vb_document_get_roots (document), measures[i]->id, grains))
      add_text (table, "measure", measures[i]->key);
}

static void
add_imports (VbTableWriter *table, GListModel *imports)
{
  for (guint i = 0; i < g_list_model_get_n_items (imports); i++)
    {
      g_autoptr (VbImport) import = g_list_model_get_item (imports, i);

      add_text (table, "import", vb_import_get_source_name (import));
    }
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  static const char *const columns[] = { "property", "value", NULL };
  g_autoptr (VbCliDocument) document = vb_cli_open_document (invocation, error);
  VbTableWriter *table;
  VbDay first, end;
  guint grains;

  if (document == NULL)
    return FALSE;

  table = vb_cli_begin_table (invocation, columns);
  add_count (table, "schema", vb_document_get_schema (document));
  add_count (table, "units", vb_document_get_n_units (document));
  if (vb_document_get_extent (document, &first, &end))
    {
      g_autofree char *from = vb_day_to_iso (first);
      g_autofree char *to = vb_day_to_iso (end - 1);

      add_text (table, "first_day", from);
      add_text (table, "last_day", to);
    }
  grains = vb_document_get_grains (document);
  for (guint grain = 0; grain < VB_N_GRAINS; grain++)
    if (grains & (1u << grain))
      add_text (table, "grain", vb_grain_to_id ((VbGrain) grain));
  add_measures (table, document);
  add_count (table, "imports", g_list_model_get_n_items (vb_document_get_imports (document)));
  add_imports (table, vb_document_get_imports (document));
  return TRUE;
}

const VbCliCommand vb_cli_info = {
  .name = "info",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Tell what a plan holds"),
  .description = N_ ("Rows of property and value: schema, units, first_day, last_day, imports, and "
                     "a row for each grain, measure and imported file."),
  .min_arguments = 1,
  .max_arguments = 1,
  .has_table = TRUE,
  .run = run,
};
