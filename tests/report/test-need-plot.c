/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "vb-cell-map.h"
#include "vb-need-plot.h"
#include "vb-need-table-private.h"
#include "vb-occupancy-plot.h"
#include "vb-ranking.h"
#include "vb-unit-private.h"

enum
{
  REGION = 1,
  NORTH,
  SOUTH,
  MIXED,
};

typedef struct
{
  VbUnit *region;
  VbUnit *north;
  VbUnit *south;
  VbUnit *mixed;
  VbNeedTable *table;
} Fixture;

static VbUnit *
make_unit (gint64 id, const char *name, VbUnit *parent)
{
  VbUnit *unit = vb_unit_new (id);

  vb_unit_set_name (unit, name);
  vb_unit_set_parent (unit, parent);
  return unit;
}

static VbNeedFigures
make_figures (double need, double available)
{
  return (VbNeedFigures){ .need_beds = need,
                          .available_beds = available,
                          .gap_beds = available - need,
                          .gap_share = (available - need) / need };
}

/* Two years: the region, a hospital with a shortage that has no figure the second year, one with a
 * surplus, one with two care groups and no total. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const VbNeedTableKey keys[] = {
    { REGION, VB_CARE_GROUP_SOMATIC }, { NORTH, VB_CARE_GROUP_SOMATIC },
    { SOUTH, VB_CARE_GROUP_SOMATIC },  { MIXED, VB_CARE_GROUP_SOMATIC },
    { MIXED, VB_CARE_GROUP_ICU },
  };
  g_autoptr (GPtrArray) children = g_ptr_array_new ();
  VbNeedFigures *figures = g_new0 (VbNeedFigures, 10);

  fixture->region = make_unit (REGION, "Region", NULL);
  fixture->north = make_unit (NORTH, "North", fixture->region);
  fixture->south = make_unit (SOUTH, "South", fixture->region);
  fixture->mixed = make_unit (MIXED, "Mixed", fixture->region);
  g_ptr_array_add (children, fixture->south);
  g_ptr_array_add (children, fixture->north);
  g_ptr_array_add (children, fixture->mixed);
  vb_unit_set_children (fixture->region, children);

  figures[0] = make_figures (398, 389);
  figures[1] = make_figures (412, 386);
  figures[2] = make_figures (110, 102);
  figures[3] = make_figures (NAN, NAN);
  figures[4] = make_figures (64, 70);
  figures[5] = make_figures (60, 70);
  figures[6] = make_figures (50, 40);
  figures[7] = make_figures (50, 40);
  figures[8] = make_figures (8, 7);
  figures[9] = make_figures (8, 7);
  fixture->table = vb_need_table_new (VB_GRAIN_YEAR, vb_day_from_ymd (2025, 1, 1), 2,
                                      G_N_ELEMENTS (keys), g_memdup2 (keys, sizeof keys), figures);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  vb_unit_set_children (fixture->region, none);
  g_object_unref (fixture->north);
  g_object_unref (fixture->south);
  g_object_unref (fixture->mixed);
  g_object_unref (fixture->region);
  g_assert_finalize_object (fixture->table);
}

static void
assert_readout (VbDrawing *drawing, guint column, guint row, const char *expected)
{
  g_autofree char *readout = vb_drawing_dup_readout (drawing, column, row);

  g_assert_cmpstr (readout, ==, expected);
}

static void
test_plot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbDrawing) drawing =
      vb_need_plot_new (fixture->table, fixture->region, VB_CARE_GROUP_SOMATIC, 0, 99);
  g_autofree char *description = vb_drawing_dup_description (drawing);

  g_assert_cmpuint (vb_drawing_get_n_rows (drawing), ==, 2);
  g_assert_cmpfloat (vb_drawing_get_number (drawing, 1, 3), ==, -26);
  assert_readout (drawing, 1, 0, "2026: need 412, available 386, gap −26 shortage");
  g_assert_nonnull (strstr (description, "Largest shortage: −26 (2026)."));
}

static void
test_plot_holes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbDrawing) drawing =
      vb_need_plot_new (fixture->table, fixture->north, VB_CARE_GROUP_SOMATIC, 0, 2);
  g_autoptr (VbDrawing) none =
      vb_need_plot_new (fixture->table, fixture->north, VB_CARE_GROUP_ICU, 1, 1);
  g_autoptr (VbDrawing) outside =
      vb_need_plot_new (fixture->table, fixture->north, VB_CARE_GROUP_ICU, 7, 3);

  assert_readout (drawing, 1, 0, "2026: need –, available –, gap –");
  g_assert_true (isnan (vb_drawing_get_number (none, 0, 1)));
  g_assert_cmpuint (vb_drawing_get_n_rows (outside), ==, 0);
}

static void
test_map (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbDrawing) drawing = vb_need_map_new (fixture->table, fixture->region, 0, 2);
  g_autoptr (VbDrawing) leaf = vb_need_map_new (fixture->table, fixture->south, 1, 1);
  guint columns, rows;

  vb_drawing_get_stops (drawing, &columns, &rows);
  g_assert_cmpuint (columns, ==, 2);
  g_assert_cmpuint (rows, ==, 4);
  g_assert_cmpint (vb_cell_map_get_row_id (VB_CELL_MAP (drawing), 1), ==, NORTH);
  g_assert_cmpint (vb_cell_map_get_column_start (VB_CELL_MAP (drawing), 1), ==,
                   vb_day_from_ymd (2026, 1, 1));
  assert_readout (drawing, 0, 0, "South, 2025: +6 surplus");
  assert_readout (drawing, 1, 1, "North, 2026: no data");
  g_assert_cmpint (vb_cell_map_get_row_id (VB_CELL_MAP (drawing), 3), ==, MIXED);
  g_assert_cmpfloat (vb_drawing_get_number (drawing, 3, 1), ==, -1);

  vb_drawing_get_stops (leaf, &columns, &rows);
  g_assert_cmpuint (rows, ==, 1);
  assert_readout (leaf, 0, 0, "South, 2026: +10 surplus");
}

static void
test_ranking (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbDrawing) drawing =
      vb_need_ranking_new (fixture->table, fixture->south, VB_CARE_GROUP_SOMATIC, 1);
  g_autoptr (VbDrawing) root =
      vb_need_ranking_new (fixture->table, fixture->region, VB_CARE_GROUP_SOMATIC, 0);

  g_assert_cmpuint (vb_drawing_get_n_rows (drawing), ==, 3);
  assert_readout (drawing, 0, 0, "Mixed: −20.0% shortage");
  assert_readout (drawing, 0, 1, "South: +16.7% surplus");
  /* Not known comes last and is not nought. */
  assert_readout (drawing, 0, 2, "North: –");
  g_assert_cmpint (vb_ranking_get_row_id (VB_RANKING (drawing), 1), ==, SOUTH);
  g_assert_cmpuint (vb_drawing_get_n_rows (root), ==, 3);
}

