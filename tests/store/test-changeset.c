/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "vb-changeset.h"

/* Runs @sql and returns what it changed. */
static GBytes *
record (VbStoreConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbRecorder) recorder = vb_recorder_new (connection, &error);
  GBytes *changeset;

  g_assert_no_error (error);
  run (connection, sql);
  changeset = vb_recorder_dup_changeset (recorder, &error);
  g_assert_no_error (error);
  return changeset;
}

typedef struct
{
  GBytes *changeset;
  gboolean inverted;
} Replay;

static gboolean
replay (VbStoreConnection *connection, gpointer data, GError **error)
{
  const Replay *self = data;

  return vb_changeset_apply (connection, self->changeset, self->inverted, error);
}

static gboolean
apply (VbStoreConnection *connection, GBytes *changeset, gboolean inverted, GError **error)
{
  Replay self = { changeset, inverted };

  return vb_store_transact (connection, VB_STORE_TRANSACT_UNCHECKED, replay, &self, error);
}

static const char units[] =
    "INSERT INTO unit (id, parent, position, kind, name) VALUES (1, NULL, 0, 'hospital', 'H');"
    "INSERT INTO unit (id, parent, position, kind, name) VALUES (2, 1, 0, 'ward', 'W');"
    "INSERT INTO observation VALUES (2, 1, 0, 738000, 20, 1, NULL);"
    "INSERT INTO target (id, unit, measure, value) VALUES (5, 2, 21, 0.9)";

/* Taking back and replaying a cascade, which SQLite refuses while foreign keys are on. */
static void
test_cascade (void)
{
  g_autoptr (VbStoreConnection) connection = open_empty ();
  g_autoptr (GBytes) made = record (connection, units);
  g_autoptr (GBytes) removed = record (connection, "DELETE FROM unit WHERE id = 1");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ask (connection, "SELECT count (*) FROM observation"), ==, 0);
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (apply (connection, removed, TRUE, &error));
      g_assert_no_error (error);
      g_assert_cmpint (ask (connection, "SELECT count (*) FROM observation"), ==, 1);
      g_assert_cmpint (ask (connection, "SELECT count (*) FROM target"), ==, 1);
      g_assert_true (apply (connection, removed, FALSE, &error));
      g_assert_no_error (error);
      g_assert_cmpint (ask (connection, "SELECT count (*) FROM observation"), ==, 0);
    }
  g_assert_true (apply (connection, removed, TRUE, &error));
  g_assert_true (apply (connection, made, TRUE, &error));
  g_assert_cmpint (ask (connection, "SELECT count (*) FROM unit"), ==, 0);
}

static gboolean
slip (VbStoreConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GBytes) changeset = record (connection, data);

  return vb_changeset_check (connection, changeset, FALSE, error);
}

/* What a change without enforced keys must not leave behind, it does not. */
static void
test_check (void)
{
  static const char *const slips[] = {
    "DELETE FROM unit WHERE id = 1",
    "DELETE FROM observation; DELETE FROM unit WHERE id = 2",
    "UPDATE target SET unit = 4711",
  };
  static const char good[] =
      "DELETE FROM target; DELETE FROM observation; DELETE FROM unit WHERE id = 2";
  g_autoptr (VbStoreConnection) connection = open_empty ();
  g_autoptr (GError) error = NULL;

  run (connection, units);
  for (gsize i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_assert_false (vb_store_transact (connection, VB_STORE_TRANSACT_UNCHECKED, slip,
                                         (gpointer) slips[i], &error));
      g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_true (
      vb_store_transact (connection, VB_STORE_TRANSACT_UNCHECKED, slip, (gpointer) good, &error));
  g_assert_no_error (error);
}

static void
test_touched (void)
{
  g_autoptr (VbStoreConnection) connection = open_empty ();
  g_autoptr (GBytes) made = record (connection, units);
  g_autoptr (GBytes) nothing =
      record (connection, "UPDATE setting SET default_target = default_target");
  g_autoptr (GBytes) small = record (connection, "UPDATE setting SET hidden_demand = 0.1");
  g_autoptr (GBytes) mapping = record (connection, "INSERT INTO mapping VALUES ('a', 'b')");
  g_autoptr (GBytes) garbage = g_bytes_new_static ("garbage", 7);

  g_assert_cmpuint (vb_changeset_get_touched (made), ==,
                    VB_TOUCHED (VB_STORE_TABLE_UNIT) | VB_TOUCHED (VB_STORE_TABLE_OBSERVATION)
                        | VB_TOUCHED (VB_STORE_TABLE_TARGET));
  g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);
  g_assert_cmpuint (vb_changeset_get_touched (small), ==, VB_TOUCHED (VB_STORE_TABLE_SETTING));
  /* A mapping that is remembered is no change of the facts. */
  g_assert_cmpuint (g_bytes_get_size (mapping), ==, 0);
  g_assert_cmpuint (vb_changeset_get_touched (garbage), ==, 0);
}

