/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document from outside: what the window and the command line do with it. */
#include "document-fixture.h"
#include "vb-import.h"
#include "vb-target.h"

static void
count (guint *n)
{
  (*n)++;
}

static void
test_new (void)
{
  g_autoptr (VbDocument) document = new_document ();
  VbDay first;
  VbDay end;

  g_assert_null (vb_document_get_file (document));
  g_assert_cmpstr (vb_document_get_title (document), ==, "Untitled plan");
  g_assert_false (vb_document_get_modified (document));
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 0);
  g_assert_false (vb_document_get_extent (document, &first, &end));
  g_assert_cmpfloat (vb_document_get_default_target (document), ==, 0.9);
  g_assert_true (vb_document_get_occupied_includes_overcrowded (document));
  g_assert_cmpfloat (vb_document_get_hidden_demand (document), ==, 0);
  g_assert_cmpuint (vb_document_get_grains (document), ==, 0);
}

static void
test_units (void)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (GError) error = NULL;
  gint64 region = add_unit (document, 0, VB_UNIT_REGION, "Region Norr", NULL);
  gint64 hospital = add_unit (document, region, VB_UNIT_HOSPITAL, " Lasarettet ", "L");
  gint64 ward = add_unit (document, hospital, VB_UNIT_WARD, "Avdelning 3", "A3");
  g_autoptr (VbUnit) unit = g_object_ref (vb_document_get_unit (document, ward));
  g_autofree char *path = vb_unit_dup_path (unit);
  g_autofree char *moved = NULL;

  g_assert_cmpstr (path, ==, "Region Norr / Lasarettet / Avdelning 3");
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_roots (document)), ==, 1);

  /* Refused, and nothing changed. */
  g_assert_cmpint (
      vb_document_add_unit (document, region, VB_UNIT_HOSPITAL, "Lasarettet", NULL, &error), ==, 0);
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (vb_document_add_unit (document, 0, VB_UNIT_WARD, "  ", NULL, &error), ==, 0);
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (vb_document_add_unit (document, 77, VB_UNIT_WARD, "X", NULL, &error), ==, 0);
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (vb_document_move_unit (document, region, ward, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (vb_document_move_unit (document, region, region, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 3);

  g_assert_true (vb_document_move_unit (document, ward, region, &error));
  g_assert_no_error (error);
  moved = vb_unit_dup_path (unit);
  g_assert_cmpstr (moved, ==, "Region Norr / Avdelning 3");
  g_assert_true (vb_document_rename_unit (document, ward, "Avd. 3", &error));
  g_assert_cmpstr (vb_unit_get_name (unit), ==, "Avd. 3");
  g_assert_true (vb_document_set_unit_care_type (document, region, VB_CARE_TYPE_SOMATIC, &error));
  g_assert_cmpint (vb_unit_get_care_type (unit), ==, VB_CARE_TYPE_SOMATIC);
  g_assert_true (vb_document_remove_unit (document, region, &error));
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 0);
  g_assert_null (vb_unit_get_parent (unit));
  undo (document);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 3);
}

/* A unit that a view holds is the same object after whatever happens to others. */
static void
test_unit_identity (void)
{
  g_autoptr (VbDocument) document = new_document ();
  gint64 region = add_unit (document, 0, VB_UNIT_REGION, "Region Norr", NULL);
  VbUnit *unit = vb_document_get_unit (document, region);
  g_autoptr (GError) error = NULL;

  add_unit (document, region, VB_UNIT_WARD, "A", NULL);
  g_assert_true (vb_document_rename_unit (document, region, "Region Syd", &error));
  undo (document);
  undo (document);
  g_assert_true (vb_document_get_unit (document, region) == unit);
  g_assert_cmpstr (vb_unit_get_name (unit), ==, "Region Norr");
  g_assert_cmpuint (g_list_model_get_n_items (vb_unit_get_children (unit)), ==, 0);
}

static void
test_find_unit (void)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (GError) error = NULL;
  gint64 a = add_unit (document, 0, VB_UNIT_HOSPITAL, "A", NULL);
  gint64 b = add_unit (document, 0, VB_UNIT_HOSPITAL, "B", NULL);
  gint64 a_ward = add_unit (document, a, VB_UNIT_WARD, "Åvård", "17");
  gint64 b_ward = add_unit (document, b, VB_UNIT_WARD, "Åvård", "18");

