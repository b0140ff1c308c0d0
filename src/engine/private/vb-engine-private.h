/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/* To be called before anything of GSL, whose errors otherwise end the program. Cheap, thread-safe.
 */
void vb_engine_init (void);

/* What beds are counted in where parts have to add up to a whole: 2⁻³⁰ is a thousandth of a
 * millionth, and sums of such numbers are exact up to eight million beds. */
#define VB_STEPS_PER_BED 1073741824.0

static inline double
vb_engine_quantize (double beds)
{
  return nearbyint (beds * VB_STEPS_PER_BED) / VB_STEPS_PER_BED;
}

G_END_DECLS
