/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the table observation: reading, and values typed by hand. What imports do with it
 * stands in vb-import-plan.h. */
#pragma once

#include "vb-observation-rows.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

/* Appends every grain of one measure of one unit, in order, under @unit_index. */
gboolean vb_observation_table_read_measure (VbStoreConnection *connection,
                                            gint64 unit,
                                            guint32 unit_index,
                                            guint16 measure,
                                            VbObservationRows *rows,
                                            GError **error);

typedef struct
{
  VbDay start;
  double value;
  VbProvenance provenance;
  gint64 import; /* 0 = typed by hand */
} VbObservationRow;

/* One series as an array of VbObservationRow, in order of time. */
GArray *vb_observation_table_read_series (
    VbStoreConnection *connection, gint64 unit, guint16 measure, VbGrain grain, GError **error);

typedef struct
{
  gint64 unit;
  guint16 measure;
  VbGrain grain;
  VbDay first; /* start of its first period … */
  VbDay last;  /* … and of its last */
} VbSeriesRow;

/* Every series there is, as an array of VbSeriesRow, by unit, measure and grain. Costs two seeks a
 * series, not a scan. */
GArray *vb_observation_table_list_series (VbStoreConnection *connection, GError **error);
/* Series, replaced ones included, whose unit is gone: foreign_key_check at the cost of seeks. */
gboolean
vb_observation_table_count_orphans (VbStoreConnection *connection, gint64 *n, GError **error);

/* Puts a typed value before whatever imports say. */
gboolean vb_observation_table_put_typed (VbStoreConnection *connection,
                                         gint64 unit,
                                         guint16 measure,
                                         VbPeriod period,
                                         double value,
                                         VbProvenance provenance,
                                         GError **error);
/* Takes a typed value away and brings back what it stood before. Nothing when there is none. */
gboolean vb_observation_table_remove_typed (
    VbStoreConnection *connection, gint64 unit, guint16 measure, VbPeriod period, GError **error);
/* Tells the imports that their observations of @unit and all below it are about to go. */
gboolean
vb_observation_table_forget_unit (VbStoreConnection *connection, gint64 unit, GError **error);

G_END_DECLS
