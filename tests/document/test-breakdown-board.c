/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of breakdown asks: answers that follow what is held, what cannot be, and where a
 * figure comes from. Two wards of a hospital in June: both with 9 patients, in 10 and in 20 beds.
 */
#include <math.h>

#include "planner-fixture.h"
#include "vb-breakdown-board.h"
#include "vb-breakdown-finder.h"
#include "vb-document-population.h"
#include "vb-error.h"

typedef struct
{
  PlannerFixture base;
  VbBreakdownBoard *board;
  guint n_changes;
} Fixture;

static void
on_changed (Fixture *self)
{
  self->n_changes++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  planner_fixture_set_up (&self->base, data);
  /* Populations that come later are one more change. */
  vb_planner_read_population (self->base.planner, NULL, &error);
  g_assert_no_error (error);
  self->board = vb_breakdown_board_new (self->base.planner);
  g_signal_connect_swapped (self->board, "changed", G_CALLBACK (on_changed), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->board);
  planner_fixture_tear_down (&self->base, data);
}

static VbBreakdownQuestion
make_question (Fixture *self, gint64 beds)
{
  return (VbBreakdownQuestion){ self->base.hospital, VB_CARE_GROUP_NONE, VB_BREAKDOWN_KEY_BED_DAYS,
                                vb_period_containing (VB_GRAIN_MONTH, vb_day_from_ymd (2024, 6, 1)),
                                beds };
}

static void
ask (Fixture *self, const VbBreakdownQuestion *question)
{
  vb_breakdown_board_ask (self->board, question);
  wait_until_idle (self->base.planner);
}

static const VbBreakdownFigures *
get_figures (Fixture *self, VbUnit *unit)
{
  VbBreakdownTable *table = vb_breakdown_board_get_table (self->board);
  VbBreakdownRow *row;

  g_assert_nonnull (table);
  row = vb_breakdown_table_find (table, unit);
  g_assert_nonnull (row);
  return vb_breakdown_row_get_figures (row);
}

static void
set_hold (Fixture *self, VbUnit *unit, int locked, int minimum)
{
  g_autoptr (GError) error = NULL;

  vb_breakdown_board_set_hold (self->base.document, unit, VB_CARE_GROUP_NONE,
                               (VbBreakdownHold){ locked, minimum }, &error);
  g_assert_no_error (error);
  wait_until_idle (self->base.planner);
}

/* Every key at once: by bed days half and half, by present beds one to two. */
static void
test_keys (Fixture *self, gconstpointer data)
{
  VbBreakdownQuestion question = make_question (self, 15);
  const VbBreakdownFigures *figures;

  g_assert_null (vb_breakdown_board_get_table (self->board));
  ask (self, &question);
  g_assert_null (vb_breakdown_board_get_error (self->board));
  figures = get_figures (self, self->base.ward_a);
  g_assert_cmpint (figures->beds, ==, 8);
  g_assert_cmpfloat (figures->weight, ==, 270);
  g_assert_cmpfloat (figures->share, ==, 0.5);
  g_assert_cmpfloat (figures->quota, ==, 7.5);
  g_assert_cmpfloat (figures->difference, ==, -2);
  g_assert_cmpfloat (figures->beds_by_key[VB_BREAKDOWN_KEY_BED_DAYS], ==, 8);
  g_assert_cmpfloat (figures->beds_by_key[VB_BREAKDOWN_KEY_PRESENT_BEDS], ==, 5);

  question.key = VB_BREAKDOWN_KEY_PRESENT_BEDS;
  ask (self, &question);
  g_assert_cmpint (get_figures (self, self->base.ward_a)->beds, ==, 5);
  g_assert_cmpint (get_figures (self, self->base.ward_b)->beds, ==, 10);
  g_assert_cmpuint (self->n_changes, ==, 2);
  /* What is asked already is not worked out again. */
  ask (self, &question);
  g_assert_cmpuint (self->n_changes, ==, 2);
}

