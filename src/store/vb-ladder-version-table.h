/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the tables ladder, ladder_step, ladder_area, ladder_area_step and ladder_statement.
 * A ladder is written whole, and never changed. */
#pragma once

#include "vb-ladder.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

/* All ladders (VbLadder) by key and version. VB_ERROR_DAMAGED when one is none. */
GPtrArray *vb_ladder_version_table_read (VbStoreConnection *connection, GError **error);
/* Under vb_ladder_make_id(), with all its parts. */
gboolean
vb_ladder_version_table_insert (VbStoreConnection *connection, VbLadder *ladder, GError **error);
/* With all its parts; VB_ERROR_INVALID while anything refers to it. */
gboolean vb_ladder_version_table_delete (VbStoreConnection *connection, gint64 id, GError **error);

G_END_DECLS
