/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of a plot, from the back to the front: grid, breaks, bands, gap, levels, lines,
 * words.
 */
#include "vb-plot-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-gap-painter.h"
#include "vb-handle-painter.h"
#include "vb-period-ticks.h"
#include "vb-rule-painter.h"

/* From the lowest grid line to the names under it. */
#define TICK_OFFSET 8.0
/* Points stand at least so far apart, px; closer ones are thinned. */
#define MIN_POINT_SPACING 12.0
#define THINNED_POINT_SPACING 28.0

static void
draw_y_axis (VbPlot *self, cairo_t *cr, const VbPaintStyle *style, VbPlotLayout *layout)
{
  double left = layout->area.x;
  double right = layout->area.x + layout->area.width;

  for (guint i = 0; i < layout->y_ticks.n; i++)
    {
      double value = vb_ticks_get (&layout->y_ticks, i);
      double y = vb_scale_map (&layout->y, value);
      g_autofree char *label = _vb_plot_dup_tick (self->y_form, &layout->y_ticks, i);

      vb_rule_painter_draw_grid_line (cr, style, left, right, y);
      vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
      vb_text_draw (layout->text, cr, VB_TEXT_SMALL, label, left - 7, y, 1, 0.5);
    }
  if (layout->y.low > 0)
    vb_rule_painter_draw_axis_break (cr, style, left, vb_paint_snap (layout->y.start));
}

static void
draw_period_names (VbPlot *self, cairo_t *cr, const VbPaintStyle *style, VbPlotLayout *layout)
{
  double spacing = self->n > 1 ? layout->area.width / (self->n - 1) : layout->area.width;
  g_autoptr (GArray) ticks =
      vb_period_ticks_new (self->grain, self->start, self->n, spacing, layout->text);
  double y = layout->area.y + layout->area.height + TICK_OFFSET;

  vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
  for (guint i = 0; i < ticks->len; i++)
    {
      const VbPeriodTick *tick = &g_array_index (ticks, VbPeriodTick, i);
      double x = vb_scale_map (&layout->x, tick->index);

      vb_text_draw (layout->text, cr, VB_TEXT_SMALL, tick->label, x, y, 0.5, 0);
      if (tick->year != NULL)
        vb_text_draw (layout->text, cr, VB_TEXT_SMALL, tick->year, x, y + layout->line_height, 0.5,
                      0);
    }
}

static void
draw_number_names (VbPlot *self, cairo_t *cr, const VbPaintStyle *style, VbPlotLayout *layout)
{
  double y = layout->area.y + layout->area.height + TICK_OFFSET;
  g_autofree char *widest = _vb_plot_dup_x_text (self, self->n - 1);
  double room = vb_text_get_width (layout->text, VB_TEXT_SMALL, widest) + 24;
  VbTicks ticks;

  vb_ticks_fit_inside (&ticks, layout->x.low, layout->x.high,
                       (guint) CLAMP (layout->area.width / room + 1, 2, 8));
  vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
  for (guint i = 0; i < ticks.n; i++)
    {
      g_autofree char *label = _vb_plot_dup_tick (self->x_form, &ticks, i);

      vb_text_draw (layout->text, cr, VB_TEXT_SMALL, label,
                    vb_scale_map (&layout->x, vb_ticks_get (&ticks, i)), y, 0.5, 0);
    }
  if (self->x_name != NULL)
    vb_text_draw_elided (layout->text, cr, VB_TEXT_SMALL, self->x_name,
                         layout->area.x + layout->area.width, y + layout->line_height, 1, 0,
                         layout->area.width);
}

static guint
get_point_step (VbPlot *self, VbPlotLayout *layout)
{
  double spacing = self->n > 1 ? layout->area.width / (self->n - 1) : layout->area.width;

  return spacing >= MIN_POINT_SPACING ? 1 : (guint) ceil (THINNED_POINT_SPACING / spacing);
}

