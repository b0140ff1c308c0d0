/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Years of a hospital with two wards, and what a scenario makes of them. */
#include "planner-fixture.h"

#include <math.h>
#include <string.h>

#include "document-fixture.h"
#include "scenario-fixture.h"
#include "vb-document-decisions.h"
#include "vb-document-population.h"
#include "vb-document-scenarios.h"
#include "vb-planner-years.h"
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

/* Need 110 → 105 and capacity 100 → 106; ward A needs 9 ÷ 0.9 = 10 of the 20 beds that both need,
 * and has 10 of 30. */
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
  assert_beds (&part[0], 2024, 55, 100 / 3.0);
  assert_beds (&part[2], 2026, 52.5, 106 / 3.0);

  other = vb_scenario_outlook_follow (fixture->scenario, fixture->ward_a, VB_CARE_GROUP_SOMATIC,
                                      table, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (isnan (other[2].need) && isnan (other[2].capacity));
}

/* The table under the scenario: what was before it, then what it says, of wards in proportion so
 * that they add up; at another target the whole of it. */
static void
test_apply (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbNeedTable) table = vb_planner_compute_need (
      fixture->planner, VB_GRAIN_YEAR, VB_DAY_NONE, VB_DAY_NONE, 0.8, NULL, &error);
  GListModel *roots = vb_document_get_roots (fixture->document);
  const VbScenarioFacts *facts = vb_scenario_get_facts (fixture->scenario);
  g_autoptr (VbNeedTable) told = NULL;
  const VbNeedFigures *whole, *a, *b;

  g_assert_no_error (error);
  told = vb_scenario_outlook_apply (fixture->scenario, roots, table, 0.8, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vb_need_table_get_n_periods (told), ==, 4);
  a = vb_need_table_get (told, vb_unit_get_id (fixture->ward_a), VB_CARE_GROUP_ICU, 0);
  g_assert_cmpfloat_with_epsilon (a->need_beds, 9 / 0.8, 1e-6);
  g_assert_cmpfloat (a->days, ==, 365);

  whole = vb_need_table_get (told, vb_unit_get_id (fixture->hospital), VB_CARE_GROUP_ICU, 3);
  a = vb_need_table_get (told, vb_unit_get_id (fixture->ward_a), VB_CARE_GROUP_ICU, 3);
  b = vb_need_table_get (told, vb_unit_get_id (fixture->ward_b), VB_CARE_GROUP_ICU, 3);
  g_assert_cmpfloat_with_epsilon (whole->need_beds, 105 * facts->target_occupancy / 0.8, 1e-6);
  g_assert_cmpfloat (whole->available_beds, ==, 106);
  g_assert_cmpfloat (whole->target_occupancy, ==, 0.8);
  g_assert_cmpfloat_with_epsilon (whole->occupancy, whole->need_beds * 0.8 / 106, 1e-9);
  g_assert_true (isnan (whole->days));
  g_assert_cmpfloat_with_epsilon (a->need_beds + b->need_beds, whole->need_beds, 1e-9);
  g_assert_cmpfloat_with_epsilon (a->available_beds + b->available_beds, 106, 1e-9);

  g_assert_true (vb_scenario_outlook_tells (fixture->scenario, fixture->ward_a, VB_CARE_GROUP_ICU,
                                            vb_need_table_get_period (told, 3)));
  g_assert_false (vb_scenario_outlook_tells (fixture->scenario, fixture->ward_a, VB_CARE_GROUP_ICU,
                                             vb_need_table_get_period (told, 0)));
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

/* ---- years ------------------------------------------------------------------------------------
 */

static VbNeedTable *
compute_years (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  VbNeedTable *table = vb_planner_compute_need (fixture->planner, VB_GRAIN_YEAR, VB_DAY_NONE,
                                                VB_DAY_NONE, 0.9, NULL, &error);

  g_assert_no_error (error);
  return table;
}

static GListModel *
get_years (Fixture *fixture, VbNeedTable *table, const VbYearsOrder *order)
{
  g_autoptr (GError) error = NULL;
  GListModel *rows = vb_planner_get_years (fixture->planner, table, order, &error);

  g_assert_no_error (error);
  return rows;
}

