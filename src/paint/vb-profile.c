/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-profile.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-row-layout.h"
#include "vb-scale.h"
#include "vb-step-painter.h"
#include "vb-text.h"

#define NAME_GAP 10.0  /* between names and marks, beside the one that all rows have */
#define MARK_SIZE 20.0 /* room for half a mark at both ends of the scale */
#define KEY_GAP 6.0
#define KEY_SPACING 18.0
#define HEADER_GAP 6.0

typedef struct
{
  gint64 id;
  char *name;
  double places[VB_N_PROFILE_MARKS];
  double low;
  double high;
} Item;

struct _VbProfile
{
  VbItemDrawing parent_instance;

  guint n_steps;
  GArray *items; /* Item */
};

G_DEFINE_FINAL_TYPE (VbProfile, vb_profile, VB_TYPE_ITEM_DRAWING)

#define get_item(self, i) (&g_array_index ((self)->items, Item, (i)))

static void
clear_item (gpointer data)
{
  g_free (((Item *) data)->name);
}

/* The columns of the table: the marks that are there, then the span. */
enum
{
  COLUMN_NAME,
  COLUMN_MARKS,
  COLUMN_LOW = COLUMN_MARKS + VB_N_PROFILE_MARKS,
  COLUMN_HIGH,
};

static gboolean
has_column (VbProfile *self, guint column)
{
  return vb_item_drawing_has_column (VB_ITEM_DRAWING (self), column);
}

static const char *
get_mark_name (VbProfile *self, VbProfileMark mark)
{
  return vb_item_drawing_get_column_title (VB_ITEM_DRAWING (self), COLUMN_MARKS + mark);
}

static void
draw_mark (cairo_t *cr, const VbPaintStyle *style, VbProfileMark mark, double x, double y)
{
  switch (mark)
    {
    case VB_PROFILE_LAST:
      vb_step_painter_draw_last (cr, style, x, y);
      break;
    case VB_PROFILE_WANTED:
      vb_step_painter_draw_wanted (cr, style, x, y);
      break;
    case VB_PROFILE_TODAY:
    default:
      vb_step_painter_draw_today (cr, style, x, y);
      break;
    }
}

/* ---- layout ---------------------------------------------------------------------------------- */

/* Draws the key as far right as @width lets it, in as many lines as it takes; returns its height.
 * A NULL @cr only measures. */
static double
draw_key (VbProfile *self, cairo_t *cr, const VbPaintStyle *style, VbText *text, double width)
{
  double line = MAX (vb_text_get_line_height (text, VB_TEXT_SMALL), MARK_SIZE) + 4;
  double x = 0, y = 0;

  for (guint i = 0; i <= VB_N_PROFILE_MARKS; i++)
    {
      gboolean span = i == VB_N_PROFILE_MARKS;
      const char *name = span ? _ ("lowest to highest") : get_mark_name (self, i);
      double mark_width = span ? 2 * MARK_SIZE : MARK_SIZE;
      double item_width = mark_width + KEY_GAP + vb_text_get_width (text, VB_TEXT_SMALL, name);

      if (!has_column (self, span ? COLUMN_LOW : COLUMN_MARKS + i))
        continue;
      if (x > 0 && x + item_width > width)
        {
          x = 0;
          y += line;
        }
      if (cr != NULL)
        {
          if (span)
            vb_step_painter_draw_span (cr, style, x + MARK_SIZE / 2, x + 1.5 * MARK_SIZE,
                                       y + line / 2);
          else
            draw_mark (cr, style, i, x + MARK_SIZE / 2, y + line / 2);
          vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
          vb_text_draw_elided (text, cr, VB_TEXT_SMALL, name, x + mark_width + KEY_GAP,
                               y + line / 2, 0, 0.5, MAX (width - mark_width - KEY_GAP, 1));
        }
      x += item_width + KEY_SPACING;
    }
  return y + line;
}

typedef struct
{
  VbRowLayout rows;
  VbScale scale;
} Layout;

static void
init_layout (VbProfile *self, Layout *layout, const VbFrame *frame, VbText *text)
{
  g_autofree const char **names = g_new (const char *, self->items->len);
  double top = draw_key (self, NULL, frame->style, text, frame->width)
               + vb_text_get_line_height (text, VB_TEXT_SMALL) + HEADER_GAP;

  for (guint i = 0; i < self->items->len; i++)
    names[i] = get_item (self, i)->name;
  vb_row_layout_init (&layout->rows, frame, text, top, names, self->items->len,
                      MARK_SIZE / 2 + NAME_GAP, MARK_SIZE / 2);
  layout->scale = (VbScale){ 1, MAX (self->n_steps, 2), layout->rows.left, layout->rows.right };
}

