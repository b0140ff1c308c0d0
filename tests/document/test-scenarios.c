/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios and levers through the one door, and what they come to. */
#include "document-fixture.h"
#include "scenario-fixture.h"
#include "vb-document-gather.h"
#include "vb-document-scenarios.h"
#include "vb-need-table-private.h"
#include "vb-scenario-baseline.h"
#include "vb-scenario-outlook.h"

typedef struct
{
  VbDocument *document;
  VbReadyScenario *ready;
  gint64 ward;
  gint64 id; /* of the scenario that @ready became */
  guint n_signals;
} Fixture;

static void
on_changed (VbDocument *document, guint *n)
{
  (*n)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->document = new_document ();
  fixture->ready = make_ready_scenario ();
  fixture->ward = add_unit (fixture->document, 0, VB_UNIT_WARD, "Ward 3", NULL);
  g_signal_connect (fixture->document, "scenarios-changed", G_CALLBACK (on_changed),
                    &fixture->n_signals);
  fixture->id =
      vb_document_add_ready_scenario (fixture->document, fixture->ready, fixture->ward, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  vb_document_close (fixture->document);
  g_object_unref (fixture->document);
  g_object_unref (fixture->ready);
}

static VbScenario *
get_scenario (Fixture *fixture)
{
  return vb_document_get_scenario (fixture->document, fixture->id);
}

/* Borrowed: the scenario keeps it. */
static VbLever *
get_lever (VbScenario *scenario, guint index)
{
  g_autoptr (VbLever) lever = g_list_model_get_item (vb_scenario_get_levers (scenario), index);

  return lever;
}

/* The gap of each of the three years. */
static void
assert_gaps (VbScenario *scenario, double first, double second, double third)
{
  const double gaps[] = { first, second, third };
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) rows = vb_scenario_outlook_compute (scenario, 10, 1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, G_N_ELEMENTS (gaps));
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      g_autoptr (VbPotentialRow) row = g_list_model_get_item (rows, i);

      g_assert_cmpint (vb_potential_row_get_figures (row)->year, ==, 2024 + (int) i);
      g_assert_cmpfloat_with_epsilon (vb_potential_row_get_figures (row)->gap, gaps[i], 1e-6);
    }
}

static void
check_ready (VbScenario *scenario, gint64 ward)
{
  const VbScenarioFacts *facts = vb_scenario_get_facts (scenario);
  const VbScenarioYear *need = vb_scenario_find_year (scenario, VB_BALANCE_SIDE_NEED, 2026);
  const VbLeverFacts *open = vb_lever_get_facts (get_lever (scenario, 0));
  const VbLeverFacts *less = vb_lever_get_facts (get_lever (scenario, 1));

  g_assert_cmpstr (facts->name.sv, ==, "Färdigt");
  g_assert_cmpstr (facts->name.en, ==, "Ready");
  g_assert_cmpstr (facts->description.sv, ==, "Så går det till.");
  g_assert_null (facts->description.en);
  g_assert_cmpstr (facts->notice.en, ==, "Note.");
  g_assert_cmpstr (facts->ready, ==, "ready-1");
  g_assert_cmpint (facts->unit_id, ==, ward);
  g_assert_cmpint (facts->group, ==, VB_CARE_GROUP_ICU);
  g_assert_cmpint (facts->first_year, ==, 2024);
  g_assert_cmpint (facts->last_year, ==, 2026);
  g_assert_cmpfloat (facts->target_occupancy, ==, 0.9);
  g_assert_cmpuint (facts->n_draws, ==, 10000);
  g_assert_cmpfloat (need->beds, ==, 110);
  g_assert_cmpint (need->status, ==, VB_FIGURE_STATUS_DERIVED);
  g_assert_cmpstr (need->source.sv, ==, "Källa");
  g_assert_null (vb_scenario_find_year (scenario, VB_BALANCE_SIDE_NEED, 2027));
  g_assert_cmpfloat (vb_scenario_find_year (scenario, VB_BALANCE_SIDE_CAPACITY, 2024)->beds, ==,
                     100);

  g_assert_cmpuint (g_list_model_get_n_items (vb_scenario_get_levers (scenario)), ==, 2);
  g_assert_cmpstr (open->name.sv, ==, "Öppna");
  g_assert_cmpint (open->figures.side, ==, VB_BALANCE_SIDE_CAPACITY);
  g_assert_cmpint (open->figures.profile, ==, VB_LEVER_PROFILE_STEP);
  g_assert_cmpfloat (open->figures.low, ==, 4);
  g_assert_cmpfloat (open->figures.high, ==, 9);
  g_assert_cmpfloat (open->figures.yearly_cost, ==, 5e6);
  g_assert_true (isnan (open->figures.bed_days));
  g_assert_cmpint (open->focus_area_id, ==, 2);
  g_assert_cmpint (open->status, ==, VB_FIGURE_STATUS_OFFICIAL);
  g_assert_cmpint (less->figures.basis, ==, VB_LEVER_BASIS_SHARE);
  g_assert_cmpuint (less->figures.overlap, ==, 1);
  g_assert_cmpfloat (less->figures.bed_days, ==, 3285);
  g_assert_cmpint (less->figures.full, ==, 2026);
  g_assert_cmpstr (less->source.en, ==, "Own proposal");
  g_assert_cmpint (less->focus_area_id, ==, 0);
}

