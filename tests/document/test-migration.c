/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document of every released schema still opens, and holds what it held. One more is written with
 * "--write PATH" when a schema is released; it is never written again. */
#include "document-fixture.h"
#include "ladder-fixture.h"
#include "scenario-fixture.h"
#include "vb-document-actions.h"
#include "vb-document-decisions.h"
#include "vb-document-occupancy.h"
#include "vb-document-population.h"
#include "vb-document-scenarios.h"
#include "vb-import.h"
#include "vb-store-schema.h"
#include "vb-target.h"

static VbBatch *
make_batch (guint first, guint n, double value)
{
  VbBatch *batch = vb_batch_new ();
  VbDay day = vb_day_from_ymd (2024, 1, 1);
  guint hospital = vb_batch_add_unit (batch, -1, VB_UNIT_HOSPITAL, "Sjukhuset Åmål", "SÅ");
  guint ward = vb_batch_add_unit (batch, (gint32) hospital, VB_UNIT_WARD, "Avdelning 3", "A3");

  vb_batch_get_unit (batch, ward)->care_type = VB_CARE_TYPE_ICU;
  vb_batch_get_unit (batch, ward)->acute_share = 0.75;
  for (guint i = first; i < first + n; i++)
    vb_batch_add_observation (batch, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, day + (VbDay) i,
                              value + i, VB_PROVENANCE_VERIFIED, i);
  vb_batch_set_source (batch, "platser.csv", "abc", "header", "{}");
  vb_batch_set_time (batch, 1700000000);
  vb_batch_set_row_counts (batch, n, 1);
  vb_batch_take_problem (
      batch, vb_problem_new (VB_PROBLEM_NOT_A_NUMBER, VB_PROBLEM_REFUSES_CELL, 4, "Platser", "x"));
  vb_batch_finish (batch);
  return batch;
}

/* What schema 2 brought: a ladder, an assessment, and what is done about it. */
static void
write_schema_2 (VbDocument *document, gint64 ward)
{
  g_autoptr (VbLadder) ladder = make_ladder ("trappa", "2026", 2, 3);
  g_autoptr (GError) error = NULL;
  VbDay day = vb_day_from_ymd (2026, 3, 2);
  VbActionFacts action = VB_ACTION_FACTS_INIT;
  VbDialogueFacts dialogue = { .unit_id = ward, .kind = VB_DIALOGUE_STRATEGIC, .day = day };
  VbFocusMeasureFacts measure = { .focus_area_id = 2, .name = (char *) "Vakanta pass" };
  VbFocusAreaFacts area = { .name = { (char *) "Eget område", NULL },
                            .description = { NULL, (char *) "Of our own" },
                            .side = VB_BALANCE_SIDE_NEED,
                            .goal = (char *) "Färre inskrivna" };
  gint64 id =
      vb_document_start_assessment (document, ward, ladder, VB_ROLE_GROUP_NURSES, day, 7, &error);

  g_assert_true (vb_document_set_answer (document, id, "A-2-1", VB_ANSWER_YES, &error));
  g_assert_true (vb_document_set_evidence (document, id, "A-2-1", "Protokoll", &error));
  g_assert_true (vb_document_set_wanted_step (document, id, "B", 3, &error));
  g_assert_true (vb_document_set_area_comment (document, id, "B", "Till hösten", &error));
  g_assert_true (
      vb_document_set_area_plan (document, id, "B", 1, "Vårdenhetschef", day + 90, &error));
  g_assert_true (vb_document_set_assessment_note (document, id, "Lugn dag", &error));
  g_assert_true (vb_document_set_current_area (document, id, "B", &error));
  g_assert_true (vb_document_finish_assessment (document, id, &error));
  g_assert_true (vb_document_set_smallest_group (document, 3, &error));

  action.unit_id = ward;
  action.focus_area_id = vb_document_add_focus_area (document, &area, &error);
  action.title = (char *) "Fördela om pass";
  action.description = (char *) "Från helg till vardag";
  action.owner_role = (char *) "Vårdenhetschef";
  action.level = VB_PLANNING_LEVEL_TACTICAL;
  action.status = VB_ACTION_DONE;
  action.side = VB_BALANCE_SIDE_NEED;
  action.start = day;
  action.due = day + 60;
  action.done = day + 50;
  action.effect_low = 0.5;
  action.effect_base = 1;
  action.effect_high = 2;
  action.assessment_id = id;
  action.ladder_id = vb_ladder_make_id ("trappa", "2026");
  action.statement = (char *) "B-2-2";
  id = vb_document_add_action (document, &action, &error);
  dialogue.parties = (char *) "Regionen";
  dialogue.topics = (char *) "Vårdplatser";
  dialogue.take_aways = (char *) "Fler nätverk";
  dialogue.follow_up = day + 30;
  dialogue.followed_up = TRUE;
  dialogue.n_actions = 1;
  dialogue.action_ids = &id;
  g_assert_cmpint (vb_document_add_dialogue (document, &dialogue, &error), >, 0);
  measure.unit_id = ward;
  measure.kind = VB_FOCUS_MEASURE_TARGETED;
  measure.target = 5;
  measure.good_up = TRUE;
  measure.measured_in = (char *) "%";
  id = vb_document_add_focus_measure (document, &measure, &error);
  g_assert_true (vb_document_set_focus_outcome (document, id, day, 8.5, &error));
  g_assert_no_error (error);
}

