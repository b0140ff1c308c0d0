/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An empty document in memory, and short ways to talk to it. */
#pragma once

#include "vb-store-schema.h"

static inline VbStoreConnection *
open_empty (void)
{
  g_autoptr (GError) error = NULL;
  VbStoreConnection *connection = vb_store_connection_open_memory (&error);

  g_assert_no_error (error);
  g_assert_true (vb_store_schema_create (connection, &error));
  g_assert_no_error (error);
  return connection;
}

static inline void
run (VbStoreConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vb_store_connection_execute (connection, sql, &error));
  g_assert_no_error (error);
}

static inline gint64
ask (VbStoreConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 answer = G_MININT64;

  g_assert_true (vb_store_connection_read_int64 (connection, sql, &answer, &error));
  g_assert_no_error (error);
  return answer;
}

/* For vb_store_transact(): runs the SQL that is its data. */
static inline gboolean
execute (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_store_connection_execute (connection, data, error);
}