static void
draw_gap (VbPlot *self, cairo_t *cr, const VbPaintStyle *style, VbPlotLayout *layout)
{
  g_autofree VbPoint *need =
      _vb_plot_layout_get_points (layout, self, vb_plot_line (self, self->need_line)->y);
  g_autofree VbPoint *available =
      _vb_plot_layout_get_points (layout, self, vb_plot_line (self, self->available_line)->y);

  vb_gap_painter_draw (cr, style, need, available, self->n);
}

static void
draw_series (VbPlot *self, cairo_t *cr, const VbPaintStyle *style, VbPlotLayout *layout)
{
  double right = layout->area.x + layout->area.width;
  guint step = get_point_step (self, layout);

  if (self->has_ahead)
    vb_rule_painter_draw_ahead (cr, style,
                                vb_scale_map (&layout->x, _vb_plot_get_x (self, self->last_known)),
                                right, layout->area.y, layout->area.y + layout->area.height);
  for (guint i = 0; i < self->breaks->len; i++)
    vb_rule_painter_draw_break (
        cr, style, vb_scale_map (&layout->x, _vb_plot_get_x (self, vb_plot_break (self, i)->index)),
        layout->area.y - 6, layout->area.y + layout->area.height);
  for (guint i = 0; i < self->events->len; i++)
    vb_rule_painter_draw_break (
        cr, style, vb_scale_map (&layout->x, _vb_plot_get_x (self, vb_plot_event (self, i)->index)),
        layout->area.y - 6, layout->area.y + layout->area.height);
  for (guint i = 0; i < self->bands->len; i++)
    {
      VbPlotBand *band = vb_plot_band (self, i);
      g_autofree VbPoint *low = _vb_plot_layout_get_points (layout, self, band->low);
      g_autofree VbPoint *high = _vb_plot_layout_get_points (layout, self, band->high);

      vb_line_painter_draw_band (cr, style, band->role, band->outer, low, high, self->n);
    }
  if (self->has_gap)
    draw_gap (self, cr, style, layout);
  for (guint i = 0; i < self->levels->len; i++)
    {
      VbPlotLevel *level = vb_plot_level (self, i);

      if (isfinite (level->y))
        vb_rule_painter_draw_level (cr, style, level->role, layout->area.x, right,
                                    vb_scale_map (&layout->y, level->y));
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      VbPlotLine *line = vb_plot_line (self, i);
      g_autofree VbPoint *points = _vb_plot_layout_get_points (layout, self, line->y);
      /* A curve with a handle is a rule, not a row of observations: points on it would mislead. */
      gboolean is_curve = self->has_handle && self->handle_line == i;

      if (line->scattered)
        vb_line_painter_draw_scattered (cr, style, line->role, points, self->n);
      else
        vb_line_painter_draw (cr, style, line->role, points, self->n, is_curve ? 0 : step);
    }
}

static void
draw_end_labels (VbPlot *self, cairo_t *cr, const VbPaintStyle *style, VbPlotLayout *layout)
{
  g_autofree double *places = g_new0 (double, MAX (self->lines->len, 1));
  g_autofree guint *lines = g_new0 (guint, MAX (self->lines->len, 1));
  double x = layout->area.x + layout->area.width + 10;
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *label = _vb_plot_dup_end_label (self, i);
      const double *y = vb_plot_line (self, i)->y;

      if (label == NULL || _vb_plot_ends_inside (self, i))
        continue;
      lines[n] = i;
      places[n++] = vb_scale_map (&layout->y, y[_vb_plot_find_last (self, y)]);
    }
  vb_label_placer_spread (places, n, layout->line_height, 0,
                          layout->area.y + layout->area.height + layout->line_height / 2);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = _vb_plot_dup_end_label (self, lines[i]);

      vb_paint_set_color (
          cr, vb_palette_get_role_text (style->scheme, vb_plot_line (self, lines[i])->role));
      vb_text_draw (layout->text, cr, VB_TEXT_SMALL_BOLD, label, x, places[i], 0, 0.5);
    }
}

