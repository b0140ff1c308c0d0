/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the table target. */
#pragma once

#include "vb-period.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 unit; /* 0 = the whole document */
  VbMeasureId measure;
  VbCareType care_type; /* NONE = every */
  VbDay from;           /* VB_DAY_NONE = always */
  double value;
  char *decided_by; /* NULL if not said */
} VbTargetRow;

/* All targets as an array of VbTargetRow, by unit, measure, care type and date. */
GArray *vb_target_table_read (VbStoreConnection *connection, GError **error);
/* Writes @row in the place of the target of the same unit, measure, care type and date, which keeps
 * its id, or as a new one. */
gboolean
vb_target_table_put (VbStoreConnection *connection, const VbTargetRow *row, GError **error);
gboolean vb_target_table_delete (VbStoreConnection *connection, gint64 id, GError **error);

G_END_DECLS
