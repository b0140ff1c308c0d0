/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "vb-potential-plot.h"

/* 2,230 short in 2023, balance in 2026. */
static const VbTrajectoryYear years[] = {
  { 17830, 17830, 17830, 15600, 15600, 15600 },
  { 17770, 17600, 17900, 16100, 16000, 16200 },
  { 17400, 17200, 17600, 16560, 16400, 16700 },
  { 16820, 16500, 17100, 16820, 16600, 17000 },
};

static void
assert_readout (VbDrawing *drawing, guint column, const char *expected)
{
  g_autofree char *readout = vb_drawing_dup_readout (drawing, column, 0);

  g_assert_cmpstr (readout, ==, expected);
}

static void
assert_described (VbDrawing *drawing, const char *words, gboolean is_there)
{
  g_autofree char *description = vb_drawing_dup_description (drawing);

  g_assert_true ((strstr (description, words) != NULL) == is_there);
}

static void
test_balance (void)
{
  VbTrajectory figures = { "Riket", 2023, 4, years, 10000, 2026, 0.58 };
  g_autoptr (VbDrawing) drawing = vb_potential_plot_new (&figures);
  g_autofree char *title = vb_drawing_dup_column_title (drawing, 3);

  g_assert_cmpstr (vb_drawing_get_subtitle (drawing), ==,
                   "Riket, base values and 80% of 10,000 draws");
  assert_readout (drawing, 0,
                  "2023: need 17,830, available 15,600, gap −2,230 shortage, "
                  "need P10–P90 17,830 to 17,830, available P10–P90 15,600 to 15,600");
  assert_readout (drawing, 3,
                  "2026: need 16,820, available 16,820, gap 0, need P10–P90 16,500 to 17,100, "
                  "available P10–P90 16,600 to 17,000, balance 2026, probability 58%");
  assert_described (drawing, "balance 2026, probability 58%.", TRUE);
  g_assert_cmpstr (title, ==, "Need P10");
  g_assert_cmpfloat (vb_drawing_get_number (drawing, 1, 3), ==, 17600);
  g_assert_cmpfloat (vb_drawing_get_number (drawing, 0, 7), ==, -2230);
}

/* Without draws there are no intervals, in picture, table and words. */
static void
test_base (void)
{
  VbTrajectoryYear base[2] = { { 412, NAN, NAN, 386, NAN, NAN }, { 405, NAN, NAN, 390, NAN, NAN } };
  VbTrajectory figures = { "Ward", 2026, 2, base, 0, 0, NAN };
  g_autoptr (VbDrawing) drawing = vb_potential_plot_new (&figures);

  g_assert_cmpstr (vb_drawing_get_subtitle (drawing), ==, "Ward");
  g_assert_cmpuint (vb_drawing_get_n_columns (drawing), ==, 4);
  assert_readout (drawing, 1, "2027: need 405, available 390, gap −15 shortage");
  assert_described (drawing, "no balance before 2028.", TRUE);
}

static void
test_no_years (void)
{
  VbTrajectory figures = { "Ward", 2026, 0, NULL, 0, 0, NAN };
  g_autoptr (VbDrawing) drawing = vb_potential_plot_new (&figures);

  g_assert_cmpuint (vb_drawing_get_n_rows (drawing), ==, 0);
  assert_described (drawing, "balance", FALSE);
}

/* 2,230 × 2 ÷ 3 = 1,487 planned, 1,864 short: 377 behind. */
static void
test_deviation (void)
{
  static const double planned[] = { -2230, -2230 * 2 / 3.0, -2230 / 3.0, 0 };
  static const double behind[] = { -2230, -1864, NAN, NAN };
  static const double ahead[] = { -2230, -1000, NAN, NAN };
  static const double none[] = { NAN, NAN, NAN, NAN };
  VbDeviationFigures figures = { "Riket", 2023, 4, planned, behind, NULL };
  g_autoptr (VbDrawing) drawing = vb_deviation_plot_new (&figures);
  g_autoptr (VbDrawing) before = NULL;
  g_autoptr (VbDrawing) unknown = NULL;
  g_autoptr (VbDrawing) exact = NULL;

  assert_readout (drawing, 1, "2024: plan −1,487, outcome −1,864, 377 behind");
  assert_readout (drawing, 2, "2025: plan −743, outcome –");
  assert_described (drawing, "2024: 377 behind.", TRUE);

  figures.outcome = ahead;
  before = vb_deviation_plot_new (&figures);
  assert_described (before, "2024: 487 ahead.", TRUE);
  figures.outcome = none;
  unknown = vb_deviation_plot_new (&figures);
  assert_described (unknown, "behind", FALSE);
  figures.outcome = planned;
  exact = vb_deviation_plot_new (&figures);
  assert_described (exact, "2026: as planned.", TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/potential-plot/balance", test_balance);
  g_test_add_func ("/report/potential-plot/base", test_base);
  g_test_add_func ("/report/potential-plot/no-years", test_no_years);
  g_test_add_func ("/report/potential-plot/deviation", test_deviation);
  return g_test_run ();
}
