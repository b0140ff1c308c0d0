/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "store-fixture.h"
#include "vb-changeset.h"
#include "vb-store-private.h"
#include "vb-unit-table.h"

static void
test_create (void)
{
  g_autoptr (VbStoreConnection) connection = open_empty ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ask (connection, "PRAGMA application_id"), ==, VB_STORE_APPLICATION_ID);
  g_assert_cmpint (ask (connection, "PRAGMA user_version"), ==, VB_STORE_SCHEMA_NUMBER);
  g_assert_true (vb_store_schema_verify (connection, &error));
  g_assert_no_error (error);
}

static void
assert_header (const guint8 *bytes, gsize n, VbError code)
{
  g_autoptr (GError) error = NULL;
  guint32 schema;

  g_assert_false (vb_store_schema_check_header (bytes, n, n, &schema, &error));
  g_assert_error (error, VB_ERROR, (int) code);
}

static void
test_header (void)
{
  guint8 bytes[100] = "SQLite format 3";
  guint8 other[100] = "%PDF-1.7";
  g_autoptr (GError) error = NULL;
  guint32 schema = 0;

  bytes[18] = bytes[19] = 1;
  bytes[63] = VB_STORE_SCHEMA_NUMBER;
  memcpy (bytes + 68, "VbPl", 4);
  bytes[16] = 4096 >> 8;
  bytes[31] = 2;
  g_assert_true (vb_store_schema_check_header (bytes, sizeof bytes, 8192, &schema, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (schema, ==, VB_STORE_SCHEMA_NUMBER);
  g_assert_false (vb_store_schema_check_header (bytes, sizeof bytes, 8191, &schema, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_DAMAGED);
  assert_header (bytes, 0, VB_ERROR_NOT_A_DOCUMENT);
  assert_header (bytes, 15, VB_ERROR_NOT_A_DOCUMENT);
  assert_header (bytes, 16, VB_ERROR_DAMAGED);
  assert_header (bytes, 99, VB_ERROR_DAMAGED);
  assert_header (other, sizeof other, VB_ERROR_NOT_A_DOCUMENT);
  bytes[63] = VB_STORE_SCHEMA_NUMBER + 1;
  assert_header (bytes, sizeof bytes, VB_ERROR_TOO_NEW);
  bytes[60] = 0x80;
  assert_header (bytes, sizeof bytes, VB_ERROR_TOO_NEW);
  bytes[60] = bytes[63] = 0;
  assert_header (bytes, sizeof bytes, VB_ERROR_DAMAGED);
  bytes[63] = 1;
  bytes[18] = 3;
  assert_header (bytes, sizeof bytes, VB_ERROR_DAMAGED);
  bytes[68] = 'v';
  assert_header (bytes, sizeof bytes, VB_ERROR_NOT_A_DOCUMENT);
}

/* What the tables themselves refuse, whoever writes. */
static void
test_constraints (void)
{
  static const char *const bad[] = {
    "INSERT INTO unit (id, position, kind, name) VALUES (0, 0, 'ward', 'A')",
    "INSERT INTO unit (id, position, kind, name) VALUES (1, 0, 'planet', 'A')",
    "INSERT INTO unit (id, position, kind, name) VALUES (1, 0, 'ward', '')",
    "INSERT INTO unit (id, position, kind, name, code) VALUES (1, 0, 'ward', 'A', '')",
    "INSERT INTO unit (id, position, kind, name, care_type) VALUES (1, 0, 'ward', 'A', 'x')",
    "INSERT INTO unit (id, position, kind, name, acute_share) VALUES (1, 0, 'ward', 'A', 1.1)",
    "INSERT INTO unit (id, parent, position, kind, name) VALUES (1, 1, 0, 'ward', 'A')",
    "INSERT INTO unit (id, parent, position, kind, name) VALUES (1, 2, 0, 'ward', 'A')",
    "INSERT INTO observation VALUES (9, 1, 5, 738000, 1, 1, NULL)",
    "INSERT INTO observation VALUES (9, 1, 0, 0, 1, 1, NULL)",
    "INSERT INTO observation VALUES (9, 1, 0, 738000, 1e16, 1, NULL)",
    "INSERT INTO observation VALUES (9, 1, 0, 738000, 'x', 1, NULL)",
    "INSERT INTO observation VALUES (9, 1, 0, 738000, 1, 4, NULL)",
    "INSERT INTO observation VALUES (9, 1, 0, 738000, 1, 1, 77)",
    "INSERT INTO observation VALUES (8, 1, 0, 738000, 1, 1, NULL)",
    "INSERT INTO target (id, unit, measure, value) VALUES (1, 8, 21, 0.9)",
    "INSERT INTO target (id, measure, from_day, value) VALUES (1, 21, '1 jan', 0.9)",
    "INSERT INTO target (id, measure, value) VALUES (1, 21, 0.9), (2, 21, 0.8)",
    "INSERT INTO setting (id) VALUES (2)",
    "UPDATE setting SET default_target = 0",
    "UPDATE setting SET occupied_includes_overcrowded = 2",
    "INSERT INTO import VALUES (1, 1, 0, 'x', NULL, NULL, -1, 0, 0)",
    "UPDATE setting SET smallest_group = 0",
    "INSERT INTO ladder (id, key, version, n_steps, wording, at_least, share_yes)"
    " VALUES (6, 'k', '1', 5, 'own', 'mostly', 0.5)", /* key and version are taken */
    "INSERT INTO ladder (id, key, version, n_steps, wording, at_least, share_yes)"
    " VALUES (6, 'k', '2', 10, 'own', 'mostly', 0.5)",
    "INSERT INTO ladder (id, key, version, n_steps, wording, at_least, share_yes)"
    " VALUES (6, 'k', '2', 5, 'own', 'no', 0.5)",
    "INSERT INTO ladder_area (ladder, key, position, mandatory) VALUES (6, 'A', 0, 1)",
    "INSERT INTO ladder_area_step (ladder, area, step) VALUES (5, 'B', 1)",
    "INSERT INTO ladder_statement (ladder, key, area, position, step, text_en)"
    " VALUES (5, 'B-2', 'B', 1, 2, 'x')",
    "INSERT INTO ladder_statement (ladder, key, area, position, step) VALUES (5, 'C', 'A', 1, 2)",
    "INSERT INTO ladder_statement (ladder, key, area, position, step, text_en)"
    " VALUES (5, 'C', 'A', 1, 1, 'x')",
    "DELETE FROM ladder",
    "INSERT INTO assessment VALUES (8, 9, 6, 'nurses', '2026-03-02', 5, 'draft', NULL)",
    "INSERT INTO assessment VALUES (8, 77, 5, 'nurses', '2026-03-02', 5, 'draft', NULL)",
    "INSERT INTO assessment VALUES (8, 9, 5, 'porters', '2026-03-02', 5, 'draft', NULL)",
    "INSERT INTO assessment VALUES (8, 9, 5, 'nurses', '2 mars', 5, 'draft', NULL)",
    "INSERT INTO assessment VALUES (8, 9, 5, 'nurses', '2026-03-02', 0, 'draft', NULL)",
    "INSERT INTO assessment VALUES (8, 9, 5, 'nurses', '2026-03-02', 5, 'half', NULL)",
    "INSERT INTO answer VALUES (7, 5, 'A-2', NULL, NULL)",
    "INSERT INTO answer VALUES (7, 5, 'A-2', 'maybe', NULL)",
    "INSERT INTO answer VALUES (7, 5, 'A-9', 'yes', NULL)",
    "INSERT INTO answer VALUES (7, 6, 'A-2', 'yes', NULL)", /* another ladder than the assessment's
                                                             */
    "INSERT INTO answer VALUES (8, 5, 'A-2', 'yes', NULL)",
    "INSERT INTO assessment_area (assessment, ladder, area, wanted_step) VALUES (7, 5, 'A', 10)",
    "INSERT INTO assessment_area (assessment, ladder, area, wanted_step) VALUES (7, 5, 'B', 2)",
    "INSERT INTO focus_area (id, position, side) VALUES (9, 9, 'need')",
    "INSERT INTO focus_area (id, position, side, name_sv) VALUES (9, 9, 'left', 'x')",
    "INSERT INTO focus_measure (id, focus_area, name, kind, good) VALUES (1, 99, 'x', 'targeted',"
    " 'up')",
    "INSERT INTO focus_measure (id, focus_area, name, kind, good) VALUES (1, 1, '', 'targeted',"
    " 'up')",
    "INSERT INTO focus_outcome VALUES (1, '2026-03-02', 1)",
    "INSERT INTO action (id, unit, title, status, side) VALUES (1, 9, '', 'done', 'need')",
    "INSERT INTO action (id, unit, title, status, side) VALUES (1, 9, 'x', 'gone', 'need')",
    "INSERT INTO action (id, unit, title, status, side, focus_area)"
    " VALUES (1, 9, 'x', 'done', 'need', 99)",
    "INSERT INTO action (id, unit, title, status, side, assessment)"
    " VALUES (1, 9, 'x', 'done', 'need', 7)",
    "INSERT INTO action (id, unit, title, status, side, ladder, statement)"
    " VALUES (1, 9, 'x', 'done', 'need', 5, 'A-9')",
    "INSERT INTO dialogue (id, unit, kind, day, followed_up) VALUES (1, 9, 'chat', '2026-03-02', "
    "0)",
    "INSERT INTO dialogue (id, unit, kind, day, followed_up) VALUES (1, 9, 'other', '2026-03-02',"
    " 2)",
    "INSERT INTO dialogue_action VALUES (1, 1)",
  };
  g_autoptr (VbStoreConnection) connection = open_empty ();

  run (connection, "INSERT INTO unit (id, position, kind, name) VALUES (9, 0, 'ward', 'W')");
  run (connection, "INSERT INTO ladder (id, key, version, n_steps, wording, at_least, share_yes)"
                   " VALUES (5, 'k', '1', 5, 'own', 'mostly', 0.5)");
  run (connection, "INSERT INTO ladder_area (ladder, key, position, mandatory)"
                   " VALUES (5, 'A', 0, 1)");
  run (connection, "INSERT INTO ladder_statement (ladder, key, area, position, step, text_en)"
                   " VALUES (5, 'A-2', 'A', 0, 2, 'x')");
  run (connection,
       "INSERT INTO assessment VALUES (7, 9, 5, 'nurses', '2026-03-02', 5, 'draft', NULL)");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      if (vb_store_connection_execute (connection, bad[i], &error))
        g_error ("taken: %s", bad[i]);
      g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
    }
}

/* Appends a value that @type takes, whatever it means: nothing else is enforced here. */
static void
append_value (GString *values, const char *type)
{
  g_string_append (values, g_str_equal (type, "TEXT") ? ", 'x'" : ", 77");
}

/* A row of @table whose @column is 1. */
static void
insert_referring (VbStoreConnection *connection, const char *table, const char *column)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autofree char *insert = NULL;
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (vb_store_connection_get_handle (connection),
                                       "SELECT name, type FROM pragma_table_info (?1)", -1,
                                       &statement, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, table, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (statement, 0);
      const char *type = (const char *) sqlite3_column_text (statement, 1);

      g_string_append_printf (names, ", %s", name);
      if (g_str_equal (name, column) && g_str_equal (type, "INTEGER"))
        g_string_append (values, ", 1");
      else
        append_value (values, type);
    }
  sqlite3_finalize (statement);
  insert =
      g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table, names->str + 2, values->str + 2);
  run (connection, insert);
}

