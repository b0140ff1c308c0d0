/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-waterfall.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-bar-painter.h"
#include "vb-key-painter.h"
#include "vb-number.h"
#include "vb-row-layout.h"
#include "vb-rule-painter.h"
#include "vb-scale.h"
#include "vb-words.h"

#define PAD 4.0
#define KEY_GAP 8.0
#define BAR_SHARE 0.72
#define MAX_BAR 96.0
#define MAX_NAME_LINES 3
/* From here on, whole beds. */
#define WHOLE_FROM 99.5

typedef struct
{
  VbWaterfallKind kind;
  char *name;
  char *label;
  double from; /* levels, as shown; NAN where the step is not known */
  double to;
} Step;

struct _VbWaterfall
{
  VbItemDrawing parent_instance;

  GArray *steps; /* Step */
  double low;    /* of the levels, nought among them */
  double high;
};

G_DEFINE_FINAL_TYPE (VbWaterfall, vb_waterfall, VB_TYPE_ITEM_DRAWING)

#define get_step(self, i) (&g_array_index ((self)->steps, Step, (i)))

static void
clear_step (gpointer data)
{
  Step *step = data;

  g_free (step->name);
  g_free (step->label);
}

static VbRole
get_role (const Step *step)
{
  switch (step->kind)
    {
    case VB_WATERFALL_NEED:
      return VB_ROLE_NEED;
    case VB_WATERFALL_CAPACITY:
      return VB_ROLE_AVAILABLE;
    case VB_WATERFALL_GAP:
    default:
      return step->to < 0 ? VB_ROLE_SHORTAGE : VB_ROLE_SURPLUS;
    }
}

static VbHatch
get_hatch (const Step *step)
{
  switch (step->kind)
    {
    case VB_WATERFALL_NEED:
      return VB_HATCH_STRIPES;
    case VB_WATERFALL_CAPACITY:
      return VB_HATCH_NONE;
    case VB_WATERFALL_GAP:
    default:
      return vb_palette_get_marks (get_role (step))->hatch;
    }
}

/* What the two fillings mean; the gaps say it themselves. */
static double
draw_key (VbWaterfall *self, cairo_t *cr, const VbPaintStyle *style, VbText *text, double width)
{
  const VbKeyEntry entries[] = {
    { VB_KEY_BOX, VB_ROLE_AVAILABLE, VB_HATCH_NONE, _ ("change of capacity") },
    { VB_KEY_BOX, VB_ROLE_NEED, VB_HATCH_STRIPES, _ ("change of need") },
  };

  return vb_key_painter_draw (cr, style, text, entries, G_N_ELEMENTS (entries), width) + KEY_GAP;
}

/* ---- layout ---------------------------------------------------------------------------------- */

typedef struct
{
  gboolean list; /* one under the other */
  VbRowLayout rows;
  double top; /* under the key */
  double line;
  double pitch;      /* from one step to the next */
  double name_width; /* room of a name */
  double names;      /* in columns: top of the names */
  VbScale scale;     /* of the levels: y in columns, x in a list */
} Layout;

/* Height of the names beside each other, or a negative number when one has no room. */
static double
fit_names (VbWaterfall *self, VbText *text, double width)
{
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);
  double highest = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const Step *step = get_step (self, i);
      double widest, label, height;

      height =
          vb_text_draw_block (text, NULL, VB_TEXT_SMALL, step->name, 0, 0, width, 0.5, &widest);
      vb_text_draw_block (text, NULL, VB_TEXT_SMALL_BOLD, step->label, 0, 0, width, 0.5, &label);
      if (MAX (widest, label) > width || height > (MAX_NAME_LINES + 0.5) * line)
        return -1;
      highest = MAX (highest, height);
    }

  return highest;
}

static void
init_columns (VbWaterfall *self, Layout *layout, const VbFrame *frame, double names)
{
  /* Labels stand over bars that rise and under bars that fall or hang; a gap's may take two lines.
   */
  double top = layout->top + layout->line + PAD;
  double bottom = frame->height - names - PAD - (self->low < 0 ? 2 * layout->line + PAD : PAD);

  layout->name_width = layout->pitch - 2 * PAD;
  layout->names = frame->height - names;
  layout->scale = (VbScale){ self->low, self->high, MAX (bottom, top + 1), top };
}

