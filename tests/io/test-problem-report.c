/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "vb-problem-report.h"

static void
assert_csv (GPtrArray *problems, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vb_problem_report_to_csv (problems, &error);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (size, ==, strlen (expected));
}

static void
test_none (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  assert_csv (NULL, "row,column,value,problem,expected\r\n");
  assert_csv (none, "row,column,value,problem,expected\r\n");
}

static void
test_quoting (void)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) vb_problem_free);

  g_ptr_array_add (problems, vb_problem_new (VB_PROBLEM_NOT_A_NUMBER, VB_PROBLEM_REFUSES_CELL, 3,
                                             "Vårddygn, \"netto\"", "två\nrader"));
  g_ptr_array_add (problems, vb_problem_new (VB_PROBLEM_DOUBLED_HEADER, VB_PROBLEM_REFUSES_COLUMN,
                                             0, "Beds", NULL));
  g_ptr_array_add (problems,
                   vb_problem_new (VB_PROBLEM_NO_FIGURE, VB_PROBLEM_REFUSES_ROW, 12, NULL, NULL));
  assert_csv (problems, "row,column,value,problem,expected\r\n"
                        "3,\"Vårddygn, \"\"netto\"\"\",\"två\nrader\",not a number,a number of at "
                        "least 0\r\n"
                        ",Beds,,header occurs twice,headers that differ\r\n"
                        "12,,,no figure,a figure in at least one column\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io/problem-report/none", test_none);
  g_test_add_func ("/io/problem-report/quoting", test_quoting);
  return g_test_run ();
}
