/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether every row refers to rows that are there: what PRAGMA foreign_key_check tells, which would
 * look up each of a million observations. */
#pragma once

#include "vb-store-connection.h"

G_BEGIN_DECLS

/* After a change of the tables in @touched, of which those in @lost lost rows; the key of a row
 * never changes. Only what may have come to refer to nothing is looked at, and observations by
 * seeks: it is their units that are looked for; what imports do with theirs is theirs to do right.
 * @intact: out. */
gboolean vb_reference_check_touched (VbStoreConnection *connection,
                                     VbTouched touched,
                                     VbTouched lost,
                                     gboolean *intact,
                                     GError **error);
/* Every row of a document that comes from elsewhere. */
gboolean vb_reference_check_all (VbStoreConnection *connection, gboolean *intact, GError **error);
/* Deletes plans, holds, populations and bed days of units that are not there. The program once left
 * them behind when it took back an import with its units, and could not open the document again. */
gboolean vb_reference_check_drop_orphans (VbStoreConnection *connection, GError **error);

G_END_DECLS
