/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Consecutive periods of a series. */
typedef struct
{
  guint first;
  guint n;
  double mean;
  double sum;
} VbStretch;

/* The stretch of at least @min_length consecutive values that are all at least @threshold (in the
 * unit of the values) with the greatest sum; the latest of equals. A NAN ends a stretch: what is
 * not known is not short. FALSE when there is none. */
gboolean vb_stretch_find (
    const double *values, guint n, double threshold, guint min_length, VbStretch *stretch);

G_END_DECLS
