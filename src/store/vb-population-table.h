/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the tables population and care_use. */
#pragma once

#include "vb-population-facts.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

/* Units that have inhabitants or bed days by age: GArray of gint64, owned by the caller. */
GArray *vb_population_table_read_units (VbStoreConnection *connection, GError **error);
/* All of @unit, sorted; its source is that of the latest year. Owned by the caller. */
VbPopulationFacts *
vb_population_table_read (VbStoreConnection *connection, gint64 unit, GError **error);
/* Inside a transaction: of every year that @facts has inhabitants of, @unit has these and no
 * others; so too for the bed days of a year and care group. */
gboolean vb_population_table_put (VbStoreConnection *connection,
                                  gint64 unit,
                                  const VbPopulationFacts *facts,
                                  GError **error);

G_END_DECLS
