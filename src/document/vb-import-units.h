/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-batch.h"
#include "vb-random.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

/* Which unit of the document each unit of a batch is. */
typedef struct
{
  GArray *ids;     /* gint64, by the batch's units */
  GArray *made;    /* of VbUnitRow, to be inserted, parents first */
  GArray *changed; /* of VbUnitRow, which learn a code, care type or acute share */
} VbImportUnits;

/* Matches or invents each unit of @batch; writes nothing. A unit matches one under the same parent
 * with the same code where both have one, else the same name. */
VbImportUnits *vb_import_units_new (
    VbStoreConnection *connection, VbBatch *batch, gint64 import, VbRandom *ids, GError **error);
void vb_import_units_free (VbImportUnits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbImportUnits, vb_import_units_free)
gboolean vb_import_units_write (VbImportUnits *self, VbStoreConnection *connection, GError **error);

G_END_DECLS
