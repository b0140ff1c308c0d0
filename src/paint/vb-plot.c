/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-plot-private.h"

#include <math.h>

#include "vb-number.h"

G_DEFINE_FINAL_TYPE (VbPlot, vb_plot, VB_TYPE_DRAWING)

static void
clear_line (gpointer data)
{
  VbPlotLine *line = data;

  g_free (line->label);
  g_free (line->end_label);
  g_free (line->y);
  g_strfreev (line->details);
}

static void
clear_band (gpointer data)
{
  VbPlotBand *band = data;

  g_free (band->label);
  g_free (band->low);
  g_free (band->high);
  g_free (band->low_title);
  g_free (band->high_title);
}

static void
clear_level (gpointer data)
{
  g_free (((VbPlotLevel *) data)->label);
}

static void
clear_note (gpointer data)
{
  g_free (((VbPlotNote *) data)->text);
}

static void
clear_event (gpointer data)
{
  VbPlotEvent *event = data;

  g_free (event->word);
  g_free (event->detail);
}

static void
clear_deviation (gpointer data)
{
  g_free (((VbPlotDeviation *) data)->text);
}

static void
vb_plot_get_stops (VbDrawing *drawing, guint *columns, guint *rows)
{
  VbPlot *self = VB_PLOT (drawing);

  *columns = self->n;
  *rows = self->n > 0 ? 1 : 0;
}

static gboolean
vb_plot_pick (
    VbDrawing *drawing, const VbFrame *frame, double x, double y, guint *column, guint *row)
{
  VbPlot *self = VB_PLOT (drawing);
  g_auto (VbPlotLayout) layout = { NULL };
  double best = INFINITY;

  _vb_plot_layout_init (&layout, self, frame);
  if (x < layout.area.x - 12 || x > layout.area.x + layout.area.width + 12 || y < 0
      || y > frame->height)
    return FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      double distance = fabs (vb_scale_map (&layout.x, _vb_plot_get_x (self, i)) - x);

      if (distance < best)
        {
          best = distance;
          *column = i;
          *row = 0;
        }
    }

  return isfinite (best);
}

static gboolean
vb_plot_locate (
    VbDrawing *drawing, const VbFrame *frame, guint column, guint row, cairo_rectangle_t *area)
{
  VbPlot *self = VB_PLOT (drawing);
  g_auto (VbPlotLayout) layout = { NULL };

  if (column >= self->n || row > 0)
    return FALSE;
  _vb_plot_layout_init (&layout, self, frame);
  *area = (cairo_rectangle_t){ vb_scale_map (&layout.x, _vb_plot_get_x (self, column)) - 4,
                               layout.area.y, 8, layout.area.height };
  return TRUE;
}

static gboolean
vb_plot_get_handle (VbDrawing *drawing, VbHandle *handle)
{
  VbPlot *self = VB_PLOT (drawing);

  *handle = self->handle;
  return self->has_handle;
}

static gboolean
vb_plot_locate_handle (VbDrawing *drawing, const VbFrame *frame, double *x, double *y)
{
  VbPlot *self = VB_PLOT (drawing);
  g_auto (VbPlotLayout) layout = { NULL };
  double level = _vb_plot_interpolate (self, self->handle_line, self->handle.value);

  if (!isfinite (level))
    return FALSE;
  _vb_plot_layout_init (&layout, self, frame);
  *x = vb_scale_map (&layout.x, self->handle.value);
  *y = vb_scale_map (&layout.y, level);
  return TRUE;
}

static double
vb_plot_get_handle_value_at (VbDrawing *drawing, const VbFrame *frame, double x)
{
  g_auto (VbPlotLayout) layout = { NULL };

  _vb_plot_layout_init (&layout, VB_PLOT (drawing), frame);
  return vb_scale_invert (&layout.x, x);
}

static char *
vb_plot_dup_handle_text (VbDrawing *drawing, double value)
{
  return vb_number_form_format (VB_PLOT (drawing)->x_form, value);
}

