/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-need-years.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-plot.h"
#include "vb-ranking.h"

VbDrawing *
vb_need_years_new (const char *whose, int first_year, const VbNeedYear *years, guint n_years)
{
  VbPlot *plot = vb_plot_new (_ ("How large is the gap over the years?"), whose);
  g_autofree double *need = g_new (double, n_years + 1);
  g_autofree double *capacity = g_new (double, n_years + 1);
  g_autofree double *reference = g_new (double, n_years + 1);
  g_auto (GStrv) details = g_new0 (char *, n_years + 1);
  gboolean any_reference = FALSE;
  guint need_line, capacity_line;

  for (guint i = 0; i < n_years; i++)
    {
      need[i] = years[i].need;
      capacity[i] = years[i].capacity;
      reference[i] = years[i].reference;
      any_reference = any_reference || isfinite (reference[i]);
      /* Translators: who decided on a number, and when */
      details[i] = years[i].decided_by != NULL
                       ? g_strdup_printf (_ ("decided by %s"), years[i].decided_by)
                       : g_strdup ("");
    }
  vb_plot_set_x_periods (plot, VB_GRAIN_YEAR, vb_day_from_ymd (first_year, 1, 1), n_years);
  vb_plot_set_y (plot, _ ("beds"), VB_FORM_KEY);
  need_line = vb_plot_add_line (plot, VB_ROLE_NEED, _ ("Need"), need);
  capacity_line = vb_plot_add_line (plot, VB_ROLE_AVAILABLE, _ ("Available"), capacity);
  vb_plot_set_line_end_label (plot, capacity_line, C_ ("at a line's end", "Available"));
  vb_plot_set_gap (plot, need_line, capacity_line);
  if (any_reference)
    {
      guint line = vb_plot_add_line (plot, VB_ROLE_TARGET, _ ("Reference number"), reference);

      /* Translators: the name at a point in a chart: the reference number of beds; short */
      vb_plot_set_line_end_label (plot, line, C_ ("at a line's end", "Reference"));
      vb_plot_set_line_scattered (plot, line);
      vb_plot_set_line_details (plot, line, (const char *const *) details);
    }
  return VB_DRAWING (plot);
}

typedef struct
{
  const VbNeedSister *sister;
  double share;
  double low;
  double high;
} Place;

/* gap share = (A − N) ÷ N. With A and N each rounded to multiples of r, the true ones lie within
 * r ÷ 2, so the share lies between (A − r/2) ÷ (N + r/2) − 1 and (A + r/2) ÷ (N − r/2) − 1. */
static Place
find_place (const VbNeedSister *sister)
{
  double half = sister->rounding / 2;
  Place place = { sister, NAN, NAN, NAN };

  if (!isfinite (sister->need) || !isfinite (sister->capacity) || !(sister->need > 0))
    return place;
  place.share = sister->capacity / sister->need - 1;
  if (half > 0 && sister->need > half)
    {
      place.low = MAX (sister->capacity - half, 0) / (sister->need + half) - 1;
      place.high = (sister->capacity + half) / (sister->need - half) - 1;
    }
  return place;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  double sa = ((const Place *) a)->share;
  double sb = ((const Place *) b)->share;

  /* What is not known comes last. */
  if (isnan (sa) || isnan (sb))
    return isnan (sa) - isnan (sb);
  return sa < sb ? -1 : sa > sb;
}

VbDrawing *
vb_need_sisters_new (const char *when, const VbNeedSister *sisters, guint n_sisters)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autofree char *subtitle = NULL;
  gboolean rounded = FALSE;
  VbRanking *ranking;

  for (guint i = 0; i < n_sisters; i++)
    {
      Place place = find_place (&sisters[i]);

      rounded = rounded || isfinite (place.low);
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);

  if (rounded)
    /* Translators: %s is a period, "2026"; the whiskers of a chart */
    subtitle = g_strdup_printf (_ ("gap as a share of need, %s; whiskers: rounding"), when);
  else
    subtitle = g_strdup_printf (_ ("gap as a share of need, %s"), when);
  ranking = vb_ranking_new (_ ("Where is the shortage largest?"), subtitle, VB_RANKING_LOLLIPOP,
                            VB_ROLE_SHORTAGE, TRUE);
  vb_ranking_set_columns (ranking, _ ("Unit"), _ ("Gap %"), VB_FORM_PERCENT_1);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      vb_ranking_add (ranking, place->sister->unit, place->sister->name, place->share, place->low,
                      place->high, place->sister->emphasised);
    }
  return VB_DRAWING (ranking);
}
