/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-need-years.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-number.h"
#include "vb-plot.h"
#include "vb-ranking.h"

/* A year with less of its data than this is not to be read as the others. */
#define FULL_ENOUGH 0.75

/* Says at a year how little of its data there is; of several in a row at the first one. */
static void
mark_partial (VbPlot *plot, const VbNeedYear *years, guint n_years)
{
  gboolean marked = FALSE;

  for (guint i = 0; i < n_years; i++)
    {
      gboolean partial = years[i].missing > 1 - FULL_ENOUGH;

      if (partial && !marked)
        {
          g_autofree char *share = vb_number_format_percent (1 - years[i].missing, 0);
          /* Translators: stands at a period of a chart; %s is a share, "only 17% of the days" */
          g_autofree char *word = g_strdup_printf (_ ("only %s of the days"), share);

          vb_plot_add_break (plot, i, word);
        }
      marked = partial;
    }
}

static const char *
get_word (const VbNeedYear *year)
{
  return year->by_population ? _ ("population alone") : _ ("scenario");
}

/* The years to come go on from the last that has come about. */
static void
mark_ahead (VbPlot *plot, guint need_line, const VbNeedYear *years, guint n_years)
{
  g_autofree const char **words = g_new0 (const char *, n_years + 1);
  guint first = 0;

  while (first < n_years && !years[first].ahead)
    first++;
  if (first == n_years)
    return;

  for (guint i = 0; i < n_years; i++)
    words[i] = years[i].ahead ? get_word (&years[i]) : "";
  vb_plot_set_line_details (plot, need_line, words);
  vb_plot_set_ahead (plot, first > 0 ? first - 1 : 0, get_word (&years[first]));
}

VbDrawing *
vb_need_years_new (const char *whose, int first_year, const VbNeedYear *years, guint n_years)
{
  VbPlot *plot = vb_plot_new (_ ("How large is the gap over the years?"), whose);
  g_autofree double *need = g_new (double, n_years + 1);
  g_autofree double *capacity = g_new (double, n_years + 1);
  g_autofree double *reference = g_new (double, n_years + 1);
  g_auto (GStrv) details = g_new0 (char *, n_years + 1);
  static const char *const columns[] = { "period",         "need_beds", "available_beds",
                                         "reference_beds", "gap_beds",  NULL };
  static const char *const columns_without[] = { "period", "need_beds", "available_beds",
                                                 "gap_beds", NULL };
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
  vb_drawing_set_figures (VB_DRAWING (plot), any_reference ? columns : columns_without);
  mark_partial (plot, years, n_years);
  mark_ahead (plot, need_line, years, n_years);
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

VbDrawing *
vb_need_sisters_new (const char *when,
                     VbNeedSisterOrder order,
                     const VbNeedSister *sisters,
                     guint n_sisters)
{
  static const char *const gap_columns[] = { "unit", "gap_share", NULL };
  static const char *const rate_columns[] = { "unit", "available_beds_per_1000", NULL };
  gboolean by_rate = order == VB_NEED_SISTERS_BY_RATE;
  g_autofree char *subtitle = NULL;
  gboolean rounded = FALSE;
  VbRanking *ranking;

  for (guint i = 0; i < n_sisters; i++)
    rounded = rounded || sisters[i].low < sisters[i].high;
  if (by_rate)
    /* Translators: %s is a period, "2026" */
    subtitle = g_strdup_printf (rounded ? _ ("available beds per 1,000 inhabitants, %s; whiskers: "
                                             "rounding")
                                        : _ ("available beds per 1,000 inhabitants, %s"),
                                when);
  else
    /* Translators: %s is a period, "2026"; the whiskers of a chart */
    subtitle = g_strdup_printf (rounded ? _ ("gap as a share of need, %s; whiskers: rounding")
                                        : _ ("gap as a share of need, %s"),
                                when);
  ranking = vb_ranking_new (
      by_rate ? _ ("Where are beds fewest?") : _ ("Where is the shortage largest?"), subtitle,
      VB_RANKING_LOLLIPOP, by_rate ? VB_ROLE_AVAILABLE : VB_ROLE_SHORTAGE, !by_rate);
  vb_ranking_set_columns (ranking, _ ("Unit"), by_rate ? _ ("Beds per 1,000") : _ ("Gap %"),
                          by_rate ? VB_FORM_RATE : VB_FORM_PERCENT_1);
  vb_drawing_set_figures (VB_DRAWING (ranking), by_rate ? rate_columns : gap_columns);
  for (guint i = 0; i < n_sisters; i++)
    {
      const VbNeedSister *sister = &sisters[i];
      gboolean open = sister->low < sister->high;

      vb_ranking_add (ranking, sister->unit, sister->name, sister->value, open ? sister->low : NAN,
                      open ? sister->high : NAN, sister->emphasised);
    }
  return VB_DRAWING (ranking);
}
