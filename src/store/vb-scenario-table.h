/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the tables scenario, scenario_year and lever. */
#pragma once

#include "vb-scenario.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  VbScenarioFacts facts;
} VbScenarioRow;

typedef struct
{
  gint64 scenario;
  VbScenarioYear year;
} VbScenarioYearRow;

typedef struct
{
  gint64 id;
  VbLeverFacts facts;
} VbLeverRow;

void vb_scenario_row_clear (VbScenarioRow *self); /* frees the texts, not @self; so the next two */
void vb_scenario_year_row_clear (VbScenarioYearRow *self);
void vb_lever_row_clear (VbLeverRow *self);

/* All scenarios, by name. */
GArray *vb_scenario_table_read (VbStoreConnection *connection, GError **error);
gboolean
vb_scenario_table_insert (VbStoreConnection *connection, const VbScenarioRow *row, GError **error);
gboolean
vb_scenario_table_update (VbStoreConnection *connection, const VbScenarioRow *row, GError **error);
/* With its years and levers. */
gboolean vb_scenario_table_delete (VbStoreConnection *connection, gint64 id, GError **error);

/* All years, by scenario. */
GArray *vb_scenario_table_read_years (VbStoreConnection *connection, GError **error);
gboolean vb_scenario_table_insert_year (VbStoreConnection *connection,
                                        const VbScenarioYearRow *row,
                                        GError **error);

/* In the place of what is said of the year. */
gboolean vb_scenario_table_put_year (VbStoreConnection *connection,
                                     const VbScenarioYearRow *row,
                                     GError **error);

/* All levers, in their order. */
GArray *vb_scenario_table_read_levers (VbStoreConnection *connection, GError **error);
/* After the scenario's others. */
gboolean vb_scenario_table_insert_lever (VbStoreConnection *connection,
                                         const VbLeverRow *row,
                                         GError **error);
/* Where it is in the order. */
gboolean vb_scenario_table_update_lever (VbStoreConnection *connection,
                                         const VbLeverRow *row,
                                         GError **error);
/* Where it stands in the order, from 0. */
gboolean vb_scenario_table_place_lever (VbStoreConnection *connection,
                                        gint64 id,
                                        guint position,
                                        GError **error);
gboolean vb_scenario_table_delete_lever (VbStoreConnection *connection, gint64 id, GError **error);

G_END_DECLS
