/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-tornado.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-bar-painter.h"
#include "vb-key-painter.h"
#include "vb-number.h"
#include "vb-row-layout.h"
#include "vb-scale.h"
#include "vb-words.h"

#define PAD 4.0
#define KEY_GAP 6.0
#define LABEL_GAP 6.0
#define BASE_WIDTH 2.0

typedef struct
{
  char *name;
  VbRole role;
  double low;
  double high;
} Bar;

struct _VbTornado
{
  VbItemDrawing parent_instance;

  double base;
  GArray *bars; /* Bar, the widest first */
};

G_DEFINE_FINAL_TYPE (VbTornado, vb_tornado, VB_TYPE_ITEM_DRAWING)

#define get_bar(self, i) (&g_array_index ((self)->bars, Bar, (i)))

static void
clear_bar (gpointer data)
{
  g_free (((Bar *) data)->name);
}

static gboolean
is_known (const Bar *bar)
{
  return isfinite (bar->low) && isfinite (bar->high);
}

static double
draw_key (cairo_t *cr, const VbPaintStyle *style, VbText *text, double width)
{
  const VbKeyEntry entries[] = {
    { VB_KEY_BOX, VB_ROLE_AVAILABLE, VB_HATCH_NONE, _ ("on capacity") },
    { VB_KEY_BOX, VB_ROLE_NEED, VB_HATCH_STRIPES, _ ("on need") },
  };

  return vb_key_painter_draw (cr, style, text, entries, G_N_ELEMENTS (entries), width) + KEY_GAP;
}

typedef struct
{
  VbRowLayout rows;
  VbScale scale;
  double key;  /* height of the key; the word at the base line stands under it */
  double base; /* x */
} Layout;

static double
get_label_width (VbText *text, double value)
{
  g_autofree char *label = vb_number_format_key_signed (value);

  return vb_text_get_width (text, VB_TEXT_SMALL_BOLD, label) + LABEL_GAP;
}

static void
init_layout (VbTornado *self, Layout *layout, const VbFrame *frame, VbText *text)
{
  g_autofree const char **names = g_new (const char *, self->bars->len);
  double low = INFINITY, high = -INFINITY, left = 0, right = 0;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = get_bar (self, i);

      names[i] = bar->name;
      if (!is_known (bar))
        continue;
      low = MIN (low, MIN (bar->low, bar->high));
      high = MAX (high, MAX (bar->low, bar->high));
      left = MAX (left, get_label_width (text, MIN (bar->low, bar->high)));
      right = MAX (right, get_label_width (text, MAX (bar->low, bar->high)));
    }
  if (isfinite (self->base))
    {
      low = MIN (low, self->base);
      high = MAX (high, self->base);
    }
  if (!(low <= high))
    low = high = 0;

  layout->key = draw_key (NULL, frame->style, text, frame->width);
  vb_row_layout_init (&layout->rows, frame, text,
                      layout->key + vb_text_get_line_height (text, VB_TEXT_SMALL) + PAD, names,
                      self->bars->len, left, right);
  layout->scale = (VbScale){ low, high, layout->rows.left, layout->rows.right };
  layout->base = vb_scale_map (&layout->scale, isfinite (self->base) ? self->base : low);
}

static void
vb_tornado_measure (VbDrawing *drawing, const VbPaintStyle *style, VbDrawingSize *size)
{
  guint n = VB_TORNADO (drawing)->bars->len;
  g_autoptr (VbText) text = vb_text_new (style);
  double header =
      draw_key (NULL, style, text, 280) + vb_text_get_line_height (text, VB_TEXT_SMALL) + PAD;

  *size = (VbDrawingSize){ .min_width = 200,
                           .min_height = header + vb_row_layout_measure (text, n, TRUE),
                           .natural_width = 520,
                           .natural_height = header + vb_row_layout_measure (text, n, FALSE) };
}

static void
vb_tornado_locate_items (VbItemDrawing *drawing,
                         const VbFrame *frame,
                         VbText *text,
                         cairo_rectangle_t *boxes)
{
  VbTornado *self = VB_TORNADO (drawing);
  Layout layout;

  init_layout (self, &layout, frame, text);
  for (guint i = 0; i < self->bars->len; i++)
    vb_row_layout_get_box (&layout.rows, i, &boxes[i]);
}

static void
draw_bar (VbTornado *self,
          cairo_t *cr,
          const VbPaintStyle *style,
          VbText *text,
          const Layout *layout,
          guint index)
{
  const Bar *bar = get_bar (self, index);
  double y = vb_row_layout_get_y (&layout->rows, index);
  double height = vb_row_layout_get_bar_height (&layout->rows);
  double ends[] = { MIN (bar->low, bar->high), MAX (bar->low, bar->high) };
  double left, right;

  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  vb_row_layout_draw_name (&layout->rows, cr, text, VB_TEXT_SMALL, index, bar->name);
  if (!is_known (bar))
    {
      vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
      vb_text_draw (text, cr, VB_TEXT_SMALL, "–", layout->base + LABEL_GAP, y, 0, 0.5);
      return;
    }

  left = vb_scale_map (&layout->scale, ends[0]);
  right = vb_scale_map (&layout->scale, ends[1]);
  vb_bar_painter_draw_box (
      cr, style, bar->role, bar->role == VB_ROLE_NEED ? VB_HATCH_STRIPES : VB_HATCH_NONE,
      &(cairo_rectangle_t){ left, y - height / 2, MAX (right - left, 1), height });
  vb_paint_set_color (cr, vb_palette_get_role_text (style->scheme, bar->role));
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *label = vb_number_format_key_signed (ends[i]);

      vb_text_draw (text, cr, VB_TEXT_SMALL_BOLD, label,
                    i == 0 ? left - LABEL_GAP : right + LABEL_GAP, y, i == 0 ? 1 : 0, 0.5);
    }
}

