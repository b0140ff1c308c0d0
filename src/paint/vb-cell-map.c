/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-cell-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-cell-painter.h"
#include "vb-handle-painter.h"
#include "vb-number.h"
#include "vb-period-ticks.h"
#include "vb-words.h"

#define CELL_GAP 2.0
#define NAME_GAP 9.0
/* Names take at most this share of the width. */
#define MAX_NAME_SHARE 0.42
/* A gap at or beyond this share of the map's largest is written bold. */
#define LARGE_SHARE 0.5
/* A gap that one decimal shows as 0. */
#define EVEN_LIMIT 0.05
/* Smallest side of a cell that can carry hatching, px. */
#define MIN_HATCHED 5.0

typedef struct
{
  gint64 id;
  char *name;
  double *values;
} Row;

struct _VbCellMap
{
  VbDrawing parent_instance;

  VbCellMapKind kind;
  VbGrain grain;
  VbDay start;
  guint n_periods;
  GArray *rows; /* Row */

  /* Measuring hundreds of names would cost more than drawing those that are seen. */
  double name_width;
  double name_font_size; /* for which they were measured; 0 = not yet */
  const char *name_font_family;
};

G_DEFINE_FINAL_TYPE (VbCellMap, vb_cell_map, VB_TYPE_DRAWING)

#define get_row(self, i) (&g_array_index ((self)->rows, Row, (i)))

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->name);
  g_free (row->values);
}

/* Geometry of one frame. */
typedef struct
{
  double x; /* of the first column */
  double y; /* of the first row */
  double column_width;
  double row_height;
} Layout;

static double
get_name_width (VbCellMap *self, const VbPaintStyle *style, VbText *text)
{
  double font_size = style->font_size * style->text_scale;

  if (self->name_font_size != font_size || self->name_font_family != style->font_family)
    {
      self->name_width = 0;
      for (guint i = 0; i < self->rows->len; i++)
        self->name_width = MAX (self->name_width,
                                vb_text_get_width (text, VB_TEXT_SMALL, get_row (self, i)->name));
      self->name_font_size = font_size;
      self->name_font_family = style->font_family;
    }
  return self->name_width;
}

static double
get_header_height (VbCellMap *self, VbText *text)
{
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);

  return (self->grain == VB_GRAIN_YEAR ? 1 : 2) * line + 5;
}

static void
init_layout (VbCellMap *self, Layout *layout, const VbFrame *frame, VbText *text)
{
  layout->x =
      MIN (get_name_width (self, frame->style, text), frame->width * MAX_NAME_SHARE) + NAME_GAP;
  layout->y = get_header_height (self, text);
  layout->column_width = MAX ((frame->width - layout->x) / MAX (self->n_periods, 1), 0);
  layout->row_height = MAX ((frame->height - layout->y) / MAX (self->rows->len, 1), 0);
}

/* On whole px: sharp edges, and boxes that cairo fills without blending. */
static void
get_cell_area (const Layout *layout, guint column, guint row, cairo_rectangle_t *area)
{
  /* Cells so small that the gap would eat them touch. */
  double gap_x = layout->column_width > 4 * CELL_GAP ? CELL_GAP : 0;
  double gap_y = layout->row_height > 4 * CELL_GAP ? CELL_GAP : 0;
  double right = round (layout->x + (column + 1) * layout->column_width);
  double bottom = round (layout->y + (row + 1) * layout->row_height);

  area->x = round (layout->x + column * layout->column_width);
  area->y = round (layout->y + row * layout->row_height);
  area->width = right - area->x - gap_x;
  area->height = bottom - area->y - gap_y;
}

/* The number in a cell: whole beds, except that less than one of them is not hidden as 0. */
static char *
dup_number (VbCellMap *self, double value)
{
  if (self->kind == VB_CELL_MAP_COVERAGE)
    return vb_number_format_percent (value, 0);
  if (isfinite (value) && fabs (value) >= EVEN_LIMIT && fabs (value) < 0.95)
    return vb_number_format_signed (value, 1);
  return vb_number_format_signed (value, 0);
}

