/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import: a table file into a plan, as the window does it. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"
#include "vb-cli-population.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vb-error.h"
#include "vb-importer.h"
#include "vb-population-file.h"

typedef struct
{
  char *sheet;
  char **maps;
  char *unit_columns;
  char *under;
  char **care_types;
  char **skips;
  char *mapping;
  char *save_mapping;
  gboolean population;
  char *last_outcome;
  gboolean dry_run;
  char *report;
} Options;

static const GOptionEntry entries[] = {
  { "sheet", 's', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, sheet),
    N_ ("Read this sheet of a workbook; the first that holds a table if left out"), N_ ("SHEET") },
  { "map", 'm', 0, G_OPTION_ARG_STRING_ARRAY, VB_CLI_OPTION (Options, maps),
    N_ ("Read a column as a measure, for a child unit where @CHILD is given; may be repeated"),
    N_ ("COLUMN=MEASURE[@CHILD]") },
  { "unit-columns", 0, 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, unit_columns),
    N_ ("The columns that name the units, topmost level first"), N_ ("A,B,…") },
  { "under", 0, 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, under),
    N_ ("Hang the file's topmost units under this one; made as a nation if there is none"),
    N_ ("UNIT") },
  { "care-type", 0, 0, G_OPTION_ARG_STRING_ARRAY, VB_CLI_OPTION (Options, care_types),
    N_ ("Say what care the file’s units of this name, code or path give, a CHILD among them: "
        "somatic, geriatric, icu or psychiatric; may be repeated"),
    N_ ("UNIT=TYPE") },
  { "skip", 0, 0, G_OPTION_ARG_STRING_ARRAY, VB_CLI_OPTION (Options, skips),
    N_ ("Leave out the rows with this value in this column; may be repeated"),
    N_ ("COLUMN=VALUE") },
  { "mapping", 0, 0, G_OPTION_ARG_FILENAME, VB_CLI_OPTION (Options, mapping),
    N_ ("Use a mapping saved before"), N_ ("FILE") },
  { "save-mapping", 0, 0, G_OPTION_ARG_FILENAME, VB_CLI_OPTION (Options, save_mapping),
    N_ ("Save the mapping used"), N_ ("FILE") },
  { "population", 'p', 0, G_OPTION_ARG_NONE, VB_CLI_OPTION (Options, population),
    N_ ("Read a table of population, which from a file is recognised by its header"), NULL },
  { "last-outcome", 0, 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, last_outcome),
    N_ ("The last year of a table of population that was counted: later ones are projections"),
    N_ ("YEAR") },
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, VB_CLI_OPTION (Options, dry_run),
    N_ ("Read and report, but change nothing"), NULL },
  { "report", 'r', 0, G_OPTION_ARG_FILENAME, VB_CLI_OPTION (Options, report),
    N_ ("Write what was refused, and why, as CSV"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

/* Parts "COLUMN=VALUE" at the last '=', since a header may hold one itself. */
static gboolean
split_at_equals (
    const char *option, const char *text, char **before, const char **after, GError **error)
{
  const char *equals = strrchr (text, '=');

  if (equals == NULL || equals == text || equals[1] == '\0')
    {
      g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
                   _ ("%s: expected a column, = and a value, found “%s”"), option, text);
      return FALSE;
    }

  *before = g_strndup (text, (gsize) (equals - text));
  *after = equals + 1;
  return TRUE;
}

static gboolean
map_column (VbImporter *importer, const char *text, GError **error)
{
  g_autofree char *column = NULL;
  g_autofree char *key = NULL;
  const char *value, *child;
  const VbMeasure *measure;

  if (!split_at_equals ("--map", text, &column, &value, error))
    return FALSE;

  child = strchr (value, '@');
  key = child != NULL ? g_strndup (value, (gsize) (child - value)) : g_strdup (value);
  measure = vb_cli_parse_measure (key, error);
  return measure != NULL
         && vb_importer_map_measure (importer, column, measure->id,
                                     child != NULL ? child + 1 : NULL, error);
}

static gboolean
set_care_type (VbImporter *importer, const char *text, GError **error)
{
  const char *equals = strrchr (text, '=');
  g_autofree char *unit = NULL;
  VbCareType type;

  if (equals == NULL || equals == text)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
                   _ ("--care-type: expected a unit, = and a care type, found “%s”"), text);
      return FALSE;
    }
  if (!vb_cli_parse_care_type (equals + 1, &type, error))
    return FALSE;
  unit = g_strndup (text, (gsize) (equals - text));
  vb_importer_set_care_type (importer, unit, type);
  return TRUE;
}

static gboolean
load_mapping (VbImporter *importer, const Options *options, VbDocument *document, GError **error)
{
  g_autofree char *mapping = NULL;

  if (options->mapping != NULL)
    {
      if (!g_file_get_contents (options->mapping, &mapping, NULL, error))
        return FALSE;
    }
  else
    mapping = vb_document_get_mapping (document, vb_importer_get_mapping_key (importer));

  return mapping == NULL || vb_importer_load_mapping (importer, mapping, error);
}