static void
vb_plot_finalize (GObject *object)
{
  VbPlot *self = VB_PLOT (object);

  g_free (self->x);
  g_free (self->x_name);
  g_free (self->y_unit);
  g_array_unref (self->lines);
  g_array_unref (self->bands);
  g_array_unref (self->levels);
  g_array_unref (self->breaks);
  g_array_unref (self->marks);
  g_array_unref (self->events);
  g_array_unref (self->deviations);
  g_free (self->remark);
  g_free (self->handle_name);
  g_free (self->handle_text);

  G_OBJECT_CLASS (vb_plot_parent_class)->finalize (object);
}

static void
vb_plot_class_init (VbPlotClass *klass)
{
  VbDrawingClass *drawing_class = VB_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vb_plot_finalize;

  drawing_class->measure = _vb_plot_measure;
  drawing_class->draw = _vb_plot_draw;
  drawing_class->dup_description = _vb_plot_dup_description;
  drawing_class->get_stops = vb_plot_get_stops;
  drawing_class->pick = vb_plot_pick;
  drawing_class->locate = vb_plot_locate;
  drawing_class->draw_cursor = _vb_plot_draw_cursor;
  drawing_class->dup_readout = _vb_plot_dup_readout;
  drawing_class->get_n_columns = _vb_plot_get_n_columns;
  drawing_class->get_n_rows = _vb_plot_get_n_rows;
  drawing_class->dup_column_title = _vb_plot_dup_column_title;
  drawing_class->get_number = _vb_plot_get_number;
  drawing_class->dup_cell = _vb_plot_dup_cell;
  drawing_class->get_handle = vb_plot_get_handle;
  drawing_class->locate_handle = vb_plot_locate_handle;
  drawing_class->get_handle_value_at = vb_plot_get_handle_value_at;
  drawing_class->dup_handle_text = vb_plot_dup_handle_text;
}

static GArray *
new_array (guint size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, size);

  g_array_set_clear_func (array, clear);
  return array;
}

static void
vb_plot_init (VbPlot *self)
{
  self->lines = new_array (sizeof (VbPlotLine), clear_line);
  self->bands = new_array (sizeof (VbPlotBand), clear_band);
  self->levels = new_array (sizeof (VbPlotLevel), clear_level);
  self->breaks = new_array (sizeof (VbPlotNote), clear_note);
  self->marks = new_array (sizeof (VbPlotNote), clear_note);
  self->events = new_array (sizeof (VbPlotEvent), clear_event);
  self->deviations = new_array (sizeof (VbPlotDeviation), clear_deviation);
}

char *
vb_number_form_format (VbNumberForm form, double value)
{
  switch (form)
    {
    case VB_FORM_PERCENT:
      return vb_number_format_percent (value, 0);
    case VB_FORM_PERCENT_1:
      return vb_number_format_percent (value, 1);
    case VB_FORM_GAP:
      return vb_number_format_key_signed (value);
    case VB_FORM_GAP_PERCENT_1:
      return vb_number_format_percent_signed (value, 1);
    case VB_FORM_RATE:
      return vb_number_format (value, 2);
    case VB_FORM_STEP:
      return vb_number_format (value, isfinite (value) && floor (value) < value ? 1 : 0);
    case VB_FORM_KEY:
    default:
      return vb_number_format_key (value);
    }
}

VbPlot *
vb_plot_new (const char *title, const char *subtitle)
{
  VbPlot *self = g_object_new (VB_TYPE_PLOT, NULL);

  vb_drawing_set_titles (VB_DRAWING (self), title, subtitle);
  return self;
}

static double *
copy_values (const double *values, guint n)
{
  return g_memdup2 (values, n * sizeof (double));
}

void
vb_plot_set_x_periods (VbPlot *self, VbGrain grain, VbDay start, guint n)
{
  g_return_if_fail (VB_IS_PLOT (self));
  g_return_if_fail (self->lines->len == 0 && self->x == NULL);

  self->periods = TRUE;
  self->grain = grain;
  self->start = start;
  self->n = n;
}