/* Inserted, changed and deleted rows alike, each once, and of the tables asked for only. */
static void
test_rows (void)
{
  g_autoptr (VbStoreConnection) connection = open_empty ();
  g_autoptr (GBytes) made = record (connection, units);
  g_autoptr (GBytes) changed =
      record (connection, "UPDATE unit SET name = 'V' WHERE id = 2; DELETE FROM target");
  g_autoptr (GBytes) garbage = g_bytes_new_static ("garbage", 7);
  g_autoptr (GArray) in_made = vb_changeset_list_rows (made, VB_TOUCHED (VB_STORE_TABLE_UNIT));
  g_autoptr (GArray) in_changed = vb_changeset_list_rows (
      changed, VB_TOUCHED (VB_STORE_TABLE_UNIT) | VB_TOUCHED (VB_STORE_TABLE_TARGET));
  g_autoptr (GArray) in_garbage =
      vb_changeset_list_rows (garbage, VB_TOUCHED (VB_STORE_TABLE_UNIT));

  g_assert_cmpuint (in_made->len, ==, 2);
  g_assert_cmpint (g_array_index (in_made, gint64, 0) + g_array_index (in_made, gint64, 1), ==, 3);
  g_assert_cmpuint (in_changed->len, ==, 2);
  g_assert_cmpint (g_array_index (in_changed, gint64, 0) + g_array_index (in_changed, gint64, 1),
                   ==, 2 + 5);
  g_assert_cmpuint (in_garbage->len, ==, 0);
}

static void
test_concat (void)
{
  g_autoptr (VbStoreConnection) connection = open_empty ();
  g_autoptr (GBytes) there = record (connection, "UPDATE setting SET hidden_demand = 0.1");
  g_autoptr (GBytes) further = record (connection, "UPDATE setting SET hidden_demand = 0.2");
  g_autoptr (GBytes) back = record (connection, "UPDATE setting SET hidden_demand = 0");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) both = vb_changeset_concat (there, further, &error);
  g_autoptr (GBytes) none = vb_changeset_concat (both, back, &error);
  g_autoptr (GBytes) same = vb_changeset_concat (none, there, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);
  g_assert_true (g_bytes_equal (same, there));
  g_assert_true (apply (connection, both, FALSE, &error));
  g_assert_cmpint (ask (connection, "SELECT hidden_demand * 10 FROM setting"), ==, 2);
  g_assert_true (apply (connection, both, TRUE, &error));
  g_assert_cmpint (ask (connection, "SELECT hidden_demand * 10 FROM setting"), ==, 0);
}

/* A document that is not as the changeset left it stays as it is. */
static void
test_conflict (void)
{
  g_autoptr (VbStoreConnection) connection = open_empty ();
  g_autoptr (GBytes) made = record (connection, units);
  g_autoptr (GBytes) change =
      record (connection, "UPDATE target SET value = 0.8; UPDATE observation SET value = 21");
  g_autoptr (GError) error = NULL;

  run (connection, "UPDATE observation SET value = 22");
  g_assert_false (apply (connection, change, TRUE, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (ask (connection, "SELECT value * 10 FROM target"), ==, 8);
  run (connection, "DELETE FROM observation");
  g_assert_false (apply (connection, change, TRUE, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
}

/* Nor may it leave something that refers to nothing. */
static void
test_orphans (void)
{
  static const char *const later[] = {
    "INSERT INTO target (id, unit, measure, value) VALUES (6, 2, 20, 0.9)",
    "INSERT INTO observation VALUES (2, 1, 0, 738001, 20, 1, NULL)",
    "INSERT INTO unit (id, parent, position, kind, name) VALUES (3, 2, 0, 'ward', 'X')",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (later); i++)
    {
      g_autoptr (VbStoreConnection) connection = open_empty ();
      g_autoptr (GBytes) made = record (connection, units);
      g_autoptr (GError) error = NULL;

      run (connection, later[i]);
      g_assert_false (apply (connection, made, TRUE, &error));
      g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
      g_assert_cmpint (ask (connection, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
      g_assert_cmpint (ask (connection, "SELECT count (*) FROM unit"), >=, 2);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/changeset/cascade", test_cascade);
  g_test_add_func ("/store/changeset/check", test_check);
  g_test_add_func ("/store/changeset/touched", test_touched);
  g_test_add_func ("/store/changeset/rows", test_rows);
  g_test_add_func ("/store/changeset/concat", test_concat);
  g_test_add_func ("/store/changeset/conflict", test_conflict);
  g_test_add_func ("/store/changeset/orphans", test_orphans);
  return g_test_run ();
}
