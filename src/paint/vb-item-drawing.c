/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-item-drawing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-handle-painter.h"

#define MAX_SAID 12

typedef struct
{
  char *title;
  VbNumberForm form;
  gboolean shown;
} Column;

typedef struct
{
  guint n_stop_columns;
  GPtrArray *stops;   /* readouts */
  GPtrArray *remarks; /* sentences */
  GArray *columns;    /* Column */
  GPtrArray *names;   /* of the rows */
  GArray *numbers;    /* double, row by row */
} VbItemDrawingPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VbItemDrawing, vb_item_drawing, VB_TYPE_DRAWING)

static VbItemDrawingPrivate *
get_priv (gpointer drawing)
{
  return vb_item_drawing_get_instance_private (VB_ITEM_DRAWING (drawing));
}

#define get_column(priv, i) (&g_array_index ((priv)->columns, Column, (i)))

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->title);
}

/* ---- stops ----------------------------------------------------------------------------------- */

static void
vb_item_drawing_get_stops (VbDrawing *drawing, guint *columns, guint *rows)
{
  VbItemDrawingPrivate *priv = get_priv (drawing);
  guint n = priv->stops->len;

  *columns = n == 0 ? 0 : priv->n_stop_columns == 0 ? n : priv->n_stop_columns;
  *rows = n == 0 ? 0 : n / *columns;
}

static guint
get_index (VbDrawing *drawing, guint column, guint row)
{
  guint columns, rows;

  vb_item_drawing_get_stops (drawing, &columns, &rows);
  return column < columns && row < rows ? row * columns + column : G_MAXUINT;
}

static cairo_rectangle_t *
locate_all (VbDrawing *drawing, const VbFrame *frame)
{
  guint n = get_priv (drawing)->stops->len;
  cairo_rectangle_t *boxes = g_new0 (cairo_rectangle_t, MAX (n, 1));
  g_autoptr (VbText) text = vb_text_new (frame->style);

  if (n > 0)
    VB_ITEM_DRAWING_GET_CLASS (drawing)->locate_items (VB_ITEM_DRAWING (drawing), frame, text,
                                                       boxes);
  return boxes;
}

static gboolean
vb_item_drawing_locate (
    VbDrawing *drawing, const VbFrame *frame, guint column, guint row, cairo_rectangle_t *area)
{
  guint index = get_index (drawing, column, row);
  g_autofree cairo_rectangle_t *boxes = NULL;

  if (index == G_MAXUINT)
    return FALSE;
  boxes = locate_all (drawing, frame);
  *area = boxes[index];
  return TRUE;
}

static gboolean
vb_item_drawing_pick (
    VbDrawing *drawing, const VbFrame *frame, double x, double y, guint *column, guint *row)
{
  g_autofree cairo_rectangle_t *boxes = locate_all (drawing, frame);
  guint columns, rows;

  vb_item_drawing_get_stops (drawing, &columns, &rows);
  for (guint i = 0; i < columns * rows; i++)
    if (x >= boxes[i].x && x < boxes[i].x + boxes[i].width && y >= boxes[i].y
        && y < boxes[i].y + boxes[i].height)
      {
        *column = i % columns;
        *row = i / columns;
        return TRUE;
      }
  return FALSE;
}

static void
vb_item_drawing_draw_cursor (
    VbDrawing *drawing, cairo_t *cr, const VbFrame *frame, guint column, guint row)
{
  cairo_rectangle_t area;

  if (vb_item_drawing_locate (drawing, frame, column, row, &area))
    vb_handle_painter_draw_box (cr, frame->style, &area);
}

/* ---- picture and words ----------------------------------------------------------------------- */

static void
vb_item_drawing_draw (VbDrawing *drawing,
                      cairo_t *cr,
                      const VbFrame *frame,
                      const cairo_rectangle_t *visible)
{
  g_autoptr (VbText) text = vb_text_new (frame->style);

  if (get_priv (drawing)->stops->len == 0)
    vb_text_draw_notice (text, cr, frame->style, _ ("No figures"), frame->width, frame->height);
  else
    VB_ITEM_DRAWING_GET_CLASS (drawing)->draw_items (VB_ITEM_DRAWING (drawing), cr, frame, text,
                                                     visible);
}