void
vb_plot_set_x_numbers (VbPlot *self, const char *name, VbNumberForm form, const double *x, guint n)
{
  g_return_if_fail (VB_IS_PLOT (self));
  g_return_if_fail (self->lines->len == 0 && !self->periods);

  self->x_name = g_strdup (name);
  self->x_form = form;
  self->x = copy_values (x, n);
  self->n = n;
}

void
vb_plot_set_y (VbPlot *self, const char *unit, VbNumberForm form)
{
  g_return_if_fail (VB_IS_PLOT (self));

  g_free (self->y_unit);
  self->y_unit = g_strdup (unit);
  self->y_form = form;
}

guint
vb_plot_add_line (VbPlot *self, VbRole role, const char *label, const double *y)
{
  VbPlotLine line = { .role = role, .label = g_strdup (label) };

  g_return_val_if_fail (VB_IS_PLOT (self), 0);

  line.y = copy_values (y, self->n);
  g_array_append_val (self->lines, line);
  return self->lines->len - 1;
}

void
vb_plot_set_line_end_label (VbPlot *self, guint line, const char *end_label)
{
  g_return_if_fail (VB_IS_PLOT (self));
  g_return_if_fail (line < self->lines->len);

  g_free (vb_plot_line (self, line)->end_label);
  vb_plot_line (self, line)->end_label = g_strdup (end_label);
}

void
vb_plot_set_line_scattered (VbPlot *self, guint line)
{
  g_return_if_fail (VB_IS_PLOT (self));
  g_return_if_fail (line < self->lines->len);

  vb_plot_line (self, line)->scattered = TRUE;
}

