/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-pairs.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-handle-painter.h"
#include "vb-key-painter.h"
#include "vb-line-painter.h"
#include "vb-number.h"
#include "vb-row-layout.h"
#include "vb-scale.h"

#define KEY_GAP 6.0
#define NUMBER_GAP 10.0
#define POINT_ROOM 8.0
#define WAY_WIDTH 3.0

typedef struct
{
  gint64 id;
  char *name;
  double present;
  double wanted;
  gboolean locked;
  char *course;     /* "27 → 31" */
  char *difference; /* "+4" */
} Pair;

struct _VbPairs
{
  VbItemDrawing parent_instance;

  char *present_name;
  char *wanted_name;
  gboolean any_locked;
  GArray *pairs; /* Pair */
};

G_DEFINE_FINAL_TYPE (VbPairs, vb_pairs, VB_TYPE_ITEM_DRAWING)

#define get_pair(self, i) (&g_array_index ((self)->pairs, Pair, (i)))

static void
clear_pair (gpointer data)
{
  Pair *pair = data;

  g_free (pair->name);
  g_free (pair->course);
  g_free (pair->difference);
}

static double
draw_key (VbPairs *self, cairo_t *cr, const VbPaintStyle *style, VbText *text, double width)
{
  const VbKeyEntry entries[] = {
    { VB_KEY_POINT, VB_ROLE_AVAILABLE, VB_HATCH_NONE, self->present_name },
    { VB_KEY_POINT, VB_ROLE_TARGET, VB_HATCH_NONE, self->wanted_name },
    { VB_KEY_LOCK, VB_ROLE_TARGET, VB_HATCH_NONE, _ ("locked") },
  };
  guint n = G_N_ELEMENTS (entries) - (self->any_locked ? 0 : 1);

  return vb_key_painter_draw (cr, style, text, entries, n, width) + KEY_GAP;
}

typedef struct
{
  VbRowLayout rows;
  VbScale scale;
  double difference_width;
  double course_width;
  double lock_width;
} Layout;

static void
init_layout (VbPairs *self, Layout *layout, const VbFrame *frame, VbText *text)
{
  g_autofree const char **names = g_new (const char *, self->pairs->len);
  double high = 0;

  *layout = (Layout){ .lock_width = self->any_locked ? VB_LOCK_SIZE + NUMBER_GAP : 0 };
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = get_pair (self, i);

      names[i] = pair->name;
      if (isfinite (pair->present))
        high = MAX (high, pair->present);
      if (isfinite (pair->wanted))
        high = MAX (high, pair->wanted);
      layout->course_width =
          MAX (layout->course_width, vb_text_get_width (text, VB_TEXT_SMALL, pair->course));
      layout->difference_width = MAX (
          layout->difference_width, vb_text_get_width (text, VB_TEXT_SMALL_BOLD, pair->difference));
    }
  vb_row_layout_init (&layout->rows, frame, text,
                      draw_key (self, NULL, frame->style, text, frame->width), names,
                      self->pairs->len, POINT_ROOM,
                      POINT_ROOM + layout->lock_width + layout->course_width
                          + layout->difference_width + 2 * NUMBER_GAP);
  /* Lengths are beds: the axis begins at nought. */
  layout->scale = (VbScale){ 0, MAX (high, 1), layout->rows.left, layout->rows.right };
}

static void
vb_pairs_measure (VbDrawing *drawing, const VbPaintStyle *style, VbDrawingSize *size)
{
  VbPairs *self = VB_PAIRS (drawing);
  g_autoptr (VbText) text = vb_text_new (style);
  double key = draw_key (self, NULL, style, text, 280);

  *size = (VbDrawingSize){ .min_width = 200,
                           .min_height = key + vb_row_layout_measure (text, self->pairs->len, TRUE),
                           .natural_width = 520,
                           .natural_height =
                               key + vb_row_layout_measure (text, self->pairs->len, FALSE) };
}

static void
vb_pairs_locate_items (VbItemDrawing *drawing,
                       const VbFrame *frame,
                       VbText *text,
                       cairo_rectangle_t *boxes)
{
  VbPairs *self = VB_PAIRS (drawing);
  Layout layout;

  init_layout (self, &layout, frame, text);
  for (guint i = 0; i < self->pairs->len; i++)
    vb_row_layout_get_box (&layout.rows, i, &boxes[i]);
}

