/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-columns.h"

#include <math.h>

#include "vb-bar-painter.h"
#include "vb-key-painter.h"
#include "vb-number.h"
#include "vb-rule-painter.h"
#include "vb-scale.h"
#include "vb-words.h"

#define KEY_GAP 6.0
#define TICK_GAP 10.0
#define NAME_OFFSET 6.0
#define COLUMN_SHARE 0.68
#define MAX_COLUMN 72.0
/* A sum's label and its mark. */
#define MARK_WIDTH 2.5
#define LABEL_GAP 3.0

typedef struct
{
  char *name;
  VbRole role;
  VbHatch hatch;
  double *values;
} Series;

struct _VbColumns
{
  VbItemDrawing parent_instance;

  char *unit;
  char **names;
  guint n;
  gboolean stacked;
  GArray *series; /* Series */
};

G_DEFINE_FINAL_TYPE (VbColumns, vb_columns, VB_TYPE_ITEM_DRAWING)

#define get_series(self, i) (&g_array_index ((self)->series, Series, (i)))

static void
clear_series (gpointer data)
{
  Series *series = data;

  g_free (series->name);
  g_free (series->values);
}

/* Of the parts that are known; NAN when none is. */
static double
get_sum (VbColumns *self, guint index)
{
  double sum = NAN;

  for (guint i = 0; i < self->series->len; i++)
    {
      double value = get_series (self, i)->values[index];

      if (isfinite (value))
        sum = isfinite (sum) ? sum + value : value;
    }
  return sum;
}

static double
draw_key (VbColumns *self, cairo_t *cr, const VbPaintStyle *style, VbText *text, double width)
{
  g_autofree VbKeyEntry *entries = g_new (VbKeyEntry, MAX (self->series->len, 1));

  for (guint i = 0; i < self->series->len; i++)
    {
      const Series *series = get_series (self, i);

      entries[i] = (VbKeyEntry){ VB_KEY_BOX, series->role, series->hatch, series->name };
    }
  return vb_key_painter_draw (cr, style, text, entries, self->series->len, width) + KEY_GAP;
}

/* ---- layout ---------------------------------------------------------------------------------- */

typedef struct
{
  cairo_rectangle_t area;
  VbScale y;
  VbTicks ticks;
  double line;
  double key;
  double pitch; /* from one category to the next */
  double width; /* of a column, or of all columns of a category */
  guint name_step;
} Layout;

static void
get_span (VbColumns *self, double *low, double *high)
{
  *low = *high = 0;
  for (guint i = 0; i < self->n; i++)
    {
      double up = 0, down = 0;

      for (guint j = 0; j < self->series->len; j++)
        {
          double value = get_series (self, j)->values[i];

          if (!isfinite (value))
            continue;
          up = self->stacked ? up + MAX (value, 0) : MAX (up, value);
          down = self->stacked ? down + MIN (value, 0) : MIN (down, value);
        }
      *low = MIN (*low, down);
      *high = MAX (*high, up);
    }
}

static char *
dup_tick (VbColumns *self, const VbTicks *ticks, guint index)
{
  double value = vb_ticks_get (ticks, index);

  return self->stacked ? vb_number_format_signed (value, ticks->decimals)
                       : vb_number_format (value, ticks->decimals);
}

/* So many names, and sums, are skipped that those left do not touch. */
static guint
find_name_step (VbColumns *self, VbText *text, double pitch)
{
  double widest = 0;

  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *sum = vb_number_format_key_signed (get_sum (self, i));

      widest = MAX (widest, vb_text_get_width (text, VB_TEXT_SMALL, self->names[i]));
      if (self->stacked)
        widest = MAX (widest, vb_text_get_width (text, VB_TEXT_SMALL_BOLD, sum));
    }
  return MAX ((guint) ceil ((widest + 6) / MAX (pitch, 1)), 1);
}

/* In as many lines as it takes; returns their height. With a NULL @cr only measures. */
static double
draw_unit (VbColumns *self, cairo_t *cr, const VbFrame *frame, VbText *text, double y)
{
  if (self->unit == NULL)
    return 0;
  if (cr != NULL)
    vb_paint_set_style_color (cr, frame->style, VB_COLOR_DIM);
  return vb_text_draw_wrapped (text, cr, VB_TEXT_SMALL, self->unit, 0, y, frame->width);
}