/* What schema 3 brought: a scenario. */
static void
write_schema_3 (VbDocument *document, gint64 ward)
{
  g_autoptr (VbReadyScenario) ready = make_ready_scenario ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (vb_document_add_ready_scenario (document, ready, ward, &error), >, 0);
  g_assert_no_error (error);
}

static VbPopulationFacts *
make_population (void)
{
  const VbAges old = { 65, VB_AGE_NO_END };
  VbPopulationFacts *facts = vb_population_facts_new (NULL, "folk.csv");
  VbPopulationCount women = { 2024, VB_SEX_WOMEN, VB_POPULATION_OUTCOME, old, 1200.5 };
  VbPopulationCount all = { 2030, VB_SEX_ALL, VB_POPULATION_PROJECTION, { 0, 64 }, 8000 };
  VbCareUse use = { 2024, VB_SEX_ALL, VB_CARE_GROUP_ICU, old, 730 };

  facts->provenance = VB_PROVENANCE_ILLUSTRATIVE; /* since schema 6 */
  g_array_append_val (facts->counts, women);
  g_array_append_val (facts->counts, all);
  g_array_append_val (facts->uses, use);
  return facts;
}

/* What schema 4 brought: a plan, what a breakdown holds fast, what a scenario is based on, and a
 * population. */
static void
write_schema_4 (VbDocument *document, gint64 ward)
{
  const VbBilingual name = { (char *) "Egen", NULL };
  VbBreakdownHold hold = { 12, 4 };
  g_autoptr (VbPopulationFacts) population = make_population ();
  VbDay day = vb_day_from_ymd (2026, 11, 3);
  g_autoptr (GError) error = NULL;
  VbScenario *ready = vb_document_find_scenario (document, "ready-1", &error);
  gint64 own = vb_document_copy_scenario (document, vb_scenario_get_id (ready), &name, &error);
  g_autoptr (VbLever) lever = NULL;
  g_autoptr (VbAction) action = g_list_model_get_item (vb_document_get_actions (document), 0);
  g_autoptr (VbLeverFacts) facts = NULL;

  lever =
      g_list_model_get_item (vb_scenario_get_levers (vb_document_get_scenario (document, own)), 0);
  facts = vb_lever_facts_copy (vb_lever_get_facts (lever));
  facts->action_id = vb_action_get_id (action);
  g_assert_true (vb_document_change_lever (document, vb_lever_get_id (lever), facts, &error));
  g_assert_true (vb_document_decide_plan (document, own, day, "Nämnden", &error));
  g_assert_true (vb_document_set_breakdown_hold (document, ward, VB_CARE_GROUP_ICU, hold, &error));
  g_assert_true (vb_document_set_population (document, &ward, &population, 1, &error));
  g_assert_true (vb_document_set_consumption_change (document, 0.005, &error));
  g_assert_no_error (error);
}

/* What schema 5 brought: what a recommended target rests on, and the straight line. */
static void
write_schema_5 (VbDocument *document, gint64 ward)
{
  const VbGapLine line = { 2025, -7.5, 2029, 1 };
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_set_accepted_risk (document, ward, VB_CARE_TYPE_ICU, 0.015, &error));
  g_assert_true (vb_document_set_variation (document, ward, VB_CARE_GROUP_ICU, 1.25, &error));
  g_assert_true (vb_document_set_gap_line (document, ward, VB_CARE_GROUP_ICU, &line, &error));
  g_assert_no_error (error);
}