/* Borrowed of @rows. */
static const VbYearFigures *
find_year (GListModel *rows, gint16 year, VbYearRow **row)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VbYearRow) found = g_list_model_get_item (rows, i);

      if (vb_year_row_get_figures (found)->year != year)
        continue;
      if (row != NULL)
        *row = found;
      return vb_year_row_get_figures (found);
    }
  g_assert_not_reached ();
}

static void
set_year (Fixture *fixture, VbUnit *unit, VbMeasureId measure, int year, double value)
{
  g_autoptr (GError) error = NULL;

  vb_document_set_observation (fixture->document, vb_unit_get_id (unit), measure,
                               (VbPeriod){ VB_GRAIN_YEAR, DAY (year, 1, 1) }, value, &error);
  g_assert_no_error (error);
}

/* 2,230 short in 2023 and balance by 2026: 1,487 in 2024. It became 1,864, which is 377 behind. */
static void
test_national (Fixture *fixture, gconstpointer data)
{
  VbUnit *nation = vb_document_get_unit (
      fixture->document, add_unit (fixture->document, 0, VB_UNIT_NATION, "Riket", NULL));
  g_autoptr (VbNeedTable) table = NULL;
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (VbYearRow) latest = NULL;
  g_autoptr (VbExplanation) explanation = NULL;
  VbYearsOrder order = { .unit = nation };
  const VbYearFigures *figures;
  VbYearRow *row;

  set_year (fixture, nation, VB_MEASURE_NEEDED_BEDS, 2022, 18134);
  set_year (fixture, nation, VB_MEASURE_AVAILABLE_BEDS, 2022, 15774);
  set_year (fixture, nation, VB_MEASURE_NEEDED_BEDS, 2023, 17830);
  set_year (fixture, nation, VB_MEASURE_AVAILABLE_BEDS, 2023, 15600);
  set_year (fixture, nation, VB_MEASURE_NEEDED_BEDS, 2024, 17424);
  set_year (fixture, nation, VB_MEASURE_AVAILABLE_BEDS, 2024, 15560);
  set_year (fixture, nation, VB_MEASURE_POPULATION, 2024, 10588000);
  table = compute_years (fixture);

  /* Nobody has planned anything: there is nothing to be behind. */
  vb_planner_find_plan (fixture->planner, &order);
  g_assert_cmpint (order.origin, ==, VB_LINE_NONE);
  rows = get_years (fixture, table, &order);
  g_assert_true (isnan (find_year (rows, 2024, NULL)->planned_gap));
  g_assert_true (isnan (find_year (rows, 2024, NULL)->deviation));
  g_clear_object (&rows);

  order.line = vb_planner_suggest_line (table, nation, VB_CARE_GROUP_NONE);
  g_assert_cmpint (order.line.from_year, ==, 2023);
  g_assert_cmpfloat (order.line.from_gap, ==, -2230);
  g_assert_cmpint (order.line.to_year, ==, 2026);
  g_assert_cmpfloat (order.line.to_gap, ==, 0);

  rows = get_years (fixture, table, &order);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 5);
  figures = find_year (rows, 2024, &row);
  g_assert_cmpint (figures->basis, ==, VB_YEAR_OUTCOME);
  g_assert_cmpfloat (round (figures->planned_gap), ==, -1487);
  g_assert_cmpfloat (figures->gap, ==, -1864);
  g_assert_cmpfloat (round (figures->deviation), ==, -377);
  g_assert_cmpfloat_with_epsilon (figures->need_per_1000, 17424 / 10588.0, 1e-9);
  g_assert_true (isnan (find_year (rows, 2023, NULL)->need_per_1000));
  g_assert_cmpint (find_year (rows, 2026, NULL)->basis, ==, VB_YEAR_NOTHING);
  g_assert_cmpfloat (find_year (rows, 2026, NULL)->planned_gap, ==, 0);
  g_assert_true (isnan (find_year (rows, 2026, NULL)->deviation));
  latest = vb_planner_find_latest_year (rows);
  g_assert_true (latest == row);

  explanation = vb_planner_explain_year (fixture->planner, table, &order, row, "deviation");
  g_assert_cmpstr (vb_explanation_get_numbers (explanation), ==, "−1,864 − (−1,487) = −377");
  g_clear_object (&explanation);
  explanation = vb_planner_explain_year (fixture->planner, table, &order, row, "planned_gap");
  g_assert_cmpstr (vb_explanation_get_numbers (explanation), ==, "−2,230 + 2,230 × 1 ÷ 3 = −1,487");
}

