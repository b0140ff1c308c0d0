/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Shares @total whole units over @n weights by largest remainder (Hamilton's method): quota_i =
 * total × w_i ÷ Σw, each gets the whole part, what is left goes one by one to the largest
 * remainders, ties to the earlier row. @locked: NULL, or one value per row, negative = free;
 * locked rows keep their number and the rest is shared over the free ones.
 * VB_ERROR_IMPOSSIBLE when locks exceed the total, or when nothing with weight is left to take the
 * rest. Result: @n numbers that add up to @total; caller frees with g_free. */
gint64 *vb_largest_remainder (
    const double *weights, const gint64 *locked, gsize n, gint64 total, GError **error);

G_END_DECLS
