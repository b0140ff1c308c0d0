/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ranking.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-bar-painter.h"
#include "vb-handle-painter.h"
#include "vb-number.h"
#include "vb-row-layout.h"
#include "vb-scale.h"
#include "vb-text.h"
#include "vb-words.h"

#define VALUE_GAP 10.0
/* Width that a drawing is measured for: names that would not fit it stand above. */
#define LEAST_WIDTH 300.0

typedef struct
{
  gint64 id;
  char *name;
  double value;
  double low;
  double high;
  gboolean emphasised;
} Item;

struct _VbRanking
{
  VbDrawing parent_instance;

  VbRankingMark mark;
  VbRole role;
  gboolean is_gap;
  char *name_title;
  char *value_title;
  VbNumberForm form;
  GArray *items; /* Item */
};

G_DEFINE_FINAL_TYPE (VbRanking, vb_ranking, VB_TYPE_DRAWING)

#define get_item(self, i) (&g_array_index ((self)->items, Item, (i)))

static void
clear_item (gpointer data)
{
  g_free (((Item *) data)->name);
}

static char *
dup_value (VbRanking *self, double value)
{
  if (!self->is_gap)
    return vb_number_form_format (self->form, value);
  if (self->form == VB_FORM_KEY)
    return vb_number_format_key_signed (value);
  return vb_number_format_percent_signed (value, self->form == VB_FORM_PERCENT ? 0 : 1);
}

static VbRole
get_role (VbRanking *self, double value)
{
  return !self->is_gap ? self->role : value < 0 ? VB_ROLE_SHORTAGE : VB_ROLE_SURPLUS;
}

static VbTextKind
get_kind (const Item *item)
{
  return item->emphasised ? VB_TEXT_SMALL_BOLD : VB_TEXT_SMALL;
}

typedef struct
{
  VbRowLayout rows;
  double base; /* x of nought */
  VbScale scale;
} Layout;

static void
init_layout (VbRanking *self, Layout *layout, const VbFrame *frame, VbText *text)
{
  g_autofree const char **names = g_new (const char *, self->items->len + 1);
  double low = 0, high = 0, values = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = get_item (self, i);
      g_autofree char *value = dup_value (self, item->value);
      double ends[] = { item->value, item->low, item->high };

      names[i] = item->name;
      values = MAX (values, vb_text_get_width (text, VB_TEXT_SMALL_BOLD, value));
      for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
        if (isfinite (ends[j]))
          {
            low = MIN (low, ends[j]);
            high = MAX (high, ends[j]);
          }
    }

  vb_row_layout_init (&layout->rows, frame, text, 0, names, self->items->len,
                      low < 0 ? values + VALUE_GAP : 4, values + VALUE_GAP);
  layout->scale = (VbScale){ low, high, layout->rows.left, layout->rows.right };
  /* Nothing but noughts: the base line is where the lollipops would start. */
  layout->base = high > low ? vb_scale_map (&layout->scale, 0) : layout->scale.start;
}

static void
vb_ranking_measure (VbDrawing *drawing, const VbPaintStyle *style, VbDrawingSize *size)
{
  VbRanking *self = VB_RANKING (drawing);
  g_autoptr (VbText) text = vb_text_new (style);
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);
  guint n = MAX (self->items->len, 1);
  Layout layout;

  init_layout (self, &layout, &(VbFrame){ style, LEAST_WIDTH, 100 }, text);
  *size = (VbDrawingSize){ .min_width = 200,
                           .min_height = n * (layout.rows.stacked ? 2 * line + 2 : line + 2),
                           .natural_width = 440,
                           .natural_height = n * line * (layout.rows.stacked ? 2.4 : 1.7) };
}

static void
draw_item (VbRanking *self,
           cairo_t *cr,
           const VbPaintStyle *style,
           const Layout *layout,
           VbText *text,
           guint index)
{
  const Item *item = get_item (self, index);
  double y = vb_row_layout_get_y (&layout->rows, index);
  double x = isfinite (item->value) ? vb_scale_map (&layout->scale, item->value) : layout->base;
  gboolean left = item->value < 0;
  double end = left ? fmin (x, fmin (vb_scale_map (&layout->scale, item->low), x))
                    : fmax (x, fmax (vb_scale_map (&layout->scale, item->high), x));
  g_autofree char *value = dup_value (self, item->value);
  VbRole role = get_role (self, item->value);

  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  vb_row_layout_draw_name (&layout->rows, cr, text, get_kind (item), index, item->name);

  if (isfinite (item->value) && fabs (item->value) > 0)
    {
      if (self->mark == VB_RANKING_LOLLIPOP)
        vb_bar_painter_draw_lollipop (cr, style, role, layout->base, x, y);
      else
        vb_bar_painter_draw_bar (cr, style, role, layout->base, x, y,
                                 vb_row_layout_get_bar_height (&layout->rows));
    }
  if (isfinite (item->low) && isfinite (item->high))
    vb_bar_painter_draw_whisker (cr, style, vb_scale_map (&layout->scale, item->low),
                                 vb_scale_map (&layout->scale, item->high), y);

  vb_paint_set_color (cr, isfinite (item->value) && fabs (item->value) > 0
                              ? vb_palette_get_role_text (style->scheme, role)
                              : vb_palette_get (style->scheme, VB_COLOR_DIM));
  vb_text_draw (text, cr, get_kind (item), value, left ? end - VALUE_GAP : end + VALUE_GAP, y,
                left ? 1 : 0, 0.5);
}