void
vb_plot_set_line_details (VbPlot *self, guint line, const char *const *details)
{
  char **copy;

  g_return_if_fail (VB_IS_PLOT (self));
  g_return_if_fail (line < self->lines->len);

  /* Nothing to add is kept as "", so that the vector ends where the places do. */
  copy = g_new0 (char *, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    copy[i] = g_strdup (details[i] != NULL ? details[i] : "");
  g_strfreev (vb_plot_line (self, line)->details);
  vb_plot_line (self, line)->details = copy;
}

guint
vb_plot_add_band (VbPlot *self,
                  VbRole role,
                  gboolean outer,
                  const char *label,
                  const double *low,
                  const double *high)
{
  VbPlotBand band = { .role = role, .outer = outer, .label = g_strdup (label) };

  g_return_val_if_fail (VB_IS_PLOT (self), 0);

  band.low = copy_values (low, self->n);
  band.high = copy_values (high, self->n);
  g_array_append_val (self->bands, band);
  return self->bands->len - 1;
}

void
vb_plot_set_band_titles (VbPlot *self, guint band, const char *low, const char *high)
{
  g_return_if_fail (VB_IS_PLOT (self));
  g_return_if_fail (band < self->bands->len);

  g_free (vb_plot_band (self, band)->low_title);
  g_free (vb_plot_band (self, band)->high_title);
  vb_plot_band (self, band)->low_title = g_strdup (low);
  vb_plot_band (self, band)->high_title = g_strdup (high);
}

void
vb_plot_set_gap (VbPlot *self, guint need_line, guint available_line)
{
  g_return_if_fail (VB_IS_PLOT (self));
  g_return_if_fail (need_line < self->lines->len && available_line < self->lines->len);

  self->has_gap = TRUE;
  self->need_line = need_line;
  self->available_line = available_line;
}

void
vb_plot_add_level (VbPlot *self, VbRole role, const char *label, double y)
{
  VbPlotLevel level = { role, g_strdup (label), y };

  g_return_if_fail (VB_IS_PLOT (self));

  g_array_append_val (self->levels, level);
}

static void
add_note (GArray *notes, guint line, guint index, const char *text)
{
  VbPlotNote note = { line, index, g_strdup (text) };

  g_array_append_val (notes, note);
}

void
vb_plot_add_break (VbPlot *self, guint index, const char *word)
{
  g_return_if_fail (VB_IS_PLOT (self));
  g_return_if_fail (index < self->n);

  add_note (self->breaks, 0, index, word);
}

void
vb_plot_set_ahead (VbPlot *self, guint last_known, const char *word)
{
  g_return_if_fail (VB_IS_PLOT (self));

  vb_plot_add_break (self, last_known, word);
  self->has_ahead = TRUE;
  self->last_known = last_known;
}

void
vb_plot_add_mark (VbPlot *self, guint line, guint index, const char *text)
{
  g_return_if_fail (VB_IS_PLOT (self));
  g_return_if_fail (line < self->lines->len && index < self->n);

  add_note (self->marks, line, index, text);
}

void
vb_plot_add_event (VbPlot *self, guint line, guint index, const char *word, const char *detail)
{
  VbPlotEvent event = { line, index, NULL, NULL };

  g_return_if_fail (VB_IS_PLOT (self));
  g_return_if_fail (line < self->lines->len && index < self->n);

  event.word = g_strdup (word);
  event.detail = g_strdup (detail);
  g_array_append_val (self->events, event);
}

void
vb_plot_add_deviation (VbPlot *self, guint from_line, guint line, guint index, const char *text)
{
  VbPlotDeviation deviation = { from_line, line, index, NULL };

  g_return_if_fail (VB_IS_PLOT (self));
  g_return_if_fail (from_line < self->lines->len && line < self->lines->len && index < self->n);

  deviation.text = g_strdup (text);
  g_array_append_val (self->deviations, deviation);
}

void
vb_plot_set_remark (VbPlot *self, const char *remark)
{
  g_return_if_fail (VB_IS_PLOT (self));

  g_free (self->remark);
  self->remark = g_strdup (remark);
}

void
vb_plot_set_handle (VbPlot *self, guint line, const VbHandle *handle, const char *text)
{
  g_return_if_fail (VB_IS_PLOT (self));
  g_return_if_fail (line < self->lines->len && self->x != NULL);

  self->has_handle = TRUE;
  self->handle_line = line;
  g_free (self->handle_name);
  g_free (self->handle_text);
  self->handle = *handle;
  self->handle_name = g_strdup (handle->name);
  self->handle.name = self->handle_name;
  self->handle_text = g_strdup (text);
}

double
_vb_plot_get_x (VbPlot *self, guint index)
{
  return self->periods ? index : self->x[index];
}

int
_vb_plot_find_last (VbPlot *self, const double *y)
{
  for (guint i = self->n; i-- > 0;)
    if (isfinite (y[i]))
      return (int) i;
  return -1;
}

/* An eighth of the way: a figure or two that are not in yet do not move the name. */
gboolean
_vb_plot_ends_inside (VbPlot *self, guint line)
{
  int last = _vb_plot_find_last (self, vb_plot_line (self, line)->y);

  return last >= 0 && (guint) last + 1 + self->n / 8 < self->n;
}

double
_vb_plot_interpolate (VbPlot *self, guint line, double x)
{
  const double *y = vb_plot_line (self, line)->y;

  for (guint i = 0; i + 1 < self->n; i++)
    {
      double x1 = self->x[i], x2 = self->x[i + 1];

      if (x >= x1 && x <= x2)
        return x2 > x1 ? y[i] + (x - x1) / (x2 - x1) * (y[i + 1] - y[i]) : y[i];
    }

  return self->n == 1 && !(fabs (x - self->x[0]) > 0) ? y[0] : NAN;
}

/* gap = available − need; negative = shortage. */
double
_vb_plot_get_gap (VbPlot *self, guint index)
{
  return vb_plot_line (self, self->available_line)->y[index]
         - vb_plot_line (self, self->need_line)->y[index];
}
