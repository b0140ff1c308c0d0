/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-cli-calc.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
vb_cli_calc_layout_free (VbCliCalcLayout *self)
{
  g_strfreev (self->names);
  g_free (self->sources);
  g_free (self);
}

VbCliCalcLayout *
vb_cli_calc_layout_new (const VbCliInput *input, const char *const *order, const gboolean *result)
{
  VbCliCalcLayout *self = g_new0 (VbCliCalcLayout, 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < vb_cli_input_get_n_columns (input); i++)
    {
      int source = (int) i;

      g_ptr_array_add (names, g_strdup (vb_cli_input_get_column (input, i)));
      g_array_append_val (sources, source);
    }

  for (int i = 0; order[i] != NULL; i++)
    {
      guint at;
      int source = -1 - i;

      if (!result[i])
        continue;

      if (g_ptr_array_find_with_equal_func (names, order[i], g_str_equal, &at))
        {
          g_array_index (sources, int, at) = source;
          continue;
        }
      if (i == 0 || !g_ptr_array_find_with_equal_func (names, order[i - 1], g_str_equal, &at))
        at = names->len - 1;
      g_ptr_array_insert (names, (int) at + 1, g_strdup (order[i]));
      g_array_insert_val (sources, at + 1, source);
    }

  self->n = names->len;
  self->names = (GStrv) g_ptr_array_steal (names, NULL);
  self->sources = (int *) g_array_steal (sources, NULL);
  return self;
}

static gboolean
read_row (const VbCliCalc *calc,
          const VbCliInput *input,
          guint row,
          const int *columns,
          double *values,
          GError **error)
{
  for (guint i = 0; calc->columns[i].name != NULL; i++)
    {
      const VbCliCalcColumn *column = &calc->columns[i];

      values[i] = NAN;
      if (column->role == VB_CLI_CALC_RESULT)
        continue;

      if (!vb_cli_input_get_number (input, row, (guint) columns[i], column->min, column->max,
                                    _ (column->expected), &values[i], error))
        return FALSE;
      if (column->role == VB_CLI_CALC_INTEGER && values[i] != rint (values[i]))
        return vb_cli_input_refuse (input, row, (guint) columns[i], _ (column->expected), error);
    }

  return TRUE;
}

gboolean
vb_cli_calc_run (VbCliInvocation *invocation, GError **error)
{
  const VbCliCalc *calc = invocation->command->data;
  const char *order[VB_CLI_CALC_MAX_COLUMNS + 1] = { NULL };
  gboolean result[VB_CLI_CALC_MAX_COLUMNS];
  int columns[VB_CLI_CALC_MAX_COLUMNS];
  g_autoptr (VbCliInput) input = vb_cli_input_read (invocation->arguments[0], error);
  g_autoptr (VbCliCalcLayout) layout = NULL;
  VbTableWriter *table;

  if (input == NULL)
    return FALSE;

  for (guint i = 0; calc->columns[i].name != NULL; i++)
    {
      order[i] = calc->columns[i].name;
      result[i] = calc->columns[i].role == VB_CLI_CALC_RESULT;
      columns[i] = -1;
      if (!result[i])
        {
          columns[i] = vb_cli_input_require_column (input, order[i], error);
          if (columns[i] < 0)
            return FALSE;
        }
    }

  layout = vb_cli_calc_layout_new (input, order, result);
  table = vb_cli_begin_table (invocation, (const char *const *) layout->names);

  for (guint row = 0; row < vb_cli_input_get_n_rows (input); row++)
    {
      double values[VB_CLI_CALC_MAX_COLUMNS];

      if (!read_row (calc, input, row, columns, values, error))
        return FALSE;
      if (!calc->compute (values, error))
        {
          vb_cli_input_prefix_error (input, row, error);
          return FALSE;
        }

      for (guint i = 0; i < layout->n; i++)
        {
          int source = layout->sources[i];

          if (source >= 0)
            vb_table_writer_add_cell (table, vb_cli_input_get_text (input, row, (guint) source));
          else
            vb_table_writer_add_number (table, values[-1 - source]);
        }
    }

  return TRUE;
}