/* A number counts from the year that its day lies in, until the next; that of another kind of care
 * does not. */
static void
test_references (Fixture *fixture, gconstpointer data)
{
  gint64 id = vb_unit_get_id (fixture->ward_a);
  g_autoptr (GError) error = NULL;
  g_autoptr (VbNeedTable) table = NULL;
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (VbExplanation) explanation = NULL;
  VbYearsOrder order = { .unit = fixture->ward_a, .group = VB_CARE_GROUP_ICU };
  const VbYearFigures *figures;
  VbYearRow *row;

  vb_document_set_target (fixture->document, id, VB_MEASURE_NEEDED_BEDS, VB_CARE_TYPE_NONE,
                          DAY (2024, 7, 1), 11, "the board", &error);
  vb_document_set_target (fixture->document, id, VB_MEASURE_NEEDED_BEDS, VB_CARE_TYPE_NONE,
                          DAY (2028, 1, 1), 12, NULL, &error);
  vb_document_set_target (fixture->document, id, VB_MEASURE_NEEDED_BEDS, VB_CARE_TYPE_SOMATIC,
                          DAY (2025, 1, 1), 99, NULL, &error);
  g_assert_no_error (error);
  table = compute_years (fixture);
  rows = get_years (fixture, table, &order);

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 6);
  g_assert_true (isnan (find_year (rows, 2023, NULL)->reference));
  figures = find_year (rows, 2024, &row);
  g_assert_cmpfloat (figures->reference, ==, 11);
  g_assert_cmpfloat (figures->gap_to_reference, ==, -1);
  g_assert_true (vb_year_row_is_decided (row));
  explanation = vb_planner_explain_year (fixture->planner, table, &order, row, "reference_beds");
  g_assert_cmpstr (vb_explanation_get_input (explanation, 0)->source, ==,
                   "decided by the board, in force from 1 Jul 2024");

  figures = find_year (rows, 2025, &row);
  g_assert_cmpint (figures->basis, ==, VB_YEAR_PARTIAL);
  g_assert_cmpfloat (figures->reference, ==, 11);
  g_assert_false (vb_year_row_is_decided (row));
  g_assert_cmpfloat (find_year (rows, 2028, NULL)->reference, ==, 12);
}

/* What came about stands before what a scenario says, and the years go on to its last. */
static void
test_scenario_years (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbNeedTable) table = compute_years (fixture);
  VbYearsOrder order = { .unit = fixture->hospital,
                         .group = VB_CARE_GROUP_ICU,
                         .scenario = fixture->scenario };
  VbYearsOrder part = order;
  g_autoptr (GListModel) rows = get_years (fixture, table, &order);
  g_autoptr (GListModel) part_rows = NULL;
  g_autoptr (VbExplanation) explanation = NULL;
  const VbYearFigures *figures;
  VbMediumTerm term;
  VbYearRow *row;

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 4);
  figures = find_year (rows, 2024, NULL);
  g_assert_cmpint (figures->basis, ==, VB_YEAR_OUTCOME);
  g_assert_cmpfloat (figures->capacity, ==, 30);
  g_assert_cmpfloat (figures->scenario_capacity, ==, 100);
  figures = find_year (rows, 2026, &row);
  g_assert_cmpint (figures->basis, ==, VB_YEAR_SCENARIO);
  g_assert_cmpfloat_with_epsilon (figures->gap, 1, 1e-6);
  explanation = vb_planner_explain_year (fixture->planner, table, &order, row, "available_beds");
  g_assert_cmpstr (vb_explanation_get_numbers (explanation), ==, "100 + 6 = 106");
  g_clear_object (&explanation);

  /* The scenario ends in two years: that is as far as is known. */
  term = vb_planner_get_medium_term (fixture->planner, table, &order, NULL);
  g_assert_cmpint (term.from_year, ==, 2024);
  g_assert_cmpint (term.year, ==, 2026);
  g_assert_cmpfloat_with_epsilon (term.need, 105, 1e-6);

  part.unit = fixture->ward_a;
  part_rows = get_years (fixture, table, &part);
  figures = find_year (part_rows, 2026, &row);
  g_assert_cmpint (figures->basis, ==, VB_YEAR_SHARE);
  explanation = vb_planner_explain_year (fixture->planner, table, &part, row, "available_beds");
  g_assert_cmpstr (vb_explanation_get_numbers (explanation), ==, "10 × 106 ÷ 30 = 35.3");
  g_clear_object (&explanation);

  order.scenario = NULL;
  term = vb_planner_get_medium_term (fixture->planner, table, &order, NULL);
  g_assert_true (isnan (term.need));
  explanation = vb_planner_explain_medium_term (fixture->planner, table, &order);
  g_assert_nonnull (vb_explanation_get_note (explanation));
}

