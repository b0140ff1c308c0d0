/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A prepared statement. Each table file keeps its SQL in an array of literals indexed by an enum;
 * a connection prepares each of them once, and keeps it. Taken with g_autoptr it is reset when it
 * goes out of scope, so that no read transaction is left open. */
#pragma once

#include "vb-period.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

typedef struct _VbStoreStatement VbStoreStatement;

typedef struct
{
  VbStoreTable table;
  guint n;
  const char *const *texts;
} VbStoreSql;

typedef enum
{
  VB_STORE_STEP_ERROR,
  VB_STORE_STEP_ROW,
  VB_STORE_STEP_DONE,
} VbStoreStep;

/* The statement @index of @sql, prepared the first time and lent by the connection; not to be
 * freed, only reset. NULL with @error when SQLite refuses it. */
VbStoreStatement *vb_store_statement_get (VbStoreConnection *connection,
                                          const VbStoreSql *sql,
                                          guint index,
                                          GError **error);
void vb_store_statement_reset (VbStoreStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbStoreStatement, vb_store_statement_reset)

/* Parameters count from 1, as in SQL. A NULL text and a NAN bind NULL. Texts are copied. */
void vb_store_statement_bind_int64 (VbStoreStatement *self, int parameter, gint64 value);
void vb_store_statement_bind_double (VbStoreStatement *self, int parameter, double value);
void vb_store_statement_bind_text (VbStoreStatement *self, int parameter, const char *value);
void vb_store_statement_bind_null (VbStoreStatement *self, int parameter);
/* NULL for 0, which no id is. */
void vb_store_statement_bind_id (VbStoreStatement *self, int parameter, gint64 id);

/* As an ISO date, NULL for VB_DAY_NONE. */
void vb_store_statement_bind_day (VbStoreStatement *self, int parameter, VbDay day);

/* The next row; ERROR with @error set. */
VbStoreStep vb_store_statement_step (VbStoreStatement *self, GError **error);
/* Steps a statement that yields no rows to its end and makes it ready to be bound again. */
gboolean vb_store_statement_run (VbStoreStatement *self, GError **error);

/* Columns count from 0, as in C. NULL reads as 0, NAN and NULL. A text is valid until the next
 * step. */
gint64 vb_store_statement_get_int64 (VbStoreStatement *self, int column);
double vb_store_statement_get_double (VbStoreStatement *self, int column);
const char *vb_store_statement_get_text (VbStoreStatement *self, int column);
/* An ISO date, or VB_DAY_NONE for NULL. VB_ERROR_DAMAGED when there is no such date. */
gboolean
vb_store_statement_get_day (VbStoreStatement *self, int column, VbDay *day, GError **error);

G_END_DECLS
