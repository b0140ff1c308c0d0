/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-potential-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-number.h"
#include "vb-plot.h"
#include "vb-tornado.h"
#include "vb-waterfall.h"

typedef struct
{
  double *need;
  double *need_low;
  double *need_high;
  double *capacity;
  double *capacity_low;
  double *capacity_high;
} Series;

static void
series_init (Series *series, const VbTrajectory *figures)
{
  guint n = MAX (figures->n_years, 1);

  *series = (Series){ g_new (double, n), g_new (double, n), g_new (double, n),
                      g_new (double, n), g_new (double, n), g_new (double, n) };
  for (guint i = 0; i < figures->n_years; i++)
    {
      const VbTrajectoryYear *year = &figures->years[i];

      series->need[i] = year->need;
      series->need_low[i] = year->need_low;
      series->need_high[i] = year->need_high;
      series->capacity[i] = year->capacity;
      series->capacity_low[i] = year->capacity_low;
      series->capacity_high[i] = year->capacity_high;
    }
}

static void
series_clear (Series *series)
{
  g_free (series->need);
  g_free (series->need_low);
  g_free (series->need_high);
  g_free (series->capacity);
  g_free (series->capacity_low);
  g_free (series->capacity_high);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Series, series_clear)

static gboolean
has_any (const double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    if (isfinite (values[i]))
      return TRUE;
  return FALSE;
}

/* "Riket, somatic care, base values and 80% of 10,000 draws". */
static char *
dup_subtitle (const VbTrajectory *figures)
{
  g_autofree char *draws = vb_number_format (figures->n_draws, 0);

  if (figures->n_draws == 0)
    return g_strdup (figures->whose);
  /* Translators: whose figures, and of how many random draws a band shows the middle part */
  return g_strdup_printf (_ ("%s, base values and 80%% of %s draws"), figures->whose, draws);
}

static void
add_balance (VbPlot *plot, guint need_line, const VbTrajectory *figures)
{
  int index = figures->balance_year - figures->first_year;
  g_autofree char *word = NULL;
  g_autofree char *detail = NULL;

  if (figures->n_years == 0)
    return;
  if (figures->balance_year == 0)
    {
      /* Translators: %d is the last year of a chart */
      word = g_strdup_printf (_ ("no balance before %d"),
                              figures->first_year + (int) figures->n_years);
      vb_plot_set_remark (plot, word);
      return;
    }
  if (index < 0 || index >= (int) figures->n_years)
    return;
  if (isfinite (figures->balance_probability))
    {
      g_autofree char *share = vb_number_format_percent (figures->balance_probability, 0);

      /* Translators: %s is a share, "58%" */
      detail = g_strdup_printf (_ ("probability %s"), share);
    }
  /* Translators: %d is the year in which capacity meets need */
  word = g_strdup_printf (_ ("balance %d"), figures->balance_year);
  vb_plot_add_event (plot, need_line, (guint) index, word, detail);
}

static void
set_years (VbPlot *plot, int first_year, guint n_years)
{
  vb_plot_set_x_periods (plot, VB_GRAIN_YEAR, vb_day_from_ymd (first_year, 1, 1), n_years);
}

VbDrawing *
vb_potential_plot_new (const VbTrajectory *figures)
{
  g_autofree char *subtitle = dup_subtitle (figures);
  VbPlot *plot = vb_plot_new (_ ("When does capacity meet need?"), subtitle);
  g_auto (Series) series = { NULL };
  const char *columns[] = { "period", "need_beds", "available_beds", NULL, NULL, NULL, NULL,
                            NULL,     NULL };
  guint need, capacity, band, n_columns = 3;

  series_init (&series, figures);
  set_years (plot, figures->first_year, figures->n_years);
  vb_plot_set_y (plot, _ ("beds"), VB_FORM_KEY);
  if (has_any (series.need_low, figures->n_years))
    {
      band = vb_plot_add_band (plot, VB_ROLE_NEED, FALSE, _ ("Need P10–P90"), series.need_low,
                               series.need_high);
      vb_plot_set_band_titles (plot, band, _ ("Need P10"), _ ("Need P90"));
      columns[n_columns++] = "need_p10";
      columns[n_columns++] = "need_p90";
    }
  if (has_any (series.capacity_low, figures->n_years))
    {
      band = vb_plot_add_band (plot, VB_ROLE_AVAILABLE, FALSE, _ ("Available P10–P90"),
                               series.capacity_low, series.capacity_high);
      vb_plot_set_band_titles (plot, band, _ ("Available P10"), _ ("Available P90"));
      columns[n_columns++] = "available_p10";
      columns[n_columns++] = "available_p90";
    }
  need = vb_plot_add_line (plot, VB_ROLE_NEED, _ ("Need"), series.need);
  capacity = vb_plot_add_line (plot, VB_ROLE_AVAILABLE, _ ("Available"), series.capacity);
  vb_plot_set_line_end_label (plot, capacity, C_ ("at a line's end", "Available"));
  vb_plot_set_gap (plot, need, capacity);
  columns[n_columns++] = "gap_beds";
  vb_drawing_set_figures (VB_DRAWING (plot), columns);
  add_balance (plot, need, figures);
  return VB_DRAWING (plot);
}

