/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the table observation_replaced: values of imports that something newer, or a typed
 * value, stands before. */
#pragma once

#include "vb-observation-table.h"

G_BEGIN_DECLS

/* Keeps @row, or forgets the row of its period and import. Inside a transaction. */
gboolean vb_observation_replaced_table_insert (VbStoreConnection *connection,
                                               gint64 unit,
                                               guint16 measure,
                                               VbGrain grain,
                                               const VbObservationRow *row,
                                               GError **error);
gboolean vb_observation_replaced_table_delete (VbStoreConnection *connection,
                                               gint64 unit,
                                               guint16 measure,
                                               VbGrain grain,
                                               const VbObservationRow *row,
                                               GError **error);
/* The value of the newest import. */
gboolean vb_observation_replaced_table_find_newest (VbStoreConnection *connection,
                                                    gint64 unit,
                                                    guint16 measure,
                                                    VbPeriod period,
                                                    gboolean *found,
                                                    VbObservationRow *row,
                                                    GError **error);

G_END_DECLS
