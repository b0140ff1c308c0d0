/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scenario comes to, kept up with it. */
#include "planner-fixture.h"
#include "scenario-fixture.h"
#include "vb-document-scenarios.h"
#include "vb-lever-catalogue.h"
#include "vb-lever-effect.h"
#include "vb-outlook.h"
#include "vb-potential-row.h"
#include "vb-waterfall-row.h"

#include <math.h>

typedef struct
{
  PlannerFixture base;
  VbOutlook *outlook;
  VbScenario *scenario;
  guint n_changed;
} Fixture;

static void
on_changed (VbOutlook *outlook, guint *count)
{
  (*count)++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (VbReadyScenario) ready = make_ready_scenario ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  planner_fixture_set_up (&self->base, data);
  id = vb_document_add_ready_scenario (self->base.document, ready,
                                       vb_unit_get_id (self->base.hospital), &error);
  g_assert_no_error (error);
  self->scenario = vb_document_get_scenario (self->base.document, id);
  self->outlook = vb_outlook_new (self->base.planner);
  g_signal_connect (self->outlook, "changed", G_CALLBACK (on_changed), &self->n_changed);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->outlook);
  planner_fixture_tear_down (&self->base, data);
}

static VbLever *
get_lever (Fixture *self, guint index)
{
  g_autoptr (VbLever) lever =
      g_list_model_get_item (vb_scenario_get_levers (self->scenario), index);

  return lever;
}

static void
set_base (Fixture *self, guint index, double base)
{
  VbLever *lever = get_lever (self, index);
  g_autoptr (VbLeverFacts) facts = vb_lever_facts_copy (vb_lever_get_facts (lever));
  g_autoptr (GError) error = NULL;

  facts->figures.base = base;
  vb_document_change_lever (self->base.document, vb_lever_get_id (lever), facts, &error);
  g_assert_no_error (error);
}

static const VbLeverEffectFigures *
get_effect (Fixture *self, guint index)
{
  g_autoptr (VbLeverEffect) effect =
      g_list_model_get_item (vb_outlook_get_effects (self->outlook), index);

  return vb_lever_effect_get_figures (effect);
}

/* 110 needed and 100 available; 6 more by 2025 and 5 less by 2026. */
static void
test_figures (Fixture *self, gconstpointer data)
{
  const VbPotentialFigures *year;

  g_assert_cmpint (vb_outlook_get_year (self->outlook), ==, 0);
  vb_outlook_set_scenario (self->outlook, self->scenario);
  g_assert_no_error (vb_outlook_get_error (self->outlook));
  g_assert_cmpint (vb_outlook_get_year (self->outlook), ==, 2026);
  g_assert_cmpint (vb_outlook_get_balance_year (self->outlook), ==, 2026);
  year = vb_outlook_find_year (self->outlook, 2024);
  g_assert_cmpfloat (year->gap, ==, -10);
  g_assert_true (isnan (year->gap_spread.p10));
  g_assert_false (vb_outlook_get_drawn (self->outlook));
  year = vb_outlook_find_year (self->outlook, 2026);
  g_assert_cmpfloat_with_epsilon (year->gap, 1, 1e-6);

  g_assert_cmpuint (g_list_model_get_n_items (vb_outlook_get_effects (self->outlook)), ==, 3);
  g_assert_cmpfloat_with_epsilon (get_effect (self, 0)->effect, 6, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_effect (self, 0)->gap_low, -1, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_effect (self, 0)->gap_high, 4, 1e-6);
  g_assert_cmpfloat (get_effect (self, 0)->cost, ==, 5e6);
  g_assert_cmpfloat_with_epsilon (get_effect (self, 1)->alone, 5, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_effect (self, 2)->effect, 11, 1e-6);

  /* The draws come later, and belong to these figures. */
  g_assert_true (vb_planner_get_busy (self->base.planner));
  wait_until_idle (self->base.planner);
  g_assert_true (vb_outlook_get_drawn (self->outlook));
  year = vb_outlook_find_year (self->outlook, 2026);
  g_assert_cmpfloat (year->gap_spread.p10, <, year->gap_spread.p90);
  g_assert_cmpfloat (year->probability_balanced, >, 0.5);

  vb_outlook_set_scenario (self->outlook, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (vb_outlook_get_years (self->outlook)), ==, 0);
  g_assert_cmpint (vb_outlook_get_balance_year (self->outlook), ==, 0);
}

/* A lever that gives less moves the year of balance, at once; undone, it comes back. */
static void
test_follows (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  double before;

  vb_outlook_set_scenario (self->outlook, self->scenario);
  wait_until_idle (self->base.planner);
  before = vb_outlook_find_year (self->outlook, 2026)->probability_balanced;
  self->n_changed = 0;

  set_base (self, 0, 4.5);
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_cmpint (vb_outlook_get_balance_year (self->outlook), ==, 0);
  g_assert_false (vb_outlook_get_drawn (self->outlook));
  /* Of before, until the new ones are there. */
  g_assert_cmpfloat (vb_outlook_find_year (self->outlook, 2026)->probability_balanced, ==, before);
  /* Several changes in a row end in the draws of the last. */
  set_base (self, 0, 4.2);
  wait_until_idle (self->base.planner);
  g_assert_true (vb_outlook_get_drawn (self->outlook));
  g_assert_cmpfloat (vb_outlook_find_year (self->outlook, 2026)->probability_balanced, <, before);

  vb_document_undo (self->base.document, &error);
  vb_document_undo (self->base.document, &error);
  g_assert_no_error (error);
  wait_until_idle (self->base.planner);
  g_assert_cmpint (vb_outlook_get_balance_year (self->outlook), ==, 2026);
  g_assert_cmpfloat (vb_outlook_find_year (self->outlook, 2026)->probability_balanced, ==, before);
}

