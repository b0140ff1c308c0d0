/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the canvas share. */
#pragma once

#include "vb-chart-canvas.h"
#include "vb-chart-handle.h"

G_BEGIN_DECLS

typedef enum
{
  VB_CANVAS_CELL_ACTIVATED,
  VB_CANVAS_POINT_DRAG_BEGIN,
  VB_CANVAS_POINT_DRAGGED,
  VB_CANVAS_POINT_DRAG_END,
  VB_CANVAS_N_SIGNALS
} VbCanvasSignal;

struct _VbChartCanvas
{
  GtkWidget parent_instance;

  VbDrawing *drawing;
  VbChartHandle *handle;
  GskRenderNode *node;         /* the drawing without its cursor */
  VbDrawingSize measured;      /* valid while the drawing and the letters are those of then */
  VbPaintStyle measured_style; /* font_size = 0: not measured */

  GtkAdjustment *adjustments[2];          /* by GtkOrientation */
  GtkScrollablePolicy scroll_policies[2]; /* by GtkOrientation */
  double size[2];                         /* of the whole drawing, by GtkOrientation */

  gboolean has_cursor;
  gboolean hovers; /* the cursor follows the pointer and goes with it */
  guint column;
  guint row;
  char *readout;

  double pointer_x; /* where the pointer was last seen; -1 outside */
  double pointer_y;
  gboolean drags;     /* the handle is held */
  double drag_offset; /* from the pointer to the middle of the handle */
  double dragged_to;
};

VbFrame _vb_chart_canvas_get_frame (VbChartCanvas *self, const VbPaintStyle *style);
void _vb_chart_canvas_emit (VbChartCanvas *self, VbCanvasSignal signal, ...);
/* Where what is seen begins, in px of the drawing. */
double _vb_chart_canvas_get_offset (VbChartCanvas *self, GtkOrientation orientation);
void _vb_chart_canvas_clear_cursor (VbChartCanvas *self);
void _vb_chart_canvas_move_cursor (VbChartCanvas *self, guint column, guint row, gboolean hovers);

/* vb-chart-canvas-input.c */
void _vb_chart_canvas_class_init_input (GtkWidgetClass *widget_class);
void _vb_chart_canvas_init_input (VbChartCanvas *self);

G_END_DECLS
