/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The movable point of a chart as a slider of its own for keyboard and screen reader. The drawing
 * draws the point, the canvas hears the pointer; this draws the focus ring. */
#pragma once

#include <gtk/gtk.h>

#include "vb-drawing.h"

G_BEGIN_DECLS

#define VB_TYPE_CHART_HANDLE (vb_chart_handle_get_type ())
G_DECLARE_FINAL_TYPE (VbChartHandle, vb_chart_handle, VB, CHART_HANDLE, GtkWidget)

/* Signal "moved" (double value): a key asked for @value, inside the limits and on a step. */
VbChartHandle *vb_chart_handle_new (void);
/* Takes limits and value from @drawing, which must have a handle. */
void vb_chart_handle_set_drawing (VbChartHandle *self, VbDrawing *drawing);
/* @value rounded to a step of the handle. */
double vb_handle_round (const VbHandle *handle, double value);

G_END_DECLS
