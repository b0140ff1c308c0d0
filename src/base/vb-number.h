/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people and files write them. Files of ours always use '.', never the locale. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The minus sign and the sign of a gap are U+2212 and '+'; groups are parted by U+00A0 (sv) or a
 * comma (en). All return a string owned by the caller; a NaN is "–" (missing is not zero). */
char *vb_number_format (double value, int decimals);                   /* 1 234,5 */
char *vb_number_format_signed (double value, int decimals);            /* +12 · −26 · 0 */
char *vb_number_format_percent (double fraction, int decimals);        /* 0.965 → "96,5 %" */
char *vb_number_format_percent_signed (double fraction, int decimals); /* −0.063 → "−6,3 %" */
/* Key figures: at most three meaningful digits below a thousand, whole numbers above. */
char *vb_number_format_key (double value);
char *vb_number_format_key_signed (double value);
/* Shortest text that reads back as the same double, always with '.', for files; "" for NaN. */
char *vb_number_to_file (double value);
/* Reads what a person typed: comma or point as decimal sign, spaces as groups (and the comma,
 * where it is written so), a trailing % divides by 100, U+2212 or '-' as sign. FALSE when it is no
 * number. */
gboolean vb_number_parse_typed (const char *text, double *out);

G_END_DECLS