static void
init_layout (VbColumns *self, Layout *layout, const VbFrame *frame, VbText *text)
{
  double low, high, left = 0, top, bottom;

  get_span (self, &low, &high);
  *layout = (Layout){ .line = vb_text_get_line_height (text, VB_TEXT_SMALL) };
  layout->key = draw_key (self, NULL, frame->style, text, frame->width);
  top = layout->key + draw_unit (self, NULL, frame, text, layout->key) + layout->line * 0.6;
  bottom = layout->line + NAME_OFFSET;
  layout->area.y = top;
  layout->area.height = MAX (frame->height - top - bottom, 1);
  vb_ticks_fit_around (&layout->ticks, low, high,
                       (guint) CLAMP (layout->area.height / (layout->line * 2.4), 3, 7));
  for (guint i = 0; i < layout->ticks.n; i++)
    {
      g_autofree char *label = dup_tick (self, &layout->ticks, i);

      left = MAX (left, vb_text_get_width (text, VB_TEXT_SMALL, label));
    }
  layout->area.x = left + TICK_GAP;
  layout->area.width = MAX (frame->width - layout->area.x, 1);
  layout->y = (VbScale){ vb_ticks_get (&layout->ticks, 0),
                         vb_ticks_get (&layout->ticks, layout->ticks.n - 1),
                         top + layout->area.height, top };
  layout->pitch = layout->area.width / self->n;
  layout->width = MIN (layout->pitch * COLUMN_SHARE, MAX_COLUMN);
  layout->name_step = find_name_step (self, text, layout->pitch);
}

static void
vb_columns_measure (VbDrawing *drawing, const VbPaintStyle *style, VbDrawingSize *size)
{
  VbColumns *self = VB_COLUMNS (drawing);
  g_autoptr (VbText) text = vb_text_new (style);
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);
  double key = draw_key (self, NULL, style, text, 280);

  *size = (VbDrawingSize){ .min_width = 200,
                           .min_height = key + 9 * line,
                           .natural_width = 520,
                           .natural_height = key + MAX (240, 13 * line) };
}

static void
vb_columns_locate_items (VbItemDrawing *drawing,
                         const VbFrame *frame,
                         VbText *text,
                         cairo_rectangle_t *boxes)
{
  VbColumns *self = VB_COLUMNS (drawing);
  Layout layout;

  init_layout (self, &layout, frame, text);
  for (guint i = 0; i < self->n; i++)
    boxes[i] = (cairo_rectangle_t){ layout.area.x + i * layout.pitch, layout.area.y, layout.pitch,
                                    layout.area.height };
}

/* ---- picture --------------------------------------------------------------------------------- */

static void
draw_axis (VbColumns *self, cairo_t *cr, const VbFrame *frame, VbText *text, const Layout *layout)
{
  double right = layout->area.x + layout->area.width;

  draw_unit (self, cr, frame, text, layout->key);
  for (guint i = 0; i < layout->ticks.n; i++)
    {
      double y = vb_scale_map (&layout->y, vb_ticks_get (&layout->ticks, i));
      g_autofree char *label = dup_tick (self, &layout->ticks, i);

      vb_rule_painter_draw_grid_line (cr, frame->style, layout->area.x, right, y);
      vb_paint_set_style_color (cr, frame->style, VB_COLOR_DIM);
      vb_text_draw (text, cr, VB_TEXT_SMALL, label, layout->area.x - 7, y, 1, 0.5);
    }
  for (guint i = self->n - 1;; i -= layout->name_step)
    {
      double half = vb_text_get_width (text, VB_TEXT_SMALL, self->names[i]) / 2;

      /* The last name may be wider than its column. */
      vb_text_draw (text, cr, VB_TEXT_SMALL, self->names[i],
                    MIN (layout->area.x + (i + 0.5) * layout->pitch, right - half),
                    layout->area.y + layout->area.height + NAME_OFFSET, 0.5, 0);
      if (i < layout->name_step)
        break;
    }
}

