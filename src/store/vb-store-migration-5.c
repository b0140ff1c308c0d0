/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schema 5: what a recommended target rests on, and the straight line that gaps are compared with.
 */
#include "vb-store-private.h"

/* What a unit and those below it accept. '' = of a unit that says nothing of its care. */
static const char risks[] =
    "CREATE TABLE accepted_risk ("
    "  unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,"
    "  care_type TEXT NOT NULL"
    "    CHECK (care_type IN ('', 'somatic', 'geriatric', 'icu', 'psychiatric')),"
    "  risk REAL NOT NULL CHECK (risk > 0 AND risk < 1)," /* of more patients than beds */
    "  PRIMARY KEY (unit, care_type)"
    ") STRICT, WITHOUT ROWID;";

/* In the place of what is measured; of the unit alone. */
static const char variations[] =
    "CREATE TABLE census_variation ("
    "  unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,"
    "  care_group TEXT NOT NULL CHECK (care_group IN ('', 'somatic', 'icu', 'psychiatric')),"
    "  variation REAL NOT NULL CHECK (variation > 0 AND variation <= 100)," /* variance ÷ mean */
    "  PRIMARY KEY (unit, care_group)"
    ") STRICT, WITHOUT ROWID;";

/* Gaps in beds, negative is shortage. */
static const char lines[] =
    "CREATE TABLE gap_line ("
    "  unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,"
    "  care_group TEXT NOT NULL CHECK (care_group IN ('', 'somatic', 'icu', 'psychiatric')),"
    "  from_year INTEGER NOT NULL CHECK (from_year BETWEEN 1900 AND 2300),"
    "  from_gap REAL NOT NULL CHECK (from_gap BETWEEN -1e15 AND 1e15),"
    "  to_year INTEGER NOT NULL CHECK (to_year BETWEEN from_year + 1 AND 2300),"
    "  to_gap REAL NOT NULL CHECK (to_gap BETWEEN -1e15 AND 1e15),"
    "  PRIMARY KEY (unit, care_group)"
    ") STRICT, WITHOUT ROWID;";

gboolean
vb_store_migrate_to_5 (VbStoreConnection *connection, GError **error)
{
  return vb_store_connection_execute (connection, risks, error)
         && vb_store_connection_execute (connection, variations, error)
         && vb_store_connection_execute (connection, lines, error);
}
