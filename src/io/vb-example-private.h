/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-example.h"

G_BEGIN_DECLS

#define VB_EXAMPLE_SEED G_GUINT64_CONSTANT (0x5642323032362d31)
/* The folder of data/example. */
#define VB_EXAMPLE_RESOURCES "/se/vardbalans/Vardbalans/example/"
#define VB_EXAMPLE_NATION "Riket"
#define VB_EXAMPLE_SOURCE "Region Exempel (påhittade siffror)"
#define VB_EXAMPLE_REGION "Region Exempel (påhittad)"

/* The rows of one of the example's tables, each a GStrv with as many fields as the first row, which
 * is the header. @checksum: NULL, or a checksum to add the table's bytes to. */
GPtrArray *_vb_example_read_table (const char *name, GChecksum *checksum, GError **error);
/* A whole number in a table. */
gboolean _vb_example_read_integer (const char *text, gint64 *out, GError **error);
/* A date in a table; empty is VB_DAY_NONE. */
gboolean _vb_example_read_day (const char *text, VbDay *out, GError **error);

/* Region Exempel from @first to @last. */
VbBatch *_vb_example_simulate_region (VbDay first, VbDay last, GError **error);

G_END_DECLS
