/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card with a drawing: its title, a menu (copy, save, print), a readout of the point under
 * pointer or cursor, and the table twin behind a toggle. */
#pragma once

#include <gtk/gtk.h>

#include "vb-drawing-export.h"

G_BEGIN_DECLS

#define VB_TYPE_CHART (vb_chart_get_type ())
G_DECLARE_FINAL_TYPE (VbChart, vb_chart, VB, CHART, GtkWidget)

/* Properties: drawing (VbDrawing; the title shown is the drawing's), show-table.
 * Signals: "cell-activated" (guint column, guint row): a point or cell was clicked or entered;
 * "point-drag-begin", "point-dragged" (double value), "point-drag-end": the drawing's handle is
 * being moved, by pointer or key. The page answers each "point-dragged" with a new drawing and
 * writes the value down at the end.
 * Actions: chart.copy, chart.save ("s": svg, png, pdf), chart.print, chart.show-table. */
GtkWidget *vb_chart_new (void);
VbDrawing *vb_chart_get_drawing (VbChart *self);
/* NULL empties it. The cursor, the order of the table and a drag in progress stay. */
void vb_chart_set_drawing (VbChart *self, VbDrawing *drawing);
gboolean vb_chart_get_show_table (VbChart *self);
void vb_chart_set_show_table (VbChart *self, gboolean show_table);

G_END_DECLS
