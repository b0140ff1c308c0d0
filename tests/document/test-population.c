/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-document-population.h"

#include "document-fixture.h"
#include "planner-fixture.h"
#include "vb-scenario-baseline.h"

static void
add_count (VbPopulationFacts *facts, gint16 year, VbSex sex, gint16 from, gint16 to, double n)
{
  VbPopulationCount count = { year, (guint8) sex, VB_POPULATION_OUTCOME, { from, to }, n };

  if (year > 2024)
    count.kind = VB_POPULATION_PROJECTION;
  g_array_append_val (facts->counts, count);
}

static void
add_use (VbPopulationFacts *facts, gint16 year, VbSex sex, gint16 from, gint16 to, double n)
{
  VbCareUse use = { year, (guint8) sex, VB_CARE_GROUP_SOMATIC, { from, to }, n };

  g_array_append_val (facts->uses, use);
}

/* 1,000 young who used 0.1 bed days each and 200 old who used 5; in 2034 as many young and twice as
 * many old. The inhabitants of 2034 are told in finer groups. */
static VbPopulationFacts *
make_facts (void)
{
  VbPopulationFacts *facts = vb_population_facts_new (NULL, "folk.csv");

  add_count (facts, 2034, VB_SEX_ALL, 80, VB_AGE_NO_END, 150);
  add_count (facts, 2034, VB_SEX_ALL, 65, 79, 250);
  add_count (facts, 2034, VB_SEX_ALL, 0, 64, 1000);
  add_count (facts, 2024, VB_SEX_WOMEN, 0, 64, 600);
  add_count (facts, 2024, VB_SEX_MEN, 0, 64, 400);
  add_count (facts, 2024, VB_SEX_WOMEN, 65, VB_AGE_NO_END, 120);
  add_count (facts, 2024, VB_SEX_MEN, 65, VB_AGE_NO_END, 80);
  add_use (facts, 2024, VB_SEX_ALL, 0, 64, 100);
  add_use (facts, 2024, VB_SEX_ALL, 65, VB_AGE_NO_END, 1000);
  return facts;
}

static void
set_facts (PlannerFixture *fixture, VbUnit *unit, VbPopulationFacts *facts)
{
  gint64 id = vb_unit_get_id (unit);
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_set_population (fixture->document, &id, &facts, 1, &error));
  g_assert_no_error (error);
}

static VbPopulationOutlook *
compute (PlannerFixture *fixture, VbUnit *unit, double change)
{
  g_autoptr (GError) error = NULL;
  VbPopulationOutlook *outlook = vb_planner_compute_population (
      fixture->planner, unit, VB_CARE_GROUP_SOMATIC, change, NULL, &error);

  g_assert_no_error (error);
  return outlook;
}

static guint
count_rows (PlannerFixture *fixture, VbUnit *unit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbPopulationFacts) facts =
      vb_document_read_population (fixture->document, vb_unit_get_id (unit), &error);

  g_assert_no_error (error);
  return facts->counts->len + 100 * facts->uses->len;
}

