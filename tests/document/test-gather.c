/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of documents that are gathered into one, and compared. */
#include "document-fixture.h"
#include "vb-document-gather.h"
#include "vb-import.h"
#include "vb-target.h"

#define JANUARY vb_day_from_ymd (2024, 1, 1)
#define FEBRUARY vb_day_from_ymd (2024, 2, 1)

static VbDocument *
open_file (GFile *file)
{
  g_autoptr (GError) error = NULL;
  VbDocument *document = vb_document_open (file, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
close_document (VbDocument *document)
{
  vb_document_close (document);
  g_object_unref (document);
}

static void
set_value (VbDocument *document, gint64 unit, VbDay start, double value)
{
  g_autoptr (GError) error = NULL;
  VbPeriod period = { VB_GRAIN_MONTH, start };

  g_assert_true (vb_document_set_observation (document, unit, VB_MEASURE_AVAILABLE_BEDS, period,
                                              value, &error));
  g_assert_no_error (error);
}

static double
value_of (VbDocument *document, gint64 unit, VbDay start)
{
  return get_value (document, unit, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_MONTH, start);
}

/* A table of available beds of one ward by month. */
static VbBatch *
make_batch (const char *name, const char *ward, double january, double february)
{
  VbBatch *batch = vb_batch_new ();
  guint hospital = vb_batch_add_unit (batch, VB_BATCH_ROOT, VB_UNIT_HOSPITAL, "Åre", NULL);
  guint unit = vb_batch_add_unit (batch, (gint32) hospital, VB_UNIT_WARD, ward, NULL);

  vb_batch_set_source (batch, name, name, NULL, NULL);
  vb_batch_add_observation (batch, unit, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_MONTH, JANUARY,
                            january, VB_PROVENANCE_REPORTED, 1);
  vb_batch_add_observation (batch, unit, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_MONTH, FEBRUARY,
                            february, VB_PROVENANCE_REPORTED, 2);
  vb_batch_finish (batch);
  return batch;
}

static void
take_table (
    VbDocument *document, const char *name, const char *ward, double january, double february)
{
  g_autoptr (VbBatch) batch = make_batch (name, ward, january, february);

  take (document, batch);
}

static gint64
find_unit (VbDocument *document, const char *text)
{
  g_autoptr (GError) error = NULL;
  VbUnit *unit = vb_document_find_unit (document, text, &error);

  g_assert_no_error (error);
  return vb_unit_get_id (unit);
}

/* Gathers one document that has no file yet. */
static VbGathered *
gather (VbDocument *document, VbDocument *other)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GPtrArray) gathered = NULL;
  g_autoptr (GError) error = NULL;

  save_as (other, file);
  g_ptr_array_add (files, file);
  gathered = vb_document_gather (document, files, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gathered->len, ==, 1);
  g_assert_cmpstr (vb_gathered_get_name (gathered->pdata[0]), ==, "plan.vardbalans");
  g_assert_cmpstr (vb_gathered_get_problem (gathered->pdata[0]), ==, NULL);
  return g_object_ref (gathered->pdata[0]);
}

static void
append_difference (const VbDifferenceFields *fields, gpointer data)
{
  g_string_append_printf (data, "%s|%s|%s|%s|%s\n", fields->table, fields->unit, fields->what,
                          fields->ours, fields->theirs);
}