/* All that a ready scenario says is there, undone, redone, and in the file. */
static void
test_ready (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) again = NULL;
  g_autofree char *label = NULL;

  g_assert_cmpuint (fixture->n_signals, ==, 1);
  check_ready (get_scenario (fixture), fixture->ward);
  g_object_get (fixture->document, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Undo addition of scenario, Ready");
  undo (fixture->document);
  g_assert_null (get_scenario (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_scenarios (fixture->document)), ==,
                    0);
  redo (fixture->document);
  check_ready (get_scenario (fixture), fixture->ward);

  save_as (fixture->document, file);
  again = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  check_ready (vb_document_get_scenario (again, fixture->id), fixture->ward);
  vb_document_close (again);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "ready-1", "Färdigt", "Ready" };
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->id);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (vb_document_find_scenario (fixture->document, names[i], NULL)
                   == get_scenario (fixture));
  g_assert_true (vb_document_find_scenario (fixture->document, id, NULL) == get_scenario (fixture));
  g_assert_null (vb_document_find_scenario (fixture->document, "ready-2", &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);

  vb_document_add_ready_scenario (fixture->document, fixture->ready, fixture->ward, &error);
  g_assert_no_error (error);
  g_assert_null (vb_document_find_scenario (fixture->document, "ready-1", &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_assert_true (vb_document_find_scenario (fixture->document, id, NULL) == get_scenario (fixture));
}

/* 110 needed, 100 available; 6 more from 2025; half of 3,285 bed days, 5 beds, less by 2026. */
static void
test_outlook (Fixture *fixture, gconstpointer data)
{
  static const VbWaterfallKind kinds[] = { VB_WATERFALL_START, VB_WATERFALL_LEVER,
                                           VB_WATERFALL_LEVER, VB_WATERFALL_END };
  static const double beds[] = { -10, 6, 5, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) steps = NULL;
  gint16 balance = -1;

  assert_gaps (get_scenario (fixture), -10, -1.5, 1);
  g_assert_true (vb_scenario_outlook_find_balance (get_scenario (fixture), &balance, &error));
  g_assert_cmpint (balance, ==, 2026);

  steps = vb_scenario_outlook_trace (get_scenario (fixture), 2026, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (steps), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (VbWaterfallRow) row = g_list_model_get_item (steps, i);

      g_assert_cmpint (vb_waterfall_row_get_kind (row), ==, kinds[i]);
      g_assert_cmpfloat_with_epsilon (vb_waterfall_row_get_beds (row), beds[i], 1e-6);
      if (kinds[i] == VB_WATERFALL_LEVER)
        g_assert_true (vb_waterfall_row_get_lever (row)
                       == get_lever (get_scenario (fixture), i - 1));
    }
}

/* A lever is changed in place; a drag is one step. */
static void
test_change_lever (Fixture *fixture, gconstpointer data)
{
  VbLever *lever = get_lever (get_scenario (fixture), 0);
  g_autoptr (VbLeverFacts) facts = vb_lever_facts_copy (vb_lever_get_facts (lever));
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  vb_document_begin_group (fixture->document);
  for (facts->figures.base = 6; facts->figures.base >= 4; facts->figures.base -= 1)
    g_assert_true (
        vb_document_change_lever (fixture->document, vb_lever_get_id (lever), facts, &error));
  vb_document_end_group (fixture->document);
  g_assert_true (get_lever (get_scenario (fixture), 0) == lever);
  g_assert_cmpfloat (vb_lever_get_facts (lever)->figures.base, ==, 4);
  assert_gaps (get_scenario (fixture), -10, -3.5, -1);
  g_object_get (fixture->document, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Undo change of lever, Open");
  undo (fixture->document);
  g_assert_cmpfloat (vb_lever_get_facts (lever)->figures.base, ==, 6);
  assert_gaps (get_scenario (fixture), -10, -1.5, 1);
}

static void
test_levers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbLeverFacts) facts =
      vb_lever_facts_copy (vb_lever_get_facts (get_lever (get_scenario (fixture), 0)));
  g_autoptr (GError) error = NULL;
  gint64 id;

  vb_bilingual_set (&facts->name, NULL, "More");
  id = vb_document_add_lever (fixture->document, facts, &error);
  g_assert_no_error (error);
  g_assert_true (get_lever (get_scenario (fixture), 2)
                 == vb_document_get_lever (fixture->document, id));
  assert_gaps (get_scenario (fixture), -10, 4.5, 7);
  g_assert_true (vb_document_remove_lever (fixture->document, id, &error));
  g_assert_null (vb_document_get_lever (fixture->document, id));
  undo (fixture->document);
  undo (fixture->document);
  assert_gaps (get_scenario (fixture), -10, -1.5, 1);
}

/* The tenth percentile of the gap in the last year. */
static double
get_p10 (VbScenario *scenario)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) rows = vb_scenario_outlook_compute (scenario, 500, 1, NULL, &error);
  g_autoptr (VbPotentialRow) last = NULL;

  g_assert_no_error (error);
  last = g_list_model_get_item (rows, g_list_model_get_n_items (rows) - 1);

  return vb_potential_row_get_figures (last)->gap_spread.p10;
}

