/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the parts of a plot lie: margins from the widths of the words, the rest for the data. */
#include "vb-plot-private.h"

#include <math.h>

/* Below this share of the highest value, the axis starts at nought. */
#define ZERO_SHARE 0.35
/* Names at the lines' ends may take this share of the width; beyond it they move to a key. */
#define MAX_LABEL_SHARE 0.3
/* Height of the axis relative to the data's, at most. */
#define MAX_SPAN 1.7
#define LABEL_GAP 10.0
#define TICK_GAP 10.0

void
_vb_plot_layout_clear (VbPlotLayout *layout)
{
  g_clear_pointer (&layout->text, vb_text_free);
}

static void
extend (double *low, double *high, const double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    if (isfinite (values[i]))
      {
        *low = MIN (*low, values[i]);
        *high = MAX (*high, values[i]);
      }
}

static gboolean
get_span (VbPlot *self, double *low, double *high)
{
  *low = INFINITY;
  *high = -INFINITY;

  for (guint i = 0; i < self->lines->len; i++)
    extend (low, high, vb_plot_line (self, i)->y, self->n);
  for (guint i = 0; i < self->bands->len; i++)
    {
      extend (low, high, vb_plot_band (self, i)->low, self->n);
      extend (low, high, vb_plot_band (self, i)->high, self->n);
    }
  for (guint i = 0; i < self->levels->len; i++)
    extend (low, high, &vb_plot_level (self, i)->y, 1);

  if (!(*low <= *high))
    return FALSE;
  if (*low > 0 && *low < ZERO_SHARE * *high)
    *low = 0;
  return TRUE;
}

char *
_vb_plot_dup_end_label (VbPlot *self, guint index)
{
  VbPlotLine *line = vb_plot_line (self, index);
  const char *name = line->end_label != NULL ? line->end_label : line->label;
  int last = _vb_plot_find_last (self, line->y);
  g_autofree char *value = NULL;

  if (name == NULL || *name == '\0' || last < 0)
    return NULL;
  value = vb_number_form_format (self->y_form, line->y[last]);
  return g_strdup_printf ("%s %s", name, value);
}

static double
get_label_width (VbPlot *self, VbText *text)
{
  double width = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *label = _vb_plot_dup_end_label (self, i);

      if (label != NULL && !_vb_plot_ends_inside (self, i))
        width = MAX (width, vb_text_get_width (text, VB_TEXT_SMALL_BOLD, label));
    }

  return width;
}

/* Rows of the key when its entries are set one after another. */
static guint
count_key_rows (VbPlot *self, VbPlotLayout *layout, double width)
{
  double x = 0;
  guint rows = 1;

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *label = _vb_plot_dup_end_label (self, i);
      double entry;

      if (label == NULL)
        continue;
      entry = layout->key_width + 6 + vb_text_get_width (layout->text, VB_TEXT_SMALL_BOLD, label);
      if (x > 0 && x + entry > width)
        {
          rows++;
          x = 0;
        }
      x += entry + 16;
    }

  return rows;
}

static double
get_tick_width (VbPlot *self, VbPlotLayout *layout)
{
  double width = 0;

  for (guint i = 0; i < layout->y_ticks.n; i++)
    {
      g_autofree char *label = _vb_plot_dup_tick (self->y_form, &layout->y_ticks, i);

      width = MAX (width, vb_text_get_width (layout->text, VB_TEXT_SMALL, label));
    }

  return width;
}

/* Data between two grid lines, unless that would press them into a part of the height. */
static void
fit_y (VbPlotLayout *layout, double low, double high, guint max_ticks)
{
  double room = (high - low) * 0.06;

  vb_ticks_fit_around (&layout->y_ticks, low, high, max_ticks);
  layout->y.low = vb_ticks_get (&layout->y_ticks, 0);
  layout->y.high = vb_ticks_get (&layout->y_ticks, layout->y_ticks.n - 1);
  if (high > low && layout->y.high - layout->y.low > MAX_SPAN * (high - low))
    {
      layout->y.low = low > 0 ? low - room : low;
      layout->y.high = high + room;
      vb_ticks_fit_inside (&layout->y_ticks, layout->y.low, layout->y.high, max_ticks);
    }
}

void
_vb_plot_layout_init (VbPlotLayout *layout, VbPlot *self, const VbFrame *frame)
{
  double low, high, left, right, top, bottom, label_width, edge = 0;
  guint max_ticks;

  *layout = (VbPlotLayout){ .text = vb_text_new (frame->style) };
  layout->line_height = vb_text_get_line_height (layout->text, VB_TEXT_SMALL);
  layout->key_width = 22;
  layout->has_data = get_span (self, &low, &high);

  label_width = get_label_width (self, layout->text);
  layout->keyed = label_width > frame->width * MAX_LABEL_SHARE;

  top = layout->line_height * 0.6 + 4;
  if (self->y_unit != NULL)
    top += layout->line_height;
  if (layout->keyed)
    top += count_key_rows (self, layout, frame->width) * (layout->line_height + 2) + 4;

  bottom = layout->line_height + TICK_GAP;
  if ((self->periods && self->grain < VB_GRAIN_YEAR) || self->x_name != NULL)
    bottom += layout->line_height;

  layout->area.y = top;
  layout->area.height = MAX (frame->height - top - bottom, 1);
  max_ticks = (guint) CLAMP (layout->area.height / (layout->line_height * 2.4), 3, 7);
  if (layout->has_data)
    {
      fit_y (layout, low, high, max_ticks);
    }
  left = get_tick_width (self, layout) + TICK_GAP;

  /* The last name on the x axis is centred on the right edge. */
  if (self->n > 0)
    {
      g_autofree char *last = _vb_plot_dup_x_text (self, self->n - 1);

      edge = self->periods && self->grain < VB_GRAIN_YEAR
                 ? layout->line_height
                 : vb_text_get_width (layout->text, VB_TEXT_SMALL, last) / 2;
    }
  right = MAX (layout->keyed || label_width <= 0 ? 0 : label_width + LABEL_GAP, edge + 2);
  left = MAX (left, edge + 2);

  layout->area.x = left;
  layout->area.width = MAX (frame->width - left - right, 1);
  layout->y.start = layout->area.y + layout->area.height;
  layout->y.end = layout->area.y;
  layout->x.start = layout->area.x;
  layout->x.end = layout->area.x + layout->area.width;
  if (self->n > 0)
    {
      layout->x.low = _vb_plot_get_x (self, 0);
      layout->x.high = _vb_plot_get_x (self, self->n - 1);
    }
}

VbPoint *
_vb_plot_layout_get_points (const VbPlotLayout *layout, VbPlot *self, const double *y)
{
  VbPoint *points = g_new (VbPoint, MAX (self->n, 1));

  for (guint i = 0; i < self->n; i++)
    {
      points[i].x = vb_scale_map (&layout->x, _vb_plot_get_x (self, i));
      points[i].y = isfinite (y[i]) ? vb_scale_map (&layout->y, y[i]) : NAN;
    }

  return points;
}

void
_vb_plot_measure (VbDrawing *drawing, const VbPaintStyle *style, VbDrawingSize *size)
{
  g_autoptr (VbText) text = vb_text_new (style);
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);

  /* Room for three grid lines, axis names and a key of two rows; small enough for a phone's width
   * at any text size. */
  *size = (VbDrawingSize){ .min_width = 180,
                           .min_height = line * 10,
                           .natural_width = 480,
                           .natural_height = MAX (260, line * 15) };
}