static void
test_year (Fixture *self, gconstpointer data)
{
  vb_outlook_set_scenario (self->outlook, self->scenario);
  self->n_changed = 0;
  vb_outlook_set_year (self->outlook, 2025);
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_cmpint (vb_outlook_get_year (self->outlook), ==, 2025);
  g_assert_cmpfloat_with_epsilon (get_effect (self, 2)->effect, 8.5, 1e-6);
  /* A year that the scenario does not have is none. */
  vb_outlook_set_year (self->outlook, 1999);
  g_assert_cmpint (vb_outlook_get_year (self->outlook), ==, 2026);
}

static void
assert_explained (Fixture *self, const char *figure, gint16 year, const char *numbers)
{
  g_autoptr (VbExplanation) explanation = vb_outlook_explain (self->outlook, figure, year);

  g_assert_nonnull (explanation);
  g_assert_cmpstr (vb_explanation_get_numbers (explanation), ==, numbers);
  g_assert_cmpuint (vb_explanation_get_n_inputs (explanation), >, 0);
}

static void
test_explanations (Fixture *self, gconstpointer data)
{
  g_autoptr (VbExplanation) lever = NULL;
  g_autoptr (VbExplanation) probability = NULL;

  g_assert_null (vb_outlook_explain (self->outlook, VB_OUTLOOK_GAP, 2026));
  vb_outlook_set_scenario (self->outlook, self->scenario);
  g_assert_null (vb_outlook_explain (self->outlook, VB_OUTLOOK_PROBABILITY, 2026));
  wait_until_idle (self->base.planner);
  assert_explained (self, VB_OUTLOOK_GAP_START, 2026, "100 − 110 = −10");
  assert_explained (self, VB_OUTLOOK_EFFECT, 2026, "6 + 5 = +11");
  assert_explained (self, VB_OUTLOOK_GAP, 2026, "−10 + 6 + 5 = +1");
  assert_explained (self, VB_OUTLOOK_NEED, 2026, "110 − 5 = 105");
  assert_explained (self, VB_OUTLOOK_CAPACITY, 2025, "100 + 6 = 106");
  assert_explained (self, VB_OUTLOOK_BALANCE, 2026, "2025: 106 − 108 = −1.5\n2026: 106 − 105 = +1");
  g_assert_null (vb_outlook_explain (self->outlook, VB_OUTLOOK_GAP, 1999));
  probability = vb_outlook_explain (self->outlook, VB_OUTLOOK_PROBABILITY, 2026);
  g_assert_nonnull (strstr (vb_explanation_get_numbers (probability), "÷ 10,000 ="));

  lever = vb_outlook_explain_lever (self->outlook, get_lever (self, 1));
  g_assert_cmpstr (vb_explanation_get_numbers (lever), ==,
                   "3,285 × 50.0% × 100% × 100% × 100% ÷ (365 × 90%) = +5");
  g_assert_cmpint (vb_explanation_get_input (lever, 0)->provenance, ==, VB_PROVENANCE_ILLUSTRATIVE);
}

/* A catalogue for 220 beds needed and 50 available, of a scenario with 110 and 100 from 2024. */
static void
test_catalogue (Fixture *self, gconstpointer data)
{
  g_autoptr (VbReadyScenario) catalogue =
      vb_ready_scenario_new ("catalogue", VB_CARE_GROUP_ICU, 2020, 2022);
  VbReadyFigure need = { .id = (char *) "need", .value = 220 };
  VbReadyFigure capacity = { .id = (char *) "capacity", .value = 50 };
  VbReadyLever open = { .id = (char *) "open",
                        .name = { NULL, (char *) "Open" },
                        .figures = VB_LEVER_FIGURES_INIT };
  VbReadyLever less = { .id = (char *) "less",
                        .name = { NULL, (char *) "Less" },
                        .figures = VB_LEVER_FIGURES_INIT };
  g_autoptr (VbLeverFacts) opened = NULL;
  g_autoptr (VbLeverFacts) lessened = NULL;

  open.figures.low = open.figures.base = open.figures.high = 6;
  open.figures.start = open.figures.full = 2021;
  less.figures.side = VB_BALANCE_SIDE_NEED;
  less.figures.basis = VB_LEVER_BASIS_SHARE;
  less.figures.base = less.figures.high = 0.1;
  less.figures.bed_days = 1000;
  vb_ready_scenario_add_figure (catalogue, &need);
  vb_ready_scenario_add_figure (catalogue, &capacity);

  opened = vb_lever_catalogue_fit (catalogue, &open, self->scenario);
  g_assert_cmpint (opened->scenario_id, ==, vb_scenario_get_id (self->scenario));
  g_assert_cmpfloat (opened->figures.base, ==, 12);
  g_assert_cmpint (opened->figures.start, ==, 2025);
  g_assert_cmpint (opened->focus_area_id, ==, 0);
  lessened = vb_lever_catalogue_fit (catalogue, &less, self->scenario);
  g_assert_cmpfloat (lessened->figures.base, ==, 0.1);
  g_assert_cmpfloat (lessened->figures.bed_days, ==, 500);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/document/outlook/figures", test_figures },
    { "/document/outlook/follows", test_follows },
    { "/document/outlook/year", test_year },
    { "/document/outlook/explanations", test_explanations },
    { "/document/outlook/catalogue", test_catalogue },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