/* Something in every table and column. */
static void
write_document (GFile *file)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbBatch) older = make_batch (0, 30, 10);
  g_autoptr (VbBatch) newer = make_batch (20, 20, 12.5);
  g_autoptr (GError) error = NULL;
  VbPeriod day = { VB_GRAIN_DAY, vb_day_from_ymd (2024, 1, 25) };
  VbPeriod year = { VB_GRAIN_YEAR, vb_day_from_ymd (2023, 1, 1) };
  gint64 ward;

  vb_document_set_id_seed (document, 1);
  take (document, older);
  take (document, newer);
  ward = vb_unit_get_id (vb_document_find_unit (document, "A3", &error));
  g_assert_true (
      vb_document_set_observation (document, ward, VB_MEASURE_AVAILABLE_BEDS, day, 99, &error));
  g_assert_true (
      vb_document_set_observation (document, ward, VB_MEASURE_POPULATION, year, 12000, &error));
  g_assert_true (vb_document_set_target (document, ward, VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_NONE,
                                         vb_day_from_ymd (2024, 7, 1), 0.8, "Styrelsen", &error));
  g_assert_true (vb_document_set_target (document, 0, VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_ICU,
                                         VB_DAY_NONE, 0.7, NULL, &error));
  g_assert_true (vb_document_set_default_target (document, 0.88, &error));
  g_assert_true (vb_document_set_occupied_includes_overcrowded (document, FALSE, &error));
  g_assert_true (vb_document_set_hidden_demand (document, 0.03, &error));
  g_assert_no_error (error);
  write_schema_2 (document, ward);
  write_schema_3 (document, ward);
  write_schema_4 (document, ward);
  write_schema_5 (document, ward);
  save_as (document, file);
  vb_document_close (document);
}

static void
check_assessment (VbDocument *document, gint64 ward)
{
  g_autoptr (VbLadder) ladder = make_ladder ("trappa", "2026", 2, 3);
  g_autoptr (VbAssessment) assessment =
      g_list_model_get_item (vb_document_get_assessments (document), 0);
  const VbAssessmentArea *area = vb_assessment_get_area (assessment, "B");
  VbDay day = vb_day_from_ymd (2026, 3, 2);

  g_assert_true (vb_ladder_equal (vb_assessment_get_ladder (assessment), ladder));
  g_assert_cmpint (vb_assessment_get_unit_id (assessment), ==, ward);
  g_assert_cmpint (vb_assessment_get_role (assessment), ==, VB_ROLE_GROUP_NURSES);
  g_assert_cmpint (vb_assessment_get_day (assessment), ==, day);
  g_assert_cmpuint (vb_assessment_get_participants (assessment), ==, 7);
  g_assert_cmpint (vb_assessment_get_state (assessment), ==, VB_ASSESSMENT_DONE);
  g_assert_cmpstr (vb_assessment_get_note (assessment), ==, "Lugn dag");
  g_assert_cmpstr (vb_assessment_get_current_area (assessment), ==, "B");
  g_assert_cmpint (vb_assessment_get_answer (assessment, "A-2-1"), ==, VB_ANSWER_YES);
  g_assert_cmpstr (vb_assessment_get_evidence (assessment, "A-2-1"), ==, "Protokoll");
  g_assert_cmpuint (area->wanted_step, ==, 3);
  g_assert_cmpuint (area->priority, ==, 1);
  g_assert_cmpint (area->by, ==, day + 90);
  g_assert_cmpstr (area->owner_role, ==, "Vårdenhetschef");
  g_assert_cmpstr (area->comment, ==, "Till hösten");
  g_assert_cmpuint (vb_document_get_smallest_group (document), ==, 3);
}

