/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include <glib.h>

G_BEGIN_DECLS

/* Whether two figures are the same, two that are missing too. */
static inline gboolean
vb_is_same (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

G_END_DECLS
