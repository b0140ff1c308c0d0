/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-cell-painter.h"

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

/* How a class looks. A tint below 0 is an outline instead. */
static const struct
{
  VbRole role;
  double tint;
  double hatching; /* 0 = none */
  gboolean bold;
} looks[VB_N_CELL_CLASSES] = {
  [VB_CELL_SHORTAGE] = { VB_ROLE_SHORTAGE, 0.09, 0.45, FALSE },
  [VB_CELL_SHORTAGE_LARGE] = { VB_ROLE_SHORTAGE, 0.26, 0.75, TRUE },
  [VB_CELL_SURPLUS] = { VB_ROLE_SURPLUS, 0.07, 0.55, FALSE },
  [VB_CELL_SURPLUS_LARGE] = { VB_ROLE_SURPLUS, 0.20, 0.85, TRUE },
  [VB_CELL_EVEN] = { VB_ROLE_OUTCOME, 0.06, 0, FALSE },
  [VB_CELL_FULL] = { VB_ROLE_AVAILABLE, 0.30, 0, FALSE },
  [VB_CELL_PARTIAL] = { VB_ROLE_SHORTAGE, 0.14, 0.6, FALSE },
  [VB_CELL_MISSING] = { VB_ROLE_OUTCOME, -1, 0, FALSE },
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
  VbRgba color = vb_palette_get_role (self->style->scheme, looks[cell_class].role);
  double inset = looks[cell_class].tint < 0 ? 0.5 : 0;

  cairo_new_path (cr);
  for (guint i = 0; i < cells->len; i++)
    {
      const cairo_rectangle_t *area = &g_array_index (cells, Cell, i).area;

      cairo_rectangle (cr, area->x + inset, area->y + inset, MAX (area->width - 2 * inset, 0),
                       MAX (area->height - 2 * inset, 0));
    }

  if (looks[cell_class].hatching > 0)
    vb_hatch_fill (cr, self->style, looks[cell_class].role, looks[cell_class].tint,
                   looks[cell_class].hatching);
  else if (looks[cell_class].tint < 0)
    {
      vb_paint_set_style_color (cr, self->style, VB_COLOR_FRAME);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
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
          vb_paint_round_rectangle (cr, cell->area.x + (cell->area.width - width) / 2 - 3,
                                    cell->area.y + (cell->area.height - height) / 2 + 1, width + 6,
                                    height - 2, 4);
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
