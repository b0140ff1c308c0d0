/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-period.h"

#include <locale.h>

static void
assert_iso (VbDay day, const char *expected)
{
  g_autofree char *text = vb_day_to_iso (day);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_format (VbGrain grain, const char *day, gboolean brief, const char *expected)
{
  g_autofree char *text =
      vb_period_format (vb_period_containing (grain, vb_day_from_iso (day)), brief);

  g_assert_cmpstr (text, ==, expected);
}

/* Every day of 1200 years, against GDate. */
static void
test_against_gdate (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1);
  g_assert_cmpint (vb_day_from_ymd (1, 1, 1), ==, g_date_get_julian (&date));

  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1500);
  for (int i = 0; i < 1200 * 366; i++)
    {
      int year, month, dayno, iso_year, week;
      VbDay day = (VbDay) g_date_get_julian (&date);

      vb_day_to_ymd (day, &year, &month, &dayno);
      vb_day_get_iso_week (day, &iso_year, &week);
      if (year != g_date_get_year (&date) || month != (int) g_date_get_month (&date)
          || dayno != g_date_get_day (&date) || vb_day_from_ymd (year, month, dayno) != day
          || vb_day_get_weekday (day) != (int) g_date_get_weekday (&date)
          || week != (int) g_date_get_iso8601_week_of_year (&date))
        g_error ("day %d is taken for %04d-%02d-%02d, week %d", day, year, month, dayno, week);
      g_date_add_days (&date, 1);
    }

  assert_iso (vb_day_from_ymd (9999, 12, 31), "9999-12-31");
}

static void
test_no_such_day (void)
{
  g_assert_cmpint (vb_day_from_ymd (2023, 2, 30), ==, VB_DAY_NONE);
  g_assert_cmpint (vb_day_from_ymd (2023, 2, 29), ==, VB_DAY_NONE);
  g_assert_cmpint (vb_day_from_ymd (1900, 2, 29), ==, VB_DAY_NONE);
  g_assert_cmpint (vb_day_from_ymd (2000, 2, 29), !=, VB_DAY_NONE);
  g_assert_cmpint (vb_day_from_ymd (2024, 2, 29), !=, VB_DAY_NONE);
  g_assert_cmpint (vb_day_from_ymd (2023, 4, 31), ==, VB_DAY_NONE);
  g_assert_cmpint (vb_day_from_ymd (2023, 13, 1), ==, VB_DAY_NONE);
  g_assert_cmpint (vb_day_from_ymd (2023, 0, 1), ==, VB_DAY_NONE);
  g_assert_cmpint (vb_day_from_ymd (2023, 1, 0), ==, VB_DAY_NONE);
  g_assert_cmpint (vb_day_from_ymd (0, 1, 1), ==, VB_DAY_NONE);
  g_assert_cmpint (vb_day_from_ymd (10000, 1, 1), ==, VB_DAY_NONE);
}

