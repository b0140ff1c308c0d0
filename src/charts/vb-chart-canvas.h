/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a drawing, with a cursor that pointer and arrow keys move over its points. Scrolls where
 * there is less room than the drawing can do with. Part of VbChart, which is what pages use. */
#pragma once

#include <gtk/gtk.h>

#include "vb-drawing.h"

G_BEGIN_DECLS

#define VB_TYPE_CHART_CANVAS (vb_chart_canvas_get_type ())
G_DECLARE_FINAL_TYPE (VbChartCanvas, vb_chart_canvas, VB, CHART_CANVAS, GtkWidget)

/* Property "readout": what the point under the cursor says, "" without a cursor.
 * Signals: "cell-activated" (guint column, guint row); "point-drag-begin", "point-dragged"
 * (double), "point-drag-end". */
VbChartCanvas *vb_chart_canvas_new (void);
VbDrawing *vb_chart_canvas_get_drawing (VbChartCanvas *self);
/* NULL empties it. The cursor stays where it is if the new drawing has such a place. */
void vb_chart_canvas_set_drawing (VbChartCanvas *self, VbDrawing *drawing);
const char *vb_chart_canvas_get_readout (VbChartCanvas *self);
/* FALSE when there is no cursor. */
gboolean vb_chart_canvas_get_cursor (VbChartCanvas *self, guint *column, guint *row);
void vb_chart_canvas_set_cursor (VbChartCanvas *self, guint column, guint row);

G_END_DECLS
