/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-store-schema.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "vb-reference-check.h"
#include "vb-store-private.h"

/* Bytes of the database header, https://www.sqlite.org/fileformat.html §1.3 */
#define HEADER_SIZE 100
#define HEADER_PAGE_SIZE 16 /* 1 = 65536 */
#define HEADER_WRITE_VERSION 18
#define HEADER_READ_VERSION 19
#define HEADER_CHANGE_COUNTER 24
#define HEADER_PAGE_COUNT 28
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68
#define HEADER_VALID_FOR 92 /* the change counter when the page count was written */

/* Days are GDate Julian day numbers in observation, where there are millions of them (in SQL:
 * date (start + 1721424.5)), and ISO dates elsewhere; times are Unix seconds. The ids of unit,
 * import and target are random 62-bit numbers, so that documents filled in apart can be merged. */
static const char schema_1[] =
    "CREATE TABLE import ("
    "  id INTEGER PRIMARY KEY CHECK (id > 0),"
    "  ordinal INTEGER NOT NULL UNIQUE," /* a later import wins over an earlier one */
    "  time INTEGER NOT NULL,"
    "  source_name TEXT NOT NULL,"
    "  checksum TEXT,"
    "  mapping TEXT,"
    "  rows_read INTEGER NOT NULL CHECK (rows_read >= 0),"
    "  rows_refused INTEGER NOT NULL CHECK (rows_refused >= 0),"
    "  n_observations INTEGER NOT NULL CHECK (n_observations >= 0)" /* not replaced by others */
    ") STRICT;"

    "CREATE TABLE unit ("
    "  id INTEGER PRIMARY KEY CHECK (id > 0),"
    "  parent INTEGER REFERENCES unit (id) ON DELETE CASCADE,"
    "  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000000)," /* among its siblings
                                                                              */
    "  kind TEXT NOT NULL CHECK (kind IN ('nation', 'region', 'hospital', 'department', 'ward',"
    "                                     'clinic', 'theatre')),"
    "  name TEXT NOT NULL CHECK (name <> ''),"
    "  code TEXT CHECK (code <> ''),"
    "  care_type TEXT CHECK (care_type IN ('somatic', 'geriatric', 'icu', 'psychiatric')),"
    "  acute_share REAL CHECK (acute_share BETWEEN 0 AND 1),"
    "  import INTEGER REFERENCES import (id) ON DELETE SET NULL," /* that made it */
    "  CHECK (parent <> id)"
    ") STRICT;"
    "CREATE INDEX unit_parent ON unit (parent);"
    "CREATE INDEX unit_import ON unit (import);"

    /* Which series an import spoke of. It leads from an import to its observations without an index
     * on a column that is the same in a million rows. */
    "CREATE TABLE import_part ("
    "  import INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,"
    "  unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,"
    "  measure INTEGER NOT NULL,"
    "  grain INTEGER NOT NULL,"
    "  first INTEGER NOT NULL,"
    "  last INTEGER NOT NULL CHECK (last >= first),"
    "  PRIMARY KEY (import, unit, measure, grain)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX import_part_unit ON import_part (unit);"

    "CREATE TABLE import_problem ("
    "  import INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,"
    "  ordinal INTEGER NOT NULL,"
    "  kind TEXT NOT NULL,"
    "  extent TEXT NOT NULL,"
    "  source_row INTEGER NOT NULL CHECK (source_row >= 0),"
    "  source_column TEXT,"
    "  value TEXT,"
    "  PRIMARY KEY (import, ordinal)"
    ") STRICT, WITHOUT ROWID;"

    /* The key's order is that of a batch and of a snapshot. import is NULL for a typed value. */
    "CREATE TABLE observation ("
    "  unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,"
    "  measure INTEGER NOT NULL CHECK (measure BETWEEN 1 AND 65535),"
    "  grain INTEGER NOT NULL CHECK (grain BETWEEN 0 AND 4),"
    "  start INTEGER NOT NULL CHECK (start BETWEEN 1 AND 3652059)," /* 9999-12-31 */
    "  value REAL NOT NULL CHECK (value BETWEEN -1e15 AND 1e15),"
    "  provenance INTEGER NOT NULL CHECK (provenance BETWEEN 0 AND 3),"
    "  import INTEGER,"
    "  PRIMARY KEY (unit, measure, grain, start),"
    "  FOREIGN KEY (import, unit, measure, grain) REFERENCES import_part"
    ") STRICT, WITHOUT ROWID;"

    /* Values of imports that a newer import or a typed value stands before. */
    "CREATE TABLE observation_replaced ("
    "  unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,"
    "  measure INTEGER NOT NULL CHECK (measure BETWEEN 1 AND 65535),"
    "  grain INTEGER NOT NULL CHECK (grain BETWEEN 0 AND 4),"
    "  start INTEGER NOT NULL CHECK (start BETWEEN 1 AND 3652059),"
    "  import INTEGER NOT NULL,"
    "  value REAL NOT NULL CHECK (value BETWEEN -1e15 AND 1e15),"
    "  provenance INTEGER NOT NULL CHECK (provenance BETWEEN 0 AND 3),"
    "  PRIMARY KEY (unit, measure, grain, start, import),"
    "  FOREIGN KEY (import, unit, measure, grain) REFERENCES import_part"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE target ("
    "  id INTEGER PRIMARY KEY CHECK (id > 0),"
    "  unit INTEGER REFERENCES unit (id) ON DELETE CASCADE," /* NULL: the whole document */
    "  measure INTEGER NOT NULL CHECK (measure BETWEEN 1 AND 65535),"
    "  care_type TEXT CHECK (care_type IN ('somatic', 'geriatric', 'icu', 'psychiatric')),"
    "  from_day TEXT CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),"
    "  value REAL NOT NULL CHECK (value BETWEEN -1e15 AND 1e15),"
    "  decided_by TEXT CHECK (decided_by <> '')"
    ") STRICT;"
    "CREATE INDEX target_unit ON target (unit);"
    "CREATE UNIQUE INDEX target_key ON target"
    "  (coalesce (unit, 0), measure, coalesce (care_type, ''), coalesce (from_day, ''));"

    "CREATE TABLE mapping ("
    "  header_key TEXT NOT NULL PRIMARY KEY,"
    "  mapping TEXT NOT NULL"
    ") STRICT, WITHOUT ROWID;"

    /* The default target occupancy, 90 %, is our own proposal. */
    "CREATE TABLE setting ("
    "  id INTEGER PRIMARY KEY CHECK (id = 1),"
    "  default_target REAL NOT NULL DEFAULT 0.9 CHECK (default_target > 0 AND default_target <= 2),"
    "  occupied_includes_overcrowded INTEGER NOT NULL DEFAULT 1"
    "    CHECK (occupied_includes_overcrowded IN (0, 1)),"
    "  hidden_demand REAL NOT NULL DEFAULT 0 CHECK (hidden_demand BETWEEN 0 AND 10)"
    ") STRICT;"
    "INSERT INTO setting (id) VALUES (1);";

static gboolean
migrate_to_1 (VbStoreConnection *connection, GError **error)
{
  return vb_store_connection_execute (connection, schema_1, error);
}

/* migrations[n] brings a document from schema n to n + 1; 0 is an empty file. A new schema is a new
 * function at the end, a new VB_STORE_SCHEMA_NUMBER and a stored document of the old one. */
typedef struct
{
  gboolean (*migrate) (VbStoreConnection *connection, GError **error);
  const char *mark; /* sets the number in the same transaction */
} Migration;

static const Migration migrations[] = {
  { migrate_to_1, "PRAGMA user_version = 1" },
  { vb_store_migrate_to_2, "PRAGMA user_version = 2" },
  { vb_store_migrate_to_3, "PRAGMA user_version = 3" },
  { vb_store_migrate_to_4, "PRAGMA user_version = 4" },
  { vb_store_migrate_to_5, "PRAGMA user_version = 5" },
  { vb_store_migrate_to_6, "PRAGMA user_version = 6" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == VB_STORE_SCHEMA_NUMBER);

static gboolean
apply_migration (VbStoreConnection *connection, gpointer data, GError **error)
{
  const Migration *migration = data;

  return migration->migrate (connection, error)
         && vb_store_connection_execute (connection, migration->mark, error);
}

static gboolean
migrate (VbStoreConnection *connection, gint64 from, GError **error)
{
  for (gsize i = (gsize) from; i < G_N_ELEMENTS (migrations); i++)
    if (!vb_store_transact (connection, VB_STORE_TRANSACT_UNCHECKED, apply_migration,
                            (gpointer) &migrations[i], error))
      return FALSE;
  return TRUE;
}

gboolean
vb_store_schema_create (VbStoreConnection *connection, GError **error)
{
  G_STATIC_ASSERT (VB_STORE_APPLICATION_ID == 1449283692);

  return vb_store_connection_execute (connection, "PRAGMA application_id = 1449283692", error)
         && migrate (connection, 0, error);
}

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* SQLite itself pads a file whose last page is cut, and may find nothing wrong with it. */
static gboolean
is_cut_short (const guint8 *header, guint64 size)
{
  guint32 page = (guint32) header[HEADER_PAGE_SIZE] << 8 | header[HEADER_PAGE_SIZE + 1];
  guint32 count = read_big_endian (header + HEADER_PAGE_COUNT);

  /* Programs older than SQLite 3.7 do not keep the count. */
  if (read_big_endian (header + HEADER_CHANGE_COUNTER)
      != read_big_endian (header + HEADER_VALID_FOR))
    return FALSE;
  return size < (guint64) (page == 1 ? 65536 : page) * count;
}

gboolean
vb_store_schema_check_header (
    const guint8 *bytes, gsize n, guint64 size, guint32 *schema, GError **error)
{
  static const char magic[16] = "SQLite format 3";

  if (n < sizeof magic || memcmp (bytes, magic, sizeof magic) != 0)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_A_DOCUMENT,
                           _ ("The file is not a Vårdbalans document"));
      return FALSE;
    }
  if (n < HEADER_SIZE)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_DAMAGED,
                           _ ("The document is damaged: the file is cut short"));
      return FALSE;
    }
  if (read_big_endian (bytes + HEADER_APPLICATION_ID) != VB_STORE_APPLICATION_ID)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_A_DOCUMENT,
                           _ ("The file is a database of another program"));
      return FALSE;
    }
  *schema = read_big_endian (bytes + HEADER_USER_VERSION);
  if (*schema > VB_STORE_SCHEMA_NUMBER)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_TOO_NEW,
                           _ ("The document was made by a newer version of Vårdbalans"));
      return FALSE;
    }
  if (is_cut_short (bytes, size))
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_DAMAGED,
                           _ ("The document is damaged: the file is cut short"));
      return FALSE;
    }
  /* With another write version SQLite would take the file for one that must not be written. */
  if (*schema == 0 || bytes[HEADER_WRITE_VERSION] > 2 || bytes[HEADER_READ_VERSION] > 2)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_DAMAGED,
                           _ ("The document is damaged: its header is wrong"));
      return FALSE;
    }
  return TRUE;
}

