/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Swedish holidays, half-days, squeezed days (klämdag) and school breaks. Source: lag (1989:253) om
 * allmänna helgdagar; Easter by Meeus/Jones/Butcher. */
#pragma once

#include "vb-period.h"

G_BEGIN_DECLS

typedef enum
{
  VB_DAY_KIND_ORDINARY,
  VB_DAY_KIND_HOLIDAY, /* public holidays, with julafton, midsommarafton and nyårsafton */
  VB_DAY_KIND_HALF,    /* trettondagsafton, skärtorsdag, valborg, day before Ascension … */
  VB_DAY_KIND_SQUEEZED,
} VbDayKind;

VbDay vb_calendar_get_easter (int year);
VbDayKind vb_calendar_get_day_kind (VbDay day);
gboolean vb_calendar_is_school_break (VbDay day);

G_END_DECLS
