/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calc largest-remainder. */
#include "vb-cli-calc.h"
#include "vb-cli-commands.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-error.h"
#include "vb-rounding.h"

typedef struct
{
  char *total;
} Options;

static const GOptionEntry entries[] = {
  { "total", 't', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, total),
    N_ ("The whole number that the result adds up to"), N_ ("N") },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  static const char *const order[] = { "name", "weight", "locked", "number", NULL };
  static const gboolean is_result[] = { FALSE, FALSE, FALSE, TRUE };
  const Options *options = invocation->options;
  g_autoptr (VbCliInput) input = NULL;
  g_autoptr (VbCliCalcLayout) layout = NULL;
  g_autofree double *weights = NULL;
  g_autofree gint64 *locked = NULL;
  g_autofree gint64 *numbers = NULL;
  VbTableWriter *table;
  gint64 total;
  guint n_rows;
  int weight_column, locked_column;

  if (options->total == NULL)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_USAGE, _ ("The option --total is missing"));
      return FALSE;
    }
  if (!g_ascii_string_to_signed (options->total, 10, 0, G_MAXINT32, &total, NULL))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
                   _ ("--total: expected a whole number of at least 0, found “%s”"),
                   options->total);
      return FALSE;
    }

  input = vb_cli_input_read (invocation->arguments[0], error);
  if (input == NULL || vb_cli_input_require_column (input, "name", error) < 0)
    return FALSE;
  weight_column = vb_cli_input_require_column (input, "weight", error);
  if (weight_column < 0)
    return FALSE;
  locked_column = vb_cli_input_find_column (input, "locked");

  n_rows = vb_cli_input_get_n_rows (input);
  weights = g_new (double, n_rows + 1);
  locked = g_new (gint64, n_rows + 1);
  for (guint row = 0; row < n_rows; row++)
    {
      gint32 lock = -1;

      if (!vb_cli_input_get_number (input, row, (guint) weight_column, 0, G_MAXDOUBLE,
                                    _ ("a number of at least 0"), &weights[row], error))
        return FALSE;
      if (locked_column >= 0 && *vb_cli_input_get_text (input, row, (guint) locked_column) != '\0'
          && !vb_cli_input_get_integer (input, row, (guint) locked_column, 0, G_MAXINT32,
                                        _ ("a whole number of at least 0, or nothing"), &lock,
                                        error))
        return FALSE;
      locked[row] = lock;
    }

  numbers = vb_largest_remainder (weights, locked, n_rows, total, error);
  if (numbers == NULL)
    return FALSE;

  layout = vb_cli_calc_layout_new (input, order, is_result);
  table = vb_cli_begin_table (invocation, (const char *const *) layout->names);
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < layout->n; i++)
      {
        if (layout->sources[i] < 0)
          vb_table_writer_add_integer (table, numbers[row]);
        else
          vb_table_writer_add_cell (table,
                                    vb_cli_input_get_text (input, row, (guint) layout->sources[i]));
      }

  return TRUE;
}

const VbCliCommand vb_cli_calc_largest_remainder = {
  .name = "calc largest-remainder",
  .arguments = VB_CLI_CALC_ARGUMENTS,
  .summary = N_ ("Whole numbers in proportion to weights that add up to a total"),
  .description =
      N_ ("Input columns: name, weight, and if wanted locked: the number of a row that is fixed, "
          "empty where it is free.\n\nAdds number (Hamilton's method: each row the whole part of "
          "its quota, the rest to the largest remainders, ties to the earlier row)."),
  .entries = entries,
  .options_size = sizeof (Options),
  .max_arguments = 1,
  .has_table = TRUE,
  .run = run,
};
