/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans, lines, held cells, decided breakdowns, accepted risks and variations through the one door.
 */
#include "document-fixture.h"
#include "scenario-fixture.h"
#include "vb-document-decisions.h"
#include "vb-document-gather.h"
#include "vb-document-occupancy.h"
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
  guint n_occupancy;
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
  g_signal_connect (fixture->document, "occupancy-changed", G_CALLBACK (on_changed),
                    &fixture->n_occupancy);
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

/* A line has two ends: what is done to it in one go is one step. */
static void
test_line (Fixture *fixture, gconstpointer data)
{
  const VbGapLine wrong = { 2024, -10, 2024, 0 };
  VbGapLine line = { 2024, -10, 2026, 0 };
  VbGapLine found = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) other = NULL;

  g_assert_false (
      vb_document_find_gap_line (fixture->document, fixture->ward, VB_CARE_GROUP_ICU, &found));
  g_assert_false (vb_document_set_gap_line (fixture->document, fixture->ward, VB_CARE_GROUP_ICU,
                                            &wrong, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (vb_document_set_gap_line (fixture->document, fixture->ward, VB_CARE_GROUP_ICU,
                                           &line, &error));
  line.to_year = 2030;
  g_assert_true (vb_document_set_gap_line (fixture->document, fixture->ward, VB_CARE_GROUP_ICU,
                                           &line, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_plans, ==, 2);
  other = open_stored (fixture);
  g_assert_true (vb_document_find_gap_line (other, fixture->ward, VB_CARE_GROUP_ICU, &found));
  g_assert_cmpint (found.from_year, ==, 2024);
  g_assert_cmpfloat (found.from_gap, ==, -10);
  g_assert_cmpint (found.to_year, ==, 2030);
  g_assert_cmpfloat (found.to_gap, ==, 0);
  vb_document_close (other);

  undo (fixture->document);
  g_assert_false (
      vb_document_find_gap_line (fixture->document, fixture->ward, VB_CARE_GROUP_ICU, &found));
  g_assert_true (vb_document_redo (fixture->document, &error));
  g_assert_true (
      vb_document_set_gap_line (fixture->document, fixture->ward, VB_CARE_GROUP_ICU, NULL, &error));
  g_assert_false (
      vb_document_find_gap_line (fixture->document, fixture->ward, VB_CARE_GROUP_ICU, &found));
  undo (fixture->document);
  g_assert_true (
      vb_document_find_gap_line (fixture->document, fixture->ward, VB_CARE_GROUP_ICU, &found));
}

static void
set_risk (Fixture *fixture, gint64 unit, double risk)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_set_accepted_risk (fixture->document, unit, VB_CARE_TYPE_GERIATRIC,
                                                risk, &error));
  g_assert_no_error (error);
}

static double
find_risk (VbDocument *document, gint64 unit, VbUnit **from)
{
  return vb_document_find_accepted_risk (document, vb_document_get_unit (document, unit),
                                         VB_CARE_TYPE_GERIATRIC, from);
}