static void
check_actions (VbDocument *document, gint64 ward)
{
  g_autoptr (VbAction) action = g_list_model_get_item (vb_document_get_actions (document), 0);
  g_autoptr (VbDialogue) dialogue = g_list_model_get_item (vb_document_get_dialogues (document), 0);
  g_autoptr (VbFocusArea) own = g_list_model_get_item (vb_document_get_focus_areas (document), 5);
  g_autoptr (VbFocusMeasure) measure = g_list_model_get_item (
      vb_focus_area_get_measures (vb_document_get_focus_area (document, 2)), 0);
  const VbActionFacts *said = vb_action_get_facts (action);
  const VbDialogueFacts *noted = vb_dialogue_get_facts (dialogue);
  const VbFocusMeasureFacts *measured = vb_focus_measure_get_facts (measure);
  VbDay day = vb_day_from_ymd (2026, 3, 2);
  guint n;
  const VbFocusOutcome *outcomes = vb_focus_measure_get_outcomes (measure, &n);

  g_assert_cmpint (said->focus_area_id, ==, vb_focus_area_get_id (own));
  g_assert_cmpstr (vb_focus_area_get_facts (own)->name.sv, ==, "Eget område");
  g_assert_cmpstr (vb_focus_area_get_facts (own)->goal, ==, "Färre inskrivna");
  g_assert_cmpint (said->unit_id, ==, ward);
  g_assert_cmpstr (said->title, ==, "Fördela om pass");
  g_assert_cmpint (said->status, ==, VB_ACTION_DONE);
  g_assert_cmpint (said->done, ==, day + 50);
  g_assert_cmpfloat (said->effect_high, ==, 2);
  g_assert_cmpstr (said->statement, ==, "B-2-2");
  g_assert_nonnull (vb_document_get_assessment (document, said->assessment_id));
  g_assert_cmpstr (noted->take_aways, ==, "Fler nätverk");
  g_assert_true (noted->followed_up);
  g_assert_cmpuint (noted->n_actions, ==, 1);
  g_assert_cmpint (noted->action_ids[0], ==, vb_action_get_id (action));
  g_assert_cmpint (measured->unit_id, ==, ward);
  g_assert_cmpfloat (measured->target, ==, 5);
  g_assert_true (measured->good_up);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (outcomes[0].value, ==, 8.5);
}

/* What an old document gets that it did not have. */
static void
check_brought (VbDocument *document)
{
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_ladders (document)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_focus_areas (document)), ==,
                    VB_N_FOCUS_AREAS_GIVEN);
  g_assert_cmpuint (vb_document_get_smallest_group (document), ==, 5);
}

static void
check_scenario (VbDocument *document, gint64 ward)
{
  g_autoptr (GError) error = NULL;
  VbScenario *scenario = vb_document_find_scenario (document, "ready-1", &error);
  g_autoptr (VbLever) lever = NULL;

  g_assert_no_error (error);
  lever = g_list_model_get_item (vb_scenario_get_levers (scenario), 1);
  g_assert_cmpint (vb_scenario_get_facts (scenario)->unit_id, ==, ward);
  g_assert_cmpfloat (vb_scenario_find_year (scenario, VB_BALANCE_SIDE_NEED, 2026)->beds, ==, 110);
  g_assert_cmpstr (vb_lever_get_facts (lever)->name.sv, ==, "Minska");
  g_assert_cmpfloat (vb_lever_get_facts (lever)->figures.bed_days, ==, 3285);
}

static void
check_decisions (VbDocument *document, gint64 ward)
{
  g_autoptr (GError) error = NULL;
  VbScenario *ready = vb_document_find_scenario (document, "ready-1", &error);
  VbScenario *own = vb_document_find_scenario (document, "Egen", &error);
  VbPlan *plan = vb_document_find_plan (document, ward, VB_CARE_GROUP_ICU);
  g_autoptr (VbLever) lever = NULL;

  g_assert_no_error (error);
  lever = g_list_model_get_item (vb_scenario_get_levers (own), 0);
  g_assert_cmpint (vb_scenario_get_facts (own)->based_on_id, ==, vb_scenario_get_id (ready));
  g_assert_nonnull (vb_document_get_action (document, vb_lever_get_facts (lever)->action_id));
  g_assert_cmpint (vb_plan_get_facts (plan)->scenario_id, ==, vb_scenario_get_id (own));
  g_assert_cmpint (vb_plan_get_facts (plan)->decided_day, ==, vb_day_from_ymd (2026, 11, 3));
  g_assert_cmpstr (vb_plan_get_facts (plan)->decided_by, ==, "Nämnden");
  g_assert_cmpuint (vb_plan_get_n_years (plan), ==, 3);
  g_assert_cmpfloat (vb_plan_find_year (plan, 2025)->capacity, ==, 106);
  g_assert_cmpint (vb_document_get_breakdown_hold (document, ward, VB_CARE_GROUP_ICU).locked, ==,
                   12);
}

