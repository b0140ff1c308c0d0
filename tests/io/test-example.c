/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "vb-example.h"
#include "vb-measure.h"

/* The columns of Region Exempel: whoever changes the example on purpose writes the new sum here. */
#define REGION_CHECKSUM "e6344f24c6c22f607a0e4cc850f317a4216ec7f4f3bf493b65a81feadc0b9735"

/* Region Exempel's daily figures, dense. */
typedef struct
{
  GPtrArray *batches;
  VbBatch *region;
  VbDay first;
  guint n_days;
  guint n_units;
  double *values; /* unit × measure × day, NAN = nothing reported */
} Fixture;

static double *
at (Fixture *fixture, guint unit, VbMeasureId measure, guint day)
{
  return &fixture->values[((gsize) unit * VB_N_MEASURES + measure) * fixture->n_days + day];
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  VbBatchColumns columns;
  gsize n;

  fixture->batches = vb_example_make_batches (&error);
  g_assert_no_error (error);
  fixture->region = g_ptr_array_index (fixture->batches, 0);
  fixture->first = vb_day_from_ymd (2021, 11, 1);
  fixture->n_days = (guint) (vb_day_from_ymd (2026, 11, 1) - fixture->first);
  fixture->n_units = vb_batch_get_n_units (fixture->region);

  n = (gsize) fixture->n_units * VB_N_MEASURES * fixture->n_days;
  fixture->values = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    fixture->values[i] = NAN;

  columns = vb_batch_get_columns (fixture->region);
  for (gsize i = 0; i < columns.n; i++)
    {
      if (columns.grain[i] != VB_GRAIN_DAY)
        continue;
      g_assert_cmpint (columns.start[i], >=, fixture->first);
      g_assert_cmpint (columns.start[i] - fixture->first, <, fixture->n_days);
      *at (fixture, columns.unit[i], columns.measure[i],
           (guint) (columns.start[i] - fixture->first)) = columns.value[i];
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->batches);
  g_free (fixture->values);
}

static gboolean
is_ward (Fixture *fixture, guint unit)
{
  return vb_batch_get_unit (fixture->region, unit)->kind == VB_UNIT_WARD;
}

static guint
hospital_of (Fixture *fixture, guint unit)
{
  while (vb_batch_get_unit (fixture->region, unit)->kind != VB_UNIT_HOSPITAL)
    unit = (guint) vb_batch_get_unit (fixture->region, unit)->parent;

  return unit;
}

static guint
find_unit (VbBatch *batch, const char *code)
{
  for (guint i = 0; i < vb_batch_get_n_units (batch); i++)
    if (g_strcmp0 (vb_batch_get_unit (batch, i)->code, code) == 0)
      return i;
  g_assert_not_reached ();
}

static void
test_tree (Fixture *fixture, gconstpointer data)
{
  guint kinds[VB_N_UNIT_KINDS] = { 0 };
  guint types[VB_N_CARE_TYPES] = { 0 };
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < fixture->n_units; i++)
    {
      VbBatchUnit *unit = vb_batch_get_unit (fixture->region, i);

      kinds[unit->kind]++;
      types[unit->care_type]++;
      g_assert_cmpint (unit->parent, <, (gint32) i);
      g_assert_true (g_hash_table_add (names, unit->name));
      g_assert_nonnull (unit->code);
      if (unit->kind == VB_UNIT_WARD)
        g_assert_true (unit->acute_share > 0 && unit->acute_share < 1);
    }
  g_assert_cmpuint (kinds[VB_UNIT_REGION], ==, 1);
  g_assert_cmpuint (kinds[VB_UNIT_HOSPITAL], ==, 3);
  g_assert_cmpuint (kinds[VB_UNIT_DEPARTMENT], ==, 9);
  g_assert_cmpuint (kinds[VB_UNIT_WARD], ==, 28);
  g_assert_cmpuint (types[VB_CARE_TYPE_ICU], ==, 2);
  g_assert_cmpuint (types[VB_CARE_TYPE_PSYCHIATRIC], ==, 3);
  g_assert_cmpuint (types[VB_CARE_TYPE_GERIATRIC], ==, 4);
  g_assert_cmpuint (types[VB_CARE_TYPE_SOMATIC], ==, 19);
  g_assert_cmpstr (vb_batch_get_unit (fixture->region, 0)->name, ==, vb_example_get_main_unit ());
}

