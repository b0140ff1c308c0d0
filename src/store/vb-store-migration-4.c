/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schema 4: the decided plan, what a breakdown holds fast, the population and the care it uses, and
 * what a scenario was made from. */
#include "vb-store-private.h"

/* A plan keeps the figures as they were decided: the scenario may be changed, or removed, after. */
static const char plans[] =
    "CREATE TABLE plan ("
    "  id INTEGER PRIMARY KEY CHECK (id > 0),"
    "  unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,"
    "  care_group TEXT NOT NULL CHECK (care_group IN ('somatic', 'icu', 'psychiatric')),"
    "  name_sv TEXT CHECK (name_sv <> '')," /* of the scenario */
    "  name_en TEXT CHECK (name_en <> ''),"
    "  scenario INTEGER REFERENCES scenario (id) ON DELETE SET NULL,"
    "  decided_day TEXT NOT NULL"
    "    CHECK (decided_day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),"
    "  decided_by TEXT CHECK (decided_by <> ''),"
    "  UNIQUE (unit, care_group),"
    "  CHECK (name_sv IS NOT NULL OR name_en IS NOT NULL)"
    ") STRICT;"
    "CREATE INDEX plan_scenario ON plan (scenario);"

    "CREATE TABLE plan_year ("
    "  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,"
    "  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2300),"
    "  need REAL CHECK (need BETWEEN -1e15 AND 1e15)," /* beds; levers may go past 0 */
    "  capacity REAL CHECK (capacity BETWEEN -1e15 AND 1e15),"
    "  PRIMARY KEY (plan, year)"
    ") STRICT, WITHOUT ROWID;";

/* Beds that a breakdown has to give a unit, and the fewest. */
static const char holds[] =
    "CREATE TABLE breakdown_hold ("
    "  unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,"
    "  care_group TEXT NOT NULL CHECK (care_group IN ('somatic', 'icu', 'psychiatric')),"
    "  locked INTEGER CHECK (locked BETWEEN 0 AND 1000000000),"
    "  minimum INTEGER CHECK (minimum BETWEEN 0 AND 1000000000),"
    "  PRIMARY KEY (unit, care_group),"
    "  CHECK (locked IS NOT NULL OR minimum IS NOT NULL)"
    ") STRICT, WITHOUT ROWID;";

/* age_to is the last age of the group, NULL: and older. */
static const char populations[] =
    "CREATE TABLE population ("
    "  unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,"
    "  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2300),"
    "  sex TEXT NOT NULL CHECK (sex IN ('all', 'women', 'men')),"
    "  age_from INTEGER NOT NULL CHECK (age_from BETWEEN 0 AND 200),"
    "  age_to INTEGER CHECK (age_to BETWEEN age_from AND 200),"
    "  inhabitants REAL NOT NULL CHECK (inhabitants BETWEEN 0 AND 1e15),"
    "  kind TEXT NOT NULL CHECK (kind IN ('outcome', 'projection')),"
    "  source TEXT CHECK (source <> ''),"
    "  PRIMARY KEY (unit, year, sex, age_from)"
    ") STRICT, WITHOUT ROWID;"

    "CREATE TABLE care_use ("
    "  unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,"
    "  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2300),"
    "  sex TEXT NOT NULL CHECK (sex IN ('all', 'women', 'men')),"
    "  age_from INTEGER NOT NULL CHECK (age_from BETWEEN 0 AND 200),"
    "  age_to INTEGER CHECK (age_to BETWEEN age_from AND 200),"
    "  care_group TEXT NOT NULL CHECK (care_group IN ('somatic', 'icu', 'psychiatric')),"
    "  bed_days REAL NOT NULL CHECK (bed_days BETWEEN 0 AND 1e15),"
    "  source TEXT CHECK (source <> ''),"
    "  PRIMARY KEY (unit, year, sex, age_from, care_group)"
    ") STRICT, WITHOUT ROWID;";

/* consumption_change: of bed days per inhabitant, a share a year; NULL = none. */
static const char scenarios[] =
    "ALTER TABLE scenario ADD COLUMN based_on INTEGER REFERENCES scenario (id) ON DELETE SET NULL;"
    "ALTER TABLE scenario ADD COLUMN consumption_change REAL"
    "  CHECK (consumption_change BETWEEN -1 AND 1);"
    "CREATE INDEX scenario_based_on ON scenario (based_on);"
    "ALTER TABLE lever ADD COLUMN action INTEGER REFERENCES action (id) ON DELETE SET NULL;"
    "CREATE INDEX lever_action ON lever (action);";

/* The same for those who look at no scenario. */
static const char settings[] =
    "ALTER TABLE setting ADD COLUMN consumption_change REAL NOT NULL DEFAULT 0"
    "  CHECK (consumption_change BETWEEN -1 AND 1);"
    /* Written out, as the setting of schema 2 is, for the changesets. */
    "UPDATE setting SET consumption_change = 0;";

gboolean
vb_store_migrate_to_4 (VbStoreConnection *connection, GError **error)
{
  return vb_store_connection_execute (connection, plans, error)
         && vb_store_connection_execute (connection, holds, error)
         && vb_store_connection_execute (connection, populations, error)
         && vb_store_connection_execute (connection, scenarios, error)
         && vb_store_connection_execute (connection, settings, error);
}
