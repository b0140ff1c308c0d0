/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-cell-painter.h"

#include <math.h>
#include <string.h>

#include "vb-hatch.h"

typedef struct
{
  cairo_rectangle_t area;
  const char *number; /* owned by the chunk */
} Cell;

struct _VbCellPainter
{
  const VbPaintStyle *style;
  VbText *text;
  GStringChunk *numbers;
  GArray *cells[VB_N_CELL_CLASSES]; /* Cell */
};

/* How a class looks. A tint below 0 is an outline instead. Dense cells have only their own tint:
 * shortage stronger than surplus, large stronger than small. */
static const struct
{
  VbRole role;
  double tint;
  double hatching; /* 0 = none */
  double dense_tint;
  gboolean bold;
} looks[VB_N_CELL_CLASSES] = {
  [VB_CELL_SHORTAGE] = { VB_ROLE_SHORTAGE, 0.09, 0.45, 0.6, FALSE },
  [VB_CELL_SHORTAGE_LARGE] = { VB_ROLE_SHORTAGE, 0.26, 0.75, 1.0, TRUE },
  [VB_CELL_SURPLUS] = { VB_ROLE_SURPLUS, 0.07, 0.55, 0.12, FALSE },
  [VB_CELL_SURPLUS_LARGE] = { VB_ROLE_SURPLUS, 0.20, 0.85, 0.3, TRUE },
  [VB_CELL_EVEN] = { VB_ROLE_OUTCOME, 0.06, 0, 0.06, FALSE },
  [VB_CELL_FULL] = { VB_ROLE_AVAILABLE, 0.30, 0, 0.3, FALSE },
  [VB_CELL_PARTIAL] = { VB_ROLE_SHORTAGE, 0.14, 0.6, 0.8, FALSE },
  [VB_CELL_MISSING] = { VB_ROLE_OUTCOME, -1, 0, 0, FALSE },
};

VbCellPainter *
vb_cell_painter_new (const VbPaintStyle *style, VbText *text)
{
  VbCellPainter *self = g_new0 (VbCellPainter, 1);

  self->style = style;
  self->text = text;
  self->numbers = g_string_chunk_new (256);
  for (guint i = 0; i < VB_N_CELL_CLASSES; i++)
    self->cells[i] = g_array_new (FALSE, FALSE, sizeof (Cell));
  return self;
}

void
vb_cell_painter_free (VbCellPainter *self)
{
  for (guint i = 0; i < VB_N_CELL_CLASSES; i++)
    g_array_unref (self->cells[i]);
  g_string_chunk_free (self->numbers);
  g_free (self);
}

void
vb_cell_painter_add (VbCellPainter *self,
                     VbCellClass cell_class,
                     const cairo_rectangle_t *area,
                     const char *number)
{
  Cell cell = { *area, NULL };

  if (number != NULL)
    cell.number = g_string_chunk_insert_const (self->numbers, number);
  g_array_append_val (self->cells[cell_class], cell);
}