static void
check_population (VbDocument *document, gint64 ward, guint schema)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbPopulationFacts) facts = vb_document_read_population (document, ward, &error);
  const VbPopulationCount *counts;
  const VbCareUse *use;

  g_assert_no_error (error);
  g_assert_cmpstr (facts->source, ==, "folk.csv");
  g_assert_cmpint (facts->provenance, ==,
                   schema >= 6 ? VB_PROVENANCE_ILLUSTRATIVE : VB_PROVENANCE_REPORTED);
  g_assert_cmpuint (facts->counts->len, ==, 2);
  g_assert_cmpuint (facts->uses->len, ==, 1);
  counts = (const VbPopulationCount *) (gpointer) facts->counts->data;
  g_assert_cmpint (counts[0].year, ==, 2024);
  g_assert_cmpint (counts[0].sex, ==, VB_SEX_WOMEN);
  g_assert_cmpint (counts[0].ages.to, ==, VB_AGE_NO_END);
  g_assert_cmpfloat (counts[0].inhabitants, ==, 1200.5);
  g_assert_cmpint (counts[1].kind, ==, VB_POPULATION_PROJECTION);
  g_assert_cmpint (counts[1].ages.to, ==, 64);
  use = &g_array_index (facts->uses, VbCareUse, 0);
  g_assert_cmpint (use->group, ==, VB_CARE_GROUP_ICU);
  g_assert_cmpfloat (use->bed_days, ==, 730);
  g_assert_cmpfloat (vb_document_get_consumption_change (document), ==, 0.005);
}

static void
check_occupancy (VbDocument *document, gint64 ward)
{
  VbGapLine line = { 0 };

  g_assert_cmpfloat (vb_document_get_accepted_risk (document, ward, VB_CARE_TYPE_ICU), ==, 0.015);
  g_assert_cmpfloat (vb_document_get_variation (document, ward, VB_CARE_GROUP_ICU), ==, 1.25);
  g_assert_true (vb_document_find_gap_line (document, ward, VB_CARE_GROUP_ICU, &line));
  g_assert_cmpint (line.from_year, ==, 2025);
  g_assert_cmpfloat (line.from_gap, ==, -7.5);
  g_assert_cmpint (line.to_year, ==, 2029);
  g_assert_cmpfloat (line.to_gap, ==, 1);
}

static void
check_values (VbDocument *document, gint64 ward)
{
  VbDay day = vb_day_from_ymd (2024, 1, 1);

  for (int i = 0; i < 41; i++)
    {
      double value = get_value (document, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, day + i);

      if (i == 40)
        g_assert_true (isnan (value));
      else
        g_assert_cmpfloat (value, ==, i == 24 ? 99 : (i < 20 ? 10 : 12.5) + i);
    }
  g_assert_cmpfloat (get_value (document, ward, VB_MEASURE_POPULATION, VB_GRAIN_YEAR,
                                vb_day_from_ymd (2023, 1, 1)),
                     ==, 12000);
}

