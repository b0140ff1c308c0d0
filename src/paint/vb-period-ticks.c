/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-period-ticks.h"

/* A step between ticks: every @every-th period of @grain, counted so that years, quarters … begin
 * on a tick. */
typedef struct
{
  VbGrain grain;
  guint every;
} Level;

static const Level levels[] = {
  { VB_GRAIN_DAY, 1 },   { VB_GRAIN_DAY, 2 },     { VB_GRAIN_WEEK, 1 },    { VB_GRAIN_WEEK, 2 },
  { VB_GRAIN_WEEK, 5 },  { VB_GRAIN_WEEK, 10 },   { VB_GRAIN_MONTH, 1 },   { VB_GRAIN_MONTH, 2 },
  { VB_GRAIN_WEEK, 26 }, { VB_GRAIN_QUARTER, 1 }, { VB_GRAIN_QUARTER, 2 }, { VB_GRAIN_YEAR, 1 },
  { VB_GRAIN_YEAR, 2 },  { VB_GRAIN_YEAR, 5 },    { VB_GRAIN_YEAR, 10 },   { VB_GRAIN_YEAR, 20 },
  { VB_GRAIN_YEAR, 50 },
};

static void
clear_tick (gpointer data)
{
  VbPeriodTick *tick = data;

  g_free (tick->label);
  g_free (tick->year);
}

/* Running number of the @grain period that starts on @start; multiples of a level's @every are its
 * ticks. */
static int
get_ordinal (VbGrain grain, VbDay start)
{
  int year, month, day, week;

  switch (grain)
    {
    case VB_GRAIN_DAY:
      return start;
    case VB_GRAIN_WEEK:
      vb_day_get_iso_week (start, &year, &week);
      return week;
    case VB_GRAIN_MONTH:
      vb_day_to_ymd (start, &year, &month, &day);
      return year * 12 + month - 1;
    case VB_GRAIN_QUARTER:
      vb_day_to_ymd (start, &year, &month, &day);
      return year * 4 + (month - 1) / 3;
    case VB_GRAIN_YEAR:
      vb_day_to_ymd (start, &year, &month, &day);
      return year;
    default:
      g_return_val_if_reached (0);
    }
}

/* Weeks are named by round numbers and days by months; a level finer than the periods has nothing
 * to name. */
static gboolean
suits (const Level *level, VbGrain grain)
{
  if (grain == VB_GRAIN_WEEK)
    return level->grain == VB_GRAIN_WEEK || level->grain == VB_GRAIN_YEAR;
  return level->grain >= grain && !(level->grain == VB_GRAIN_WEEK && level->every > 2);
}

/* Is the period that starts on @start the first whose first day lies in its @level period? */
static gboolean
is_tick (const Level *level, VbGrain grain, VbDay start)
{
  VbDay own = vb_grain_floor (level->grain, start);

  if (get_ordinal (level->grain, own) % (int) level->every != 0)
    return FALSE;
  return own == start || vb_grain_add (grain, start, -1) < own;
}

/* The year that a reader connects with the period: of a week, the ISO year. */
static int
get_year (VbGrain grain, VbDay start)
{
  int year, month, day;

  if (grain == VB_GRAIN_WEEK)
    vb_day_get_iso_week (start, &year, &day);
  else
    vb_day_to_ymd (start, &year, &month, &day);
  return year;
}

static void
append_tick (GArray *ticks, const Level *level, VbGrain grain, guint index, VbDay start, int *year)
{
  VbPeriodTick tick = { .index = index };
  /* Where the level is coarser than the grain, the coarser period gives the name, up to months:
   * "jul" says more than a quarter's number. */
  VbGrain named = level->grain == VB_GRAIN_YEAR ? VB_GRAIN_YEAR
                  : grain == VB_GRAIN_DAY && level->grain == VB_GRAIN_WEEK
                      ? VB_GRAIN_DAY
                      : MAX (grain, MIN (level->grain, VB_GRAIN_MONTH));
  int own;

  own = get_year (named == VB_GRAIN_YEAR ? VB_GRAIN_YEAR : grain, start);

  tick.label = named == VB_GRAIN_YEAR
                   ? g_strdup_printf ("%d", own)
                   : vb_period_format (vb_period_containing (named, start), TRUE);
  if (named != VB_GRAIN_YEAR && own != *year)
    tick.year = g_strdup_printf ("%d", own);
  *year = own;
  g_array_append_val (ticks, tick);
}

static gboolean
ticks_touch (GArray *ticks, double spacing, VbText *text)
{
  double end = -G_MAXDOUBLE;
  double gap = vb_text_get_width (text, VB_TEXT_SMALL, "0");

  for (guint i = 0; i < ticks->len; i++)
    {
      const VbPeriodTick *tick = &g_array_index (ticks, VbPeriodTick, i);
      double width = vb_text_get_width (text, VB_TEXT_SMALL, tick->label);

      if (tick->year != NULL)
        width = MAX (width, vb_text_get_width (text, VB_TEXT_SMALL, tick->year));
      if (tick->index * spacing - width / 2 < end + gap)
        return TRUE;
      end = tick->index * spacing + width / 2;
    }

  return FALSE;
}

GArray *
vb_period_ticks_new (VbGrain grain, VbDay start, guint n, double spacing, VbText *text)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (VbPeriodTick));
  /* Levels of fewer pixels than a digit cannot succeed; trying them would format every day of
   * years. */
  double least = vb_text_get_width (text, VB_TEXT_SMALL, "00");

  g_array_set_clear_func (ticks, clear_tick);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      const Level *level = &levels[i];
      double days = vb_period_get_n_days (vb_period_containing (level->grain, start));
      double own_days = vb_period_get_n_days (vb_period_containing (grain, start));
      gboolean last = i + 1 == G_N_ELEMENTS (levels);
      int year = G_MININT;

      if (!suits (level, grain)
          || (!last && spacing * level->every * days / own_days < least && n > 1))
        continue;
      g_array_set_size (ticks, 0);
      for (guint j = 0; j < n; j++)
        {
          VbDay day = vb_grain_add (grain, start, (int) j);

          if (is_tick (level, grain, day))
            append_tick (ticks, level, grain, j, day, &year);
        }
      if (!ticks_touch (ticks, spacing, text))
        break;
    }

  /* So few periods that no round one is among them: name the first. */
  if (ticks->len == 0 && n > 0)
    {
      Level own = { grain, 1 };
      int year = G_MININT;

      append_tick (ticks, &own, grain, 0, start, &year);
    }

  return ticks;
}
