/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schema 3: scenarios and their levers. */
#include "vb-store-private.h"

/* What is said of need and capacity without any lever stands year by year, each side with its own
 * source; a year that is not there is not known. */
static const char scenarios[] =
    "CREATE TABLE scenario ("
    "  id INTEGER PRIMARY KEY CHECK (id > 0),"
    "  unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,"
    "  ready TEXT CHECK (ready <> '')," /* id of the ready scenario that it was made from */
    "  name_sv TEXT CHECK (name_sv <> ''),"
    "  name_en TEXT CHECK (name_en <> ''),"
    "  description_sv TEXT CHECK (description_sv <> ''),"
    "  description_en TEXT CHECK (description_en <> ''),"
    "  notice_sv TEXT CHECK (notice_sv <> ''),"
    "  notice_en TEXT CHECK (notice_en <> ''),"
    "  care_group TEXT NOT NULL CHECK (care_group IN ('somatic', 'icu', 'psychiatric')),"
    "  first_year INTEGER NOT NULL CHECK (first_year BETWEEN 1900 AND 2200),"
    "  last_year INTEGER NOT NULL,"
    "  target_occupancy REAL NOT NULL CHECK (target_occupancy > 0 AND target_occupancy <= 2),"
    "  distribution TEXT NOT NULL CHECK (distribution IN ('triangular', 'pert')),"
    "  draws INTEGER NOT NULL CHECK (draws BETWEEN 1 AND 1000000),"
    "  seed INTEGER NOT NULL,"
    "  CHECK (name_sv IS NOT NULL OR name_en IS NOT NULL),"
    "  CHECK (last_year BETWEEN first_year AND first_year + 60)"
    ") STRICT;"
    "CREATE INDEX scenario_unit ON scenario (unit);"

    "CREATE TABLE scenario_year ("
    "  scenario INTEGER NOT NULL REFERENCES scenario (id) ON DELETE CASCADE,"
    "  side TEXT NOT NULL CHECK (side IN ('capacity', 'need')),"
    "  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2300),"
    "  beds REAL NOT NULL CHECK (beds BETWEEN 0 AND 1e15),"
    "  status TEXT NOT NULL CHECK (status IN ('official', 'derived', 'own')),"
    "  source_sv TEXT CHECK (source_sv <> ''),"
    "  source_en TEXT CHECK (source_en <> ''),"
    "  PRIMARY KEY (scenario, side, year)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE lever ("
    "  id INTEGER PRIMARY KEY CHECK (id > 0),"
    "  scenario INTEGER NOT NULL REFERENCES scenario (id) ON DELETE CASCADE,"
    "  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000000),"
    "  name_sv TEXT CHECK (name_sv <> ''),"
    "  name_en TEXT CHECK (name_en <> ''),"
    "  side TEXT NOT NULL CHECK (side IN ('capacity', 'need')),"
    "  basis TEXT NOT NULL CHECK (basis IN ('beds', 'share')),"
    "  profile TEXT NOT NULL CHECK (profile IN ('step', 'linear', 's-curve', 'front-loaded')),"
    "  one_off INTEGER NOT NULL CHECK (one_off IN (0, 1)),"
    "  low REAL NOT NULL CHECK (low BETWEEN -1e15 AND 1e15),"
    "  base REAL NOT NULL,"
    "  high REAL NOT NULL CHECK (high BETWEEN -1e15 AND 1e15),"
    "  influence REAL NOT NULL CHECK (influence BETWEEN 0 AND 1),"
    "  probability REAL NOT NULL CHECK (probability BETWEEN 0 AND 1),"
    "  bed_days REAL CHECK (bed_days BETWEEN 0 AND 1e15),"
    "  overlap INTEGER NOT NULL CHECK (overlap BETWEEN 0 AND 1000000)," /* 0: with none */
    "  start_year INTEGER NOT NULL CHECK (start_year BETWEEN 1900 AND 2300),"
    "  full_year INTEGER NOT NULL CHECK (full_year BETWEEN start_year AND 2300),"
    "  yearly_cost REAL CHECK (yearly_cost BETWEEN -1e15 AND 1e15),"
    "  status TEXT NOT NULL CHECK (status IN ('official', 'derived', 'own')),"
    "  source_sv TEXT CHECK (source_sv <> ''),"
    "  source_en TEXT CHECK (source_en <> ''),"
    "  focus_area INTEGER REFERENCES focus_area (id) ON DELETE SET NULL,"
    "  CHECK (name_sv IS NOT NULL OR name_en IS NOT NULL),"
    "  CHECK (base BETWEEN low AND high)"
    ") STRICT;"
    "CREATE INDEX lever_scenario ON lever (scenario);"
    "CREATE INDEX lever_focus_area ON lever (focus_area);";

gboolean
vb_store_migrate_to_3 (VbStoreConnection *connection, GError **error)
{
  return vb_store_connection_execute (connection, scenarios, error);
}
