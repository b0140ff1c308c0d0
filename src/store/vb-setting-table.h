/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the table setting, which has one row. */
#pragma once

#include "vb-store-connection.h"

G_BEGIN_DECLS

typedef struct
{
  double default_target; /* occupancy, a fraction */
  gboolean occupied_includes_overcrowded;
  double hidden_demand;      /* share of bed days to add */
  guint smallest_group;      /* participants */
  double consumption_change; /* of bed days per inhabitant, a share a year */
} VbSettingRow;

/* Reads and writes the one row. The writing inside a transaction. */
gboolean vb_setting_table_read (VbStoreConnection *connection, VbSettingRow *row, GError **error);
gboolean
vb_setting_table_update (VbStoreConnection *connection, const VbSettingRow *row, GError **error);
/* Whether @value is what a new document has for @setting, a column of the table. */
gboolean vb_setting_table_is_default (VbStoreConnection *connection,
                                      const char *setting,
                                      double value,
                                      gboolean *is_default,
                                      GError **error);

G_END_DECLS