static void
assert_differences (VbDocument *a, VbDocument *b, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_compare (a, b, append_difference, text, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_conflicts (VbGathered *gathered, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *conflicts = vb_gathered_get_conflicts (gathered);

  for (guint i = 0; i < g_list_model_get_n_items (conflicts); i++)
    {
      g_autoptr (VbDifference) conflict = g_list_model_get_item (conflicts, i);

      append_difference (vb_difference_get_fields (conflict), text);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Made apart from the same tree: by code, by name whatever its case, and new ones. */
static void
test_units (void)
{
  g_autoptr (VbDocument) a = new_document ();
  VbDocument *b = new_document ();
  g_autoptr (VbGathered) gathered = NULL;
  g_autoptr (GError) error = NULL;
  gint64 hospital_a = add_unit (a, 0, VB_UNIT_HOSPITAL, "Åre", "ÅR");
  gint64 ward_a = add_unit (a, hospital_a, VB_UNIT_WARD, "Medicin 1", NULL);
  gint64 hospital_b = add_unit (b, 0, VB_UNIT_HOSPITAL, "Åre sjukhus", "ÅR");
  gint64 ward_b = add_unit (b, hospital_b, VB_UNIT_WARD, "MEDICIN 1", "M1");
  gint64 new_b = add_unit (b, hospital_b, VB_UNIT_WARD, "Medicin 2", NULL);

  set_value (b, ward_b, JANUARY, 20);
  set_value (b, new_b, JANUARY, 10);
  g_assert_true (vb_document_set_unit_care_type (b, new_b, VB_CARE_TYPE_ICU, &error));
  gathered = gather (a, b);
  assert_conflicts (gathered, "unit|Åre|name|Åre|Åre sjukhus\n");
  g_assert_cmpuint (vb_document_get_n_units (a), ==, 3);
  g_assert_cmpfloat (value_of (a, ward_a, JANUARY), ==, 20);
  g_assert_cmpstr (vb_unit_get_code (vb_document_get_unit (a, ward_a)), ==, "M1");
  g_assert_cmpint (find_unit (a, "Åre / Medicin 2"), ==, new_b);
  g_assert_cmpint (vb_unit_get_care_type (vb_document_get_unit (a, new_b)), ==, VB_CARE_TYPE_ICU);
  g_assert_cmpfloat (value_of (a, new_b, JANUARY), ==, 10);
  /* Two units, one code learnt, two figures; the hospital differs. */
  g_assert_cmpuint (vb_gathered_get_n_taken (gathered), ==, 4);
  close_document (b);
}

/* Renamed and moved apart: the id says that they are the same. */
static void
test_units_by_id (void)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VbGathered) gathered = NULL;
  VbDocument *a = new_document ();
  VbDocument *b;
  gint64 hospital = add_unit (a, 0, VB_UNIT_HOSPITAL, "Åre", NULL);
  gint64 other = add_unit (a, 0, VB_UNIT_HOSPITAL, "Ytre", NULL);
  gint64 ward = add_unit (a, hospital, VB_UNIT_WARD, "Medicin", NULL);

  save_as (a, file);
  b = open_file (file);
  g_assert_true (vb_document_rename_unit (b, ward, "Infektion", &error));
  g_assert_true (vb_document_move_unit (b, ward, other, &error));
  /* Takes the old name in the old place, and is another unit all the same. */
  add_unit (b, hospital, VB_UNIT_WARD, "Medicin", NULL);
  gathered = gather (a, b);
  assert_conflicts (gathered, "unit|Åre / Medicin|name|Medicin|Infektion\n"
                              "unit|Åre / Medicin|parent|Åre|Ytre\n");
  g_assert_cmpuint (vb_document_get_n_units (a), ==, 4);
  close_document (a);
  close_document (b);
}

/* Figures: what only one has, what both say, and what was known when the other was said. */
static void
test_observations (void)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VbGathered) gathered = NULL;
  VbDocument *a = new_document ();
  VbDocument *b;
  gint64 ward;

  take_table (a, "base.csv", "Medicin", 20, 21);
  save_as (a, file);
  b = open_file (file);
  ward = find_unit (a, "Medicin");

  /* Corrected there by hand, on top of the very figure that stands here. */
  set_value (b, ward, JANUARY, 25);
  /* Corrected here and there, each without knowing of the other. */
  set_value (a, ward, FEBRUARY, 30);
  take_table (b, "later.csv", "Medicin", 25, 31);
  gathered = gather (a, b);
  assert_conflicts (gathered, "observation|Åre / Medicin|available_beds month 2024-02-01|30|31\n");
  g_assert_cmpfloat (value_of (a, ward, JANUARY), ==, 25);
  g_assert_cmpfloat (value_of (a, ward, FEBRUARY), ==, 30);

  /* The figure that lost is kept: it comes up when ours is taken away. */
  set_value (a, ward, FEBRUARY, (double) NAN);
  g_assert_cmpfloat (value_of (a, ward, FEBRUARY), ==, 31);
  set_value (a, ward, JANUARY, (double) NAN);
  g_assert_cmpfloat (value_of (a, ward, JANUARY), ==, 25);
  close_document (a);
  close_document (b);
}

/* Two imports made apart: ours wins, and taking it back brings up theirs. */
static void
test_imports (void)
{
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VbGathered) gathered = NULL;
  g_autoptr (VbImport) newest = NULL;
  VbDocument *a = new_document ();
  VbDocument *b;
  gint64 ward;

  take_table (a, "base.csv", "Medicin", 20, 21);
  save_as (a, file);
  b = open_file (file);
  ward = find_unit (a, "Medicin");
  take_table (a, "ours.csv", "Medicin", 30, 21);
  take_table (b, "theirs.csv", "Medicin", 40, 41);
  take_table (b, "theirs-2.csv", "Kirurgi", 1, 2);
  gathered = gather (a, b);
  /* Ours says the same as before of February, so theirs is the newer word: but our import came
   * after the base as well. */
  assert_conflicts (gathered, "observation|Åre / Medicin|available_beds month 2024-01-01|30|40\n"
                              "observation|Åre / Medicin|available_beds month 2024-02-01|21|41\n");
  g_assert_cmpfloat (value_of (a, find_unit (a, "Kirurgi"), FEBRUARY), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_imports (a)), ==, 4);
  newest = g_list_model_get_item (vb_document_get_imports (a), 0);
  g_assert_cmpstr (vb_import_get_source_name (newest), ==, "ours.csv");
  g_assert_true (vb_document_take_back_import (a, vb_import_get_id (newest), &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (value_of (a, ward, JANUARY), ==, 40);
  g_assert_cmpfloat (value_of (a, ward, FEBRUARY), ==, 41);
  close_document (a);
  close_document (b);
}

/* The same table read on both sides is one import. */
static void
test_same_table (void)
{
  VbDocument *a = new_document ();
  VbDocument *b = new_document ();
  g_autoptr (VbGathered) gathered = NULL;

  take_table (a, "same.csv", "Medicin", 20, 21);
  take_table (b, "same.csv", "Medicin", 20, 21);
  gathered = gather (a, b);
  assert_conflicts (gathered, "");
  g_assert_cmpuint (vb_gathered_get_n_taken (gathered), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_imports (a)), ==, 1);
  assert_differences (a, b, "");
  close_document (a);
  close_document (b);
}