static void
draw_line (cairo_t *cr, VbRgba color, double width, double x1, double x2, double y)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x1, y);
  cairo_line_to (cr, x2, y);
  cairo_set_line_width (cr, width);
  vb_paint_set_color (cr, color);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_pair (VbPairs *self,
           cairo_t *cr,
           const VbPaintStyle *style,
           VbText *text,
           const Layout *layout,
           guint index)
{
  const Pair *pair = get_pair (self, index);
  VbPoint present = { vb_scale_map (&layout->scale, pair->present),
                      vb_row_layout_get_y (&layout->rows, index) };
  VbPoint wanted = { vb_scale_map (&layout->scale, pair->wanted), present.y };
  double right = layout->rows.width;

  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  vb_row_layout_draw_name (&layout->rows, cr, text, VB_TEXT_SMALL, index, pair->name);
  draw_line (cr, vb_palette_get (style->scheme, VB_COLOR_GRID), 1, layout->rows.left,
             layout->rows.right, vb_paint_snap (present.y));
  if (isfinite (present.x) && isfinite (wanted.x))
    draw_line (cr, vb_palette_get (style->scheme, VB_COLOR_FRAME), WAY_WIDTH, present.x, wanted.x,
               present.y);
  /* The open one on top: the filled one shows through it when they meet. */
  vb_line_painter_draw_scattered (cr, style, VB_ROLE_TARGET, &wanted, 1);
  vb_line_painter_draw_scattered (cr, style, VB_ROLE_AVAILABLE, &present, 1);

  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  vb_text_draw (text, cr, VB_TEXT_SMALL_BOLD, pair->difference, right, present.y, 1, 0.5);
  right -= layout->difference_width + NUMBER_GAP;
  vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
  vb_text_draw (text, cr, VB_TEXT_SMALL, pair->course, right, present.y, 1, 0.5);
  if (pair->locked)
    vb_handle_painter_draw_lock (
        cr, style, right - layout->course_width - NUMBER_GAP - VB_LOCK_SIZE / 2, present.y);
}

static void
vb_pairs_draw_items (VbItemDrawing *drawing,
                     cairo_t *cr,
                     const VbFrame *frame,
                     VbText *text,
                     const cairo_rectangle_t *visible)
{
  VbPairs *self = VB_PAIRS (drawing);
  Layout layout;

  init_layout (self, &layout, frame, text);
  draw_key (self, cr, frame->style, text, frame->width);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      cairo_rectangle_t box;

      vb_row_layout_get_box (&layout.rows, i, &box);
      if (box.y + box.height >= visible->y && box.y <= visible->y + visible->height)
        draw_pair (self, cr, frame->style, text, &layout, i);
    }
}

static void
vb_pairs_finalize (GObject *object)
{
  VbPairs *self = VB_PAIRS (object);

  g_free (self->present_name);
  g_free (self->wanted_name);
  g_array_unref (self->pairs);

  G_OBJECT_CLASS (vb_pairs_parent_class)->finalize (object);
}

static void
vb_pairs_class_init (VbPairsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_pairs_finalize;
  VB_DRAWING_CLASS (klass)->measure = vb_pairs_measure;
  VB_ITEM_DRAWING_CLASS (klass)->draw_items = vb_pairs_draw_items;
  VB_ITEM_DRAWING_CLASS (klass)->locate_items = vb_pairs_locate_items;
}

static void
vb_pairs_init (VbPairs *self)
{
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_array_set_clear_func (self->pairs, clear_pair);
}

static void
add_pair (VbPairs *self, const VbPair *source)
{
  VbItemDrawing *drawing = VB_ITEM_DRAWING (self);
  double difference = source->wanted - source->present;
  double numbers[] = { source->present, source->wanted, difference };
  g_autofree char *present = vb_number_format_key (source->present);
  g_autofree char *wanted = vb_number_format_key (source->wanted);
  g_autofree char *readout = NULL;
  Pair pair = { .id = source->id,
                .name = g_strdup (source->name),
                .present = source->present,
                .wanted = source->wanted,
                .locked = source->locked,
                .course = g_strdup_printf ("%s → %s", present, wanted),
                .difference = vb_number_format_key_signed (difference) };

  g_array_append_val (self->pairs, pair);
  /* Translators: what is, what is to be, and the difference: "Medicine: 27 → 31, +4" */
  readout = g_strdup_printf (source->locked ? _ ("%s: %s, %s, locked") : "%s: %s, %s", pair.name,
                             pair.course, pair.difference);
  vb_item_drawing_add_stop (drawing, readout);
  vb_item_drawing_add_row (drawing, pair.name, numbers);
}

VbPairs *
vb_pairs_new (const char *title,
              const char *subtitle,
              const VbPairNames *names,
              const VbPair *pairs,
              guint n_pairs)
{
  VbPairs *self = g_object_new (VB_TYPE_PAIRS, NULL);
  VbItemDrawing *drawing = VB_ITEM_DRAWING (self);

  vb_drawing_set_titles (VB_DRAWING (self), title, subtitle);
  self->present_name = g_strdup (names->present);
  self->wanted_name = g_strdup (names->wanted);
  vb_item_drawing_add_column (drawing, names->thing, VB_FORM_KEY);
  vb_item_drawing_add_column (drawing, names->present, VB_FORM_KEY);
  vb_item_drawing_add_column (drawing, names->wanted, VB_FORM_KEY);
  vb_item_drawing_add_column (drawing, names->difference, VB_FORM_GAP);
  for (guint i = 0; i < n_pairs; i++)
    {
      self->any_locked = self->any_locked || pairs[i].locked;
      add_pair (self, &pairs[i]);
    }
  return self;
}

gint64
vb_pairs_get_row_id (VbPairs *self, guint row)
{
  g_return_val_if_fail (VB_IS_PAIRS (self), 0);
  g_return_val_if_fail (row < self->pairs->len, 0);

  return get_pair (self, row)->id;
}
