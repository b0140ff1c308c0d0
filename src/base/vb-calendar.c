/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-calendar.h"

/* Easter Sunday in the Gregorian calendar, by Meeus/Jones/Butcher ("A new approach to Easter",
 * Nature 13, 1876, p. 487). */
VbDay
vb_calendar_get_easter (int year)
{
  int a = year % 19;
  int b = year / 100;
  int c = year % 100;
  int d = b / 4;
  int e = b % 4;
  int f = (b + 8) / 25;
  int g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4;
  int k = c % 4;
  int l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;

  return vb_day_from_ymd (year, n / 31, n % 31 + 1);
}

static gboolean
is_holiday (VbDay day)
{
  int year, month, dayno, weekday, from_easter;

  vb_day_to_ymd (day, &year, &month, &dayno);
  weekday = vb_day_get_weekday (day);

  /* With a fixed date: New Year's Day, Epiphany, 1 May, Christmas Eve to Boxing Day, New Year's
   * Eve. */
  if ((month == 1 && (dayno == 1 || dayno == 6)) || (month == 5 && dayno == 1)
      || (month == 12 && (dayno == 24 || dayno == 25 || dayno == 26 || dayno == 31)))
    return TRUE;

  /* Midsummer Eve and Day: Friday 19–25 and Saturday 20–26 June. All Saints' Day: Saturday
   * 31 October–6 November. */
  if (month == 6
      && ((weekday == 5 && dayno >= 19 && dayno <= 25)
          || (weekday == 6 && dayno >= 20 && dayno <= 26)))
    return TRUE;
  if (weekday == 6 && ((month == 10 && dayno == 31) || (month == 11 && dayno <= 6)))
    return TRUE;

  /* National Day took Whit Monday's place in 2005 (lag 2004:1320). */
  if (year >= 2005 && month == 6 && dayno == 6)
    return TRUE;

  /* Good Friday, Easter Day and Monday, Ascension, Whit Sunday. */
  from_easter = day - vb_calendar_get_easter (year);
  return from_easter == -2 || from_easter == 0 || from_easter == 1 || from_easter == 39
         || from_easter == 49 || (year < 2005 && from_easter == 50);
}

static gboolean
is_half_day (VbDay day)
{
  int year, month, dayno, from_easter;

  vb_day_to_ymd (day, &year, &month, &dayno);

  /* Twelfth Night, Walpurgis Night, the eve of All Saints' Day (Friday 30 October–5 November). */
  if ((month == 1 && dayno == 5) || (month == 4 && dayno == 30))
    return TRUE;
  if (vb_day_get_weekday (day) == 5
      && ((month == 10 && dayno >= 30) || (month == 11 && dayno <= 5)))
    return TRUE;

  /* Maundy Thursday, the day before Ascension. */
  from_easter = day - vb_calendar_get_easter (year);
  return from_easter == -3 || from_easter == 38;
}

VbDayKind
vb_calendar_get_day_kind (VbDay day)
{
  int weekday;

  g_return_val_if_fail (day > VB_DAY_NONE, VB_DAY_KIND_ORDINARY);

  if (is_holiday (day))
    return VB_DAY_KIND_HOLIDAY;
  if (is_half_day (day))
    return VB_DAY_KIND_HALF;

  weekday = vb_day_get_weekday (day);
  if ((weekday == 1 && is_holiday (day + 1)) || (weekday == 5 && is_holiday (day - 1)))
    return VB_DAY_KIND_SQUEEZED;

  return VB_DAY_KIND_ORDINARY;
}

gboolean
vb_calendar_is_school_break (VbDay day)
{
  int year, month, dayno, iso_year, week, from_easter;

  g_return_val_if_fail (day > VB_DAY_NONE, FALSE);

  vb_day_to_ymd (day, &year, &month, &dayno);
  if ((month == 6 && dayno >= 10) || month == 7 || (month == 8 && dayno <= 15)
      || (month == 12 && dayno >= 18) || (month == 1 && dayno <= 6))
    return TRUE;

  vb_day_get_iso_week (day, &iso_year, &week);
  if (week == 8 || week == 44)
    return TRUE;

  from_easter = day - vb_calendar_get_easter (year);
  return from_easter >= 1 && from_easter <= 7;
}
