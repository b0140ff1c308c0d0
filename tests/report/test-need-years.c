/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-need-years.h"

#include <math.h>
#include <string.h>

#include "vb-ranking.h"

static void
assert_readout (VbDrawing *drawing, guint column, guint row, const char *expected)
{
  g_autofree char *readout = vb_drawing_dup_readout (drawing, column, row);

  g_assert_cmpstr (readout, ==, expected);
}

/* A reference number is said in its year, with who decided it, and nowhere else. */
static void
test_years (void)
{
  static const VbNeedYear years[] = {
    { 411, 381, NAN, NULL },
    { 412, 386, 408, "regional board 2025-11-05" },
    { NAN, NAN, 415, NULL },
  };
  g_autoptr (VbDrawing) drawing = vb_need_years_new ("Region", 2025, years, 3);
  g_autofree char *missing = vb_drawing_dup_cell (drawing, 0, 3);

  assert_readout (drawing, 0, 0, "2025: need 411, available 381, gap −30 shortage");
  assert_readout (drawing, 1, 0,
                  "2026: need 412, available 386, reference number 408 "
                  "(decided by regional board 2025-11-05), gap −26 shortage");
  assert_readout (drawing, 2, 0, "2027: need –, available –, reference number 415, gap –");
  g_assert_cmpstr (missing, ==, "–");
}

static void
test_without_references (void)
{
  static const VbNeedYear years[] = { { 412, 386, NAN, NULL } };
  g_autoptr (VbDrawing) drawing = vb_need_years_new ("Region", 2026, years, 1);

  g_assert_cmpuint (vb_drawing_get_n_columns (drawing), ==, 4);
}

/* Years of a scenario say so, and a year that has only begun how much there is of it. */
static void
test_scenario (void)
{
  static const VbNeedYear years[] = {
    { 400, 380, NAN, NULL, .missing = 0.83 },
    { 411, 381, NAN, NULL },
    { 405, 390, NAN, NULL, .ahead = TRUE },
  };
  g_autoptr (VbDrawing) drawing = vb_need_years_new ("Region", 2025, years, 3);
  g_autofree char *words = vb_drawing_dup_description (drawing);

  assert_readout (drawing, 1, 0, "2026: need 411, available 381, gap −30 shortage");
  assert_readout (drawing, 2, 0, "2027: need 405 (scenario), available 390, gap −15 shortage");
  g_assert_nonnull (strstr (words, "2025: only 17% of the days."));
  g_assert_nonnull (strstr (words, "2026: scenario."));
}

/* In the order given; whiskers only where something is uncertain. */
static void
test_sisters (void)
{
  static const VbNeedSister sisters[] = {
    { 3, "Small", -0.1, -0.19, 0, TRUE },
    { 2, "Surplus", 0.094, 0.094, 0.094, FALSE },
    { 1, "Unknown", NAN, NAN, NAN, FALSE },
  };
  g_autoptr (VbDrawing) drawing =
      vb_need_sisters_new ("2026", VB_NEED_SISTERS_BY_GAP, sisters, G_N_ELEMENTS (sisters));

  assert_readout (drawing, 0, 0, "Small: −10.0% shortage (−19.0% to 0.0%)");
  assert_readout (drawing, 0, 1, "Surplus: +9.4% surplus");
  g_assert_cmpint (vb_ranking_get_row_id (VB_RANKING (drawing), 0), ==, 3);
  g_assert_true (isnan (vb_drawing_get_number (drawing, 2, 1)));
  g_assert_nonnull (strstr (vb_drawing_get_subtitle (drawing), "rounding"));
}

/* Rates are no gaps: no sign, no word. */
static void
test_sisters_by_rate (void)
{
  static const VbNeedSister sisters[] = {
    { 3, "Few", 1.7, 1.65, 1.75, TRUE },
    { 2, "More", 2.1, 2.1, 2.1, FALSE },
  };
  g_autoptr (VbDrawing) drawing =
      vb_need_sisters_new ("2025", VB_NEED_SISTERS_BY_RATE, sisters, G_N_ELEMENTS (sisters));

  assert_readout (drawing, 0, 0, "Few: 1.70 (1.65 to 1.75)");
  assert_readout (drawing, 0, 1, "More: 2.10");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/need-years/years", test_years);
  g_test_add_func ("/report/need-years/without-references", test_without_references);
  g_test_add_func ("/report/need-years/scenario", test_scenario);
  g_test_add_func ("/report/need-years/sisters", test_sisters);
  g_test_add_func ("/report/need-years/sisters-by-rate", test_sisters_by_rate);
  return g_test_run ();
}