static char *
checksum_of (VbBatch *batch)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  VbBatchColumns columns = vb_batch_get_columns (batch);

  for (gsize i = 0; i < columns.n; i++)
    {
      g_autofree char *line = g_strdup_printf (
          "%u %u %u %d %.1f %u\n", columns.unit[i], columns.measure[i], columns.grain[i],
          columns.start[i], columns.value[i], columns.provenance[i]);

      g_checksum_update (checksum, (const guchar *) line, -1);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static void
test_same_every_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) again = vb_example_make_batches (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, fixture->batches->len);
  for (guint i = 0; i < again->len; i++)
    {
      VbBatch *a = g_ptr_array_index (fixture->batches, i);
      VbBatch *b = g_ptr_array_index (again, i);
      g_autofree char *sum_a = checksum_of (a);
      g_autofree char *sum_b = checksum_of (b);

      g_assert_cmpstr (sum_a, ==, sum_b);
      if (i == 0)
        g_assert_cmpstr (sum_a, ==, REGION_CHECKSUM);
      g_assert_cmpint (vb_batch_get_time (a), ==, vb_batch_get_time (b));
      g_assert_cmpint (vb_batch_get_time (a), >, 0);
      g_assert_cmpstr (vb_batch_get_checksum (a), ==, vb_batch_get_checksum (b));
      for (guint j = 0; j < i; j++)
        {
          VbBatch *other = g_ptr_array_index (again, j);

          g_assert_cmpstr (vb_batch_get_checksum (a), !=, vb_batch_get_checksum (other));
          g_assert_cmpstr (vb_batch_get_source_name (a), !=, vb_batch_get_source_name (other));
        }
    }
}

static void
test_whole_numbers (Fixture *fixture, gconstpointer data)
{
  VbBatchColumns columns = vb_batch_get_columns (fixture->region);

  g_assert_cmpuint (columns.n, >, 500000);
  for (gsize i = 0; i < columns.n; i++)
    {
      g_assert_true (columns.value[i] >= 0);
      g_assert_true (columns.value[i] == floor (columns.value[i]));
      g_assert_cmpuint (columns.provenance[i], ==, VB_PROVENANCE_ILLUSTRATIVE);
    }
  g_assert_cmpuint (vb_batch_get_problems (fixture->region)->len, ==, 0);
}

static void
test_occupancy (Fixture *fixture, gconstpointer data)
{
  double lowest = INFINITY, highest = 0;

  for (guint unit = 0; unit < fixture->n_units; unit++)
    for (guint day = 0; is_ward (fixture, unit) && day < fixture->n_days; day++)
      {
        double available = *at (fixture, unit, VB_MEASURE_AVAILABLE_BEDS, day);
        double established = *at (fixture, unit, VB_MEASURE_ESTABLISHED_BEDS, day);
        double occupied = *at (fixture, unit, VB_MEASURE_OCCUPIED_BEDS, day);
        double over = *at (fixture, unit, VB_MEASURE_OVERCROWDING, day);

        if (isnan (available))
          continue;
        g_assert_cmpfloat (available, <=, established);
        g_assert_cmpfloat (over, ==, MAX (occupied - available, 0));
        if (available == 0)
          {
            g_assert_cmpfloat (occupied, ==, 0);
            continue;
          }
        lowest = MIN (lowest, occupied / available);
        highest = MAX (highest, occupied / available);
      }
  g_assert_cmpfloat (lowest, >=, 0.6);
  g_assert_cmpfloat (lowest, <, 0.65);
  g_assert_cmpfloat (highest, <=, 1.1);
  g_assert_cmpfloat (highest, >, 1.05);
}

