/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-need-table-private.h"

/* Two units over three months from January 2024: 7 has somatic and ICU rows, 9 one row without. */
static VbNeedTable *
make_table (void)
{
  VbNeedTableKey *keys = g_new0 (VbNeedTableKey, 3);
  VbNeedFigures *figures = g_new0 (VbNeedFigures, 9);

  keys[0].unit_id = 7;
  keys[0].group = VB_CARE_GROUP_SOMATIC;
  keys[1].unit_id = 7;
  keys[1].group = VB_CARE_GROUP_ICU;
  keys[2].unit_id = 9;
  keys[2].group = VB_CARE_GROUP_NONE;
  for (guint i = 0; i < 9; i++)
    figures[i].need_beds = i;
  return vb_need_table_new (VB_GRAIN_MONTH, vb_day_from_ymd (2024, 1, 1), 3, 3, keys, figures);
}

static void
test_figures (void)
{
  g_autoptr (VbNeedTable) table = make_table ();

  g_assert_cmpfloat (vb_need_table_get (table, 7, VB_CARE_GROUP_SOMATIC, 0)->need_beds, ==, 0);
  g_assert_cmpfloat (vb_need_table_get (table, 7, VB_CARE_GROUP_ICU, 2)->need_beds, ==, 5);
  g_assert_cmpfloat (vb_need_table_get (table, 9, VB_CARE_GROUP_NONE, 1)->need_beds, ==, 7);
  g_assert_null (vb_need_table_get (table, 9, VB_CARE_GROUP_ICU, 1));
  g_assert_null (vb_need_table_get (table, 8, VB_CARE_GROUP_NONE, 0));
  g_assert_null (vb_need_table_get (table, 9, VB_CARE_GROUP_NONE, 3));
}

static void
test_groups (void)
{
  g_autoptr (VbNeedTable) table = make_table ();

  g_assert_cmpuint (vb_need_table_get_groups (table, 7), ==,
                    1u << VB_CARE_GROUP_SOMATIC | 1u << VB_CARE_GROUP_ICU);
  g_assert_cmpuint (vb_need_table_get_groups (table, 9), ==, 1u << VB_CARE_GROUP_NONE);
  g_assert_cmpuint (vb_need_table_get_groups (table, 8), ==, 0);
  g_assert_cmpint (vb_need_table_get_main_group (table, 7), ==, VB_CARE_GROUP_SOMATIC);
  g_assert_cmpint (vb_need_table_get_main_group (table, 9), ==, VB_CARE_GROUP_NONE);
}

static void
test_periods (void)
{
  g_autoptr (VbNeedTable) table = make_table ();

  g_assert_cmpint (vb_need_table_get_grain (table), ==, VB_GRAIN_MONTH);
  g_assert_cmpuint (vb_need_table_get_n_periods (table), ==, 3);
  g_assert_cmpint (vb_need_table_get_period (table, 2).start, ==, vb_day_from_ymd (2024, 3, 1));
  g_assert_cmpint (vb_need_table_find_period (table, vb_day_from_ymd (2024, 2, 1)), ==, 1);
  g_assert_cmpint (vb_need_table_find_period (table, vb_day_from_ymd (2024, 2, 2)), ==, -1);
  g_assert_cmpint (vb_need_table_find_period (table, vb_day_from_ymd (2023, 12, 1)), ==, -1);
  g_assert_cmpint (vb_need_table_find_period (table, vb_day_from_ymd (2024, 4, 1)), ==, -1);
}

static void
test_empty (void)
{
  g_autoptr (VbNeedTable) table = vb_need_table_new (VB_GRAIN_DAY, VB_DAY_NONE, 0, 0, NULL, NULL);

  g_assert_null (vb_need_table_get (table, 1, VB_CARE_GROUP_NONE, 0));
  g_assert_cmpint (vb_need_table_find_period (table, vb_day_from_ymd (2024, 1, 1)), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/need-table/figures", test_figures);
  g_test_add_func ("/model/need-table/groups", test_groups);
  g_test_add_func ("/model/need-table/periods", test_periods);
  g_test_add_func ("/model/need-table/empty", test_empty);
  return g_test_run ();
}