/* A copy is one's own: what is changed in it leaves the other alone. The same levers draw the same.
 */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  const VbBilingual name = { NULL, (char *) "Mine" };
  const VbBilingual nameless = { NULL, (char *) "  " };
  g_autoptr (GError) error = NULL;
  gint64 id = vb_document_copy_scenario (fixture->document, fixture->id, &name, &error);
  VbScenario *copy = vb_document_get_scenario (fixture->document, id);

  g_assert_no_error (error);
  g_assert_cmpstr (vb_scenario_get_facts (copy)->name.en, ==, "Mine");
  g_assert_null (vb_scenario_get_facts (copy)->name.sv);
  g_assert_null (vb_scenario_get_facts (copy)->ready);
  g_assert_cmpint (vb_scenario_get_facts (copy)->based_on_id, ==, fixture->id);
  g_assert_cmpstr (vb_scenario_get_facts (copy)->notice.sv, ==, "Obs.");
  assert_gaps (copy, -10, -1.5, 1);
  g_assert_cmpfloat (get_p10 (copy), <, 1);
  g_assert_cmpfloat (get_p10 (copy), ==, get_p10 (get_scenario (fixture)));
  g_assert_true (
      vb_document_remove_lever (fixture->document, vb_lever_get_id (get_lever (copy, 0)), &error));
  assert_gaps (copy, -10, -7.5, -5);
  check_ready (get_scenario (fixture), fixture->ward);

  g_assert_cmpint (vb_document_copy_scenario (fixture->document, id, &nameless, &error), ==, 0);
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (vb_document_remove_scenario (fixture->document, id, &error));
  g_assert_null (vb_document_get_scenario (fixture->document, id));
  check_ready (get_scenario (fixture), fixture->ward);
}

/* What the ready scenario says comes back, in one step, whatever was done to it. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  VbLever *first = get_lever (get_scenario (fixture), 0);
  g_autoptr (VbLeverFacts) facts = vb_lever_facts_copy (vb_lever_get_facts (first));
  g_autoptr (VbScenarioFacts) scenario =
      vb_scenario_facts_copy (vb_scenario_get_facts (get_scenario (fixture)));
  gint64 id = vb_lever_get_id (first);
  g_autoptr (GError) error = NULL;

  /* Nothing has changed: no step. */
  g_assert_true (
      vb_document_restore_ready_scenario (fixture->document, fixture->id, fixture->ready, &error));
  g_assert_cmpuint (fixture->n_signals, ==, 1);

  facts->figures.base = facts->figures.low;
  vb_document_change_lever (fixture->document, id, facts, &error);
  vb_bilingual_set (&facts->name, NULL, "More");
  vb_document_add_lever (fixture->document, facts, &error);
  vb_document_remove_lever (fixture->document,
                            vb_lever_get_id (get_lever (get_scenario (fixture), 1)), &error);
  scenario->target_occupancy = 0.5;
  vb_document_change_scenario (fixture->document, fixture->id, scenario, &error);
  g_assert_no_error (error);
  g_assert_true (
      vb_document_restore_ready_scenario (fixture->document, fixture->id, fixture->ready, &error));
  g_assert_no_error (error);
  check_ready (get_scenario (fixture), fixture->ward);
  /* Draws follow from ids: the lever is the one that it was. */
  g_assert_cmpint (vb_lever_get_id (get_lever (get_scenario (fixture), 0)), ==, id);
  undo (fixture->document);
  g_assert_cmpfloat (vb_scenario_get_facts (get_scenario (fixture))->target_occupancy, ==, 0.5);
}

