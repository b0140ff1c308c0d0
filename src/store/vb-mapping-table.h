/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the table mapping: how a file with a given header was read the last time. */
#pragma once

#include "vb-store-connection.h"

G_BEGIN_DECLS

/* @mapping: out, owned by the caller, NULL when there is none. */
gboolean vb_mapping_table_find (VbStoreConnection *connection,
                                const char *header_key,
                                char **mapping,
                                GError **error);
gboolean vb_mapping_table_put (VbStoreConnection *connection,
                               const char *header_key,
                               const char *mapping,
                               GError **error);

G_END_DECLS
