/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-example-ward.h"

#include "vb-calendar.h"
#include "vb-example-private.h"

#define YEAR 365 /* days, near enough for a trend and a season */

/* Rounds half up; both may be negative, the divisor not. */
static gint64
divide (gint64 number, gint64 by)
{
  gint64 shifted = 2 * number + by;

  return shifted >= 0 ? shifted / (2 * by) : -((-shifted + 2 * by - 1) / (2 * by));
}

/* sin (π x / half) in thousandths for 0 ≤ x ≤ half, at most 2 thousandths wrong: Bhaskara I's
 * rational approximation, 16 x (h − x) / (5 h² − 4 x (h − x)). */
static gint64
half_wave (gint64 x, gint64 half)
{
  gint64 product = x * (half - x);

  return divide (16000 * product, 5 * half * half - 4 * product);
}

/* A cosine over the year with its top in the middle of January. */
static gint64
season_of (VbDay day)
{
  int year, month, dayno;
  gint64 x;

  vb_day_to_ymd (day, &year, &month, &dayno);
  /* In half days, a quarter of a turn ahead, which makes a cosine of the sine. */
  x = (2 * (day - vb_day_from_ymd (year, 1, 15)) + 2 * YEAR + YEAR / 2) % (2 * YEAR);

  return x <= YEAR ? half_wave (x, YEAR) : -half_wave (x - YEAR, YEAR);
}

/* The region's vacancies at the turn of each year, linear between: staff left after the pandemic
 * and came back slowly. */
static gint64
drift_of (VbDay day)
{
  static const gint64 turns[] = { 560, 620, 1180, 1340, 1190, 980, 900 }; /* 2021 … 2027 */
  int year, month, dayno;
  VbDay start;
  gint64 from, to;

  vb_day_to_ymd (day, &year, &month, &dayno);
  year = CLAMP (year, 2021, 2026);
  start = vb_day_from_ymd (year, 1, 1);
  from = turns[year - 2021];
  to = turns[year - 2020];

  return from + divide ((to - from) * (day - start), YEAR + 1);
}

void
_vb_example_day_init (VbExampleDay *self, VbDay day, VbDay first)
{
  VbDayKind kind = vb_calendar_get_day_kind (day);
  int year, month, dayno, iso_year, week;

  vb_day_to_ymd (day, &year, &month, &dayno);
  vb_day_get_iso_week (day, &iso_year, &week);

  self->day = day;
  self->weekday = vb_day_get_weekday (day);
  self->rest = self->weekday >= 6 || kind == VB_DAY_KIND_HOLIDAY;
  self->season = season_of (day);
  self->holiday = kind == VB_DAY_KIND_HOLIDAY ? 1000 : kind == VB_DAY_KIND_ORDINARY ? 0 : 500;
  self->summer = week >= 27 && week <= 32 ? 1000 : week == 26 || week == 33 ? 400 : 0;
  self->vacation = (month == 12 && dayno >= 23) || (month == 1 && dayno <= 6) ? 1000 : 0;
  self->drift = drift_of (day);
  self->years = divide (1000 * (gint64) (day - first), YEAR);
}

void
_vb_example_ward_init (VbExampleWard *self, const VbExampleTraits *traits, guint64 stream)
{
  *self = (VbExampleWard){ .traits = *traits };
  vb_random_init (&self->random, VB_EXAMPLE_SEED, stream);
  self->responsible = divide (traits->census, 1000);
}

/* Beds that are open today: established, less vacancies, less what is closed over weekends, summer
 * and Christmas (the severest of them), less now and then a bed for someone who fell ill. */
static gint64
open_beds (VbExampleWard *self, const VbExampleDay *day)
{
  const VbExampleTraits *traits = &self->traits;
  gint64 staffed, share;

  /* Vacancies change a few times a year, by a bed at a time. */
  if (vb_random_below (&self->random, 75) == 0)
    self->vacancy_shift = (gint64) vb_random_below (&self->random, 3) - 1;

  staffed = traits->beds - divide (traits->beds * traits->vacancy * day->drift, 1000 * 1000)
            - self->vacancy_shift;
  staffed = CLAMP (staffed, 0, traits->beds);

  share = 1000;
  if (day->rest)
    share = traits->rest_day_open;
  share = MIN (share, 1000 - divide ((1000 - traits->summer_open) * day->summer, 1000));
  share = MIN (share, 1000 - divide ((1000 - traits->christmas_open) * day->vacation, 1000));

  staffed = divide (staffed * share, 1000);
  if (staffed > 4 && vb_random_below (&self->random, 100) < 7)
    staffed--;

  return staffed;
}

