/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Need and gap over the years, and among sisters, for the strategic level. */
#pragma once

#include "vb-drawing.h"

G_BEGIN_DECLS

/* In beds; NAN = missing. */
typedef struct
{
  double need;
  double capacity;
  double reference;       /* the number decided for this year */
  const char *decided_by; /* "regional board, 2025-11-05"; NULL where none is */
} VbNeedYear;

/* Need and available beds over @n_years years from @first_year with the gap between them, and the
 * reference numbers as points. */
VbDrawing *
vb_need_years_new (const char *whose, int first_year, const VbNeedYear *years, guint n_years);

typedef struct
{
  gint64 unit;
  const char *name;
  double need;
  double capacity;
  double rounding; /* both are rounded to multiples of it: 1 = whole beds; 0 = not rounded */
  gboolean emphasised;
} VbNeedSister;

/* The gap of sister units as a share of need, the largest shortage first, with what rounding leaves
 * uncertain as whiskers. It is a VbRanking with unit ids. @when: "2025". */
VbDrawing *vb_need_sisters_new (const char *when, const VbNeedSister *sisters, guint n_sisters);

G_END_DECLS
