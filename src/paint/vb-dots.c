/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-dots.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-label-placer.h"
#include "vb-rule-painter.h"
#include "vb-scale.h"

#define DOT_SIZE 9.0
#define EMPHASISED_SIZE 14.0
#define BOX_SIZE 18.0 /* of the cursor */
#define TICK_GAP 8.0
#define LABEL_GAP 8.0
#define NAME_GAP 3.0
#define KEY_WIDTH 22.0
/* The levels' words stand at their ends as long as they take less of the width than this; else they
 * stand above. */
#define MAX_LABEL_SHARE 0.34

typedef struct
{
  char *name;
  double x;
  double y;
  gboolean emphasised;
} Dot;

typedef struct
{
  VbRole role;
  char *label; /* "if shared 93 %" */
  double y;
} Level;

struct _VbDots
{
  VbItemDrawing parent_instance;

  GArray *dots;   /* Dot */
  GArray *levels; /* Level */
  GArray *curve;  /* VbPoint */
  char *curve_name;
  char *x_name;
  char *y_name;
  VbNumberForm x_form;
  VbNumberForm y_form;
};

G_DEFINE_FINAL_TYPE (VbDots, vb_dots, VB_TYPE_ITEM_DRAWING)

#define get_dot(self, i) (&g_array_index ((self)->dots, Dot, (i)))
#define get_level(self, i) (&g_array_index ((self)->levels, Level, (i)))

static void
clear_dot (gpointer data)
{
  g_free (((Dot *) data)->name);
}

static void
clear_level (gpointer data)
{
  g_free (((Level *) data)->label);
}

/* ---- layout ---------------------------------------------------------------------------------- */

typedef struct
{
  cairo_rectangle_t area;
  VbScale x;
  VbScale y;
  VbTicks x_ticks;
  VbTicks y_ticks;
  double line;
  gboolean keyed; /* the levels' words stand above */
} Layout;

static void
stroke_curve (cairo_t *cr, const VbPaintStyle *style)
{
  static const double dots[] = { 2, 3 };

  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_set_line_width (cr, 2);
  vb_paint_set_style_color (cr, style, VB_COLOR_FRAME);
  cairo_stroke (cr);
}

/* Draws the words of levels and curve in rows from @y on, and returns the room they take; with a
 * NULL @cr only measures. */
static double
draw_key (VbDots *self,
          cairo_t *cr,
          const VbPaintStyle *style,
          VbText *text,
          gboolean levels,
          double width)
{
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL) + 2;
  double x = 0, y = 0;

  for (guint i = 0; i <= self->levels->len; i++)
    {
      gboolean is_curve = i == self->levels->len;
      const char *label = is_curve ? self->curve_name : get_level (self, i)->label;
      double entry;

      if (label == NULL || (!is_curve && !levels))
        continue;
      entry = KEY_WIDTH + NAME_GAP * 2 + vb_text_get_width (text, VB_TEXT_SMALL, label);
      if (x > 0 && x + entry > width)
        {
          x = 0;
          y += line;
        }
      if (cr != NULL)
        {
          double middle = y + line / 2;

          if (!is_curve)
            {
              vb_rule_painter_draw_level (cr, style, get_level (self, i)->role, x, x + KEY_WIDTH,
                                          middle);
            }
          else
            {
              cairo_save (cr);
              cairo_new_path (cr);
              cairo_move_to (cr, x, middle);
              cairo_line_to (cr, x + KEY_WIDTH, middle);
              stroke_curve (cr, style);
              cairo_restore (cr);
            }
          vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
          vb_text_draw_elided (text, cr, VB_TEXT_SMALL, label, x + KEY_WIDTH + NAME_GAP * 2, middle,
                               0, 0.5, MAX (width - KEY_WIDTH, 1));
        }
      x += entry + 16;
    }
  return x > 0 ? y + line + 4 : 0;
}

static char *
dup_tick (VbNumberForm form, double value)
{
  return vb_number_form_format (form, value);
}