/* Moving leaves the others in their order, and is undone in one step. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  VbLever *first = get_lever (get_scenario (fixture), 0);
  VbLever *second = get_lever (get_scenario (fixture), 1);
  g_autoptr (VbLeverFacts) facts = vb_lever_facts_copy (vb_lever_get_facts (first));
  g_autoptr (GError) error = NULL;
  gint64 third = vb_document_add_lever (fixture->document, facts, &error);

  g_assert_true (vb_document_move_lever (fixture->document, vb_lever_get_id (first), 9, &error));
  g_assert_no_error (error);
  g_assert_true (get_lever (get_scenario (fixture), 0) == second);
  g_assert_true (get_lever (get_scenario (fixture), 2) == first);
  g_assert_true (vb_document_move_lever (fixture->document, third, 0, &error));
  g_assert_cmpint (vb_lever_get_id (get_lever (get_scenario (fixture), 0)), ==, third);
  undo (fixture->document);
  undo (fixture->document);
  g_assert_true (get_lever (get_scenario (fixture), 0) == first);
}

/* A scenario of one's own, and its change: years that it gets are as the nearest. */
static void
test_own (Fixture *fixture, gconstpointer data)
{
  VbScenarioFacts facts = { .name = { (char *) "Egen", NULL },
                            .unit_id = fixture->ward,
                            .group = VB_CARE_GROUP_SOMATIC,
                            .first_year = 2025,
                            .last_year = 2026,
                            .target_occupancy = 0.9,
                            .n_draws = 100 };
  const VbScenarioYear years[] = {
    { VB_BALANCE_SIDE_CAPACITY, 2025, 20, VB_FIGURE_STATUS_OWN, { NULL, NULL } },
    { VB_BALANCE_SIDE_NEED, 2025, 22, VB_FIGURE_STATUS_OWN, { NULL, NULL } },
    { VB_BALANCE_SIDE_NEED, 2026, 24, VB_FIGURE_STATUS_OWN, { (char *) "Prognos", NULL } },
  };
  VbScenarioYear typed = years[1];
  g_autoptr (GError) error = NULL;
  gint64 id =
      vb_document_add_scenario (fixture->document, &facts, years, G_N_ELEMENTS (years), &error);
  VbScenario *own = vb_document_get_scenario (fixture->document, id);

  g_assert_no_error (error);
  g_assert_null (vb_scenario_find_year (own, VB_BALANCE_SIDE_CAPACITY, 2026));
  facts.first_year = 2024;
  facts.last_year = 2028;
  facts.consumption_change = -0.01;
  g_assert_true (vb_document_change_scenario (fixture->document, id, &facts, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (vb_scenario_get_facts (own)->consumption_change, ==, -0.01);
  g_assert_cmpfloat (vb_scenario_find_year (own, VB_BALANCE_SIDE_CAPACITY, 2028)->beds, ==, 20);
  g_assert_cmpfloat (vb_scenario_find_year (own, VB_BALANCE_SIDE_NEED, 2024)->beds, ==, 22);
  g_assert_cmpstr (vb_scenario_find_year (own, VB_BALANCE_SIDE_NEED, 2028)->source.sv, ==,
                   "Prognos");

  typed.beds = 30;
  g_assert_true (vb_document_set_scenario_years (fixture->document, id, &typed, 1, &error));
  g_assert_cmpfloat (vb_scenario_find_year (own, VB_BALANCE_SIDE_NEED, 2025)->beds, ==, 30);
  undo (fixture->document);
  g_assert_cmpfloat (vb_scenario_find_year (own, VB_BALANCE_SIDE_NEED, 2025)->beds, ==, 22);
  undo (fixture->document);
  g_assert_cmpint (vb_scenario_get_facts (own)->last_year, ==, 2026);
  g_assert_null (vb_scenario_find_year (own, VB_BALANCE_SIDE_NEED, 2028));

  facts.last_year = 2023;
  g_assert_false (vb_document_change_scenario (fixture->document, id, &facts, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  typed.beds = -1;
  g_assert_false (vb_document_set_scenario_years (fixture->document, id, &typed, 1, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
}

/* Out of the latest full year: its need follows the population, its capacity stays. */
static void
test_baseline (Fixture *fixture, gconstpointer data)
{
  VbUnit *ward = vb_document_get_unit (fixture->document, fixture->ward);
  VbNeedTableKey *keys = g_new0 (VbNeedTableKey, 1);
  VbNeedFigures *figures = g_new0 (VbNeedFigures, 2);
  const double growth[] = { 1, 1.5 };
  g_autoptr (VbNeedTable) table = NULL;
  g_autoptr (GArray) years = NULL;
  g_autoptr (GArray) none = NULL;
  const VbScenarioYear *last;

  keys[0] = (VbNeedTableKey){ fixture->ward, VB_CARE_GROUP_SOMATIC };
  figures[0] =
      (VbNeedFigures){ .available_beds = 20, .need_beds = 22, .gap_beds = -2, .coverage = 1 };
  figures[1] =
      (VbNeedFigures){ .available_beds = 30, .need_beds = 30, .gap_beds = 0, .coverage = 0.5 };
  table = vb_need_table_new (VB_GRAIN_YEAR, vb_day_from_ymd (2024, 1, 1), 2, 1, keys, figures);
  years = vb_scenario_baseline_new (table, ward, VB_CARE_GROUP_SOMATIC, 2025, 2026, growth);
  g_assert_cmpuint (years->len, ==, 4);
  g_assert_cmpfloat (g_array_index (years, VbScenarioYear, 1).beds, ==, 20);
  last = &g_array_index (years, VbScenarioYear, 3);
  g_assert_cmpint (last->side, ==, VB_BALANCE_SIDE_NEED);
  g_assert_cmpint (last->year, ==, 2026);
  g_assert_cmpfloat (last->beds, ==, 33);
  g_assert_nonnull (strstr (vb_bilingual_get (&last->source), "2024"));
  none = vb_scenario_baseline_new (table, ward, VB_CARE_GROUP_ICU, 2025, 2026, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* What cannot be is refused, and nothing has changed. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  VbLever *lever = get_lever (get_scenario (fixture), 0);
  guint n_signals = fixture->n_signals;

  for (guint i = 0; i < 7; i++)
    {
      g_autoptr (VbLeverFacts) facts = vb_lever_facts_copy (vb_lever_get_facts (lever));
      g_autoptr (GError) error = NULL;

      if (i == 0)
        vb_bilingual_set (&facts->name, NULL, " ");
      else if (i == 1)
        facts->figures.low = 7;
      else if (i == 2)
        facts->figures.probability = 1.5;
      else if (i == 3)
        facts->figures.start = 100;
      else if (i == 4)
        facts->figures.high = 1e16;
      else if (i == 5)
        facts->focus_area_id = 77;
      else
        facts->scenario_id = 77;
      g_assert_false (
          vb_document_change_lever (fixture->document, vb_lever_get_id (lever), facts, &error));
      g_assert_error (error, VB_ERROR, (i < 5 ? VB_ERROR_INVALID : VB_ERROR_NOT_FOUND));
    }
  g_assert_false (vb_document_remove_scenario (fixture->document, 77, NULL));
  g_assert_cmpint (vb_document_add_ready_scenario (fixture->document, fixture->ready, 77, NULL), ==,
                   0);
  g_assert_cmpuint (fixture->n_signals, ==, n_signals);
  check_ready (get_scenario (fixture), fixture->ward);
}

/* A scenario goes with its unit, and comes back with it. */
static void
test_unit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_remove_unit (fixture->document, fixture->ward, &error));
  g_assert_null (get_scenario (fixture));
  undo (fixture->document);
  check_ready (get_scenario (fixture), fixture->ward);
}

/* Another document's scenarios come with it, once. */
static void
test_gather (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) empty = new_document ();

  save_as (fixture->document, file);
  g_ptr_array_add (files, file);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) gathered = vb_document_gather (empty, files, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (gathered->len, ==, 1);
      g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_scenarios (empty)), ==, 1);
      check_ready (vb_document_get_scenario (empty, fixture->id),
                   vb_unit_get_id (vb_document_find_unit (empty, "Ward 3", &error)));
    }
  vb_document_close (empty);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/document/scenarios/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  ADD ("ready", test_ready);
  ADD ("find", test_find);
  ADD ("outlook", test_outlook);
  ADD ("change-lever", test_change_lever);
  ADD ("levers", test_levers);
  ADD ("copy", test_copy);
  ADD ("move", test_move);
  ADD ("restore", test_restore);
  ADD ("own", test_own);
  ADD ("baseline", test_baseline);
  ADD ("refused", test_refused);
  ADD ("unit", test_unit);
  ADD ("gather", test_gather);
  return test_run ();
}
