/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document of every released schema still opens, and holds what it held. One more is written with
 * "--write PATH" when a schema is released; it is never written again. */
#include "document-fixture.h"
#include "vb-import.h"
#include "vb-store-schema.h"
#include "vb-target.h"

static VbBatch *
make_batch (guint first, guint n, double value)
{
  VbBatch *batch = vb_batch_new ();
  VbDay day = vb_day_from_ymd (2024, 1, 1);
  guint hospital = vb_batch_add_unit (batch, -1, VB_UNIT_HOSPITAL, "Sjukhuset Åmål", "SÅ");
  guint ward = vb_batch_add_unit (batch, (gint32) hospital, VB_UNIT_WARD, "Avdelning 3", "A3");

  vb_batch_get_unit (batch, ward)->care_type = VB_CARE_TYPE_ICU;
  vb_batch_get_unit (batch, ward)->acute_share = 0.75;
  for (guint i = first; i < first + n; i++)
    vb_batch_add_observation (batch, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, day + (VbDay) i,
                              value + i, VB_PROVENANCE_VERIFIED, i);
  vb_batch_set_source (batch, "platser.csv", "abc", "header", "{}");
  vb_batch_set_time (batch, 1700000000);
  vb_batch_set_row_counts (batch, n, 1);
  vb_batch_take_problem (
      batch, vb_problem_new (VB_PROBLEM_NOT_A_NUMBER, VB_PROBLEM_REFUSES_CELL, 4, "Platser", "x"));
  vb_batch_finish (batch);
  return batch;
}

/* Something in every table and column. */
static void
write_document (GFile *file)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbBatch) older = make_batch (0, 30, 10);
  g_autoptr (VbBatch) newer = make_batch (20, 20, 12.5);
  g_autoptr (GError) error = NULL;
  VbPeriod day = { VB_GRAIN_DAY, vb_day_from_ymd (2024, 1, 25) };
  VbPeriod year = { VB_GRAIN_YEAR, vb_day_from_ymd (2023, 1, 1) };
  gint64 ward;

  vb_document_set_id_seed (document, 1);
  take (document, older);
  take (document, newer);
  ward = vb_unit_get_id (vb_document_find_unit (document, "A3", &error));
  g_assert_true (
      vb_document_set_observation (document, ward, VB_MEASURE_AVAILABLE_BEDS, day, 99, &error));
  g_assert_true (
      vb_document_set_observation (document, ward, VB_MEASURE_POPULATION, year, 12000, &error));
  g_assert_true (vb_document_set_target (document, ward, VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_NONE,
                                         vb_day_from_ymd (2024, 7, 1), 0.8, "Styrelsen", &error));
  g_assert_true (vb_document_set_target (document, 0, VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_ICU,
                                         VB_DAY_NONE, 0.7, NULL, &error));
  g_assert_true (vb_document_set_default_target (document, 0.88, &error));
  g_assert_true (vb_document_set_occupied_includes_overcrowded (document, FALSE, &error));
  g_assert_true (vb_document_set_hidden_demand (document, 0.03, &error));
  g_assert_no_error (error);
  save_as (document, file);
  vb_document_close (document);
}

static void
check_values (VbDocument *document, gint64 ward)
{
  VbDay day = vb_day_from_ymd (2024, 1, 1);

  for (int i = 0; i < 41; i++)
    {
      double value = get_value (document, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, day + i);

      if (i == 40)
        g_assert_true (isnan (value));
      else
        g_assert_cmpfloat (value, ==, i == 24 ? 99 : (i < 20 ? 10 : 12.5) + i);
    }
  g_assert_cmpfloat (get_value (document, ward, VB_MEASURE_POPULATION, VB_GRAIN_YEAR,
                                vb_day_from_ymd (2023, 1, 1)),
                     ==, 12000);
}

