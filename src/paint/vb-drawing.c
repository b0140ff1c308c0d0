/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-drawing.h"

#include <math.h>

typedef struct
{
  char *title;
  char *subtitle;
  GStrv figures;
} VbDrawingPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VbDrawing, vb_drawing, G_TYPE_OBJECT)

#define GET_CLASS(self) VB_DRAWING_GET_CLASS (self)

static void
vb_drawing_finalize (GObject *object)
{
  VbDrawingPrivate *priv = vb_drawing_get_instance_private (VB_DRAWING (object));

  g_free (priv->title);
  g_free (priv->subtitle);
  g_strfreev (priv->figures);

  G_OBJECT_CLASS (vb_drawing_parent_class)->finalize (object);
}

static void
vb_drawing_class_init (VbDrawingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_drawing_finalize;
}

static void
vb_drawing_init (VbDrawing *self)
{
}

const char *
vb_drawing_get_title (VbDrawing *self)
{
  VbDrawingPrivate *priv = vb_drawing_get_instance_private (self);

  return priv->title != NULL ? priv->title : "";
}

const char *
vb_drawing_get_subtitle (VbDrawing *self)
{
  VbDrawingPrivate *priv = vb_drawing_get_instance_private (self);

  return priv->subtitle;
}

void
vb_drawing_set_titles (VbDrawing *self, const char *title, const char *subtitle)
{
  VbDrawingPrivate *priv = vb_drawing_get_instance_private (self);

  g_free (priv->title);
  g_free (priv->subtitle);
  priv->title = g_strdup (title);
  priv->subtitle = g_strdup (subtitle);
}

void
vb_drawing_measure (VbDrawing *self, const VbPaintStyle *style, VbDrawingSize *size)
{
  GET_CLASS (self)->measure (self, style, size);
}

void
vb_drawing_draw (VbDrawing *self,
                 cairo_t *cr,
                 const VbFrame *frame,
                 const cairo_rectangle_t *visible)
{
  cairo_rectangle_t all = { 0, 0, frame->width, frame->height };

  if (!(frame->width > 0) || !(frame->height > 0))
    return;
  cairo_save (cr);
  GET_CLASS (self)->draw (self, cr, frame, visible != NULL ? visible : &all);
  cairo_restore (cr);
}

char *
vb_drawing_dup_description (VbDrawing *self)
{
  return GET_CLASS (self)->dup_description (self);
}

void
vb_drawing_get_stops (VbDrawing *self, guint *columns, guint *rows)
{
  GET_CLASS (self)->get_stops (self, columns, rows);
}

gboolean
vb_drawing_pick (
    VbDrawing *self, const VbFrame *frame, double x, double y, guint *column, guint *row)
{
  return GET_CLASS (self)->pick (self, frame, x, y, column, row);
}

gboolean
vb_drawing_locate (
    VbDrawing *self, const VbFrame *frame, guint column, guint row, cairo_rectangle_t *area)
{
  return GET_CLASS (self)->locate (self, frame, column, row, area);
}

void
vb_drawing_draw_cursor (VbDrawing *self, cairo_t *cr, const VbFrame *frame, guint column, guint row)
{
  cairo_save (cr);
  GET_CLASS (self)->draw_cursor (self, cr, frame, column, row);
  cairo_restore (cr);
}

char *
vb_drawing_dup_readout (VbDrawing *self, guint column, guint row)
{
  return GET_CLASS (self)->dup_readout (self, column, row);
}

guint
vb_drawing_get_n_columns (VbDrawing *self)
{
  return GET_CLASS (self)->get_n_columns (self);
}

guint
vb_drawing_get_n_rows (VbDrawing *self)
{
  return GET_CLASS (self)->get_n_rows (self);
}

char *
vb_drawing_dup_column_title (VbDrawing *self, guint column)
{
  return GET_CLASS (self)->dup_column_title (self, column);
}

void
vb_drawing_set_figures (VbDrawing *self, const char *const *figures)
{
  VbDrawingPrivate *priv = vb_drawing_get_instance_private (self);

  g_strfreev (priv->figures);
  priv->figures = g_strdupv ((GStrv) figures);
}

const char *
vb_drawing_get_figure (VbDrawing *self, guint column)
{
  VbDrawingPrivate *priv = vb_drawing_get_instance_private (self);
  guint n = priv->figures != NULL ? g_strv_length (priv->figures) : 0;

  return n > 0 ? priv->figures[MIN (column, n - 1)] : NULL;
}

double
vb_drawing_get_number (VbDrawing *self, guint row, guint column)
{
  return column == 0 ? NAN : GET_CLASS (self)->get_number (self, row, column);
}

char *
vb_drawing_dup_cell (VbDrawing *self, guint row, guint column)
{
  return GET_CLASS (self)->dup_cell (self, row, column);
}

/* A name may hold anything; a tab in it must not make a new cell. */
static void
append_cell (GString *tsv, char *text, gboolean first)
{
  if (!first)
    g_string_append_c (tsv, '\t');
  g_string_append (tsv, g_strdelimit (text, "\t\n\r", ' '));
  g_free (text);
}

char *
vb_drawing_dup_tsv (VbDrawing *self, const guint *rows, guint n_rows)
{
  GString *tsv = g_string_new (NULL);
  guint n_columns = vb_drawing_get_n_columns (self);

  if (rows == NULL)
    n_rows = vb_drawing_get_n_rows (self);

  for (guint column = 0; column < n_columns; column++)
    append_cell (tsv, vb_drawing_dup_column_title (self, column), column == 0);
  g_string_append_c (tsv, '\n');
  for (guint i = 0; i < n_rows; i++)
    {
      for (guint column = 0; column < n_columns; column++)
        append_cell (tsv, vb_drawing_dup_cell (self, rows != NULL ? rows[i] : i, column),
                     column == 0);
      g_string_append_c (tsv, '\n');
    }

  return g_string_free (tsv, FALSE);
}

gboolean
vb_drawing_get_handle (VbDrawing *self, VbHandle *handle)
{
  return GET_CLASS (self)->get_handle != NULL && GET_CLASS (self)->get_handle (self, handle);
}

gboolean
vb_drawing_locate_handle (VbDrawing *self, const VbFrame *frame, double *x, double *y)
{
  VbHandle handle;

  return vb_drawing_get_handle (self, &handle)
         && GET_CLASS (self)->locate_handle (self, frame, x, y);
}

double
vb_drawing_get_handle_value_at (VbDrawing *self, const VbFrame *frame, double x)
{
  VbHandle handle;

  g_return_val_if_fail (vb_drawing_get_handle (self, &handle), NAN);

  return CLAMP (GET_CLASS (self)->get_handle_value_at (self, frame, x), handle.lower, handle.upper);
}

char *
vb_drawing_dup_handle_text (VbDrawing *self, double value)
{
  return GET_CLASS (self)->dup_handle_text (self, value);
}
