/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import makes of units, values and the list of imports. */
#include "document-fixture.h"
#include "vb-document-decisions.h"
#include "vb-import.h"

static const VbMeasureId beds = VB_MEASURE_AVAILABLE_BEDS;

/* One ward of one hospital, with values from 1 January 2024 on. */
static VbBatch *
make_batch (const char *ward, const char *code, const double *values, guint n)
{
  VbBatch *batch = vb_batch_new ();
  VbDay day = vb_day_from_ymd (2024, 1, 1);

  vb_batch_add_unit (batch, -1, VB_UNIT_HOSPITAL, "Hospital", NULL);
  vb_batch_add_unit (batch, 0, VB_UNIT_WARD, ward, code);
  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      vb_batch_add_observation (batch, 1, (guint16) beds, VB_GRAIN_DAY, day + (VbDay) i, values[i],
                                VB_PROVENANCE_REPORTED, i);
  vb_batch_set_source (batch, "beds.csv", "abc", NULL, NULL);
  vb_batch_finish (batch);
  return batch;
}

static VbTaken
take_values (VbDocument *document, const double *values, guint n)
{
  g_autoptr (VbBatch) batch = make_batch ("Ward", NULL, values, n);

  return take (document, batch);
}

static gint64
get_ward (VbDocument *document)
{
  g_autoptr (GError) error = NULL;
  VbUnit *unit = vb_document_find_unit (document, "Hospital / Ward", &error);

  g_assert_no_error (error);
  return vb_unit_get_id (unit);
}

/* NAN stands for no value. */
static void
assert_values (VbDocument *document, const double *expected, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      double value = get_value (document, get_ward (document), beds, VB_GRAIN_DAY,
                                vb_day_from_ymd (2024, 1, 1) + (VbDay) i);

      if (isnan (expected[i]))
        g_assert_true (isnan (value));
      else
        g_assert_cmpfloat (value, ==, expected[i]);
    }
}

static guint
count_imports (VbDocument *document)
{
  return g_list_model_get_n_items (vb_document_get_imports (document));
}

static void
take_back (VbDocument *document, gint64 import)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_take_back_import (document, import, &error));
  g_assert_no_error (error);
}

static void
test_same_file_again (void)
{
  static const double values[] = { 1, 2, 3 };
  g_autoptr (VbDocument) document = new_document ();
  VbTaken first = take_values (document, values, 3);
  VbTaken second = take_values (document, values, 3);
  g_autofree char *label = NULL;

  g_assert_cmpint (first.import_id, !=, 0);
  g_assert_cmpuint (first.units_made, ==, 2);
  g_assert_cmpuint (first.observations_added, ==, 3);
  g_assert_cmpint (second.import_id, ==, 0);
  g_assert_cmpuint (second.units_made, ==, 0);
  g_assert_cmpuint (second.observations_same, ==, 3);
  g_assert_cmpuint (count_imports (document), ==, 1);
  g_object_get (document, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Undo import of beds.csv");
  undo (document);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 0);
  g_assert_cmpuint (count_imports (document), ==, 0);
  redo (document);
  assert_values (document, values, 3);
  g_assert_cmpint (vb_unit_get_id (vb_document_find_unit (document, "Ward", NULL)), ==,
                   get_ward (document));
}

/* Nothing to take is no import; a file of nothing but units is one. */
static void
test_empty (void)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbBatch) nothing = vb_batch_new ();
  VbTaken taken;

  vb_batch_finish (nothing);
  taken = take (document, nothing);
  g_assert_cmpint (taken.import_id, ==, 0);
  g_assert_false (vb_document_get_modified (document));
  taken = take_values (document, NULL, 0);
  g_assert_cmpint (taken.import_id, !=, 0);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 2);
  take_back (document, taken.import_id);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 0);
}

