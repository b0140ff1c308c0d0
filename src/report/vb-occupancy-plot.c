/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-occupancy-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-number.h"
#include "vb-plot.h"

#define N_POINTS 61
#define USUAL_LOWEST 0.7
#define HIGHEST 1.0
/* No ward is planned emptier. */
#define LOWEST 0.3

/* need = V ÷ (days × T) = mean patients ÷ T, beds; T is the target occupancy, a fraction. Source:
 * the definition of need used throughout, see the engine's vb_need_run(). */
static double
get_need (double occupied_beds, double target)
{
  return occupied_beds / target;
}

VbDrawing *
vb_occupancy_plot_new (const char *whose,
                       double occupied_beds,
                       double target,
                       double available,
                       double scenario_target)
{
  static const char *const columns[] = { "target_occupancy", "need_beds", NULL };
  VbPlot *plot = vb_plot_new (_ ("The target decides the need"), whose);
  double lowest = fmin (target, scenario_target) < USUAL_LOWEST ? LOWEST : USUAL_LOWEST;
  double x[N_POINTS], need[N_POINTS];
  int marked = -1;

  for (guint i = 0; i < N_POINTS; i++)
    {
      double step = (HIGHEST - lowest) / (N_POINTS - 1);

      x[i] = lowest + step * i;
      /* The place nearest to the scenario's target gives way to it. */
      if (scenario_target <= HIGHEST && fabs (x[i] - scenario_target) <= step / 2 && marked < 0)
        {
          x[i] = scenario_target;
          marked = (int) i;
        }
      need[i] = get_need (occupied_beds, x[i]);
    }

  vb_plot_set_x_numbers (plot, _ ("Target occupancy"), VB_FORM_PERCENT, x, N_POINTS);
  vb_plot_set_y (plot, _ ("beds"), VB_FORM_KEY);
  vb_plot_add_line (plot, VB_ROLE_NEED, _ ("Need"), need);
  vb_drawing_set_figures (VB_DRAWING (plot), columns);
  vb_plot_set_line_end_label (plot, 0, "");

  if (isfinite (available))
    {
      g_autofree char *beds = vb_number_format_key (available);
      /* Translators: %s is a number of beds */
      g_autofree char *label = g_strdup_printf (_ ("available %s"), beds);

      vb_plot_add_level (plot, VB_ROLE_AVAILABLE, label, available);
    }

  if (marked >= 0 && isfinite (occupied_beds))
    {
      g_autofree char *share = vb_number_format_percent (scenario_target, 0);
      /* Translators: %s is the target occupancy of a scenario */
      g_autofree char *label = g_strdup_printf (_ ("scenario %s"), share);

      vb_plot_add_mark (plot, 0, (guint) marked, label);
    }

  if (isfinite (target))
    {
      VbHandle handle = {
        _ ("Target occupancy"), CLAMP (target, lowest, HIGHEST), lowest, HIGHEST, 0.01, 0.05
      };
      g_autofree char *beds = vb_number_format_key (get_need (occupied_beds, target));
      g_autofree char *share = vb_number_format_percent (target, 0);
      /* Translators: a number of beds and a target occupancy, "26.7 at 88%" */
      g_autofree char *label = g_strdup_printf (_ ("%s at %s"), beds, share);

      vb_plot_set_handle (plot, 0, &handle, isfinite (occupied_beds) ? label : NULL);
    }

  return VB_DRAWING (plot);
}

static void
mark (VbPlot *plot, const double *beds, const double *risk, guint n, double marked)
{
  for (guint i = 0; i < n; i++)
    if (fabs (beds[i] - marked) < 1e-9 && isfinite (risk[i]))
      {
        g_autofree char *number = vb_number_format_key (beds[i]);
        g_autofree char *share = vb_number_format_percent (risk[i], risk[i] < 0.0095 ? 1 : 0);
        /* Translators: a number of beds and a risk, "27 beds: 20%" */
        g_autofree char *label = g_strdup_printf (_ ("%s beds: %s"), number, share);

        vb_plot_add_mark (plot, 0, i, label);
        return;
      }
}

VbDrawing *
vb_risk_plot_new (const char *whose,
                  double mean,
                  const double *beds,
                  const double *risk,
                  guint n,
                  const double *marked,
                  guint n_marked)
{
  g_autofree char *patients = vb_number_format_key (mean);
  /* Translators: %s is a mean number of patients */
  g_autofree char *average = g_strdup_printf (_ ("mean %s patients"), patients);
  g_autofree char *subtitle =
      whose != NULL ? g_strdup_printf ("%s, %s", whose, average) : g_strdup (average);
  static const char *const columns[] = { "beds", "risk", NULL };
  VbPlot *plot = vb_plot_new (_ ("The beds decide the risk"), subtitle);

  vb_plot_set_x_numbers (plot, _ ("Beds"), VB_FORM_KEY, beds, n);
  vb_plot_set_y (plot, _ ("risk that a patient is without a bed"), VB_FORM_PERCENT_1);
  vb_plot_add_line (plot, VB_ROLE_SHORTAGE, _ ("Risk"), risk);
  vb_drawing_set_figures (VB_DRAWING (plot), columns);
  vb_plot_set_line_end_label (plot, 0, "");
  for (guint i = 0; i < n_marked; i++)
    mark (plot, beds, risk, n, marked[i]);
  return VB_DRAWING (plot);
}
