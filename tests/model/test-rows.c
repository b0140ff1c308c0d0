/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small immutable rows that the planner makes for the pages. */
#include <math.h>

#include "vb-attention.h"
#include "vb-coverage.h"
#include "vb-finding.h"
#include "vb-occupancy-study.h"
#include "vb-population-outlook.h"
#include "vb-random.h"
#include "vb-unit-private.h"

static void
test_attention (void)
{
  g_autoptr (VbUnit) unit = vb_unit_new (7);
  g_autoptr (VbAttention) attention =
      vb_attention_new (VB_ATTENTION_NO_DATA, "No data", unit, "import", NAN, 100, 200);
  g_autoptr (VbUnit) same = NULL;
  g_autofree char *text = NULL;
  g_autofree char *page = NULL;

  g_object_get (attention, "text", &text, "unit", &same, "page", &page, NULL);
  g_assert_cmpstr (text, ==, "No data");
  g_assert_cmpstr (page, ==, "import");
  g_assert_true (same == unit);
  g_assert_cmpint (vb_attention_get_kind (attention), ==, VB_ATTENTION_NO_DATA);
  g_assert_true (isnan (vb_attention_get_effect (attention)));
  g_assert_cmpint (vb_attention_get_from (attention), ==, 100);
  g_assert_cmpint (vb_attention_get_end (attention), ==, 200);
}

static void
test_coverage (void)
{
  static const gint64 ids[] = { 40, 41 };
  static const float shares[] = { 1, 0.5f, 0, NAN, 0.25f, 0.125f };
  VbPeriod first = { VB_GRAIN_MONTH, vb_day_from_ymd (2026, 11, 1) };
  g_autoptr (VbCoverage) coverage = vb_coverage_new (first, 3, ids, 2, shares);

  g_assert_cmpint (vb_coverage_get_grain (coverage), ==, VB_GRAIN_MONTH);
  g_assert_cmpuint (vb_coverage_get_n_periods (coverage), ==, 3);
  g_assert_cmpint (vb_coverage_get_period (coverage, 2).start, ==, vb_day_from_ymd (2027, 1, 1));
  g_assert_cmpfloat (vb_coverage_get (coverage, 40, 1), ==, 0.5);
  g_assert_cmpfloat (vb_coverage_get (coverage, 41, 2), ==, 0.125);
  g_assert_true (isnan (vb_coverage_get (coverage, 41, 0)));
  g_assert_true (isnan (vb_coverage_get (coverage, 42, 0)));
}

/* A hospital with a ward that misses a month, one that has never reported, and one that is whole.
 */
static void
test_coverage_mean (void)
{
  static const gint64 ids[] = { 1, 2, 3, 4 };
  static const float shares[] = { 0.75f, 0.5f, 1, 0, NAN, NAN, 0, 1 };
  VbPeriod first = { VB_GRAIN_MONTH, vb_day_from_ymd (2026, 11, 1) };
  g_autoptr (VbCoverage) coverage = vb_coverage_new (first, 2, ids, 4, shares);
  g_autoptr (VbUnit) hospital = vb_unit_new (1);
  g_autoptr (GPtrArray) wards = g_ptr_array_new_with_free_func (g_object_unref);

  for (gint64 id = 2; id <= 4; id++)
    g_ptr_array_add (wards, vb_unit_new (id));
  g_assert_cmpfloat (vb_coverage_get_mean (coverage, hospital), ==, 0.625);
  vb_unit_set_children (hospital, wards);
  g_assert_cmpfloat (vb_coverage_get_mean (coverage, hospital), ==, 2.0 / 3);
  g_assert_true (isnan (vb_coverage_get_mean (coverage, wards->pdata[1])));

  /* Only the hospital itself reports. */
  g_ptr_array_set_size (wards, 2);
  g_ptr_array_remove_index (wards, 0);
  vb_unit_set_children (hospital, wards);
  g_assert_cmpfloat (vb_coverage_get_mean (coverage, hospital), ==, 0.625);
}