static void
test_holds (Fixture *self, gconstpointer data)
{
  VbBreakdownQuestion question = make_question (self, 20);
  g_autoptr (GError) error = NULL;

  ask (self, &question);
  set_hold (self, self->base.ward_a, 3, -1);
  g_assert_cmpint (get_figures (self, self->base.ward_a)->beds, ==, 3);
  g_assert_cmpint (get_figures (self, self->base.ward_b)->beds, ==, 17);
  set_hold (self, self->base.ward_a, -1, 14);
  g_assert_cmpint (get_figures (self, self->base.ward_a)->beds, ==, 14);
  g_assert_cmpint (get_figures (self, self->base.ward_b)->beds, ==, 6);
  /* What the unit at the top is held at among others is not about what is below it. */
  set_hold (self, self->base.hospital, 7, -1);
  g_assert_cmpint (get_figures (self, self->base.hospital)->beds, ==, 20);

  for (int i = 0; i < 3; i++)
    {
      vb_document_undo (self->base.document, &error);
      g_assert_no_error (error);
    }
  wait_until_idle (self->base.planner);
  g_assert_cmpint (get_figures (self, self->base.ward_a)->beds, ==, 10);
}

/* A ward without figures gets no number, and is named; a lock makes it one. */
static void
test_unknown (Fixture *self, gconstpointer data)
{
  VbBreakdownQuestion question = make_question (self, 15);
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  g_autofree char *none = NULL;
  VbUnit *ward;
  guint n;

  ward = vb_document_get_unit (self->base.document,
                               vb_document_add_unit (self->base.document,
                                                     vb_unit_get_id (self->base.hospital),
                                                     VB_UNIT_WARD, "New ward", NULL, &error));
  g_assert_no_error (error);
  ask (self, &question);
  g_assert_true (isnan (get_figures (self, ward)->beds));
  g_assert_true (isnan (get_figures (self, ward)->difference));
  g_assert_cmpfloat (get_figures (self, self->base.ward_a)->beds, ==, 8);
  names = vb_breakdown_table_dup_unknown (vb_breakdown_board_get_table (self->board), &n);
  g_assert_cmpstr (names, ==, "New ward");
  g_assert_cmpuint (n, ==, 1);

  set_hold (self, ward, 3, -1);
  g_assert_cmpfloat (get_figures (self, ward)->beds, ==, 3);
  none = vb_breakdown_table_dup_unknown (vb_breakdown_board_get_table (self->board), &n);
  g_assert_null (none);
}

/* Ten women and men in @unit, who used 100 bed days of somatic care. */
static void
set_population (Fixture *self, VbUnit *unit)
{
  g_autoptr (VbPopulationFacts) facts = vb_population_facts_new (NULL, NULL);
  const VbAges all = { 0, VB_AGE_NO_END };
  const VbPopulationCount count = { 2024, VB_SEX_ALL, VB_POPULATION_OUTCOME, all, 10 };
  const VbCareUse use = { 2024, VB_SEX_ALL, VB_CARE_GROUP_SOMATIC, all, 100 };
  gint64 id = vb_unit_get_id (unit);
  g_autoptr (GError) error = NULL;

  g_array_append_val (facts->counts, count);
  g_array_append_val (facts->uses, use);
  vb_document_set_population (self->base.document, &id, &facts, 1, &error);
  g_assert_no_error (error);
  vb_planner_read_population (self->base.planner, NULL, &error);
  g_assert_no_error (error);
}

/* Where there is a population below, there is something to share by without any bed days. */
static void
test_finder_of_population (Fixture *self, gconstpointer data)
{
  VbBreakdownQuestion question = make_question (self, 10);
  VbPlanner *planner = self->base.planner;

  question.group = VB_CARE_GROUP_ICU;
  vb_planner_get_need (planner, VB_GRAIN_MONTH);
  wait_until_idle (planner);
  set_population (self, self->base.hospital);
  g_assert_false (vb_breakdown_finder_can_share (planner, self->base.hospital,
                                                 VB_CARE_GROUP_SOMATIC, question.period));
  set_population (self, self->base.ward_a);
  g_assert_false (vb_breakdown_finder_can_share (planner, self->base.hospital, question.group,
                                                 question.period));
  question.group = VB_CARE_GROUP_SOMATIC;
  g_assert_true (vb_breakdown_finder_can_share (planner, self->base.hospital, question.group,
                                                question.period));
  g_assert_cmpint (vb_breakdown_board_suggest_key (self->board, &question), ==,
                   VB_BREAKDOWN_KEY_POPULATION_NEED);
}