static void
test_newer_file (void)
{
  static const double old[] = { 1, 2, 3, NAN };
  static const double new[] = { NAN, 2, 5, 6 };
  static const double both[] = { 1, 2, 5, 6 };

  /* Taken back in either order. */
  for (int order = 0; order < 2; order++)
    {
      g_autoptr (VbDocument) document = new_document ();
      VbTaken first = take_values (document, old, 4);
      VbTaken second = take_values (document, new, 4);
      g_autoptr (VbImport) newest = g_list_model_get_item (vb_document_get_imports (document), 0);
      g_autoptr (VbImport) oldest = g_list_model_get_item (vb_document_get_imports (document), 1);

      g_assert_cmpuint (second.observations_added, ==, 1);
      g_assert_cmpuint (second.observations_same, ==, 1);
      g_assert_cmpuint (second.observations_replaced, ==, 1);
      assert_values (document, both, 4);
      g_assert_cmpint (vb_import_get_id (newest), ==, second.import_id);
      g_assert_cmpint (vb_import_get_n_observations (newest), ==, 3);
      g_assert_cmpint (vb_import_get_n_observations (oldest), ==, 1);

      take_back (document, order == 0 ? first.import_id : second.import_id);
      assert_values (document, order == 0 ? new : old, 4);
      g_assert_cmpuint (count_imports (document), ==, 1);
      undo (document);
      assert_values (document, both, 4);
      g_assert_cmpint (vb_import_get_n_observations (newest), ==, 3);
      redo (document);
      take_back (document, order == 0 ? second.import_id : first.import_id);
      g_assert_cmpuint (vb_document_get_n_units (document), ==, 0);
      for (int i = 0; i < 2; i++)
        undo (document);
      assert_values (document, both, 4);
      for (int i = 0; i < 2; i++)
        undo (document);
      g_assert_cmpuint (count_imports (document), ==, 0);
      redo (document);
      assert_values (document, old, 4);
      undo (document);
      g_assert_null (vb_document_find_unit (document, "Ward", NULL));
    }
}

static void
test_typed_wins (void)
{
  static const double old[] = { 1, 2 };
  static const double new[] = { 3, 4 };
  static const double typed[] = { 9, 4 };
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (GError) error = NULL;
  VbPeriod day = { VB_GRAIN_DAY, vb_day_from_ymd (2024, 1, 1) };
  VbTaken first = take_values (document, old, 2);
  VbTaken taken;

#define TYPE(value)                                                                                \
  g_assert_true (                                                                                  \
      vb_document_set_observation (document, get_ward (document), beds, day, value, &error))
  TYPE (9);
  taken = take_values (document, new, 2);
  g_assert_cmpuint (taken.observations_beneath, ==, 1);
  g_assert_cmpuint (taken.observations_replaced, ==, 1);
  assert_values (document, typed, 2);
  /* The same again is nothing new, though another value stands there. */
  g_assert_cmpint (take_values (document, new, 2).import_id, ==, 0);
  TYPE (NAN);
  assert_values (document, new, 2);
  undo (document);
  take_back (document, taken.import_id);
  TYPE (NAN);
  assert_values (document, old, 2);
  take_back (document, first.import_id);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 0);
#undef TYPE
}

/* A unit that an import made goes with it, unless something else refers to it by then. */
static void
test_units_made (void)
{
  static const double values[] = { 1 };
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (GError) error = NULL;
  VbTaken taken = take_values (document, values, 1);
  gint64 ward = get_ward (document);

  g_assert_true (vb_document_set_target (document, ward, VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_NONE,
                                         VB_DAY_NONE, 0.8, NULL, &error));
  take_back (document, taken.import_id);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 2);
  g_assert_nonnull (vb_document_get_unit (document, ward));
  undo (document);
  undo (document);
  take_back (document, taken.import_id);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 0);
  undo (document);
  add_unit (document, ward, VB_UNIT_WARD, "Room", NULL);
  take_back (document, taken.import_id);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 3);
}

/* What is decided of a unit keeps it, and the document can be opened again. */
static void
test_decided_unit (void)
{
  static const double values[] = { 1 };
  const VbBreakdownHold hold = { 12, -1 };
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbDocument) again = NULL;
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GError) error = NULL;
  VbTaken taken = take_values (document, values, 1);
  gint64 ward = get_ward (document);

  g_assert_true (
      vb_document_set_breakdown_hold (document, ward, VB_CARE_GROUP_SOMATIC, hold, &error));
  take_back (document, taken.import_id);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 2);
  save_as (document, file);
  vb_document_close (document);
  again = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vb_document_get_breakdown_hold (again, ward, VB_CARE_GROUP_SOMATIC).locked, ==,
                   12);
  vb_document_close (again);
}