static gboolean
apply_options (VbImporter *importer, const Options *options, VbDocument *document, GError **error)
{
  if (!load_mapping (importer, options, document, error))
    return FALSE;
  if (options->unit_columns != NULL)
    {
      g_auto (GStrv) names = g_strsplit (options->unit_columns, ",", -1);

      if (!vb_importer_set_unit_columns (importer, (const char *const *) names, error))
        return FALSE;
    }
  for (char **map = options->maps; map != NULL && *map != NULL; map++)
    if (!map_column (importer, *map, error))
      return FALSE;
  for (char **type = options->care_types; type != NULL && *type != NULL; type++)
    if (!set_care_type (importer, *type, error))
      return FALSE;
  for (char **skip = options->skips; skip != NULL && *skip != NULL; skip++)
    {
      g_autofree char *column = NULL;
      const char *value;

      if (!split_at_equals ("--skip", *skip, &column, &value, error)
          || !vb_importer_skip (importer, column, value, error))
        return FALSE;
    }
  if (options->under != NULL)
    vb_importer_set_under (importer, options->under);
  return TRUE;
}

static gboolean
save_mapping (VbImporter *importer, const char *path, GError **error)
{
  char *mapping = vb_importer_save_mapping (importer);
  g_autoptr (GBytes) bytes = g_bytes_new_take (mapping, strlen (mapping));

  return vb_cli_write_file (path, bytes, error);
}

/* Nothing is said of columns that such a table does not have. */
static gboolean
is_population (const Options *options, GFile *file)
{
  if (options->population || options->last_outcome != NULL)
    return TRUE;
  return file != NULL && options->maps == NULL && options->unit_columns == NULL
         && options->care_types == NULL && options->skips == NULL && options->mapping == NULL
         && options->save_mapping == NULL
         && vb_population_file_recognise (file, options->sheet, NULL);
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  const Options *options = invocation->options;
  g_autoptr (GFile) file = NULL;
  g_autoptr (VbCliDocument) document = vb_cli_open_document (invocation, error);
  g_autoptr (VbImporter) importer = NULL;
  g_autoptr (VbBatch) batch = NULL;
  VbTaken taken = { 0 };

  if (document == NULL)
    return FALSE;

  /* No file is standard input to the importer. */
  if (strcmp (invocation->arguments[1], "-") != 0)
    file = g_file_new_for_commandline_arg (invocation->arguments[1]);
  if (is_population (options, file))
    {
      const VbCliPopulationOptions population = { options->sheet, options->under, options->report,
                                                  options->last_outcome, options->dry_run };

      return vb_cli_import_population (document, file, &population, error);
    }
  importer = vb_importer_open (file, options->sheet, NULL, error);
  if (importer == NULL || !apply_options (importer, options, document, error))
    return FALSE;
  if (options->save_mapping != NULL && !save_mapping (importer, options->save_mapping, error))
    return FALSE;

  batch = vb_importer_read (importer, NULL, NULL, NULL, error);
  if (batch == NULL)
    return FALSE;
  if (options->report != NULL
      && !vb_cli_write_problems (options->report, vb_batch_get_problems (batch), error))
    return FALSE;
  vb_cli_tell_problems (vb_batch_get_problems (batch), options->report != NULL);
  vb_cli_print_message (_ ("Rows read %u, refused %u; figures %zu"), vb_batch_get_rows_read (batch),
                        vb_batch_get_rows_refused (batch), vb_batch_get_n_observations (batch));

  if (vb_batch_get_n_observations (batch) == 0)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("%s: nothing in it could be taken; expected columns of dates, units and "
                      "measures"),
                   invocation->arguments[1]);
      return FALSE;
    }
  if (options->dry_run)
    return TRUE;

  if (!vb_document_take_batch (document, batch, NULL, &taken, error))
    return FALSE;
  vb_cli_print_message (_ ("Units made %u; figures added %zu, replaced %zu, there already %zu"),
                        taken.units_made, taken.observations_added, taken.observations_replaced,
                        taken.observations_same);
  return taken.import_id == 0 || vb_cli_save_document (document, error);
}

const VbCliCommand vb_cli_import = {
  .name = "import",
  .arguments = N_ ("FILE TABLE"),
  .summary = N_ ("Read a CSV or XLSX table into a plan"),
  .description = N_ (
      "Encoding, delimiter, decimal sign, dates, units and measures are recognised; what is not "
      "is said by the options, and remembered in the plan for the next file with the same "
      "header. A bad value refuses its cell, a bad date its row, a doubled header or ambiguous "
      "decimals their column; the rest is taken. The COLUMN of a wide table is its name without "
      "the period, “*” where the columns are bare periods. The report has the columns row, "
      "column, value, problem, expected. A table of population (age, year or a column a year, "
      "inhabitants; bed days of somatic care, ICU or psychiatry) is known by its header and "
      "refused whole when it has a fault; --under then says whose it is where it names no unit."),
  .entries = entries,
  .options_size = sizeof (Options),
  .min_arguments = 2,
  .max_arguments = 2,
  .run = run,
};
