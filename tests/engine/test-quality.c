/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-quality.h"

#include <math.h>

#include "figures.h"

static GArray *
run (Figures *figures, const char *now)
{
  g_autoptr (GError) error = NULL;
  guint n_rules;
  const VbMeasureRule *rules = figures_get_rules (&n_rules);
  GArray *findings;

  figures_finish (figures);
  findings = vb_quality_run (&figures->tree, &figures->observations, rules, n_rules,
                             vb_day_from_iso (now), NULL, &error);
  g_assert_no_error (error);
  return findings;
}

/* A year of months, from January 2026, with @values[i % @n] each. */
static void
add_months (Figures *figures, guint unit, VbMeasureId measure, const double *values, guint n)
{
  for (int month = 0; month < 12; month++)
    figures_add_day (figures, unit, measure, VB_GRAIN_MONTH, vb_day_from_ymd (2026, month + 1, 1),
                     values[(guint) month % n]);
}

static void
add_level (Figures *figures, guint unit, VbMeasureId measure, double value)
{
  add_months (figures, unit, measure, &value, 1);
}

static const VbQualityFinding *
get_only (GArray *findings, VbQualityRule rule, guint unit)
{
  const VbQualityFinding *finding = &g_array_index (findings, VbQualityFinding, 0);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpint (finding->rule, ==, rule);
  g_assert_cmpuint (finding->unit, ==, unit);
  return finding;
}