static void
init_list (VbWaterfall *self, Layout *layout, const VbFrame *frame, VbText *text)
{
  g_autofree const char **names = g_new (const char *, self->steps->len);
  double labels = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      names[i] = get_step (self, i)->name;
      labels =
          MAX (labels, vb_text_get_width (text, VB_TEXT_SMALL_BOLD, get_step (self, i)->label));
    }
  layout->list = TRUE;
  vb_row_layout_init (&layout->rows, frame, text, layout->top, names, self->steps->len, 0,
                      labels + 2 * PAD);
  layout->scale = (VbScale){ self->low, self->high, layout->rows.left, layout->rows.right };
}

static void
init_layout (VbWaterfall *self, Layout *layout, const VbFrame *frame, VbText *text)
{
  double names;

  *layout = (Layout){ .line = vb_text_get_line_height (text, VB_TEXT_SMALL),
                      .top = draw_key (self, NULL, frame->style, text, frame->width),
                      .pitch = frame->width / self->steps->len };
  names = fit_names (self, text, layout->pitch - 2 * PAD);
  if (names >= 0 && frame->height - layout->top > names + 8 * layout->line)
    init_columns (self, layout, frame, names);
  else
    init_list (self, layout, frame, text);
}

static void
vb_waterfall_locate_items (VbItemDrawing *drawing,
                           const VbFrame *frame,
                           VbText *text,
                           cairo_rectangle_t *boxes)
{
  VbWaterfall *self = VB_WATERFALL (drawing);
  Layout layout;

  init_layout (self, &layout, frame, text);
  for (guint i = 0; i < self->steps->len; i++)
    if (layout.list)
      vb_row_layout_get_box (&layout.rows, i, &boxes[i]);
    else
      boxes[i] = (cairo_rectangle_t){ i * layout.pitch + 1, layout.top, layout.pitch - 2,
                                      frame->height - layout.top - 1 };
}

static void
vb_waterfall_measure (VbDrawing *drawing, const VbPaintStyle *style, VbDrawingSize *size)
{
  VbWaterfall *self = VB_WATERFALL (drawing);
  g_autoptr (VbText) text = vb_text_new (style);
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);
  guint n = MAX (self->steps->len, 1);
  double key = draw_key (self, NULL, style, text, 280);

  /* High enough for a list with its names above the bars. */
  *size = (VbDrawingSize){
    .min_width = 180,
    .min_height = key + vb_row_layout_measure (text, n, TRUE),
    .natural_width = 520,
    .natural_height = key + MAX (MAX (vb_row_layout_measure (text, n, FALSE), 240), 13 * line)
  };
}

/* ---- picture --------------------------------------------------------------------------------- */

static void
set_label_color (cairo_t *cr, const VbPaintStyle *style, const Step *step)
{
  if (isfinite (step->to) && (step->kind != VB_WATERFALL_GAP || fabs (step->to) > 0))
    vb_paint_set_color (cr, vb_palette_get_role_text (style->scheme, get_role (step)));
  else
    vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
}

static void
stroke_thin (cairo_t *cr, const VbPaintStyle *style, double x1, double y1, double x2, double y2)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_set_line_width (cr, 1);
  vb_paint_set_style_color (cr, style, VB_COLOR_FRAME);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Labels stand where the line of balance may run. */
static void
draw_veil (cairo_t *cr, const VbPaintStyle *style, double x, double y, double width, double height)
{
  VbRgba background = vb_palette_get (style->scheme, VB_COLOR_BACKGROUND);

  cairo_new_path (cr);
  cairo_rectangle (cr, x - 2, y + 1, width + 4, height - 2);
  vb_paint_set_color (cr, vb_rgba_with_alpha (background, 0.85));
  cairo_fill (cr);
}