static void
check_document (VbDocument *document, guint schema)
{
  g_autoptr (GError) error = NULL;
  VbUnit *ward = vb_document_find_unit (document, "Sjukhuset Åmål / Avdelning 3", &error);
  GListModel *imports = vb_document_get_imports (document);
  GListModel *targets = vb_document_get_targets (document);
  g_autoptr (VbImport) newer = g_list_model_get_item (imports, 0);
  g_autoptr (VbTarget) whole = g_list_model_get_item (targets, 0);
  g_autoptr (VbTarget) own = g_list_model_get_item (targets, 1);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *mapping = vb_document_get_mapping (document, "header");

  g_assert_no_error (error);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 2);
  g_assert_cmpstr (vb_unit_get_code (ward), ==, "A3");
  g_assert_cmpint (vb_unit_get_kind (ward), ==, VB_UNIT_WARD);
  g_assert_cmpint (vb_unit_get_own_care_type (ward), ==, VB_CARE_TYPE_ICU);
  g_assert_cmpfloat (vb_unit_get_acute_share (ward), ==, 0.75);
  check_values (document, vb_unit_get_id (ward));

  g_assert_cmpuint (g_list_model_get_n_items (targets), ==, 2);
  g_assert_cmpint (vb_target_get_care_type (whole), ==, VB_CARE_TYPE_ICU);
  g_assert_cmpfloat (vb_target_get_value (whole), ==, 0.7);
  g_assert_cmpint (vb_target_get_from (own), ==, vb_day_from_ymd (2024, 7, 1));
  g_assert_cmpstr (vb_target_get_decided_by (own), ==, "Styrelsen");
  g_assert_cmpfloat (vb_document_get_default_target (document), ==, 0.88);
  g_assert_false (vb_document_get_occupied_includes_overcrowded (document));
  g_assert_cmpfloat (vb_document_get_hidden_demand (document), ==, 0.03);
  g_assert_cmpstr (mapping, ==, "{}");

  g_assert_cmpuint (g_list_model_get_n_items (imports), ==, 2);
  g_assert_cmpstr (vb_import_get_source_name (newer), ==, "platser.csv");
  g_assert_cmpint (vb_import_get_time (newer), ==, 1700000000);
  g_assert_cmpint (vb_import_get_n_observations (newer), ==, 19);
  problems = vb_document_read_import_problems (document, vb_import_get_id (newer), &error);
  g_assert_cmpuint (problems->len, ==, 1);
  if (schema < 2)
    {
      check_brought (document);
      return;
    }
  check_assessment (document, vb_unit_get_id (ward));
  check_actions (document, vb_unit_get_id (ward));
  if (schema >= 3)
    check_scenario (document, vb_unit_get_id (ward));
  if (schema >= 4)
    {
      check_decisions (document, vb_unit_get_id (ward));
      check_population (document, vb_unit_get_id (ward), schema);
    }
  if (schema >= 5)
    check_occupancy (document, vb_unit_get_id (ward));
}

/* The old document can be worked with like a new one. */
static void
use_document (VbDocument *document, guint schema)
{
  GListModel *imports = vb_document_get_imports (document);
  g_autoptr (GError) error = NULL;
  VbDay day = vb_day_from_ymd (2024, 1, 1);
  gint64 ward = vb_unit_get_id (vb_document_find_unit (document, "A3", &error));

  while (g_list_model_get_n_items (imports) > 0)
    {
      g_autoptr (VbImport) import = g_list_model_get_item (imports, 0);

      g_assert_true (vb_document_take_back_import (document, vb_import_get_id (import), &error));
      g_assert_no_error (error);
    }
  /* What was typed stays, and holds its unit. */
  g_assert_cmpfloat (get_value (document, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, day + 24),
                     ==, 99);
  undo (document);
  undo (document);
  check_document (document, schema);
}

static void
test_stored (gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("v%u.vardbalans", GPOINTER_TO_UINT (data));
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "documents", name, NULL);
  g_autoptr (GFile) stored = g_file_new_for_path (path);
  g_autoptr (GFile) saved = new_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = vb_document_open (stored, NULL, &error);
  g_autoptr (VbDocument) again = NULL;

  g_assert_no_error (error);
  g_assert_false (vb_document_get_modified (document));
  check_document (document, GPOINTER_TO_UINT (data));
  use_document (document, GPOINTER_TO_UINT (data));
  save_as (document, saved);
  vb_document_close (document);
  again = vb_document_open (saved, NULL, &error);
  g_assert_no_error (error);
  check_document (again, GPOINTER_TO_UINT (data));
  vb_document_close (again);
}

/* The stored documents are what this program once wrote; this is what it writes today. */
static void
test_present (void)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (VbDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  write_document (file);
  document = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  check_document (document, VB_STORE_SCHEMA_NUMBER);
  vb_document_close (document);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    {
      g_autoptr (GFile) file = g_file_new_for_path (argv[2]);

      write_document (file);
      return 0;
    }
  for (guint schema = 1; schema <= VB_STORE_SCHEMA_NUMBER; schema++)
    {
      g_autofree char *path = g_strdup_printf ("/document/migration/v%u", schema);

      g_test_add_data_func (path, GUINT_TO_POINTER (schema), test_stored);
    }
  g_test_add_func ("/document/migration/present", test_present);
  return test_run ();
}
