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
  double missing;         /* share of the year's data that is missing; 0 = none */
  gboolean ahead;         /* it has not come about: a scenario says so … */
  gboolean by_population; /* … or the population alone */
} VbNeedYear;

/* Need and available beds over @n_years years from @first_year with the gap between them, and the
 * reference numbers as points. Years of a scenario are told apart. */
VbDrawing *
vb_need_years_new (const char *whose, int first_year, const VbNeedYear *years, guint n_years);

typedef enum
{
  VB_NEED_SISTERS_BY_GAP,  /* gap as a share of need */
  VB_NEED_SISTERS_BY_RATE, /* available beds per 1,000 inhabitants */
} VbNeedSisterOrder;

/* What a sister is ranked by; NAN = missing. The whiskers go from low to high, where these differ.
 */
typedef struct
{
  gint64 unit;
  const char *name;
  double value;
  double low;
  double high;
  gboolean emphasised;
} VbNeedSister;

/* Sister units in the order given, with what rounding leaves uncertain as whiskers. It is a
 * VbRanking with unit ids. @when: "2025". */
VbDrawing *vb_need_sisters_new (const char *when,
                                VbNeedSisterOrder order,
                                const VbNeedSister *sisters,
                                guint n_sisters);

G_END_DECLS
