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

VbDay vb_calendar_get_easter (int year); /* Easter Sunday */
/* A day that is two of these is the first of them, in the order of the list. Ordinary Sundays are
 * ordinary: what a weekday does is not the calendar's matter. Midsummer and All Saints' Day as from
 * 1953, National Day as from 2005. */
VbDayKind vb_calendar_get_day_kind (VbDay day);
/* ISO weeks 8 and 44, the week after Easter Sunday, 10 June–15 August, 18 December–6 January: the
 * most common breaks; each municipality sets its own. */
gboolean vb_calendar_is_school_break (VbDay day);

G_END_DECLS
