/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-import.h"

G_BEGIN_DECLS

/* For the document only. */
VbImport *vb_import_new (gint64 id,
                         const char *source_name,
                         gint64 time,
                         const char *checksum,
                         guint rows_read,
                         guint rows_refused);
void vb_import_set_n_observations (VbImport *self, gint64 n_observations);

G_END_DECLS