static double
get_largest (VbCellMap *self)
{
  double largest = 0;

  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->n_periods; j++)
      if (isfinite (get_row (self, i)->values[j]))
        largest = MAX (largest, fabs (get_row (self, i)->values[j]));
  return largest;
}

static VbCellClass
classify (VbCellMap *self, double value, double largest)
{
  if (!isfinite (value))
    return VB_CELL_MISSING;
  if (self->kind == VB_CELL_MAP_COVERAGE)
    return value <= 0 ? VB_CELL_MISSING : value < 0.995 ? VB_CELL_PARTIAL : VB_CELL_FULL;
  if (fabs (value) < EVEN_LIMIT)
    return VB_CELL_EVEN;
  if (value < 0)
    return -value >= LARGE_SHARE * largest ? VB_CELL_SHORTAGE_LARGE : VB_CELL_SHORTAGE;
  return value >= LARGE_SHARE * largest ? VB_CELL_SURPLUS_LARGE : VB_CELL_SURPLUS;
}

/* Width of the widest number. With the two ends of the values all others are as wide at most. */
static double
get_number_width (VbCellMap *self, VbText *text)
{
  g_autofree char *low = dup_number (self, -get_largest (self));
  g_autofree char *small = dup_number (self, -0.8);

  /* Of full coverage no number is written. */
  if (self->kind == VB_CELL_MAP_COVERAGE)
    {
      g_autofree char *share = dup_number (self, 0.99);

      return vb_text_get_width (text, VB_TEXT_SMALL, share);
    }
  return MAX (vb_text_get_width (text, VB_TEXT_SMALL_BOLD, low),
              vb_text_get_width (text, VB_TEXT_SMALL, small));
}

static void
vb_cell_map_measure (VbDrawing *drawing, const VbPaintStyle *style, VbDrawingSize *size)
{
  VbCellMap *self = VB_CELL_MAP (drawing);
  g_autoptr (VbText) text = vb_text_new (style);
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);
  double column = get_number_width (self, text) + 8 + CELL_GAP;
  double names = MIN (get_name_width (self, style, text), 160 * style->text_scale) + NAME_GAP;
  double header = get_header_height (self, text);
  guint n_rows = MAX (self->rows->len, 1);

  /* Below the minimum numbers leave their cells, so the widget scrolls instead. */
  size->min_width = names + column * MAX (self->n_periods, 1);
  size->min_height = header + n_rows * (line + 6 + CELL_GAP);
  size->natural_width = names + MAX (column, 42 * style->text_scale) * MAX (self->n_periods, 1);
  size->natural_height = header + n_rows * (line * 1.6 + 4 + CELL_GAP);
}

static void
draw_header (
    VbCellMap *self, cairo_t *cr, const VbPaintStyle *style, const Layout *layout, VbText *text)
{
  g_autoptr (GArray) ticks =
      vb_period_ticks_new (self->grain, self->start, self->n_periods, layout->column_width, text);
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);

  vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
  for (guint i = 0; i < ticks->len; i++)
    {
      const VbPeriodTick *tick = &g_array_index (ticks, VbPeriodTick, i);
      double x = layout->x + (tick->index + 0.5) * layout->column_width;

      vb_text_draw (text, cr, VB_TEXT_SMALL, tick->label, x, layout->y - 4, 0.5, 1);
      if (tick->year != NULL)
        vb_text_draw (text, cr, VB_TEXT_SMALL, tick->year, x, layout->y - 4 - line, 0.5, 1);
    }
}

static void
draw_names (VbCellMap *self,
            cairo_t *cr,
            const VbPaintStyle *style,
            const Layout *layout,
            VbText *text,
            guint first,
            guint last)
{
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);
  /* Rows lower than a line: every so-many-th is named. */
  guint every = (guint) MAX (ceil (line * 0.95 / MAX (layout->row_height, 0.01)), 1);

  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  for (guint i = first; i < last; i++)
    if (i % every == 0)
      vb_text_draw_elided (text, cr, VB_TEXT_SMALL, get_row (self, i)->name, layout->x - NAME_GAP,
                           layout->y + (i + 0.5) * layout->row_height, 1, 0.5,
                           layout->x - NAME_GAP);
}