static void
test_matching (void)
{
  static const double values[] = { 1 };
  g_autoptr (VbDocument) document = new_document ();
  gint64 hospital = add_unit (document, 0, VB_UNIT_HOSPITAL, "HOSPITAL", NULL);
  gint64 ward = add_unit (document, hospital, VB_UNIT_WARD, "Avd 1", NULL);
  g_autoptr (VbBatch) by_name = make_batch ("avd 1", "A1", values, 1);
  g_autoptr (VbBatch) by_code = make_batch ("Renamed", "A1", values, 1);
  g_autoptr (VbBatch) namesake = make_batch ("Avd 1", "A2", values, 1);
  g_autoptr (VbBatch) typed = make_batch ("Avd 1", "A1", values, 1);

  /* The name decides where there is no code, whatever the case; the code is learnt … */
  g_assert_cmpuint (take (document, by_name).units_made, ==, 0);
  g_assert_cmpstr (vb_unit_get_code (vb_document_get_unit (document, ward)), ==, "A1");
  /* … and decides from then on. */
  g_assert_cmpint (take (document, by_code).import_id, ==, 0);
  g_assert_cmpstr (vb_unit_get_name (vb_document_get_unit (document, ward)), ==, "Avd 1");
  g_assert_cmpuint (take (document, namesake).units_made, ==, 1);

  /* What the file says of a unit is taken where the document says nothing, once. */
  vb_batch_get_unit (typed, 1)->care_type = VB_CARE_TYPE_ICU;
  vb_batch_get_unit (typed, 1)->acute_share = 0.25;
  g_assert_cmpint (take (document, typed).import_id, !=, 0);
  g_assert_cmpint (vb_unit_get_care_type (vb_document_get_unit (document, ward)), ==,
                   VB_CARE_TYPE_ICU);
  g_assert_cmpfloat (vb_unit_get_acute_share (vb_document_get_unit (document, ward)), ==, 0.25);
  vb_batch_get_unit (typed, 1)->care_type = VB_CARE_TYPE_SOMATIC;
  g_assert_cmpint (take (document, typed).import_id, ==, 0);
  undo (document);
  g_assert_cmpint (vb_unit_get_care_type (vb_document_get_unit (document, ward)), ==,
                   VB_CARE_TYPE_NONE);
}

