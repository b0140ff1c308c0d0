/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "vb-batch.h"
#include "vb-random.h"

static void
test_units (void)
{
  g_autoptr (VbBatch) batch = vb_batch_new ();
  guint region = vb_batch_add_unit (batch, -1, VB_UNIT_REGION, "Region Norr", NULL);
  guint north = vb_batch_add_unit (batch, (gint32) region, VB_UNIT_WARD, "Avdelning 1", "A1");
  guint south;

  g_assert_cmpuint (vb_batch_add_unit (batch, -1, VB_UNIT_REGION, "Region Norr", NULL), ==, region);
  g_assert_cmpuint (vb_batch_add_unit (batch, 0, VB_UNIT_WARD, "Another name", "A1"), ==, north);
  g_assert_cmpuint (vb_batch_add_unit (batch, 0, VB_UNIT_WARD, "Avdelning 1", NULL), ==, north);
  /* The same name under another code is another unit. */
  south = vb_batch_add_unit (batch, 0, VB_UNIT_WARD, "Avdelning 1", "B1");
  g_assert_cmpuint (south, !=, north);
  g_assert_cmpuint (vb_batch_add_unit (batch, 0, VB_UNIT_WARD, "Avdelning 1", "B1"), ==, south);
  /* The same name under another parent as well. */
  g_assert_cmpuint (vb_batch_add_unit (batch, (gint32) south, VB_UNIT_WARD, "Avdelning 1", NULL),
                    ==, 3);
  g_assert_cmpuint (vb_batch_get_n_units (batch), ==, 4);
  g_assert_cmpint (vb_batch_get_unit (batch, south)->parent, ==, 0);
  g_assert_true (isnan (vb_batch_get_unit (batch, south)->acute_share));
}

/* A code that turns up later belongs to the unit that was met by its name. */
static void
test_late_code (void)
{
  g_autoptr (VbBatch) batch = vb_batch_new ();
  guint ward = vb_batch_add_unit (batch, -1, VB_UNIT_WARD, "IVA", "");

  g_assert_null (vb_batch_get_unit (batch, ward)->code);
  g_assert_cmpuint (vb_batch_add_unit (batch, -1, VB_UNIT_WARD, "IVA", "X7"), ==, ward);
  g_assert_cmpstr (vb_batch_get_unit (batch, ward)->code, ==, "X7");
  g_assert_cmpuint (vb_batch_add_unit (batch, -1, VB_UNIT_WARD, "Intensiven", "X7"), ==, ward);
}

static void
test_duplicates (void)
{
  g_autoptr (VbBatch) batch = vb_batch_new ();
  VbBatchColumns columns;
  const guint32 *conflict_rows;
  gsize n_conflicts;
  GPtrArray *problems;
  VbDay day = vb_day_from_ymd (2024, 1, 1);

  vb_batch_add_unit (batch, -1, VB_UNIT_WARD, "A", NULL);
  vb_batch_add_unit (batch, -1, VB_UNIT_WARD, "B", NULL);
  vb_batch_take_problem (batch, vb_problem_new (VB_PROBLEM_NOT_A_NUMBER, VB_PROBLEM_REFUSES_CELL, 3,
                                                "beds", "stängd"));
  vb_batch_add_observation (batch, 1, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, day, 10,
                            VB_PROVENANCE_REPORTED, 2);
  vb_batch_add_observation (batch, 0, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, day, 7,
                            VB_PROVENANCE_REPORTED, 4);
  vb_batch_add_observation (batch, 1, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, day, 11.5,
                            VB_PROVENANCE_REPORTED, 5);
  vb_batch_add_observation (batch, 0, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, day, 7,
                            VB_PROVENANCE_REPORTED, 6);
  vb_batch_finish (batch);

  columns = vb_batch_get_columns (batch);
  g_assert_cmpuint (columns.n, ==, 1);
  g_assert_cmpuint (columns.unit[0], ==, 0);
  g_assert_cmpfloat (columns.value[0], ==, 7);

  conflict_rows = vb_batch_get_conflict_rows (batch, &n_conflicts);
  g_assert_cmpuint (n_conflicts, ==, 2);
  g_assert_cmpuint (conflict_rows[0], ==, 2);
  g_assert_cmpuint (conflict_rows[1], ==, 5);

  problems = vb_batch_get_problems (batch);
  g_assert_cmpuint (problems->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      static const guint rows[] = { 2, 3, 5 };
      const VbProblem *problem = problems->pdata[i];

      g_assert_cmpuint (problem->row, ==, rows[i]);
      if (problem->row == 5)
        {
          g_assert_cmpint (problem->kind, ==, VB_PROBLEM_CONFLICTING_DUPLICATE);
          g_assert_cmpstr (problem->column, ==, "available_beds");
          g_assert_cmpstr (problem->value, ==, "11.5");
        }
    }
}

