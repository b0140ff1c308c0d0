/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a document, how old documents become new, and what makes a file a document. */
#pragma once

#include "vb-store-connection.h"

G_BEGIN_DECLS

/* "VbPl", at byte 68 of every document. */
#define VB_STORE_APPLICATION_ID 0x5662506c
#define VB_STORE_SCHEMA_NUMBER 6

/* Makes an empty database an empty document. */
gboolean vb_store_schema_create (VbStoreConnection *connection, GError **error);
/* Looks at the first @n bytes of a file of @size bytes: VB_ERROR_NOT_A_DOCUMENT, VB_ERROR_TOO_NEW
 * or VB_ERROR_DAMAGED (cut short). @schema: out, the schema number. */
gboolean vb_store_schema_check_header (
    const guint8 *bytes, gsize n, guint64 size, guint32 *schema, GError **error);
/* Checks the whole document, brings it up to the present schema, each number in a transaction of
 * its own, and checks that its tables are what they should be. VB_ERROR_DAMAGED otherwise. */
gboolean vb_store_schema_verify (VbStoreConnection *connection, GError **error);

G_END_DECLS