static void
draw_key (VbPlot *self, cairo_t *cr, const VbFrame *frame, VbPlotLayout *layout)
{
  double row = layout->line_height + 2;
  double x = 0, y = (self->y_unit != NULL ? 0 : 4);

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *label = _vb_plot_dup_end_label (self, i);
      double width;

      if (label == NULL)
        continue;
      width = layout->key_width + 6 + vb_text_get_width (layout->text, VB_TEXT_SMALL_BOLD, label);
      if (x > 0 && x + width > frame->width)
        {
          x = 0;
          y += row;
        }
      if (vb_plot_line (self, i)->scattered)
        vb_line_painter_draw_scattered (cr, frame->style, vb_plot_line (self, i)->role,
                                        &(VbPoint){ x + layout->key_width / 2, y + row / 2 }, 1);
      else
        vb_line_painter_draw_key (cr, frame->style, vb_plot_line (self, i)->role, x, y + row / 2,
                                  layout->key_width);
      vb_paint_set_color (
          cr, vb_palette_get_role_text (frame->style->scheme, vb_plot_line (self, i)->role));
      vb_text_draw_elided (layout->text, cr, VB_TEXT_SMALL_BOLD, label, x + layout->key_width + 6,
                           y + row / 2, 0, 0.5, frame->width - x - layout->key_width - 6);
      x += width + 16;
    }
}

static void
draw_unit (VbPlot *self, cairo_t *cr, const VbFrame *frame, VbPlotLayout *layout)
{
  if (self->y_unit == NULL)
    return;
  vb_paint_set_style_color (cr, frame->style, VB_COLOR_DIM);
  vb_text_draw_elided (layout->text, cr, VB_TEXT_SMALL, self->y_unit, 0,
                       layout->area.y - layout->line_height * 0.6 - 4, 0, 1, frame->width);
}

void
_vb_plot_draw (VbDrawing *drawing,
               cairo_t *cr,
               const VbFrame *frame,
               const cairo_rectangle_t *visible)
{
  VbPlot *self = VB_PLOT (drawing);
  g_auto (VbPlotLayout) layout = { NULL };

  _vb_plot_layout_init (&layout, self, frame);
  if (!layout.has_data || self->n == 0)
    {
      vb_text_draw_notice (layout.text, cr, frame->style, _ ("No figures"), frame->width,
                           frame->height);
      return;
    }

  draw_unit (self, cr, frame, &layout);
  draw_y_axis (self, cr, frame->style, &layout);
  if (self->periods)
    draw_period_names (self, cr, frame->style, &layout);
  else
    draw_number_names (self, cr, frame->style, &layout);
  draw_series (self, cr, frame->style, &layout);
  if (layout.keyed)
    draw_key (self, cr, frame, &layout);
  else
    draw_end_labels (self, cr, frame->style, &layout);
  _vb_plot_draw_notes (self, cr, frame, &layout);
}

void
_vb_plot_draw_cursor (
    VbDrawing *drawing, cairo_t *cr, const VbFrame *frame, guint column, guint row)
{
  VbPlot *self = VB_PLOT (drawing);
  g_auto (VbPlotLayout) layout = { NULL };
  double x;

  if (column >= self->n)
    return;
  _vb_plot_layout_init (&layout, self, frame);
  x = vb_scale_map (&layout.x, _vb_plot_get_x (self, column));
  vb_rule_painter_draw_cursor (cr, frame->style, x, layout.area.y,
                               layout.area.y + layout.area.height);
  for (guint i = 0; i < self->lines->len; i++)
    {
      VbPlotLine *line = vb_plot_line (self, i);

      if (isfinite (line->y[column]))
        vb_handle_painter_draw_ring (cr, frame->style, line->role, x,
                                     vb_scale_map (&layout.y, line->y[column]));
    }
}
