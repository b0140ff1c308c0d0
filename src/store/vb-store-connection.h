/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A connection to one database file, which is always a private working copy or a file about to
 * become one, never the user's own. It belongs to the thread that opened it, and says so when
 * another uses it; work in a thread opens a connection of its own. */
#pragma once

#include <glib-object.h>
#include <gio/gio.h>

#include "vb-error.h"

G_BEGIN_DECLS

typedef struct _VbStoreConnection VbStoreConnection;

typedef enum
{
  VB_STORE_READ,  /* for snapshots; never writes */
  VB_STORE_WRITE, /* the file is there */
  /* For a working copy that holds nobody's work yet, made if it is not there: nothing waits for the
   * disk. */
  VB_STORE_PREPARE,
} VbStoreMode;

/* The tables and other files with SQL of their own, as an index for their prepared statements. */
typedef enum
{
  VB_STORE_TABLE_UNIT,
  VB_STORE_TABLE_TARGET,
  VB_STORE_TABLE_SETTING,
  VB_STORE_TABLE_MAPPING,
  VB_STORE_TABLE_IMPORT,
  VB_STORE_TABLE_IMPORT_PART,
  VB_STORE_TABLE_IMPORT_PROBLEM,
  VB_STORE_TABLE_OBSERVATION,
  VB_STORE_TABLE_OBSERVATION_REPLACED,
  VB_STORE_TABLE_LADDER, /* with its steps, areas and statements */
  VB_STORE_TABLE_ASSESSMENT,
  VB_STORE_TABLE_ASSESSMENT_PLACE,
  VB_STORE_TABLE_ASSESSMENT_AREA,
  VB_STORE_TABLE_ANSWER,
  VB_STORE_TABLE_FOCUS_AREA,
  VB_STORE_TABLE_FOCUS_MEASURE,
  VB_STORE_TABLE_FOCUS_OUTCOME,
  VB_STORE_TABLE_ACTION,
  VB_STORE_TABLE_DIALOGUE,
  VB_STORE_TABLE_DIALOGUE_ACTION,
  VB_STORE_TABLE_SCENARIO,
  VB_STORE_TABLE_SCENARIO_YEAR,
  VB_STORE_TABLE_LEVER,
  VB_STORE_TABLE_PLAN, /* with its years */
  VB_STORE_TABLE_BREAKDOWN_HOLD,
  VB_STORE_TABLE_POPULATION,
  VB_STORE_TABLE_CARE_USE,
  VB_STORE_TABLE_ACCEPTED_RISK,
  VB_STORE_TABLE_CENSUS_VARIATION,
  VB_STORE_TABLE_GAP_LINE,
  VB_STORE_EXCHANGE,
  VB_STORE_EXCHANGE_OBSERVATIONS,
  VB_STORE_IMPORT_PLAN,
  VB_STORE_IMPORT_REMOVAL,
  VB_STORE_N_TABLES,
} VbStoreTable;

/* A bit a table. */
typedef guint VbTouched;
#define VB_TOUCHED(table) (1u << (table))

/* Errors of everything in this room: VB_ERROR_STORAGE (disk full, no permission, I/O error),
 * VB_ERROR_DAMAGED, VB_ERROR_INVALID (a constraint of the schema), G_IO_ERROR_CANCELLED. */
VbStoreConnection *vb_store_connection_open (const char *path, VbStoreMode mode, GError **error);
/* In memory; for comparing schemas and for tests. */
VbStoreConnection *vb_store_connection_open_memory (GError **error);
void vb_store_connection_free (VbStoreConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbStoreConnection, vb_store_connection_free)

/* While set, a statement that runs long is interrupted when @cancellable is cancelled. */
void vb_store_connection_set_cancellable (VbStoreConnection *self, GCancellable *cancellable);

/* @sql is a literal: one or more statements without parameters whose rows are of no interest. */
gboolean vb_store_connection_execute (VbStoreConnection *self, const char *sql, GError **error);
/* First column of the first row of @sql; @out is left alone when there is no row. */
gboolean vb_store_connection_read_int64 (VbStoreConnection *self,
                                         const char *sql,
                                         gint64 *out,
                                         GError **error);
/* Rows that the latest INSERT, UPDATE or DELETE changed. */
gint64 vb_store_connection_get_changes (VbStoreConnection *self);

/* For a connection that lives for one large transaction: a larger cache, and no checkpoint in its
 * midst or right after it. */
gboolean vb_store_connection_set_bulk (VbStoreConnection *self, GError **error);
/* Moves what has been committed from the write-ahead log to the database. Merely housekeeping: a
 * failure is not one of the change, and is left to the next checkpoint. */
void vb_store_connection_checkpoint (VbStoreConnection *self);

/* What it holds is about to be thrown away: nothing waits for the disk any more. */
void vb_store_connection_set_worthless (VbStoreConnection *self);

typedef gboolean (*VbStoreFunc) (VbStoreConnection *connection, gpointer data, GError **error);

typedef enum
{
  VB_STORE_TRANSACT_CHECKED, /* foreign keys are enforced statement by statement */
  /* Foreign keys rest meanwhile, for replaying changesets and for bulk imports, which would pay for
   * them row by row; @func leaves none broken. */
  VB_STORE_TRANSACT_UNCHECKED,
} VbStoreTransact;

/* The only way to write: @func inside BEGIN IMMEDIATE … COMMIT. When it returns FALSE, or the
 * commit fails, nothing has changed. Not nested. */
gboolean vb_store_transact (
    VbStoreConnection *self, VbStoreTransact how, VbStoreFunc func, gpointer data, GError **error);

G_END_DECLS
