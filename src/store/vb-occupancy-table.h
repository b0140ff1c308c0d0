/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the tables accepted_risk and census_variation. */
#pragma once

#include "vb-store-connection.h"
#include "vb-terms.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 unit;
  VbCareType care_type;
  double risk; /* a share; NAN = none is decided */
} VbAcceptedRiskRow;

typedef struct
{
  gint64 unit;
  VbCareGroup group;
  double variation; /* variance ÷ mean; NAN = what is measured holds */
} VbCensusVariationRow;

/* All that are decided, by unit and care type. */
GArray *vb_occupancy_table_read_risks (VbStoreConnection *connection, GError **error);
/* Removes it when it is NAN. */
gboolean vb_occupancy_table_put_risk (VbStoreConnection *connection,
                                      const VbAcceptedRiskRow *row,
                                      GError **error);

/* All that are decided, by unit and care group. */
GArray *vb_occupancy_table_read_variations (VbStoreConnection *connection, GError **error);
/* Removes it when it is NAN. */
gboolean vb_occupancy_table_put_variation (VbStoreConnection *connection,
                                           const VbCensusVariationRow *row,
                                           GError **error);

G_END_DECLS