static void
vb_profile_measure (VbDrawing *drawing, const VbPaintStyle *style, VbDrawingSize *size)
{
  VbProfile *self = VB_PROFILE (drawing);
  g_autoptr (VbText) text = vb_text_new (style);
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);
  double names = 0;
  guint n = self->items->len;
  double header;

  for (guint i = 0; i < self->items->len; i++)
    names = MAX (names, vb_text_get_width (text, VB_TEXT_SMALL, get_item (self, i)->name));
  header = draw_key (self, NULL, style, text, 280) + line + HEADER_GAP;
  *size = (VbDrawingSize){ .min_width = 220,
                           .min_height = header + vb_row_layout_measure (text, n, TRUE),
                           .natural_width = names + 2 * NAME_GAP + MAX (self->n_steps, 2) * 70.0,
                           .natural_height = header + vb_row_layout_measure (text, n, FALSE) };
}

/* ---- picture --------------------------------------------------------------------------------- */

static void
draw_grid (VbProfile *self,
           cairo_t *cr,
           const VbPaintStyle *style,
           VbText *text,
           const Layout *layout,
           double height)
{
  for (guint step = 1; step <= MAX (self->n_steps, 2); step++)
    {
      g_autofree char *number = g_strdup_printf ("%u", step);
      double x = vb_paint_snap (vb_scale_map (&layout->scale, step));

      cairo_new_path (cr);
      cairo_move_to (cr, x, layout->rows.top - 2);
      cairo_line_to (cr, x, height);
      cairo_set_line_width (cr, 1);
      vb_paint_set_style_color (cr, style, VB_COLOR_GRID);
      cairo_stroke (cr);
      vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
      vb_text_draw (text, cr, VB_TEXT_SMALL, number, x, layout->rows.top - HEADER_GAP, 0.5, 1);
    }
}

static void
draw_item (VbProfile *self,
           cairo_t *cr,
           const VbPaintStyle *style,
           VbText *text,
           const Layout *layout,
           guint row)
{
  const Item *item = get_item (self, row);
  double y = vb_row_layout_get_y (&layout->rows, row);
  double today = vb_scale_map (&layout->scale, item->places[VB_PROFILE_TODAY]);
  double wanted = vb_scale_map (&layout->scale, item->places[VB_PROFILE_WANTED]);

  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  vb_row_layout_draw_name (&layout->rows, cr, text, VB_TEXT_SMALL, row, item->name);

  if (isfinite (item->low) && isfinite (item->high))
    vb_step_painter_draw_span (cr, style, vb_scale_map (&layout->scale, item->low),
                               vb_scale_map (&layout->scale, item->high), y);
  if (isfinite (today) && isfinite (wanted))
    vb_step_painter_draw_way (cr, style, today, wanted, y);
  /* The ring below, the stroke on top: none hides another that stands in the same place. */
  if (isfinite (wanted))
    vb_step_painter_draw_wanted (cr, style, wanted, y);
  if (isfinite (today))
    vb_step_painter_draw_today (cr, style, today, y);
  if (isfinite (item->places[VB_PROFILE_LAST]))
    vb_step_painter_draw_last (cr, style,
                               vb_scale_map (&layout->scale, item->places[VB_PROFILE_LAST]), y);
  if (!isfinite (today) && !isfinite (item->low))
    {
      vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
      vb_text_draw (text, cr, VB_TEXT_SMALL, "–", layout->scale.start, y, 0.5, 0.5);
    }
}

static void
vb_profile_draw_items (VbItemDrawing *drawing,
                       cairo_t *cr,
                       const VbFrame *frame,
                       VbText *text,
                       const cairo_rectangle_t *visible)
{
  VbProfile *self = VB_PROFILE (drawing);
  Layout layout;

  init_layout (self, &layout, frame, text);
  draw_key (self, cr, frame->style, text, frame->width);
  draw_grid (self, cr, frame->style, text, &layout, frame->height);
  for (guint i = 0; i < self->items->len; i++)
    {
      double y = layout.rows.top + i * layout.rows.pitch;

      if (y + layout.rows.pitch >= visible->y && y <= visible->y + visible->height)
        draw_item (self, cr, frame->style, text, &layout, i);
    }
}

static void
vb_profile_locate_items (VbItemDrawing *drawing,
                         const VbFrame *frame,
                         VbText *text,
                         cairo_rectangle_t *boxes)
{
  VbProfile *self = VB_PROFILE (drawing);
  Layout layout;

  init_layout (self, &layout, frame, text);
  for (guint i = 0; i < self->items->len; i++)
    vb_row_layout_get_box (&layout.rows, i, &boxes[i]);
}