static void
test_finding (void)
{
  g_autoptr (VbUnit) hospital = vb_unit_new (1);
  g_autoptr (VbUnit) ward = vb_unit_new (2);
  g_autoptr (VbUnit) other = vb_unit_new (3);
  VbPeriod period = { VB_GRAIN_MONTH, vb_day_from_ymd (2026, 3, 1) };
  g_autoptr (VbFinding) finding = NULL;

  vb_unit_set_parent (ward, hospital);
  vb_unit_set_parent (other, hospital);
  finding = vb_finding_new (VB_QUALITY_RULE_OVERFULL, ward, period, 3, "occupancy 182 %");
  g_assert_cmpint (vb_finding_get_rule (finding), ==, VB_QUALITY_RULE_OVERFULL);
  g_assert_true (vb_finding_get_unit (finding) == ward);
  g_assert_cmpint (vb_finding_get_period (finding).start, ==, period.start);
  g_assert_cmpuint (vb_finding_get_n_periods (finding), ==, 3);
  g_assert_cmpstr (vb_finding_get_text (finding), ==, "occupancy 182 %");
  g_assert_true (vb_finding_concerns (finding, ward));
  g_assert_true (vb_finding_concerns (finding, hospital));
  g_assert_false (vb_finding_concerns (finding, other));
}

static void
test_occupancy_row (void)
{
  VbOccupancyFigures figures = vb_occupancy_figures_unknown;
  g_autoptr (VbUnit) unit = vb_unit_new (7);
  g_autoptr (VbOccupancyRow) row = NULL;
  g_autoptr (VbOccupancyRow) pooled = NULL;

  figures.risk = 0.2;
  row = vb_occupancy_row_new ("Medicin 1", unit, VB_CARE_TYPE_SOMATIC, &figures);
  pooled = vb_occupancy_row_new ("Pooled", NULL, VB_CARE_TYPE_NONE, &figures);
  g_assert_cmpstr (vb_occupancy_row_get_name (row), ==, "Medicin 1");
  g_assert_true (vb_occupancy_row_get_unit (row) == unit);
  g_assert_cmpint (vb_occupancy_row_get_care_type (row), ==, VB_CARE_TYPE_SOMATIC);
  g_assert_null (vb_occupancy_row_get_unit (pooled));
  g_assert_cmpfloat (vb_occupancy_row_get_figures (pooled)->risk, ==, 0.2);
  g_assert_true (isnan (vb_occupancy_row_get_figures (row)->mean_census));
}

static void
test_occupancy_study (void)
{
  const VbPoolRefusals refusals = { 0.1, 0.05, 20, 2 };
  const VbTargetPrice prices[] = { { .target = 0.9 }, { .target = 0.85 } };
  g_autoptr (VbUnit) unit = vb_unit_new (7);
  g_autoptr (VbUnit) other = vb_unit_new (8);
  g_autoptr (VbOccupancyRow) row =
      vb_occupancy_row_new ("Medicin 1", unit, VB_CARE_TYPE_SOMATIC, &vb_occupancy_figures_unknown);
  g_autoptr (GListStore) rows = g_list_store_new (VB_TYPE_OCCUPANCY_ROW);
  g_autoptr (VbOccupancyStudy) study = NULL;
  guint n;

  g_list_store_append (rows, row);
  study = vb_occupancy_study_new (G_LIST_MODEL (rows), NULL, &refusals, 2026);
  vb_occupancy_study_add_prices (study, row, prices, 2);
  vb_occupancy_study_add_curve_point (study, 20, 0.71);

  g_assert_true (vb_occupancy_study_find (study, unit) == row);
  g_assert_null (vb_occupancy_study_find (study, other));
  g_assert_null (vb_occupancy_study_get_pool (study));
  g_assert_cmpfloat (vb_occupancy_study_get_refusals (study)->beds_saved, ==, 2);
  g_assert_cmpint (vb_occupancy_study_get_year (study), ==, 2026);
  g_assert_cmpuint (vb_occupancy_study_get_n_priced (study), ==, 1);
  g_assert_true (vb_occupancy_study_get_priced (study, 0) == row);
  g_assert_cmpfloat (vb_occupancy_study_get_prices (study, 0, &n)[1].target, ==, 0.85);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (vb_occupancy_study_get_curve (study, &n)->target, ==, 0.71);
  g_assert_cmpuint (n, ==, 1);
}

