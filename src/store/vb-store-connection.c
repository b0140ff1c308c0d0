/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-store-connection.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "vb-store-private.h"

/* Virtual machine steps between two looks at the cancellable: a millisecond or so. */
#define PROGRESS_STEPS 20000
#define BUSY_TIMEOUT_MS 2000

struct _VbStoreStatement
{
  VbStoreConnection *connection;
  sqlite3_stmt *handle;
};

struct _VbStoreConnection
{
  sqlite3 *handle;
  GThread *owner;
  GCancellable *cancellable;
  gboolean in_transaction;
  gboolean has_columns;
  gconstpointer columns;
  VbStoreStatement *statements[VB_STORE_N_TABLES];
  guint n_statements[VB_STORE_N_TABLES];
};

sqlite3 *
vb_store_connection_get_handle (VbStoreConnection *self)
{
  g_assert (self->owner == g_thread_self ());

  return self->handle;
}

gboolean
vb_store_fail (int code, const char *detail, GError **error)
{
  switch (code & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _ ("The operation was cancelled"));
      break;
    case SQLITE_FULL:
      g_set_error_literal (error, VB_ERROR, VB_ERROR_STORAGE, _ ("The disk is full"));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR: /* our statements are literals: what is wrong is the database */
    case SQLITE_SCHEMA:
    case SQLITE_TOOBIG:
      g_set_error (error, VB_ERROR, VB_ERROR_DAMAGED, _ ("The document is damaged (%s)"), detail);
      break;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
                   _ ("The change would break a rule of the document (%s)"), detail);
      break;
    default:
      g_set_error (error, VB_ERROR, VB_ERROR_STORAGE,
                   _ ("The document could not be read or written (%s)"), detail);
    }
  return FALSE;
}

gboolean
vb_store_connection_fail (VbStoreConnection *self, GError **error)
{
  return vb_store_fail (sqlite3_extended_errcode (self->handle), sqlite3_errmsg (self->handle),
                        error);
}

gconstpointer *
vb_store_connection_get_columns_slot (VbStoreConnection *self, gboolean *registered)
{
  *registered = self->has_columns;
  self->has_columns = TRUE;
  return &self->columns;
}

static int
on_progress (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

void
vb_store_connection_set_cancellable (VbStoreConnection *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->handle, cancellable != NULL ? PROGRESS_STEPS : 0,
                            cancellable != NULL ? on_progress : NULL, cancellable);
}

static VbStoreConnection *
open_connection (const char *path, int flags, const char *pragmas, GError **error)
{
  g_autoptr (VbStoreConnection) self = g_new0 (VbStoreConnection, 1);
  int code;

  self->owner = g_thread_self ();
  code = sqlite3_open_v2 (path, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      vb_store_fail (code, sqlite3_errstr (code), error);
      return NULL;
    }
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  /* A document comes from anywhere: its schema is data, not code to be trusted. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (!vb_store_connection_execute (self,
                                    "PRAGMA trusted_schema = OFF;"
                                    "PRAGMA cell_size_check = ON;",
                                    error)
      || !vb_store_connection_execute (self, pragmas, error))
    return NULL;
  return g_steal_pointer (&self);
}

VbStoreConnection *
vb_store_connection_open (const char *path, VbStoreMode mode, GError **error)
{
  /* WAL with NORMAL: a killed program loses at most the change in progress, and a power cut at most
   * the latest ones; neither breaks the file, and no change waits for the disk. What is deleted
   * need not be overwritten here: a saved document is made by VACUUM INTO and holds no remains. */
  static const char write_pragmas[] = "PRAGMA synchronous = NORMAL;"
                                      "PRAGMA journal_mode = WAL;"
                                      "PRAGMA secure_delete = OFF;"
                                      "PRAGMA cache_size = -8000;"
                                      "PRAGMA foreign_keys = ON;";
  static const char prepare_pragmas[] = "PRAGMA synchronous = OFF;"
                                        "PRAGMA journal_mode = WAL;"
                                        "PRAGMA foreign_keys = ON;";
  static const char read_pragmas[] = "PRAGMA query_only = ON;";

  g_return_val_if_fail (path != NULL, NULL);

  switch (mode)
    {
    case VB_STORE_READ:
      return open_connection (path, SQLITE_OPEN_READONLY, read_pragmas, error);
    case VB_STORE_WRITE:
      return open_connection (path, SQLITE_OPEN_READWRITE, write_pragmas, error);
    case VB_STORE_PREPARE:
      return open_connection (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, prepare_pragmas,
                              error);
    default:
      g_return_val_if_reached (NULL);
    }
}

