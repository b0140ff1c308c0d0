/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the table action. */
#pragma once

#include "vb-action.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  VbActionFacts facts;
} VbActionRow;

/* All actions as an array of VbActionRow: those with a due day first, by it. */
GArray *vb_action_table_read (VbStoreConnection *connection, GError **error);
gboolean
vb_action_table_insert (VbStoreConnection *connection, const VbActionRow *row, GError **error);
gboolean
vb_action_table_update (VbStoreConnection *connection, const VbActionRow *row, GError **error);
gboolean vb_action_table_delete (VbStoreConnection *connection, gint64 id, GError **error);

G_END_DECLS
