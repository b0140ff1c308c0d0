/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The advice that the page of occupancy shows, from the order to the study, and the published rows
 * through those same calls. */
#include <math.h>

#include "planner-fixture.h"
#include "vb-document-occupancy.h"
#include "vb-example.h"
#include "vb-occupancy-advisor.h"

/* Daily figures of one year: a hospital with wards, and what a test expects of them. */
typedef struct
{
  VbDocument *document;
  VbPlanner *planner;
  VbOccupancyAdvisor *advisor;
  guint n_studies;
} Fixture;

static void
on_study_changed (Fixture *self)
{
  self->n_studies++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->document = vb_document_new (&error);
  g_assert_no_error (error);
  self->planner = vb_planner_new (self->document);
  self->advisor = vb_occupancy_advisor_new (self->planner);
  g_signal_connect_swapped (self->advisor, "study-changed", G_CALLBACK (on_study_changed), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->advisor);
  g_assert_finalize_object (self->planner);
  vb_document_close (self->document);
  g_assert_finalize_object (self->document);
}

static void
add_days (VbBatch *batch, guint unit, VbMeasureId measure, guint n, double value, double swing)
{
  VbDay first = vb_day_from_ymd (2024, 1, 1);

  for (guint i = 0; i < n; i++)
    vb_batch_add_observation (batch, unit, (guint16) measure, VB_GRAIN_DAY, first + (VbDay) i,
                              i % 2 == 0 ? value + swing : value - swing, VB_PROVENANCE_REPORTED,
                              0);
}

static void
take (Fixture *self, VbBatch *batch)
{
  g_autoptr (GError) error = NULL;
  VbTaken taken;

  vb_batch_finish (batch);
  vb_document_take_batch (self->document, batch, NULL, &taken, &error);
  g_assert_no_error (error);
}

/* Region / Hospital: A has 20 patients that swing by 3 about their mean, so a variance of 9, and 3
 * acute of 4 admissions; B has 10 that stand still, and no admissions; C is of another region's
 * hospital; IVA is intensive care. */
static void
take_region (Fixture *self)
{
  g_autoptr (VbBatch) batch = vb_batch_new ();
  guint region = vb_batch_add_unit (batch, -1, VB_UNIT_REGION, "Region", NULL);
  guint hospital = vb_batch_add_unit (batch, (gint32) region, VB_UNIT_HOSPITAL, "Hospital", NULL);
  guint a = vb_batch_add_unit (batch, (gint32) hospital, VB_UNIT_WARD, "A", NULL);
  guint b = vb_batch_add_unit (batch, (gint32) hospital, VB_UNIT_WARD, "B", NULL);
  guint iva = vb_batch_add_unit (batch, (gint32) hospital, VB_UNIT_WARD, "IVA", NULL);
  guint other = vb_batch_add_unit (batch, (gint32) region, VB_UNIT_HOSPITAL, "Other", NULL);
  guint c = vb_batch_add_unit (batch, (gint32) other, VB_UNIT_WARD, "C", NULL);

  vb_batch_get_unit (batch, region)->care_type = VB_CARE_TYPE_SOMATIC;
  vb_batch_get_unit (batch, iva)->care_type = VB_CARE_TYPE_ICU;
  add_days (batch, a, VB_MEASURE_OCCUPIED_BEDS, 60, 20, 3);
  add_days (batch, a, VB_MEASURE_AVAILABLE_BEDS, 60, 24, 0);
  add_days (batch, a, VB_MEASURE_ADMISSIONS, 60, 4, 0);
  add_days (batch, a, VB_MEASURE_ADMISSIONS_ACUTE, 60, 3, 0);
  add_days (batch, b, VB_MEASURE_OCCUPIED_BEDS, 60, 10, 0);
  add_days (batch, b, VB_MEASURE_AVAILABLE_BEDS, 60, 12, 0);
  add_days (batch, c, VB_MEASURE_OCCUPIED_BEDS, 20, 30, 2);
  add_days (batch, c, VB_MEASURE_AVAILABLE_BEDS, 20, 36, 0);
  add_days (batch, iva, VB_MEASURE_OCCUPIED_BEDS, 60, 8, 0);
  add_days (batch, iva, VB_MEASURE_AVAILABLE_BEDS, 60, 10, 0);
  take (self, batch);
}

