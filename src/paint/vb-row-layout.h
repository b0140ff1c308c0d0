/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a name, a stretch of an axis and a label, one under the other. Names stand beside the
 * axis, wrapped, or above it where that would leave it too little room or cut a word. */
#pragma once

#include "vb-drawing.h"
#include "vb-text.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean stacked; /* names stand above */
  double top;
  double pitch; /* from one row to the next */
  double line;  /* height of a line of letters */
  double width; /* of the whole */
  double name_width;
  double left; /* ends of the axis */
  double right;
} VbRowLayout;

/* @n rows from @top to the frame's lower edge. @left_labels, @right_labels: room kept free at the
 * ends of the axis (px). */
void vb_row_layout_init (VbRowLayout *layout,
                         const VbFrame *frame,
                         VbText *text,
                         double top,
                         const char *const *names,
                         guint n,
                         double left_labels,
                         double right_labels);
/* Height that @n rows want; when @least, the height they can do with. */
double vb_row_layout_measure (VbText *text, guint n, gboolean least);

/* The middle of a row's axis, and how high a bar on it is. */
double vb_row_layout_get_y (const VbRowLayout *layout, guint row);
double vb_row_layout_get_bar_height (const VbRowLayout *layout);
/* The part of a row that its axis has for itself. */
double vb_row_layout_get_axis_top (const VbRowLayout *layout, guint row);
/* A row as a stop of the cursor. */
void vb_row_layout_get_box (const VbRowLayout *layout, guint row, cairo_rectangle_t *box);
/* In the present source colour. */
void vb_row_layout_draw_name (const VbRowLayout *layout,
                              cairo_t *cr,
                              VbText *text,
                              VbTextKind kind,
                              guint row,
                              const char *name);

G_END_DECLS