VbStoreConnection *
vb_store_connection_open_memory (GError **error)
{
  return open_connection (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                          "PRAGMA foreign_keys = ON;", error);
}

void
vb_store_connection_free (VbStoreConnection *self)
{
  for (guint table = 0; table < VB_STORE_N_TABLES; table++)
    {
      for (guint i = 0; i < self->n_statements[table]; i++)
        sqlite3_finalize (self->statements[table][i].handle);
      g_free (self->statements[table]);
    }
  if (self->handle != NULL)
    {
      int code = sqlite3_close (self->handle);

      g_warn_if_fail (code == SQLITE_OK);
    }
  g_clear_object (&self->cancellable);
  g_free (self);
}

gboolean
vb_store_connection_execute (VbStoreConnection *self, const char *sql, GError **error)
{
  if (sqlite3_exec (vb_store_connection_get_handle (self), sql, NULL, NULL, NULL) != SQLITE_OK)
    return vb_store_connection_fail (self, error);
  return TRUE;
}

gboolean
vb_store_connection_read_int64 (VbStoreConnection *self,
                                const char *sql,
                                gint64 *out,
                                GError **error)
{
  sqlite3_stmt *statement;
  int code;

  if (sqlite3_prepare_v2 (vb_store_connection_get_handle (self), sql, -1, &statement, NULL)
      != SQLITE_OK)
    return vb_store_connection_fail (self, error);
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *out = sqlite3_column_int64 (statement, 0);
  else if (code != SQLITE_DONE)
    vb_store_connection_fail (self, error);
  sqlite3_finalize (statement);
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

gint64
vb_store_connection_get_changes (VbStoreConnection *self)
{
  return sqlite3_changes64 (vb_store_connection_get_handle (self));
}

gboolean
vb_store_connection_set_bulk (VbStoreConnection *self, GError **error)
{
  return vb_store_connection_execute (
      self, "PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 0", error);
}

void
vb_store_connection_checkpoint (VbStoreConnection *self)
{
  sqlite3_wal_checkpoint_v2 (vb_store_connection_get_handle (self), NULL,
                             SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

void
vb_store_connection_set_worthless (VbStoreConnection *self)
{
  sqlite3_db_config (vb_store_connection_get_handle (self), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1,
                     NULL);
}

static gboolean
run_transaction (VbStoreConnection *self, VbStoreFunc func, gpointer data, GError **error)
{
  gboolean done;

  if (!vb_store_connection_execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  self->in_transaction = TRUE;
  done = func (self, data, error) && vb_store_connection_execute (self, "COMMIT", error);
  self->in_transaction = FALSE;
  /* A full disk or an interrupt may have rolled back already. */
  if (!done && !sqlite3_get_autocommit (self->handle))
    {
      /* The rollback must not be interrupted by what interrupted the work. */
      sqlite3_progress_handler (self->handle, 0, NULL, NULL);
      if (sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL) != SQLITE_OK)
        g_warning ("ROLLBACK: %s", sqlite3_errmsg (self->handle));
      vb_store_connection_set_cancellable (self, self->cancellable);
    }
  return done;
}

gboolean
vb_store_transact (
    VbStoreConnection *self, VbStoreTransact how, VbStoreFunc func, gpointer data, GError **error)
{
  g_autoptr (GError) restore_error = NULL;
  gboolean done;

  g_return_val_if_fail (!self->in_transaction, FALSE);

  if (how == VB_STORE_TRANSACT_CHECKED)
    return run_transaction (self, func, data, error);

  /* The pragma is deaf inside a transaction, so it stands outside. */
  if (!vb_store_connection_execute (self, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  done = run_transaction (self, func, data, error);
  if (!vb_store_connection_execute (self, "PRAGMA foreign_keys = ON", &restore_error))
    g_warning ("%s", restore_error->message);
  return done;
}

VbStoreStatement *
vb_store_statement_get (VbStoreConnection *connection,
                        const VbStoreSql *sql,
                        guint index,
                        GError **error)
{
  sqlite3 *handle = vb_store_connection_get_handle (connection);
  VbStoreStatement *statement;

  g_assert (index < sql->n);

  if (connection->statements[sql->table] == NULL)
    {
      connection->statements[sql->table] = g_new0 (VbStoreStatement, sql->n);
      connection->n_statements[sql->table] = sql->n;
    }
  statement = &connection->statements[sql->table][index];
  if (statement->handle == NULL)
    {
      statement->connection = connection;
      if (sqlite3_prepare_v3 (handle, sql->texts[index], -1, SQLITE_PREPARE_PERSISTENT,
                              &statement->handle, NULL)
          != SQLITE_OK)
        {
          vb_store_connection_fail (connection, error);
          return NULL;
        }
    }
  g_assert (!sqlite3_stmt_busy (statement->handle));
  return statement;
}

void
vb_store_statement_reset (VbStoreStatement *self)
{
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
}

/* Binding fails only for a parameter that is not there or for want of memory: a slip of ours. */
#define BIND(call)                                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    G_GNUC_UNUSED int code_ = (call);                                                              \
    g_assert (code_ == SQLITE_OK);                                                                 \
  }                                                                                                \
  G_STMT_END

void
vb_store_statement_bind_int64 (VbStoreStatement *self, int parameter, gint64 value)
{
  BIND (sqlite3_bind_int64 (self->handle, parameter, value));
}

void
vb_store_statement_bind_double (VbStoreStatement *self, int parameter, double value)
{
  BIND (sqlite3_bind_double (self->handle, parameter, value)); /* binds NULL for a NAN */
}

void
vb_store_statement_bind_text (VbStoreStatement *self, int parameter, const char *value)
{
  BIND (sqlite3_bind_text (self->handle, parameter, value, -1, SQLITE_TRANSIENT));
}

void
vb_store_statement_bind_null (VbStoreStatement *self, int parameter)
{
  BIND (sqlite3_bind_null (self->handle, parameter));
}

void
vb_store_statement_bind_id (VbStoreStatement *self, int parameter, gint64 id)
{
  if (id == 0)
    vb_store_statement_bind_null (self, parameter);
  else
    vb_store_statement_bind_int64 (self, parameter, id);
}

void
vb_store_statement_bind_day (VbStoreStatement *self, int parameter, VbDay day)
{
  g_autofree char *text = day != VB_DAY_NONE ? vb_day_to_iso (day) : NULL;

  vb_store_statement_bind_text (self, parameter, text);
}

VbStoreStep
vb_store_statement_step (VbStoreStatement *self, GError **error)
{
  switch (sqlite3_step (self->handle))
    {
    case SQLITE_ROW:
      return VB_STORE_STEP_ROW;
    case SQLITE_DONE:
      return VB_STORE_STEP_DONE;
    default:
      vb_store_connection_fail (self->connection, error);
      return VB_STORE_STEP_ERROR;
    }
}

sqlite3_stmt *
vb_store_statement_get_handle (VbStoreStatement *self)
{
  return self->handle;
}

gboolean
vb_store_statement_run (VbStoreStatement *self, GError **error)
{
  VbStoreStep step = vb_store_statement_step (self, error);

  sqlite3_reset (self->handle);
  g_assert (step != VB_STORE_STEP_ROW);
  return step == VB_STORE_STEP_DONE;
}

gint64
vb_store_statement_get_int64 (VbStoreStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

double
vb_store_statement_get_double (VbStoreStatement *self, int column)
{
  if (sqlite3_column_type (self->handle, column) == SQLITE_NULL)
    return NAN;
  return sqlite3_column_double (self->handle, column);
}

const char *
vb_store_statement_get_text (VbStoreStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

gboolean
vb_store_statement_get_day (VbStoreStatement *self, int column, VbDay *day, GError **error)
{
  const char *text = vb_store_statement_get_text (self, column);

  *day = text != NULL ? vb_day_from_iso (text) : VB_DAY_NONE;
  if (text == NULL || *day != VB_DAY_NONE)
    return TRUE;
  g_set_error (error, VB_ERROR, VB_ERROR_DAMAGED, _ ("The document is damaged (%s)"), text);
  return FALSE;
}