static void
add_people (VbPopulationFacts *facts, gint16 year, VbPopulationKind kind, double young, double old)
{
  const VbPopulationCount counts[] = {
    { year, VB_SEX_ALL, (guint8) kind, { 0, 64 }, young },
    { year, VB_SEX_ALL, (guint8) kind, { 65, VB_AGE_NO_END }, old },
  };

  g_array_append_vals (facts->counts, counts, G_N_ELEMENTS (counts));
}

/* 0.1 bed days a young inhabitant and 5 an old one, and as many young and more old each time. */
static void
set_population (Fixture *fixture)
{
  const VbCareUse uses[] = {
    { 2024, VB_SEX_ALL, VB_CARE_GROUP_ICU, { 0, 64 }, 100 },
    { 2024, VB_SEX_ALL, VB_CARE_GROUP_ICU, { 65, VB_AGE_NO_END }, 1000 },
  };
  g_autoptr (VbPopulationFacts) facts = vb_population_facts_new (NULL, NULL);
  gint64 id = vb_unit_get_id (fixture->hospital);
  g_autoptr (GError) error = NULL;

  add_people (facts, 2024, VB_POPULATION_OUTCOME, 1000, 200);
  add_people (facts, 2026, VB_POPULATION_PROJECTION, 1000, 240);
  add_people (facts, 2028, VB_POPULATION_PROJECTION, 1000, 300);
  g_array_append_vals (facts->uses, uses, G_N_ELEMENTS (uses));
  vb_document_set_population (fixture->document, &id, &facts, 1, &error);
  g_assert_no_error (error);
  vb_planner_read_population (fixture->planner, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_inhabitants (Fixture *fixture,
                    VbNeedTable *table,
                    const VbYearsOrder *order,
                    gint16 year,
                    double inhabitants,
                    const char *source)
{
  g_autoptr (GListModel) rows = get_years (fixture, table, order);
  g_autoptr (VbExplanation) explanation = NULL;
  VbYearRow *row;
  const VbYearFigures *figures = find_year (rows, year, &row);

  g_assert_cmpfloat_with_epsilon (figures->need_per_1000, figures->need * 1000 / inhabitants, 1e-9);
  explanation = vb_planner_explain_year (fixture->planner, table, order, row, "need_per_1000");
  g_assert_cmpstr (vb_explanation_get_input (explanation, 1)->source, ==, source);
}

/* Where no scenario is chosen the population alone tells what is to come, as far as it is known;
 * inhabitants are those of the population by age. */
static void
test_population (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbNeedTable) table = compute_years (fixture);
  VbYearsOrder order = { .unit = fixture->hospital, .group = VB_CARE_GROUP_ICU };
  VbYearsOrder ward = { .unit = fixture->ward_a, .group = VB_CARE_GROUP_ICU };
  g_autoptr (VbExplanation) explanation = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) rows = NULL;
  const VbYearFigures *figures;
  VbMediumTerm term;
  VbYearRow *row;

  set_population (fixture);
  term = vb_planner_get_medium_term (fixture->planner, table, &order, NULL);
  g_assert_cmpint (term.from_year, ==, 2024);
  g_assert_cmpint (term.year, ==, 2028);
  g_assert_cmpfloat_with_epsilon (term.need, term.from_need * 1600 / 1100, 1e-9);

  /* The years until then are among the rows: what will be needed, of beds that nobody knows. */
  rows = get_years (fixture, table, &order);
  figures = find_year (rows, 2028, &row);
  g_assert_cmpint (figures->basis, ==, VB_YEAR_POPULATION);
  g_assert_cmpfloat_with_epsilon (figures->need, term.need, 1e-9);
  g_assert_true (isnan (figures->capacity) && isnan (figures->gap));
  explanation = vb_planner_explain_year (fixture->planner, table, &order, row, "need_beds");
  g_assert_nonnull (strstr (vb_explanation_get_numbers (explanation), "× 1.455 ="));
  g_clear_object (&explanation);

  /* A ward follows those of its hospital, and the change of consumption that is assumed. */
  vb_document_set_consumption_change (fixture->document, 0.01, &error);
  g_assert_no_error (error);
  term = vb_planner_get_medium_term (fixture->planner, table, &ward, NULL);
  g_assert_cmpfloat_with_epsilon (term.need, term.from_need * 1600 / 1100 * pow (1.01, 4), 1e-9);
  explanation = vb_planner_explain_medium_term (fixture->planner, table, &ward);
  g_assert_cmpstr (vb_explanation_get_input (explanation, 1)->value, ==, "1.514");
  g_assert_cmpstr (vb_explanation_get_input (explanation, 1)->source, ==, "Hospital");
  g_assert_cmpstr (vb_explanation_get_input (explanation, 2)->value, ==, "+1.0%");

  order.scenario = fixture->scenario;
  term = vb_planner_get_medium_term (fixture->planner, table, &order, NULL);
  g_assert_cmpfloat_with_epsilon (term.need, 105, 1e-6);
  g_assert_true (isnan (term.population_ratio));
  assert_inhabitants (fixture, table, &order, 2024, 1200,
                      "population by age, counted at the end of 2024");
  assert_inhabitants (fixture, table, &order, 2025, 1200,
                      "population by age, counted at the end of 2024");
  assert_inhabitants (fixture, table, &order, 2026, 1240,
                      "population by age, projected for the end of 2026");
}