static char *
vb_item_drawing_dup_readout (VbDrawing *drawing, guint column, guint row)
{
  return g_strdup (g_ptr_array_index (get_priv (drawing)->stops, get_index (drawing, column, row)));
}

static char *
vb_item_drawing_dup_description (VbDrawing *drawing)
{
  VbItemDrawingPrivate *priv = get_priv (drawing);
  guint max_said = VB_ITEM_DRAWING_GET_CLASS (drawing)->max_said;
  GString *text = g_string_new (vb_drawing_get_subtitle (drawing));
  guint columns, rows;

  if (text->len > 0)
    g_string_append (text, ". ");
  if (priv->stops->len == 0)
    g_string_append (text, _ ("No figures"));
  for (guint i = 0; i < priv->remarks->len; i++)
    g_string_append_printf (text, "%s. ", (char *) g_ptr_array_index (priv->remarks, i));
  vb_item_drawing_get_stops (drawing, &columns, &rows);
  for (guint i = 0; i < columns * rows; i++)
    if (i < max_said || i + 1 == columns * rows)
      {
        g_autofree char *readout = vb_drawing_dup_readout (drawing, i % columns, i / columns);

        g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", readout);
      }
  return g_string_free (text, FALSE);
}

/* ---- table ----------------------------------------------------------------------------------- */

static guint
vb_item_drawing_get_n_columns (VbDrawing *drawing)
{
  VbItemDrawingPrivate *priv = get_priv (drawing);
  guint n = 0;

  for (guint i = 0; i < priv->columns->len; i++)
    n += get_column (priv, i)->shown;
  return n;
}

/* Which of all columns is the one that stands in place @shown. */
static guint
find_column (VbItemDrawingPrivate *priv, guint shown)
{
  guint column = 0;

  while (!get_column (priv, column)->shown || shown-- > 0)
    column++;
  return column;
}

static guint
vb_item_drawing_get_n_rows (VbDrawing *drawing)
{
  return get_priv (drawing)->names->len;
}

static char *
vb_item_drawing_dup_column_title (VbDrawing *drawing, guint column)
{
  VbItemDrawingPrivate *priv = get_priv (drawing);

  return g_strdup (get_column (priv, find_column (priv, column))->title);
}

static double
vb_item_drawing_get_number (VbDrawing *drawing, guint row, guint column)
{
  VbItemDrawingPrivate *priv = get_priv (drawing);

  if (column == 0)
    return NAN;
  return g_array_index (priv->numbers, double,
                        (row * (priv->columns->len - 1) + find_column (priv, column) - 1));
}

