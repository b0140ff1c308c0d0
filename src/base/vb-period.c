/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-period.h"

#include <glib/gi18n-lib.h>

/* The proleptic Gregorian calendar in integers, not GDate: the aggregation asks for the period of
 * every one of a million days. Years run 1–9999, so that an ISO date always has ten characters. */
#define MAX_YEAR 9999

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
get_days_in_month (int year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && is_leap_year (year));
}

static int
floor_divide (int a, int b)
{
  return a / b - (a % b < 0);
}

/* Days from 0001-01-01, that being 1. Years are counted from March, so that the leap day comes last
 * and the months before it follow the line 30.6 × month. */
static VbDay
days_from_civil (int year, int month, int day)
{
  int y = month > 2 ? year : year - 1;
  int month_from_march = month > 2 ? month - 3 : month + 9;
  int day_of_year = (153 * month_from_march + 2) / 5 + day - 1;

  return 365 * y + y / 4 - y / 100 + y / 400 + day_of_year - 305;
}

VbDay
vb_day_from_ymd (int year, int month, int day)
{
  if (year < 1 || year > MAX_YEAR || month < 1 || month > 12 || day < 1
      || day > get_days_in_month (year, month))
    return VB_DAY_NONE;

  return days_from_civil (year, month, day);
}

void
vb_day_to_ymd (VbDay day, int *year, int *month, int *dayno)
{
  int day_of_era, year_of_era, day_of_year, month_from_march;

  g_return_if_fail (day > VB_DAY_NONE);

  /* Eras of 400 years, each 146,097 days, counted from 0000-03-01 (which is day -305). */
  day_of_era = (day + 305) % 146097;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  month_from_march = (5 * day_of_year + 2) / 153;

  *dayno = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  *month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  *year = year_of_era + (day + 305) / 146097 * 400 + (*month <= 2);
}

VbDay
vb_day_from_iso (const char *text)
{
  int value[3] = { 0, 0, 0 };
  int part = 0;

  g_return_val_if_fail (text != NULL, VB_DAY_NONE);

  for (int i = 0; i < 10; i++)
    {
      if (i == 4 || i == 7)
        {
          if (text[i] != '-')
            return VB_DAY_NONE;
          part++;
        }
      else
        {
          if (!g_ascii_isdigit (text[i]))
            return VB_DAY_NONE;
          value[part] = value[part] * 10 + (text[i] - '0');
        }
    }
  if (text[10] != '\0')
    return VB_DAY_NONE;

  return vb_day_from_ymd (value[0], value[1], value[2]);
}

char *
vb_day_to_iso (VbDay day)
{
  int year, month, dayno;

  g_return_val_if_fail (day > VB_DAY_NONE, NULL);

  vb_day_to_ymd (day, &year, &month, &dayno);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, dayno);
}

static char *
format_day (VbDay day, const char *format)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, dayno;

  vb_day_to_ymd (day, &year, &month, &dayno);
  date = g_date_time_new_utc (year, month, dayno, 0, 0, 0);
  return g_date_time_format (date, format);
}

char *
vb_day_format (VbDay day)
{
  g_return_val_if_fail (day > VB_DAY_NONE, NULL);

  /* Translators: a date, in the notation of g_date_time_format(); Swedish writes %Y-%m-%d */
  return format_day (day, C_ ("date", "%-d %b %Y"));
}

VbDay
vb_day_get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return vb_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                          g_date_time_get_day_of_month (now));
}

int
vb_day_get_weekday (VbDay day)
{
  g_return_val_if_fail (day > VB_DAY_NONE, 0);

  return (day - 1) % 7 + 1; /* 0001-01-01 is a Monday */
}

/* The week belongs to the year that its Thursday is in (ISO 8601). */
void
vb_day_get_iso_week (VbDay day, int *iso_year, int *week)
{
  VbDay thursday;
  int year, month, dayno;

  g_return_if_fail (day > VB_DAY_NONE);

  thursday = day - vb_day_get_weekday (day) + 4;
  vb_day_to_ymd (thursday, &year, &month, &dayno);
  *iso_year = year;
  *week = (thursday - days_from_civil (year, 1, 1)) / 7 + 1;
}

static int
get_months_of_grain (VbGrain grain)
{
  switch (grain)
    {
    case VB_GRAIN_MONTH:
      return 1;
    case VB_GRAIN_QUARTER:
      return 3;
    case VB_GRAIN_YEAR:
      return 12;
    case VB_GRAIN_DAY:
    case VB_GRAIN_WEEK:
    default:
      return 0;
    }
}