static void
test_sound (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (GArray) findings = NULL;

  /* Overcrowded, but not beyond belief. */
  add_level (figures, ward, VB_MEASURE_AVAILABLE_BEDS, 20);
  add_level (figures, ward, VB_MEASURE_OCCUPIED_BEDS, 30);
  findings = run (figures, "2027-01-01");
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_nothing (void)
{
  g_autoptr (Figures) figures = figures_new ();
  g_autoptr (GArray) findings = run (figures, "2027-01-01");

  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_overfull (void)
{
  const double patients[] = { 18, 18, 32, 36, 18, 18 };
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (GArray) findings = NULL;
  const VbQualityFinding *finding;

  add_level (figures, ward, VB_MEASURE_AVAILABLE_BEDS, 20);
  add_months (figures, ward, VB_MEASURE_OCCUPIED_BEDS, patients, 6);
  findings = run (figures, "2027-01-01");
  finding = get_only (findings, VB_QUALITY_RULE_OVERFULL, ward);
  g_assert_cmpuint (finding->n_periods, ==, 4);
  g_assert_cmpfloat (finding->value, ==, 1.8);
  g_assert_cmpint (finding->worst.grain, ==, VB_GRAIN_MONTH);
  g_assert_cmpint (finding->worst.start, ==, vb_day_from_iso ("2026-04-01"));
}

/* Bed days tell the same as patients. */
static void
test_no_beds (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (GArray) findings = NULL;
  const VbQualityFinding *finding;

  add_level (figures, ward, VB_MEASURE_AVAILABLE_BEDS, 0);
  figures_add (figures, ward, VB_MEASURE_BED_DAYS, VB_GRAIN_MONTH, "2026-06-01", 60);
  figures_add (figures, ward, VB_MEASURE_BED_DAYS, VB_GRAIN_MONTH, "2026-07-01", 0);
  findings = run (figures, "2027-01-01");
  finding = get_only (findings, VB_QUALITY_RULE_NO_BEDS, ward);
  g_assert_cmpuint (finding->n_periods, ==, 1);
  g_assert_cmpfloat (finding->value, ==, 2);
  g_assert_cmpint (finding->worst.start, ==, vb_day_from_iso ("2026-06-01"));
}

static void
test_shares (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  guint other = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (GArray) findings = NULL;
  const VbQualityFinding *finding;

  figures_add (figures, ward, VB_MEASURE_COMPLETED_WITHIN_90, VB_GRAIN_YEAR, "2025-01-01", 104);
  figures_add (figures, ward, VB_MEASURE_COMPLETED_WITHIN_90, VB_GRAIN_YEAR, "2026-01-01", -7);
  figures_add (figures, other, VB_MEASURE_COMPLETED_WITHIN_90, VB_GRAIN_YEAR, "2026-01-01", 100);
  findings = run (figures, "2027-01-01");
  finding = get_only (findings, VB_QUALITY_RULE_SHARE, ward);
  g_assert_cmpuint (finding->n_periods, ==, 2);
  g_assert_cmpfloat (finding->value, ==, -7);
  g_assert_cmpfloat (finding->expected, ==, 0);
}

static void
test_sum (void)
{
  const double beds[] = { 60, 61, 66, 60, 60, 60 };
  g_autoptr (Figures) figures = figures_new ();
  guint hospital = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  guint a = figures_add_unit (figures, (int) hospital, VB_CARE_TYPE_NONE);
  guint b = figures_add_unit (figures, (int) hospital, VB_CARE_TYPE_NONE);
  /* Never reported: not missed. */
  guint c = figures_add_unit (figures, (int) hospital, VB_CARE_TYPE_NONE);
  g_autoptr (GArray) findings = NULL;
  const VbQualityFinding *finding;

  g_assert_cmpuint (c, ==, b + 1);
  add_months (figures, hospital, VB_MEASURE_AVAILABLE_BEDS, beds, 6);
  add_level (figures, a, VB_MEASURE_AVAILABLE_BEDS, 40);
  /* In September one ward is missing, and nothing can be compared. */
  for (int month = 1; month <= 12; month++)
    if (month != 9)
      figures_add_day (figures, b, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_MONTH,
                       vb_day_from_ymd (2026, month, 1), 20);
  findings = run (figures, "2027-01-01");
  finding = get_only (findings, VB_QUALITY_RULE_SUM, hospital);
  g_assert_cmpuint (finding->measure, ==, VB_MEASURE_AVAILABLE_BEDS);
  g_assert_cmpuint (finding->n_periods, ==, 1);
  g_assert_cmpfloat (finding->value, ==, 66);
  g_assert_cmpfloat (finding->expected, ==, 60);
  g_assert_cmpint (finding->worst.start, ==, vb_day_from_iso ("2026-03-01"));
}

/* Figures by quarter and year are checked as they are. */
static void
test_quarters (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (GArray) findings = NULL;
  const VbQualityFinding *finding;

  figures_add (figures, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_QUARTER, "2026-10-01", 10);
  figures_add (figures, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_QUARTER, "2026-10-01", 20);
  findings = run (figures, "2027-01-01");
  finding = get_only (findings, VB_QUALITY_RULE_OVERFULL, ward);
  g_assert_cmpint (finding->worst.grain, ==, VB_GRAIN_QUARTER);
  g_assert_cmpfloat (finding->value, ==, 2);
}

static void
test_jump (void)
{
  const double moved[] = { 20, 21, 19, 20, 21, 19, 30, 31, 29, 30, 31, 29 };
  const double restless[] = { 10, 30, 10, 30, 10, 30, 40, 20, 40, 20, 40, 20 };
  g_autoptr (Figures) figures = figures_new ();
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  guint other = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  g_autoptr (GArray) findings = NULL;
  const VbQualityFinding *finding;

  add_months (figures, ward, VB_MEASURE_OCCUPIED_BEDS, moved, 12);
  /* As much higher, but no more than its months differ anyhow. */
  add_months (figures, other, VB_MEASURE_OCCUPIED_BEDS, restless, 12);
  findings = run (figures, "2027-01-01");
  finding = get_only (findings, VB_QUALITY_RULE_JUMP, ward);
  g_assert_cmpint (finding->worst.start, ==, vb_day_from_iso ("2026-07-01"));
  g_assert_cmpfloat_with_epsilon (finding->expected, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (finding->value, 30, 1e-9);
  g_assert_cmpuint (finding->n_periods, ==, 1);
}

static void
test_silent (void)
{
  g_autoptr (Figures) figures = figures_new ();
  guint region = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);
  guint hospital = figures_add_unit (figures, (int) region, VB_CARE_TYPE_NONE);
  guint a = figures_add_unit (figures, (int) hospital, VB_CARE_TYPE_NONE);
  guint b = figures_add_unit (figures, (int) hospital, VB_CARE_TYPE_NONE);
  guint last = figures_add_unit (figures, (int) region, VB_CARE_TYPE_NONE);
  g_autoptr (GArray) findings = NULL;
  const VbQualityFinding *finding;

  figures_add (figures, a, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2026-03-01", 10);
  figures_add (figures, b, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2026-03-01", 10);
  figures_add (figures, last, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_MONTH, "2026-06-01", 10);

  /* April's report is not late yet. */
  findings = run (figures, "2026-05-10");
  g_assert_cmpuint (findings->len, ==, 0);
  g_clear_pointer (&findings, g_array_unref);

  /* The hospital is told of, not its wards; what reported in June is on time. */
  findings = run (figures, "2026-07-01");
  finding = get_only (findings, VB_QUALITY_RULE_SILENT, hospital);
  g_assert_cmpint (finding->worst.start, ==, vb_day_from_iso ("2026-04-01"));
  g_assert_cmpuint (finding->n_periods, ==, 3);
  g_assert_true (isnan (finding->value));
}

static void
test_cancel (void)
{
  g_autoptr (Figures) figures = figures_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_rules;
  const VbMeasureRule *rules = figures_get_rules (&n_rules);
  guint ward = figures_add_unit (figures, -1, VB_CARE_TYPE_SOMATIC);

  add_level (figures, ward, VB_MEASURE_OCCUPIED_BEDS, 10);
  figures_finish (figures);
  g_cancellable_cancel (cancellable);
  g_assert_null (vb_quality_run (&figures->tree, &figures->observations, rules, n_rules,
                                 vb_day_from_iso ("2027-01-01"), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/quality/sound", test_sound);
  g_test_add_func ("/engine/quality/nothing", test_nothing);
  g_test_add_func ("/engine/quality/overfull", test_overfull);
  g_test_add_func ("/engine/quality/no-beds", test_no_beds);
  g_test_add_func ("/engine/quality/shares", test_shares);
  g_test_add_func ("/engine/quality/sum", test_sum);
  g_test_add_func ("/engine/quality/quarters", test_quarters);
  g_test_add_func ("/engine/quality/jump", test_jump);
  g_test_add_func ("/engine/quality/silent", test_silent);
  g_test_add_func ("/engine/quality/cancel", test_cancel);
  return g_test_run ();
}
