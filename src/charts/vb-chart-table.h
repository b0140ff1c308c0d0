/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table twin of a drawing: the same figures to be sorted, selected and copied. */
#pragma once

#include <gtk/gtk.h>

#include "vb-drawing.h"

G_BEGIN_DECLS

#define VB_TYPE_CHART_TABLE (vb_chart_table_get_type ())
G_DECLARE_FINAL_TYPE (VbChartTable, vb_chart_table, VB, CHART_TABLE, GtkWidget)

/* Action "table.copy" (Ctrl+C): the selected rows (all, when none is) as tab-separated text. */
VbChartTable *vb_chart_table_new (void);
/* NULL empties it. */
void vb_chart_table_set_drawing (VbChartTable *self, VbDrawing *drawing);
/* What "table.copy" copies. Owned by the caller. */
char *vb_chart_table_dup_selected (VbChartTable *self);

G_END_DECLS