/* The gap with everything at base: a line through all bars, with its word above. */
static void
draw_base (VbTornado *self, cairo_t *cr, const VbFrame *frame, VbText *text, const Layout *layout)
{
  g_autofree char *gap = vb_words_dup_gap (self->base);
  /* Translators: the gap with all assumptions at their base value */
  g_autofree char *label = g_strdup_printf (_ ("base %s"), gap);
  double width = vb_text_get_width (text, VB_TEXT_SMALL_BOLD, label);
  double x = CLAMP (layout->base - width / 2, 0, MAX (frame->width - width, 0));

  if (!isfinite (self->base))
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < self->bars->len; i++)
    {
      cairo_move_to (cr, layout->base, vb_row_layout_get_axis_top (&layout->rows, i));
      cairo_line_to (cr, layout->base, layout->rows.top + (i + 1) * layout->rows.pitch);
    }
  cairo_set_line_width (cr, BASE_WIDTH);
  vb_paint_set_style_color (cr, frame->style, VB_COLOR_INK);
  cairo_stroke (cr);
  cairo_restore (cr);
  vb_paint_set_style_color (cr, frame->style, VB_COLOR_INK);
  vb_text_draw_elided (text, cr, VB_TEXT_SMALL_BOLD, label, x, layout->key, 0, 0, frame->width);
}

static void
vb_tornado_draw_items (VbItemDrawing *drawing,
                       cairo_t *cr,
                       const VbFrame *frame,
                       VbText *text,
                       const cairo_rectangle_t *visible)
{
  VbTornado *self = VB_TORNADO (drawing);
  Layout layout;

  init_layout (self, &layout, frame, text);
  draw_key (cr, frame->style, text, frame->width);
  for (guint i = 0; i < self->bars->len; i++)
    draw_bar (self, cr, frame->style, text, &layout, i);
  draw_base (self, cr, frame, text, &layout);
}

static void
vb_tornado_finalize (GObject *object)
{
  g_array_unref (VB_TORNADO (object)->bars);

  G_OBJECT_CLASS (vb_tornado_parent_class)->finalize (object);
}

static void
vb_tornado_class_init (VbTornadoClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_tornado_finalize;
  VB_DRAWING_CLASS (klass)->measure = vb_tornado_measure;
  VB_ITEM_DRAWING_CLASS (klass)->draw_items = vb_tornado_draw_items;
  VB_ITEM_DRAWING_CLASS (klass)->locate_items = vb_tornado_locate_items;
}

static void
vb_tornado_init (VbTornado *self)
{
  VbItemDrawing *drawing = VB_ITEM_DRAWING (self);

  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_array_set_clear_func (self->bars, clear_bar);
  vb_item_drawing_add_column (drawing, _ ("Lever"), VB_FORM_KEY);
  vb_item_drawing_add_column (drawing, _ ("Gap at low value"), VB_FORM_GAP);
  vb_item_drawing_add_column (drawing, _ ("Gap at high value"), VB_FORM_GAP);
  vb_item_drawing_add_column (drawing, _ ("Span"), VB_FORM_KEY);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Bar *ba = a;
  const Bar *bb = b;
  double sa = is_known (ba) ? fabs (ba->high - ba->low) : -1;
  double sb = is_known (bb) ? fabs (bb->high - bb->low) : -1;

  return sa > sb ? -1 : sa < sb;
}

static void
describe_bar (VbTornado *self, const Bar *bar)
{
  VbItemDrawing *drawing = VB_ITEM_DRAWING (self);
  double numbers[] = { bar->low, bar->high, fabs (bar->high - bar->low) };
  g_autofree char *low = vb_words_dup_gap (bar->low);
  g_autofree char *high = vb_words_dup_gap (bar->high);
  /* Translators: a lever, and the gap at its low and at its high value */
  g_autofree char *readout = g_strdup_printf (
      _ ("%s: gap %s at its low value, %s at its high value"), bar->name, low, high);

  vb_item_drawing_add_stop (drawing, readout);
  vb_item_drawing_add_row (drawing, bar->name, numbers);
}

VbTornado *
vb_tornado_new (
    const char *title, const char *subtitle, double base, const VbTornadoBar *bars, guint n_bars)
{
  VbTornado *self = g_object_new (VB_TYPE_TORNADO, NULL);

  vb_drawing_set_titles (VB_DRAWING (self), title, subtitle);
  self->base = base;
  for (guint i = 0; i < n_bars; i++)
    {
      Bar bar = { g_strdup (bars[i].name), bars[i].role, bars[i].low, bars[i].high };

      g_array_append_val (self->bars, bar);
    }
  /* Equals stay in the order given: g_array_sort() is stable. */
  g_array_sort (self->bars, compare_spans);
  for (guint i = 0; i < n_bars; i++)
    describe_bar (self, get_bar (self, i));
  return self;
}