/* Needs of @groups, in the base year and five years on. */
static VbPopulationOutlook *
make_outlook (const VbPopulationGroup *groups, guint n)
{
  g_autoptr (GListStore) rows = g_list_store_new (VB_TYPE_POPULATION_ROW);
  g_autoptr (VbUnit) unit = vb_unit_new (1);
  VbPopulationFigures years[2] = { { .year = 2025 }, { .year = 2030 } };
  VbPopulationBasis basis = { .base_year = 2025 };

  for (guint g = 0; g < n; g++)
    {
      years[0].population += groups[g].population;
      years[0].bed_days += groups[g].bed_days;
      years[0].need += groups[g].need;
      years[1].population += groups[g].last_population;
      years[1].bed_days += groups[g].last_bed_days;
      years[1].need += groups[g].last_need;
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (VbPopulationRow) row = vb_population_row_new (&years[i]);

      g_list_store_append (rows, row);
    }
  return vb_population_outlook_new (unit, &basis, NULL, G_LIST_MODEL (rows), groups, n);
}

static const VbAgeFigures *
get_ages (GListModel *list, guint index, const char *name)
{
  g_autoptr (VbAgeRow) row = g_list_model_get_item (list, index);
  g_autofree char *found = vb_age_row_dup_name (row);

  g_assert_cmpstr (found, ==, name);
  return vb_age_row_get_figures (row); /* the list keeps it */
}

/* Each of three thirds of 1.0 bed is written 0.3, but for the one that takes what is left. */
static void
test_ages (void)
{
  static const VbPopulationGroup groups[] = {
    { VB_SEX_WOMEN, { 0, 64 }, 100.4, 50, 1 / 3.0, 100.4, 50, 1 / 3.0 },
    { VB_SEX_WOMEN, { 65, VB_AGE_NO_END }, 50.4, 200, 1 / 3.0, 80.4, 320, 8 / 15.0 },
    { VB_SEX_MEN, { 0, 64 }, 100.4, 0, 0, 0, 0, 0 },
    { VB_SEX_MEN, { 65, VB_AGE_NO_END }, 40.4, 200, 1 / 3.0, 40.4, 200, 1 / 3.0 },
  };
  g_autoptr (VbPopulationOutlook) outlook = make_outlook (groups, G_N_ELEMENTS (groups));
  g_autoptr (GListModel) list = vb_population_outlook_list_ages (outlook);
  const VbAgeFigures *total = get_ages (list, 4, "Everybody");
  VbAgeFigures sum = { 0 };

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 5);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const names[] = { "0–64, women", "0–64, men", "65+, women", "65+, men" };
      const VbAgeFigures *figures = get_ages (list, i, names[i]);

      sum.population += figures->population;
      sum.last_population += figures->last_population;
      sum.need += round (figures->need * 10);
      sum.last_need += round (figures->last_need * 10);
      sum.change += round (figures->change * 10);
      g_assert_cmpfloat (figures->population, ==, floor (figures->population));
    }
  g_assert_true (total->is_total);
  g_assert_cmpfloat (total->population, ==, 292); /* 291.6 */
  g_assert_cmpfloat (sum.population, ==, 292);
  g_assert_cmpfloat (sum.last_population, ==, total->last_population);
  g_assert_cmpfloat (total->need, ==, 1);
  g_assert_cmpfloat (sum.need, ==, 10);
  g_assert_cmpfloat (sum.last_need, ==, round (total->last_need * 10));
  g_assert_cmpfloat (sum.change, ==, round (total->change * 10));
  g_assert_cmpfloat (total->change, ==, 0.2);
  g_assert_cmpfloat (get_ages (list, 2, "65+, women")->rate, ==, 200 / 50.4);
  g_assert_true (isnan (get_ages (list, 1, "0–64, men")->last_rate));
}

