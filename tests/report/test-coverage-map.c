/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "vb-cell-map.h"
#include "vb-coverage-map.h"
#include "vb-unit-private.h"

#define N_MONTHS 4

/* A hospital (1) over @n_wards wards (2 …), each of which misses the second month; the last has
 * never had data. */
static VbUnit *
make_hospital (guint n_wards, VbCoverage **coverage)
{
  VbUnit *hospital = vb_unit_new (1);
  g_autoptr (GPtrArray) wards = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree gint64 *ids = g_new (gint64, n_wards + 1);
  g_autofree float *shares = g_new (float, (n_wards + 1) * N_MONTHS);
  VbPeriod first = { VB_GRAIN_MONTH, vb_day_from_ymd (2026, 1, 1) };

  vb_unit_set_name (hospital, "Hospital");
  for (guint i = 0; i <= n_wards; i++)
    {
      ids[i] = i + 1;
      for (guint k = 0; k < N_MONTHS; k++)
        shares[i * N_MONTHS + k] = i == n_wards ? NAN : k == 1 ? 0.5f : 1;
      if (i > 0)
        {
          VbUnit *ward = vb_unit_new (ids[i]);

          vb_unit_set_name (ward, i == 1 ? "Ward" : "Other ward");
          g_ptr_array_add (wards, ward);
        }
    }
  vb_unit_set_children (hospital, wards);
  *coverage = vb_coverage_new (first, N_MONTHS, ids, n_wards + 1, shares);
  return hospital;
}

static void
test_rows (void)
{
  g_autoptr (VbCoverage) coverage = NULL;
  g_autoptr (VbUnit) hospital = make_hospital (3, &coverage);
  g_autoptr (VbDrawing) map = vb_coverage_map_new (coverage, hospital, 1, 2);
  g_autofree char *name = vb_drawing_dup_cell (map, 1, 0);
  g_autofree char *cell = vb_drawing_dup_cell (map, 1, 1);

  /* The ward that never had data has no row. */
  g_assert_cmpuint (vb_drawing_get_n_rows (map), ==, 3);
  g_assert_cmpuint (vb_drawing_get_n_columns (map), ==, 3);
  g_assert_cmpstr (name, ==, "Ward");
  g_assert_cmpstr (cell, ==, "50%");
  g_assert_cmpint (vb_cell_map_get_row_id (VB_CELL_MAP (map), 1), ==, 2);
  g_assert_cmpint (vb_cell_map_get_column_start (VB_CELL_MAP (map), 1), ==,
                   vb_day_from_ymd (2026, 3, 1));
}

/* A range that reaches outside is cut. */
static void
test_range (void)
{
  g_autoptr (VbCoverage) coverage = NULL;
  g_autoptr (VbUnit) hospital = make_hospital (2, &coverage);
  g_autoptr (VbDrawing) end = vb_coverage_map_new (coverage, hospital, 3, 12);
  g_autoptr (VbDrawing) beyond = vb_coverage_map_new (coverage, hospital, 9, 12);

  g_assert_cmpuint (vb_drawing_get_n_columns (end), ==, 2);
  g_assert_cmpuint (vb_drawing_get_n_columns (beyond), ==, 1);
}

/* Of a large tree only the next level is shown. */
static void
test_large (void)
{
  g_autoptr (VbCoverage) coverage = NULL;
  g_autoptr (VbUnit) hospital = make_hospital (40, &coverage);
  g_autoptr (VbUnit) region = vb_unit_new (100);
  g_autoptr (GPtrArray) hospitals = g_ptr_array_new ();
  g_autoptr (VbDrawing) map = NULL;

  g_ptr_array_add (hospitals, hospital);
  vb_unit_set_name (region, "Region");
  vb_unit_set_children (region, hospitals);
  map = vb_coverage_map_new (coverage, region, 0, N_MONTHS);
  /* The region itself is not in the coverage. */
  g_assert_cmpuint (vb_drawing_get_n_rows (map), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/coverage-map/rows", test_rows);
  g_test_add_func ("/report/coverage-map/range", test_range);
  g_test_add_func ("/report/coverage-map/large", test_large);
  return g_test_run ();
}