/* Where and when there is anything to share out by. */
static void
test_finder (Fixture *self, gconstpointer data)
{
  VbPlanner *planner = self->base.planner;
  VbPeriod june = make_question (self, 0).period;
  VbPeriod before = vb_period_containing (VB_GRAIN_MONTH, vb_day_from_ymd (2019, 6, 1));
  VbPeriod found = before;

  vb_planner_get_need (planner, VB_GRAIN_MONTH);
  wait_until_idle (planner);
  g_assert_true (
      vb_breakdown_finder_can_share (planner, self->base.hospital, VB_CARE_GROUP_NONE, june));
  g_assert_false (
      vb_breakdown_finder_can_share (planner, self->base.hospital, VB_CARE_GROUP_NONE, before));
  g_assert_false (
      vb_breakdown_finder_can_share (planner, self->base.hospital, VB_CARE_GROUP_ICU, june));
  g_assert_false (
      vb_breakdown_finder_can_share (planner, self->base.ward_a, VB_CARE_GROUP_NONE, june));

  g_assert_true (vb_breakdown_finder_find_period (planner, self->base.hospital, VB_CARE_GROUP_NONE,
                                                  VB_GRAIN_MONTH, &found));
  g_assert_cmpint (found.start, ==, vb_day_from_ymd (2024, 8, 1));
  g_assert_false (vb_breakdown_finder_find_period (planner, self->base.ward_a, VB_CARE_GROUP_NONE,
                                                   VB_GRAIN_MONTH, &found));

  g_assert_true (vb_breakdown_finder_find_unit (planner, self->base.ward_a, june)
                 == self->base.hospital);
  g_assert_null (vb_breakdown_finder_find_unit (planner, self->base.ward_a, before));
}

/* A lock that cannot be kept is named, and the answer of before stays. */
static void
test_impossible (Fixture *self, gconstpointer data)
{
  VbBreakdownQuestion question = make_question (self, 20);
  const GError *error;

  ask (self, &question);
  set_hold (self, self->base.ward_b, 21, -1);
  error = vb_breakdown_board_get_error (self->board);
  g_assert_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE);
  g_assert_nonnull (strstr (error->message, vb_unit_get_name (self->base.ward_b)));
  g_assert_cmpint (get_figures (self, self->base.ward_b)->beds, ==, 10);

  question.beds = 21;
  ask (self, &question);
  g_assert_null (vb_breakdown_board_get_error (self->board));
  g_assert_cmpint (get_figures (self, self->base.ward_a)->beds, ==, 0);
}

/* A key without figures is missing beside the one in use, with its reason; one that is asked for is
 * an error. */
static void
test_missing_key (Fixture *self, gconstpointer data)
{
  VbBreakdownQuestion question = make_question (self, 20);
  VbDay first = vb_day_from_ymd (2024, 9, 1);
  const char *reason;

  take_days (self->base.document, vb_unit_get_name (self->base.ward_a), VB_MEASURE_OCCUPIED_BEDS,
             first, vb_day_from_ymd (2024, 9, 30), 9);
  question.period.start = first;
  ask (self, &question);
  g_assert_cmpint (get_figures (self, self->base.ward_a)->beds, ==, 20);
  g_assert_true (
      isnan (get_figures (self, self->base.ward_a)->beds_by_key[VB_BREAKDOWN_KEY_PRESENT_BEDS]));
  reason = vb_breakdown_table_get_missing (vb_breakdown_board_get_table (self->board),
                                           VB_BREAKDOWN_KEY_PRESENT_BEDS);
  g_assert_nonnull (strstr (reason, "no available beds from 2024-09-01 to 2024-09-30"));

  question.key = VB_BREAKDOWN_KEY_PRESENT_BEDS;
  ask (self, &question);
  g_assert_error (vb_breakdown_board_get_error (self->board), VB_ERROR, VB_ERROR_NOT_FOUND);
  g_assert_cmpint (vb_breakdown_board_suggest_key (self->board, &question), ==,
                   VB_BREAKDOWN_KEY_BED_DAYS);
}

/* A drag asks faster than can be answered: the last question is answered last, and an answer about
 * figures that have changed since is dropped. */
