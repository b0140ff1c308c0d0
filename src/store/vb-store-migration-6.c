/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schema 6: what figures of a population are, as observations say it of theirs. */
#include "vb-store-private.h"

/* VbProvenance; what was imported before was reported. */
#define PROVENANCE                                                                                 \
  " ADD COLUMN provenance INTEGER NOT NULL DEFAULT 1 CHECK (provenance BETWEEN 0 AND 3);"

static const char provenances[] =
    "ALTER TABLE population" PROVENANCE "ALTER TABLE care_use" PROVENANCE;

gboolean
vb_store_migrate_to_6 (VbStoreConnection *connection, GError **error)
{
  return vb_store_connection_execute (connection, provenances, error);
}