static double
get_tick_width (VbText *text, VbNumberForm form, const VbTicks *ticks)
{
  double width = 0;

  for (guint i = 0; i < ticks->n; i++)
    {
      g_autofree char *label = dup_tick (form, vb_ticks_get (ticks, i));

      width = MAX (width, vb_text_get_width (text, VB_TEXT_SMALL, label));
    }
  return width;
}

/* Over dots and levels, and the curve above the dots. */
static void
get_spans (VbDots *self, double *far, double *low, double *high)
{
  double near = INFINITY;

  *far = 0;
  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = 0; i < self->dots->len; i++)
    {
      near = MIN (near, get_dot (self, i)->x);
      *far = MAX (*far, get_dot (self, i)->x);
      *low = MIN (*low, get_dot (self, i)->y);
      *high = MAX (*high, get_dot (self, i)->y);
    }
  for (guint i = 0; i < self->levels->len; i++)
    {
      *low = MIN (*low, get_level (self, i)->y);
      *high = MAX (*high, get_level (self, i)->y);
    }
  for (guint i = 0; i < self->curve->len; i++)
    {
      const VbPoint *point = &g_array_index (self->curve, VbPoint, i);

      if (point->x >= near && point->x <= *far)
        {
          *low = MIN (*low, point->y);
          *high = MAX (*high, point->y);
        }
    }
}

static void
init_layout (VbDots *self,
             Layout *layout,
             const VbPaintStyle *style,
             VbText *text,
             double width,
             double height)
{
  double far, low, high, labels = 0, top, bottom, left, right;

  *layout = (Layout){ .line = vb_text_get_line_height (text, VB_TEXT_SMALL) };
  for (guint i = 0; i < self->levels->len; i++)
    labels = MAX (labels, vb_text_get_width (text, VB_TEXT_SMALL_BOLD, get_level (self, i)->label));
  layout->keyed = labels + LABEL_GAP > width * MAX_LABEL_SHARE;
  get_spans (self, &far, &low, &high);

  top = draw_key (self, NULL, style, text, layout->keyed, width) + layout->line * 1.6 + 4;
  bottom = 2 * layout->line + TICK_GAP;
  layout->area.y = top;
  layout->area.height = MAX (height - top - bottom, 1);
  vb_ticks_fit_around (&layout->y_ticks, low, high,
                       (guint) CLAMP (layout->area.height / (layout->line * 2.4), 3, 7));
  layout->y = (VbScale){ vb_ticks_get (&layout->y_ticks, 0),
                         vb_ticks_get (&layout->y_ticks, layout->y_ticks.n - 1),
                         top + layout->area.height, top };

  left = get_tick_width (text, self->y_form, &layout->y_ticks) + TICK_GAP;
  right = layout->keyed ? EMPHASISED_SIZE : labels + LABEL_GAP;
  layout->area.x = left;
  layout->area.width = MAX (width - left - right, 1);
  vb_ticks_fit_inside (&layout->x_ticks, 0, far * 1.04,
                       (guint) CLAMP (layout->area.width / (layout->line * 3.5), 2, 9));
  layout->x = (VbScale){ 0, far * 1.04, left, left + layout->area.width };
}

static VbPoint
locate (const Layout *layout, double x, double y)
{
  return (VbPoint){ vb_scale_map (&layout->x, x), vb_scale_map (&layout->y, y) };
}

static void
vb_dots_measure (VbDrawing *drawing, const VbPaintStyle *style, VbDrawingSize *size)
{
  g_autoptr (VbText) text = vb_text_new (style);
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);

  *size = (VbDrawingSize){ .min_width = 180,
                           .min_height = line * 14,
                           .natural_width = 520,
                           .natural_height = MAX (320, line * 20) };
}