static void
draw_areas (VbCellPainter *self, cairo_t *cr, VbCellClass cell_class)
{
  GArray *cells = self->cells[cell_class];
  VbRole role = looks[cell_class].role;
  VbRgba color = vb_palette_get_role (self->style->scheme, role);
  gboolean outlined = looks[cell_class].tint < 0;
  double inset = outlined ? 0.5 : 0;

  cairo_new_path (cr);
  for (guint i = 0; i < cells->len; i++)
    {
      const cairo_rectangle_t *area = &g_array_index (cells, Cell, i).area;

      cairo_rectangle (cr, area->x + inset, area->y + inset, MAX (area->width - 2 * inset, 0),
                       MAX (area->height - 2 * inset, 0));
    }

  if (outlined)
    {
      vb_paint_set_style_color (cr, self->style, VB_COLOR_FRAME);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
  else if (looks[cell_class].hatching > 0)
    vb_hatch_fill (cr, self->style, role, looks[cell_class].tint, looks[cell_class].hatching);
  else
    {
      vb_paint_set_color (cr, vb_rgba_with_alpha (color, looks[cell_class].tint));
      cairo_fill (cr);
    }
}

/* The number on a patch of the background: hatching must not run through digits. */
static void
draw_numbers (VbCellPainter *self, cairo_t *cr, VbCellClass cell_class)
{
  GArray *cells = self->cells[cell_class];
  VbTextKind kind = looks[cell_class].bold ? VB_TEXT_SMALL_BOLD : VB_TEXT_SMALL;
  VbRgba background = vb_palette_get (self->style->scheme, VB_COLOR_BACKGROUND);

  if (looks[cell_class].hatching > 0)
    {
      cairo_new_path (cr);
      for (guint i = 0; i < cells->len; i++)
        {
          const Cell *cell = &g_array_index (cells, Cell, i);
          double width, height;

          if (cell->number == NULL)
            continue;
          vb_text_measure (self->text, kind, cell->number, &width, &height);
          cairo_rectangle (cr, floor (cell->area.x + (cell->area.width - width) / 2 - 3),
                           floor (cell->area.y + (cell->area.height - height) / 2) + 1,
                           ceil (width) + 6, ceil (height) - 2);
        }
      vb_paint_set_color (cr, vb_rgba_with_alpha (background, 0.72));
      cairo_fill (cr);
    }

  vb_paint_set_style_color (cr, self->style,
                            cell_class == VB_CELL_MISSING ? VB_COLOR_DIM : VB_COLOR_INK);
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);

      if (cell->number != NULL)
        vb_text_draw (self->text, cr, kind, cell->number, cell->area.x + cell->area.width / 2,
                      cell->area.y + cell->area.height / 2, 0.5, 0.5);
    }
}

void
vb_cell_painter_draw (VbCellPainter *self, cairo_t *cr)
{
  cairo_save (cr);
  for (guint i = 0; i < VB_N_CELL_CLASSES; i++)
    if (self->cells[i]->len > 0)
      {
        draw_areas (self, cr, i);
        draw_numbers (self, cr, i);
      }
  cairo_restore (cr);
}

/* Premultiplied, as cairo keeps it. */
static guint32
pack (VbRgba color)
{
  guint32 alpha = (guint32) lround (color.alpha * 255);
  guint32 red = (guint32) lround (color.red * color.alpha * 255);
  guint32 green = (guint32) lround (color.green * color.alpha * 255);
  guint32 blue = (guint32) lround (color.blue * color.alpha * 255);

  return alpha << 24 | red << 16 | green << 8 | blue;
}

void
vb_cell_painter_draw_dense (cairo_t *cr,
                            const VbPaintStyle *style,
                            const guint8 *classes,
                            guint n_columns,
                            guint n_rows,
                            const cairo_rectangle_t *area)
{
  /* A pixel a cell, enlarged: tens of thousands of boxes would take cairo more than a frame. */
  cairo_surface_t *cells =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) n_columns, (int) n_rows);
  unsigned char *data = cairo_image_surface_get_data (cells);
  int stride = cairo_image_surface_get_stride (cells);
  guint32 colors[VB_N_CELL_CLASSES];

  for (VbCellClass i = 0; i < VB_N_CELL_CLASSES; i++)
    colors[i] = pack (vb_rgba_with_alpha (vb_palette_get_role (style->scheme, looks[i].role),
                                          looks[i].dense_tint));
  for (guint row = 0; data != NULL && row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      memcpy (data + (gsize) row * stride + column * sizeof (guint32),
              &colors[classes[row * n_columns + column]], sizeof (guint32));
  cairo_surface_mark_dirty (cells);

  cairo_save (cr);
  cairo_translate (cr, area->x, area->y);
  cairo_scale (cr, area->width / n_columns, area->height / n_rows);
  cairo_set_source_surface (cr, cells, 0, 0);
  /* Rows thinner than a pixel are averaged; others keep their edges. */
  cairo_pattern_set_filter (cairo_get_source (cr),
                            area->height >= n_rows && area->width >= n_columns
                                ? CAIRO_FILTER_NEAREST
                                : CAIRO_FILTER_GOOD);
  cairo_rectangle (cr, 0, 0, n_columns, n_rows);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (cells);
}
