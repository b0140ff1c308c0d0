/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "store-fixture.h"

static gboolean
execute_and_fail (VbStoreConnection *connection, gpointer data, GError **error)
{
  g_assert_true (vb_store_connection_execute (connection, data, error));
  g_set_error_literal (error, VB_ERROR, VB_ERROR_IMPOSSIBLE, "no");
  return FALSE;
}

static void
test_transact (void)
{
  g_autoptr (VbStoreConnection) connection = open_empty ();
  g_autoptr (GError) error = NULL;
  char insert[] = "INSERT INTO mapping VALUES ('a', 'b')";

  g_assert_false (
      vb_store_transact (connection, VB_STORE_TRANSACT_CHECKED, execute_and_fail, insert, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_IMPOSSIBLE);
  g_clear_error (&error);
  g_assert_cmpint (ask (connection, "SELECT count (*) FROM mapping"), ==, 0);
  g_assert_true (
      vb_store_transact (connection, VB_STORE_TRANSACT_CHECKED, execute, insert, &error));
  g_assert_cmpint (ask (connection, "SELECT count (*) FROM mapping"), ==, 1);
  g_assert_cmpint (vb_store_connection_get_changes (connection), ==, 1);
  g_assert_false (
      vb_store_transact (connection, VB_STORE_TRANSACT_CHECKED, execute, insert, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
}

/* Foreign keys are enforced except where the transaction answers for them, and again afterwards. */
static void
test_foreign_keys (void)
{
  g_autoptr (VbStoreConnection) connection = open_empty ();
  g_autoptr (GError) error = NULL;
  char orphan[] =
      "INSERT INTO unit (id, parent, position, kind, name) VALUES (1, 9, 0, 'ward', 'A')";

  g_assert_false (
      vb_store_transact (connection, VB_STORE_TRANSACT_CHECKED, execute, orphan, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (
      vb_store_transact (connection, VB_STORE_TRANSACT_UNCHECKED, execute, orphan, &error));
  g_assert_cmpint (ask (connection, "PRAGMA foreign_keys"), ==, 1);
  g_assert_false (vb_store_transact (connection, VB_STORE_TRANSACT_UNCHECKED, execute_and_fail,
                                     orphan + strlen (orphan), &error));
  g_clear_error (&error);
  g_assert_cmpint (ask (connection, "PRAGMA foreign_keys"), ==, 1);
}

static void
test_cancel (void)
{
  g_autoptr (VbStoreConnection) connection = open_empty ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  char endless[] = "INSERT INTO mapping VALUES ('a', 'b');"
                   "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                   " INSERT INTO mapping SELECT i, i FROM n";

  g_cancellable_cancel (cancellable);
  vb_store_connection_set_cancellable (connection, cancellable);
  g_assert_false (
      vb_store_transact (connection, VB_STORE_TRANSACT_CHECKED, execute, endless, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  vb_store_connection_set_cancellable (connection, NULL);
  g_assert_cmpint (ask (connection, "SELECT count (*) FROM mapping"), ==, 0);
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", "a.db", NULL);
  g_autoptr (GError) error = NULL;
  VbStoreConnection *writer;
  VbStoreConnection *reader;

  g_assert_null (vb_store_connection_open (path, VB_STORE_WRITE, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_STORAGE);
  g_clear_error (&error);
  g_assert_null (vb_store_connection_open (missing, VB_STORE_PREPARE, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_STORAGE);
  g_clear_error (&error);

  writer = vb_store_connection_open (path, VB_STORE_PREPARE, &error);
  g_assert_no_error (error);
  run (writer, "CREATE TABLE t (a); INSERT INTO t VALUES (1)");
  reader = vb_store_connection_open (path, VB_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_false (vb_store_connection_execute (reader, "INSERT INTO t VALUES (2)", &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_STORAGE);
  /* A reader sees one moment, whatever is written meanwhile. */
  run (reader, "BEGIN");
  g_assert_cmpint (ask (reader, "SELECT count (*) FROM t"), ==, 1);
  run (writer, "INSERT INTO t VALUES (2)");
  g_assert_cmpint (ask (reader, "SELECT count (*) FROM t"), ==, 1);
  run (reader, "COMMIT");
  g_assert_cmpint (ask (reader, "SELECT count (*) FROM t"), ==, 2);
  vb_store_connection_checkpoint (writer);
  vb_store_connection_free (reader);
  vb_store_connection_free (writer);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/connection/transact", test_transact);
  g_test_add_func ("/store/connection/foreign-keys", test_foreign_keys);
  g_test_add_func ("/store/connection/cancel", test_cancel);
  g_test_add_func ("/store/connection/files", test_files);
  return g_test_run ();
}
