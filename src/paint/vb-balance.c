/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-balance.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-handle-painter.h"
#include "vb-number.h"
#include "vb-scales-painter.h"

struct _VbBalance
{
  VbDrawing parent_instance;

  double need;
  double available;
};

G_DEFINE_FINAL_TYPE (VbBalance, vb_balance, VB_TYPE_DRAWING)

enum
{
  STOP_NEED,
  STOP_AVAILABLE,
  N_STOPS,
};

/* gap = available − need. */
static double
get_gap (VbBalance *self)
{
  return self->available - self->need;
}

/* "26 beds are missing". */
static char *
dup_verdict (VbBalance *self)
{
  double gap = get_gap (self);
  g_autofree char *size = NULL;

  if (!isfinite (gap))
    return g_strdup (_ ("Need or capacity is not known"));
  size = vb_number_format_key (fabs (gap));
  if (g_str_equal (size, "0"))
    return g_strdup (_ ("In balance"));
  if (gap < 0)
    /* Translators: %s is a number of beds, maybe with decimals */
    return g_strdup_printf (_ ("%s beds are missing"), size);
  /* Translators: %s is a number of beds, maybe with decimals */
  return g_strdup_printf (_ ("%s beds to spare"), size);
}

static void
vb_balance_measure (VbDrawing *drawing, const VbPaintStyle *style, VbDrawingSize *size)
{
  g_autoptr (VbText) text = vb_text_new (style);
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);

  *size = (VbDrawingSize){
    .min_width = 180, .min_height = line * 9, .natural_width = 320, .natural_height = line * 13
  };
}

static void
vb_balance_draw (VbDrawing *drawing,
                 cairo_t *cr,
                 const VbFrame *frame,
                 const cairo_rectangle_t *visible)
{
  VbBalance *self = VB_BALANCE (drawing);
  g_autoptr (VbText) text = vb_text_new (frame->style);
  g_autofree char *need = vb_number_format_key (self->need);
  g_autofree char *available = vb_number_format_key (self->available);
  g_autofree char *verdict = dup_verdict (self);
  double verdict_height = vb_text_get_line_height (text, VB_TEXT_BOLD) + 8;
  double gap = get_gap (self);
  VbScalesWeights weights = {
    self->need, self->available, need, available, _ ("Need"), _ ("Available"),
  };

  vb_scales_painter_draw (cr, frame->style, text, &weights, frame->width,
                          frame->height - verdict_height);
  if (isfinite (gap) && fabs (gap) > 0)
    vb_paint_set_color (cr,
                        vb_palette_get_role_text (frame->style->scheme,
                                                  gap < 0 ? VB_ROLE_SHORTAGE : VB_ROLE_SURPLUS));
  else
    vb_paint_set_style_color (cr, frame->style, VB_COLOR_INK);
  vb_text_draw_elided (text, cr, VB_TEXT_BOLD, verdict, frame->width / 2, frame->height - 3, 0.5, 1,
                       frame->width);
}

static char *
vb_balance_dup_description (VbDrawing *drawing)
{
  VbBalance *self = VB_BALANCE (drawing);
  g_autofree char *need = vb_number_format_key (self->need);
  g_autofree char *available = vb_number_format_key (self->available);
  g_autofree char *verdict = dup_verdict (self);

  /* Translators: the scales in words; the last is "26 beds are missing" */
  return g_strdup_printf (_ ("Need %s, available %s: %s."), need, available, verdict);
}

static void
vb_balance_get_stops (VbDrawing *drawing, guint *columns, guint *rows)
{
  *columns = N_STOPS;
  *rows = 1;
}

static gboolean
vb_balance_locate (
    VbDrawing *drawing, const VbFrame *frame, guint column, guint row, cairo_rectangle_t *area)
{
  if (column >= N_STOPS || row > 0)
    return FALSE;
  *area = (cairo_rectangle_t){ column * frame->width / 2 + 1, 1, frame->width / 2 - 2,
                               frame->height - 2 };
  return TRUE;
}

static gboolean
vb_balance_pick (
    VbDrawing *drawing, const VbFrame *frame, double x, double y, guint *column, guint *row)
{
  if (x < 0 || x > frame->width || y < 0 || y > frame->height)
    return FALSE;
  *column = x < frame->width / 2 ? STOP_NEED : STOP_AVAILABLE;
  *row = 0;
  return TRUE;
}

static void
vb_balance_draw_cursor (
    VbDrawing *drawing, cairo_t *cr, const VbFrame *frame, guint column, guint row)
{
  cairo_rectangle_t area;

  if (vb_balance_locate (drawing, frame, column, row, &area))
    vb_handle_painter_draw_box (cr, frame->style, &area);
}

static char *
vb_balance_dup_readout (VbDrawing *drawing, guint column, guint row)
{
  VbBalance *self = VB_BALANCE (drawing);
  g_autofree char *value =
      vb_number_format_key (column == STOP_NEED ? self->need : self->available);

  return g_strdup_printf (column == STOP_NEED ? _ ("Need: %s beds") : _ ("Available: %s beds"),
                          value);
}

/* The table is one row: need, available, gap. */

static guint
vb_balance_get_n_columns (VbDrawing *drawing)
{
  return 4;
}

static guint
vb_balance_get_n_rows (VbDrawing *drawing)
{
  return 1;
}

static char *
vb_balance_dup_column_title (VbDrawing *drawing, guint column)
{
  const char *titles[] = { "", _ ("Need"), _ ("Available"), _ ("Gap") };

  return g_strdup (titles[column]);
}

static double
vb_balance_get_number (VbDrawing *drawing, guint row, guint column)
{
  VbBalance *self = VB_BALANCE (drawing);

  return column == 1 ? self->need : column == 2 ? self->available : get_gap (self);
}

static char *
vb_balance_dup_cell (VbDrawing *drawing, guint row, guint column)
{
  double value;

  if (column == 0)
    return g_strdup (_ ("Beds"));
  value = vb_balance_get_number (drawing, row, column);
  return column == 3 ? vb_number_format_key_signed (value) : vb_number_format_key (value);
}

static void
vb_balance_class_init (VbBalanceClass *klass)
{
  VbDrawingClass *drawing_class = VB_DRAWING_CLASS (klass);

  drawing_class->measure = vb_balance_measure;
  drawing_class->draw = vb_balance_draw;
  drawing_class->dup_description = vb_balance_dup_description;
  drawing_class->get_stops = vb_balance_get_stops;
  drawing_class->pick = vb_balance_pick;
  drawing_class->locate = vb_balance_locate;
  drawing_class->draw_cursor = vb_balance_draw_cursor;
  drawing_class->dup_readout = vb_balance_dup_readout;
  drawing_class->get_n_columns = vb_balance_get_n_columns;
  drawing_class->get_n_rows = vb_balance_get_n_rows;
  drawing_class->dup_column_title = vb_balance_dup_column_title;
  drawing_class->get_number = vb_balance_get_number;
  drawing_class->dup_cell = vb_balance_dup_cell;
}

static void
vb_balance_init (VbBalance *self)
{
}

VbBalance *
vb_balance_new (const char *title, const char *subtitle, double need, double available)
{
  VbBalance *self = g_object_new (VB_TYPE_BALANCE, NULL);

  vb_drawing_set_titles (VB_DRAWING (self), title, subtitle);
  self->need = need;
  self->available = available;
  return self;
}