/* Patients the ward answers for, wherever they lie. */
static double
responsible (Fixture *fixture, guint unit, guint day)
{
  return *at (fixture, unit, VB_MEASURE_OCCUPIED_BEDS, day)
         + *at (fixture, unit, VB_MEASURE_OUTLIERS_OUT, day)
         - *at (fixture, unit, VB_MEASURE_OUTLIERS_IN, day);
}

static void
test_flow_balance (Fixture *fixture, gconstpointer data)
{
  guint n_checked = 0;

  for (guint unit = 0; unit < fixture->n_units; unit++)
    for (guint day = 1; is_ward (fixture, unit) && day < fixture->n_days; day++)
      {
        double before = responsible (fixture, unit, day - 1);
        double after = responsible (fixture, unit, day);
        double leave = *at (fixture, unit, VB_MEASURE_ON_LEAVE, day);

        if (isnan (before) || isnan (after))
          continue;
        g_assert_cmpfloat (after, ==,
                           before + *at (fixture, unit, VB_MEASURE_ADMISSIONS_ACUTE, day)
                               + *at (fixture, unit, VB_MEASURE_ADMISSIONS_PLANNED, day)
                               - *at (fixture, unit, VB_MEASURE_DISCHARGES, day));
        g_assert_cmpfloat (*at (fixture, unit, VB_MEASURE_DISCHARGES, day), <=,
                           before + *at (fixture, unit, VB_MEASURE_ADMISSIONS_ACUTE, day)
                               + *at (fixture, unit, VB_MEASURE_ADMISSIONS_PLANNED, day));
        g_assert_cmpfloat (*at (fixture, unit, VB_MEASURE_DISCHARGE_READY, day), <=, after);
        g_assert_true (isnan (leave) || leave <= after);
        n_checked++;
      }
  g_assert_cmpuint (n_checked, >, 28 * 1800);
}

static void
test_outliers_balance (Fixture *fixture, gconstpointer data)
{
  double all = 0;

  for (guint day = 0; day < fixture->n_days; day++)
    {
      g_autofree double *balance = g_new0 (double, fixture->n_units);

      for (guint unit = 0; unit < fixture->n_units; unit++)
        if (is_ward (fixture, unit))
          {
            double out = *at (fixture, unit, VB_MEASURE_OUTLIERS_OUT, day);

            /* A ward that did not report makes the hospital's sum say nothing (NAN). */
            balance[hospital_of (fixture, unit)] +=
                out - *at (fixture, unit, VB_MEASURE_OUTLIERS_IN, day);
            all += isnan (out) ? 0 : out;
          }
      for (guint unit = 0; unit < fixture->n_units; unit++)
        g_assert_true (balance[unit] == 0 || isnan (balance[unit]));
    }
  g_assert_cmpfloat (all, >, 2 * fixture->n_days);
}

static guint
count_reports (Fixture *fixture, const char *code, VbDay from, VbDay end)
{
  guint unit = find_unit (fixture->region, code);
  guint n = 0;

  for (VbDay day = from; day < end; day++)
    n += !isnan (*at (fixture, unit, VB_MEASURE_OCCUPIED_BEDS, (guint) (day - fixture->first)));

  return n;
}

static void
test_gaps (Fixture *fixture, gconstpointer data)
{
  VbDay end = fixture->first + (VbDay) fixture->n_days;

  g_assert_cmpuint (count_reports (fixture, "CS-M1", fixture->first, end), ==, fixture->n_days);
  /* Four weeks are missing for Kirurgi 2 … */
  g_assert_cmpuint (count_reports (fixture, "CS-K2", fixture->first, end), ==,
                    fixture->n_days - 28);
  g_assert_cmpuint (
      count_reports (fixture, "CS-K2", vb_day_from_ymd (2023, 2, 6), vb_day_from_ymd (2023, 3, 6)),
      ==, 0);
  /* … and Psykiatri B stopped on 17 August 2026. */
  g_assert_cmpuint (count_reports (fixture, "CS-P2", vb_day_from_ymd (2026, 8, 17), end), ==, 0);
  g_assert_cmpuint (count_reports (fixture, "CS-P2", fixture->first, end), ==,
                    fixture->n_days - 76);
}