/* Every observation comes out once, in order, whatever the order it went in. */
static void
test_order (void)
{
  g_autoptr (VbBatch) batch = vb_batch_new ();
  g_autofree guint32 *places = NULL;
  VbRandom random;
  VbBatchColumns columns;
  guint n = 0;

  vb_random_init (&random, 7, 0);
  for (guint unit = 0; unit < 40; unit++)
    {
      g_autofree char *name = g_strdup_printf ("Ward %u", unit);

      vb_batch_add_unit (batch, -1, VB_UNIT_WARD, name, NULL);
    }
  /* 40 units × 5 measures × 5 grains × 20 starts, shuffled. */
  places = g_new (guint32, 20000);
  for (guint i = 0; i < 20000; i++)
    {
      guint32 other = vb_random_below (&random, i + 1);

      places[i] = places[other];
      places[other] = i;
    }
  for (guint i = 0; i < 20000; i++)
    {
      guint32 place = places[i];

      vb_batch_add_observation (batch, place % 40, (guint16) (1 + place / 40 % 5 * 250),
                                place / 200 % 5, 700000 + (gint32) (place / 1000) * 1000, place,
                                VB_PROVENANCE_COMPUTED, i);
    }
  vb_batch_finish (batch);

  columns = vb_batch_get_columns (batch);
  g_assert_cmpuint (columns.n, ==, 20000);
  for (guint unit = 0; unit < 40; unit++)
    for (guint measure = 0; measure < 5; measure++)
      for (guint grain = 0; grain < 5; grain++)
        for (guint start = 0; start < 20; start++, n++)
          {
            g_assert_cmpuint (columns.unit[n], ==, unit);
            g_assert_cmpuint (columns.measure[n], ==, 1 + measure * 250);
            g_assert_cmpuint (columns.grain[n], ==, grain);
            g_assert_cmpint (columns.start[n], ==, 700000 + (gint32) start * 1000);
            g_assert_cmpfloat (columns.value[n], ==,
                               unit + measure * 40 + grain * 200 + start * 1000);
            g_assert_cmpuint (columns.provenance[n], ==, VB_PROVENANCE_COMPUTED);
          }
  g_assert_cmpuint (vb_batch_get_problems (batch)->len, ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (VbBatch) batch = vb_batch_new ();

  vb_batch_finish (batch);
  g_assert_cmpuint (vb_batch_get_columns (batch).n, ==, 0);
}

static void
test_problem_cap (void)
{
  g_autoptr (VbBatch) batch = vb_batch_new ();

  for (guint i = 0; i < 100010; i++)
    vb_batch_take_problem (
        batch, vb_problem_new (VB_PROBLEM_NEGATIVE, VB_PROBLEM_REFUSES_CELL, i, NULL, "-1"));
  g_assert_cmpuint (vb_batch_get_problems (batch)->len, ==, 100000);
  g_assert_cmpuint (vb_batch_get_n_problems (batch), ==, 100010);
}

static void
test_source (void)
{
  g_autoptr (VbBatch) batch = vb_batch_new ();

  vb_batch_set_source (batch, "beds.csv", "abc", "key", "{}");
  vb_batch_set_source (batch, vb_batch_get_source_name (batch), "abd", NULL, NULL);
  vb_batch_set_time (batch, 1700000000);
  vb_batch_set_under (batch, "Riket");
  vb_batch_set_row_counts (batch, 12, 3);
  g_assert_cmpstr (vb_batch_get_source_name (batch), ==, "beds.csv");
  g_assert_cmpstr (vb_batch_get_checksum (batch), ==, "abd");
  g_assert_null (vb_batch_get_mapping_key (batch));
  g_assert_null (vb_batch_get_mapping (batch));
  g_assert_cmpint (vb_batch_get_time (batch), ==, 1700000000);
  g_assert_cmpstr (vb_batch_get_under (batch), ==, "Riket");
  g_assert_cmpuint (vb_batch_get_rows_read (batch), ==, 12);
  g_assert_cmpuint (vb_batch_get_rows_refused (batch), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/batch/units", test_units);
  g_test_add_func ("/model/batch/late-code", test_late_code);
  g_test_add_func ("/model/batch/duplicates", test_duplicates);
  g_test_add_func ("/model/batch/order", test_order);
  g_test_add_func ("/model/batch/empty", test_empty);
  g_test_add_func ("/model/batch/problem-cap", test_problem_cap);
  g_test_add_func ("/model/batch/source", test_source);
  return g_test_run ();
}
