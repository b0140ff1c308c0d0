/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-problem-report.h"

#include <string.h>

static void
append_cell (GString *text, const char *cell, gboolean last)
{
  if (cell != NULL && strpbrk (cell, ",\"\r\n") != NULL)
    {
      g_string_append_c (text, '"');
      for (const char *c = cell; *c != '\0'; c++)
        {
          if (*c == '"')
            g_string_append_c (text, '"');
          g_string_append_c (text, *c);
        }
      g_string_append_c (text, '"');
    }
  else if (cell != NULL)
    g_string_append (text, cell);
  g_string_append (text, last ? "\r\n" : ",");
}

GBytes *
vb_problem_report_to_csv (GPtrArray *problems)
{
  GString *text = g_string_new ("row,column,value,problem,expected\r\n");

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const VbProblem *problem = g_ptr_array_index (problems, i);

      if (problem->row > 0)
        g_string_append_printf (text, "%u", problem->row);
      g_string_append_c (text, ',');
      append_cell (text, problem->column, FALSE);
      append_cell (text, problem->value, FALSE);
      append_cell (text, vb_problem_kind_get_problem (problem->kind), FALSE);
      append_cell (text, vb_problem_kind_get_expected (problem->kind), TRUE);
    }
  return g_string_free_to_bytes (text);
}
