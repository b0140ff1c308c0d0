/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small read-only records: import, target, explanation. */
#include "vb-explanation.h"
#include "vb-import-private.h"
#include "vb-target-private.h"

static void
count (guint *n)
{
  (*n)++;
}

static void
test_import (void)
{
  g_autoptr (VbImport) import = vb_import_new (42, "beds.csv", 1700000000, "abc", 10, 2);
  guint notified = 0;

  g_signal_connect_swapped (import, "notify::n-observations", G_CALLBACK (count), &notified);
  vb_import_set_n_observations (import, 0);
  g_assert_cmpuint (notified, ==, 0);
  vb_import_set_n_observations (import, 8);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpint (vb_import_get_id (import), ==, 42);
  g_assert_cmpstr (vb_import_get_source_name (import), ==, "beds.csv");
  g_assert_cmpint (vb_import_get_time (import), ==, 1700000000);
  g_assert_cmpstr (vb_import_get_checksum (import), ==, "abc");
  g_assert_cmpuint (vb_import_get_rows_read (import), ==, 10);
  g_assert_cmpuint (vb_import_get_rows_refused (import), ==, 2);
  g_assert_cmpint (vb_import_get_n_observations (import), ==, 8);
}

static void
test_target (void)
{
  g_autoptr (VbTarget) target =
      vb_target_new (5, 7, VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_ICU, VB_DAY_NONE);
  guint notified = 0;

  g_signal_connect_swapped (target, "notify", G_CALLBACK (count), &notified);
  vb_target_set_value (target, 0.85);
  vb_target_set_value (target, 0.85);
  g_assert_cmpuint (notified, ==, 1);
  vb_target_set_decided_by (target, "Board");
  vb_target_set_decided_by (target, "Board");
  g_assert_cmpuint (notified, ==, 2);
  g_assert_cmpint (vb_target_get_id (target), ==, 5);
  g_assert_cmpint (vb_target_get_unit_id (target), ==, 7);
  g_assert_cmpint (vb_target_get_measure (target), ==, VB_MEASURE_OCCUPANCY);
  g_assert_cmpint (vb_target_get_care_type (target), ==, VB_CARE_TYPE_ICU);
  g_assert_cmpint (vb_target_get_from (target), ==, VB_DAY_NONE);
  g_assert_cmpfloat (vb_target_get_value (target), ==, 0.85);
  g_assert_cmpstr (vb_target_get_decided_by (target), ==, "Board");
}

static void
test_explanation (void)
{
  g_autoptr (VbExplanation) explanation = vb_explanation_new ("title", "formula", "numbers");

  g_assert_null (vb_explanation_get_note (explanation));
  vb_explanation_set_note (explanation, "note");
  vb_explanation_add_input (explanation, "28", "wards", "beds.csv", VB_PROVENANCE_REPORTED);
  g_assert_cmpstr (vb_explanation_get_title (explanation), ==, "title");
  g_assert_cmpstr (vb_explanation_get_formula (explanation), ==, "formula");
  g_assert_cmpstr (vb_explanation_get_numbers (explanation), ==, "numbers");
  g_assert_cmpstr (vb_explanation_get_note (explanation), ==, "note");
  g_assert_cmpuint (vb_explanation_get_n_inputs (explanation), ==, 1);
  g_assert_cmpstr (vb_explanation_get_input (explanation, 0)->name, ==, "wards");
  g_assert_cmpint (vb_explanation_get_input (explanation, 0)->provenance, ==,
                   VB_PROVENANCE_REPORTED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/import/properties", test_import);
  g_test_add_func ("/model/target/properties", test_target);
  g_test_add_func ("/model/explanation/texts", test_explanation);
  return g_test_run ();
}