/* It holds for what is below, until that says otherwise, and for no other care. */
static void
test_risk (Fixture *fixture, gconstpointer data)
{
  VbUnit *from = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) other = NULL;

  g_assert_true (isnan (find_risk (fixture->document, fixture->ward, &from)));
  g_assert_null (from);
  set_risk (fixture, fixture->hospital, 0.07);
  g_assert_cmpfloat (find_risk (fixture->document, fixture->ward, &from), ==, 0.07);
  g_assert_cmpint (vb_unit_get_id (from), ==, fixture->hospital);
  g_assert_true (isnan (
      vb_document_get_accepted_risk (fixture->document, fixture->ward, VB_CARE_TYPE_GERIATRIC)));
  g_assert_true (isnan (
      vb_document_get_accepted_risk (fixture->document, fixture->hospital, VB_CARE_TYPE_SOMATIC)));
  set_risk (fixture, fixture->ward, 0.02);
  set_risk (fixture, fixture->ward, 0.02);
  g_assert_cmpuint (fixture->n_occupancy, ==, 2);
  g_assert_cmpfloat (find_risk (fixture->document, fixture->ward, &from), ==, 0.02);
  g_assert_cmpint (vb_unit_get_id (from), ==, fixture->ward);
  other = open_stored (fixture);
  g_assert_cmpfloat (find_risk (other, fixture->ward, NULL), ==, 0.02);
  g_assert_cmpfloat (find_risk (other, fixture->hospital, NULL), ==, 0.07);
  vb_document_close (other);

  set_risk (fixture, fixture->ward, NAN);
  g_assert_cmpfloat (find_risk (fixture->document, fixture->ward, NULL), ==, 0.07);
  undo (fixture->document);
  undo (fixture->document);
  undo (fixture->document);
  g_assert_true (isnan (find_risk (fixture->document, fixture->hospital, NULL)));
  g_assert_true (vb_document_redo (fixture->document, &error));
  g_assert_cmpfloat (find_risk (fixture->document, fixture->ward, NULL), ==, 0.07);
  g_assert_false (vb_document_set_accepted_risk (fixture->document, fixture->ward, VB_CARE_TYPE_ICU,
                                                 1, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
}

/* It is the unit's own, and goes with it. */
static void
test_variation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) other = NULL;

  g_assert_true (vb_document_set_variation (fixture->document, fixture->ward, VB_CARE_GROUP_NONE,
                                            1.5, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (
      vb_document_get_variation (fixture->document, fixture->ward, VB_CARE_GROUP_NONE), ==, 1.5);
  g_assert_true (
      isnan (vb_document_get_variation (fixture->document, fixture->ward, VB_CARE_GROUP_ICU)));
  g_assert_false (
      vb_document_set_variation (fixture->document, fixture->ward, VB_CARE_GROUP_ICU, 0, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  other = open_stored (fixture);
  g_assert_cmpfloat (vb_document_get_variation (other, fixture->ward, VB_CARE_GROUP_NONE), ==, 1.5);
  vb_document_close (other);

  g_assert_true (vb_document_remove_unit (fixture->document, fixture->ward, &error));
  g_assert_true (
      isnan (vb_document_get_variation (fixture->document, fixture->ward, VB_CARE_GROUP_NONE)));
  undo (fixture->document);
  g_assert_cmpfloat (
      vb_document_get_variation (fixture->document, fixture->ward, VB_CARE_GROUP_NONE), ==, 1.5);
  g_assert_true (vb_document_set_variation (fixture->document, fixture->ward, VB_CARE_GROUP_NONE,
                                            NAN, &error));
  g_assert_true (
      isnan (vb_document_get_variation (fixture->document, fixture->ward, VB_CARE_GROUP_NONE)));
}

/* What another document says of a unit is taken where ours says nothing; where it says otherwise,
 * ours stands and the difference is told. */
static void
test_gather_occupancy (Fixture *fixture, gconstpointer data)
{
  const VbGapLine line = { 2024, -10, 2026, 0 };
  const VbGapLine longer = { 2024, -10, 2030, 0 };
  VbGapLine found = { 0 };
  g_autoptr (VbDocument) other = NULL;
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GPtrArray) gathered = NULL;

  set_risk (fixture, fixture->ward, 0.02);
  vb_document_set_gap_line (fixture->document, fixture->ward, VB_CARE_GROUP_ICU, &line, &error);
  other = open_stored (fixture);
  vb_document_set_accepted_risk (other, fixture->ward, VB_CARE_TYPE_GERIATRIC, 0.03, &error);
  vb_document_set_accepted_risk (other, fixture->hospital, VB_CARE_TYPE_GERIATRIC, 0.04, &error);
  vb_document_set_variation (other, fixture->ward, VB_CARE_GROUP_SOMATIC, 1.5, &error);
  vb_document_set_gap_line (other, fixture->ward, VB_CARE_GROUP_ICU, &longer, &error);
  g_assert_no_error (error);
  save_as (other, file);
  vb_document_close (other);

  g_ptr_array_add (files, file);
  gathered = vb_document_gather (fixture->document, files, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (find_risk (fixture->document, fixture->ward, NULL), ==, 0.02);
  g_assert_cmpfloat (find_risk (fixture->document, fixture->hospital, NULL), ==, 0.04);
  g_assert_cmpfloat (
      vb_document_get_variation (fixture->document, fixture->ward, VB_CARE_GROUP_SOMATIC), ==, 1.5);
  g_assert_true (
      vb_document_find_gap_line (fixture->document, fixture->ward, VB_CARE_GROUP_ICU, &found));
  g_assert_cmpint (found.to_year, ==, 2026);
  /* The ward's risk, and the line's last year. */
  g_assert_cmpuint (
      g_list_model_get_n_items (vb_gathered_get_conflicts (g_ptr_array_index (gathered, 0))), ==,
      2);
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
  ADD ("line", test_line);
  ADD ("risk", test_risk);
  ADD ("variation", test_variation);
  ADD ("gather-occupancy", test_gather_occupancy);
#undef ADD
  return test_run ();
}