static void
draw_cells (VbCellMap *self,
            cairo_t *cr,
            const VbFrame *frame,
            const Layout *layout,
            VbText *text,
            const cairo_rectangle_t *visible,
            guint first,
            guint last)
{
  g_autoptr (VbCellPainter) painter = vb_cell_painter_new (frame->style, text);
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);
  gboolean roomy =
      layout->row_height >= line && layout->column_width >= get_number_width (self, text) + 2;
  double largest = get_largest (self);

  for (guint i = first; i < last; i++)
    for (guint j = 0; j < self->n_periods; j++)
      {
        double value = get_row (self, i)->values[j];
        VbCellClass cell_class;
        cairo_rectangle_t area;
        g_autofree char *number = NULL;

        get_cell_area (layout, j, i, &area);
        if (area.x + area.width < visible->x || area.x > visible->x + visible->width)
          continue;
        cell_class = classify (self, value, largest);
        /* Page after page of "100 %" would hide the cells that are not. */
        if (roomy && cell_class != VB_CELL_FULL)
          number = dup_number (self, cell_class == VB_CELL_MISSING ? NAN : value);
        vb_cell_painter_add (painter, cell_class, &area, number);
      }
  vb_cell_painter_draw (painter, cr);
}

static void
draw_dense (VbCellMap *self,
            cairo_t *cr,
            const VbFrame *frame,
            const Layout *layout,
            guint first,
            guint last)
{
  double largest = get_largest (self);
  guint n_rows = last - first;
  g_autofree guint8 *classes = g_new (guint8, (gsize) MAX (n_rows, 1) * self->n_periods);

  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < self->n_periods; j++)
      classes[i * self->n_periods + j] =
          (guint8) classify (self, get_row (self, first + i)->values[j], largest);
  if (n_rows > 0)
    vb_cell_painter_draw_dense (cr, frame->style, classes, self->n_periods, n_rows,
                                &(cairo_rectangle_t){ layout->x,
                                                      layout->y + first * layout->row_height,
                                                      self->n_periods * layout->column_width,
                                                      n_rows * layout->row_height });
}

static void
vb_cell_map_draw (VbDrawing *drawing,
                  cairo_t *cr,
                  const VbFrame *frame,
                  const cairo_rectangle_t *visible)
{
  VbCellMap *self = VB_CELL_MAP (drawing);
  g_autoptr (VbText) text = vb_text_new (frame->style);
  Layout layout, names, header;
  guint first, last;
  double left;

  if (self->rows->len == 0 || self->n_periods == 0)
    {
      vb_text_draw_notice (text, cr, frame->style, _ ("No figures"), frame->width, frame->height);
      return;
    }

  init_layout (self, &layout, frame, text);
  first = (guint) MAX ((visible->y - layout.y) / layout.row_height, 0);
  last = (guint) CLAMP ((visible->y + visible->height - layout.y) / layout.row_height + 1, 0,
                        self->rows->len);

  /* Names and periods stay at the edges of what is seen while the cells scroll under them. */
  names = layout;
  names.x += visible->x;
  header = layout;
  header.y += visible->y;

  cairo_save (cr);
  cairo_rectangle (cr, names.x, header.y, visible->width, visible->height);
  cairo_clip (cr);
  if (MIN (layout.column_width, layout.row_height) < MIN_HATCHED)
    draw_dense (self, cr, frame, &layout, first, last);
  else
    draw_cells (self, cr, frame, &layout, text, visible, first, last);
  cairo_restore (cr);

  cairo_save (cr);
  cairo_rectangle (cr, visible->x, header.y, visible->width, visible->height);
  cairo_clip (cr);
  cairo_translate (cr, visible->x, 0);
  draw_names (self, cr, frame->style, &layout, text, first, last);
  cairo_restore (cr);

  cairo_save (cr);
  left = visible->x > 0 ? names.x - NAME_GAP : 0;
  cairo_rectangle (cr, left, visible->y, visible->width, header.y - visible->y);
  cairo_clip (cr);
  draw_header (self, cr, frame->style, &header, text);
  cairo_restore (cr);
}

