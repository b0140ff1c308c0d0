/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the table import_part: the series that an import spoke of. */
#pragma once

#include "vb-store-connection.h"
#include "vb-terms.h"

G_BEGIN_DECLS

/* One series and the stretch of it, both days included, in which an import has values. */
typedef struct
{
  gint64 unit;
  gint64 measure;
  gint64 grain;
  gint64 first;
  gint64 last;
} VbImportPartRow;

/* An array of VbImportPartRow, in the order of the observations. */
GArray *vb_import_part_table_read (VbStoreConnection *connection, gint64 import, GError **error);
gboolean vb_import_part_table_insert (VbStoreConnection *connection,
                                      gint64 import,
                                      const VbImportPartRow *row,
                                      GError **error);
gboolean vb_import_part_table_delete (VbStoreConnection *connection, gint64 import, GError **error);

G_END_DECLS
