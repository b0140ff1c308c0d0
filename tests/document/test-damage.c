/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are no document, or no longer: each gets one of our errors, none a crash. */
#include "document-fixture.h"
#include "ladder-fixture.h"
#include "vb-document-actions.h"
#include "vb-document-private.h"
#include "vb-ladder-board.h"
#include "vb-random.h"
#include "vb-store-connection.h"

#define HEADER_SIZE 100

typedef struct
{
  GFile *file;
  guint8 *bytes; /* of a good document */
  gsize n;
} Fixture;

static VbBatch *
make_batch (void)
{
  VbBatch *batch = vb_batch_new ();
  VbDay day = vb_day_from_ymd (2024, 1, 1);

  vb_batch_add_unit (batch, -1, VB_UNIT_HOSPITAL, "Hospital", "H");
  vb_batch_add_unit (batch, 0, VB_UNIT_WARD, "Ward 1", "W1");
  for (VbDay i = 0; i < 400; i++)
    vb_batch_add_observation (batch, 1, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, day + i, 20 + i,
                              VB_PROVENANCE_REPORTED, 0);
  vb_batch_take_problem (
      batch, vb_problem_new (VB_PROBLEM_NEGATIVE, VB_PROBLEM_REFUSES_CELL, 7, "Beds", "-3"));
  vb_batch_set_source (batch, "beds.csv", "abc", "key", "{}");
  vb_batch_finish (batch);
  return batch;
}

static void
add_assessment (VbDocument *document)
{
  g_autoptr (VbLadder) ladder = make_ladder ("own", "1", 2, 3);
  g_autoptr (GError) error = NULL;
  VbDay day = vb_day_from_ymd (2026, 3, 2);
  gint64 ward = vb_unit_get_id (vb_document_find_unit (document, "W1", &error));
  gint64 id =
      vb_document_start_assessment (document, ward, ladder, VB_ROLE_GROUP_NURSES, day, 7, &error);
  VbActionFacts action = VB_ACTION_FACTS_INIT;
  VbDialogueFacts dialogue = { .unit_id = ward, .day = day, .n_actions = 1, .action_ids = &id };
  VbFocusMeasureFacts measure = { .focus_area_id = 2, .name = (char *) "Vacancies" };

  g_assert_true (vb_document_set_answer (document, id, "A-2-1", VB_ANSWER_YES, &error));
  g_assert_true (vb_document_set_answer (document, id, "A-2-2", VB_ANSWER_NO, &error));
  g_assert_true (vb_document_set_wanted_step (document, id, "B", 3, &error));
  action.unit_id = ward;
  action.title = (char *) "Open two beds";
  action.due = day;
  id = vb_document_add_action (document, &action, &error);
  g_assert_cmpint (vb_document_add_dialogue (document, &dialogue, &error), >, 0);
  id = vb_document_add_focus_measure (document, &measure, &error);
  g_assert_true (vb_document_set_focus_outcome (document, id, day, 4, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbBatch) batch = make_batch ();
  g_autoptr (GError) error = NULL;

  take (document, batch);
  g_assert_true (vb_document_set_target (document, 0, VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_ICU,
                                         vb_day_from_ymd (2024, 1, 1), 0.7, "Board", &error));
  add_assessment (document);
  fixture->file = new_file ();
  save_as (document, fixture->file);
  vb_document_close (document);
  g_assert_true (g_file_load_contents (fixture->file, NULL, (char **) &fixture->bytes, &fixture->n,
                                       NULL, &error));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->file);
  g_free (fixture->bytes);
}

static void
write_bytes (GFile *file, const guint8 *bytes, gsize n)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_replace_contents (file, (const char *) bytes, n, NULL, FALSE,
                                          G_FILE_CREATE_NONE, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* Leaves nothing behind, whether it opens or not. */
static void
assert_refused (GFile *file, VbError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = vb_document_open (file, NULL, &error);
  g_autoptr (GListModel) left = vb_document_list_recoverable ();

  g_assert_null (document);
  g_assert_error (error, VB_ERROR, (int) code);
  g_assert_cmpuint (g_list_model_get_n_items (left), ==, 0);
}

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_delete (fixture->file, NULL, &error));
  assert_refused (fixture->file, VB_ERROR_STORAGE);
}

