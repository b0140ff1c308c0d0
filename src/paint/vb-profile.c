/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-profile.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-handle-painter.h"
#include "vb-number.h"
#include "vb-scale.h"
#include "vb-step-painter.h"
#include "vb-text.h"

#define NAME_GAP 18.0
#define MAX_NAME_SHARE 0.42
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
  VbDrawing parent_instance;

  guint n_steps;
  char *name_title;
  char *mark_names[VB_N_PROFILE_MARKS];
  GArray *items; /* Item */
};

G_DEFINE_FINAL_TYPE (VbProfile, vb_profile, VB_TYPE_DRAWING)

#define get_item(self, i) (&g_array_index ((self)->items, Item, (i)))

static void
clear_item (gpointer data)
{
  g_free (((Item *) data)->name);
}

static gboolean
has_mark (VbProfile *self, VbProfileMark mark)
{
  /* Today's column says "–" where nothing is known. */
  if (mark == VB_PROFILE_TODAY)
    return TRUE;
  for (guint i = 0; i < self->items->len; i++)
    if (isfinite (get_item (self, i)->places[mark]))
      return TRUE;
  return FALSE;
}

static gboolean
has_spans (VbProfile *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (isfinite (get_item (self, i)->low))
      return TRUE;
  return FALSE;
}

/* Steps are whole; a median may lie between two. */
static char *
dup_place (double place)
{
  return vb_number_format (place, isfinite (place) && floor (place) < place ? 1 : 0);
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
      const char *name = span ? _ ("lowest to highest") : self->mark_names[i];
      double mark_width = span ? 2 * MARK_SIZE : MARK_SIZE;
      double item_width = mark_width + KEY_GAP + vb_text_get_width (text, VB_TEXT_SMALL, name);

      if (span ? !has_spans (self) : !has_mark (self, i))
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
  double line;
  double top; /* of the first row */
  double row_height;
  double name_width;
  gboolean stacked; /* names stand above their lines, there being no room beside them */
  VbScale scale;
} Layout;

static void
init_layout (VbProfile *self,
             Layout *layout,
             const VbPaintStyle *style,
             VbText *text,
             double width,
             double height)
{
  double names = 0;

  for (guint i = 0; i < self->items->len; i++)
    names = MAX (names, vb_text_get_width (text, VB_TEXT_SMALL, get_item (self, i)->name));

  layout->line = vb_text_get_line_height (text, VB_TEXT_SMALL);
  layout->top = draw_key (self, NULL, style, text, width) + layout->line + HEADER_GAP;
  layout->row_height = MAX (height - layout->top, 1) / MAX (self->items->len, 1);
  layout->stacked = names > width * MAX_NAME_SHARE;
  layout->name_width = layout->stacked ? width : names;
  layout->scale = (VbScale){
    .low = 1,
    .high = MAX (self->n_steps, 2),
    .start = (layout->stacked ? 0 : names + NAME_GAP) + MARK_SIZE / 2,
    .end = width - MARK_SIZE / 2,
  };
  layout->scale.end = MAX (layout->scale.end, layout->scale.start + 1);
}

/* The line that the marks of @row stand on. */
static double
get_y (const Layout *layout, guint row)
{
  double top = layout->top + row * layout->row_height;

  return layout->stacked ? top + (layout->row_height + layout->line) / 2
                         : top + layout->row_height / 2;
}

