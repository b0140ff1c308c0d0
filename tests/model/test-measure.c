/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-measure.h"

static void
test_catalogue (void)
{
  guint n;
  const VbMeasure *const *measures = vb_measure_list (&n);

  g_assert_cmpuint (n, ==, VB_N_MEASURES - 1);
  for (guint i = 0; i < n; i++)
    {
      const VbMeasure *measure = measures[i];

      g_assert_cmpuint (measure->id, ==, i + 1);
      g_assert_true (vb_measure_get (measure->id) == measure);
      g_assert_true (vb_measure_find (measure->key) == measure);
      g_assert_cmpfloat (measure->per, >, 0);
      g_assert_nonnull (measure->name);
      g_assert_nonnull (measure->unit);
      g_assert_nonnull (measure->perspective);
      g_assert_nonnull (measure->source);
      g_assert_true (g_str_has_suffix (measure->definition, "."));
      /* A ratio needs its denominator, and only a ratio has one. */
      g_assert_true ((measure->nature == VB_MEASURE_RATIO) == (measure->weight != VB_MEASURE_NONE));
      if (measure->nature == VB_MEASURE_RATIO)
        g_assert_cmpint (vb_measure_get (measure->weight)->nature, !=, VB_MEASURE_RATIO);
    }
}

static void
test_none (void)
{
  g_assert_null (vb_measure_get (VB_MEASURE_NONE));
  g_assert_null (vb_measure_get (VB_N_MEASURES));
  g_assert_null (vb_measure_get (VB_MEASURE_FIRST_OWN));
  g_assert_null (vb_measure_find (""));
  g_assert_null (vb_measure_find ("beds"));
}

/* The nature decides every sum on every page, so the ones the need is made of are spelt out. */
static void
test_natures (void)
{
  g_assert_cmpint (vb_measure_find ("available_beds")->nature, ==, VB_MEASURE_STOCK);
  g_assert_cmpint (vb_measure_find ("occupied_beds")->nature, ==, VB_MEASURE_STOCK);
  g_assert_cmpint (vb_measure_find ("overcrowding")->nature, ==, VB_MEASURE_STOCK);
  g_assert_cmpint (vb_measure_find ("bed_days")->nature, ==, VB_MEASURE_FLOW);
  g_assert_cmpint (vb_measure_find ("discharges")->nature, ==, VB_MEASURE_FLOW);
  g_assert_cmpint (vb_measure_find ("occupancy")->nature, ==, VB_MEASURE_RATIO);
  g_assert_cmpint (vb_measure_find ("occupancy")->weight, ==, VB_MEASURE_AVAILABLE_BEDS);
  g_assert_cmpfloat (vb_measure_find ("available_beds_per_1000")->per, ==, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/measure/catalogue", test_catalogue);
  g_test_add_func ("/model/measure/none", test_none);
  g_test_add_func ("/model/measure/natures", test_natures);
  return g_test_run ();
}