static void
test_not_a_document (Fixture *fixture, gconstpointer data)
{
  static const guint8 csv[] = "datum;avdelning;disponibla\n2024-01-01;1;20\n";
  g_autofree guint8 *zeros = g_malloc0 (100000);

  write_bytes (fixture->file, (const guint8 *) "", 0);
  assert_refused (fixture->file, VB_ERROR_NOT_A_DOCUMENT);
  write_bytes (fixture->file, csv, sizeof csv);
  assert_refused (fixture->file, VB_ERROR_NOT_A_DOCUMENT);
  write_bytes (fixture->file, zeros, 100000);
  assert_refused (fixture->file, VB_ERROR_NOT_A_DOCUMENT);
}

static void
run_sql (GFile *file, const char *sql)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (VbStoreConnection) connection =
      vb_store_connection_open (path, VB_STORE_PREPARE, &error);

  g_assert_no_error (error);
  g_assert_true (vb_store_connection_execute (
      connection, "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = DELETE", &error));
  g_assert_true (vb_store_connection_execute (connection, sql, &error));
  g_assert_no_error (error);
}

static void
test_other_program (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_delete (fixture->file, NULL, &error));
  run_sql (fixture->file, "CREATE TABLE moz_places (id INTEGER PRIMARY KEY)");
  assert_refused (fixture->file, VB_ERROR_NOT_A_DOCUMENT);
}

static void
test_too_new (Fixture *fixture, gconstpointer data)
{
  run_sql (fixture->file, "PRAGMA user_version = 1000");
  assert_refused (fixture->file, VB_ERROR_TOO_NEW);
}

/* What SQLite finds good need not be a document. */
static void
test_wrong_contents (Fixture *fixture, gconstpointer data)
{
  static const char *const sabotages[] = {
    "PRAGMA user_version = 0",
    "DROP TABLE mapping",
    "ALTER TABLE target ADD COLUMN note TEXT",
    "CREATE TRIGGER t AFTER UPDATE ON target BEGIN DELETE FROM observation; END",
    "CREATE VIEW v AS SELECT * FROM unit",
    "CREATE TABLE extra (id INTEGER PRIMARY KEY)",
    "DELETE FROM setting",
    "DELETE FROM unit WHERE code = 'W1'",
    "DELETE FROM import_part",
    "UPDATE target SET unit = 4711",
    "PRAGMA ignore_check_constraints = ON; UPDATE setting SET default_target = -1",
    "PRAGMA ignore_check_constraints = ON; UPDATE observation SET measure = 70000",
    "PRAGMA ignore_check_constraints = ON; UPDATE unit SET kind = 'planet'",
    "PRAGMA ignore_check_constraints = ON; UPDATE unit SET parent = id",
    "UPDATE unit SET parent = (SELECT id FROM unit WHERE code = 'W1') WHERE code = 'H'",
    "UPDATE target SET from_day = '2024-19-39'",
    "UPDATE import_problem SET kind = 'unheard-of'",
    "DELETE FROM ladder",
    "DELETE FROM ladder_area WHERE key = 'B'",
    "DELETE FROM ladder_statement WHERE key = 'A-2-1'",
    "DELETE FROM ladder_statement WHERE key = 'B-3-1'; DELETE FROM ladder_statement WHERE step = 2"
    " AND area = 'B'",
    "DELETE FROM assessment",
    "UPDATE ladder SET id = id + 1; UPDATE ladder_step SET ladder = ladder + 1;"
    " UPDATE ladder_area SET ladder = ladder + 1; UPDATE ladder_area_step SET ladder = ladder + 1;"
    " UPDATE ladder_statement SET ladder = ladder + 1; UPDATE assessment SET ladder = ladder + 1;"
    " UPDATE assessment_area SET ladder = ladder + 1; UPDATE answer SET ladder = ladder + 1",
    "UPDATE ladder SET key = 'å'",
    "UPDATE ladder SET version = '2'",
    "UPDATE ladder SET n_steps = 2",
    "UPDATE ladder_area SET mandatory = 0",
    "UPDATE answer SET ladder = ladder + 1",
    "UPDATE answer SET assessment = assessment + 1",
    "UPDATE answer SET statement = 'Z' WHERE statement = 'A-2-1'",
    "UPDATE assessment SET day = '2024-19-39'",
    "UPDATE assessment_area SET wanted_step = 4",
    "UPDATE assessment_area SET by_day = '2024-19-39'",
    "UPDATE action SET due_day = '2024-02-30'",
    "UPDATE dialogue SET follow_up_day = '2024-02-30'",
    "UPDATE focus_outcome SET day = '2024-02-30'",
    "UPDATE dialogue_action SET action = 1",
    "UPDATE action SET unit = 1",
    "UPDATE focus_measure SET focus_area = 77",
    "PRAGMA ignore_check_constraints = ON; UPDATE answer SET answer = 'maybe'",
    "PRAGMA ignore_check_constraints = ON; UPDATE answer SET answer = NULL",
    "PRAGMA ignore_check_constraints = ON; UPDATE assessment SET participants = 0",
    "PRAGMA ignore_check_constraints = ON; UPDATE assessment SET role = 'porters'",
    "PRAGMA ignore_check_constraints = ON; UPDATE action SET status = 'gone'",
    "PRAGMA ignore_check_constraints = ON; UPDATE dialogue SET kind = 'chat'",
    "PRAGMA ignore_check_constraints = ON; UPDATE focus_measure SET good = 'left'",
    "PRAGMA ignore_check_constraints = ON; UPDATE ladder SET share_yes = 7",
    "PRAGMA ignore_check_constraints = ON; UPDATE setting SET smallest_group = 0",
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)"
    " INSERT INTO unit (id, parent, position, kind, name)"
    " SELECT i, nullif (i - 1, 0), 0, 'ward', 'x' FROM n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sabotages); i++)
    {
      g_test_message ("%s", sabotages[i]);
      write_bytes (fixture->file, fixture->bytes, fixture->n);
      run_sql (fixture->file, sabotages[i]);
      if (g_str_has_prefix (sabotages[i], "UPDATE import_problem"))
        {
          /* Not read before somebody asks. */
          g_autoptr (GError) error = NULL;
          g_autoptr (VbDocument) document = vb_document_open (fixture->file, NULL, &error);
          GListModel *imports = vb_document_get_imports (document);
          g_autoptr (GObject) import = g_list_model_get_item (imports, 0);
          gint64 id;

          g_object_get (import, "id", &id, NULL);
          g_assert_null (vb_document_read_import_problems (document, id, &error));
          g_assert_error (error, VB_ERROR, VB_ERROR_DAMAGED);
        }
      else
        {
          assert_refused (fixture->file, VB_ERROR_DAMAGED);
        }
    }
}