#define FIND(text) vb_unit_get_id (vb_document_find_unit (document, text, &error))
  g_assert_cmpint (FIND ("A"), ==, a);
  g_assert_cmpint (FIND ("b"), ==, b);
  g_assert_cmpint (FIND ("A / Åvård"), ==, a_ward);
  g_assert_cmpint (FIND ("18"), ==, b_ward);
  g_assert_cmpint (FIND ("b / åvård"), ==, b_ward);
  /* A with a ring above, written apart. */
  g_assert_cmpint (FIND ("A / A\xcc\x8avård"), ==, a_ward);
#undef FIND
  g_assert_null (vb_document_find_unit (document, "Åvård", &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_USAGE);
  g_assert_nonnull (strstr (error->message, "A / Åvård"));
  g_assert_nonnull (strstr (error->message, "B / Åvård"));
  g_clear_error (&error);
  g_assert_null (vb_document_find_unit (document, "C", &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
}

static double
get_target (VbDocument *document, guint index)
{
  g_autoptr (VbTarget) target = g_list_model_get_item (vb_document_get_targets (document), index);

  return vb_target_get_value (target);
}

static gboolean
set_target (VbDocument *document, gint64 unit, double value, GError **error)
{
  return vb_document_set_target (document, unit, VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_NONE,
                                 VB_DAY_NONE, value, NULL, error);
}

static void
test_targets (void)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VbTarget) target = NULL;
  GListModel *targets = vb_document_get_targets (document);
  gint64 ward = add_unit (document, 0, VB_UNIT_WARD, "Avdelning 3", NULL);

  g_assert_true (set_target (document, ward, 0.85, &error));
  g_assert_true (set_target (document, ward, 0.8, &error));
  g_assert_true (set_target (document, 0, 0.95, &error));
  g_assert_true (vb_document_set_target (document, ward, VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_ICU,
                                         vb_day_from_ymd (2026, 1, 1), 0.7, "Board", &error));
  g_assert_cmpuint (g_list_model_get_n_items (targets), ==, 3);
  g_assert_cmpfloat (get_target (document, 0), ==, 0.95);
  g_assert_cmpfloat (get_target (document, 1), ==, 0.8);
  g_assert_cmpfloat (get_target (document, 2), ==, 0.7);
  target = g_list_model_get_item (targets, 2);
  g_assert_cmpint (vb_target_get_from (target), ==, vb_day_from_ymd (2026, 1, 1));
  g_assert_cmpstr (vb_target_get_decided_by (target), ==, "Board");

  for (int i = 0; i < 5; i++)
    {
      static const double bad[] = { 0, -0.1, 2.1, NAN, INFINITY };

      g_assert_false (set_target (document, ward, bad[i], &error));
      g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_false (set_target (document, 99, 0.9, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (vb_document_clear_target (document, vb_target_get_id (target), &error));
  g_assert_cmpuint (g_list_model_get_n_items (targets), ==, 2);
  g_assert_true (vb_document_remove_unit (document, ward, &error));
  g_assert_cmpuint (g_list_model_get_n_items (targets), ==, 1);
}

static void
test_labels (void)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (GError) error = NULL;
  gint64 ward = add_unit (document, 0, VB_UNIT_WARD, "Ward 3", NULL);
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;
  g_autofree char *none = NULL;
  gboolean can_undo;
  gboolean can_redo;

  g_assert_true (set_target (document, ward, 0.85, &error));
  g_object_get (document, "undo-label", &undo_label, "redo-label", &none, "can-undo", &can_undo,
                "can-redo", &can_redo, NULL);
  g_assert_cmpstr (undo_label, ==, "Undo change of target occupancy, Ward 3");
  g_assert_null (none);
  g_assert_true (can_undo);
  g_assert_false (can_redo);
  undo (document);
  g_object_get (document, "redo-label", &redo_label, "can-redo", &can_redo, NULL);
  g_assert_cmpstr (redo_label, ==, "Redo change of target occupancy, Ward 3");
  g_assert_true (can_redo);
  redo (document);
  g_assert_cmpfloat (get_target (document, 0), ==, 0.85);
  g_assert_false (vb_document_redo (document, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
}

/* A drag of a slider is one step; one that comes back to where it began is none. */
static void
test_group (void)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (GError) error = NULL;
  gint64 ward = add_unit (document, 0, VB_UNIT_WARD, "Ward 3", NULL);
  g_autofree char *label = NULL;

  g_assert_true (set_target (document, ward, 0.5, &error));
  vb_document_begin_group (document);
  for (int i = 0; i < 20; i++)
    g_assert_true (set_target (document, ward, 0.6 + i / 100.0, &error));
  vb_document_end_group (document);
  vb_document_begin_group (document);
  g_assert_true (set_target (document, ward, 0.95, &error));
  vb_document_end_group (document);
  undo (document);
  g_assert_cmpfloat (get_target (document, 0), ==, 0.6 + 19 / 100.0);
  undo (document);
  g_assert_cmpfloat (get_target (document, 0), ==, 0.5);
  redo (document);
  g_assert_cmpfloat (get_target (document, 0), ==, 0.6 + 19 / 100.0);
  undo (document);

  vb_document_begin_group (document);
  g_assert_true (set_target (document, ward, 0.9, &error));
  g_assert_true (set_target (document, ward, 0.5, &error));
  vb_document_end_group (document);
  undo (document);
  g_assert_cmpuint (g_list_model_get_n_items (vb_document_get_targets (document)), ==, 0);

  /* Saved half-way through a drag, the end of it still differs from the file. */
  {
    g_autoptr (GFile) file = new_file ();

    vb_document_begin_group (document);
    g_assert_true (set_target (document, ward, 0.9, &error));
    save_as (document, file);
    g_assert_false (vb_document_get_modified (document));
    g_assert_true (set_target (document, ward, 0.8, &error));
    g_assert_true (vb_document_get_modified (document));
    vb_document_end_group (document);
    undo (document);
    g_assert_true (vb_document_get_modified (document));
  }
}

static void
test_no_change (void)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (GError) error = NULL;
  gboolean can_undo;

  g_assert_true (vb_document_set_default_target (document, 0.9, &error));
  g_object_get (document, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
  g_assert_false (vb_document_get_modified (document));
}

static void
test_settings (void)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_document_set_default_target (document, 0.85, &error));
  g_assert_true (vb_document_set_occupied_includes_overcrowded (document, FALSE, &error));
  g_assert_true (vb_document_set_hidden_demand (document, 0.02, &error));
  g_assert_cmpfloat (vb_document_get_default_target (document), ==, 0.85);
  g_assert_false (vb_document_get_occupied_includes_overcrowded (document));
  g_assert_cmpfloat (vb_document_get_hidden_demand (document), ==, 0.02);
  g_assert_false (vb_document_set_default_target (document, NAN, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (vb_document_set_hidden_demand (document, -1, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  undo (document);
  undo (document);
  undo (document);
  g_assert_cmpfloat (vb_document_get_default_target (document), ==, 0.9);
  g_assert_true (vb_document_get_occupied_includes_overcrowded (document));
}

/* A signal goes out for what was touched, and for nothing else. */
static void
test_signals (void)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (GError) error = NULL;
  gint64 ward;
  guint units = 0;
  guint targets = 0;
  guint observations = 0;
  guint settings = 0;
  guint imports = 0;
  VbPeriod day = { VB_GRAIN_DAY, vb_day_from_ymd (2024, 1, 1) };

  g_signal_connect_swapped (document, "units-changed", G_CALLBACK (count), &units);
  g_signal_connect_swapped (document, "targets-changed", G_CALLBACK (count), &targets);
  g_signal_connect_swapped (document, "observations-changed", G_CALLBACK (count), &observations);
  g_signal_connect_swapped (document, "settings-changed", G_CALLBACK (count), &settings);
  g_signal_connect_swapped (document, "imports-changed", G_CALLBACK (count), &imports);
  ward = add_unit (document, 0, VB_UNIT_WARD, "Ward 3", NULL);
  g_assert_cmpuint (units, ==, 1);
  g_assert_true (set_target (document, ward, 0.85, &error));
  g_assert_cmpuint (targets, ==, 1);
  g_assert_true (
      vb_document_set_observation (document, ward, VB_MEASURE_AVAILABLE_BEDS, day, 12, &error));
  g_assert_cmpuint (observations, ==, 1);
  g_assert_true (vb_document_set_hidden_demand (document, 0.5, &error));
  g_assert_cmpuint (settings, ==, 1);
  undo (document);
  undo (document);
  undo (document);
  redo (document);
  g_assert_cmpuint (units, ==, 1);
  g_assert_cmpuint (targets, ==, 3);
  g_assert_cmpuint (observations, ==, 2);
  g_assert_cmpuint (settings, ==, 2);
  g_assert_cmpuint (imports, ==, 0);
}

static void
test_typed_observations (void)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (GError) error = NULL;
  gint64 ward = add_unit (document, 0, VB_UNIT_WARD, "Ward 3", NULL);
  VbPeriod month = { VB_GRAIN_MONTH, vb_day_from_ymd (2024, 2, 1) };
  VbPeriod bad = { VB_GRAIN_MONTH, vb_day_from_ymd (2024, 2, 2) };
  VbDay first;
  VbDay end;

#define SET(period, value)                                                                         \
  vb_document_set_observation (document, ward, VB_MEASURE_BED_DAYS, period, value, &error)
  g_assert_true (SET (month, 310));
  g_assert_true (vb_document_get_extent (document, &first, &end));
  g_assert_cmpint (first, ==, vb_day_from_ymd (2024, 2, 1));
  g_assert_cmpint (end, ==, vb_day_from_ymd (2024, 3, 1));
  g_assert_cmpint (vb_document_get_now (document), ==, end);
  g_assert_cmpuint (vb_document_get_grains (document), ==, 1u << VB_GRAIN_MONTH);
  g_assert_true (SET (month, NAN));
  g_assert_false (vb_document_get_extent (document, &first, &end));
  g_assert_true (SET (month, NAN));
  g_assert_false (SET (bad, 1));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (SET (month, -1));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (SET (month, INFINITY));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
#undef SET
}

static void
test_save_and_open (void)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbDocument) again = NULL;
  g_autoptr (GFile) file = new_file ();
  g_autoptr (GError) error = NULL;
  gint64 ward = add_unit (document, 0, VB_UNIT_WARD, "Ward 3", "W3");
  g_autofree char *title = NULL;

  g_assert_false (vb_document_save (document, FALSE, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_true (set_target (document, ward, 0.85, &error));
  g_assert_true (vb_document_get_modified (document));
  save_as (document, file);
  g_assert_false (vb_document_get_modified (document));
  g_assert_true (g_file_equal (vb_document_get_file (document), file));
  g_object_get (document, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "plan");

  undo (document);
  g_assert_true (vb_document_get_modified (document));
  redo (document);
  g_assert_false (vb_document_get_modified (document));

  again = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vb_unit_get_code (vb_document_get_unit (again, ward)), ==, "W3");
  g_assert_cmpfloat (get_target (again, 0), ==, 0.85);
  g_assert_false (vb_document_get_modified (again));
  g_assert_false (vb_document_undo (again, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);

  /* The one who saves second is told. */
  g_assert_true (set_target (again, ward, 0.7, &error));
  g_usleep (20 * 1000); /* the clock that stamps files ticks every few milliseconds */
  g_assert_true (vb_document_save (again, FALSE, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (vb_document_save (document, FALSE, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_CHANGED_ON_DISK);
  g_clear_error (&error);
  g_assert_true (vb_document_save (document, TRUE, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (vb_document_save (document, FALSE, NULL, &error));
  g_assert_no_error (error);
}

static void
test_close (void)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) left = NULL;

  discard_recoverable ();
  add_unit (document, 0, VB_UNIT_WARD, "Ward 3", NULL);
  vb_document_close (document);
  vb_document_close (document);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 1);
  g_assert_false (vb_document_set_hidden_demand (document, 0.5, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_object (&document);
  left = vb_document_list_recoverable ();
  g_assert_cmpuint (g_list_model_get_n_items (left), ==, 0);
}

/* What was refused can be read later, whatever was wrong with it. */
static void
test_import_problems (void)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbBatch) batch = vb_batch_new ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  VbTaken taken;
  guint ward = vb_batch_add_unit (batch, VB_BATCH_ROOT, VB_UNIT_WARD, "Ward 3", NULL);

  vb_batch_add_observation (batch, ward, VB_MEASURE_BED_DAYS, VB_GRAIN_DAY,
                            vb_day_from_ymd (2024, 1, 1), 20, VB_PROVENANCE_REPORTED, 2);
  for (guint i = 0; i < VB_N_PROBLEM_KINDS; i++)
    vb_batch_take_problem (batch, vb_problem_new ((VbProblemKind) i, VB_PROBLEM_REFUSES_ROW, i + 3,
                                                  i % 2 == 0 ? "Datum" : NULL, "x"));
  vb_batch_finish (batch);
  taken = take (document, batch);

  problems = vb_document_read_import_problems (document, taken.import_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, VB_N_PROBLEM_KINDS);
  for (guint i = 0; i < problems->len; i++)
    {
      const VbProblem *problem = problems->pdata[i];

      g_assert_cmpint (problem->kind, ==, i);
      g_assert_cmpint (problem->extent, ==, VB_PROBLEM_REFUSES_ROW);
      g_assert_cmpuint (problem->row, ==, i + 3);
      g_assert_cmpstr (problem->column, ==, i % 2 == 0 ? "Datum" : NULL);
      g_assert_cmpstr (problem->value, ==, "x");
    }
}

/* A total of everything in a table is a figure of the unit that the table hangs under, which a
 * first import makes and a second one finds. */
static void
test_import_under_itself (void)
{
  g_autoptr (VbDocument) document = new_document ();
  VbDay day = vb_day_from_ymd (2024, 1, 1);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VbBatch) batch = vb_batch_new ();
      VbUnit *nation;
      guint total;
      guint part;

      vb_batch_set_under (batch, "Sverige");
      total = vb_batch_add_unit (batch, VB_BATCH_UNDER_ITSELF, VB_UNIT_NATION, "Sverige", NULL);
      part = vb_batch_add_unit (batch, VB_BATCH_ROOT, VB_UNIT_REGION, "Norr", NULL);
      vb_batch_add_observation (batch, total, VB_MEASURE_POPULATION, VB_GRAIN_YEAR, day, 100 + i,
                                VB_PROVENANCE_REPORTED, 2);
      vb_batch_add_observation (batch, part, VB_MEASURE_POPULATION, VB_GRAIN_YEAR, day, 30,
                                VB_PROVENANCE_REPORTED, 3);
      vb_batch_finish (batch);
      take (document, batch);

      g_assert_cmpuint (vb_document_get_n_units (document), ==, 2);
      nation = vb_document_find_unit (document, "Sverige", &error);
      g_assert_no_error (error);
      g_assert_nonnull (vb_document_find_unit (document, "Sverige / Norr", &error));
      g_assert_cmpfloat (
          get_value (document, vb_unit_get_id (nation), VB_MEASURE_POPULATION, VB_GRAIN_YEAR, day),
          ==, 100 + i);
    }
}

/* What the example is filled with is not the reader's to undo, nor to be asked about. */
static void
test_start_afresh (void)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) left = NULL;
  gboolean can_undo;

  discard_recoverable ();
  add_unit (document, 0, VB_UNIT_WARD, "Ward 3", NULL);
  g_assert_true (vb_document_get_modified (document));
  g_assert_true (vb_document_start_afresh (document, "Region Example", &error));
  g_assert_no_error (error);
  g_assert_false (vb_document_get_modified (document));
  g_assert_cmpstr (vb_document_get_title (document), ==, "Region Example");
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 1);
  g_object_get (document, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);

  add_unit (document, 0, VB_UNIT_WARD, "Ward 4", NULL);
  g_assert_true (vb_document_get_modified (document));
  undo (document);
  g_assert_false (vb_document_get_modified (document));
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 1);

  g_clear_object (&document);
  left = vb_document_list_recoverable ();
  g_assert_cmpuint (g_list_model_get_n_items (left), ==, 0);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/document/new", test_new);
  g_test_add_func ("/document/units", test_units);
  g_test_add_func ("/document/unit-identity", test_unit_identity);
  g_test_add_func ("/document/find-unit", test_find_unit);
  g_test_add_func ("/document/targets", test_targets);
  g_test_add_func ("/document/labels", test_labels);
  g_test_add_func ("/document/group", test_group);
  g_test_add_func ("/document/no-change", test_no_change);
  g_test_add_func ("/document/settings", test_settings);
  g_test_add_func ("/document/signals", test_signals);
  g_test_add_func ("/document/typed-observations", test_typed_observations);
  g_test_add_func ("/document/save-and-open", test_save_and_open);
  g_test_add_func ("/document/close", test_close);
  g_test_add_func ("/document/import-problems", test_import_problems);
  g_test_add_func ("/document/start-afresh", test_start_afresh);
  g_test_add_func ("/document/import-under-itself", test_import_under_itself);
  return test_run ();
}