static void
vb_dots_locate_items (VbItemDrawing *drawing,
                      const VbFrame *frame,
                      VbText *text,
                      cairo_rectangle_t *boxes)
{
  VbDots *self = VB_DOTS (drawing);
  Layout layout;

  init_layout (self, &layout, frame->style, text, frame->width, frame->height);
  for (guint i = 0; i < self->dots->len; i++)
    {
      VbPoint at = locate (&layout, get_dot (self, i)->x, get_dot (self, i)->y);

      boxes[i] =
          (cairo_rectangle_t){ at.x - BOX_SIZE / 2, at.y - BOX_SIZE / 2, BOX_SIZE, BOX_SIZE };
    }
}

/* ---- drawing --------------------------------------------------------------------------------- */

static void
draw_axes (VbDots *self, cairo_t *cr, const VbPaintStyle *style, VbText *text, const Layout *layout)
{
  double bottom = layout->area.y + layout->area.height;

  for (guint i = 0; i < layout->y_ticks.n; i++)
    {
      double value = vb_ticks_get (&layout->y_ticks, i);
      double y = vb_scale_map (&layout->y, value);
      g_autofree char *label = dup_tick (self->y_form, value);

      vb_rule_painter_draw_grid_line (cr, style, layout->area.x,
                                      layout->area.x + layout->area.width, y);
      vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
      vb_text_draw (text, cr, VB_TEXT_SMALL, label, layout->area.x - TICK_GAP, y, 1, 0.5);
    }
  vb_text_draw_elided (text, cr, VB_TEXT_SMALL, self->y_name, 0,
                       layout->area.y - layout->line * 0.8, 0, 1,
                       layout->area.x + layout->area.width);
  for (guint i = 0; i < layout->x_ticks.n; i++)
    {
      double value = vb_ticks_get (&layout->x_ticks, i);
      g_autofree char *label = dup_tick (self->x_form, value);

      vb_text_draw (text, cr, VB_TEXT_SMALL, label, vb_scale_map (&layout->x, value),
                    bottom + TICK_GAP / 2, 0.5, 0);
    }
  vb_text_draw_elided (text, cr, VB_TEXT_SMALL, self->x_name, layout->area.x + layout->area.width,
                       bottom + TICK_GAP / 2 + layout->line, 1, 0, layout->area.width);
}

