/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that are known only to within the rounding of what they were published as. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* low <= value <= high; all NAN when not known. */
typedef struct
{
  double low;
  double value;
  double high;
} VbInterval;

/* A figure that is as it stands. */
VbInterval vb_interval_exact (double value);
/* Beds that a rate per 1,000 inhabitants with @decimals decimals stands for. */
VbInterval vb_interval_from_rate (double rate, int decimals, double population);
/* capacity - need, which are independent of each other. */
VbInterval vb_interval_get_gap (VbInterval capacity, VbInterval need);
/* gap ÷ need; NAN when the need may be 0. */
VbInterval vb_interval_get_gap_share (VbInterval capacity, VbInterval need);

typedef struct
{
  guint index; /* in the array that was ranked */
  guint rank;  /* by value, from 1; equal values share one; 0: not known, and last */
  guint first; /* the rank that it could have at best … */
  guint last;  /* … and at worst, given that any value of each interval could be the true one */
} VbRank;

/* The intervals in order of value, the lowest first (@descending: the highest), equals as listed.
 * The @n rows are freed with g_free(). */
VbRank *vb_interval_rank (const VbInterval *intervals, guint n, gboolean descending);

G_END_DECLS
