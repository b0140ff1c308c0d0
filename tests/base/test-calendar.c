/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-calendar.h"

static void
assert_kind (const char *day, VbDayKind expected)
{
  VbDayKind kind = vb_calendar_get_day_kind (vb_day_from_iso (day));

  if (kind != expected)
    g_error ("%s is taken for a day of kind %d, not %d", day, kind, expected);
}

static void
test_easter (void)
{
  const char *days[] = { "1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23",
                         "2011-04-24", "2025-04-20", "2026-04-05", "2027-03-28" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *easter = vb_day_to_iso (vb_calendar_get_easter (atoi (days[i])));

      g_assert_cmpstr (easter, ==, days[i]);
    }
}

static void
test_holidays (void)
{
  const char *holidays[] = { "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-05", "2026-04-06",
                             "2026-05-01", "2026-05-14", "2026-05-24", "2026-06-06", "2026-06-19",
                             "2026-06-20", "2026-10-31", "2026-12-24", "2026-12-25", "2026-12-26",
                             "2026-12-31", "2025-06-21", "2025-11-01", "2027-06-25", "2027-06-26",
                             "2027-11-06", "2004-05-31" };
  const char *ordinary[] = { "2026-01-04", "2026-01-07", "2026-04-07", "2026-05-25", "2026-06-21",
                             "2026-06-27", "2026-11-07", "2026-12-27", "2004-06-07", "2005-05-16" };

  for (gsize i = 0; i < G_N_ELEMENTS (holidays); i++)
    assert_kind (holidays[i], VB_DAY_KIND_HOLIDAY);
  for (gsize i = 0; i < G_N_ELEMENTS (ordinary); i++)
    assert_kind (ordinary[i], VB_DAY_KIND_ORDINARY);
}

/* Each year has thirteen public holidays and three eves; two of them coincide when 6 June is a
 * Whit Sunday, or 1 May Ascension. */
static void
test_holidays_of_a_year (void)
{
  for (int year = 2005; year <= 2060; year++)
    {
      VbDay easter = vb_calendar_get_easter (year);
      int expected = 16;
      int n = 0;

      if (easter + 49 == vb_day_from_ymd (year, 6, 6)
          || easter + 39 == vb_day_from_ymd (year, 5, 1))
        expected--;
      for (VbDay day = vb_day_from_ymd (year, 1, 1); day < vb_day_from_ymd (year + 1, 1, 1); day++)
        n += vb_calendar_get_day_kind (day) == VB_DAY_KIND_HOLIDAY;
      g_assert_cmpint (n, ==, expected);
    }
}

static void
test_half_days (void)
{
  assert_kind ("2026-01-05", VB_DAY_KIND_HALF);
  assert_kind ("2026-04-02", VB_DAY_KIND_HALF);
  assert_kind ("2026-04-30", VB_DAY_KIND_HALF);
  assert_kind ("2026-05-13", VB_DAY_KIND_HALF);
  assert_kind ("2026-10-30", VB_DAY_KIND_HALF);
  assert_kind ("2027-11-05", VB_DAY_KIND_HALF);
}

static void
test_squeezed_days (void)
{
  assert_kind ("2026-01-02", VB_DAY_KIND_SQUEEZED); /* after New Year's Day, a Thursday */
  assert_kind ("2026-05-15", VB_DAY_KIND_SQUEEZED); /* after Ascension */
  assert_kind ("2024-12-23", VB_DAY_KIND_SQUEEZED); /* before Christmas Eve, a Tuesday */
  assert_kind ("2023-06-05", VB_DAY_KIND_SQUEEZED); /* before National Day, a Tuesday */
  assert_kind ("2025-05-02", VB_DAY_KIND_SQUEEZED); /* after 1 May, a Thursday */
  assert_kind ("2024-05-02", VB_DAY_KIND_ORDINARY); /* a Thursday */
  assert_kind ("2026-12-23", VB_DAY_KIND_ORDINARY); /* a Wednesday */
}

static void
assert_break (const char *day, gboolean expected)
{
  if (vb_calendar_is_school_break (vb_day_from_iso (day)) != expected)
    g_error ("%s: school break expected to be %d", day, expected);
}

static void
test_school_breaks (void)
{
  assert_break ("2026-02-15", FALSE);
  assert_break ("2026-02-16", TRUE); /* week 8 */
  assert_break ("2026-02-22", TRUE);
  assert_break ("2026-02-23", FALSE);
  assert_break ("2026-04-05", FALSE);
  assert_break ("2026-04-06", TRUE); /* the week after Easter */
  assert_break ("2026-04-12", TRUE);
  assert_break ("2026-04-13", FALSE);
  assert_break ("2026-06-09", FALSE);
  assert_break ("2026-06-10", TRUE);
  assert_break ("2026-07-15", TRUE);
  assert_break ("2026-08-15", TRUE);
  assert_break ("2026-08-16", FALSE);
  assert_break ("2026-10-26", TRUE); /* week 44 */
  assert_break ("2026-11-02", FALSE);
  assert_break ("2026-12-17", FALSE);
  assert_break ("2026-12-18", TRUE);
  assert_break ("2027-01-06", TRUE);
  assert_break ("2027-01-07", FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/calendar/easter", test_easter);
  g_test_add_func ("/base/calendar/holidays", test_holidays);
  g_test_add_func ("/base/calendar/holidays-of-a-year", test_holidays_of_a_year);
  g_test_add_func ("/base/calendar/half-days", test_half_days);
  g_test_add_func ("/base/calendar/squeezed-days", test_squeezed_days);
  g_test_add_func ("/base/calendar/school-breaks", test_school_breaks);
  return g_test_run ();
}
