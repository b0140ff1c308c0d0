/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the table unit. */
#pragma once

#include "vb-store-connection.h"
#include "vb-terms.h"

G_BEGIN_DECLS

/* A tree deeper than this is a mistake or an attack; the rest of the program may recurse. */
#define VB_UNIT_MAX_DEPTH 50

typedef struct
{
  gint64 id;
  gint64 parent; /* 0 for a root */
  gint64 position;
  VbUnitKind kind;
  char *name;
  char *code; /* NULL if none */
  VbCareType care_type;
  double acute_share;
  gint64 import; /* that made it, or 0 */
} VbUnitRow;

/* All units as an array of VbUnitRow, parents before children, siblings in their order.
 * VB_ERROR_DAMAGED when some stand in a circle or too deep. */
GArray *vb_unit_table_read (VbStoreConnection *connection, GError **error);
gboolean vb_unit_table_insert (VbStoreConnection *connection, const VbUnitRow *row, GError **error);
/* Writes all of @row but its import. */
gboolean vb_unit_table_update (VbStoreConnection *connection, const VbUnitRow *row, GError **error);
/* With everything that is below it and says something of it. */
gboolean vb_unit_table_delete (VbStoreConnection *connection, gint64 id, GError **error);
/* The position after the last child of @parent (0: root). */
gboolean vb_unit_table_next_position (VbStoreConnection *connection,
                                      gint64 parent,
                                      gint64 *position,
                                      GError **error);
/* VB_ERROR_INVALID when the tree has become too deep. */
gboolean vb_unit_table_check_depth (VbStoreConnection *connection, GError **error);
/* Deletes the units that import @import made and nothing else refers to, and lets the oldest import
 * that refers to one that stays inherit it. Call when the import's own values and parts are gone.
 */
gboolean
vb_unit_table_release_import (VbStoreConnection *connection, gint64 import, GError **error);

G_END_DECLS
