/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long drawings take, best of ten: a frame has 16 ms, and half of it belongs to others. */
#include <math.h>
#include <time.h>

#include "vb-cell-map.h"
#include "vb-plot.h"

#define N_TRIES 10
#define BAR_MS 10.0

static VbDrawing *
make_map (guint n_units, guint n_months)
{
  VbCellMap *map = vb_cell_map_new (VB_CELL_MAP_GAP, "Map", NULL, VB_GRAIN_MONTH,
                                    vb_day_from_ymd (2021, 11, 1), n_months);
  g_autofree double *values = g_new (double, n_months);

  for (guint i = 0; i < n_units; i++)
    {
      g_autofree char *name = g_strdup_printf ("Unit %u", i);

      for (guint j = 0; j < n_months; j++)
        values[j] = (i * 31 + j) % 17 == 0 ? NAN : 12 * sin (i * 1.7 + j * 0.3) - 4;
      vb_cell_map_add_row (map, i, name, values);
    }
  return VB_DRAWING (map);
}

static VbDrawing *
make_plot (guint n)
{
  VbPlot *plot = vb_plot_new ("Plot", NULL);
  g_autofree double *need = g_new (double, n);
  g_autofree double *available = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      need[i] = 400 + 20 * sin (i / 5.0);
      available[i] = 395 - (i % 12 == 7 ? 30 : 0);
    }
  vb_plot_set_x_periods (plot, VB_GRAIN_MONTH, vb_day_from_ymd (2016, 1, 1), n);
  vb_plot_set_y (plot, "beds", VB_FORM_KEY);
  vb_plot_add_line (plot, VB_ROLE_NEED, "Need", need);
  vb_plot_add_line (plot, VB_ROLE_AVAILABLE, "Available", available);
  vb_plot_set_gap (plot, 0, 1);
  return VB_DRAWING (plot);
}

/* Time that the processor gave to this thread: the machine may be busy with others. */
static double
get_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* Draws @drawing as large as @width x @height, of which a window of 900 x 500 is seen. */
static gboolean
measure (const char *name, VbDrawing *drawing, double width, double height)
{
  VbPaintStyle style = VB_PAINT_STYLE_INIT;
  cairo_rectangle_t visible = { 0, MAX (height - 500, 0) / 2, 900, 500 };
  double best = INFINITY;

  for (guint i = 0; i < N_TRIES; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 900, 500);
      cairo_t *cr = cairo_create (surface);
      double start = get_ms ();

      cairo_translate (cr, 0, -visible.y);
      vb_drawing_draw (drawing, cr, &(VbFrame){ &style, width, height }, &visible);
      cairo_surface_flush (surface);
      best = MIN (best, get_ms () - start);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }

  g_print ("%-40s %6.2f ms (bar %.0f ms)\n", name, best, BAR_MS);
  return best < BAR_MS;
}

int
main (void)
{
  g_autoptr (VbDrawing) map = make_map (500, 60);
  g_autoptr (VbDrawing) plot = make_plot (120);
  gboolean good = TRUE;

  good = measure ("map of 500 x 60 at a glance", map, 900, 500) && good;
  good = measure ("map of 500 x 60, scrolled", map, 2400, 12000) && good;
  good = measure ("plot of 120 months", plot, 900, 500) && good;
  return good ? 0 : 1;
}
