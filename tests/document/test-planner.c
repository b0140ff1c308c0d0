/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "planner-fixture.h"

typedef PlannerFixture Fixture;

/* What was shown: the target of ward A in June of each new table. */
typedef struct
{
  Fixture *fixture;
  GArray *targets;
} Shown;

static void
on_need_changed (VbPlanner *planner, int grain, Shown *shown)
{
  VbNeedTable *table = vb_planner_get_need (planner, (VbGrain) grain);
  gint64 id = vb_unit_get_id (shown->fixture->ward_a);
  int june = vb_need_table_find_period (table, vb_day_from_ymd (2024, 6, 1));
  const VbNeedFigures *figures =
      vb_need_table_get (table, id, vb_need_table_get_main_group (table, id), (guint) june);

  g_array_append_val (shown->targets, figures->target_occupancy);
}

static void
set_target (Fixture *fixture, double target)
{
  g_autoptr (GError) error = NULL;

  vb_document_set_target (fixture->document, vb_unit_get_id (fixture->hospital),
                          VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_NONE, VB_DAY_NONE, target, NULL,
                          &error);
  g_assert_no_error (error);
}

static void
test_first_table (Fixture *fixture, gconstpointer data)
{
  const VbNeedFigures *figures;

  g_assert_false (vb_planner_get_busy (fixture->planner));
  g_assert_null (vb_planner_get_need (fixture->planner, VB_GRAIN_MONTH));
  g_assert_true (vb_planner_get_busy (fixture->planner));

  /* 9 patients ÷ 0.90 = 10 beds: just enough. */
  figures = need_of (fixture->planner, fixture->ward_a, VB_GRAIN_MONTH, 2024, 6, 1);
  g_assert_cmpfloat_with_epsilon (figures->bed_days, 270, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures->need_beds, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures->gap_beds, 0, 1e-9);
  figures = need_of (fixture->planner, fixture->hospital, VB_GRAIN_MONTH, 2024, 6, 1);
  g_assert_cmpfloat_with_epsilon (figures->need_beds, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures->gap_beds, 10, 1e-9);
  g_assert_false (vb_planner_get_busy (fixture->planner));
}

static void
test_target_moves_need (Fixture *fixture, gconstpointer data)
{
  VbNeedTable *old = wait_for_need (fixture->planner, VB_GRAIN_MONTH);

  set_target (fixture, 0.75);
  /* The old table is shown until the new one is there. */
  g_assert_true (vb_planner_get_need (fixture->planner, VB_GRAIN_MONTH) == old);
  g_assert_cmpfloat_with_epsilon (
      need_of (fixture->planner, fixture->ward_a, VB_GRAIN_MONTH, 2024, 6, 1)->need_beds, 12, 1e-9);
}