/* Mean over the days from @from of a measure summed over the somatic and geriatric wards. */
static double
somatic_mean (Fixture *fixture, VbMeasureId measure, VbDay from, VbDay end)
{
  double sum = 0;

  for (guint unit = 0; unit < fixture->n_units; unit++)
    {
      VbCareType type = vb_batch_get_unit (fixture->region, unit)->care_type;
      double value = 0, days = 0;

      if (!is_ward (fixture, unit) || vb_care_type_get_group (type) != VB_CARE_GROUP_SOMATIC)
        continue;
      for (VbDay day = from; day < end; day++)
        {
          double today = *at (fixture, unit, measure, (guint) (day - fixture->first));

          value += isnan (today) ? 0 : today;
          days += !isnan (today);
        }
      sum += value / days;
    }

  return sum;
}

/* What the pages are to tell: some 25 to 30 beds short of 410 in 2026, and July the worst month. */
static void
test_story (Fixture *fixture, gconstpointer data)
{
  VbDay from = vb_day_from_ymd (2026, 1, 1), end = vb_day_from_ymd (2026, 11, 1);
  double available = somatic_mean (fixture, VB_MEASURE_AVAILABLE_BEDS, from, end);
  double occupied = somatic_mean (fixture, VB_MEASURE_OCCUPIED_BEDS, from, end);
  double worst = INFINITY;
  int worst_month = 0;

  g_assert_cmpfloat (available, >, 378);
  g_assert_cmpfloat (available, <, 392);
  g_assert_cmpfloat (occupied / 0.9, >, 403);
  g_assert_cmpfloat (occupied / 0.9, <, 415);
  g_assert_cmpfloat (occupied / available, >, 0.94);
  g_assert_cmpfloat (occupied / available, <, 0.98);

  for (int month = 1; month <= 10; month++)
    {
      VbDay start = vb_day_from_ymd (2026, month, 1), next = vb_day_from_ymd (2026, month + 1, 1);
      double gap = somatic_mean (fixture, VB_MEASURE_AVAILABLE_BEDS, start, next)
                   - somatic_mean (fixture, VB_MEASURE_OCCUPIED_BEDS, start, next) / 0.9;

      if (gap < worst)
        {
          worst = gap;
          worst_month = month;
        }
    }
  g_assert_cmpint (worst_month, ==, 7);
}

static double
find_fact (GPtrArray *batches, const char *code, VbMeasureId measure, int year, int *provenance)
{
  double found = NAN;

  for (guint i = 1; i < batches->len; i++)
    {
      VbBatch *batch = g_ptr_array_index (batches, i);
      VbBatchColumns columns = vb_batch_get_columns (batch);

      for (gsize j = 0; j < columns.n; j++)
        if (columns.measure[j] == measure && columns.grain[j] == VB_GRAIN_YEAR
            && columns.start[j] == vb_day_from_ymd (year, 1, 1)
            && g_strcmp0 (vb_batch_get_unit (batch, columns.unit[j])->code, code) == 0)
          {
            g_assert_true (isnan (found));
            found = columns.value[j];
            *provenance = columns.provenance[j];
          }
    }

  return found;
}

