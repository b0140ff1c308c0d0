/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios side by side, in figures and in words. */
#include "planner-fixture.h"
#include "scenario-fixture.h"
#include "vb-document-decisions.h"
#include "vb-document-scenarios.h"
#include "vb-scenario-comparison.h"
#include "vb-scenario-differences.h"
#include "vb-scenario-row.h"
#include "vb-step-pair.h"

#include <math.h>

/* The ready scenario of the hospital's intensive care, and a copy of it. */
typedef struct
{
  PlannerFixture base;
  VbScenarioComparison *comparison;
  VbScenario *ready;
  VbScenario *own;
  guint n_changed;
} Fixture;

static void
on_changed (VbScenarioComparison *comparison, guint *count)
{
  (*count)++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (VbReadyScenario) ready = make_ready_scenario ();
  const VbBilingual name = { NULL, (char *) "Own" };
  g_autoptr (GError) error = NULL;
  gint64 id;

  planner_fixture_set_up (&self->base, data);
  id = vb_document_add_ready_scenario (self->base.document, ready,
                                       vb_unit_get_id (self->base.hospital), &error);
  self->ready = vb_document_get_scenario (self->base.document, id);
  id = vb_document_copy_scenario (self->base.document, id, &name, &error);
  self->own = vb_document_get_scenario (self->base.document, id);
  g_assert_no_error (error);
  self->comparison = vb_scenario_comparison_new (self->base.planner);
  g_signal_connect (self->comparison, "changed", G_CALLBACK (on_changed), &self->n_changed);
  vb_scenario_comparison_set_scope (self->comparison, self->base.hospital, VB_CARE_GROUP_ICU);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->comparison);
  planner_fixture_tear_down (&self->base, data);
}

static VbLever *
get_lever (VbScenario *scenario, guint index)
{
  g_autoptr (VbLever) lever = g_list_model_get_item (vb_scenario_get_levers (scenario), index);

  return lever; /* the scenario keeps it */
}

static void
change_lever (Fixture *self, VbLever *lever, const VbLeverFacts *facts)
{
  g_autoptr (GError) error = NULL;

  vb_document_change_lever (self->base.document, vb_lever_get_id (lever), facts, &error);
  g_assert_no_error (error);
}

/* The share of the second lever of the copy: 0.5 before. */
static void
halve (Fixture *self)
{
  VbLever *lever = get_lever (self->own, 1);
  g_autoptr (VbLeverFacts) facts = vb_lever_facts_copy (vb_lever_get_facts (lever));

  facts->figures.base = 0.25;
  change_lever (self, lever, facts);
}

static const VbScenarioOutcome *
get_outcome (Fixture *self, VbScenario *scenario)
{
  g_autoptr (GListModel) rows = vb_scenario_comparison_list_rows (self->comparison);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VbScenarioRow) row = g_list_model_get_item (rows, i);

      if (vb_scenario_row_get_scenario (row) == scenario)
        {
          static VbScenarioOutcome outcome;

          outcome = *vb_scenario_row_get_outcome (row);
          return &outcome;
        }
    }
  g_assert_not_reached ();
}

static void
test_rows (Fixture *self, gconstpointer data)
{
  g_autofree double *gaps = NULL;

  g_assert_cmpint (vb_scenario_comparison_get_first_year (self->comparison), ==, 2024);
  g_assert_cmpint (vb_scenario_comparison_get_last_year (self->comparison), ==, 2026);
  g_assert_cmpint (vb_scenario_comparison_get_year (self->comparison), ==, 2026);
  halve (self);
  g_assert_cmpfloat_with_epsilon (get_outcome (self, self->ready)->gap, 1, 1e-6);
  g_assert_cmpint (get_outcome (self, self->ready)->balance_year, ==, 2026);
  g_assert_cmpfloat (get_outcome (self, self->own)->gap, <, -1);
  g_assert_cmpint (get_outcome (self, self->own)->balance_year, ==, 0);
  g_assert_true (isnan (get_outcome (self, self->own)->probability));
  wait_until_idle (self->base.planner);
  g_assert_cmpfloat (get_outcome (self, self->ready)->probability, >, 0.1);

  gaps = vb_scenario_comparison_list_gaps (self->comparison, self->ready);
  g_assert_cmpfloat_with_epsilon (gaps[0], -10, 1e-6);
  vb_scenario_comparison_set_year (self->comparison, 2024);
  g_assert_cmpfloat_with_epsilon (get_outcome (self, self->own)->gap, -10, 1e-6);
}

