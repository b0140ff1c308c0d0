/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans, held cells and decided breakdowns through the one door. */
#include "document-fixture.h"
#include "scenario-fixture.h"
#include "vb-document-decisions.h"
#include "vb-document-gather.h"
#include "vb-document-scenarios.h"
#include "vb-target.h"

typedef struct
{
  VbDocument *document;
  gint64 hospital;
  gint64 ward;
  gint64 scenario; /* of the ward's intensive care */
  guint n_plans;   /* signals */
  guint n_holds;
} Fixture;

static void
on_changed (VbDocument *document, guint *n)
{
  (*n)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbReadyScenario) ready = make_ready_scenario ();
  g_autoptr (GError) error = NULL;

  fixture->document = new_document ();
  fixture->hospital = add_unit (fixture->document, 0, VB_UNIT_HOSPITAL, "Hospital", NULL);
  fixture->ward = add_unit (fixture->document, fixture->hospital, VB_UNIT_WARD, "Ward 3", NULL);
  g_signal_connect (fixture->document, "plans-changed", G_CALLBACK (on_changed), &fixture->n_plans);
  g_signal_connect (fixture->document, "breakdown-holds-changed", G_CALLBACK (on_changed),
                    &fixture->n_holds);
  fixture->scenario =
      vb_document_add_ready_scenario (fixture->document, ready, fixture->ward, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  vb_document_close (fixture->document);
  g_object_unref (fixture->document);
}

static VbPlan *
find_plan (Fixture *fixture)
{
  return vb_document_find_plan (fixture->document, fixture->ward, VB_CARE_GROUP_ICU);
}