static void
test_nation (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *code;
    VbMeasureId measure;
    int year;
    double value;
    VbProvenance provenance;
  } facts[] = {
    { "00", VB_MEASURE_AVAILABLE_BEDS, 2023, 15600, VB_PROVENANCE_COMPUTED },
    { "00", VB_MEASURE_NEEDED_BEDS, 2023, 17830, VB_PROVENANCE_COMPUTED },
    { "00", VB_MEASURE_POPULATION, 2024, 10588000, VB_PROVENANCE_COMPUTED },
    { "00", VB_MEASURE_OVERCROWDING_PER_100, 2025, 5.1, VB_PROVENANCE_REPORTED },
    { "00", VB_MEASURE_OUTLIERS_PER_100, 2016, 1.5, VB_PROVENANCE_REPORTED },
    { "00", VB_MEASURE_AVAILABLE_BEDS_PER_1000, 2022, 1.9, VB_PROVENANCE_REPORTED },
    { "01", VB_MEASURE_AVAILABLE_BEDS_PER_1000, 2025, 2.1, VB_PROVENANCE_REPORTED },
    { "08", VB_MEASURE_DISCHARGE_READY_SHARE, 2025, 1.9, VB_PROVENANCE_REPORTED },
    { "14", VB_MEASURE_POPULATION, 2024, 1773000, VB_PROVENANCE_COMPUTED },
    { "24", VB_MEASURE_OVERCROWDING_PER_100, 2024, 11.2, VB_PROVENANCE_REPORTED },
    { "25", VB_MEASURE_OUTLIERS_PER_100, 2023, 1.5, VB_PROVENANCE_REPORTED },
    /* Not published. */
    { "21", VB_MEASURE_AVAILABLE_BEDS_PER_1000, 2025, NAN, VB_PROVENANCE_REPORTED },
    { "01", VB_MEASURE_DISCHARGE_READY_SHARE, 2023, NAN, VB_PROVENANCE_REPORTED },
  };
  VbBatch *kolada = g_ptr_array_index (fixture->batches, 1);
  guint n_regions = 0;

  for (guint i = 0; i < vb_batch_get_n_units (kolada); i++)
    {
      VbBatchUnit *unit = vb_batch_get_unit (kolada, i);

      g_assert_cmpuint (unit->kind, ==, i == 0 ? VB_UNIT_NATION : VB_UNIT_REGION);
      n_regions += unit->kind == VB_UNIT_REGION;
    }
  g_assert_cmpuint (n_regions, ==, 21);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      int provenance = (int) facts[i].provenance;
      double value =
          find_fact (fixture->batches, facts[i].code, facts[i].measure, facts[i].year, &provenance);

      if (isnan (facts[i].value))
        g_assert_true (isnan (value));
      else
        g_assert_cmpfloat (value, ==, facts[i].value);
      g_assert_cmpint (provenance, ==, facts[i].provenance);
    }
}

/* Shortages as Socialstyrelsen published them, however the base is derived. */
static void
test_shortage (Fixture *fixture, gconstpointer data)
{
  static const double shortages[] = { 2360, 2230, 1864 };
  int provenance;

  for (int year = 2022; year <= 2024; year++)
    g_assert_cmpfloat (
        find_fact (fixture->batches, "00", VB_MEASURE_NEEDED_BEDS, year, &provenance)
            - find_fact (fixture->batches, "00", VB_MEASURE_AVAILABLE_BEDS, year, &provenance),
        ==, shortages[year - 2022]);
}

static char *
path_of (VbBatch *batch, guint unit)
{
  VbBatchUnit *at_unit = vb_batch_get_unit (batch, unit);
  g_autofree char *above = NULL;

  if (at_unit->parent < 0)
    return g_strdup (at_unit->name);
  above = path_of (batch, (guint) at_unit->parent);

  return g_strconcat (above, " / ", at_unit->name, NULL);
}

static void
test_targets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = vb_example_make_plan_facts (&error);
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean icu = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < fixture->n_units; i++)
    g_hash_table_add (paths, path_of (fixture->region, i));

  for (guint i = 0; i < facts->len; i++)
    {
      const VbPlanFact *target = g_ptr_array_index (facts, i);

      if (target->kind != VB_PLAN_FACT_TARGET)
        continue;
      g_assert_true (g_hash_table_contains (paths, target->unit_path));
      g_assert_cmpstr (target->decided_by, !=, "");
      if (target->measure == VB_MEASURE_OCCUPANCY)
        g_assert_true (target->value >= 0.8 && target->value <= 0.95);
      if (target->measure == VB_MEASURE_OCCUPANCY && target->care_type == VB_CARE_TYPE_ICU)
        icu = target->value == 0.8;
      /* A reference number is of beds, and counts from a day on. */
      if (target->measure == VB_MEASURE_NEEDED_BEDS)
        g_assert_true (target->value >= 10 && target->day != VB_DAY_NONE);
    }
  g_assert_true (icu);
}

