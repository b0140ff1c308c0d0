/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-reference-check.h"

#include "vb-observation-table.h"
#include "vb-store-private.h"

#define BIT(name) VB_TOUCHED (VB_STORE_TABLE_##name)
#define BROKEN(table) "(SELECT count (*) FROM pragma_foreign_key_check ('" table "'))"

/* Which tables refer to which, and how to find rows that refer to nothing. Observations are not
 * among them: there are too many to look at each. */
static const struct
{
  VbTouched table;
  VbTouched parents;
  const char *count;
} references[] = {
  { BIT (UNIT), BIT (UNIT) | BIT (IMPORT), "SELECT " BROKEN ("unit") },
  { BIT (IMPORT_PART), BIT (IMPORT) | BIT (UNIT), "SELECT " BROKEN ("import_part") },
  { BIT (IMPORT_PROBLEM), BIT (IMPORT), "SELECT " BROKEN ("import_problem") },
  { BIT (TARGET), BIT (UNIT), "SELECT " BROKEN ("target") },
  { BIT (LADDER), BIT (LADDER),
    "SELECT " BROKEN ("ladder_step") " + " BROKEN ("ladder_area") " + " BROKEN (
        "ladder_area_step") " + " BROKEN ("ladder_statement") },
  { BIT (ASSESSMENT), BIT (UNIT) | BIT (LADDER), "SELECT " BROKEN ("assessment") },
  { BIT (ASSESSMENT_AREA), BIT (ASSESSMENT) | BIT (LADDER), "SELECT " BROKEN ("assessment_area") },
  { BIT (ANSWER), BIT (ASSESSMENT) | BIT (LADDER), "SELECT " BROKEN ("answer") },
  { BIT (FOCUS_MEASURE), BIT (FOCUS_AREA) | BIT (UNIT), "SELECT " BROKEN ("focus_measure") },
  { BIT (FOCUS_OUTCOME), BIT (FOCUS_MEASURE), "SELECT " BROKEN ("focus_outcome") },
  { BIT (ACTION), BIT (UNIT) | BIT (FOCUS_AREA) | BIT (LADDER) | BIT (ASSESSMENT),
    "SELECT " BROKEN ("action") },
  { BIT (DIALOGUE), BIT (UNIT), "SELECT " BROKEN ("dialogue") },
  { BIT (DIALOGUE_ACTION), BIT (DIALOGUE) | BIT (ACTION), "SELECT " BROKEN ("dialogue_action") },
  { BIT (SCENARIO), BIT (UNIT) | BIT (SCENARIO), "SELECT " BROKEN ("scenario") },
  { BIT (SCENARIO_YEAR), BIT (SCENARIO), "SELECT " BROKEN ("scenario_year") },
  { BIT (LEVER), BIT (SCENARIO) | BIT (FOCUS_AREA) | BIT (ACTION), "SELECT " BROKEN ("lever") },
  { BIT (PLAN), BIT (PLAN) | BIT (UNIT) | BIT (SCENARIO),
    "SELECT " BROKEN ("plan") " + " BROKEN ("plan_year") },
  { BIT (BREAKDOWN_HOLD), BIT (UNIT), "SELECT " BROKEN ("breakdown_hold") },
  { BIT (POPULATION), BIT (UNIT), "SELECT " BROKEN ("population") },
  { BIT (CARE_USE), BIT (UNIT), "SELECT " BROKEN ("care_use") },
  { BIT (ACCEPTED_RISK), BIT (UNIT), "SELECT " BROKEN ("accepted_risk") },
  { BIT (CENSUS_VARIATION), BIT (UNIT), "SELECT " BROKEN ("census_variation") },
  { BIT (GAP_LINE), BIT (UNIT), "SELECT " BROKEN ("gap_line") },
};