static void
draw_curve (
    VbDots *self, cairo_t *cr, const VbPaintStyle *style, const Layout *layout, VbPoint *points)
{
  cairo_save (cr);
  cairo_rectangle (cr, layout->area.x, layout->area.y, layout->area.width, layout->area.height);
  cairo_clip (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < self->curve->len; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  stroke_curve (cr, style);
  cairo_restore (cr);
}

static void
draw_levels (
    VbDots *self, cairo_t *cr, const VbPaintStyle *style, VbText *text, const Layout *layout)
{
  guint n = self->levels->len;
  g_autofree double *y = g_new (double, n + 1);
  double right = layout->area.x + layout->area.width;

  for (guint i = 0; i < n; i++)
    {
      y[i] = vb_scale_map (&layout->y, get_level (self, i)->y);
      vb_rule_painter_draw_level (cr, style, get_level (self, i)->role, layout->area.x, right,
                                  y[i]);
    }
  if (layout->keyed)
    return;
  vb_label_placer_spread (y, n, layout->line, layout->area.y - layout->line,
                          layout->area.y + layout->area.height);
  for (guint i = 0; i < n; i++)
    {
      vb_paint_set_color (cr, vb_palette_get_role_text (style->scheme, get_level (self, i)->role));
      vb_text_draw (text, cr, VB_TEXT_SMALL_BOLD, get_level (self, i)->label, right + LABEL_GAP,
                    y[i], 0, 0.5);
    }
}

static void
place_name (VbDots *self,
            cairo_t *cr,
            const VbPaintStyle *style,
            VbText *text,
            const Layout *layout,
            VbLabelPlacer *placer,
            const Dot *dot)
{
  VbTextKind kind = dot->emphasised ? VB_TEXT_SMALL_BOLD : VB_TEXT_SMALL;
  VbPoint at = locate (layout, dot->x, dot->y);
  double half = (dot->emphasised ? EMPHASISED_SIZE : DOT_SIZE) / 2 + NAME_GAP;
  double width, height;
  cairo_rectangle_t places[4];
  int place;

  vb_text_measure (text, kind, dot->name, &width, &height);
  places[0] = (cairo_rectangle_t){ at.x + half, at.y - height / 2, width, height };
  places[1] = (cairo_rectangle_t){ at.x - half - width, at.y - height / 2, width, height };
  places[2] = (cairo_rectangle_t){ at.x - width / 2, at.y - half - height, width, height };
  places[3] = (cairo_rectangle_t){ at.x - width / 2, at.y + half, width, height };
  place = vb_label_placer_place (placer, places, G_N_ELEMENTS (places), 0);
  if (place < 0 && !dot->emphasised)
    return;
  if (place < 0)
    {
      /* The one that the drawing is about is never left out. */
      place = 2;
      if (!vb_label_placer_place_near (placer, at, &places[2], 0, NULL, NULL)
          && !vb_label_placer_place_near (placer, at, &places[2], G_MAXUINT, NULL, NULL))
        return;
    }
  vb_paint_set_style_color (cr, style, dot->emphasised ? VB_COLOR_INK : VB_COLOR_DIM);
  vb_text_draw (text, cr, kind, dot->name, places[place].x, places[place].y, 0, 0);
}

/* The emphasised first, then from the right, where there are few of them. */
static void
draw_names (VbDots *self,
            cairo_t *cr,
            const VbPaintStyle *style,
            VbText *text,
            const Layout *layout,
            const VbPoint *curve)
{
  g_autoptr (VbLabelPlacer) placer = vb_label_placer_new (&layout->area);

  vb_label_placer_add_line (placer, curve, self->curve->len);
  for (guint i = 0; i < self->levels->len; i++)
    {
      double y = vb_scale_map (&layout->y, get_level (self, i)->y);

      vb_label_placer_add_rule (placer, (VbPoint){ layout->area.x, y },
                                (VbPoint){ layout->area.x + layout->area.width, y });
    }
  for (guint i = 0; i < self->dots->len; i++)
    {
      VbPoint at = locate (layout, get_dot (self, i)->x, get_dot (self, i)->y);
      cairo_rectangle_t box = { at.x - DOT_SIZE / 2, at.y - DOT_SIZE / 2, DOT_SIZE, DOT_SIZE };

      vb_label_placer_add_box (placer, &box);
    }
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = self->dots->len; i-- > 0;)
      if (get_dot (self, i)->emphasised == (pass == 0))
        place_name (self, cr, style, text, layout, placer, get_dot (self, i));
}