static void
test_balance (Fixture *fixture, gconstpointer data)
{
  VbPeriod beyond = vb_period_shift (vb_need_table_get_period (fixture->table, 0), 99);
  g_autoptr (VbDrawing) drawing =
      vb_need_balance_new (fixture->table, fixture->region, VB_CARE_GROUP_SOMATIC,
                           vb_need_table_get_period (fixture->table, 1));
  g_autoptr (VbDrawing) none =
      vb_need_balance_new (fixture->table, fixture->region, VB_CARE_GROUP_ICU, beyond);
  g_autofree char *description = vb_drawing_dup_description (drawing);
  g_autofree char *unknown = vb_drawing_dup_description (none);

  g_assert_cmpstr (description, ==, "Need 412, available 386: 26 beds are missing.");
  g_assert_cmpstr (unknown, ==, "Need –, available –: Need or capacity is not known.");
}

/* 23.5 patients at 88 % need 26.7 beds. */
static void
test_occupancy (void)
{
  g_autoptr (VbDrawing) drawing = vb_occupancy_plot_new ("Medicin 1, 2026", 23.5, 0.88, 27, NAN);
  g_autoptr (VbDrawing) low = vb_occupancy_plot_new (NULL, 23.5, 0.5, NAN, NAN);
  g_autoptr (VbDrawing) none = vb_occupancy_plot_new (NULL, NAN, NAN, NAN, NAN);
  VbHandle handle;

  g_assert_true (vb_drawing_get_handle (drawing, &handle));
  g_assert_cmpfloat (handle.value, ==, 0.88);
  g_assert_cmpfloat (handle.lower, ==, 0.7);
  assert_readout (drawing, 36, 0, "Target occupancy 88%: need 26.7");
  g_assert_cmpstr (vb_drawing_get_subtitle (drawing), ==, "Medicin 1, 2026");
  g_assert_true (vb_drawing_get_handle (low, &handle));
  g_assert_cmpfloat (handle.lower, <, 0.5);
  g_assert_false (vb_drawing_get_handle (none, &handle));
}

static void
test_risk (void)
{
  static const double beds[] = { 26, 27, 28 };
  static const double risk[] = { 0.26, 0.2013, 0.151 };
  static const double marked[] = { 27, 99 };
  g_autoptr (VbDrawing) drawing = vb_risk_plot_new (
      "Medicin 1, 2026", 23.5, beds, risk, G_N_ELEMENTS (beds), marked, G_N_ELEMENTS (marked));
  g_autofree char *description = vb_drawing_dup_description (drawing);

  assert_readout (drawing, 1, 0, "Beds 27: risk 20.1%");
  g_assert_cmpstr (vb_drawing_get_subtitle (drawing), ==, "Medicin 1, 2026, mean 23.5 patients");
  g_assert_nonnull (strstr (description, "27 beds: 20%."));
  g_assert_null (strstr (description, "99"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  add ("/report/need-plot/plot", test_plot);
  add ("/report/need-plot/holes", test_plot_holes);
  add ("/report/need-plot/map", test_map);
  add ("/report/need-plot/ranking", test_ranking);
  add ("/report/need-plot/balance", test_balance);
  g_test_add_func ("/report/occupancy-plot/need", test_occupancy);
  g_test_add_func ("/report/occupancy-plot/risk", test_risk);
  return g_test_run ();
}
