/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calc pooling. */
#include "vb-cli-calc.h"
#include "vb-cli-commands.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-queueing.h"

/* "10:8;12:10": beds and offered load of each ward. FALSE when it is not that. */
static gboolean
parse_wards (const char *text, GArray *wards)
{
  g_auto (GStrv) cells = g_strsplit (text, ";", -1);
  guint64 beds_of_all = 0;
  double load_of_all = 0;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_strstrip (cells[i]), ":", -1);
      VbQueueingWard ward = { 0 };
      guint64 beds;
      char *end;

      if (g_strv_length (parts) != 2
          || !g_ascii_string_to_unsigned (parts[0], 10, 1, VB_QUEUEING_MAX_BEDS, &beds, NULL))
        return FALSE;

      ward.beds = (double) beds;
      ward.load = g_ascii_strtod (parts[1], &end);
      if (!g_ascii_isdigit (*parts[1]) || *end != '\0' || !isfinite (ward.load)
          || ward.load > VB_QUEUEING_MAX_BEDS)
        return FALSE;

      beds_of_all += beds;
      load_of_all += ward.load;
      g_array_append_val (wards, ward);
    }

  return load_of_all > 0 && beds_of_all <= VB_QUEUEING_MAX_BEDS;
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  static const char *const order[] = {
    "wards_beds:load",
    "refused_separate",
    "refused_pooled_same_beds",
    "beds_pooled_for_same_refusal",
    "beds_saved",
    NULL,
  };
  static const gboolean is_result[] = { FALSE, TRUE, TRUE, TRUE, TRUE };
  g_autoptr (VbCliInput) input = vb_cli_input_read (invocation->arguments[0], error);
  g_autoptr (VbCliCalcLayout) layout = NULL;
  VbTableWriter *table;
  int column;

  if (input == NULL)
    return FALSE;
  column = vb_cli_input_require_column (input, order[0], error);
  if (column < 0)
    return FALSE;

  layout = vb_cli_calc_layout_new (input, order, is_result);
  table = vb_cli_begin_table (invocation, (const char *const *) layout->names);

  for (guint row = 0; row < vb_cli_input_get_n_rows (input); row++)
    {
      g_autoptr (GArray) wards = g_array_new (FALSE, FALSE, sizeof (VbQueueingWard));
      VbQueueingPooling pooling;

      if (!parse_wards (vb_cli_input_get_text (input, row, (guint) column), wards))
        return vb_cli_input_refuse (input, row, (guint) column,
                                    _ ("wards as beds:load, as in 10:8;12:10"), error);
      if (!vb_queueing_pool ((const VbQueueingWard *) wards->data, wards->len, &pooling, error))
        {
          vb_cli_input_prefix_error (input, row, error);
          return FALSE;
        }

      for (guint i = 0; i < layout->n; i++)
        switch (layout->sources[i])
          {
          case -2:
            vb_table_writer_add_number (table, pooling.refused_separate);
            break;
          case -3:
            vb_table_writer_add_number (table, pooling.refused_pooled);
            break;
          case -4:
            vb_table_writer_add_integer (table, pooling.beds_pooled);
            break;
          case -5:
            vb_table_writer_add_integer (table, (gint64) pooling.beds_saved);
            break;
          default:
            vb_table_writer_add_cell (
                table, vb_cli_input_get_text (input, row, (guint) layout->sources[i]));
          }
    }

  return TRUE;
}

const VbCliCommand vb_cli_calc_pooling = {
  .name = "calc pooling",
  .arguments = VB_CLI_CALC_ARGUMENTS,
  .summary = N_ ("What wards gain by sharing their beds"),
  .description = N_ ("Input column: wards_beds:load, beds and offered load of each ward, as in "
                     "10:8;12:10.\n\nAdds refused_separate, refused_pooled_same_beds, "
                     "beds_pooled_for_same_refusal and beds_saved (Erlang B)."),
  .max_arguments = 1,
  .has_table = TRUE,
  .run = run,
};