static void
vb_ranking_draw (VbDrawing *drawing,
                 cairo_t *cr,
                 const VbFrame *frame,
                 const cairo_rectangle_t *visible)
{
  VbRanking *self = VB_RANKING (drawing);
  g_autoptr (VbText) text = vb_text_new (frame->style);
  Layout layout;

  if (self->items->len == 0)
    {
      vb_text_draw_notice (text, cr, frame->style, _ ("No figures"), frame->width, frame->height);
      return;
    }

  init_layout (self, &layout, frame, text);
  for (guint i = 0; i < self->items->len; i++)
    {
      cairo_move_to (cr, vb_paint_snap (layout.base), vb_row_layout_get_axis_top (&layout.rows, i));
      cairo_line_to (cr, vb_paint_snap (layout.base), (i + 1) * layout.rows.pitch);
    }
  cairo_set_line_width (cr, 1);
  vb_paint_set_style_color (cr, frame->style, VB_COLOR_FRAME);
  cairo_stroke (cr);
  for (guint i = 0; i < self->items->len; i++)
    {
      double y = i * layout.rows.pitch;

      if (y + layout.rows.pitch >= visible->y && y <= visible->y + visible->height)
        draw_item (self, cr, frame->style, &layout, text, i);
    }
}

static void
vb_ranking_get_stops (VbDrawing *drawing, guint *columns, guint *rows)
{
  *rows = VB_RANKING (drawing)->items->len;
  *columns = *rows > 0 ? 1 : 0;
}

static gboolean
vb_ranking_locate (
    VbDrawing *drawing, const VbFrame *frame, guint column, guint row, cairo_rectangle_t *area)
{
  guint n = VB_RANKING (drawing)->items->len;
  double height = frame->height / MAX (n, 1);

  if (row >= n || column > 0)
    return FALSE;
  *area = (cairo_rectangle_t){ 1, row * height + 1, frame->width - 2, height - 2 };
  return TRUE;
}

static gboolean
vb_ranking_pick (
    VbDrawing *drawing, const VbFrame *frame, double x, double y, guint *column, guint *row)
{
  guint n = VB_RANKING (drawing)->items->len;

  if (n == 0 || y < 0 || y >= frame->height || x < 0 || x > frame->width)
    return FALSE;
  *column = 0;
  *row = MIN ((guint) (y / (frame->height / n)), n - 1);
  return TRUE;
}

static void
vb_ranking_draw_cursor (
    VbDrawing *drawing, cairo_t *cr, const VbFrame *frame, guint column, guint row)
{
  cairo_rectangle_t area;

  if (vb_ranking_locate (drawing, frame, column, row, &area))
    vb_handle_painter_draw_box (cr, frame->style, &area);
}

static char *
vb_ranking_dup_readout (VbDrawing *drawing, guint column, guint row)
{
  VbRanking *self = VB_RANKING (drawing);
  const Item *item = get_item (self, row);
  g_autofree char *value = NULL;

  if (self->is_gap && self->form == VB_FORM_KEY)
    value = vb_words_dup_gap (item->value);
  else if (self->is_gap)
    value = vb_words_dup_gap_share (item->value);
  else
    value = dup_value (self, item->value);
  if (isfinite (item->low) && isfinite (item->high))
    {
      g_autofree char *low = dup_value (self, item->low);
      g_autofree char *high = dup_value (self, item->high);

      /* Translators: name, value, lower and upper limit of its uncertainty */
      return g_strdup_printf (_ ("%s: %s (%s to %s)"), item->name, value, low, high);
    }
  return g_strdup_printf ("%s: %s", item->name, value);
}

