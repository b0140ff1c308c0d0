/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-waterfall.h"

#include <math.h>

static void
assert_readout (VbDrawing *drawing, guint column, const char *expected)
{
  g_autofree char *readout = vb_drawing_dup_readout (drawing, column, 0);

  g_assert_cmpstr (readout, ==, expected);
}

/* 1,220 of capacity and 1,010 of need close 2,230. */
static void
test_nation (void)
{
  static const VbWaterfallStep steps[] = {
    { VB_WATERFALL_GAP, "Gap 2023", -2230 },
    { VB_WATERFALL_CAPACITY, "Capacity", 1220 },
    { VB_WATERFALL_NEED, "Need", 1010 },
    { VB_WATERFALL_GAP, "Gap 2026", 0 },
  };
  g_autoptr (VbDrawing) drawing = VB_DRAWING (vb_waterfall_new ("W", NULL, steps, 4));

  assert_readout (drawing, 0, "Gap 2023: −2,230 shortage");
  assert_readout (drawing, 1, "Capacity (capacity): +1,220, gap −1,010 shortage");
  assert_readout (drawing, 2, "Need (need): +1,010, gap 0");
  assert_readout (drawing, 3, "Gap 2026: 0");
}

/* Whatever the figures: what is shown adds up to what is shown, without a tenth to spare. */
static void
test_shown_adds_up (void)
{
  for (guint i = 0; i < 500; i++)
    {
      guint n = (guint) g_test_rand_int_range (2, 12);
      double scale = pow (10, g_test_rand_double_range (0, 4));
      g_autofree VbWaterfallStep *steps = g_new0 (VbWaterfallStep, n);
      g_autoptr (VbDrawing) drawing = NULL;
      double level = 0, sum = 0;

      for (guint j = 0; j < n; j++)
        {
          double beds = g_test_rand_double_range (-scale, scale);

          steps[j] = (VbWaterfallStep){ j == 0 || j + 1 == n ? VB_WATERFALL_GAP
                                        : j % 2 == 0         ? VB_WATERFALL_NEED
                                                             : VB_WATERFALL_CAPACITY,
                                        "Step", beds };
          if (j + 1 == n)
            steps[j].beds = level;
          level += beds;
        }
      drawing = VB_DRAWING (vb_waterfall_new ("W", NULL, steps, n));
      for (guint j = 0; j < n; j++)
        {
          double shown = vb_drawing_get_number (drawing, j, 1);

          /* Never more than the rounding of two levels away from the figure itself. */
          g_assert_cmpfloat (fabs (shown - steps[j].beds), <=, scale >= 1000 ? 1.0001 : 1.01);
          if (j + 1 < n)
            sum += shown;
        }
      g_assert_cmpfloat_with_epsilon (sum, vb_drawing_get_number (drawing, n - 1, 1), 1e-6);
    }
}

static void
test_tenths (void)
{
  static const VbWaterfallStep steps[] = {
    { VB_WATERFALL_GAP, "Start", -3.26 },
    { VB_WATERFALL_NEED, "Need", 1.04 },
    { VB_WATERFALL_CAPACITY, "Unknown", NAN },
    { VB_WATERFALL_GAP, "End", -2.22 },
  };
  g_autoptr (VbDrawing) drawing = VB_DRAWING (vb_waterfall_new ("W", NULL, steps, 4));
  g_autofree char *missing = vb_drawing_dup_cell (drawing, 2, 1);

  assert_readout (drawing, 1, "Need (need): +1.1, gap −2.2 shortage");
  g_assert_cmpstr (missing, ==, "–");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/waterfall/nation", test_nation);
  g_test_add_func ("/paint/waterfall/shown-adds-up", test_shown_adds_up);
  g_test_add_func ("/paint/waterfall/tenths", test_tenths);
  return g_test_run ();
}