/* Where the sexes are not told apart, and where nothing is needed. */
static void
test_ages_of_all (void)
{
  static const VbPopulationGroup groups[] = {
    { VB_SEX_ALL, { 0, 17 }, 10, 0, 0, 12, 0, 0 },
    { VB_SEX_ALL, { 18, VB_AGE_NO_END }, 20, 0, 0, 21, 0, 0 },
  };
  g_autoptr (VbPopulationOutlook) outlook = make_outlook (groups, G_N_ELEMENTS (groups));
  g_autoptr (GListModel) list = vb_population_outlook_list_ages (outlook);

  g_assert_cmpfloat (get_ages (list, 0, "0–17")->need, ==, 0);
  g_assert_cmpfloat (get_ages (list, 1, "18+")->last_population, ==, 21);
  g_assert_cmpfloat (get_ages (list, 2, "Everybody")->change, ==, 0);
}

/* Found apart from the program: the example's region in 2040 when an inhabitant uses 1 % more each
 * year, 551.0 − 409.9 = 141.1 beds, where 10.102, 59.873 and 71.160 would be written 141.2. */
static void
test_parts (void)
{
  VbPopulationFigures figures = {
    .need = 551.0339233, .size = 10.1015, .ageing = 59.8726, .consumption = 71.1598233
  };
  VbPopulationParts parts = vb_population_figures_get_parts (&figures);

  g_assert_cmpfloat (parts.size, ==, 10.1);
  g_assert_cmpfloat (parts.ageing, ==, 59.9);
  g_assert_cmpfloat (parts.consumption, ==, 71.1);

  /* What does not change stays so, and what is missing is missing. */
  figures = (VbPopulationFigures){ .need = 10.06, .size = 0.02 };
  parts = vb_population_figures_get_parts (&figures);
  g_assert_cmpfloat (parts.size, ==, 0.1);
  g_assert_cmpfloat (parts.consumption, ==, 0);
  figures.ageing = NAN;
  g_assert_true (isnan (vb_population_figures_get_parts (&figures).size));
}

/* Whatever they are, they add up, and each is at most a tenth from its own. */
static void
test_parts_add_up (void)
{
  VbRandom random;

  vb_random_init (&random, 12, 7);
  for (guint i = 0; i < 10000; i++)
    {
      double need = vb_random_unit (&random) * 1000;
      VbPopulationFigures figures = { .size = vb_random_unit (&random) * 40 - 20,
                                      .ageing = vb_random_unit (&random) * 40 - 20,
                                      .consumption = vb_random_unit (&random) * 40 - 20 };
      VbPopulationParts parts;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      figures.need = need + figures.size + figures.ageing + figures.consumption;
      parts = vb_population_figures_get_parts (&figures);
      before = g_strdup_printf ("%.1f", need);
      after = g_strdup_printf ("%.1f", figures.need);
      g_assert_cmpint (llround ((parts.size + parts.ageing + parts.consumption) * 10), ==,
                       llround (g_ascii_strtod (after, NULL) * 10)
                           - llround (g_ascii_strtod (before, NULL) * 10));
      g_assert_cmpfloat_with_epsilon (parts.size, figures.size, 0.11);
      g_assert_cmpfloat_with_epsilon (parts.ageing, figures.ageing, 0.11);
      g_assert_cmpfloat_with_epsilon (parts.consumption, figures.consumption, 0.11);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/rows/ages", test_ages);
  g_test_add_func ("/model/rows/ages-of-all", test_ages_of_all);
  g_test_add_func ("/model/rows/parts", test_parts);
  g_test_add_func ("/model/rows/parts-add-up", test_parts_add_up);
  g_test_add_func ("/model/rows/attention", test_attention);
  g_test_add_func ("/model/rows/coverage", test_coverage);
  g_test_add_func ("/model/rows/coverage-mean", test_coverage_mean);
  g_test_add_func ("/model/rows/finding", test_finding);
  g_test_add_func ("/model/rows/occupancy", test_occupancy_row);
  g_test_add_func ("/model/rows/occupancy-study", test_occupancy_study);

  return g_test_run ();
}
