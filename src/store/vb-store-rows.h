/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of single tables have in common: rows read into an array, statements that take an
 * id and nothing else, and columns that more than one table has. */
#pragma once

#include "vb-bilingual.h"
#include "vb-store-statement.h"

G_BEGIN_DECLS

/* How the rows of one array come to be. */
typedef struct
{
  gsize size;           /* of one, in bytes */
  GDestroyNotify clear; /* frees what a row holds, not the row; NULL = nothing */
  /* Fills @row, which is all zeros, from the row that @statement stands on. When it returns FALSE,
   * what it has filled is cleared. */
  gboolean (*read) (VbStoreStatement *statement, gpointer row, GError **error);
} VbStoreRowKind;

/* All rows of the statement @index of @sql, in its order. @id: bound to its parameter 1; 0 = it has
 * none. Owned by the caller. */
GArray *vb_store_rows_read (VbStoreConnection *connection,
                            const VbStoreSql *sql,
                            guint index,
                            gint64 id,
                            const VbStoreRowKind *kind,
                            GError **error);
/* Runs a statement whose only parameter is an id, and that yields no rows: most are DELETE. */
gboolean vb_store_run_with_id (
    VbStoreConnection *connection, const VbStoreSql *sql, guint index, gint64 id, GError **error);

/* Swedish in @column, English in the next one. @text owns the copies. */
void vb_store_statement_read_bilingual (VbStoreStatement *self, int column, VbBilingual *text);
void
vb_store_statement_bind_bilingual (VbStoreStatement *self, int parameter, const VbBilingual *text);

/* Sets @error to VB_ERROR_DAMAGED for a column that holds @what, which no document does (NULL: that
 * holds nothing); returns FALSE. */
gboolean vb_store_fail_damaged (const char *what, GError **error);

G_END_DECLS
