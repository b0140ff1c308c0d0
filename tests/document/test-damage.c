/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are no document, or no longer: each gets one of our errors, none a crash. */
#include "document-fixture.h"
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
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (VbBatch) batch = make_batch ();
  g_autoptr (GError) error = NULL;

  take (document, batch);
  g_assert_true (vb_document_set_target (document, 0, VB_MEASURE_OCCUPANCY, VB_CARE_TYPE_ICU,
                                         vb_day_from_ymd (2024, 1, 1), 0.7, "Board", &error));
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

/* Whatever opens must bear being used. */
static void
use_document (VbDocument *document)
{
  GListModel *roots = vb_document_get_roots (document);
  g_autoptr (GFile) file = new_file ();
  VbDay first;
  VbDay end;

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
  ADD ("/document/damage/truncated", test_truncated);
  ADD ("/document/damage/flipped", test_flipped);
  return test_run ();
}
