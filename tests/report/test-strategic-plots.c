/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Population, scenarios and the cost of a target occupancy. */
#include <math.h>
#include <string.h>

#include "vb-occupancy-cost.h"
#include "vb-population-plot.h"
#include "vb-scenario-plot.h"
#include "vb-ward-targets.h"

static void
assert_readout (VbDrawing *drawing, guint column, guint row, const char *expected)
{
  g_autofree char *readout = vb_drawing_dup_readout (drawing, column, row);

  g_assert_cmpstr (readout, ==, expected);
}

/* The three parts add up to what is shown as the change. */
static void
test_population (void)
{
  static const VbPopulationYear years[] = {
    { 2027, 415, 2, 4, -3 },
    { 2028, NAN, NAN, NAN, NAN },
    { 2029, 421, 5, 10, -6 },
  };
  g_autoptr (VbDrawing) drawing = vb_population_plot_new ("Region", 2026, 412, years, 3);

  g_assert_cmpstr (vb_drawing_get_subtitle (drawing), ==, "Region, need 412 in 2026, 421 in 2029");
  assert_readout (drawing, 0, 0,
                  "2027: change of need +3, population size +2, ageing +4, consumption −3");
  assert_readout (drawing, 1, 0,
                  "2028: change of need –, population size –, ageing –, consumption –");
  g_assert_cmpfloat (vb_drawing_get_number (drawing, 2, 4), ==, 9);
}

static void
test_ages (void)
{
  static const VbAgeGroupUse groups[] = { { "0–17", 105, 112 }, { "85–", 3650, NAN } };
  g_autoptr (VbDrawing) drawing = vb_age_plot_new ("Region, 2026", groups, 2, TRUE);
  g_autoptr (VbDrawing) together = NULL;

  assert_readout (drawing, 0, 0, "0–17: women 105, men 112");
  assert_readout (drawing, 1, 0, "85–: women 3,650, men –");
  g_assert_cmpuint (vb_drawing_get_n_columns (drawing), ==, 3);

  together = vb_age_plot_new ("Region, 2026", groups, 2, FALSE);
  assert_readout (together, 0, 0, "0–17: everybody 105");
  g_assert_cmpuint (vb_drawing_get_n_columns (together), ==, 2);
}

static void
test_scenarios (void)
{
  static const double plan[] = { -2230, -1010, 0 };
  static const double stays[] = { -2230, -1500, NAN };
  static const VbScenarioCourse courses[] = {
    { "Plan A", plan, 2025, TRUE },
    { "Need stays", stays, 0, FALSE },
  };
  g_autoptr (VbDrawing) drawing = vb_scenario_plot_new ("Riket", 2023, 3, courses, 2);
  g_autofree char *description = vb_drawing_dup_description (drawing);
  guint columns, rows;

  vb_drawing_get_stops (drawing, &columns, &rows);
  g_assert_cmpuint (columns, ==, 3);
  g_assert_cmpuint (rows, ==, 2);
  assert_readout (drawing, 0, 0, "Plan A, 2023: −2,230 shortage");
  assert_readout (drawing, 1, 1, "Need stays, 2024: −1,500 shortage");
  assert_readout (drawing, 2, 1, "Need stays, 2025: –");
  g_assert_nonnull (strstr (description, "Plan A: plan, balance 2025."));
  g_assert_nonnull (strstr (description, "Need stays: no balance before 2025."));
  g_assert_cmpfloat (vb_drawing_get_number (drawing, 1, 2), ==, -1500);
}

/* 23.5 patients at 85 % need 27.6 beds; 27 are available. */
static void
test_cost (void)
{
  static const VbOccupancyCost costs[] = { { 0.95, 23.5 / 0.95, 0.4, 0.4, NAN, NAN },
                                           { 0.85, 23.5 / 0.85, 0.2013, NAN, NAN, NAN } };
  static const VbOccupancyCost unlikely[] = { { 0.85, 438, 0.21, 0.00002, 3.5, 0.01, 15 },
                                              { 0.8, NAN, NAN, NAN, NAN, NAN } };
  static const VbOccupancyCostUnit units[] = {
    { "Ward", 23.5, 27, 0.85, costs, 2 },
    { "Nothing asked", 10, 10, NAN, NULL, 0 },
    { "Region", 372.5, 386, NAN, unlikely, 2 },
  };
  g_autoptr (VbDrawing) drawing = vb_occupancy_cost_new ("2026", units, 3);

  g_assert_cmpuint (vb_drawing_get_n_rows (drawing), ==, 4);
  assert_readout (drawing, 0, 0, "Ward at 95%: 24.7 beds needed, gap +2.3 surplus, risk 40%");
  assert_readout (drawing, 0, 1, "Ward at 85%: 27.6 beds needed, gap −0.60 shortage, risk 20%");
  /* Hardly ever is not never. */
  assert_readout (
      drawing, 0, 2,
      "Region at 85%: 438 beds needed, gap −52 shortage, risk 21% with 15 more for whole beds in "
      "each unit, < 0.1% if all beds were shared");
  assert_readout (drawing, 0, 3, "Region at 80%: – beds needed, gap –, risk –");
}

static void
test_ward_targets (void)
{
  static const VbWardTarget wards[] = {
    { "Large", 100, 0.85, FALSE },
    { "Unknown", NAN, NAN, FALSE },
    { "Small", 9, 9.0 / 13, TRUE },
  };
  static const VbTargetOfSize sizes[] = { { 5, 0.6 }, { 50, 0.8 } };
  const VbWholeTarget whole = { "Region", 0.834, 0.771, 0.92 };
  g_autoptr (VbDrawing) drawing = vb_ward_targets_new ("2026", &whole, wards, 3, sizes, 2);
  g_autofree char *description = vb_drawing_dup_description (drawing);

  /* From the smallest to the largest, of those that are known. */
  g_assert_cmpuint (vb_drawing_get_n_rows (drawing), ==, 2);
  assert_readout (drawing, 0, 0, "Small: Mean patients 9, Recommended target 69%");
  assert_readout (drawing, 1, 0, "Large: Mean patients 100, Recommended target 85%");
  g_assert_nonnull (strstr (description, "target of the whole 83%"));
  g_assert_nonnull (strstr (description, "plain mean 77%"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/population-plot/years", test_population);
  g_test_add_func ("/report/population-plot/ages", test_ages);
  g_test_add_func ("/report/scenario-plot/courses", test_scenarios);
  g_test_add_func ("/report/occupancy-cost/units", test_cost);
  g_test_add_func ("/report/ward-targets/wards", test_ward_targets);
  return g_test_run ();
}