/* Of the last year that has both: behind the plan when the gap is lower than planned. */
static void
add_deviation (VbPlot *plot, guint planned, guint outcome, const VbDeviationFigures *figures)
{
  for (guint i = figures->n_years; i-- > 0;)
    {
      double deviation = figures->outcome[i] - figures->planned[i];
      g_autofree char *beds = vb_number_format_key (fabs (deviation));
      g_autofree char *text = NULL;

      if (!isfinite (deviation))
        continue;
      if (g_str_equal (beds, "0"))
        text = g_strdup (_ ("as planned"));
      else
        /* Translators: %s is a number of beds, "377 behind" */
        text = g_strdup_printf (deviation < 0 ? _ ("%s behind") : _ ("%s ahead"), beds);
      vb_plot_add_deviation (plot, planned, outcome, i, text);
      return;
    }
}

VbDrawing *
vb_deviation_plot_new (const VbDeviationFigures *figures)
{
  static const char *const columns[] = { "period", "planned_gap", "gap_beds", NULL };
  VbPlot *plot = vb_plot_new (_ ("Is the gap closing as planned?"), figures->whose);
  guint planned, outcome;

  set_years (plot, figures->first_year, figures->n_years);
  /* Translators: the unit of an axis of gaps */
  vb_plot_set_y (plot, _ ("gap in beds, − shortage"), VB_FORM_KEY);
  planned = vb_plot_add_line (plot, VB_ROLE_TARGET, _ ("Plan"), figures->planned);
  if (figures->scenario != NULL)
    vb_plot_add_line (plot, VB_ROLE_SHORTAGE, _ ("Scenario"), figures->scenario);
  outcome = vb_plot_add_line (plot, VB_ROLE_OUTCOME, _ ("Outcome"), figures->outcome);
  vb_drawing_set_figures (VB_DRAWING (plot), columns);
  add_deviation (plot, planned, outcome, figures);
  return VB_DRAWING (plot);
}

VbDrawing *
vb_potential_waterfall_new (const char *whose,
                            int first_year,
                            double start,
                            const VbGapStep *steps,
                            guint n_steps,
                            int last_year,
                            double end)
{
  /* Translators: whose gap, and of which year it is in the end */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s, gap in beds until %d"), whose, last_year);
  /* Translators: the gap of a year, in a waterfall */
  g_autofree char *first = g_strdup_printf (_ ("Gap %d"), first_year);
  g_autofree char *last = g_strdup_printf (_ ("Gap %d"), last_year);
  g_autofree VbWaterfallStep *all = g_new (VbWaterfallStep, n_steps + 2);
  static const char *const columns[] = { "lever", "lever_effect", "gap_beds", NULL };
  VbDrawing *drawing;

  all[0] = (VbWaterfallStep){ VB_WATERFALL_GAP, first, start };
  for (guint i = 0; i < n_steps; i++)
    all[i + 1] = (VbWaterfallStep){ steps[i].side == VB_GAP_STEP_NEED ? VB_WATERFALL_NEED
                                                                      : VB_WATERFALL_CAPACITY,
                                    steps[i].name, steps[i].beds };
  all[n_steps + 1] = (VbWaterfallStep){ VB_WATERFALL_GAP, last, end };
  drawing = VB_DRAWING (vb_waterfall_new (_ ("What closes the gap?"), subtitle, all, n_steps + 2));
  vb_drawing_set_figures (drawing, columns);
  return drawing;
}

VbDrawing *
vb_potential_tornado_new (
    const char *whose, int year, double base, const VbLeverSwing *swings, guint n_swings)
{
  /* Translators: whose gap, and of which year */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%s, gap in beds %d, each lever from low to high"), whose, year);
  g_autofree VbTornadoBar *bars = g_new (VbTornadoBar, MAX (n_swings, 1));
  static const char *const columns[] = { "lever", "lever_gap_low", "lever_gap_high", "lever_swing",
                                         NULL };
  VbDrawing *drawing;

  for (guint i = 0; i < n_swings; i++)
    bars[i] = (VbTornadoBar){ swings[i].name,
                              swings[i].side == VB_GAP_STEP_NEED ? VB_ROLE_NEED : VB_ROLE_AVAILABLE,
                              swings[i].gap_low, swings[i].gap_high };
  drawing =
      VB_DRAWING (vb_tornado_new (_ ("Which lever matters most?"), subtitle, base, bars, n_swings));
  vb_drawing_set_figures (drawing, columns);
  return drawing;
}