static void
vb_dots_draw_items (VbItemDrawing *drawing,
                    cairo_t *cr,
                    const VbFrame *frame,
                    VbText *text,
                    const cairo_rectangle_t *visible)
{
  VbDots *self = VB_DOTS (drawing);
  g_autofree VbPoint *curve = g_new (VbPoint, self->curve->len + 1);
  Layout layout;

  init_layout (self, &layout, frame->style, text, frame->width, frame->height);
  for (guint i = 0; i < self->curve->len; i++)
    {
      const VbPoint *point = &g_array_index (self->curve, VbPoint, i);

      curve[i] = locate (&layout, point->x, point->y);
    }
  draw_key (self, cr, frame->style, text, layout.keyed, frame->width);
  draw_axes (self, cr, frame->style, text, &layout);
  draw_curve (self, cr, frame->style, &layout, curve);
  draw_levels (self, cr, frame->style, text, &layout);
  for (guint i = 0; i < self->dots->len; i++)
    {
      const Dot *dot = get_dot (self, i);
      VbPoint at = locate (&layout, dot->x, dot->y);

      vb_line_painter_draw_point (cr, frame->style, VB_ROLE_NEED, at.x, at.y,
                                  dot->emphasised ? EMPHASISED_SIZE : DOT_SIZE);
    }
  draw_names (self, cr, frame->style, text, &layout, curve);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_dots_finalize (GObject *object)
{
  VbDots *self = VB_DOTS (object);

  g_array_unref (self->dots);
  g_array_unref (self->levels);
  g_array_unref (self->curve);
  g_free (self->curve_name);
  g_free (self->x_name);
  g_free (self->y_name);

  G_OBJECT_CLASS (vb_dots_parent_class)->finalize (object);
}

static void
vb_dots_class_init (VbDotsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_dots_finalize;
  VB_DRAWING_CLASS (klass)->measure = vb_dots_measure;
  VB_ITEM_DRAWING_CLASS (klass)->max_said = 3;
  VB_ITEM_DRAWING_CLASS (klass)->draw_items = vb_dots_draw_items;
  VB_ITEM_DRAWING_CLASS (klass)->locate_items = vb_dots_locate_items;
}

static void
vb_dots_init (VbDots *self)
{
  self->dots = g_array_new (FALSE, FALSE, sizeof (Dot));
  g_array_set_clear_func (self->dots, clear_dot);
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_array_set_clear_func (self->levels, clear_level);
  self->curve = g_array_new (FALSE, FALSE, sizeof (VbPoint));
  vb_item_drawing_set_stop_columns (VB_ITEM_DRAWING (self), 0);
}

VbDots *
vb_dots_new (const char *title, const char *subtitle)
{
  VbDots *self = g_object_new (VB_TYPE_DOTS, NULL);

  vb_drawing_set_titles (VB_DRAWING (self), title, subtitle);
  return self;
}

void
vb_dots_set_names (VbDots *self,
                   const char *thing,
                   const char *x_name,
                   VbNumberForm x_form,
                   const char *y_name,
                   VbNumberForm y_form)
{
  g_return_if_fail (VB_IS_DOTS (self));
  g_return_if_fail (self->x_name == NULL);

  self->x_name = g_strdup (x_name);
  self->y_name = g_strdup (y_name);
  self->x_form = x_form;
  self->y_form = y_form;
  vb_item_drawing_add_column (VB_ITEM_DRAWING (self), thing, x_form);
  vb_item_drawing_add_column (VB_ITEM_DRAWING (self), x_name, x_form);
  vb_item_drawing_add_column (VB_ITEM_DRAWING (self), y_name, y_form);
}

void
vb_dots_add_dot (VbDots *self, const char *name, double x, double y, gboolean emphasised)
{
  Dot dot = { g_strdup (name), x, y, emphasised };
  g_autofree char *x_text = NULL;
  g_autofree char *y_text = NULL;
  g_autofree char *readout = NULL;

  g_return_if_fail (VB_IS_DOTS (self));
  g_return_if_fail (isfinite (x) && isfinite (y));

  x_text = vb_number_form_format (self->x_form, x);
  y_text = vb_number_form_format (self->y_form, y);
  readout = g_strdup_printf ("%s: %s %s, %s %s", name, self->x_name, x_text, self->y_name, y_text);
  g_array_append_val (self->dots, dot);
  vb_item_drawing_add_stop (VB_ITEM_DRAWING (self), readout);
  vb_item_drawing_add_row (VB_ITEM_DRAWING (self), name, (double[]){ x, y });
}

void
vb_dots_add_level (VbDots *self, VbRole role, const char *name, double y)
{
  Level level = { role, NULL, y };
  g_autofree char *text = NULL;

  g_return_if_fail (VB_IS_DOTS (self));

  if (!isfinite (y))
    return;
  text = vb_number_form_format (self->y_form, y);
  level.label = g_strdup_printf ("%s %s", name, text);
  g_array_append_val (self->levels, level);
  vb_item_drawing_add_remark (VB_ITEM_DRAWING (self), level.label);
}

void
vb_dots_set_curve (VbDots *self, const char *name, const VbPoint *points, guint n)
{
  g_return_if_fail (VB_IS_DOTS (self));
  g_return_if_fail (self->curve_name == NULL);

  self->curve_name = g_strdup (name);
  g_array_append_vals (self->curve, points, n);
}
