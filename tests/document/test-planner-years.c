/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Years of a hospital with two wards, and what a scenario makes of them. */
#include "planner-fixture.h"

#include <math.h>

#include "document-fixture.h"
#include "scenario-fixture.h"
#include "vb-document-scenarios.h"
#include "vb-scenario-outlook.h"

#define DAY(y, m, d) vb_day_from_ymd (y, m, d)

typedef struct
{
  VbDocument *document;
  VbPlanner *planner;
  VbUnit *hospital;
  VbUnit *ward_a;       /* 10 beds, 9 patients, all of 2023 and 2024 and in January 2025 */
  VbUnit *ward_b;       /* 20 beds, 9 patients, in 2024 */
  VbScenario *scenario; /* of the hospital, 2024 to 2026 */
} Fixture;

static VbUnit *
make_ward (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  VbUnit *ward = vb_document_find_unit (fixture->document, name, &error);

  g_assert_no_error (error);
  vb_document_set_unit_care_type (fixture->document, vb_unit_get_id (ward), VB_CARE_TYPE_ICU,
                                  &error);
  g_assert_no_error (error);
  return ward;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbReadyScenario) ready = make_ready_scenario ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  fixture->document = new_document ();
  fixture->planner = vb_planner_new (fixture->document);
  take_days (fixture->document, "A", VB_MEASURE_AVAILABLE_BEDS, DAY (2023, 1, 1), DAY (2025, 1, 31),
             10);
  take_days (fixture->document, "A", VB_MEASURE_OCCUPIED_BEDS, DAY (2023, 1, 1), DAY (2025, 1, 31),
             9);
  take_days (fixture->document, "B", VB_MEASURE_AVAILABLE_BEDS, DAY (2024, 1, 1),
             DAY (2024, 12, 31), 20);
  take_days (fixture->document, "B", VB_MEASURE_OCCUPIED_BEDS, DAY (2024, 1, 1), DAY (2024, 12, 31),
             9);
  fixture->hospital = vb_document_find_unit (fixture->document, "Hospital", &error);
  g_assert_no_error (error);
  fixture->ward_a = make_ward (fixture, "A");
  fixture->ward_b = make_ward (fixture, "B");

  id = vb_document_add_ready_scenario (fixture->document, ready, vb_unit_get_id (fixture->hospital),
                                       &error);
  g_assert_no_error (error);
  fixture->scenario = vb_document_get_scenario (fixture->document, id);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->planner);
  vb_document_close (fixture->document);
  g_object_unref (fixture->document);
}

/* ---- what a scenario means for a unit ---------------------------------------------------------
 */

static void
test_reach (Fixture *fixture, gconstpointer data)
{
  VbUnit *other = vb_document_get_unit (
      fixture->document, add_unit (fixture->document, 0, VB_UNIT_HOSPITAL, "Other", NULL));

  g_assert_cmpint (
      vb_scenario_outlook_get_reach (fixture->scenario, fixture->hospital, VB_CARE_GROUP_ICU), ==,
      VB_SCENARIO_REACH_OWN);
  g_assert_cmpint (
      vb_scenario_outlook_get_reach (fixture->scenario, fixture->ward_a, VB_CARE_GROUP_ICU), ==,
      VB_SCENARIO_REACH_PART);
  g_assert_cmpint (
      vb_scenario_outlook_get_reach (fixture->scenario, fixture->ward_a, VB_CARE_GROUP_NONE), ==,
      VB_SCENARIO_REACH_PART);
  g_assert_cmpint (
      vb_scenario_outlook_get_reach (fixture->scenario, fixture->ward_a, VB_CARE_GROUP_SOMATIC), ==,
      VB_SCENARIO_REACH_NONE);
  g_assert_cmpint (vb_scenario_outlook_get_reach (fixture->scenario, other, VB_CARE_GROUP_ICU), ==,
                   VB_SCENARIO_REACH_NONE);
}

static void
assert_beds (const VbScenarioBeds *beds, gint16 year, double need, double capacity)
{
  g_assert_cmpint (beds->year, ==, year);
  g_assert_cmpfloat_with_epsilon (beds->need, need, 1e-6);
  g_assert_cmpfloat_with_epsilon (beds->capacity, capacity, 1e-6);
}

/* Need 110 → 105 and capacity 100 → 106; ward A needs 9 ÷ 0.9 = 10 of its 10 beds. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbNeedTable) table = vb_planner_compute_need (
      fixture->planner, VB_GRAIN_YEAR, VB_DAY_NONE, VB_DAY_NONE, 0.9, NULL, &error);
  g_autofree VbScenarioBeds *own = NULL;
  g_autofree VbScenarioBeds *part = NULL;
  g_autofree VbScenarioBeds *other = NULL;
  guint n;

  g_assert_no_error (error);
  own = vb_scenario_outlook_follow (fixture->scenario, fixture->hospital, VB_CARE_GROUP_ICU, table,
                                    &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  assert_beds (&own[0], 2024, 110, 100);
  assert_beds (&own[2], 2026, 105, 106);

  part = vb_scenario_outlook_follow (fixture->scenario, fixture->ward_a, VB_CARE_GROUP_ICU, table,
                                     &n, &error);
  g_assert_no_error (error);
  assert_beds (&part[0], 2024, 10, 10);
  assert_beds (&part[2], 2026, 10 * 105.0 / 110, 10 * 1.06);

  other = vb_scenario_outlook_follow (fixture->scenario, fixture->ward_a, VB_CARE_GROUP_SOMATIC,
                                      table, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (isnan (other[2].need) && isnan (other[2].capacity));
}

/* January 2025 is no year. */
static void
test_base (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbNeedTable) table = vb_planner_compute_need (
      fixture->planner, VB_GRAIN_YEAR, VB_DAY_NONE, VB_DAY_NONE, NAN, NULL, &error);
  int base = vb_scenario_outlook_find_base (table, fixture->ward_a, VB_CARE_GROUP_ICU);

  g_assert_no_error (error);
  g_assert_cmpuint (vb_need_table_get_n_periods (table), ==, 3);
  g_assert_cmpint (base, ==, 1);
  g_assert_cmpint (vb_scenario_outlook_find_base (table, fixture->ward_a, VB_CARE_GROUP_SOMATIC),
                   ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/document/planner-years/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("reach", test_reach);
  ADD ("follow", test_follow);
  ADD ("base", test_base);
#undef ADD

  return g_test_run ();
}