static void
test_targets_and_settings (void)
{
  VbDocument *a = new_document ();
  VbDocument *b = new_document ();
  g_autoptr (VbGathered) first = NULL;
  g_autoptr (VbGathered) second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 ward_a = add_unit (a, 0, VB_UNIT_WARD, "Medicin", NULL);
  gint64 ward_b = add_unit (b, 0, VB_UNIT_WARD, "Medicin", NULL);

  vb_document_set_target (a, ward_a, VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_NONE, VB_DAY_NONE, 0.85,
                          NULL, &error);
  vb_document_set_target (b, ward_b, VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_NONE, VB_DAY_NONE, 0.8,
                          "Ledningen", &error);
  vb_document_set_target (b, ward_b, VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_ICU, JANUARY, 0.7, NULL,
                          &error);
  vb_document_set_default_target (a, 0.88, &error);
  first = gather (a, b);
  /* Nobody touched the settings there. */
  assert_conflicts (first, "target|Medicin|occupancy value|0.85|0.8\n");
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_targets (a)), ==, 2);

  vb_document_set_hidden_demand (b, 0.05, &error);
  g_assert_no_error (error);
  second = gather (a, b);
  assert_conflicts (second, "setting|(null)|hidden_demand|0|0.05\n"
                            "target|Medicin|occupancy value|0.85|0.8\n");
  g_assert_cmpfloat (vb_document_get_hidden_demand (a), ==, 0);
  close_document (a);
  close_document (b);
}

static void
test_compare (void)
{
  VbDocument *a = new_document ();
  VbDocument *b = new_document ();
  g_autoptr (GError) error = NULL;

  take_table (a, "a.csv", "Medicin", 20, 21);
  take_table (b, "b.csv", "Medicin", 20, 22);
  take_table (b, "c.csv", "Kirurgi", 5, 6);
  add_unit (a, 0, VB_UNIT_CLINIC, "Mottagning", NULL);
  vb_document_set_target (a, find_unit (a, "Medicin"), VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_NONE,
                          JANUARY, 0.85, "Ledningen", &error);
  vb_document_set_default_target (b, 0.88, &error);
  assert_differences (a, b,
                      "unit|Åre / Kirurgi|(null)|(null)|ward\n"
                      "unit|Mottagning|(null)|clinic|(null)\n"
                      "setting|(null)|default_target|0.9|0.88\n"
                      "observation|Åre / Medicin|available_beds month 2024-02-01|21|22\n"
                      "observation|Åre / Kirurgi|available_beds month 2024-01-01|(null)|5\n"
                      "observation|Åre / Kirurgi|available_beds month 2024-02-01|(null)|6\n"
                      "target|Åre / Medicin|occupancy 2024-01-01|0.85; Ledningen|(null)\n");
  close_document (a);
  close_document (b);
}

/* One step for all files, and none when there is nothing new. */
static void
test_undo (void)
{
  VbDocument *a = new_document ();
  VbDocument *before;
  VbDocument *after;
  g_autoptr (GFile) file_before = new_file ();
  g_autoptr (GFile) file_after = new_file ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  take_table (a, "a.csv", "Medicin", 20, 21);
  save_as (a, file_before);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *ward = g_strdup_printf ("Kirurgi %u", i);
      g_autofree char *medicine = g_strdup_printf ("medicin-%u.csv", i);
      VbDocument *b = new_document ();
      GFile *file = new_file ();

      take_table (b, ward, ward, i, i + 1);
      take_table (b, medicine, "Medicin", 20 + i, 30);
      save_as (b, file);
      g_ptr_array_add (files, file);
      close_document (b);
    }
  first = vb_document_gather (a, files, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vb_document_get_n_units (a), ==, 5);
  g_object_get (a, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Undo gathering of 3 files");
  save_as (a, file_after);

  second = vb_document_gather (a, files, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (vb_document_get_modified (a));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (vb_gathered_get_n_taken (second->pdata[i]), ==, 0);

  before = open_file (file_before);
  after = open_file (file_after);
  for (guint round = 0; round < 2; round++)
    {
      undo (a);
      assert_differences (a, before, "");
      g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_imports (a)), ==, 1);
      redo (a);
      assert_differences (a, after, "");
      g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_imports (a)), ==, 7);
    }
  close_document (a);
  close_document (before);
  close_document (after);
}

