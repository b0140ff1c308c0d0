/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-focus-standing.h"

#include <math.h>

/* Which way is better decides what a change means; a target that is met is reached. */
static void
test_judge (void)
{
  static const VbFocusOutcome falling[] = { { 100, 6.1 }, { 465, 5.2 } };
  static const VbFocusOutcome level[] = { { 100, 3.0 }, { 465, 3.0 } };
  static const struct
  {
    const VbFocusOutcome *outcomes;
    guint n;
    double target;
    gboolean good_up;
    VbTrend trend;
    gboolean reached;
  } cases[] = {
    { falling, 2, 3.0, FALSE, VB_TREND_BETTER, FALSE },
    { falling, 2, 3.0, TRUE, VB_TREND_WORSE, TRUE },
    { falling, 2, 5.2, FALSE, VB_TREND_BETTER, TRUE },
    { falling, 2, NAN, FALSE, VB_TREND_BETTER, FALSE },
    { falling, 1, 7.0, FALSE, VB_TREND_UNKNOWN, TRUE },
    { level, 2, 3.0, TRUE, VB_TREND_SAME, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VbFocusStanding standing = vb_focus_standing_judge (cases[i].outcomes, cases[i].n,
                                                          cases[i].target, cases[i].good_up);

      g_assert_cmpint (standing.trend, ==, cases[i].trend);
      g_assert_cmpint (standing.reached, ==, cases[i].reached);
      g_assert_cmpfloat (standing.latest, ==, cases[i].outcomes[cases[i].n - 1].value);
      g_assert_cmpint (standing.day, ==, cases[i].outcomes[cases[i].n - 1].day);
    }
}

/* Nothing is not zero. */
static void
test_nothing (void)
{
  VbFocusStanding standing = vb_focus_standing_judge (NULL, 0, 3.0, TRUE);

  g_assert_cmpint (standing.day, ==, VB_DAY_NONE);
  g_assert_true (isnan (standing.latest));
  g_assert_true (isnan (standing.before));
  g_assert_cmpint (standing.trend, ==, VB_TREND_UNKNOWN);
  g_assert_false (standing.reached);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/focus-standing/judge", test_judge);
  g_test_add_func ("/document/focus-standing/nothing", test_nothing);

  return g_test_run ();
}