static char *
vb_ranking_dup_description (VbDrawing *drawing)
{
  VbRanking *self = VB_RANKING (drawing);
  GString *text = g_string_new (vb_drawing_get_subtitle (drawing));

  if (text->len > 0)
    g_string_append (text, ". ");
  if (self->items->len == 0)
    g_string_append (text, _ ("No figures"));
  for (guint i = 0; i < self->items->len; i++)
    {
      g_autofree char *readout = NULL;

      /* A reader who listens wants both ends, not a hundred names. */
      if (i >= 3 && i + 1 < self->items->len)
        continue;
      readout = vb_ranking_dup_readout (drawing, 0, i);
      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", readout);
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_spans (VbRanking *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (isfinite (get_item (self, i)->low))
      return TRUE;
  return FALSE;
}

static guint
vb_ranking_get_n_columns (VbDrawing *drawing)
{
  return has_spans (VB_RANKING (drawing)) ? 4 : 2;
}

static guint
vb_ranking_get_n_rows (VbDrawing *drawing)
{
  return VB_RANKING (drawing)->items->len;
}

static char *
vb_ranking_dup_column_title (VbDrawing *drawing, guint column)
{
  VbRanking *self = VB_RANKING (drawing);
  const char *titles[] = { self->name_title, self->value_title, _ ("Low"), _ ("High") };

  return g_strdup (titles[column]);
}

static double
vb_ranking_get_number (VbDrawing *drawing, guint row, guint column)
{
  const Item *item = get_item (VB_RANKING (drawing), row);

  return column == 1 ? item->value : column == 2 ? item->low : item->high;
}

static char *
vb_ranking_dup_cell (VbDrawing *drawing, guint row, guint column)
{
  VbRanking *self = VB_RANKING (drawing);

  if (column == 0)
    return g_strdup (get_item (self, row)->name);
  return dup_value (self, vb_ranking_get_number (drawing, row, column));
}

static void
vb_ranking_finalize (GObject *object)
{
  VbRanking *self = VB_RANKING (object);

  g_free (self->name_title);
  g_free (self->value_title);
  g_array_unref (self->items);

  G_OBJECT_CLASS (vb_ranking_parent_class)->finalize (object);
}

static void
vb_ranking_class_init (VbRankingClass *klass)
{
  VbDrawingClass *drawing_class = VB_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vb_ranking_finalize;

  drawing_class->measure = vb_ranking_measure;
  drawing_class->draw = vb_ranking_draw;
  drawing_class->dup_description = vb_ranking_dup_description;
  drawing_class->get_stops = vb_ranking_get_stops;
  drawing_class->pick = vb_ranking_pick;
  drawing_class->locate = vb_ranking_locate;
  drawing_class->draw_cursor = vb_ranking_draw_cursor;
  drawing_class->dup_readout = vb_ranking_dup_readout;
  drawing_class->get_n_columns = vb_ranking_get_n_columns;
  drawing_class->get_n_rows = vb_ranking_get_n_rows;
  drawing_class->dup_column_title = vb_ranking_dup_column_title;
  drawing_class->get_number = vb_ranking_get_number;
  drawing_class->dup_cell = vb_ranking_dup_cell;
}

static void
vb_ranking_init (VbRanking *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
}

VbRanking *
vb_ranking_new (
    const char *title, const char *subtitle, VbRankingMark mark, VbRole role, gboolean is_gap)
{
  VbRanking *self = g_object_new (VB_TYPE_RANKING, NULL);

  vb_drawing_set_titles (VB_DRAWING (self), title, subtitle);
  self->mark = mark;
  self->role = role;
  self->is_gap = is_gap;
  vb_ranking_set_columns (self, _ ("Unit"), is_gap ? _ ("Gap") : _ ("Value"), VB_FORM_KEY);
  return self;
}

void
vb_ranking_set_columns (VbRanking *self,
                        const char *name_title,
                        const char *value_title,
                        VbNumberForm form)
{
  g_return_if_fail (VB_IS_RANKING (self));

  g_free (self->name_title);
  g_free (self->value_title);
  self->name_title = g_strdup (name_title);
  self->value_title = g_strdup (value_title);
  self->form = form;
}

void
vb_ranking_add (VbRanking *self,
                gint64 id,
                const char *name,
                double value,
                double low,
                double high,
                gboolean emphasised)
{
  Item item = { id, g_strdup (name), value, low, high, emphasised };

  g_return_if_fail (VB_IS_RANKING (self));

  g_array_append_val (self->items, item);
}

gint64
vb_ranking_get_row_id (VbRanking *self, guint row)
{
  g_return_val_if_fail (VB_IS_RANKING (self), 0);
  g_return_val_if_fail (row < self->items->len, 0);

  return get_item (self, row)->id;
}