static void
draw_column (VbWaterfall *self,
             cairo_t *cr,
             const VbPaintStyle *style,
             VbText *text,
             const Layout *layout,
             guint index)
{
  const Step *step = get_step (self, index);
  double middle = (index + 0.5) * layout->pitch;
  double width = MIN (layout->pitch * BAR_SHARE, MAX_BAR);
  double from = vb_scale_map (&layout->scale, step->from);
  double to = vb_scale_map (&layout->scale, step->to);
  double top = MIN (from, to);
  gboolean under = step->to < step->from;
  double height, widest, label_top;

  vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
  vb_text_draw_block (text, cr, VB_TEXT_SMALL, step->name, middle - layout->name_width / 2,
                      layout->names, layout->name_width, 0.5, NULL);
  if (!isfinite (step->to))
    {
      from = to = top = vb_scale_map (&layout->scale, 0);
      under = TRUE;
    }
  else if (fabs (step->to - step->from) > 0)
    vb_bar_painter_draw_box (
        cr, style, get_role (step), get_hatch (step),
        &(cairo_rectangle_t){ middle - width / 2, top, width, MAX (fabs (to - from), 1) });
  if (index + 1 < self->steps->len && isfinite (step->to))
    stroke_thin (cr, style, middle + width / 2, vb_paint_snap (to),
                 middle + layout->pitch - width / 2, vb_paint_snap (to));

  height = vb_text_draw_block (text, NULL, VB_TEXT_SMALL_BOLD, step->label, 0, 0,
                               layout->name_width, 0.5, &widest);
  label_top = under ? MAX (from, to) + 2 : top - 2 - height;
  draw_veil (cr, style, middle - widest / 2, label_top, widest, height);
  set_label_color (cr, style, step);
  vb_text_draw_block (text, cr, VB_TEXT_SMALL_BOLD, step->label, middle - layout->name_width / 2,
                      label_top, layout->name_width, 0.5, NULL);
}

static void
draw_row (VbWaterfall *self,
          cairo_t *cr,
          const VbFrame *frame,
          VbText *text,
          const Layout *layout,
          guint index)
{
  const VbPaintStyle *style = frame->style;
  const Step *step = get_step (self, index);
  double y = vb_row_layout_get_y (&layout->rows, index);
  double height = vb_row_layout_get_bar_height (&layout->rows);
  double from = vb_scale_map (&layout->scale, step->from);
  double to = vb_scale_map (&layout->scale, step->to);

  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  vb_row_layout_draw_name (&layout->rows, cr, text, VB_TEXT_SMALL, index, step->name);
  if (isfinite (step->to) && fabs (step->to - step->from) > 0)
    vb_bar_painter_draw_box (
        cr, style, get_role (step), get_hatch (step),
        &(cairo_rectangle_t){ MIN (from, to), y - height / 2, MAX (fabs (to - from), 1), height });
  if (index + 1 < self->steps->len && isfinite (step->to) && !layout->rows.stacked)
    stroke_thin (cr, style, vb_paint_snap (to), y + height / 2, vb_paint_snap (to),
                 y + layout->rows.pitch - height / 2);
  set_label_color (cr, style, step);
  vb_text_draw (text, cr, VB_TEXT_SMALL_BOLD, step->label, frame->width, y, 1, 0.5);
}

/* Where need is met: the level that the steps climb to. */
static void
draw_balance (
    VbWaterfall *self, cairo_t *cr, const VbFrame *frame, VbText *text, const Layout *layout)
{
  double place = vb_paint_snap (vb_scale_map (&layout->scale, 0));

  if (layout->list)
    {
      /* Not through the names. */
      for (guint i = 0; i < self->steps->len; i++)
        stroke_thin (cr, frame->style, place, vb_row_layout_get_axis_top (&layout->rows, i), place,
                     layout->top + (i + 1) * layout->rows.pitch);
      return;
    }
  stroke_thin (cr, frame->style, 0, place, frame->width, place);
  if (get_step (self, 0)->to < 0)
    {
      vb_paint_set_style_color (cr, frame->style, VB_COLOR_DIM);
      vb_text_draw_elided (text, cr, VB_TEXT_SMALL, _ ("balance"), 0, place - 2, 0, 1,
                           layout->pitch);
    }
}