static VbUnit *
find (Fixture *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  VbUnit *unit = vb_document_find_unit (self->document, name, &error);

  g_assert_no_error (error);
  return unit;
}

static VbOccupancyOrder
order_for (Fixture *self, const char *unit, VbGrain grain)
{
  VbOccupancyOrder order;

  vb_occupancy_order_init (&order);
  order.unit = find (self, unit);
  order.group = vb_care_type_get_group (vb_unit_get_care_type (order.unit));
  order.period = vb_period_containing (grain, vb_day_from_ymd (2024, 1, 1));
  wait_for_need (self->planner, grain);
  return order;
}

/* For all somatic care of the unit. */
static void
accept (Fixture *self, const char *unit, double risk)
{
  g_autoptr (GError) error = NULL;

  vb_document_set_accepted_risk (self->document, vb_unit_get_id (find (self, unit)),
                                 VB_CARE_TYPE_SOMATIC, risk, &error);
  g_assert_no_error (error);
}

static void
vary (Fixture *self, const char *unit, double variation)
{
  g_autoptr (GError) error = NULL;

  vb_document_set_variation (self->document, vb_unit_get_id (find (self, unit)),
                             VB_CARE_GROUP_SOMATIC, variation, &error);
  g_assert_no_error (error);
}

/* Asks, and waits for the answer. */
static VbOccupancyStudy *
ask (Fixture *self, const VbOccupancyOrder *order)
{
  vb_occupancy_advisor_ask (self->advisor, order);
  g_assert_true (vb_planner_get_busy (self->planner));
  wait_until_idle (self->planner);
  g_assert_nonnull (vb_occupancy_advisor_get_study (self->advisor));
  return vb_occupancy_advisor_get_study (self->advisor);
}

static const VbOccupancyFigures *
figures_of (Fixture *self, VbOccupancyStudy *study, const char *unit)
{
  VbOccupancyRow *row = vb_occupancy_study_find (study, find (self, unit));

  g_assert_nonnull (row);
  return vb_occupancy_row_get_figures (row);
}

/* ---- the advice ------------------------------------------------------------------------------ */