/* What taking back an import once left behind of its units is no reason to refuse the rest. */
static void
test_orphans (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = NULL;

  run_sql (fixture->file, "INSERT INTO plan (id, unit, care_group, name_sv, decided_day)"
                          " VALUES (1, 4711, 'icu', 'P', '2024-01-01');"
                          "INSERT INTO plan_year VALUES (1, 2024, 5, 5);"
                          "INSERT INTO breakdown_hold VALUES (4711, 'icu', 12, NULL);"
                          "INSERT INTO population (unit, year, sex, age_from, inhabitants, kind)"
                          " VALUES (4711, 2024, 'all', 0, 1000, 'outcome');"
                          "INSERT INTO care_use (unit, year, sex, age_from, care_group, bed_days)"
                          " VALUES (4711, 2024, 'all', 0, 'icu', 10)");
  document = vb_document_open (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 2);
  save_as (document, fixture->file);
  vb_document_close (document);
  run_sql (fixture->file, "CREATE TABLE none (n INTEGER CHECK (n = 0));"
                          "INSERT INTO none SELECT count (*) FROM plan;"
                          "INSERT INTO none SELECT count (*) FROM plan_year;"
                          "INSERT INTO none SELECT count (*) FROM breakdown_hold;"
                          "INSERT INTO none SELECT count (*) FROM population;"
                          "INSERT INTO none SELECT count (*) FROM care_use");
}

/* A working copy that is gone between being checked and being opened. */
static void
test_copy_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *etag = NULL;
  VbWorkingCopy *copy = vb_document_fetch (fixture->file, &etag, NULL, &error);
  g_autoptr (VbDocument) document = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (vb_working_copy_get_database (copy)), ==, 0);
  document = vb_document_new_for_copy (copy, fixture->file, etag, FALSE, &error);
  g_assert_null (document);
  g_assert_error (error, VB_ERROR, VB_ERROR_STORAGE);
}

static void
on_failed (VbDocument *document, const GError *error, guint *n)
{
  g_assert_error (error, VB_ERROR, VB_ERROR_DAMAGED);
  ++*n;
}

