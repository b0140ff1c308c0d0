/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-problem.h"

static void
test_words (void)
{
  for (int kind = 0; kind < VB_N_PROBLEM_KINDS; kind++)
    {
      g_assert_cmpuint (strlen (vb_problem_kind_get_problem (kind)), >, 0);
      g_assert_cmpuint (strlen (vb_problem_kind_get_expected (kind)), >, 0);
      for (int other = 0; other < kind; other++)
        g_assert_cmpstr (vb_problem_kind_get_problem (kind), !=,
                         vb_problem_kind_get_problem (other));
    }
}

static void
test_copies (void)
{
  char column[] = "Datum";
  g_autoptr (VbProblem) problem =
      vb_problem_new (VB_PROBLEM_NOT_A_DATE, VB_PROBLEM_REFUSES_ROW, 8, column, NULL);

  column[0] = '?';
  g_assert_cmpstr (problem->column, ==, "Datum");
  g_assert_null (problem->value);
  g_assert_cmpuint (problem->row, ==, 8);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/problem/words", test_words);
  g_test_add_func ("/model/problem/copies", test_copies);
  return g_test_run ();
}
