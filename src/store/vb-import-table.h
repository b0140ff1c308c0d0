/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the table import. */
#pragma once

#include "vb-store-connection.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 ordinal; /* a later import wins over an earlier one */
  gint64 time;    /* Unix seconds */
  char *source_name;
  char *checksum; /* NULL if none */
  char *mapping;  /* NULL if none */
  gint64 rows_read;
  gint64 rows_refused;
  gint64 n_observations; /* of its values, those that nothing has replaced */
} VbImportRow;

/* All imports as an array of VbImportRow, newest first. */
GArray *vb_import_table_read (VbStoreConnection *connection, GError **error);
gboolean
vb_import_table_insert (VbStoreConnection *connection, const VbImportRow *row, GError **error);
gboolean
vb_import_table_next_ordinal (VbStoreConnection *connection, gint64 *ordinal, GError **error);
gboolean vb_import_table_add_observations (VbStoreConnection *connection,
                                           gint64 id,
                                           gint64 difference,
                                           GError **error);
/* Its parts and problems must be gone. */
gboolean vb_import_table_delete (VbStoreConnection *connection, gint64 id, GError **error);

G_END_DECLS