static char *
vb_item_drawing_dup_cell (VbDrawing *drawing, guint row, guint column)
{
  VbItemDrawingPrivate *priv = get_priv (drawing);

  if (column == 0)
    return g_strdup (g_ptr_array_index (priv->names, row));
  return vb_number_form_format (get_column (priv, find_column (priv, column))->form,
                                vb_item_drawing_get_number (drawing, row, column));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_item_drawing_finalize (GObject *object)
{
  VbItemDrawingPrivate *priv = get_priv (object);

  g_ptr_array_unref (priv->stops);
  g_ptr_array_unref (priv->remarks);
  g_array_unref (priv->columns);
  g_ptr_array_unref (priv->names);
  g_array_unref (priv->numbers);

  G_OBJECT_CLASS (vb_item_drawing_parent_class)->finalize (object);
}

static void
vb_item_drawing_class_init (VbItemDrawingClass *klass)
{
  VbDrawingClass *drawing_class = VB_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vb_item_drawing_finalize;

  klass->max_said = MAX_SAID;

  drawing_class->draw = vb_item_drawing_draw;
  drawing_class->dup_description = vb_item_drawing_dup_description;
  drawing_class->get_stops = vb_item_drawing_get_stops;
  drawing_class->pick = vb_item_drawing_pick;
  drawing_class->locate = vb_item_drawing_locate;
  drawing_class->draw_cursor = vb_item_drawing_draw_cursor;
  drawing_class->dup_readout = vb_item_drawing_dup_readout;
  drawing_class->get_n_columns = vb_item_drawing_get_n_columns;
  drawing_class->get_n_rows = vb_item_drawing_get_n_rows;
  drawing_class->dup_column_title = vb_item_drawing_dup_column_title;
  drawing_class->get_number = vb_item_drawing_get_number;
  drawing_class->dup_cell = vb_item_drawing_dup_cell;
}

static void
vb_item_drawing_init (VbItemDrawing *self)
{
  VbItemDrawingPrivate *priv = vb_item_drawing_get_instance_private (self);

  priv->n_stop_columns = 1;
  priv->stops = g_ptr_array_new_with_free_func (g_free);
  priv->remarks = g_ptr_array_new_with_free_func (g_free);
  priv->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (priv->columns, clear_column);
  priv->names = g_ptr_array_new_with_free_func (g_free);
  priv->numbers = g_array_new (FALSE, FALSE, sizeof (double));
}

void
vb_item_drawing_set_stop_columns (VbItemDrawing *self, guint n_columns)
{
  g_return_if_fail (VB_IS_ITEM_DRAWING (self));

  get_priv (self)->n_stop_columns = n_columns;
}

void
vb_item_drawing_add_stop (VbItemDrawing *self, const char *readout)
{
  g_return_if_fail (VB_IS_ITEM_DRAWING (self));

  g_ptr_array_add (get_priv (self)->stops, g_strdup (readout));
}

guint
vb_item_drawing_get_n_stops (VbItemDrawing *self)
{
  g_return_val_if_fail (VB_IS_ITEM_DRAWING (self), 0);

  return get_priv (self)->stops->len;
}

static void
add_column (VbItemDrawing *self, const char *title, VbNumberForm form, gboolean shown)
{
  Column column = { NULL, form, shown };

  g_return_if_fail (get_priv (self)->names->len == 0);

  column.title = g_strdup (title);
  g_array_append_val (get_priv (self)->columns, column);
}

void
vb_item_drawing_add_column (VbItemDrawing *self, const char *title, VbNumberForm form)
{
  g_return_if_fail (VB_IS_ITEM_DRAWING (self));

  add_column (self, title, form, TRUE);
}

void
vb_item_drawing_add_optional_column (VbItemDrawing *self, const char *title, VbNumberForm form)
{
  g_return_if_fail (VB_IS_ITEM_DRAWING (self));

  add_column (self, title, form, FALSE);
}

void
vb_item_drawing_set_column (VbItemDrawing *self, guint column, const char *title, VbNumberForm form)
{
  Column *changed;

  g_return_if_fail (VB_IS_ITEM_DRAWING (self));
  g_return_if_fail (column < get_priv (self)->columns->len);

  changed = get_column (get_priv (self), column);
  g_free (changed->title);
  changed->title = g_strdup (title);
  changed->form = form;
}

const char *
vb_item_drawing_get_column_title (VbItemDrawing *self, guint column)
{
  g_return_val_if_fail (VB_IS_ITEM_DRAWING (self), NULL);
  g_return_val_if_fail (column < get_priv (self)->columns->len, NULL);

  return get_column (get_priv (self), column)->title;
}

gboolean
vb_item_drawing_has_column (VbItemDrawing *self, guint column)
{
  g_return_val_if_fail (VB_IS_ITEM_DRAWING (self), FALSE);
  g_return_val_if_fail (column < get_priv (self)->columns->len, FALSE);

  return get_column (get_priv (self), column)->shown;
}

void
vb_item_drawing_add_row (VbItemDrawing *self, const char *name, const double *numbers)
{
  VbItemDrawingPrivate *priv;

  g_return_if_fail (VB_IS_ITEM_DRAWING (self));

  priv = get_priv (self);
  g_ptr_array_add (priv->names, g_strdup (name));
  g_array_append_vals (priv->numbers, numbers, priv->columns->len - 1);
  for (guint i = 1; i < priv->columns->len; i++)
    if (isfinite (numbers[i - 1]))
      get_column (priv, i)->shown = TRUE;
}

void
vb_item_drawing_add_remark (VbItemDrawing *self, const char *remark)
{
  g_return_if_fail (VB_IS_ITEM_DRAWING (self));

  g_ptr_array_add (get_priv (self)->remarks, g_strdup (remark));
}