static void
vb_profile_measure (VbDrawing *drawing, const VbPaintStyle *style, VbDrawingSize *size)
{
  VbProfile *self = VB_PROFILE (drawing);
  g_autoptr (VbText) text = vb_text_new (style);
  double line = vb_text_get_line_height (text, VB_TEXT_SMALL);
  double names = 0;
  guint n = MAX (self->items->len, 1);
  double header;

  for (guint i = 0; i < self->items->len; i++)
    names = MAX (names, vb_text_get_width (text, VB_TEXT_SMALL, get_item (self, i)->name));
  header = draw_key (self, NULL, style, text, 280) + line + HEADER_GAP;
  *size = (VbDrawingSize){ .min_width = 220,
                           .min_height = header + n * (line + MARK_SIZE + 2),
                           .natural_width = names + NAME_GAP + MAX (self->n_steps, 2) * 70.0,
                           .natural_height = header + n * (line + MARK_SIZE + 8) };
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
      cairo_move_to (cr, x, layout->top - 2);
      cairo_line_to (cr, x, height);
      cairo_set_line_width (cr, 1);
      vb_paint_set_style_color (cr, style, VB_COLOR_GRID);
      cairo_stroke (cr);
      vb_paint_set_style_color (cr, style, VB_COLOR_DIM);
      vb_text_draw (text, cr, VB_TEXT_SMALL, number, x, layout->top - HEADER_GAP, 0.5, 1);
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
  double y = get_y (layout, row);
  double today = vb_scale_map (&layout->scale, item->places[VB_PROFILE_TODAY]);
  double wanted = vb_scale_map (&layout->scale, item->places[VB_PROFILE_WANTED]);

  vb_paint_set_style_color (cr, style, VB_COLOR_INK);
  if (layout->stacked)
    vb_text_draw_elided (text, cr, VB_TEXT_SMALL, item->name, 0, y - MARK_SIZE / 2, 0, 1,
                         layout->name_width);
  else
    vb_text_draw_elided (text, cr, VB_TEXT_SMALL, item->name, layout->name_width, y, 1, 0.5,
                         layout->name_width);

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
vb_profile_draw (VbDrawing *drawing,
                 cairo_t *cr,
                 const VbFrame *frame,
                 const cairo_rectangle_t *visible)
{
  VbProfile *self = VB_PROFILE (drawing);
  g_autoptr (VbText) text = vb_text_new (frame->style);
  Layout layout;

  if (self->items->len == 0)
    {
      vb_text_draw_notice (text, cr, frame->style, _ ("No figures"), frame->width, frame->height);
      return;
    }

  init_layout (self, &layout, frame->style, text, frame->width, frame->height);
  draw_key (self, cr, frame->style, text, frame->width);
  draw_grid (self, cr, frame->style, text, &layout, frame->height);
  for (guint i = 0; i < self->items->len; i++)
    {
      double y = layout.top + i * layout.row_height;

      if (y + layout.row_height >= visible->y && y <= visible->y + visible->height)
        draw_item (self, cr, frame->style, text, &layout, i);
    }
}

/* ---- stops ----------------------------------------------------------------------------------- */

static void
vb_profile_get_stops (VbDrawing *drawing, guint *columns, guint *rows)
{
  *rows = VB_PROFILE (drawing)->items->len;
  *columns = *rows > 0 ? 1 : 0;
}

static gboolean
vb_profile_locate (
    VbDrawing *drawing, const VbFrame *frame, guint column, guint row, cairo_rectangle_t *area)
{
  VbProfile *self = VB_PROFILE (drawing);
  g_autoptr (VbText) text = vb_text_new (frame->style);
  Layout layout;

  if (row >= self->items->len || column > 0)
    return FALSE;
  init_layout (self, &layout, frame->style, text, frame->width, frame->height);
  *area = (cairo_rectangle_t){ 1, layout.top + row * layout.row_height + 1, frame->width - 2,
                               layout.row_height - 2 };
  return TRUE;
}

static gboolean
vb_profile_pick (
    VbDrawing *drawing, const VbFrame *frame, double x, double y, guint *column, guint *row)
{
  VbProfile *self = VB_PROFILE (drawing);
  g_autoptr (VbText) text = vb_text_new (frame->style);
  Layout layout;

  if (self->items->len == 0 || x < 0 || x > frame->width || y < 0 || y >= frame->height)
    return FALSE;
  init_layout (self, &layout, frame->style, text, frame->width, frame->height);
  if (y < layout.top)
    return FALSE;
  *column = 0;
  *row = MIN ((guint) ((y - layout.top) / layout.row_height), self->items->len - 1);
  return TRUE;
}

static void
vb_profile_draw_cursor (
    VbDrawing *drawing, cairo_t *cr, const VbFrame *frame, guint column, guint row)
{
  cairo_rectangle_t area;

  if (vb_profile_locate (drawing, frame, column, row, &area))
    vb_handle_painter_draw_box (cr, frame->style, &area);
}

/* ---- words ----------------------------------------------------------------------------------- */

static char *
vb_profile_dup_readout (VbDrawing *drawing, guint column, guint row)
{
  VbProfile *self = VB_PROFILE (drawing);
  const Item *item = get_item (self, row);
  GString *text = g_string_new (item->name);
  const char *separator = ": ";

  for (VbProfileMark mark = 0; mark < VB_N_PROFILE_MARKS; mark++)
    if (has_mark (self, mark))
      {
        g_autofree char *place = dup_place (item->places[mark]);

        g_string_append_printf (text, "%s%s %s", separator, self->mark_names[mark], place);
        separator = ", ";
      }
  if (isfinite (item->low) && isfinite (item->high))
    {
      g_autofree char *low = dup_place (item->low);
      g_autofree char *high = dup_place (item->high);

      g_string_append (text, separator);
      /* Translators: the lowest and the highest step of several: "between 2 and 4" */
      g_string_append_printf (text, _ ("between %s and %s"), low, high);
    }
  return g_string_free (text, FALSE);
}

static char *
vb_profile_dup_description (VbDrawing *drawing)
{
  VbProfile *self = VB_PROFILE (drawing);
  GString *text = g_string_new (vb_drawing_get_subtitle (drawing));

  if (text->len > 0)
    g_string_append (text, ". ");
  if (self->items->len == 0)
    g_string_append (text, _ ("No figures"));
  /* All of them: there are as many as areas, and each is a finding. */
  for (guint i = 0; i < self->items->len; i++)
    {
      g_autofree char *readout = vb_profile_dup_readout (drawing, 0, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", readout);
    }
  return g_string_free (text, FALSE);
}

/* The columns after the name: the marks that are there, then the span. */
typedef enum
{
  COLUMN_LOW = VB_N_PROFILE_MARKS,
  COLUMN_HIGH,
  N_COLUMNS,
} Column;

static Column
get_column (VbProfile *self, guint column)
{
  for (guint i = 0; i < VB_N_PROFILE_MARKS; i++)
    if (has_mark (self, i) && --column == 0)
      return i;
  return COLUMN_LOW + column - 1;
}

static guint
vb_profile_get_n_columns (VbDrawing *drawing)
{
  VbProfile *self = VB_PROFILE (drawing);
  guint n = 1;

  for (VbProfileMark mark = 0; mark < VB_N_PROFILE_MARKS; mark++)
    n += has_mark (self, mark);
  return n + (has_spans (self) ? N_COLUMNS - COLUMN_LOW : 0);
}

static guint
vb_profile_get_n_rows (VbDrawing *drawing)
{
  return VB_PROFILE (drawing)->items->len;
}

static char *
vb_profile_dup_column_title (VbDrawing *drawing, guint column)
{
  VbProfile *self = VB_PROFILE (drawing);
  Column which;

  if (column == 0)
    return g_strdup (self->name_title);
  which = get_column (self, column);
  if (which < COLUMN_LOW)
    return g_strdup (self->mark_names[which]);
  return g_strdup (which == COLUMN_LOW ? _ ("Lowest") : _ ("Highest"));
}

static double
vb_profile_get_number (VbDrawing *drawing, guint row, guint column)
{
  VbProfile *self = VB_PROFILE (drawing);
  const Item *item = get_item (self, row);
  Column which;

  if (column == 0)
    return NAN;
  which = get_column (self, column);
  if (which < COLUMN_LOW)
    return item->places[which];
  return which == COLUMN_LOW ? item->low : item->high;
}

static char *
vb_profile_dup_cell (VbDrawing *drawing, guint row, guint column)
{
  if (column == 0)
    return g_strdup (get_item (VB_PROFILE (drawing), row)->name);
  return dup_place (vb_profile_get_number (drawing, row, column));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_profile_finalize (GObject *object)
{
  VbProfile *self = VB_PROFILE (object);

  g_free (self->name_title);
  for (guint i = 0; i < VB_N_PROFILE_MARKS; i++)
    g_free (self->mark_names[i]);
  g_array_unref (self->items);

  G_OBJECT_CLASS (vb_profile_parent_class)->finalize (object);
}

static void
vb_profile_class_init (VbProfileClass *klass)
{
  VbDrawingClass *drawing_class = VB_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vb_profile_finalize;

  drawing_class->measure = vb_profile_measure;
  drawing_class->draw = vb_profile_draw;
  drawing_class->dup_description = vb_profile_dup_description;
  drawing_class->get_stops = vb_profile_get_stops;
  drawing_class->pick = vb_profile_pick;
  drawing_class->locate = vb_profile_locate;
  drawing_class->draw_cursor = vb_profile_draw_cursor;
  drawing_class->dup_readout = vb_profile_dup_readout;
  drawing_class->get_n_columns = vb_profile_get_n_columns;
  drawing_class->get_n_rows = vb_profile_get_n_rows;
  drawing_class->dup_column_title = vb_profile_dup_column_title;
  drawing_class->get_number = vb_profile_get_number;
  drawing_class->dup_cell = vb_profile_dup_cell;
}

static void
vb_profile_init (VbProfile *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  self->mark_names[VB_PROFILE_TODAY] = g_strdup (_ ("today"));
  self->mark_names[VB_PROFILE_LAST] = g_strdup (_ ("last time"));
  self->mark_names[VB_PROFILE_WANTED] = g_strdup (_ ("wanted"));
}

VbProfile *
vb_profile_new (const char *title, const char *subtitle, const char *name_title, guint n_steps)
{
  VbProfile *self = g_object_new (VB_TYPE_PROFILE, NULL);

  vb_drawing_set_titles (VB_DRAWING (self), title, subtitle);
  self->name_title = g_strdup (name_title);
  self->n_steps = n_steps;
  return self;
}

void
vb_profile_set_mark_name (VbProfile *self, VbProfileMark mark, const char *name)
{
  g_return_if_fail (VB_IS_PROFILE (self));
  g_return_if_fail (mark < VB_N_PROFILE_MARKS);

  g_free (self->mark_names[mark]);
  self->mark_names[mark] = g_strdup (name);
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

  g_return_if_fail (VB_IS_PROFILE (self));

  for (guint i = 0; i < VB_N_PROFILE_MARKS; i++)
    item.places[i] = places[i];
  g_array_append_val (self->items, item);
}

gint64
vb_profile_get_row_id (VbProfile *self, guint row)
{
  g_return_val_if_fail (VB_IS_PROFILE (self), 0);
  g_return_val_if_fail (row < self->items->len, 0);

  return get_item (self, row)->id;
}