gboolean
vb_reference_check_touched (VbStoreConnection *connection,
                            VbTouched touched,
                            VbTouched lost,
                            gboolean *intact,
                            GError **error)
{
  const VbTouched observations = BIT (OBSERVATION) | BIT (OBSERVATION_REPLACED);
  gint64 n_broken = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (references) && n_broken == 0; i++)
    if (((touched & references[i].table) || (lost & references[i].parents))
        && !vb_store_connection_read_int64 (connection, references[i].count, &n_broken, error))
      return FALSE;
  if (n_broken == 0 && ((touched & observations) || (lost & BIT (UNIT)))
      && !vb_observation_table_count_orphans (connection, &n_broken, error))
    return FALSE;
  *intact = n_broken == 0;
  return TRUE;
}

/* A series of an import, as import_part has it. */
typedef struct
{
  gint64 unit;
  gint64 measure;
  gint64 grain;
  gint64 import;
} Part;

static Part
read_part (sqlite3_stmt *row)
{
  Part part = { sqlite3_column_int64 (row, 0), sqlite3_column_int64 (row, 1),
                sqlite3_column_int64 (row, 2), sqlite3_column_int64 (row, 3) };

  return part;
}

static gboolean
has_part (sqlite3_stmt *find, const Part *part)
{
  int code;

  sqlite3_bind_int64 (find, 1, part->import);
  sqlite3_bind_int64 (find, 2, part->unit);
  sqlite3_bind_int64 (find, 3, part->measure);
  sqlite3_bind_int64 (find, 4, part->grain);
  code = sqlite3_step (find);
  sqlite3_reset (find);
  return code == SQLITE_ROW;
}

/* Neighbours mostly come from the same import, so one look serves a whole series. */
static int
check_rows (sqlite3_stmt *rows, sqlite3_stmt *find, gboolean *intact)
{
  Part known = { 0 };
  int code;

  while (*intact && (code = sqlite3_step (rows)) == SQLITE_ROW)
    {
      Part part = read_part (rows);

      if (part.import == known.import && part.unit == known.unit && part.measure == known.measure
          && part.grain == known.grain)
        continue;
      *intact = has_part (find, &part);
      known = part;
    }
  return *intact ? code : SQLITE_DONE;
}

static gboolean
check_imports (VbStoreConnection *connection, const char *sql, gboolean *intact, GError **error)
{
  static const char find_sql[] = "SELECT 1 FROM import_part WHERE import = ?1 AND unit = ?2"
                                 " AND measure = ?3 AND grain = ?4";
  sqlite3 *handle = vb_store_connection_get_handle (connection);
  sqlite3_stmt *rows = NULL;
  sqlite3_stmt *find = NULL;
  gboolean done = sqlite3_prepare_v2 (handle, sql, -1, &rows, NULL) == SQLITE_OK
                  && sqlite3_prepare_v2 (handle, find_sql, -1, &find, NULL) == SQLITE_OK
                  && check_rows (rows, find, intact) == SQLITE_DONE;

  if (!done)
    vb_store_connection_fail (connection, error);
  sqlite3_finalize (rows);
  sqlite3_finalize (find);
  return done;
}

gboolean
vb_reference_check_all (VbStoreConnection *connection, gboolean *intact, GError **error)
{
  static const char *const tables[] = {
    "SELECT unit, measure, grain, import FROM observation WHERE import IS NOT NULL",
    "SELECT unit, measure, grain, import FROM observation_replaced",
  };

  if (!vb_reference_check_touched (connection, ~(VbTouched) 0, ~(VbTouched) 0, intact, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (tables) && *intact; i++)
    if (!check_imports (connection, tables[i], intact, error))
      return FALSE;
  return TRUE;
}

static gboolean
drop_orphans (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_store_connection_execute (connection,
                                      "DELETE FROM plan WHERE unit NOT IN (SELECT id FROM unit);"
                                      "DELETE FROM breakdown_hold"
                                      " WHERE unit NOT IN (SELECT id FROM unit);"
                                      "DELETE FROM population"
                                      " WHERE unit NOT IN (SELECT id FROM unit);"
                                      "DELETE FROM care_use"
                                      " WHERE unit NOT IN (SELECT id FROM unit);",
                                      error);
}

gboolean
vb_reference_check_drop_orphans (VbStoreConnection *connection, GError **error)
{
  return vb_store_transact (connection, VB_STORE_TRANSACT_CHECKED, drop_orphans, NULL, error);
}
