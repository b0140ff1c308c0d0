/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VB_TYPE_IMPORT (vb_import_get_type ())
G_DECLARE_FINAL_TYPE (VbImport, vb_import, VB, IMPORT, GObject)

/* One reading of a file. Properties: id, source-name, time, checksum, rows-read, rows-refused,
 * n-observations (living ones). Read-only from outside. */
gint64 vb_import_get_id (VbImport *self);
const char *vb_import_get_source_name (VbImport *self);
gint64 vb_import_get_time (VbImport *self); /* Unix seconds */
const char *vb_import_get_checksum (VbImport *self);
guint vb_import_get_rows_read (VbImport *self);
guint vb_import_get_rows_refused (VbImport *self);
gint64 vb_import_get_n_observations (VbImport *self);

G_END_DECLS