static void
test_iso_text (void)
{
  const char *bad[] = { "",           "2024-1-1",    "2024-01-1",  "2024/01/01", "24-01-01",
                        "2024-02-30", "2024-01-01 ", " 2024-01-1", "2024-01",    "2024-01-0x",
                        "-024-01-01", "20240101",    "0000-01-01" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (vb_day_from_iso (bad[i]), ==, VB_DAY_NONE);

  assert_iso (vb_day_from_iso ("2024-02-29"), "2024-02-29");
  assert_iso (vb_day_from_iso ("0001-01-01"), "0001-01-01");
}

static void
assert_week (const char *day, int expected_year, int expected_week)
{
  int year, week;

  vb_day_get_iso_week (vb_day_from_iso (day), &year, &week);
  g_assert_cmpint (year, ==, expected_year);
  g_assert_cmpint (week, ==, expected_week);
}

static void
test_iso_weeks (void)
{
  assert_week ("2021-01-03", 2020, 53);
  assert_week ("2021-01-04", 2021, 1);
  assert_week ("2024-12-30", 2025, 1);
  assert_week ("2026-12-31", 2026, 53);
  assert_week ("2027-01-03", 2026, 53);
  assert_week ("2023-01-01", 2022, 52);
}

static void
assert_floor (VbGrain grain, const char *day, const char *expected)
{
  assert_iso (vb_grain_floor (grain, vb_day_from_iso (day)), expected);
}

static void
test_floor (void)
{
  assert_floor (VB_GRAIN_DAY, "2024-05-17", "2024-05-17");
  assert_floor (VB_GRAIN_WEEK, "2024-05-17", "2024-05-13");
  assert_floor (VB_GRAIN_WEEK, "2024-05-13", "2024-05-13");
  assert_floor (VB_GRAIN_WEEK, "2027-01-03", "2026-12-28");
  assert_floor (VB_GRAIN_MONTH, "2024-02-29", "2024-02-01");
  assert_floor (VB_GRAIN_QUARTER, "2024-05-17", "2024-04-01");
  assert_floor (VB_GRAIN_QUARTER, "2024-12-31", "2024-10-01");
  assert_floor (VB_GRAIN_YEAR, "2024-12-31", "2024-01-01");
}

/* Add and distance undo each other, and periods leave no day out. */
static void
test_add_and_distance (void)
{
  VbDay origin = vb_day_from_iso ("2019-11-20");

  for (VbGrain grain = VB_GRAIN_DAY; grain <= VB_GRAIN_YEAR; grain++)
    {
      VbDay from = vb_grain_floor (grain, origin);

      for (int n = -150; n <= 150; n++)
        {
          VbDay to = vb_grain_add (grain, from, n);

          g_assert_cmpint (vb_grain_distance (grain, from, to), ==, n);
          g_assert_cmpint (vb_grain_floor (grain, to), ==, to);
          g_assert_cmpint (vb_grain_floor (grain, vb_grain_add (grain, to, 1) - 1), ==, to);
        }
    }
}

static void
test_period (void)
{
  VbPeriod period = vb_period_containing (VB_GRAIN_MONTH, vb_day_from_iso ("2024-02-17"));

  g_assert_cmpint (vb_period_get_n_days (period), ==, 29);
  assert_iso (vb_period_get_end (period), "2024-03-01");
  assert_iso (vb_period_shift (period, -2).start, "2023-12-01");
  g_assert_cmpint (
      vb_period_get_n_days (vb_period_containing (VB_GRAIN_YEAR, vb_day_from_iso ("1900-05-05"))),
      ==, 365);
  g_assert_cmpint (vb_period_get_n_days (
                       vb_period_containing (VB_GRAIN_QUARTER, vb_day_from_iso ("2024-01-31"))),
                   ==, 91);
}

static void
test_format (void)
{
  g_autofree char *day = vb_day_format (vb_day_from_iso ("2026-10-31"));

  g_assert_cmpstr (day, ==, "31 Oct 2026");
  assert_format (VB_GRAIN_DAY, "2026-07-03", FALSE, "3 Jul 2026");
  assert_format (VB_GRAIN_DAY, "2026-07-03", TRUE, "3 Jul");
  assert_format (VB_GRAIN_WEEK, "2026-12-31", FALSE, "Week 53 2026");
  assert_format (VB_GRAIN_WEEK, "2024-12-31", FALSE, "Week 1 2025");
  assert_format (VB_GRAIN_WEEK, "2026-12-31", TRUE, "Week 53");
  assert_format (VB_GRAIN_MONTH, "2026-07-03", FALSE, "Jul 2026");
  assert_format (VB_GRAIN_MONTH, "2026-07-03", TRUE, "Jul");
  assert_format (VB_GRAIN_QUARTER, "2026-07-03", FALSE, "Q3 2026");
  assert_format (VB_GRAIN_QUARTER, "2026-07-03", TRUE, "Q3");
  assert_format (VB_GRAIN_YEAR, "2026-07-03", FALSE, "2026");
  assert_format (VB_GRAIN_YEAR, "2026-07-03", TRUE, "2026");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/period/against-gdate", test_against_gdate);
  g_test_add_func ("/base/period/no-such-day", test_no_such_day);
  g_test_add_func ("/base/period/iso-text", test_iso_text);
  g_test_add_func ("/base/period/iso-weeks", test_iso_weeks);
  g_test_add_func ("/base/period/floor", test_floor);
  g_test_add_func ("/base/period/add-and-distance", test_add_and_distance);
  g_test_add_func ("/base/period/period", test_period);
  g_test_add_func ("/base/period/format", test_format);
  return g_test_run ();
}