/* Decided, removed and out of scope are seen at once. */
static void
test_follows (Fixture *self, gconstpointer data)
{
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changed = self->n_changed;

  vb_document_decide_plan (self->base.document, vb_scenario_get_id (self->own),
                           vb_day_from_ymd (2026, 11, 3), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self->n_changed, >, n_changed);
  g_assert_true (get_outcome (self, self->own)->decided);
  g_assert_false (get_outcome (self, self->ready)->decided);

  vb_document_remove_scenario (self->base.document, vb_scenario_get_id (self->own), &error);
  rows = vb_scenario_comparison_list_rows (self->comparison);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  vb_scenario_comparison_set_scope (self->comparison, self->base.hospital, VB_CARE_GROUP_SOMATIC);
  g_clear_object (&rows);
  rows = vb_scenario_comparison_list_rows (self->comparison);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
  g_assert_cmpint (vb_scenario_comparison_get_year (self->comparison), ==, 0);
}

static void
test_steps (Fixture *self, gconstpointer data)
{
  g_autoptr (GListModel) steps = NULL;
  g_autoptr (VbStepPair) end = NULL;
  double sum = 0;
  guint n;

  halve (self);
  steps = vb_scenario_comparison_list_steps (self->comparison, self->ready, self->own);
  n = g_list_model_get_n_items (steps);
  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i + 1 < n; i++)
    {
      g_autoptr (VbStepPair) step = g_list_model_get_item (steps, i);

      sum += vb_step_pair_get_difference (step);
    }
  end = g_list_model_get_item (steps, n - 1);
  g_assert_cmpint (vb_step_pair_get_kind (end), ==, VB_WATERFALL_END);
  g_assert_cmpfloat (vb_step_pair_get_difference (end), <, -1);
  /* Exactly: the steps of each add up, and so do their differences. */
  g_assert_cmpfloat (vb_step_pair_get_difference (end), ==, sum);
}

static void
assert_told (Fixture *self, const char *told)
{
  g_auto (GStrv) sentences = vb_scenario_differences_tell (self->ready, self->own);
  g_autofree char *all = g_strjoinv ("\n", sentences);

  g_assert_cmpstr (all, ==, told);
}

static void
test_words (Fixture *self, gconstpointer data)
{
  VbLever *open = get_lever (self->own, 0);
  g_autoptr (VbLeverFacts) facts = vb_lever_facts_copy (vb_lever_get_facts (open));
  g_autoptr (VbScenarioFacts) scenario = vb_scenario_facts_copy (vb_scenario_get_facts (self->own));
  g_autoptr (GError) error = NULL;

  assert_told (self, "");
  halve (self);
  assert_told (self, "Minska: base 50.0% → 25.0%");
  facts->figures.start = 2026;
  facts->figures.full = 2026;
  facts->figures.probability = 0.5;
  vb_bilingual_set (&facts->name, "Öppna fler", "Open more");
  change_lever (self, open, facts);
  /* With another name and other years it is another lever. */
  assert_told (self, "Open more: added\nMinska: base 50.0% → 25.0%\nOpen: left out");
  g_assert_true (vb_document_undo (self->base.document, &error));
  vb_bilingual_set (&facts->name, "Öppna", "Open");
  change_lever (self, open, facts);
  scenario->last_year = 2028;
  scenario->target_occupancy = 0.85;
  g_assert_true (vb_document_change_scenario (self->base.document, vb_scenario_get_id (self->own),
                                              scenario, &error));
  assert_told (self,
               "Open: probability 100.0% → 50.0%; start 2025 → 2026; full effect 2025 → 2026\n"
               "Minska: base 50.0% → 25.0%\n"
               "Years: 2024–2026 → 2024–2028\n"
               "Target occupancy: 90.0% → 85.0%");
}

/* A lever that has only been renamed is the same. */
static void
test_renamed (Fixture *self, gconstpointer data)
{
  VbLever *open = get_lever (self->own, 0);
  g_autoptr (VbLeverFacts) facts = vb_lever_facts_copy (vb_lever_get_facts (open));

  vb_bilingual_set (&facts->name, NULL, "More beds");
  change_lever (self, open, facts);
  assert_told (self, "More beds: name Open → More beds");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/document/scenario-comparison/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("rows", test_rows);
  ADD ("follows", test_follows);
  ADD ("steps", test_steps);
  ADD ("words", test_words);
  ADD ("renamed", test_renamed);
#undef ADD
  return g_test_run ();
}