/* A decided plan goes before a straight line. */
static void
test_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbNeedTable) table = compute_years (fixture);
  VbYearsOrder order = { .unit = fixture->hospital,
                         .group = VB_CARE_GROUP_ICU,
                         .line = { 2023, -30, 2026, 0 } };
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (GError) error = NULL;
  const VbYearFigures *figures;

  vb_document_decide_plan (fixture->document, vb_scenario_get_id (fixture->scenario),
                           DAY (2024, 3, 1), "the board", &error);
  g_assert_no_error (error);
  order.plan = vb_document_find_plan (fixture->document, vb_unit_get_id (fixture->hospital),
                                      VB_CARE_GROUP_ICU);
  g_assert_nonnull (order.plan);
  rows = get_years (fixture, table, &order);
  figures = find_year (rows, 2024, NULL);
  g_assert_cmpfloat_with_epsilon (figures->planned_gap, -10, 1e-6);
  g_assert_cmpfloat_with_epsilon (figures->deviation, figures->gap + 10, 1e-6);
  g_assert_true (isnan (find_year (rows, 2023, NULL)->planned_gap));
}

/* ---- sisters ----------------------------------------------------------------------------------
 */

static const VbSisterFigures *
get_sister (GListModel *rows, guint index, const char *name)
{
  g_autoptr (VbSisterRow) row = g_list_model_get_item (rows, index);

  g_assert_cmpstr (vb_unit_get_name (vb_sister_row_get_unit (row)), ==, name);
  return vb_sister_row_get_figures (row);
}

