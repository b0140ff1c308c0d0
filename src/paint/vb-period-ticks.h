/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which periods of an axis are named, and how: thinned until the names do not touch. */
#pragma once

#include "vb-period.h"
#include "vb-text.h"

G_BEGIN_DECLS

typedef struct
{
  guint index; /* of the period */
  char *label; /* "jul", "v. 27", "2026" */
  char *year;  /* under the label where the year begins; else NULL */
} VbPeriodTick;

/* Ticks of @n periods of @grain from @start that stand @spacing px apart; an array of VbPeriodTick
 * that frees its texts. Never empty when n > 0. */
GArray *vb_period_ticks_new (VbGrain grain, VbDay start, guint n, double spacing, VbText *text);

G_END_DECLS
