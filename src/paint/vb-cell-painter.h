/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of a map, collected first and drawn together: one filling a class of cells instead of
 * one a cell. */
#pragma once

#include "vb-text.h"

G_BEGIN_DECLS

typedef enum
{
  VB_CELL_SHORTAGE,       /* hatched */
  VB_CELL_SHORTAGE_LARGE, /* hatched, stronger, bold */
  VB_CELL_SURPLUS,        /* dotted */
  VB_CELL_SURPLUS_LARGE,  /* dotted, stronger */
  VB_CELL_EVEN,           /* nothing but its number */
  VB_CELL_FULL,           /* all there (coverage) */
  VB_CELL_PARTIAL,        /* partly there: outlined */
  VB_CELL_MISSING,        /* no figure: outlined, "–" */
} VbCellClass;
#define VB_N_CELL_CLASSES (VB_CELL_MISSING + 1)

typedef struct _VbCellPainter VbCellPainter;

/* @style and @text must outlive the painter. */
VbCellPainter *vb_cell_painter_new (const VbPaintStyle *style, VbText *text);
void vb_cell_painter_free (VbCellPainter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbCellPainter, vb_cell_painter_free)

/* @number is copied; NULL where there is no room for it. */
void vb_cell_painter_add (VbCellPainter *self,
                          VbCellClass cell_class,
                          const cairo_rectangle_t *area,
                          const char *number);
void vb_cell_painter_draw (VbCellPainter *self, cairo_t *cr);

/* Draws cells too small for hatching and numbers into @area: row by row @n_columns x @n_rows of
 * VbCellClass, told apart by lightness as well as by hue. */
void vb_cell_painter_draw_dense (cairo_t *cr,
                                 const VbPaintStyle *style,
                                 const guint8 *classes,
                                 guint n_columns,
                                 guint n_rows,
                                 const cairo_rectangle_t *area);

G_END_DECLS