/* A file that is no document, one that is damaged and one that is missing: named, and nothing of
 * them taken. */
static void
test_damaged (void)
{
  VbDocument *a = new_document ();
  VbDocument *b = new_document ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) gathered = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize n;

  take_table (b, "b.csv", "Medicin", 20, 21);
  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (files, new_file ());
  save_as (b, files->pdata[3]);
  g_assert_true (g_file_load_contents (files->pdata[3], NULL, &bytes, &n, NULL, NULL));
  g_assert_true (g_file_set_contents (g_file_peek_path (files->pdata[0]), "text", 4, NULL));
  g_assert_true (
      g_file_set_contents (g_file_peek_path (files->pdata[1]), bytes, (gssize) n / 2, NULL));

  gathered = vb_document_gather (a, files, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vb_gathered_get_problem (gathered->pdata[0]), ==,
                   "The file is not a Vårdbalans document");
  g_assert_nonnull (strstr (vb_gathered_get_problem (gathered->pdata[1]), "damaged"));
  g_assert_nonnull (vb_gathered_get_problem (gathered->pdata[2]));
  g_assert_null (vb_gathered_get_problem (gathered->pdata[3]));
  g_assert_cmpuint (vb_document_get_n_units (a), ==, 2);
  assert_differences (a, b, "");
  close_document (a);
  close_document (b);
}

/* ---- in a thread ----------------------------------------------------------------------------- */

typedef struct
{
  GMainLoop *loop;
  GPtrArray *gathered;
  GError *error;
  guint n_read;
  GCancellable *cancel_at_once;
} Wait;

static void
on_progress (guint n_read, guint n_files, gpointer data)
{
  Wait *wait = data;

  g_assert_cmpuint (n_files, ==, 40);
  g_assert_cmpuint (n_read, >, wait->n_read);
  wait->n_read = n_read;
  if (wait->cancel_at_once != NULL)
    g_cancellable_cancel (wait->cancel_at_once);
}

static void
on_gathered (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->gathered = vb_document_gather_finish (VB_DOCUMENT (source), result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static void
test_async (gconstpointer data)
{
  gboolean cancel = GPOINTER_TO_INT (data);
  VbDocument *a = new_document ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Wait wait = { loop, NULL, NULL, 0, cancel ? cancellable : NULL };

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *ward = g_strdup_printf ("Medicin %u", i);
      VbDocument *b = new_document ();
      GFile *file = new_file ();

      take_table (b, ward, ward, i, i);
      save_as (b, file);
      g_ptr_array_add (files, file);
      close_document (b);
    }
  vb_document_gather_async (a, files, on_progress, &wait, cancellable, on_gathered, &wait);
  g_assert_cmpint (vb_document_add_unit (a, 0, VB_UNIT_WARD, "Nej", NULL, &error), ==, 0);
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_main_loop_run (loop);
  if (cancel)
    {
      g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (vb_document_get_n_units (a), ==, 0);
      g_clear_error (&wait.error);
    }
  else
    {
      g_assert_no_error (wait.error);
      g_assert_cmpuint (wait.gathered->len, ==, 40);
      g_assert_cmpuint (vb_document_get_n_units (a), ==, 41);
      g_ptr_array_unref (wait.gathered);
    }
  /* The document goes on. */
  add_unit (a, 0, VB_UNIT_WARD, "Ja", NULL);
  close_document (a);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/document/gather/units", test_units);
  g_test_add_func ("/document/gather/units-by-id", test_units_by_id);
  g_test_add_func ("/document/gather/observations", test_observations);
  g_test_add_func ("/document/gather/imports", test_imports);
  g_test_add_func ("/document/gather/same-table", test_same_table);
  g_test_add_func ("/document/gather/targets-and-settings", test_targets_and_settings);
  g_test_add_func ("/document/gather/compare", test_compare);
  g_test_add_func ("/document/gather/undo", test_undo);
  g_test_add_func ("/document/gather/damaged", test_damaged);
  g_test_add_data_func ("/document/gather/async", GINT_TO_POINTER (FALSE), test_async);
  g_test_add_data_func ("/document/gather/cancel", GINT_TO_POINTER (TRUE), test_async);
  return test_run ();
}