/* A: 10 needed, 10 there. B: 10 needed, 20 there. */
static void
test_sisters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbNeedTable) table = compute_years (fixture);
  VbSisterOrder order;
  gint16 year = vb_planner_find_sister_year (fixture->planner, table, fixture->ward_b,
                                             VB_CARE_GROUP_ICU, 2025);
  g_autoptr (GListModel) rows = vb_planner_get_sisters (fixture->planner, table, fixture->ward_b,
                                                        VB_CARE_GROUP_ICU, year, &order);
  g_autoptr (VbSisterRow) second = g_list_model_get_item (rows, 1);

  g_assert_cmpint (year, ==, 2024);
  g_assert_cmpint (order, ==, VB_SISTER_BY_GAP_SHARE);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  g_assert_cmpfloat_with_epsilon (get_sister (rows, 0, "A")->gap_share.value, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_sister (rows, 1, "B")->gap_share.value, 1, 1e-9);
  g_assert_cmpuint (get_sister (rows, 1, "B")->first, ==, 2);
  g_assert_true (vb_sister_row_is_in_question (second));
}

/* 1.9 and 2.0 may be alike; 2.2 is more than both. */
static void
test_rates (Fixture *fixture, gconstpointer data)
{
  gint64 nation = add_unit (fixture->document, 0, VB_UNIT_NATION, "Riket", NULL);
  static const struct
  {
    const char *name;
    double rate;
  } regions[] = { { "X", 2.2 }, { "Y", 1.9 }, { "Z", 2.0 } };
  VbUnit *region = NULL;
  g_autoptr (VbNeedTable) table = NULL;
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (VbSisterRow) row = NULL;
  g_autoptr (VbExplanation) explanation = NULL;
  const VbSisterFigures *figures;
  VbSisterOrder order;

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      region = vb_document_get_unit (
          fixture->document,
          add_unit (fixture->document, nation, VB_UNIT_REGION, regions[i].name, NULL));
      set_year (fixture, region, VB_MEASURE_AVAILABLE_BEDS_PER_1000, 2025, regions[i].rate);
      set_year (fixture, region, VB_MEASURE_POPULATION, 2024, 400000);
    }
  table = compute_years (fixture);
  rows = vb_planner_get_sisters (fixture->planner, table, region, VB_CARE_GROUP_NONE, 2025, &order);
  g_assert_cmpint (order, ==, VB_SISTER_BY_RATE);

  figures = get_sister (rows, 0, "Y");
  g_assert_cmpuint (figures->rank, ==, 1);
  g_assert_cmpuint (figures->first, ==, 1);
  g_assert_cmpuint (figures->last, ==, 2);
  g_assert_true (figures->from_rate);
  g_assert_cmpfloat_with_epsilon (figures->available.low, 740, 1e-6);
  g_assert_cmpfloat_with_epsilon (figures->available.value, 760, 1e-6);
  g_assert_cmpfloat_with_epsilon (figures->available.high, 780, 1e-6);
  g_assert_cmpuint (get_sister (rows, 2, "X")->first, ==, 3);

  row = g_list_model_get_item (rows, 0);
  explanation = vb_planner_explain_sister (fixture->planner, rows, order, row, VB_CARE_GROUP_NONE,
                                           2025, "available_beds");
  g_assert_cmpstr (vb_explanation_get_numbers (explanation), ==,
                   "1.9 × 400,000 ÷ 1,000 = 760 (740–780)");
  g_clear_object (&explanation);
  explanation = vb_planner_explain_sister (fixture->planner, rows, order, row, VB_CARE_GROUP_NONE,
                                           2025, "rank");
  g_assert_nonnull (strstr (vb_explanation_get_note (explanation), "1 to 2"));
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
  ADD ("apply", test_apply);
  ADD ("national", test_national);
  ADD ("references", test_references);
  ADD ("scenario", test_scenario_years);
  ADD ("population", test_population);
  ADD ("plan", test_plan);
  ADD ("sisters", test_sisters);
  ADD ("rates", test_rates);
#undef ADD

  return g_test_run ();
}