static void
check_document (VbDocument *document)
{
  g_autoptr (GError) error = NULL;
  VbUnit *ward = vb_document_find_unit (document, "Sjukhuset Åmål / Avdelning 3", &error);
  GListModel *imports = vb_document_get_imports (document);
  GListModel *targets = vb_document_get_targets (document);
  g_autoptr (VbImport) newer = g_list_model_get_item (imports, 0);
  g_autoptr (VbTarget) whole = g_list_model_get_item (targets, 0);
  g_autoptr (VbTarget) own = g_list_model_get_item (targets, 1);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *mapping = vb_document_get_mapping (document, "header");

  g_assert_no_error (error);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 2);
  g_assert_cmpstr (vb_unit_get_code (ward), ==, "A3");
  g_assert_cmpint (vb_unit_get_kind (ward), ==, VB_UNIT_WARD);
  g_assert_cmpint (vb_unit_get_own_care_type (ward), ==, VB_CARE_TYPE_ICU);
  g_assert_cmpfloat (vb_unit_get_acute_share (ward), ==, 0.75);
  check_values (document, vb_unit_get_id (ward));

  g_assert_cmpuint (g_list_model_get_n_items (targets), ==, 2);
  g_assert_cmpint (vb_target_get_care_type (whole), ==, VB_CARE_TYPE_ICU);
  g_assert_cmpfloat (vb_target_get_value (whole), ==, 0.7);
  g_assert_cmpint (vb_target_get_from (own), ==, vb_day_from_ymd (2024, 7, 1));
  g_assert_cmpstr (vb_target_get_decided_by (own), ==, "Styrelsen");
  g_assert_cmpfloat (vb_document_get_default_target (document), ==, 0.88);
  g_assert_false (vb_document_get_occupied_includes_overcrowded (document));
  g_assert_cmpfloat (vb_document_get_hidden_demand (document), ==, 0.03);
  g_assert_cmpstr (mapping, ==, "{}");

  g_assert_cmpuint (g_list_model_get_n_items (imports), ==, 2);
  g_assert_cmpstr (vb_import_get_source_name (newer), ==, "platser.csv");
  g_assert_cmpint (vb_import_get_time (newer), ==, 1700000000);
  g_assert_cmpint (vb_import_get_n_observations (newer), ==, 19);
  problems = vb_document_read_import_problems (document, vb_import_get_id (newer), &error);
  g_assert_cmpuint (problems->len, ==, 1);
}

/* The old document can be worked with like a new one. */
static void
use_document (VbDocument *document)
{
  GListModel *imports = vb_document_get_imports (document);
  g_autoptr (GError) error = NULL;
  VbDay day = vb_day_from_ymd (2024, 1, 1);
  gint64 ward = vb_unit_get_id (vb_document_find_unit (document, "A3", &error));

  while (g_list_model_get_n_items (imports) > 0)
    {
      g_autoptr (VbImport) import = g_list_model_get_item (imports, 0);

      g_assert_true (vb_document_take_back_import (document, vb_import_get_id (import), &error));
      g_assert_no_error (error);
    }
  /* What was typed stays, and holds its unit. */
  g_assert_cmpfloat (get_value (document, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, day + 24),
                     ==, 99);
  undo (document);
  undo (document);
  check_document (document);
}

static void
test_stored (gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("v%u.vardbalans", GPOINTER_TO_UINT (data));
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "documents", name, NULL);
  g_autoptr (GFile) stored = g_file_new_for_path (path);
  g_autoptr (GFile) saved = new_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = vb_document_open (stored, NULL, &error);
  g_autoptr (VbDocument) again = NULL;

  g_assert_no_error (error);
  g_assert_false (vb_document_get_modified (document));
  check_document (document);
  use_document (document);
  save_as (document, saved);
  vb_document_close (document);
  again = vb_document_open (saved, NULL, &error);
  g_assert_no_error (error);
  check_document (again);
  vb_document_close (again);
}

/* The stored documents are what this program once wrote; this is what it writes today. */
static void
test_present (void)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (VbDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  write_document (file);
  document = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  check_document (document);
  vb_document_close (document);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    {
      g_autoptr (GFile) file = g_file_new_for_path (argv[2]);

      write_document (file);
      return 0;
    }
  for (guint schema = 1; schema < VB_STORE_SCHEMA_NUMBER; schema++)
    {
      g_autofree char *path = g_strdup_printf ("/document/migration/v%u", schema);

      g_test_add_data_func (path, GUINT_TO_POINTER (schema), test_stored);
    }
  g_test_add_func ("/document/migration/present", test_present);
  return test_run ();
}