/* Two years of self-assessments, so that every view has something to show: of several units and
 * role groups, some of them too small to be shown alone. */
static void
test_assessments (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = vb_example_make_plan_facts (&error);
  g_autoptr (GPtrArray) again = vb_example_make_plan_facts (&error);
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint by_year[2] = { 0 };
  guint roles = 0, n_small = 0, n_drafts = 0, n_wanted = 0, n_evidence = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < fixture->n_units; i++)
    g_hash_table_add (paths, path_of (fixture->region, i));
  for (guint i = 0; i < facts->len; i++)
    {
      const VbPlanFact *fact = facts->pdata[i];
      const VbPlanFact *same = again->pdata[i];
      guint n;

      if (fact->kind != VB_PLAN_FACT_ASSESSMENT)
        continue;
      n = vb_ladder_get_n_statements (fact->ladder);
      g_assert_true (g_hash_table_contains (paths, fact->unit_path));
      g_assert_cmpmem (fact->answers, n, same->answers, n);
      by_year[fact->day >= vb_day_from_ymd (2026, 1, 1)]++;
      roles |= 1u << fact->role;
      n_small += fact->participants < 5;
      n_drafts += !fact->done;
      n_wanted += fact->areas->len;
      for (guint k = 0; k < n; k++)
        {
          n_evidence += fact->evidence->pdata[k] != NULL;
          if (fact->done)
            g_assert_cmpint (fact->answers[k], !=, VB_ANSWER_NONE);
        }
    }
  g_assert_cmpuint (by_year[0], >=, 8);
  g_assert_cmpuint (by_year[1], >=, 12);
  g_assert_cmpuint (roles, ==, 0xf); /* management, planners, physicians, nurses */
  g_assert_cmpuint (n_small, >=, 3);
  g_assert_cmpuint (n_drafts, ==, 1);
  g_assert_cmpuint (n_wanted, >=, 10);
  g_assert_cmpuint (n_evidence, >, 100);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = vb_example_make_plan_facts (&error);
  guint statuses = 0, areas = 0, n_overdue = 0, n_dialogues = 0, n_awaiting = 0, n_linked = 0;
  VbDay now = vb_day_from_ymd (2026, 11, 1);

  g_assert_no_error (error);
  for (guint i = 0; i < facts->len; i++)
    {
      const VbPlanFact *fact = facts->pdata[i];

      if (fact->kind == VB_PLAN_FACT_ACTION)
        {
          statuses |= 1u << fact->action->status;
          areas |= 1u << fact->action->focus_area_id;
          n_overdue += vb_action_facts_is_overdue (fact->action, now);
          n_linked += fact->action->statement != NULL;
        }
      else if (fact->kind == VB_PLAN_FACT_DIALOGUE)
        {
          n_dialogues++;
          n_awaiting += vb_dialogue_facts_awaits_follow_up (fact->dialogue, now);
        }
    }
  g_assert_cmpuint (statuses, ==, (1u << VB_N_ACTION_STATUSES) - 1);
  g_assert_cmpuint (areas, ==, 0x3e); /* each of the five */
  g_assert_cmpuint (n_overdue, >=, 2);
  g_assert_cmpuint (n_linked, >=, 5);
  g_assert_cmpuint (n_dialogues, >=, 5);
  g_assert_cmpuint (n_awaiting, >=, 1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/io/example/tree", test_tree },
    { "/io/example/same-every-time", test_same_every_time },
    { "/io/example/whole-numbers", test_whole_numbers },
    { "/io/example/occupancy", test_occupancy },
    { "/io/example/flow-balance", test_flow_balance },
    { "/io/example/outliers-balance", test_outliers_balance },
    { "/io/example/gaps", test_gaps },
    { "/io/example/story", test_story },
    { "/io/example/nation", test_nation },
    { "/io/example/shortage", test_shortage },
    { "/io/example/targets", test_targets },
    { "/io/example/assessments", test_assessments },
    { "/io/example/actions", test_actions },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
