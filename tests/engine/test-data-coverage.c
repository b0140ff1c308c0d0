/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-data-coverage.h"

#include <math.h>

/* A hospital (0) with the wards 1 and 2, and a ward 3 that never reported; a root 4 of its own. */
static const gint32 parents[] = { -1, 0, 0, 0, -1 };
static const guint8 care_types[] = { 0, 0, 0, 0, 0 };
static const VbTreeInput tree = { G_N_ELEMENTS (parents), parents, care_types, NULL };

typedef struct
{
  guint32 unit[64];
  guint16 measure[64];
  guint8 grain[64];
  gint32 start[64];
  double value[64];
  guint8 provenance[64];
  VbObservationInput input;
} Data;

static void
add (Data *data, guint unit, VbMeasureId measure, VbGrain grain, int month, int day)
{
  gsize i = data->input.n++;

  g_assert (i < G_N_ELEMENTS (data->unit));
  data->unit[i] = unit;
  data->measure[i] = (guint16) measure;
  data->grain[i] = (guint8) grain;
  data->start[i] = vb_day_from_ymd (2026, month, day);
  data->value[i] = 1;
}

static VbObservationInput *
data_input (Data *data)
{
  data->input = (VbObservationInput){ data->input.n, data->unit,  data->measure,   data->grain,
                                      data->start,   data->value, data->provenance };
  return &data->input;
}

static void
fill (Data *data)
{
  /* Ward 1: 1–14 February by two measures, and the whole of March as a month. */
  for (int day = 1; day <= 10; day++)
    add (data, 1, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, 2, day);
  for (int day = 5; day <= 14; day++)
    add (data, 1, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, 2, day);
  add (data, 1, VB_MEASURE_BED_DAYS, VB_GRAIN_MONTH, 3, 1);
  /* Ward 2: a week that crosses from February into March (23 February – 1 March). */
  add (data, 2, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_WEEK, 2, 23);
  /* A year's figure says nothing about months, and inhabitants are no bed data. */
  add (data, 4, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_YEAR, 1, 1);
  add (data, 4, VB_MEASURE_POPULATION, VB_GRAIN_MONTH, 2, 1);
}

static void
test_shares (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree float *shares = NULL;
  Data data = { 0 };

  fill (&data);
  shares =
      vb_data_coverage_run (&tree, data_input (&data), VB_GRAIN_MONTH, vb_day_from_ymd (2026, 2, 1),
                            3, vb_day_from_ymd (2026, 5, 1), NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpfloat_with_epsilon (shares[3], 14.0 / 28, 1e-6);
  g_assert_cmpfloat_with_epsilon (shares[4], 1, 1e-6);
  g_assert_cmpfloat_with_epsilon (shares[5], 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (shares[6], 6.0 / 28, 1e-6);
  g_assert_cmpfloat_with_epsilon (shares[7], 1.0 / 31, 1e-6);
  g_assert_cmpfloat_with_epsilon (shares[8], 0, 1e-6);
  /* The hospital: the mean of its two wards with data. */
  g_assert_cmpfloat_with_epsilon (shares[0], (14.0 + 6) / 28 / 2, 1e-6);
  for (guint p = 0; p < 3; p++)
    {
      g_assert_true (isnan (shares[9 + p]));
      g_assert_true (isnan (shares[12 + p]));
    }
}

static void
test_unfinished_period (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree float *shares = NULL;
  Data data = { 0 };

  fill (&data);
  /* Today is 8 February: seven days could have been reported, and were. */
  shares =
      vb_data_coverage_run (&tree, data_input (&data), VB_GRAIN_MONTH, vb_day_from_ymd (2026, 2, 1),
                            1, vb_day_from_ymd (2026, 2, 8), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (shares[1], 1, 1e-6);
  g_assert_cmpfloat_with_epsilon (shares[2], 0, 1e-6);
}

static void
test_years (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree float *shares = NULL;
  Data data = { 0 };

  fill (&data);
  shares =
      vb_data_coverage_run (&tree, data_input (&data), VB_GRAIN_YEAR, vb_day_from_ymd (2026, 1, 1),
                            1, vb_day_from_ymd (2027, 1, 1), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (shares[1], (14.0 + 31) / 365, 1e-6);
  g_assert_cmpfloat_with_epsilon (shares[4], 1, 1e-6);
}

static void
test_ends (void)
{
  g_autofree VbDataEnd *ends = NULL;
  Data data = { 0 };

  fill (&data);
  ends = vb_data_coverage_find_ends (&tree, data_input (&data));
  g_assert_cmpint (ends[0].end, ==, VB_DAY_NONE);
  g_assert_cmpint (ends[1].end, ==, vb_day_from_ymd (2026, 4, 1));
  g_assert_cmpuint (ends[1].grain, ==, VB_GRAIN_MONTH);
  g_assert_cmpint (ends[2].end, ==, vb_day_from_ymd (2026, 3, 2));
  g_assert_cmpuint (ends[2].grain, ==, VB_GRAIN_WEEK);
  g_assert_cmpint (ends[3].end, ==, VB_DAY_NONE);
  g_assert_cmpint (ends[4].end, ==, vb_day_from_ymd (2027, 1, 1));
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Data data = { 0 };

  g_cancellable_cancel (cancellable);
  fill (&data);
  g_assert_null (vb_data_coverage_run (&tree, data_input (&data), VB_GRAIN_MONTH,
                                       vb_day_from_ymd (2026, 2, 1), 1,
                                       vb_day_from_ymd (2026, 3, 1), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/data-coverage/shares", test_shares);
  g_test_add_func ("/engine/data-coverage/unfinished-period", test_unfinished_period);
  g_test_add_func ("/engine/data-coverage/years", test_years);
  g_test_add_func ("/engine/data-coverage/ends", test_ends);
  g_test_add_func ("/engine/data-coverage/cancelled", test_cancelled);

  return g_test_run ();
}