static void
test_setting_moves_need (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  wait_for_need (fixture->planner, VB_GRAIN_MONTH);
  vb_document_set_default_target (fixture->document, 0.6, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (
      need_of (fixture->planner, fixture->ward_a, VB_GRAIN_MONTH, 2024, 6, 1)->need_beds, 15, 1e-9);
}

static void
test_observation_moves_need (Fixture *fixture, gconstpointer data)
{
  wait_for_need (fixture->planner, VB_GRAIN_MONTH);
  take_days (fixture->document, "B", VB_MEASURE_OCCUPIED_BEDS, vb_day_from_ymd (2024, 6, 1),
             vb_day_from_ymd (2024, 6, 30), 18);
  g_assert_cmpfloat_with_epsilon (
      need_of (fixture->planner, fixture->ward_b, VB_GRAIN_MONTH, 2024, 6, 1)->need_beds, 20, 1e-9);
}

/* All changes of one turn of the main loop are one calculation, and only the last is shown. */
static void
test_burst (Fixture *fixture, gconstpointer data)
{
  Shown shown = { fixture, g_array_new (FALSE, FALSE, sizeof (double)) };

  wait_for_need (fixture->planner, VB_GRAIN_MONTH);
  g_signal_connect (fixture->planner, "need-changed", G_CALLBACK (on_need_changed), &shown);
  for (int i = 50; i <= 80; i++)
    set_target (fixture, i / 100.0);
  wait_until_idle (fixture->planner);

  g_assert_cmpuint (shown.targets->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (shown.targets, double, 0), 0.8, 1e-9);
  g_array_unref (shown.targets);
}

/* A drag over many turns: what is shown never goes back, and ends where the drag ended. */
static void
test_drag (Fixture *fixture, gconstpointer data)
{
  Shown shown = { fixture, g_array_new (FALSE, FALSE, sizeof (double)) };
  double last = 0;

  wait_for_need (fixture->planner, VB_GRAIN_MONTH);
  g_signal_connect (fixture->planner, "need-changed", G_CALLBACK (on_need_changed), &shown);
  for (int i = 500; i <= 800; i++)
    {
      set_target (fixture, i / 1000.0);
      g_main_context_iteration (NULL, FALSE);
    }
  wait_until_idle (fixture->planner);

  g_assert_cmpuint (shown.targets->len, >=, 1);
  g_assert_cmpuint (shown.targets->len, <=, 301);
  for (guint i = 0; i < shown.targets->len; i++)
    {
      double target = g_array_index (shown.targets, double, i);

      g_assert_cmpfloat (target, >, last);
      last = target;
    }
  g_assert_cmpfloat_with_epsilon (last, 0.8, 1e-9);
  g_array_unref (shown.targets);
}

static void
on_need_changed_count (VbPlanner *planner, int grain, guint *count)
{
  (*count)++;
}

/* An answer about facts that have changed since is never shown. */
static void
test_late_answer_is_dropped (Fixture *fixture, gconstpointer data)
{
  guint count = 0;

  g_signal_connect (fixture->planner, "need-changed", G_CALLBACK (on_need_changed_count), &count);
  vb_planner_get_need (fixture->planner, VB_GRAIN_MONTH);
  /* Starts the calculation; what it reads is outdated by the time it can be shown. */
  g_main_context_iteration (NULL, FALSE);
  take_days (fixture->document, "B", VB_MEASURE_OCCUPIED_BEDS, vb_day_from_ymd (2024, 6, 1),
             vb_day_from_ymd (2024, 6, 30), 18);
  g_assert_null (vb_planner_get_need (fixture->planner, VB_GRAIN_MONTH));

  g_assert_cmpfloat_with_epsilon (
      need_of (fixture->planner, fixture->ward_b, VB_GRAIN_MONTH, 2024, 6, 1)->need_beds, 20, 1e-9);
  g_assert_cmpuint (count, ==, 1);
}

static void
test_finalized_while_running (Fixture *fixture, gconstpointer data)
{
  guint count = 0;

  g_signal_connect (fixture->planner, "need-changed", G_CALLBACK (on_need_changed_count), &count);
  vb_planner_get_need (fixture->planner, VB_GRAIN_MONTH);
  g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (g_steal_pointer (&fixture->planner));

  /* The thread's answer comes to nobody. */
  for (int i = 0; i < 50; i++)
    {
      g_usleep (1000);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (count, ==, 0);
}

static void
test_several_grains (Fixture *fixture, gconstpointer data)
{
  for (int grain = 0; grain < VB_N_GRAINS; grain++)
    vb_planner_get_need (fixture->planner, (VbGrain) grain);
  wait_until_idle (fixture->planner);
  for (int grain = 0; grain < VB_N_GRAINS; grain++)
    g_assert_cmpint (
        vb_need_table_get_grain (vb_planner_get_need (fixture->planner, (VbGrain) grain)), ==,
        grain);
  g_assert_cmpuint (
      vb_need_table_get_n_periods (vb_planner_get_need (fixture->planner, VB_GRAIN_DAY)), ==, 92);

  /* All that were asked for are kept fresh. */
  set_target (fixture, 0.45);
  wait_until_idle (fixture->planner);
  g_assert_cmpfloat_with_epsilon (
      need_of (fixture->planner, fixture->ward_a, VB_GRAIN_DAY, 2024, 7, 15)->need_beds, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (
      need_of (fixture->planner, fixture->ward_a, VB_GRAIN_YEAR, 2024, 1, 1)->need_beds, 20, 1e-9);
}

static void
test_empty_document (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = vb_document_new (&error);
  g_autoptr (VbPlanner) planner = vb_planner_new (document);

  g_assert_no_error (error);
  g_assert_cmpuint (vb_need_table_get_n_periods (wait_for_need (planner, VB_GRAIN_MONTH)), ==, 0);
  vb_planner_get_coverage (planner, VB_GRAIN_MONTH);
  wait_until_idle (planner);
  g_assert_cmpuint (vb_coverage_get_n_periods (vb_planner_get_coverage (planner, VB_GRAIN_MONTH)),
                    ==, 0);
  vb_document_close (document);
}

static void
test_compute (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (VbNeedTable) table = NULL;
  const VbNeedFigures *figures;

  table = vb_planner_compute_need (fixture->planner, VB_GRAIN_MONTH, vb_day_from_ymd (2024, 7, 5),
                                   vb_day_from_ymd (2024, 8, 5), 0.5, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vb_need_table_get_n_periods (table), ==, 2);
  g_assert_cmpint (vb_need_table_get_period (table, 0).start, ==, vb_day_from_ymd (2024, 7, 1));
  figures = vb_need_table_get (table, vb_unit_get_id (fixture->ward_a), VB_CARE_GROUP_NONE, 0);
  g_assert_cmpfloat_with_epsilon (figures->need_beds, 18, 1e-9);

  g_clear_object (&table);
  g_cancellable_cancel (cancelled);
  table = vb_planner_compute_need (fixture->planner, VB_GRAIN_MONTH, VB_DAY_NONE, VB_DAY_NONE, NAN,
                                   cancelled, &error);
  g_assert_null (table);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_coverage (Fixture *fixture, gconstpointer data)
{
  VbCoverage *coverage;

  g_assert_null (vb_planner_get_coverage (fixture->planner, VB_GRAIN_MONTH));
  wait_until_idle (fixture->planner);
  coverage = vb_planner_get_coverage (fixture->planner, VB_GRAIN_MONTH);
  g_assert_cmpuint (vb_coverage_get_n_periods (coverage), ==, 3);
  g_assert_cmpfloat (vb_coverage_get (coverage, vb_unit_get_id (fixture->ward_a), 1), ==, 1);
  g_assert_cmpfloat (vb_coverage_get (coverage, vb_unit_get_id (fixture->ward_b), 1), ==, 0);
  g_assert_cmpfloat (vb_coverage_get (coverage, vb_unit_get_id (fixture->hospital), 1), ==, 0.5);
}

static void
count_up (gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
assert_finding (
    GListModel *findings, guint index, VbQualityRule rule, VbUnit *unit, const char *text)
{
  g_autoptr (VbFinding) finding = g_list_model_get_item (findings, index);

  g_assert_nonnull (finding);
  g_assert_cmpint (vb_finding_get_rule (finding), ==, rule);
  g_assert_true (vb_finding_get_unit (finding) == unit);
  g_assert_cmpstr (vb_finding_get_text (finding), ==, text);
}

static void
test_findings (Fixture *fixture, gconstpointer data)
{
  VbPeriod day = { VB_GRAIN_DAY, vb_day_from_ymd (2024, 7, 31) };
  g_autoptr (GError) error = NULL;
  GListModel *findings;
  guint n_changed = 0;

  g_signal_connect_swapped (fixture->planner, "findings-changed", G_CALLBACK (count_up),
                            &n_changed);
  g_assert_null (vb_planner_get_findings (fixture->planner));
  wait_until_idle (fixture->planner);
  findings = vb_planner_get_findings (fixture->planner);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 1);
  assert_finding (findings, 0, VB_QUALITY_RULE_SILENT, fixture->ward_b,
                  "no figures since 30 Jun 2024");

  /* (30 × 9 + 400) ÷ 31 patients in 10 beds. */
  g_assert_true (vb_document_set_observation (fixture->document, vb_unit_get_id (fixture->ward_a),
                                              VB_MEASURE_OCCUPIED_BEDS, day, 400, &error));
  g_assert_no_error (error);
  wait_until_idle (fixture->planner);
  findings = vb_planner_get_findings (fixture->planner);
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 2);
  assert_finding (findings, 0, VB_QUALITY_RULE_OVERFULL, fixture->ward_a,
                  "occupancy 216% in Jul 2024");
}

/* The same plan at three resolutions. */
static void
test_levels (Fixture *fixture, gconstpointer data)
{
  VbPeriod year = { VB_GRAIN_YEAR, vb_day_from_ymd (2024, 1, 1) };
  VbPeriod july = { VB_GRAIN_MONTH, vb_day_from_ymd (2024, 7, 1) };
  VbLevelBalance levels[VB_N_LEVELS];

  vb_planner_get_levels (fixture->planner, fixture->ward_a, VB_CARE_GROUP_NONE, year, levels);
  g_assert_true (isnan (levels[VB_LEVEL_STRATEGIC].figures.need_beds));
  wait_until_idle (fixture->planner);

  /* One more patient in July makes it the worst month. */
  take_days (fixture->document, "A", VB_MEASURE_OCCUPIED_BEDS, vb_day_from_ymd (2024, 7, 1),
             vb_day_from_ymd (2024, 7, 31), 10);
  wait_until_idle (fixture->planner);
  vb_planner_get_levels (fixture->planner, fixture->ward_a, VB_CARE_GROUP_NONE, year, levels);
  g_assert_cmpint (levels[VB_LEVEL_STRATEGIC].period.start, ==, year.start);
  g_assert_cmpfloat_with_epsilon (levels[VB_LEVEL_STRATEGIC].figures.bed_days, 92 * 9 + 31, 1e-9);
  g_assert_cmpint (levels[VB_LEVEL_TACTICAL].period.start, ==, july.start);
  g_assert_cmpfloat_with_epsilon (levels[VB_LEVEL_TACTICAL].figures.need_beds, 10 / 0.9, 1e-9);
  /* The latest week with data begins on Monday 26 August. */
  g_assert_cmpint (levels[VB_LEVEL_OPERATIONAL].period.start, ==, vb_day_from_ymd (2024, 8, 26));

  vb_planner_get_levels (fixture->planner, fixture->ward_a, VB_CARE_GROUP_NONE, july, levels);
  g_assert_cmpint (levels[VB_LEVEL_STRATEGIC].period.start, ==, year.start);
  g_assert_cmpint (levels[VB_LEVEL_TACTICAL].period.start, ==, july.start);
  g_assert_cmpint (levels[VB_LEVEL_OPERATIONAL].period.start, ==, vb_day_from_ymd (2024, 7, 29));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/document/planner/first-table", test_first_table },
    { "/document/planner/target-moves-need", test_target_moves_need },
    { "/document/planner/setting-moves-need", test_setting_moves_need },
    { "/document/planner/observation-moves-need", test_observation_moves_need },
    { "/document/planner/burst", test_burst },
    { "/document/planner/drag", test_drag },
    { "/document/planner/late-answer-is-dropped", test_late_answer_is_dropped },
    { "/document/planner/finalized-while-running", test_finalized_while_running },
    { "/document/planner/several-grains", test_several_grains },
    { "/document/planner/compute", test_compute },
    { "/document/planner/coverage", test_coverage },
    { "/document/planner/findings", test_findings },
    { "/document/planner/levels", test_levels },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, planner_fixture_set_up, tests[i].run,
                planner_fixture_tear_down);
  g_test_add_func ("/document/planner/empty-document", test_empty_document);

  return g_test_run ();
}
