/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-columns-module.h"

#include "vb-store-private.h"

enum
{
  COLUMN_UNIT,
  COLUMN_MEASURE,
  COLUMN_GRAIN,
  COLUMN_START,
  COLUMN_VALUE,
  COLUMN_PROVENANCE,
  COLUMN_FATE,
};

typedef struct
{
  sqlite3_vtab base;
  gconstpointer *slot; /* of the connection: the VbColumnsSource of the moment, or NULL */
} ColumnsTable;

typedef struct
{
  sqlite3_vtab_cursor base;
  gsize run;
  gsize row;
} ColumnsCursor;

static int
columns_connect (sqlite3 *handle,
                 void *data,
                 int n_arguments,
                 const char *const *arguments,
                 sqlite3_vtab **table,
                 char **message)
{
  ColumnsTable *self;
  int code = sqlite3_declare_vtab (
      handle, "CREATE TABLE x (unit, measure, grain, start, value, provenance, fate)");

  if (code != SQLITE_OK)
    return code;
  self = g_new0 (ColumnsTable, 1);
  self->slot = data;
  *table = &self->base;
  return SQLITE_OK;
}

static const VbColumnsSource *
get_source (sqlite3_vtab_cursor *cursor)
{
  return *((ColumnsTable *) cursor->pVtab)->slot;
}

static int
columns_disconnect (sqlite3_vtab *table)
{
  g_free (table);
  return SQLITE_OK;
}

/* Rows come in one order and are read once; there is nothing to choose. */
static int
columns_best_index (sqlite3_vtab *table, sqlite3_index_info *info)
{
  info->estimatedCost = 1e6;
  info->estimatedRows = 1000000;
  return SQLITE_OK;
}

static int
columns_open (sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
  ColumnsCursor *self = g_new0 (ColumnsCursor, 1);

  *cursor = &self->base;
  return SQLITE_OK;
}

static int
columns_close (sqlite3_vtab_cursor *cursor)
{
  g_free (cursor);
  return SQLITE_OK;
}

static int
columns_filter (sqlite3_vtab_cursor *cursor,
                int index,
                const char *index_text,
                int n_arguments,
                sqlite3_value **arguments)
{
  ColumnsCursor *self = (ColumnsCursor *) cursor;
  const VbColumnsSource *source = get_source (cursor);

  self->run = 0;
  self->row = source != NULL && source->n_runs > 0 ? source->runs[0].begin : 0;
  return SQLITE_OK;
}

static int
columns_next (sqlite3_vtab_cursor *cursor)
{
  ColumnsCursor *self = (ColumnsCursor *) cursor;
  const VbColumnsSource *source = get_source (cursor);

  self->row++;
  if (self->row == source->runs[self->run].end && ++self->run < source->n_runs)
    self->row = source->runs[self->run].begin;
  return SQLITE_OK;
}

static int
columns_eof (sqlite3_vtab_cursor *cursor)
{
  const VbColumnsSource *source = get_source (cursor);

  return source == NULL || ((ColumnsCursor *) cursor)->run >= source->n_runs;
}

static int
columns_column (sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
  ColumnsCursor *self = (ColumnsCursor *) cursor;
  const VbColumnsSource *source = get_source (cursor);
  const VbBatchColumns *columns = &source->columns;

  switch (column)
    {
    case COLUMN_UNIT:
      sqlite3_result_int64 (context, source->runs[self->run].unit);
      break;
    case COLUMN_MEASURE:
      sqlite3_result_int (context, columns->measure[self->row]);
      break;
    case COLUMN_GRAIN:
      sqlite3_result_int (context, columns->grain[self->row]);
      break;
    case COLUMN_START:
      sqlite3_result_int (context, columns->start[self->row]);
      break;
    case COLUMN_VALUE:
      sqlite3_result_double (context, columns->value[self->row]);
      break;
    case COLUMN_PROVENANCE:
      sqlite3_result_int (context, columns->provenance[self->row]);
      break;
    case COLUMN_FATE:
      sqlite3_result_int (context, source->fates != NULL ? source->fates[self->row] : VB_FATE_NEW);
      break;
    default:
      g_return_val_if_reached (SQLITE_ERROR);
    }
  return SQLITE_OK;
}

static int
columns_rowid (sqlite3_vtab_cursor *cursor, sqlite3_int64 *rowid)
{
  *rowid = (sqlite3_int64) ((ColumnsCursor *) cursor)->row;
  return SQLITE_OK;
}

/* No xCreate: the table is there without being created, and cannot stand in a schema. */
static const sqlite3_module columns_module = {
  .xConnect = columns_connect,
  .xBestIndex = columns_best_index,
  .xDisconnect = columns_disconnect,
  .xOpen = columns_open,
  .xClose = columns_close,
  .xFilter = columns_filter,
  .xNext = columns_next,
  .xEof = columns_eof,
  .xColumn = columns_column,
  .xRowid = columns_rowid,
};

gboolean
vb_columns_module_set (VbStoreConnection *connection, const VbColumnsSource *source, GError **error)
{
  gboolean registered;
  gconstpointer *slot = vb_store_connection_get_columns_slot (connection, &registered);

  /* Once a connection: prepared statements hold on to the table of the first time. */
  if (!registered
      && sqlite3_create_module (vb_store_connection_get_handle (connection), "vb_columns",
                                &columns_module, slot)
             != SQLITE_OK)
    return vb_store_connection_fail (connection, error);
  *slot = source;
  return TRUE;
}