/* What is taken is there, replaces its years only, and is one step to undo. */
static void
test_set (PlannerFixture *fixture, gconstpointer data)
{
  g_autoptr (VbPopulationFacts) facts = make_facts ();
  g_autoptr (VbPopulationFacts) later = vb_population_facts_new (NULL, NULL);
  g_autoptr (VbPopulationFacts) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  set_facts (fixture, fixture->hospital, facts);
  g_assert_cmpuint (count_rows (fixture, fixture->hospital), ==, 207);
  read =
      vb_document_read_population (fixture->document, vb_unit_get_id (fixture->hospital), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->source, ==, "folk.csv");
  g_assert_cmpint (vb_population_facts_get_last_outcome (read), ==, 2024);
  g_assert_cmpint (g_array_index (read->counts, VbPopulationCount, 6).ages.to, ==, VB_AGE_NO_END);
  g_object_get (fixture->document, "undo-label", &label, NULL);
  g_assert_nonnull (strstr (label, vb_unit_get_name (fixture->hospital)));

  add_count (later, 2034, VB_SEX_ALL, 0, VB_AGE_NO_END, 1400);
  set_facts (fixture, fixture->hospital, later);
  g_assert_cmpuint (count_rows (fixture, fixture->hospital), ==, 205);
  g_assert_true (vb_document_undo (fixture->document, &error));
  g_assert_cmpuint (count_rows (fixture, fixture->hospital), ==, 207);
  g_assert_true (vb_document_undo (fixture->document, &error));
  g_assert_cmpuint (count_rows (fixture, fixture->hospital), ==, 0);
  g_assert_true (vb_document_redo (fixture->document, &error));
  g_assert_cmpuint (count_rows (fixture, fixture->hospital), ==, 207);
  g_assert_no_error (error);
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
set_in_thread (PlannerFixture *fixture,
               gint64 id,
               VbPopulationFacts *facts,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  vb_document_set_population_async (fixture->document, &id, &facts, 1, cancellable, on_answer,
                                    &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (vb_document_get_busy (fixture->document));
  return vb_document_set_population_finish (fixture->document, result, error);
}

/* In a thread it is the same one step, or nothing. */
static void
test_set_in_thread (PlannerFixture *fixture, gconstpointer data)
{
  g_autoptr (VbPopulationFacts) facts = make_facts ();
  g_autoptr (VbPopulationFacts) wrong = make_facts ();
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  gint64 id = vb_unit_get_id (fixture->hospital);
  g_autoptr (GError) error = NULL;

  add_count (wrong, 2034, VB_SEX_ALL, 60, 64, 10);
  g_assert_false (set_in_thread (fixture, id, wrong, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_false (set_in_thread (fixture, id, facts, cancelled, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpuint (count_rows (fixture, fixture->hospital), ==, 0);

  g_assert_true (set_in_thread (fixture, id, facts, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (fixture, fixture->hospital), >, 0);
  g_assert_true (vb_document_undo (fixture->document, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (fixture, fixture->hospital), ==, 0);
}

static void
test_refused (PlannerFixture *fixture, gconstpointer data)
{
  VbPopulationFacts *facts = make_facts ();
  gint64 id = vb_unit_get_id (fixture->hospital);
  gint64 none = 17;
  g_autoptr (GError) error = NULL;

  g_assert_false (vb_document_set_population (fixture->document, &none, &facts, 1, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  add_count (facts, 2034, VB_SEX_ALL, 60, 64, 10);
  g_assert_false (vb_document_set_population (fixture->document, &id, &facts, 1, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  vb_population_facts_free (facts);
  facts = make_facts ();
  add_use (facts, 2024, VB_SEX_WOMEN, 0, 64, -1);
  g_assert_false (vb_document_set_population (fixture->document, &id, &facts, 1, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_assert_cmpuint (count_rows (fixture, fixture->hospital), ==, 0);
  vb_population_facts_free (facts);

  g_clear_error (&error);
  g_assert_false (vb_document_set_consumption_change (fixture->document, -1, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (vb_document_set_consumption_change (fixture->document, 0.01, &error));
  g_assert_cmpfloat (vb_document_get_consumption_change (fixture->document), ==, 0.01);
  vb_document_undo (fixture->document, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (vb_document_get_consumption_change (fixture->document), ==, 0);
  g_assert_no_error (error);
}

/* need = (1,000 × 0.1 + 400 × 5) ÷ (366 × T), and the three reasons add up to the difference
 * exactly. */
static void
test_outlook (PlannerFixture *fixture, gconstpointer data)
{
  g_autoptr (VbPopulationFacts) facts = make_facts ();
  g_autoptr (VbPopulationOutlook) outlook = NULL;
  g_autoptr (VbPopulationOutlook) dearer = NULL;
  const VbPopulationBasis *basis;
  const VbPopulationGroup *groups;
  const VbPopulationFigures *first, *last;
  double sum = 0;
  guint n;

  set_facts (fixture, fixture->hospital, facts);
  outlook = compute (fixture, fixture->hospital, 0);
  basis = vb_population_outlook_get_basis (outlook);
  first = vb_population_outlook_get_first (outlook);
  last = vb_population_outlook_get_last (outlook);
  g_assert_true (vb_population_outlook_get_unit (outlook) == fixture->hospital);
  g_assert_cmpint (basis->base_year, ==, 2024);
  g_assert_cmpint (basis->last_outcome, ==, 2024);
  /* The wards have data of the summer only. */
  g_assert_cmpfloat (basis->days, ==, 366);
  g_assert_cmpfloat (first->bed_days, ==, 1100);
  g_assert_cmpfloat_with_epsilon (first->need, 1100 / (366 * basis->target_occupancy), 1e-9);
  g_assert_cmpfloat (last->population, ==, 1400);
  g_assert_cmpfloat (last->bed_days, ==, 2100);
  g_assert_cmpfloat_with_epsilon (last->need, 2100 / (366 * basis->target_occupancy), 1e-9);
  g_assert_cmpfloat (last->size + last->ageing + last->consumption, ==, last->need - first->need);
  g_assert_cmpfloat (last->consumption, ==, 0);
  g_assert_cmpfloat (last->ageing, >, 0);
  g_assert_null (vb_population_outlook_find_year (outlook, 2030));

  /* The finest groups that both years can be told by. */
  groups = vb_population_outlook_get_groups (outlook, &n);
  g_assert_cmpuint (n, ==, 2);
  for (guint i = 0; i < n; i++)
    sum += groups[i].last_need;
  g_assert_cmpfloat_with_epsilon (sum, last->need, 1e-9);
  g_assert_cmpint (groups[1].ages.from, ==, 65);
  g_assert_cmpfloat (groups[1].last_population, ==, 400);
  g_assert_cmpfloat_with_epsilon (groups[1].last_bed_days, 2000, 1e-6);

  dearer = compute (fixture, fixture->hospital, 0.01);
  last = vb_population_outlook_get_last (dearer);
  g_assert_cmpfloat_with_epsilon (last->bed_days, 2100 * pow (1.01, 10), 1e-6);
  g_assert_cmpfloat (last->consumption, >, 0);
  g_assert_cmpfloat (last->size + last->ageing + last->consumption, ==, last->need - first->need);
}

/* Hidden demand is part of the need, as in need and gap, and not of the bed days. */
static void
test_hidden_demand (PlannerFixture *fixture, gconstpointer data)
{
  g_autoptr (VbPopulationFacts) facts = make_facts ();
  g_autoptr (VbPopulationOutlook) plain = NULL;
  g_autoptr (VbPopulationOutlook) hidden = NULL;
  g_autoptr (GError) error = NULL;

  set_facts (fixture, fixture->hospital, facts);
  plain = compute (fixture, fixture->hospital, 0);
  g_assert_true (vb_document_set_hidden_demand (fixture->document, 0.1, &error));
  hidden = compute (fixture, fixture->hospital, 0);
  g_assert_cmpfloat (vb_population_outlook_get_first (hidden)->bed_days, ==, 1100);
  g_assert_cmpfloat_with_epsilon (vb_population_outlook_get_first (hidden)->need,
                                  1.1 * vb_population_outlook_get_first (plain)->need, 1e-9);
}

static double
get_ratio (VbPlanner *planner, VbUnit *unit, VbCareGroup group, gint16 from, gint16 to)
{
  g_autofree double *ratios = vb_planner_list_need_ratios (planner, unit, group, 0, from, to, to);

  return ratios != NULL ? ratios[0] : (double) NAN;
}

/* A ward has the need of its hospital's inhabitants; inhabitants of its own use what those of the
 * hospital do. */
static void
test_ratio (PlannerFixture *fixture, gconstpointer data)
{
  g_autoptr (VbPopulationFacts) facts = make_facts ();
  g_autoptr (VbPopulationFacts) own = vb_population_facts_new (NULL, NULL);
  g_autofree double *ratios = NULL;
  g_autoptr (VbPopulationOutlook) outlook = NULL;
  g_autoptr (GError) error = NULL;
  VbPlanner *planner = fixture->planner;
  const VbCareGroup group = VB_CARE_GROUP_SOMATIC;

  g_assert_true (vb_planner_read_population (planner, NULL, &error));
  g_assert_true (isnan (get_ratio (planner, fixture->ward_a, group, 2024, 2034)));
  set_facts (fixture, fixture->hospital, facts);
  g_assert_true (vb_planner_read_population (planner, NULL, &error));
  g_assert_cmpfloat_with_epsilon (get_ratio (planner, fixture->ward_a, group, 2024, 2034),
                                  2100.0 / 1100, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_ratio (planner, fixture->ward_a, group, 2034, 2024),
                                  1100.0 / 2100, 1e-9);
  g_assert_true (isnan (get_ratio (planner, fixture->ward_a, group, 2024, 2030)));
  g_assert_true (isnan (get_ratio (planner, fixture->ward_a, VB_CARE_GROUP_ICU, 2024, 2034)));

  /* All years at once; those between the count and the projection are not known. */
  ratios = vb_planner_list_need_ratios (planner, fixture->ward_a, group, 0, 2024, 2024, 2034);
  for (guint i = 1; i < 10; i++)
    g_assert_true (isnan (ratios[i]));
  g_assert_cmpfloat (ratios[0], ==, 1);
  g_assert_cmpfloat_with_epsilon (ratios[10], 2100.0 / 1100, 1e-9);

  add_count (own, 2024, VB_SEX_ALL, 0, 64, 100);
  add_count (own, 2024, VB_SEX_ALL, 65, VB_AGE_NO_END, 50);
  add_count (own, 2034, VB_SEX_ALL, 0, 64, 100);
  add_count (own, 2034, VB_SEX_ALL, 65, VB_AGE_NO_END, 54);
  set_facts (fixture, fixture->ward_a, own);
  outlook = compute (fixture, fixture->ward_a, 0);
  g_assert_true (vb_population_outlook_get_unit (outlook) == fixture->ward_a);
  g_assert_cmpfloat (vb_population_outlook_get_first (outlook)->bed_days, ==, 10 + 250);
  g_assert_cmpfloat_with_epsilon (vb_population_outlook_get_last (outlook)->bed_days, 10 + 270,
                                  1e-9);
  g_assert_no_error (error);
}

static VbScenarioYear *
get_need_year (GArray *years, gint16 year)
{
  for (guint i = 0; i < years->len; i++)
    {
      VbScenarioYear *row = &g_array_index (years, VbScenarioYear, i);

      if (row->side == VB_BALANCE_SIDE_NEED && row->year == year)
        return row;
    }
  return NULL;
}

/* A scenario that is begun: 9 patients every day of 2024, as many more as the population needs. */
static void
test_baseline (PlannerFixture *fixture, gconstpointer data)
{
  g_autoptr (VbPopulationFacts) facts = make_facts ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) flat = NULL;
  g_autoptr (GArray) grown = NULL;
  g_autoptr (GArray) beyond = NULL;
  VbPlanner *planner = fixture->planner;
  const VbCareGroup group = VB_CARE_GROUP_SOMATIC;
  VbDay first = vb_day_from_ymd (2024, 1, 1), last = vb_day_from_ymd (2024, 12, 31);
  double need;

  g_assert_null (
      vb_scenario_baseline_make (planner, fixture->ward_a, group, 2024, 2034, 0, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (vb_document_set_unit_care_type (
      fixture->document, vb_unit_get_id (fixture->ward_a), VB_CARE_TYPE_SOMATIC, &error));
  take_days (fixture->document, "A", VB_MEASURE_AVAILABLE_BEDS, first, last, 10);
  take_days (fixture->document, "A", VB_MEASURE_OCCUPIED_BEDS, first, last, 9);
  wait_for_need (planner, VB_GRAIN_YEAR);
  need = need_of (planner, fixture->ward_a, VB_GRAIN_YEAR, 2024, 1, 1)->need_beds;

  flat = vb_scenario_baseline_make (planner, fixture->ward_a, group, 2024, 2034, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (flat->len, ==, 22);
  g_assert_cmpfloat_with_epsilon (get_need_year (flat, 2034)->beds, need, 1e-9);

  /* Nobody has asked for the population yet: it is read now. */
  set_facts (fixture, fixture->hospital, facts);
  grown = vb_scenario_baseline_make (planner, fixture->ward_a, group, 2034, 2034, 0.01, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (get_need_year (grown, 2034)->beds,
                                  need * 2100 / 1100 * pow (1.01, 10), 1e-9);
  g_assert_cmpstr (vb_bilingual_get (&get_need_year (grown, 2034)->source), !=,
                   vb_bilingual_get (&get_need_year (flat, 2034)->source));
  g_assert_cmpfloat (g_array_index (grown, VbScenarioYear, 0).beds, ==, 10);

  /* Between the count and the projection nothing is known: no year is guessed. */
  beyond = vb_scenario_baseline_make (planner, fixture->ward_a, group, 2033, 2034, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (get_need_year (beyond, 2034)->beds, need, 1e-9);
}

/* What cannot be known is said to be so, and why. */
static void
test_unknown (PlannerFixture *fixture, gconstpointer data)
{
  g_autoptr (VbPopulationFacts) facts = vb_population_facts_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  VbPlanner *planner = fixture->planner;
  const VbCareGroup group = VB_CARE_GROUP_SOMATIC;

  g_assert_null (
      vb_planner_compute_population (planner, fixture->hospital, group, 0, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  add_count (facts, 2024, VB_SEX_ALL, 0, 64, 100);
  set_facts (fixture, fixture->hospital, facts);
  g_assert_null (
      vb_planner_compute_population (planner, fixture->hospital, group, 0, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  add_use (facts, 2024, VB_SEX_ALL, 0, VB_AGE_NO_END, 10);
  set_facts (fixture, fixture->hospital, facts);
  g_assert_null (
      vb_planner_compute_population (planner, fixture->hospital, group, 0, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE);
}

static void
on_changed (VbPlanner *planner, guint *n)
{
  (*n)++;
}

/* A page asks, and is told when there is an answer, and when it has become another. */
static void
test_thread (PlannerFixture *fixture, gconstpointer data)
{
  g_autoptr (VbPopulationFacts) facts = make_facts ();
  g_autoptr (GError) error = NULL;
  VbPlanner *planner = fixture->planner;
  guint n_changed = 0;

  g_signal_connect (planner, "population-changed", G_CALLBACK (on_changed), &n_changed);
  g_assert_null (
      vb_planner_get_population (planner, fixture->hospital, VB_CARE_GROUP_SOMATIC, 0, &error));
  g_assert_no_error (error);
  g_assert_true (vb_planner_get_busy (planner));
  wait_until_idle (planner);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_null (
      vb_planner_get_population (planner, fixture->hospital, VB_CARE_GROUP_SOMATIC, 0, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);

  set_facts (fixture, fixture->hospital, facts);
  wait_until_idle (planner);
  g_assert_cmpuint (n_changed, ==, 2);
  {
    g_autoptr (VbPopulationOutlook) outlook =
        vb_planner_get_population (planner, fixture->hospital, VB_CARE_GROUP_SOMATIC, 0, &error);

    g_assert_no_error (error);
    g_assert_cmpfloat (vb_population_outlook_get_first (outlook)->bed_days, ==, 1100);
  }

  /* Who cannot wait gets it at once, and so do those who did. */
  g_array_index (facts->counts, VbPopulationCount, 0).inhabitants++;
  set_facts (fixture, fixture->hospital, facts);
  g_assert_true (vb_planner_read_population (planner, NULL, &error));
  g_assert_cmpuint (n_changed, ==, 3);
  wait_until_idle (planner);
  g_assert_cmpuint (n_changed, ==, 3);
}

/* The names that tables of population give units. */
static void
test_match (PlannerFixture *fixture, gconstpointer data)
{
  VbDocument *document = fixture->document;
  g_autoptr (GError) error = NULL;
  gint64 id = vb_document_add_unit (document, 0, VB_UNIT_REGION, "Jämtlands län", "23", &error);
  VbUnit *region = vb_document_get_unit (document, id);

  g_assert_no_error (error);
  g_assert_true (vb_document_match_population (document, "Jämtlands län") == region);
  g_assert_true (vb_document_match_population (document, "23 Jämtlands län") == region);
  g_assert_true (vb_document_match_population (document, "23") == region);
  g_assert_true (vb_document_match_population (document, "99 Jämtlands län") == region);
  g_assert_null (vb_document_match_population (document, "2380 Jämtlands län"));
  g_assert_null (vb_document_match_population (document, "Östersund"));
}

#define ADD(path, func)                                                                            \
  g_test_add ("/document/population/" path, PlannerFixture, NULL, planner_fixture_set_up, func,    \
              planner_fixture_tear_down)

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  ADD ("set", test_set);
  ADD ("set-in-thread", test_set_in_thread);
  ADD ("refused", test_refused);
  ADD ("outlook", test_outlook);
  ADD ("hidden-demand", test_hidden_demand);
  ADD ("ratio", test_ratio);
  ADD ("baseline", test_baseline);
  ADD ("unknown", test_unknown);
  ADD ("thread", test_thread);
  ADD ("match", test_match);

  return test_run ();
}
