/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only files of this room see: SQLite itself. */
#pragma once

/* The header shows the session functions only to those who ask. */
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>

#include "vb-store-statement.h"

G_BEGIN_DECLS

/* Asserts that the calling thread owns the connection. */
sqlite3 *vb_store_connection_get_handle (VbStoreConnection *self);
/* Sets @error from what SQLite says about its latest failure on @self; returns FALSE. */
gboolean vb_store_connection_fail (VbStoreConnection *self, GError **error);
/* The same for a result code that belongs to no connection. */
gboolean vb_store_fail (int code, const char *detail, GError **error);
/* The statement itself, for columns of any type. */
sqlite3_stmt *vb_store_statement_get_handle (VbStoreStatement *self);
/* Where the connection's vb_columns table finds its rows. @registered: out, FALSE only the first
 * time, when the caller has yet to register the table. */
gconstpointer *vb_store_connection_get_columns_slot (VbStoreConnection *self, gboolean *registered);

/* Brings a document from schema 1 to 2, inside a transaction. */
gboolean vb_store_migrate_to_2 (VbStoreConnection *connection, GError **error);
/* From 2 to 3, likewise. */
gboolean vb_store_migrate_to_3 (VbStoreConnection *connection, GError **error);
/* From 3 to 4, likewise. */
gboolean vb_store_migrate_to_4 (VbStoreConnection *connection, GError **error);
/* From 4 to 5, likewise. */
gboolean vb_store_migrate_to_5 (VbStoreConnection *connection, GError **error);
/* From 5 to 6, likewise. */
gboolean vb_store_migrate_to_6 (VbStoreConnection *connection, GError **error);

G_END_DECLS