/* The first complaint is enough for the message; above it SQLite names the database. */
static gboolean
check_pages (VbStoreConnection *connection, GError **error)
{
  sqlite3_stmt *statement;
  const char *said;
  gboolean good = FALSE;

  if (sqlite3_prepare_v2 (vb_store_connection_get_handle (connection), "PRAGMA quick_check (1)", -1,
                          &statement, NULL)
      != SQLITE_OK)
    return vb_store_connection_fail (connection, error);
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      said = (const char *) sqlite3_column_text (statement, 0);
      good = g_strcmp0 (said, "ok") == 0;
      if (!good)
        {
          const char *line = said != NULL ? strrchr (said, '\n') : NULL;

          g_set_error (error, VB_ERROR, VB_ERROR_DAMAGED, _ ("The document is damaged (%s)"),
                       line != NULL ? line + 1 : said);
        }
    }
  else
    {
      vb_store_connection_fail (connection, error);
    }
  sqlite3_finalize (statement);
  return good;
}

/* All of the schema as one text, in a fixed order. */
static char *
describe_schema (VbStoreConnection *connection, GError **error)
{
  static const char sql[] = "SELECT type, name, tbl_name, sql FROM sqlite_schema"
                            " WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name";
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3_stmt *statement;
  int code;

  if (sqlite3_prepare_v2 (vb_store_connection_get_handle (connection), sql, -1, &statement, NULL)
      != SQLITE_OK)
    {
      vb_store_connection_fail (connection, error);
      return NULL;
    }
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    for (int column = 0; column < 4; column++)
      {
        const char *cell = (const char *) sqlite3_column_text (statement, column);

        g_string_append (text, cell != NULL ? cell : "");
        g_string_append_c (text, '\n');
      }
  if (code != SQLITE_DONE)
    vb_store_connection_fail (connection, error);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* A document has exactly the tables that this program would make: no trigger, no view, no column
 * that someone else thought of. */
static gboolean
compare_schema (VbStoreConnection *connection, GError **error)
{
  g_autoptr (VbStoreConnection) fresh = vb_store_connection_open_memory (error);
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  if (fresh == NULL || !vb_store_schema_create (fresh, error))
    return FALSE;
  expected = describe_schema (fresh, error);
  found = describe_schema (connection, error);
  if (expected == NULL || found == NULL)
    return FALSE;
  if (!g_str_equal (expected, found))
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_DAMAGED,
                           _ ("The document is damaged: its tables are not those of a document"));
      return FALSE;
    }
  return TRUE;
}

gboolean
vb_store_schema_verify (VbStoreConnection *connection, GError **error)
{
  gint64 schema = 0;
  gint64 n_settings = 0;
  gboolean intact;

  if (!check_pages (connection, error)
      || !vb_store_connection_read_int64 (connection, "PRAGMA user_version", &schema, error)
      || !migrate (connection, schema, error) || !compare_schema (connection, error)
      || !vb_reference_check_drop_orphans (connection, error)
      || !vb_reference_check_all (connection, &intact, error)
      || !vb_store_connection_read_int64 (connection, "SELECT count (*) FROM setting", &n_settings,
                                          error))
    return FALSE;
  if (!intact)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_DAMAGED,
                           _ ("The document is damaged: it refers to what is not there"));
      return FALSE;
    }
  if (n_settings != 1)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_DAMAGED,
                           _ ("The document is damaged: it has no settings"));
      return FALSE;
    }
  return TRUE;
}