static void
test_late (Fixture *self, gconstpointer data)
{
  VbBreakdownQuestion question = make_question (self, 0);
  g_autoptr (GError) error = NULL;

  vb_planner_get_need (self->base.planner, VB_GRAIN_MONTH);
  wait_until_idle (self->base.planner);
  for (question.beds = 10; question.beds <= 30; question.beds++)
    {
      vb_breakdown_board_ask (self->board, &question);
      g_main_context_iteration (NULL, FALSE);
    }
  vb_document_set_observation (
      self->base.document, vb_unit_get_id (self->base.ward_a), VB_MEASURE_OCCUPIED_BEDS,
      (VbPeriod){ VB_GRAIN_DAY, vb_day_from_ymd (2024, 6, 1) }, 279, &error);
  g_assert_no_error (error);
  wait_until_idle (self->base.planner);
  g_assert_cmpint (get_figures (self, self->base.hospital)->beds, ==, 30);
  /* 540 bed days of 810, and 270 of them. */
  g_assert_cmpfloat (get_figures (self, self->base.ward_a)->weight, ==, 540);
  g_assert_cmpint (get_figures (self, self->base.ward_a)->beds, ==, 20);
}

/* Each ward at 75 %, the hospital at 90 %: 9 ÷ 0.75 twice is 24 beds, 18 ÷ 0.9 is 20. */
static void
test_margin (Fixture *self, gconstpointer data)
{
  VbBreakdownQuestion question = make_question (self, 24);
  VbUnit *wards[] = { self->base.ward_a, self->base.ward_b };
  g_autoptr (GError) error = NULL;

  vb_document_set_target (self->base.document, vb_unit_get_id (self->base.hospital),
                          VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_NONE, VB_DAY_NONE, 0.9, NULL, &error);
  for (guint i = 0; i < G_N_ELEMENTS (wards); i++)
    vb_document_set_target (self->base.document, vb_unit_get_id (wards[i]), VB_MEASURE_OCCUPANCY,
                            VB_CARE_TYPE_NONE, VB_DAY_NONE, 0.75, NULL, &error);
  g_assert_no_error (error);
  ask (self, &question);
  g_assert_cmpfloat_with_epsilon (get_figures (self, self->base.hospital)->margin, 4, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_figures (self, self->base.hospital)->need, 24, 1e-9);
}

static void
test_explanations (Fixture *self, gconstpointer data)
{
  static const char *const figures[] = { "weight",
                                         "share",
                                         "beds",
                                         "present_beds",
                                         "difference",
                                         "residual",
                                         "locked",
                                         "minimum",
                                         "target_occupancy",
                                         "margin",
                                         "beds_by_bed-days",
                                         "beds_by_present-beds" };
  VbBreakdownQuestion question = make_question (self, 15);
  VbUnit *units[] = { self->base.hospital, self->base.ward_a };
  g_autoptr (VbExplanation) shared = NULL;
  g_autoptr (VbExplanation) held = NULL;
  g_autoptr (VbExplanation) total = NULL;

  ask (self, &question);
  shared = vb_breakdown_board_explain (self->board, self->base.ward_a, "beds", "typed");
  g_assert_cmpstr (vb_explanation_get_numbers (shared), ==, "270 ÷ 540 × 15 = 7.50 → 8");
  total = vb_breakdown_board_explain (self->board, self->base.hospital, "beds", "typed");
  g_assert_cmpstr (vb_explanation_get_input (total, 0)->source, ==, "typed");

  set_hold (self, self->base.ward_a, 3, -1);
  held = vb_breakdown_board_explain (self->board, self->base.ward_a, "beds", "typed");
  g_assert_cmpstr (vb_explanation_get_formula (held), ==, "Beds = what the unit is locked at");
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    for (guint j = 0; j < G_N_ELEMENTS (units); j++)
      {
        g_autoptr (VbExplanation) explanation =
            vb_breakdown_board_explain (self->board, units[j], figures[i], "typed");

        g_assert_nonnull (explanation);
        g_assert_nonnull (vb_explanation_get_title (explanation));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/document/breakdown-board/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("keys", test_keys);
  ADD ("finder", test_finder);
  ADD ("finder-of-population", test_finder_of_population);
  ADD ("holds", test_holds);
  ADD ("unknown", test_unknown);
  ADD ("impossible", test_impossible);
  ADD ("missing-key", test_missing_key);
  ADD ("late", test_late);
  ADD ("margin", test_margin);
  ADD ("explanations", test_explanations);
#undef ADD

  return g_test_run ();
}