static void
vb_cell_map_get_stops (VbDrawing *drawing, guint *columns, guint *rows)
{
  VbCellMap *self = VB_CELL_MAP (drawing);

  *columns = self->n_periods;
  *rows = self->rows->len;
}

static gboolean
vb_cell_map_pick (
    VbDrawing *drawing, const VbFrame *frame, double x, double y, guint *column, guint *row)
{
  VbCellMap *self = VB_CELL_MAP (drawing);
  g_autoptr (VbText) text = vb_text_new (frame->style);
  Layout layout;

  init_layout (self, &layout, frame, text);
  x = floor ((x - layout.x) / layout.column_width);
  y = floor ((y - layout.y) / layout.row_height);
  if (!(x >= 0) || !(y >= 0) || x >= self->n_periods || y >= self->rows->len)
    return FALSE;
  *column = (guint) x;
  *row = (guint) y;
  return TRUE;
}

static gboolean
vb_cell_map_locate (
    VbDrawing *drawing, const VbFrame *frame, guint column, guint row, cairo_rectangle_t *area)
{
  VbCellMap *self = VB_CELL_MAP (drawing);
  g_autoptr (VbText) text = NULL;
  Layout layout;

  if (column >= self->n_periods || row >= self->rows->len)
    return FALSE;
  text = vb_text_new (frame->style);
  init_layout (self, &layout, frame, text);
  get_cell_area (&layout, column, row, area);
  return TRUE;
}

static void
vb_cell_map_draw_cursor (
    VbDrawing *drawing, cairo_t *cr, const VbFrame *frame, guint column, guint row)
{
  cairo_rectangle_t area;

  if (vb_cell_map_locate (drawing, frame, column, row, &area))
    vb_handle_painter_draw_box (cr, frame->style, &area);
}

static char *
dup_period (VbCellMap *self, guint column)
{
  return vb_period_format ((VbPeriod){ self->grain, vb_cell_map_get_column_start (self, column) },
                           FALSE);
}

static char *
vb_cell_map_dup_readout (VbDrawing *drawing, guint column, guint row)
{
  VbCellMap *self = VB_CELL_MAP (drawing);
  double value = get_row (self, row)->values[column];
  g_autofree char *period = dup_period (self, column);
  g_autofree char *figure = NULL;

  if (!isfinite (value))
    figure = g_strdup (_ ("no data"));
  else if (self->kind == VB_CELL_MAP_COVERAGE)
    {
      g_autofree char *share = vb_number_format_percent (value, 0);

      /* Translators: %s is a percentage */
      figure = g_strdup_printf (_ ("%s of the period has data"), share);
    }
  else
    figure = vb_words_dup_gap (value);

  return g_strdup_printf ("%s, %s: %s", get_row (self, row)->name, period, figure);
}

static char *
vb_cell_map_dup_description (VbDrawing *drawing)
{
  VbCellMap *self = VB_CELL_MAP (drawing);
  const char *subtitle = vb_drawing_get_subtitle (drawing);
  GString *text = g_string_new (subtitle);
  guint worst_row = 0, worst_column = 0;
  double worst = INFINITY;

  if (text->len > 0)
    g_string_append (text, ". ");
  if (self->rows->len == 0 || self->n_periods == 0)
    {
      g_string_append (text, _ ("No figures"));
      return g_string_free (text, FALSE);
    }

  g_string_append_printf (
      text, g_dngettext (GETTEXT_PACKAGE, "%u unit", "%u units", self->rows->len), self->rows->len);
  g_string_append_printf (
      text, g_dngettext (GETTEXT_PACKAGE, ", %u period.", ", %u periods.", self->n_periods),
      self->n_periods);

  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->n_periods; j++)
      if (get_row (self, i)->values[j] < worst)
        {
          worst = get_row (self, i)->values[j];
          worst_row = i;
          worst_column = j;
        }
  if (isfinite (worst))
    {
      g_autofree char *readout = vb_cell_map_dup_readout (drawing, worst_column, worst_row);

      g_string_append_c (text, ' ');
      /* Translators: %s is the unit, the period and the figure */
      g_string_append_printf (text, _ ("Lowest: %s."), readout);
    }

  return g_string_free (text, FALSE);
}