/* ---- words ----------------------------------------------------------------------------------- */

/* Which marks there are is not known before all rows are. */
static char *
vb_profile_dup_readout (VbDrawing *drawing, guint column, guint row)
{
  VbProfile *self = VB_PROFILE (drawing);
  const Item *item = get_item (self, row);
  GString *text = g_string_new (item->name);
  const char *separator = ": ";

  for (VbProfileMark mark = 0; mark < VB_N_PROFILE_MARKS; mark++)
    if (has_column (self, COLUMN_MARKS + mark))
      {
        g_autofree char *place = vb_number_form_format (VB_FORM_STEP, item->places[mark]);

        g_string_append_printf (text, "%s%s %s", separator, get_mark_name (self, mark), place);
        separator = ", ";
      }
  if (isfinite (item->low) && isfinite (item->high))
    {
      g_autofree char *low = vb_number_form_format (VB_FORM_STEP, item->low);
      g_autofree char *high = vb_number_form_format (VB_FORM_STEP, item->high);

      g_string_append (text, separator);
      /* Translators: the lowest and the highest step of several: "between 2 and 4" */
      g_string_append_printf (text, _ ("between %s and %s"), low, high);
    }
  return g_string_free (text, FALSE);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_profile_finalize (GObject *object)
{
  VbProfile *self = VB_PROFILE (object);

  g_array_unref (self->items);

  G_OBJECT_CLASS (vb_profile_parent_class)->finalize (object);
}

static void
vb_profile_class_init (VbProfileClass *klass)
{
  VbDrawingClass *drawing_class = VB_DRAWING_CLASS (klass);
  VbItemDrawingClass *item_class = VB_ITEM_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vb_profile_finalize;

  drawing_class->measure = vb_profile_measure;
  drawing_class->dup_readout = vb_profile_dup_readout;

  /* All of them: there are as many as areas, and each is a finding. */
  item_class->max_said = G_MAXUINT;
  item_class->draw_items = vb_profile_draw_items;
  item_class->locate_items = vb_profile_locate_items;
}

static void
vb_profile_init (VbProfile *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
}

VbProfile *
vb_profile_new (const char *title, const char *subtitle, const char *name_title, guint n_steps)
{
  VbProfile *self = g_object_new (VB_TYPE_PROFILE, NULL);
  VbItemDrawing *drawing = VB_ITEM_DRAWING (self);

  vb_drawing_set_titles (VB_DRAWING (self), title, subtitle);
  self->n_steps = n_steps;
  vb_item_drawing_add_column (drawing, name_title, VB_FORM_KEY);
  /* Today's says "–" where nothing is known. */
  vb_item_drawing_add_column (drawing, _ ("today"), VB_FORM_STEP);
  vb_item_drawing_add_optional_column (drawing, _ ("last time"), VB_FORM_STEP);
  vb_item_drawing_add_optional_column (drawing, _ ("wanted"), VB_FORM_STEP);
  vb_item_drawing_add_optional_column (drawing, _ ("Lowest"), VB_FORM_STEP);
  vb_item_drawing_add_optional_column (drawing, _ ("Highest"), VB_FORM_STEP);
  return self;
}

void
vb_profile_set_mark_name (VbProfile *self, VbProfileMark mark, const char *name)
{
  g_return_if_fail (VB_IS_PROFILE (self));
  g_return_if_fail (mark < VB_N_PROFILE_MARKS);

  vb_item_drawing_set_column (VB_ITEM_DRAWING (self), COLUMN_MARKS + mark, name, VB_FORM_STEP);
}

void
vb_profile_add (VbProfile *self,
                gint64 id,
                const char *name,
                const double places[VB_N_PROFILE_MARKS],
                double low,
                double high)
{
  Item item = { id, g_strdup (name), { NAN, NAN, NAN }, low, high };
  double numbers[VB_N_PROFILE_MARKS + 2];

  g_return_if_fail (VB_IS_PROFILE (self));

  for (guint i = 0; i < VB_N_PROFILE_MARKS; i++)
    numbers[i] = item.places[i] = places[i];
  numbers[VB_N_PROFILE_MARKS] = low;
  numbers[VB_N_PROFILE_MARKS + 1] = high;
  g_array_append_val (self->items, item);
  vb_item_drawing_add_stop (VB_ITEM_DRAWING (self), NULL);
  vb_item_drawing_add_row (VB_ITEM_DRAWING (self), name, numbers);
}

gint64
vb_profile_get_row_id (VbProfile *self, guint row)
{
  g_return_val_if_fail (VB_IS_PROFILE (self), 0);
  g_return_val_if_fail (row < self->items->len, 0);

  return get_item (self, row)->id;
}
