/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From values to places, and the round numbers that an axis names. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A straight map of low..high to start..end (px). A span of nothing maps to the middle. */
typedef struct
{
  double low;
  double high;
  double start;
  double end;
} VbScale;

/* The place (px) of a value, and the value at a place; both go on straight beyond the ends. */
double vb_scale_map (const VbScale *scale, double value);
double vb_scale_invert (const VbScale *scale, double place);

/* Values first, first + step, …: @n of them. */
typedef struct
{
  double first;
  double step;
  guint n;
  int decimals; /* that tell two neighbours apart */
} VbTicks;

/* At most @max (≥ 2) round values (1, 2 or 5 times a power of ten, or 25, 250 … apart) inside
 * low..high. Low and high must be finite; a span of nothing gives one tick. */
void vb_ticks_fit_inside (VbTicks *ticks, double low, double high, guint max);
/* The same, but the first and the last tick lie outside or on low and high, so that the data lie
 * between grid lines; @max ≥ 3. With a span of nothing, room is made on both sides of it. */
void vb_ticks_fit_around (VbTicks *ticks, double low, double high, guint max);
double vb_ticks_get (const VbTicks *ticks, guint index);

G_END_DECLS
