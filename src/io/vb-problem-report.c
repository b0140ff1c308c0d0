/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-problem-report.h"

#include <math.h>

#include "vb-table-exporter.h"

GBytes *
vb_problem_report_to_csv (GPtrArray *problems, GError **error)
{
  static const char *const headers[] = { "row", "column", "value", "problem", "expected", NULL };
  g_autoptr (VbTableExporter) table = vb_table_exporter_new (NULL, headers);

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const VbProblem *problem = g_ptr_array_index (problems, i);

      vb_table_exporter_add_number (table, problem->row > 0 ? problem->row : (double) NAN);
      vb_table_exporter_add_text (table, problem->column);
      vb_table_exporter_add_text (table, problem->value);
      vb_table_exporter_add_text (table, vb_problem_kind_get_problem (problem->kind));
      vb_table_exporter_add_text (table, vb_problem_kind_get_expected (problem->kind));
    }
  return vb_table_exporter_to_bytes (table, VB_TABLE_FORMAT_CSV, error);
}