static void
draw_box (VbColumns *self,
          cairo_t *cr,
          const VbPaintStyle *style,
          const Layout *layout,
          const Series *series,
          double x,
          double width,
          double from,
          double to)
{
  double y1 = vb_scale_map (&layout->y, from);
  double y2 = vb_scale_map (&layout->y, to);

  if (fabs (y2 - y1) > 0)
    vb_bar_painter_draw_box (cr, style, series->role, series->hatch,
                             &(cairo_rectangle_t){ x, MIN (y1, y2), width, fabs (y2 - y1) });
}

/* How high the parts above nought reach. */
static double
get_top (VbColumns *self, guint index)
{
  double up = 0;

  for (guint i = 0; i < self->series->len; i++)
    up += MAX (get_series (self, i)->values[index], 0);
  return isfinite (up) ? up : 0;
}

/* The mark of the sum and, of as many as there is room for, its figure over all columns that it
 * reaches over. */
static void
draw_sum (VbColumns *self,
          cairo_t *cr,
          const VbPaintStyle *style,
          VbText *text,
          const Layout *layout,
          guint index)
{
  double sum = get_sum (self, index);
  double middle = layout->area.x + (index + 0.5) * layout->pitch;
  double y = vb_scale_map (&layout->y, sum);
  double top = MAX (sum, 0);
  g_autofree char *label = vb_number_format_key_signed (sum);
  double half = vb_text_get_width (text, VB_TEXT_SMALL_BOLD, label) / 2;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, middle - layout->width / 2 - 3, y);
  cairo_line_to (cr, middle + layout->width / 2 + 3, y);
  cairo_set_line_width (cr, MARK_WIDTH);
  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  cairo_stroke (cr);
  cairo_restore (cr);
  if ((self->n - 1 - index) % layout->name_step != 0)
    return;

  middle = MIN (middle, layout->area.x + layout->area.width - half);
  for (guint i = 0; i < self->n; i++)
    if (fabs (layout->area.x + (i + 0.5) * layout->pitch - middle) < half + layout->width / 2)
      top = MAX (top, get_top (self, i));
  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  vb_text_draw (text, cr, VB_TEXT_SMALL_BOLD, label, middle,
                vb_scale_map (&layout->y, top) - LABEL_GAP, 0.5, 1);
}

static void
draw_stack (VbColumns *self,
            cairo_t *cr,
            const VbPaintStyle *style,
            VbText *text,
            const Layout *layout,
            guint index)
{
  double x = layout->area.x + (index + 0.5) * layout->pitch - layout->width / 2;
  double up = 0, down = 0;

  for (guint i = 0; i < self->series->len; i++)
    {
      const Series *series = get_series (self, i);
      double value = series->values[index];
      double *level = value < 0 ? &down : &up;

      if (!isfinite (value))
        continue;
      draw_box (self, cr, style, layout, series, x, layout->width, *level, *level + value);
      *level += value;
    }
  if (isfinite (get_sum (self, index)))
    draw_sum (self, cr, style, text, layout, index);
}

static void
draw_group (
    VbColumns *self, cairo_t *cr, const VbPaintStyle *style, const Layout *layout, guint index)
{
  double x = layout->area.x + (index + 0.5) * layout->pitch - layout->width / 2;
  double width = layout->width / self->series->len;

  for (guint i = 0; i < self->series->len; i++)
    {
      const Series *series = get_series (self, i);

      if (isfinite (series->values[index]))
        draw_box (self, cr, style, layout, series, x + i * width, MAX (width - 1, 1), 0,
                  series->values[index]);
    }
}