/* Patients who would be here if there were always room, thousandths of a patient: base × trend ×
 * (season + weekday + holidays + summer + what is left of yesterday's surprise + a new one). */
static gint64
expected_census (VbExampleWard *self, const VbExampleDay *day)
{
  /* Fuller towards the middle of the week, emptiest on Sundays: halves of the amplitude. */
  static const gint64 week[] = { 0, 200, 600, 700, 500, -100, -900, -1000 };
  const VbExampleTraits *traits = &self->traits;
  gint64 share, census;

  self->surprise = divide (self->surprise * traits->memory, 100)
                   + divide (traits->noise * vb_random_normal_permille (&self->random), 1000);

  share = 1000 + divide (traits->season * day->season, 1000)
          + divide (traits->weekday * week[day->weekday], 2 * 1000)
          - divide (traits->holiday * day->holiday, 1000)
          - divide (traits->summer * day->summer, 1000) + self->surprise;
  census = divide (traits->census * (1000 + divide (traits->trend * day->years, 1000)), 1000);

  return divide (census * share, 1000);
}

void
_vb_example_ward_begin_day (VbExampleWard *self, const VbExampleDay *day)
{
  gint64 census;

  self->before = self->responsible;
  self->available = open_beds (self, day);
  census = divide (expected_census (self, day), 1000);
  self->outliers_out = 0;
  self->outliers_in = 0;

  /* A closed ward sends everybody home; an open one is never emptier than six beds in ten. */
  self->responsible = self->available == 0 ? 0 : MAX (census, (6 * self->available + 9) / 10);
}

gint64
_vb_example_ward_get_present (const VbExampleWard *self)
{
  return self->responsible - self->outliers_out + self->outliers_in;
}

/* A share of some patients, rounded up or down at random so that it is right on average. */
static gint64
draw_share (VbRandom *random, gint64 patients, gint64 permille)
{
  gint64 thousandths = patients * permille;

  return thousandths / 1000 + (vb_random_below (random, 1000) < thousandths % 1000);
}

void
_vb_example_ward_end_day (VbExampleWard *self, const VbExampleDay *day)
{
  /* Few go home on weekends, many before them: per cent of the average day. */
  static const gint64 week[] = { 0, 100, 105, 105, 110, 145, 70, 65 };
  const VbExampleTraits *traits = &self->traits;
  gint64 admissions, rate;

  /* Little's law: patients ÷ mean stay leave a day. */
  rate = divide (1000 * 10 * (day->rest ? MIN (week[day->weekday], 70) : week[day->weekday]),
                 100 * traits->stay);
  self->discharges = draw_share (&self->random, self->before, MIN (rate, 1000));
  self->discharges += (gint64) vb_random_below (&self->random, 3) - 1;
  self->discharges = CLAMP (self->discharges, 0, self->before);

  admissions = self->responsible - self->before + self->discharges;
  if (admissions < 0)
    {
      self->discharges -= admissions;
      admissions = 0;
    }

  self->admissions_planned = 0;
  for (gint64 i = 0; i < admissions; i++)
    {
      /* Hardly anybody is asked to come on a day of rest. */
      gint64 planned = day->rest ? (100 - traits->acute) / 6 : 100 - traits->acute;

      self->admissions_planned += vb_random_below (&self->random, 100) < planned;
    }
  self->admissions_acute = admissions - self->admissions_planned;

  self->discharge_ready = draw_share (
      &self->random, self->responsible,
      traits->discharge_ready * (800 + (gint64) vb_random_below (&self->random, 401)) / 1000);
  self->on_leave =
      draw_share (&self->random, self->responsible, traits->on_leave * (day->rest ? 2 : 1));
}