VbDay
vb_grain_floor (VbGrain grain, VbDay day)
{
  int year, month, dayno, months;

  g_return_val_if_fail (day > VB_DAY_NONE, VB_DAY_NONE);

  if (grain == VB_GRAIN_DAY)
    return day;
  if (grain == VB_GRAIN_WEEK)
    return day - vb_day_get_weekday (day) + 1;

  months = get_months_of_grain (grain);
  vb_day_to_ymd (day, &year, &month, &dayno);
  return days_from_civil (year, (month - 1) / months * months + 1, 1);
}

VbDay
vb_grain_add (VbGrain grain, VbDay start, int n)
{
  int year, month, dayno, count;

  g_return_val_if_fail (start > VB_DAY_NONE, VB_DAY_NONE);

  if (grain == VB_GRAIN_DAY)
    return start + n;
  if (grain == VB_GRAIN_WEEK)
    return start + 7 * n;

  vb_day_to_ymd (start, &year, &month, &dayno);
  count = year * 12 + month - 1 + n * get_months_of_grain (grain);
  return days_from_civil (count / 12, count % 12 + 1, 1);
}

int
vb_grain_distance (VbGrain grain, VbDay from, VbDay to)
{
  int year, month, dayno, first, last;

  g_return_val_if_fail (from > VB_DAY_NONE && to > VB_DAY_NONE, 0);

  if (grain == VB_GRAIN_DAY)
    return to - from;
  if (grain == VB_GRAIN_WEEK)
    return floor_divide (to - from, 7);

  vb_day_to_ymd (from, &year, &month, &dayno);
  first = year * 12 + month - 1;
  vb_day_to_ymd (to, &year, &month, &dayno);
  last = year * 12 + month - 1;
  return floor_divide (last - first, get_months_of_grain (grain));
}

VbPeriod
vb_period_containing (VbGrain grain, VbDay day)
{
  return (VbPeriod){ grain, vb_grain_floor (grain, day) };
}

VbDay
vb_period_get_end (VbPeriod period)
{
  return vb_grain_add (period.grain, period.start, 1);
}

int
vb_period_get_n_days (VbPeriod period)
{
  return vb_period_get_end (period) - period.start;
}

VbPeriod
vb_period_shift (VbPeriod period, int n)
{
  return (VbPeriod){ period.grain, vb_grain_add (period.grain, period.start, n) };
}

char *
vb_period_format (VbPeriod period, gboolean brief)
{
  int year, month, dayno, week;

  g_return_val_if_fail (period.start > VB_DAY_NONE, NULL);

  switch (period.grain)
    {
    case VB_GRAIN_DAY:
      /* Translators: a day without its year, in the notation of g_date_time_format() */
      return brief ? format_day (period.start, C_ ("date", "%-d %b"))
                   /* Translators: a day, in the notation of g_date_time_format() */
                   : format_day (period.start, C_ ("period", "%-d %b %Y"));

    case VB_GRAIN_WEEK:
      vb_day_get_iso_week (period.start, &year, &week);
      /* Translators: an ISO week without its year; "v. %d" in Swedish */
      return brief ? g_strdup_printf (C_ ("period", "Week %d"), week)
                   /* Translators: an ISO week: its number, its year */
                   : g_strdup_printf (C_ ("period", "Week %1$d %2$d"), week, year);

    case VB_GRAIN_MONTH:
      /* Translators: a month without its year, in the notation of g_date_time_format() */
      return brief ? format_day (period.start, C_ ("period", "%b"))
                   /* Translators: a month, in the notation of g_date_time_format() */
                   : format_day (period.start, C_ ("period", "%b %Y"));

    case VB_GRAIN_QUARTER:
      vb_day_to_ymd (period.start, &year, &month, &dayno);
      /* Translators: a quarter without its year; "kv. %d" in Swedish */
      return brief ? g_strdup_printf (C_ ("period", "Q%d"), (month + 2) / 3)
                   /* Translators: a quarter: its number, its year; "%2$d kv. %1$d" in Swedish */
                   : g_strdup_printf (C_ ("period", "Q%1$d %2$d"), (month + 2) / 3, year);

    case VB_GRAIN_YEAR:
      vb_day_to_ymd (period.start, &year, &month, &dayno);
      return g_strdup_printf ("%d", year);

    default:
      g_return_val_if_reached (NULL);
    }
}