/* The plan keeps its figures when the scenario changes, and stands when that is gone. */
static void
test_plan (Fixture *fixture, gconstpointer data)
{
  VbDay day = vb_day_from_ymd (2026, 11, 3);
  VbScenario *scenario = vb_document_get_scenario (fixture->document, fixture->scenario);
  g_autoptr (VbLever) lever = g_list_model_get_item (vb_scenario_get_levers (scenario), 0);
  g_autoptr (GError) error = NULL;
  const VbPlanYear *year;

  g_assert_null (find_plan (fixture));
  g_assert_true (
      vb_document_decide_plan (fixture->document, fixture->scenario, day, " Nämnden", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_plans, ==, 1);
  g_assert_cmpint (vb_plan_get_facts (find_plan (fixture))->scenario_id, ==, fixture->scenario);
  g_assert_cmpint (vb_plan_get_facts (find_plan (fixture))->decided_day, ==, day);
  g_assert_cmpstr (vb_plan_get_facts (find_plan (fixture))->name.sv, ==, "Färdigt");
  g_assert_cmpuint (vb_plan_get_n_years (find_plan (fixture)), ==, 3);
  year = vb_plan_find_year (find_plan (fixture), 2025);
  g_assert_true (year == vb_plan_get_year (find_plan (fixture), 1));
  g_assert_cmpfloat (year->capacity, ==, 106);
  g_assert_null (vb_plan_find_year (find_plan (fixture), 2027));

  g_assert_true (vb_document_remove_lever (fixture->document, vb_lever_get_id (lever), &error));
  g_assert_cmpfloat (vb_plan_find_year (find_plan (fixture), 2025)->capacity, ==, 106);
  g_assert_true (vb_document_remove_scenario (fixture->document, fixture->scenario, &error));
  g_assert_no_error (error);
  g_assert_cmpint (vb_plan_get_facts (find_plan (fixture))->scenario_id, ==, 0);
  undo (fixture->document);
  g_assert_cmpint (vb_plan_get_facts (find_plan (fixture))->scenario_id, ==, fixture->scenario);
  undo (fixture->document);
  undo (fixture->document);
  g_assert_null (find_plan (fixture));
}

/* A unit and care group has one plan: another decision takes its place, in one step. */
static void
test_plan_again (Fixture *fixture, gconstpointer data)
{
  VbDay day = vb_day_from_ymd (2026, 11, 3);
  const VbBilingual name = { (char *) "Min egen", NULL };
  g_autoptr (GError) error = NULL;
  gint64 copy = vb_document_copy_scenario (fixture->document, fixture->scenario, &name, &error);

  g_assert_true (vb_document_decide_plan (fixture->document, fixture->scenario, day, NULL, &error));
  g_assert_true (vb_document_decide_plan (fixture->document, copy, day + 1, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_plans (fixture->document)), ==, 1);
  g_assert_cmpstr (vb_plan_get_facts (find_plan (fixture))->name.sv, ==, "Min egen");
  g_assert_null (vb_plan_get_facts (find_plan (fixture))->decided_by);
  undo (fixture->document);
  g_assert_cmpstr (vb_plan_get_facts (find_plan (fixture))->name.sv, ==, "Färdigt");
  g_assert_cmpuint (vb_plan_get_n_years (find_plan (fixture)), ==, 3);

  g_assert_true (
      vb_document_clear_plan (fixture->document, fixture->ward, VB_CARE_GROUP_ICU, &error));
  g_assert_null (find_plan (fixture));
  g_assert_false (
      vb_document_clear_plan (fixture->document, fixture->ward, VB_CARE_GROUP_ICU, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  undo (fixture->document);
  g_assert_nonnull (find_plan (fixture));
  g_assert_false (vb_document_decide_plan (fixture->document, copy, VB_DAY_NONE, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
}

static void
assert_hold (Fixture *fixture, int locked, int minimum)
{
  VbBreakdownHold hold =
      vb_document_get_breakdown_hold (fixture->document, fixture->ward, VB_CARE_GROUP_ICU);

  g_assert_cmpint (hold.locked, ==, locked);
  g_assert_cmpint (hold.minimum, ==, minimum);
}

static void
set_hold (Fixture *fixture, int locked, int minimum)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_set_breakdown_hold (fixture->document, fixture->ward,
                                                 VB_CARE_GROUP_ICU,
                                                 (VbBreakdownHold){ locked, minimum }, &error));
  g_assert_no_error (error);
}

static void
test_hold (Fixture *fixture, gconstpointer data)
{
  assert_hold (fixture, -1, -1);
  set_hold (fixture, 0, -1);
  assert_hold (fixture, 0, -1);
  set_hold (fixture, 0, 8);
  assert_hold (fixture, 0, 8);
  set_hold (fixture, 0, 8);
  g_assert_cmpuint (fixture->n_holds, ==, 2);
  set_hold (fixture, -1, -1);
  assert_hold (fixture, -1, -1);
  undo (fixture->document);
  assert_hold (fixture, 0, 8);
}

/* One step, whatever the number of units. */
static void
test_breakdown (Fixture *fixture, gconstpointer data)
{
  const gint64 ids[] = { fixture->hospital, fixture->ward };
  const double beds[] = { 40, 12 };
  const double wrong[] = { 40, NAN };
  VbDay from = vb_day_from_ymd (2027, 1, 1);
  GListModel *targets = vb_document_get_targets (fixture->document);
  g_autoptr (VbTarget) target = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (vb_document_decide_breakdown (fixture->document, ids, wrong, 2,
                                                VB_CARE_TYPE_SOMATIC, from, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (vb_document_decide_breakdown (fixture->document, ids, beds, 2,
                                               VB_CARE_TYPE_SOMATIC, from, "Nämnden", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (targets), ==, 2);
  target = g_list_model_get_item (targets, 1);
  g_assert_cmpint (vb_target_get_measure (target), ==, VB_MEASURE_NEEDED_BEDS);
  g_assert_cmpint (vb_target_get_from (target), ==, from);
  g_assert_cmpstr (vb_target_get_decided_by (target), ==, "Nämnden");
  undo (fixture->document);
  g_assert_cmpuint (g_list_model_get_n_items (targets), ==, 0);
}

static VbDocument *
open_stored (Fixture *fixture)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GError) error = NULL;
  VbDocument *document;

  save_as (fixture->document, file);
  document = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  return document;
}

/* When both have decided a plan, ours stands whole, and the difference is told. */
static void
test_gather (Fixture *fixture, gconstpointer data)
{
  VbDay day = vb_day_from_ymd (2026, 11, 3);
  const VbBilingual name = { (char *) "Kortare", NULL };
  g_autoptr (VbDocument) other = open_stored (fixture);
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GPtrArray) gathered = NULL;
  gint64 copy = vb_document_copy_scenario (other, fixture->scenario, &name, &error);

  g_assert_true (vb_document_decide_plan (fixture->document, fixture->scenario, day, NULL, &error));
  g_assert_true (vb_document_decide_plan (other, copy, day, "Nämnden", &error));
  save_as (other, file);
  vb_document_close (other);

  g_ptr_array_add (files, file);
  gathered = vb_document_gather (fixture->document, files, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_scenarios (fixture->document)), ==,
                    2);
  g_assert_cmpint (vb_plan_get_facts (find_plan (fixture))->scenario_id, ==, fixture->scenario);
  g_assert_cmpuint (vb_plan_get_n_years (find_plan (fixture)), ==, 3);
  g_assert_null (vb_plan_get_facts (find_plan (fixture))->decided_by);
  /* Its name, who decided it, and its three years. */
  g_assert_cmpuint (
      g_list_model_get_n_items (vb_gathered_get_conflicts (g_ptr_array_index (gathered, 0))), ==,
      5);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
#define ADD(name, func)                                                                            \
  g_test_add ("/document/decisions/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("plan", test_plan);
  ADD ("plan-again", test_plan_again);
  ADD ("hold", test_hold);
  ADD ("breakdown", test_breakdown);
  ADD ("gather", test_gather);
#undef ADD
  return test_run ();
}
