/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-breakdown-plot.h"

#include <math.h>

#include "vb-pairs.h"

static const VbBreakdownShare shares[] = {
  { 11, "Central", 214, 238, FALSE },
  { 12, "North", 102, 110, TRUE },
};

static void
test_shares (void)
{
  g_autoptr (VbDrawing) drawing =
      vb_breakdown_plot_new ("Region", 348, "bed days", shares, G_N_ELEMENTS (shares), 0);
  g_autofree char *readout = vb_drawing_dup_readout (drawing, 0, 1);

  g_assert_cmpstr (vb_drawing_get_subtitle (drawing), ==,
                   "Region, 348 beds shared out by bed days");
  g_assert_cmpuint (vb_drawing_get_n_rows (drawing), ==, 2);
  g_assert_cmpstr (readout, ==, "North: 102 → 110, +8, locked");
  g_assert_cmpint (vb_pairs_get_row_id (VB_PAIRS (drawing), 1), ==, 12);
}

/* What nobody got is a row of its own, so that the column adds up. */
static void
test_residual (void)
{
  g_autoptr (VbDrawing) drawing =
      vb_breakdown_plot_new ("Region", 351, "bed days", shares, G_N_ELEMENTS (shares), 3);
  double sum = 0;

  for (guint row = 0; row < vb_drawing_get_n_rows (drawing); row++)
    sum += vb_drawing_get_number (drawing, row, 2);
  g_assert_cmpfloat (sum, ==, 351);
  g_assert_cmpint (vb_pairs_get_row_id (VB_PAIRS (drawing), 2), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/breakdown-plot/shares", test_shares);
  g_test_add_func ("/report/breakdown-plot/residual", test_residual);
  return g_test_run ();
}