static guint
vb_cell_map_get_n_columns (VbDrawing *drawing)
{
  return 1 + VB_CELL_MAP (drawing)->n_periods;
}

static guint
vb_cell_map_get_n_rows (VbDrawing *drawing)
{
  return VB_CELL_MAP (drawing)->rows->len;
}

static char *
vb_cell_map_dup_column_title (VbDrawing *drawing, guint column)
{
  return column == 0 ? g_strdup (_ ("Unit")) : dup_period (VB_CELL_MAP (drawing), column - 1);
}

static double
vb_cell_map_get_number (VbDrawing *drawing, guint row, guint column)
{
  return get_row (VB_CELL_MAP (drawing), row)->values[column - 1];
}

static char *
vb_cell_map_dup_cell (VbDrawing *drawing, guint row, guint column)
{
  VbCellMap *self = VB_CELL_MAP (drawing);

  if (column == 0)
    return g_strdup (get_row (self, row)->name);
  return dup_number (self, get_row (self, row)->values[column - 1]);
}

static void
vb_cell_map_finalize (GObject *object)
{
  VbCellMap *self = VB_CELL_MAP (object);

  g_array_unref (self->rows);

  G_OBJECT_CLASS (vb_cell_map_parent_class)->finalize (object);
}

static void
vb_cell_map_class_init (VbCellMapClass *klass)
{
  VbDrawingClass *drawing_class = VB_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vb_cell_map_finalize;

  drawing_class->measure = vb_cell_map_measure;
  drawing_class->draw = vb_cell_map_draw;
  drawing_class->dup_description = vb_cell_map_dup_description;
  drawing_class->get_stops = vb_cell_map_get_stops;
  drawing_class->pick = vb_cell_map_pick;
  drawing_class->locate = vb_cell_map_locate;
  drawing_class->draw_cursor = vb_cell_map_draw_cursor;
  drawing_class->dup_readout = vb_cell_map_dup_readout;
  drawing_class->get_n_columns = vb_cell_map_get_n_columns;
  drawing_class->get_n_rows = vb_cell_map_get_n_rows;
  drawing_class->dup_column_title = vb_cell_map_dup_column_title;
  drawing_class->get_number = vb_cell_map_get_number;
  drawing_class->dup_cell = vb_cell_map_dup_cell;
}

static void
vb_cell_map_init (VbCellMap *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
}

VbCellMap *
vb_cell_map_new (VbCellMapKind kind,
                 const char *title,
                 const char *subtitle,
                 VbGrain grain,
                 VbDay start,
                 guint n_periods)
{
  VbCellMap *self = g_object_new (VB_TYPE_CELL_MAP, NULL);

  vb_drawing_set_titles (VB_DRAWING (self), title, subtitle);
  self->kind = kind;
  self->grain = grain;
  self->start = start;
  self->n_periods = n_periods;
  return self;
}

void
vb_cell_map_add_row (VbCellMap *self, gint64 id, const char *name, const double *values)
{
  Row row = { id, g_strdup (name), NULL };

  g_return_if_fail (VB_IS_CELL_MAP (self));

  self->name_font_size = 0;
  row.values = g_memdup2 (values, self->n_periods * sizeof (double));
  g_array_append_val (self->rows, row);
}

gint64
vb_cell_map_get_row_id (VbCellMap *self, guint row)
{
  g_return_val_if_fail (VB_IS_CELL_MAP (self), 0);
  g_return_val_if_fail (row < self->rows->len, 0);

  return get_row (self, row)->id;
}

VbDay
vb_cell_map_get_column_start (VbCellMap *self, guint column)
{
  g_return_val_if_fail (VB_IS_CELL_MAP (self), VB_DAY_NONE);

  return vb_grain_add (self->grain, self->start, (int) column);
}
