/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ranking.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-bar-painter.h"
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
  VbItemDrawing parent_instance;

  VbRankingMark mark;
  VbRole role;
  gboolean is_gap;
  VbNumberForm form; /* of the values, with their sign when they are gaps */
  GArray *items;     /* Item */
};

G_DEFINE_FINAL_TYPE (VbRanking, vb_ranking, VB_TYPE_ITEM_DRAWING)

#define get_item(self, i) (&g_array_index ((self)->items, Item, (i)))

static void
clear_item (gpointer data)
{
  g_free (((Item *) data)->name);
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
      g_autofree char *value = vb_number_form_format (self->form, item->value);
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
  g_autofree char *value = vb_number_form_format (self->form, item->value);
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
vb_ranking_draw_items (VbItemDrawing *drawing,
                       cairo_t *cr,
                       const VbFrame *frame,
                       VbText *text,
                       const cairo_rectangle_t *visible)
{
  VbRanking *self = VB_RANKING (drawing);
  Layout layout;

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
vb_ranking_locate_items (VbItemDrawing *drawing,
                         const VbFrame *frame,
                         VbText *text,
                         cairo_rectangle_t *boxes)
{
  VbRanking *self = VB_RANKING (drawing);
  Layout layout;

  init_layout (self, &layout, frame, text);
  for (guint i = 0; i < self->items->len; i++)
    vb_row_layout_get_box (&layout.rows, i, &boxes[i]);
}

static char *
vb_ranking_dup_readout (VbDrawing *drawing, guint column, guint row)
{
  VbRanking *self = VB_RANKING (drawing);
  const Item *item = get_item (self, row);
  g_autofree char *value = NULL;

  if (self->is_gap && self->form == VB_FORM_GAP)
    value = vb_words_dup_gap (item->value);
  else if (self->is_gap)
    value = vb_words_dup_gap_share (item->value);
  else
    value = vb_number_form_format (self->form, item->value);
  if (isfinite (item->low) && isfinite (item->high))
    {
      g_autofree char *low = vb_number_form_format (self->form, item->low);
      g_autofree char *high = vb_number_form_format (self->form, item->high);

      /* Translators: name, value, lower and upper limit of its uncertainty */
      return g_strdup_printf (_ ("%s: %s (%s to %s)"), item->name, value, low, high);
    }
  return g_strdup_printf ("%s: %s", item->name, value);
}

static void
vb_ranking_finalize (GObject *object)
{
  VbRanking *self = VB_RANKING (object);

  g_array_unref (self->items);

  G_OBJECT_CLASS (vb_ranking_parent_class)->finalize (object);
}

static void
vb_ranking_class_init (VbRankingClass *klass)
{
  VbItemDrawingClass *item_class = VB_ITEM_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vb_ranking_finalize;
  VB_DRAWING_CLASS (klass)->measure = vb_ranking_measure;
  VB_DRAWING_CLASS (klass)->dup_readout = vb_ranking_dup_readout;

  item_class->max_said = 3;
  item_class->draw_items = vb_ranking_draw_items;
  item_class->locate_items = vb_ranking_locate_items;
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
  vb_item_drawing_add_column (VB_ITEM_DRAWING (self), NULL, VB_FORM_KEY);
  vb_item_drawing_add_column (VB_ITEM_DRAWING (self), NULL, VB_FORM_KEY);
  vb_item_drawing_add_optional_column (VB_ITEM_DRAWING (self), NULL, VB_FORM_KEY);
  vb_item_drawing_add_optional_column (VB_ITEM_DRAWING (self), NULL, VB_FORM_KEY);
  vb_ranking_set_columns (self, _ ("Unit"), is_gap ? _ ("Gap") : _ ("Value"), VB_FORM_KEY);
  return self;
}

void
vb_ranking_set_columns (VbRanking *self,
                        const char *name_title,
                        const char *value_title,
                        VbNumberForm form)
{
  const char *titles[] = { name_title, value_title, _ ("Low"), _ ("High") };

  g_return_if_fail (VB_IS_RANKING (self));
  g_return_if_fail (self->items->len == 0);

  if (self->is_gap)
    form = form == VB_FORM_KEY ? VB_FORM_GAP : VB_FORM_GAP_PERCENT_1;
  self->form = form;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    vb_item_drawing_set_column (VB_ITEM_DRAWING (self), i, titles[i], form);
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
  vb_item_drawing_add_stop (VB_ITEM_DRAWING (self), NULL);
  vb_item_drawing_add_row (VB_ITEM_DRAWING (self), name, (double[]){ value, low, high });
}

gint64
vb_ranking_get_row_id (VbRanking *self, guint row)
{
  g_return_val_if_fail (VB_IS_RANKING (self), 0);
  g_return_val_if_fail (row < self->items->len, 0);

  return get_item (self, row)->id;
}
