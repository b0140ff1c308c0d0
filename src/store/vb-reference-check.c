/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-reference-check.h"

#include "vb-observation-table.h"
#include "vb-store-private.h"

static const struct
{
  VbStoreTable table;
  const char *count;
} small_tables[] = {
  { VB_STORE_TABLE_UNIT, "SELECT count (*) FROM pragma_foreign_key_check ('unit')" },
  { VB_STORE_TABLE_IMPORT_PART, "SELECT count (*) FROM pragma_foreign_key_check ('import_part')" },
  { VB_STORE_TABLE_IMPORT_PROBLEM,
    "SELECT count (*) FROM pragma_foreign_key_check ('import_problem')" },
  { VB_STORE_TABLE_TARGET, "SELECT count (*) FROM pragma_foreign_key_check ('target')" },
  { VB_STORE_TABLE_LADDER,
    "SELECT (SELECT count (*) FROM pragma_foreign_key_check ('ladder_step'))"
    " + (SELECT count (*) FROM pragma_foreign_key_check ('ladder_area'))"
    " + (SELECT count (*) FROM pragma_foreign_key_check ('ladder_area_step'))"
    " + (SELECT count (*) FROM pragma_foreign_key_check ('ladder_statement'))" },
  { VB_STORE_TABLE_ASSESSMENT, "SELECT count (*) FROM pragma_foreign_key_check ('assessment')" },
  { VB_STORE_TABLE_ASSESSMENT_AREA,
    "SELECT count (*) FROM pragma_foreign_key_check ('assessment_area')" },
  { VB_STORE_TABLE_ANSWER, "SELECT count (*) FROM pragma_foreign_key_check ('answer')" },
  { VB_STORE_TABLE_FOCUS_MEASURE,
    "SELECT count (*) FROM pragma_foreign_key_check ('focus_measure')" },
  { VB_STORE_TABLE_FOCUS_OUTCOME,
    "SELECT count (*) FROM pragma_foreign_key_check ('focus_outcome')" },
  { VB_STORE_TABLE_ACTION, "SELECT count (*) FROM pragma_foreign_key_check ('action')" },
  { VB_STORE_TABLE_DIALOGUE, "SELECT count (*) FROM pragma_foreign_key_check ('dialogue')" },
  { VB_STORE_TABLE_DIALOGUE_ACTION,
    "SELECT count (*) FROM pragma_foreign_key_check ('dialogue_action')" },
  { VB_STORE_TABLE_SCENARIO, "SELECT count (*) FROM pragma_foreign_key_check ('scenario')" },
  { VB_STORE_TABLE_SCENARIO_YEAR,
    "SELECT count (*) FROM pragma_foreign_key_check ('scenario_year')" },
  { VB_STORE_TABLE_LEVER, "SELECT count (*) FROM pragma_foreign_key_check ('lever')" },
  { VB_STORE_TABLE_PLAN, "SELECT (SELECT count (*) FROM pragma_foreign_key_check ('plan'))"
                         " + (SELECT count (*) FROM pragma_foreign_key_check ('plan_year'))" },
  { VB_STORE_TABLE_BREAKDOWN_HOLD,
    "SELECT count (*) FROM pragma_foreign_key_check ('breakdown_hold')" },
  { VB_STORE_TABLE_POPULATION, "SELECT count (*) FROM pragma_foreign_key_check ('population')" },
  { VB_STORE_TABLE_CARE_USE, "SELECT count (*) FROM pragma_foreign_key_check ('care_use')" },
  { VB_STORE_TABLE_ACCEPTED_RISK,
    "SELECT count (*) FROM pragma_foreign_key_check ('accepted_risk')" },
  { VB_STORE_TABLE_CENSUS_VARIATION,
    "SELECT count (*) FROM pragma_foreign_key_check ('census_variation')" },
  { VB_STORE_TABLE_GAP_LINE, "SELECT count (*) FROM pragma_foreign_key_check ('gap_line')" },
};

gboolean
vb_reference_check_touched (VbStoreConnection *connection,
                            VbTouched touched,
                            gboolean *intact,
                            GError **error)
{
  /* When one of these is touched, a row of any table may have lost what it refers to. */
  const VbTouched parents =
      VB_TOUCHED (VB_STORE_TABLE_UNIT) | VB_TOUCHED (VB_STORE_TABLE_IMPORT)
      | VB_TOUCHED (VB_STORE_TABLE_IMPORT_PART) | VB_TOUCHED (VB_STORE_TABLE_LADDER)
      | VB_TOUCHED (VB_STORE_TABLE_ASSESSMENT) | VB_TOUCHED (VB_STORE_TABLE_FOCUS_AREA)
      | VB_TOUCHED (VB_STORE_TABLE_FOCUS_MEASURE) | VB_TOUCHED (VB_STORE_TABLE_ACTION)
      | VB_TOUCHED (VB_STORE_TABLE_DIALOGUE) | VB_TOUCHED (VB_STORE_TABLE_SCENARIO);
  const VbTouched observations =
      VB_TOUCHED (VB_STORE_TABLE_OBSERVATION) | VB_TOUCHED (VB_STORE_TABLE_OBSERVATION_REPLACED);
  gint64 n_broken = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (small_tables) && n_broken == 0; i++)
    if ((touched & (parents | VB_TOUCHED (small_tables[i].table)))
        && !vb_store_connection_read_int64 (connection, small_tables[i].count, &n_broken, error))
      return FALSE;
  if (n_broken == 0 && (touched & (parents | observations))
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

  if (!vb_reference_check_touched (connection, ~(VbTouched) 0, intact, error))
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