static void
vb_waterfall_draw_items (VbItemDrawing *drawing,
                         cairo_t *cr,
                         const VbFrame *frame,
                         VbText *text,
                         const cairo_rectangle_t *visible)
{
  VbWaterfall *self = VB_WATERFALL (drawing);
  Layout layout;

  init_layout (self, &layout, frame, text);
  draw_key (self, cr, frame->style, text, frame->width);
  draw_balance (self, cr, frame, text, &layout);
  for (guint i = 0; i < self->steps->len; i++)
    if (layout.list)
      draw_row (self, cr, frame, text, &layout, i);
    else
      draw_column (self, cr, frame->style, text, &layout, i);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_waterfall_finalize (GObject *object)
{
  g_array_unref (VB_WATERFALL (object)->steps);

  G_OBJECT_CLASS (vb_waterfall_parent_class)->finalize (object);
}

static void
vb_waterfall_class_init (VbWaterfallClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_waterfall_finalize;
  VB_DRAWING_CLASS (klass)->measure = vb_waterfall_measure;
  VB_ITEM_DRAWING_CLASS (klass)->draw_items = vb_waterfall_draw_items;
  VB_ITEM_DRAWING_CLASS (klass)->locate_items = vb_waterfall_locate_items;
}

static void
vb_waterfall_init (VbWaterfall *self)
{
  VbItemDrawing *drawing = VB_ITEM_DRAWING (self);

  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (self->steps, clear_step);
  vb_item_drawing_set_stop_columns (drawing, 0);
  vb_item_drawing_add_column (drawing, _ ("Step"), VB_FORM_KEY);
  vb_item_drawing_add_column (drawing, _ ("Beds"), VB_FORM_GAP);
  vb_item_drawing_add_column (drawing, _ ("Gap after it"), VB_FORM_GAP);
}

static int
find_decimals (const VbWaterfallStep *steps, guint n_steps)
{
  double level = 0;

  for (guint i = 0; i < n_steps; i++)
    {
      if (!isfinite (steps[i].beds))
        continue;
      level = steps[i].kind == VB_WATERFALL_GAP ? steps[i].beds : level + steps[i].beds;
      if (fabs (level) >= WHOLE_FROM || fabs (steps[i].beds) >= WHOLE_FROM)
        return 0;
    }
  return 1;
}

static double
round_to (double value, int decimals)
{
  double factor = pow (10, decimals);
  double rounded = round (value * factor) / factor;

  /* No −0, which would be written with its sign. */
  return fabs (rounded) > 0 ? rounded : 0;
}

static void
add_step (VbWaterfall *self, const VbWaterfallStep *source, const Step *shown, double change)
{
  static const char *const sides[] = {
    [VB_WATERFALL_NEED] = N_ ("need"),
    [VB_WATERFALL_CAPACITY] = N_ ("capacity"),
  };
  VbItemDrawing *drawing = VB_ITEM_DRAWING (self);
  g_autofree char *gap = vb_words_dup_gap (shown->to);
  g_autofree char *readout = NULL;
  double numbers[] = { change, shown->to };

  if (source->kind == VB_WATERFALL_GAP)
    readout = g_strdup_printf ("%s: %s", shown->name, gap);
  else
    /* Translators: a step of a waterfall: its name, the side it works on (need or capacity), how it
     * changes the gap, and the gap after it: "Recruitment (capacity): +560, gap −1,240 shortage" */
    readout = g_strdup_printf (_ ("%s (%s): %s, gap %s"), shown->name, _ (sides[source->kind]),
                               shown->label, gap);
  vb_item_drawing_add_stop (drawing, readout);
  vb_item_drawing_add_row (drawing, shown->name, numbers);
  g_array_append_vals (self->steps, shown, 1);
}

VbWaterfall *
vb_waterfall_new (const char *title,
                  const char *subtitle,
                  const VbWaterfallStep *steps,
                  guint n_steps)
{
  VbWaterfall *self = g_object_new (VB_TYPE_WATERFALL, NULL);
  int decimals = find_decimals (steps, n_steps);
  double level = 0, shown = 0;

  vb_drawing_set_titles (VB_DRAWING (self), title, subtitle);
  for (guint i = 0; i < n_steps; i++)
    {
      const VbWaterfallStep *source = &steps[i];
      Step step = { source->kind, g_strdup (source->name), NULL, shown, NAN };
      double change = NAN;

      if (isfinite (source->beds) && source->kind == VB_WATERFALL_GAP)
        {
          level = source->beds;
          step.from = 0;
          step.to = change = shown = round_to (level, decimals);
        }
      else if (isfinite (source->beds))
        {
          /* Levels are rounded and not steps: then what is shown adds up. */
          level += source->beds;
          step.to = round_to (level, decimals);
          change = round_to (step.to - step.from, decimals);
          shown = step.to;
        }
      if (source->kind == VB_WATERFALL_GAP)
        step.label = vb_words_dup_gap (step.to);
      else
        step.label = vb_number_format_key_signed (change);
      self->low = MIN (self->low, isfinite (step.to) ? step.to : 0);
      self->high = MAX (self->high, isfinite (step.to) ? step.to : 0);
      add_step (self, source, &step, change);
    }
  return self;
}