static void
test_under (void)
{
  static const double values[] = { 1 };
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbBatch) batch = make_batch ("Ward", "W", values, 1);
  g_autoptr (VbBatch) again = make_batch ("Ward", "W", values, 1);
  g_autoptr (VbBatch) ambiguous = make_batch ("Ward", "W", values, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  gint64 region;

  vb_batch_set_under (batch, "Sverige");
  g_assert_cmpuint (take (document, batch).units_made, ==, 3);
  path = vb_unit_dup_path (vb_document_find_unit (document, "W", NULL));
  g_assert_cmpstr (path, ==, "Sverige / Hospital / Ward");
  g_assert_cmpint (vb_unit_get_kind (vb_document_find_unit (document, "Sverige", NULL)), ==,
                   VB_UNIT_NATION);

  vb_batch_set_under (again, "Sverige");
  g_assert_cmpint (take (document, again).import_id, ==, 0);

  region = add_unit (document, 0, VB_UNIT_REGION, "A", NULL);
  add_unit (document, region, VB_UNIT_HOSPITAL, "Norr", NULL);
  region = add_unit (document, 0, VB_UNIT_REGION, "B", NULL);
  add_unit (document, region, VB_UNIT_HOSPITAL, "Norr", NULL);
  vb_batch_set_under (ambiguous, "norr");
  g_assert_false (vb_document_take_batch (document, ambiguous, NULL, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_USAGE);
}

static void
test_record (void)
{
  static const double values[] = { 1 };
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbDocument) again = NULL;
  g_autoptr (VbBatch) batch = make_batch ("Ward", NULL, values, 1);
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImport) import = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *mapping = NULL;
  const VbProblem *problem;

  vb_batch_set_source (batch, "platser.xlsx", "cafe", "key", "{\"a\":1}");
  vb_batch_set_time (batch, 1700000000);
  vb_batch_set_row_counts (batch, 12, 2);
  vb_batch_take_problem (
      batch, vb_problem_new (VB_PROBLEM_NOT_A_DATE, VB_PROBLEM_REFUSES_ROW, 9, "datum", "Summa"));
  vb_batch_take_problem (
      batch, vb_problem_new (VB_PROBLEM_UNKNOWN_COLUMN, VB_PROBLEM_NOTE, 0, "Kommentar", NULL));
  take (document, batch);
  save_as (document, file);
  vb_document_close (document);

  again = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  import = g_list_model_get_item (vb_document_get_imports (again), 0);
  g_assert_cmpstr (vb_import_get_source_name (import), ==, "platser.xlsx");
  g_assert_cmpstr (vb_import_get_checksum (import), ==, "cafe");
  g_assert_cmpint (vb_import_get_time (import), ==, 1700000000);
  g_assert_cmpuint (vb_import_get_rows_read (import), ==, 12);
  g_assert_cmpuint (vb_import_get_rows_refused (import), ==, 2);
  mapping = vb_document_get_mapping (again, "key");
  g_assert_cmpstr (mapping, ==, "{\"a\":1}");
  g_assert_null (vb_document_get_mapping (again, "other"));
  problems = vb_document_read_import_problems (again, vb_import_get_id (import), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 2);
  problem = problems->pdata[0];
  g_assert_cmpint (problem->kind, ==, VB_PROBLEM_NOT_A_DATE);
  g_assert_cmpint (problem->extent, ==, VB_PROBLEM_REFUSES_ROW);
  g_assert_cmpuint (problem->row, ==, 9);
  g_assert_cmpstr (problem->value, ==, "Summa");
  problem = problems->pdata[1];
  g_assert_cmpint (problem->extent, ==, VB_PROBLEM_NOTE);
  g_assert_null (problem->value);

  /* Taken back after it was saved, from another session. */
  take_back (again, vb_import_get_id (import));
  g_assert_cmpuint (vb_document_get_n_units (again), ==, 0);
  undo (again);
  g_assert_cmpuint (vb_document_get_n_units (again), ==, 2);
  vb_document_close (again);
}

/* A batch that the schema refuses changes nothing at all. */
static void
test_refused (void)
{
  static const double values[] = { 1, 1e20 };
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbBatch) batch = make_batch ("Ward", NULL, values, 2);
  g_autoptr (GError) error = NULL;
  gboolean can_undo;

  g_assert_false (vb_document_take_batch (document, batch, NULL, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 0);
  g_assert_cmpuint (count_imports (document), ==, 0);
  g_object_get (document, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
}

/* The same deeds under the same seed give the same ids. */
static void
test_seed (void)
{
  static const double values[] = { 1 };
  g_autoptr (VbDocument) a = new_document ();
  g_autoptr (VbDocument) b = new_document ();
  g_autoptr (VbDocument) c = new_document ();

  vb_document_set_id_seed (a, 7);
  vb_document_set_id_seed (b, 7);
  g_assert_cmpint (take_values (a, values, 1).import_id, ==, take_values (b, values, 1).import_id);
  g_assert_cmpint (get_ward (a), ==, get_ward (b));
  g_assert_cmpint (get_ward (a), <, G_GINT64_CONSTANT (1) << 62);
  take_values (c, values, 1);
  g_assert_cmpint (get_ward (a), !=, get_ward (c));
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/document/imports/same-file-again", test_same_file_again);
  g_test_add_func ("/document/imports/empty", test_empty);
  g_test_add_func ("/document/imports/newer-file", test_newer_file);
  g_test_add_func ("/document/imports/typed-wins", test_typed_wins);
  g_test_add_func ("/document/imports/units-made", test_units_made);
  g_test_add_func ("/document/imports/decided-unit", test_decided_unit);
  g_test_add_func ("/document/imports/matching", test_matching);
  g_test_add_func ("/document/imports/under", test_under);
  g_test_add_func ("/document/imports/record", test_record);
  g_test_add_func ("/document/imports/refused", test_refused);
  g_test_add_func ("/document/imports/seed", test_seed);
  return test_run ();
}