static void
test_measured (Fixture *self, gconstpointer data)
{
  VbOccupancyOrder order;
  VbOccupancyStudy *study;
  const VbOccupancyFigures *a, *b, *c;

  take_region (self);
  order = order_for (self, "A", VB_GRAIN_YEAR);
  study = ask (self, &order);
  a = figures_of (self, study, "A");
  b = figures_of (self, study, "B");
  c = figures_of (self, study, "C");

  g_assert_cmpint (vb_occupancy_study_get_year (study), ==, 2024);
  g_assert_cmpfloat (a->n_days, ==, 60);
  g_assert_cmpfloat_with_epsilon (a->mean_census, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (a->measured_variation, 9.0 * 60 / 59 / 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (a->acute_share, 0.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (a->admissions_acute, 180, 1e-9);
  g_assert_cmpfloat_with_epsilon (a->usual_variation, 0.875, 1e-9);
  /* 0.46 is measured; less than half is not believed. */
  g_assert_cmpfloat (a->variation, ==, 0.5);
  g_assert_cmpfloat (a->max_risk, ==, 0.05);
  g_assert_cmpfloat_with_epsilon (a->recommended_target, 20 / a->beds_needed, 1e-9);

  g_assert_true (isnan (b->acute_share));
  g_assert_cmpfloat (b->usual_variation, ==, 1);
  g_assert_cmpfloat (b->measured_variation, ==, 0);
  /* Twenty days tell nothing of how a census varies. */
  g_assert_cmpfloat (c->n_days, ==, 20);
  g_assert_true (isnan (c->measured_variation));
  g_assert_cmpfloat (c->variation, ==, 1);
}

/* What a hospital reports of itself is its need's; its risk is that of its wards. */
static void
test_reported (Fixture *self, gconstpointer data)
{
  g_autoptr (VbBatch) batch = vb_batch_new ();
  guint region = vb_batch_add_unit (batch, -1, VB_UNIT_REGION, "Region", NULL);
  guint hospital = vb_batch_add_unit (batch, (gint32) region, VB_UNIT_HOSPITAL, "Hospital", NULL);
  guint a = vb_batch_add_unit (batch, (gint32) hospital, VB_UNIT_WARD, "A", NULL);
  VbOccupancyOrder order;
  const VbOccupancyFigures *whole, *ward;

  vb_batch_get_unit (batch, region)->care_type = VB_CARE_TYPE_SOMATIC;
  add_days (batch, hospital, VB_MEASURE_OCCUPIED_BEDS, 60, 33, 0);
  add_days (batch, hospital, VB_MEASURE_AVAILABLE_BEDS, 60, 44, 0);
  add_days (batch, a, VB_MEASURE_OCCUPIED_BEDS, 60, 20, 3);
  add_days (batch, a, VB_MEASURE_AVAILABLE_BEDS, 60, 24, 0);
  take (self, batch);
  order = order_for (self, "Hospital", VB_GRAIN_YEAR);
  ask (self, &order);
  whole = figures_of (self, vb_occupancy_advisor_get_study (self->advisor), "Hospital");
  ward = figures_of (self, vb_occupancy_advisor_get_study (self->advisor), "A");

  g_assert_cmpfloat_with_epsilon (whole->whole_census, 33, 1e-9);
  g_assert_cmpfloat_with_epsilon (whole->whole_beds, 44, 1e-9);
  g_assert_cmpfloat_with_epsilon (whole->whole_occupancy, 0.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (whole->mean_census, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (whole->available_beds, 24, 1e-9);
  g_assert_cmpfloat_with_epsilon (ward->whole_census, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (ward->whole_beds, 24, 1e-9);
}

/* The ward of five days in the example, 2026: 210 of 304 days with beds. The figures of those days
 * were worked out apart from the program, from its daily observations; with the days on which it is
 * closed for chance, the variation would be 3.2. */
static void
test_five_days (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) batches = vb_example_make_batches (&error);
  VbOccupancyOrder order;
  VbOccupancyStudy *study;
  const VbOccupancyFigures *ward, *above;
  const VbTargetPrice *prices;
  guint n;

  g_assert_no_error (error);
  for (guint i = 0; i < batches->len; i++)
    g_assert_true (vb_document_take_batch (self->document, batches->pdata[i], NULL, NULL, &error));

  order = order_for (self, "Ortopedi 2 (femdygnsvård)", VB_GRAIN_YEAR);
  order.period = vb_period_containing (VB_GRAIN_YEAR, vb_day_from_ymd (2026, 1, 1));
  study = ask (self, &order);
  ward = figures_of (self, study, "Ortopedi 2 (femdygnsvård)");
  g_assert_cmpfloat (ward->n_days, ==, 210);
  g_assert_cmpfloat (ward->n_closed, ==, 94);
  g_assert_cmpfloat_with_epsilon (ward->mean_census, 1923 / 210.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (ward->available_beds, 2155 / 210.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (ward->measured_variation, 0.3761093984429237, 1e-9);
  g_assert_cmpfloat (ward->variation, ==, 0.5);
  g_assert_cmpfloat_with_epsilon (ward->days_short, ward->risk * 365 * 210 / 304, 1e-9);

  /* Above, the ward counts on its days alone: need is still bed days ÷ (days × target). */
  above = figures_of (self, study, "Ortopedkliniken");
  g_assert_cmpfloat_with_epsilon (
      above->mean_census, 1923 / 304.0 + figures_of (self, study, "Ortopedi 1")->mean_census, 1e-9);
  prices = vb_occupancy_study_get_prices (study, 0, &n);
  g_assert_cmpfloat_with_epsilon (prices[1].need, 1923 / 210.0 / 0.9, 1e-9);

  /* A month has shares of its own: 22 of 31 days in October. */
  order = order_for (self, "Ortopedi 2 (femdygnsvård)", VB_GRAIN_MONTH);
  order.period = vb_period_containing (VB_GRAIN_MONTH, vb_day_from_ymd (2026, 10, 1));
  ward = figures_of (self, ask (self, &order), "Ortopedi 2 (femdygnsvård)");
  g_assert_cmpfloat (ward->n_days, ==, 210);
  g_assert_cmpfloat_with_epsilon (ward->available_beds, 220 / 22.0, 1e-9);
}

/* What is above the wards is the sum of them; intensive care is no part of it. */
static void
test_roll_up (Fixture *self, gconstpointer data)
{
  VbOccupancyOrder order;
  VbOccupancyStudy *study;
  const VbOccupancyFigures *a, *b, *c, *hospital, *region;

  take_region (self);
  order = order_for (self, "A", VB_GRAIN_YEAR);
  study = ask (self, &order);
  a = figures_of (self, study, "A");
  b = figures_of (self, study, "B");
  c = figures_of (self, study, "C");
  hospital = figures_of (self, study, "Hospital");
  region = figures_of (self, study, "Region");

  g_assert_null (vb_occupancy_study_find (study, find (self, "IVA")));
  g_assert_cmpuint (g_list_model_get_n_items (vb_occupancy_study_get_rows (study)), ==, 6);
  g_assert_cmpfloat (hospital->n_wards, ==, 2);
  g_assert_cmpfloat_with_epsilon (hospital->mean_census, 30, 1e-9);
  g_assert_cmpfloat (hospital->beds_needed, ==, a->beds_needed + b->beds_needed);
  g_assert_cmpfloat_with_epsilon (hospital->recommended_target, 30 / hospital->beds_needed, 1e-9);
  g_assert_cmpfloat_with_epsilon (hospital->risk, (a->risk + b->risk) / 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (
      region->mean_target,
      (a->recommended_target + b->recommended_target + c->recommended_target) / 3, 1e-12);
  g_assert_cmpfloat (region->beds_apart, ==, region->beds_needed - region->beds_shared);
  g_assert_cmpfloat (region->target_shared, >, region->recommended_target);

  order = order_for (self, "IVA", VB_GRAIN_YEAR);
  study = ask (self, &order);
  g_assert_cmpfloat (figures_of (self, study, "IVA")->max_risk, ==, 0.01);
  g_assert_cmpfloat (figures_of (self, study, "Region")->n_wards, ==, 1);
}

/* What the document says of variation and risk stands before the measured and the proposed: the
 * variation of the unit alone, the risk of all below. */
static void
test_own (Fixture *self, gconstpointer data)
{
  VbOccupancyOrder order;
  double target;

  take_region (self);
  order = order_for (self, "A", VB_GRAIN_YEAR);
  target = figures_of (self, ask (self, &order), "A")->recommended_target;
  vary (self, "A", 1.5);
  g_assert_cmpfloat (figures_of (self, ask (self, &order), "A")->variation, ==, 1.5);
  g_assert_cmpfloat (figures_of (self, ask (self, &order), "A")->recommended_target, <, target);
  g_assert_cmpfloat (
      figures_of (self, vb_occupancy_advisor_get_study (self->advisor), "B")->variation, ==, 0.5);

  vary (self, "A", NAN);
  accept (self, "Region", 0.2);
  g_assert_cmpfloat (figures_of (self, ask (self, &order), "A")->max_risk, ==, 0.2);
  g_assert_cmpfloat (figures_of (self, ask (self, &order), "A")->usual_risk, ==, 0.05);
  g_assert_cmpfloat (figures_of (self, ask (self, &order), "A")->recommended_target, >, target);
  accept (self, "B", 0.1);
  g_assert_cmpfloat (figures_of (self, ask (self, &order), "A")->max_risk, ==, 0.2);
  g_assert_cmpfloat (
      figures_of (self, vb_occupancy_advisor_get_study (self->advisor), "B")->max_risk, ==, 0.1);
}

static void
test_prices (Fixture *self, gconstpointer data)
{
  VbOccupancyOrder order;
  VbOccupancyStudy *study;
  const VbTargetPrice *ward, *hospital, *region;
  guint n;

  take_region (self);
  order = order_for (self, "A", VB_GRAIN_YEAR);
  order.targets[0] = 0.8;
  order.targets[1] = 0.896; /* as 0.9 in whole per cent: the last holds */
  order.targets[2] = 0.9;
  order.targets[3] = 1;
  order.n_targets = 4;
  study = ask (self, &order);

  g_assert_cmpuint (vb_occupancy_study_get_n_priced (study), ==, 3);
  g_assert_cmpstr (vb_occupancy_row_get_name (vb_occupancy_study_get_priced (study, 0)), ==, "A");
  g_assert_cmpstr (vb_occupancy_row_get_name (vb_occupancy_study_get_priced (study, 2)), ==,
                   "Region");
  ward = vb_occupancy_study_get_prices (study, 0, &n);
  hospital = vb_occupancy_study_get_prices (study, 1, &n);
  region = vb_occupancy_study_get_prices (study, 2, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (ward[0].target, ==, 0.9);
  g_assert_cmpfloat (ward[1].beds, ==, 25);
  g_assert_cmpfloat (ward[1].more_beds, ==, 1);
  g_assert_cmpfloat_with_epsilon (hospital[0].need, 30 / 0.9, 1e-9);
  /* 23 + 12 beds: each ward has whole ones of its own. */
  g_assert_cmpfloat (hospital[0].beds, ==, 35);
  g_assert_cmpfloat (hospital[0].risk_shared, <, hospital[0].risk);
  g_assert_cmpfloat (region[0].risk, <, region[0].risk_shared + 1);
  g_assert_cmpfloat (region[1].without_bed, <, region[0].without_bed);
}

/* ---- in turn --------------------------------------------------------------------------------- */

/* Of orders that come while one is worked on, only the last is answered. */
static void
test_burst (Fixture *self, gconstpointer data)
{
  VbOccupancyOrder order;

  take_region (self);
  order = order_for (self, "A", VB_GRAIN_YEAR);
  for (guint i = 0; i < 20; i++)
    {
      accept (self, "A", 0.01 * (i + 1));
      vb_occupancy_advisor_ask (self->advisor, &order);
    }
  wait_until_idle (self->planner);
  g_assert_cmpuint (self->n_studies, ==, 2);
  g_assert_cmpfloat (
      figures_of (self, vb_occupancy_advisor_get_study (self->advisor), "A")->max_risk, ==, 0.2);
}

/* An answer on figures that have changed since is dropped. */
static void
test_late (Fixture *self, gconstpointer data)
{
  VbOccupancyOrder order;
  g_autoptr (GError) error = NULL;

  take_region (self);
  order = order_for (self, "A", VB_GRAIN_YEAR);
  vb_occupancy_advisor_ask (self->advisor, &order);
  vb_document_set_observation (
      self->document, vb_unit_get_id (order.unit), VB_MEASURE_OCCUPIED_BEDS,
      vb_period_containing (VB_GRAIN_DAY, vb_day_from_ymd (2024, 1, 1)), 40, &error);
  g_assert_no_error (error);
  wait_until_idle (self->planner);
  g_assert_null (vb_occupancy_advisor_get_study (self->advisor));

  g_assert_cmpfloat_with_epsilon (figures_of (self, ask (self, &order), "A")->mean_census,
                                  20 + 17.0 / 60, 1e-9);
}

/* The last of the advisor may go while it works. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  VbOccupancyOrder order;

  take_region (self);
  order = order_for (self, "A", VB_GRAIN_YEAR);
  vb_occupancy_advisor_ask (self->advisor, &order);
  g_assert_finalize_object (self->advisor);
  wait_until_idle (self->planner);
  g_assert_cmpuint (self->n_studies, ==, 0);
  self->advisor = vb_occupancy_advisor_new (self->planner);
}

/* ---- reference rows -------------------------------------------------------------------------- */

static char **
read_lines (const char *name, guint n_expected)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "reference", name, NULL);
  g_autofree char *text = NULL;
  char **lines;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, n_expected + 1);
  return lines;
}

/* A ward of so many beds and patients, known by its year. */
static void
add_ward (VbBatch *batch, guint hospital, const char *name, double beds, double patients)
{
  guint ward = vb_batch_add_unit (batch, (gint32) hospital, VB_UNIT_WARD, name, NULL);
  VbDay year = vb_day_from_ymd (2024, 1, 1);

  vb_batch_add_observation (batch, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_YEAR, year, beds,
                            VB_PROVENANCE_REPORTED, 0);
  vb_batch_add_observation (batch, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_YEAR, year, patients,
                            VB_PROVENANCE_REPORTED, 0);
}

static void
take_sizes (Fixture *self)
{
  static const char *const sizes[] = { "4",  "6",  "8",  "10", "12", "14", "18",
                                       "20", "24", "30", "40", "50", "60", "100" };
  g_autoptr (VbBatch) batch = vb_batch_new ();
  guint hospital = vb_batch_add_unit (batch, -1, VB_UNIT_HOSPITAL, "Hospital", NULL);

  vb_batch_get_unit (batch, hospital)->care_type = VB_CARE_TYPE_SOMATIC;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    add_ward (batch, hospital, sizes[i], g_ascii_strtod (sizes[i], NULL), 3);
  take (self, batch);
}

/* The highest occupancy at which a ward of this size refuses no more than is accepted. */
static void
test_reference_targets (Fixture *self, gconstpointer data)
{
  g_auto (GStrv) lines = read_lines ("occupancy_target_by_ward_size.csv", 44);

  take_sizes (self);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      VbOccupancyOrder order = order_for (self, cells[0], VB_GRAIN_YEAR);

      accept (self, cells[0], g_ascii_strtod (cells[1], NULL));
      g_assert_cmpfloat_with_epsilon (
          figures_of (self, ask (self, &order), cells[0])->target_of_beds_refusing,
          g_ascii_strtod (cells[3], NULL), 1e-7);
    }
}

/* What a fixed occupancy costs in refusals, by size. */
static void
test_reference_refusals (Fixture *self, gconstpointer data)
{
  g_auto (GStrv) lines = read_lines ("refusals_at_fixed_occupancy.csv", 28);

  take_sizes (self);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      VbOccupancyOrder order = order_for (self, cells[0], VB_GRAIN_YEAR);
      const VbTargetPrice *price;
      guint n;

      order.targets[0] = g_ascii_strtod (cells[1], NULL);
      order.n_targets = 1;
      price = vb_occupancy_study_get_prices (ask (self, &order), 0, &n);
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpfloat_with_epsilon (price->refused, g_ascii_strtod (cells[3], NULL), 1e-7);
    }
}

static void
test_reference_pooling (Fixture *self, gconstpointer data)
{
  g_auto (GStrv) lines = read_lines ("pooling.csv", 3);
  g_autoptr (VbBatch) batch = vb_batch_new ();

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      g_auto (GStrv) wards = g_strsplit (cells[0], ";", -1);
      g_autofree char *name = g_strdup_printf ("Hospital %u", i);
      guint hospital = vb_batch_add_unit (batch, -1, VB_UNIT_HOSPITAL, name, NULL);

      vb_batch_get_unit (batch, hospital)->care_type = VB_CARE_TYPE_SOMATIC;
      for (guint k = 0; wards[k] != NULL; k++)
        {
          g_auto (GStrv) parts = g_strsplit (wards[k], ":", 2);
          g_autofree char *ward = g_strdup_printf ("Ward %u-%u", i, k);

          add_ward (batch, hospital, ward, g_ascii_strtod (parts[0], NULL),
                    g_ascii_strtod (parts[1], NULL));
        }
    }
  take (self, batch);

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      g_autofree char *name = g_strdup_printf ("Hospital %u", i);
      VbOccupancyOrder order = order_for (self, name, VB_GRAIN_YEAR);
      const VbPoolRefusals *refusals;

      order.pool = vb_unit_get_children (order.unit);
      refusals = vb_occupancy_study_get_refusals (ask (self, &order));
      g_assert_cmpfloat_with_epsilon (refusals->refused_apart, g_ascii_strtod (cells[1], NULL),
                                      1e-9);
      g_assert_cmpfloat_with_epsilon (refusals->refused_shared, g_ascii_strtod (cells[2], NULL),
                                      1e-9);
      g_assert_cmpfloat (refusals->beds_shared, ==, g_ascii_strtod (cells[3], NULL));
      g_assert_cmpfloat (refusals->beds_saved, ==, g_ascii_strtod (cells[4], NULL));
    }
}

/* Two wards of 9 patients need 13 beds each at a risk of a tenth; together they need fewer. */
static void
test_pool (Fixture *self, gconstpointer data)
{
  g_autoptr (VbBatch) batch = vb_batch_new ();
  guint hospital = vb_batch_add_unit (batch, -1, VB_UNIT_HOSPITAL, "Hospital", NULL);
  VbOccupancyOrder order;
  GListModel *pool;
  g_autoptr (VbOccupancyRow) first = NULL;
  g_autoptr (VbOccupancyRow) last = NULL;
  const VbOccupancyFigures *figures;
  const VbPoolRefusals *refusals;

  vb_batch_get_unit (batch, hospital)->care_type = VB_CARE_TYPE_SOMATIC;
  add_ward (batch, hospital, "A", 10.5, 9);
  add_ward (batch, hospital, "B", 19.5, 9);
  vb_batch_add_unit (batch, (gint32) hospital, VB_UNIT_WARD, "New", NULL);
  take (self, batch);

  order = order_for (self, "A", VB_GRAIN_YEAR);
  accept (self, "Hospital", 0.1);
  order.pool = vb_unit_get_children (find (self, "Hospital"));
  pool = vb_occupancy_study_get_pool (ask (self, &order));
  g_assert_cmpuint (g_list_model_get_n_items (pool), ==, 4);
  first = g_list_model_get_item (pool, 0);
  g_assert_true (vb_occupancy_row_get_unit (first) == find (self, "A"));
  g_assert_cmpfloat (vb_occupancy_row_get_figures (first)->beds_needed, ==, 13);
  last = g_list_model_get_item (pool, 3);
  g_assert_null (vb_occupancy_row_get_unit (last));
  figures = vb_occupancy_row_get_figures (last);
  g_assert_cmpfloat (figures->n_wards, ==, 2);
  g_assert_cmpfloat_with_epsilon (figures->mean_census, 18, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures->available_beds, 30, 1e-9);
  g_assert_cmpfloat (figures->beds_needed, <, 26);
  g_assert_cmpfloat (figures->risk, <, vb_occupancy_row_get_figures (first)->risk);
  /* Today's beds are one number, parts of beds and all. */
  refusals = vb_occupancy_study_get_refusals (vb_occupancy_advisor_get_study (self->advisor));
  g_assert_cmpfloat_with_epsilon (refusals->beds_shared + refusals->beds_saved,
                                  figures->available_beds, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/document/occupancy-advisor/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("measured", test_measured);
  ADD ("reported", test_reported);
  ADD ("five-days", test_five_days);
  ADD ("roll-up", test_roll_up);
  ADD ("own", test_own);
  ADD ("prices", test_prices);
  ADD ("burst", test_burst);
  ADD ("late", test_late);
  ADD ("gone", test_gone);
  ADD ("pool", test_pool);
  ADD ("reference-targets", test_reference_targets);
  ADD ("reference-refusals", test_reference_refusals);
  ADD ("reference-pooling", test_reference_pooling);
#undef ADD

  return g_test_run ();
}