/* What is committed is done, though another row can no longer be read. */
static void
test_cannot_be_shown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = vb_document_open (fixture->file, NULL, &error);
  VbUnit *ward = vb_document_find_unit (document, "W1", &error);
  guint n = 0;

  g_assert_no_error (error);
  g_signal_connect (document, "failed", G_CALLBACK (on_failed), &n);
  g_assert_true (vb_store_connection_execute (document->connection,
                                              "UPDATE target SET from_day = '2024-19-39'", &error));
  g_assert_true (vb_document_set_target (document, vb_unit_get_id (ward), VB_MEASURE_OCCUPANCY,
                                         VB_CARE_TYPE_NONE, VB_DAY_NONE, 0.8, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (vb_document_get_modified (document));
  g_assert_true (vb_document_undo (document, &error));
  g_assert_cmpuint (n, ==, 2);
  vb_document_close (document);
}

static void
use_assessments (VbDocument *document)
{
  GListModel *assessments = vb_document_get_assessments (document);

  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (VbAssessment) assessment = g_list_model_get_item (assessments, i);
      g_autoptr (VbLadderResult) result = vb_ladder_board_score (assessment);

      vb_document_set_answer (document, vb_assessment_get_id (assessment), "A-2-1", VB_ANSWER_NO,
                              NULL);
    }
}

/* Whatever opens must bear being used. */
static void
use_document (VbDocument *document)
{
  GListModel *roots = vb_document_get_roots (document);
  g_autoptr (GFile) file = new_file ();
  VbDay first;
  VbDay end;

  use_assessments (document);
  vb_document_get_extent (document, &first, &end);
  for (guint i = 0; i < g_list_model_get_n_items (roots); i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (roots, i);
      VbPeriod day = { VB_GRAIN_DAY, vb_day_from_ymd (2024, 1, 5) };
      g_autoptr (GArray) points = vb_document_read_series (
          document, vb_unit_get_id (unit), VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, NULL);

      vb_document_set_observation (document, vb_unit_get_id (unit), VB_MEASURE_AVAILABLE_BEDS, day,
                                   3, NULL);
    }
  vb_document_undo (document, NULL);
  vb_document_save_as (document, file, NULL, NULL);
  vb_document_close (document);
}

/* TRUE when it opened. Anything but these errors, or a crash, is a fault. */
static gboolean
try_bytes (GFile *file, const guint8 *bytes, gsize n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = NULL;

  write_bytes (file, bytes, n);
  document = vb_document_open (file, NULL, &error);
  if (document != NULL)
    {
      use_document (document);
      return TRUE;
    }
  if (!g_error_matches (error, VB_ERROR, VB_ERROR_DAMAGED)
      && !g_error_matches (error, VB_ERROR, VB_ERROR_NOT_A_DOCUMENT)
      && !g_error_matches (error, VB_ERROR, VB_ERROR_TOO_NEW))
    g_error ("%s", error->message);
  return FALSE;
}

/* Every length of the first page's start and around each page, and a random one in each page. */
static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  for (gsize n = 0; n < 2 * HEADER_SIZE; n++)
    g_assert_false (try_bytes (fixture->file, fixture->bytes, n));
  for (gsize page = 0; page < fixture->n; page += 4096)
    {
      gsize lengths[] = { page, page + 1, page + (gsize) g_test_rand_int_range (2, 4095),
                          page + 4095 };

      for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
        g_assert_false (try_bytes (fixture->file, fixture->bytes, lengths[i]));
    }
  g_assert_true (try_bytes (fixture->file, fixture->bytes, fixture->n));
}

static void
test_flipped (Fixture *fixture, gconstpointer data)
{
  g_autofree guint8 *bytes = g_malloc (fixture->n);
  guint n_refused = 0;

  for (guint round = 0; round < 400; round++)
    {
      guint n_flips = 1 + round % 3;

      memcpy (bytes, fixture->bytes, fixture->n);
      for (guint i = 0; i < n_flips; i++)
        {
          /* Most of a page is empty; its beginning is not. */
          gsize place = (gsize) g_test_rand_int_range (0, (int) fixture->n);

          if (i % 2 == 0)
            place = place / 4096 * 4096 + place % 128;
          bytes[MIN (place, fixture->n - 1)] ^= (guint8) (1 << g_test_rand_int_range (0, 8));
        }
      n_refused += !try_bytes (fixture->file, bytes, fixture->n);
    }
  g_test_message ("%u of 400 refused", n_refused);
  g_assert_cmpuint (n_refused, >, 50);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/document/damage/no-file", test_no_file);
  ADD ("/document/damage/not-a-document", test_not_a_document);
  ADD ("/document/damage/other-program", test_other_program);
  ADD ("/document/damage/too-new", test_too_new);
  ADD ("/document/damage/wrong-contents", test_wrong_contents);
  ADD ("/document/damage/orphans", test_orphans);
  ADD ("/document/damage/copy-is-gone", test_copy_is_gone);
  ADD ("/document/damage/cannot-be-shown", test_cannot_be_shown);
  ADD ("/document/damage/truncated", test_truncated);
  ADD ("/document/damage/flipped", test_flipped);
  return test_run ();
}