static void
vb_columns_draw_items (VbItemDrawing *drawing,
                       cairo_t *cr,
                       const VbFrame *frame,
                       VbText *text,
                       const cairo_rectangle_t *visible)
{
  VbColumns *self = VB_COLUMNS (drawing);
  Layout layout;
  double base;

  init_layout (self, &layout, frame, text);
  draw_key (self, cr, frame->style, text, frame->width);
  draw_axis (self, cr, frame, text, &layout);
  for (guint i = 0; i < self->n; i++)
    if (self->stacked)
      draw_stack (self, cr, frame->style, text, &layout, i);
    else
      draw_group (self, cr, frame->style, &layout, i);

  base = vb_paint_snap (vb_scale_map (&layout.y, 0));
  cairo_new_path (cr);
  cairo_move_to (cr, layout.area.x, base);
  cairo_line_to (cr, layout.area.x + layout.area.width, base);
  cairo_set_line_width (cr, 1);
  vb_paint_set_style_color (cr, frame->style, VB_COLOR_FRAME);
  cairo_stroke (cr);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_columns_finalize (GObject *object)
{
  VbColumns *self = VB_COLUMNS (object);

  g_free (self->unit);
  g_strfreev (self->names);
  g_array_unref (self->series);

  G_OBJECT_CLASS (vb_columns_parent_class)->finalize (object);
}

static void
vb_columns_class_init (VbColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_columns_finalize;
  VB_DRAWING_CLASS (klass)->measure = vb_columns_measure;
  VB_ITEM_DRAWING_CLASS (klass)->draw_items = vb_columns_draw_items;
  VB_ITEM_DRAWING_CLASS (klass)->locate_items = vb_columns_locate_items;
}

static void
vb_columns_init (VbColumns *self)
{
  self->series = g_array_new (FALSE, FALSE, sizeof (Series));
  g_array_set_clear_func (self->series, clear_series);
  vb_item_drawing_set_stop_columns (VB_ITEM_DRAWING (self), 0);
}

/* "2030: change +30, population +12, ageing +20, consumption −2". */
static void
add_category (VbColumns *self, const char *total_name, guint index)
{
  VbItemDrawing *drawing = VB_ITEM_DRAWING (self);
  VbNumberForm form = self->stacked ? VB_FORM_GAP : VB_FORM_KEY;
  g_autofree double *numbers = g_new (double, self->series->len + 1);
  g_autoptr (GString) readout = g_string_new (self->names[index]);
  const char *separator = ": ";

  numbers[self->series->len] = get_sum (self, index);
  if (self->stacked)
    {
      g_autofree char *name = vb_words_dup_lower (total_name);
      g_autofree char *sum = vb_number_form_format (form, get_sum (self, index));

      g_string_append_printf (readout, "%s%s %s", separator, name, sum);
      separator = ", ";
    }
  for (guint i = 0; i < self->series->len; i++)
    {
      const Series *series = get_series (self, i);
      g_autofree char *name = vb_words_dup_lower (series->name);
      g_autofree char *value = vb_number_form_format (form, series->values[index]);

      numbers[i] = series->values[index];
      g_string_append_printf (readout, "%s%s %s", separator, name, value);
      separator = ", ";
    }
  vb_item_drawing_add_stop (drawing, readout->str);
  vb_item_drawing_add_row (drawing, self->names[index], numbers);
}

VbColumns *
vb_columns_new (const char *title, const char *subtitle, const VbColumnFigures *figures)
{
  VbColumns *self = g_object_new (VB_TYPE_COLUMNS, NULL);
  VbItemDrawing *drawing = VB_ITEM_DRAWING (self);

  vb_drawing_set_titles (VB_DRAWING (self), title, subtitle);
  self->unit = g_strdup (figures->unit);
  self->stacked = figures->stacked;
  self->n = figures->n_series > 0 ? figures->n : 0;
  self->names = g_new0 (char *, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    self->names[i] = g_strdup (figures->names[i]);

  vb_item_drawing_add_column (drawing, figures->category, VB_FORM_KEY);
  for (guint i = 0; i < figures->n_series; i++)
    {
      const VbColumnSeries *source = &figures->series[i];
      Series series = { g_strdup (source->name), source->role, source->hatch,
                        g_memdup2 (source->values, self->n * sizeof (double)) };

      g_array_append_val (self->series, series);
      vb_item_drawing_add_column (drawing, source->name, self->stacked ? VB_FORM_GAP : VB_FORM_KEY);
    }
  if (self->stacked)
    vb_item_drawing_add_column (drawing, figures->total_name, VB_FORM_GAP);
  for (guint i = 0; i < self->n; i++)
    add_category (self, figures->total_name, i);
  return self;
}