static VbStoreConnection *
open_lawless (void)
{
  VbStoreConnection *connection = open_empty ();

  run (connection, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
  return connection;
}

typedef void (*Visit) (const char *table, const char *column, const char *parent);

/* Of every foreign key of the schema its first column. */
static void
visit_keys (Visit visit)
{
  g_autoptr (VbStoreConnection) schema = open_empty ();
  sqlite3_stmt *statement;
  guint n = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (vb_store_connection_get_handle (schema),
                                       "SELECT t.name, k.\"from\", k.\"table\""
                                       " FROM sqlite_schema t, pragma_foreign_key_list (t.name) k"
                                       " WHERE t.type = 'table' AND k.seq = 0",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      visit ((const char *) sqlite3_column_text (statement, 0),
             (const char *) sqlite3_column_text (statement, 1),
             (const char *) sqlite3_column_text (statement, 2));
      n++;
    }
  sqlite3_finalize (statement);
  g_assert_cmpuint (n, >, 30);
}

static gboolean
release (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_unit_table_release_import (connection, *(const gint64 *) data, error);
}

static void
check_unit_is_kept (const char *table, const char *column, const char *parent)
{
  g_autoptr (VbStoreConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  gint64 import = 1;

  if (!g_str_equal (parent, "unit"))
    return;
  connection = open_lawless ();
  run (connection, "INSERT INTO unit (id, position, kind, name, import)"
                   " VALUES (1, 0, 'ward', 'W', 1), (2, 0, 'ward', 'V', 1)");
  insert_referring (connection, table, column);
  g_assert_true (
      vb_store_transact (connection, VB_STORE_TRANSACT_UNCHECKED, release, &import, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (connection, "SELECT count (*) FROM unit WHERE id = 2"), ==, 0);
  if (ask (connection, "SELECT count (*) FROM unit WHERE id = 1") != 1)
    g_error ("vb_unit_table_release_import() deletes what %s refers to", table);
}

/* Whoever refers to a unit keeps it when the import that made it is taken back. */
static void
test_unit_is_kept (void)
{
  visit_keys (check_unit_is_kept);
}

static void
check_loss_is_found (const char *table, const char *column, const char *parent)
{
  g_autoptr (VbStoreConnection) connection = NULL;
  g_autoptr (VbRecorder) recorder = NULL;
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *remove = g_strdup_printf ("DELETE FROM %s", parent);

  /* What imports do with their observations is theirs to do right. */
  if (g_str_has_prefix (table, "observation") && g_str_equal (parent, "import_part"))
    return;
  connection = open_lawless ();
  insert_referring (connection, parent, "");
  recorder = vb_recorder_new (connection, &error);
  g_assert_no_error (error);
  run (connection, remove);
  changeset = vb_recorder_dup_changeset (recorder, &error);
  g_clear_pointer (&recorder, vb_recorder_free);
  /* What is in the table refers to nothing now, and only the loss of its parent tells of it. */
  if (!g_str_equal (table, parent))
    insert_referring (connection, table, column);
  if (!g_str_equal (table, parent) && vb_changeset_check (connection, changeset, FALSE, NULL))
    g_error ("vb-reference-check.c does not know that %s refers to %s", table, parent);
}

/* The table of who refers to whom leaves nobody out. */
static void
test_loss_is_found (void)
{
  visit_keys (check_loss_is_found);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/schema/create", test_create);
  g_test_add_func ("/store/schema/header", test_header);
  g_test_add_func ("/store/schema/constraints", test_constraints);
  g_test_add_func ("/store/schema/unit-is-kept", test_unit_is_kept);
  g_test_add_func ("/store/schema/loss-is-found", test_loss_is_found);
  return g_test_run ();
}
