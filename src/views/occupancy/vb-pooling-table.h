/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What if these units shared their beds: the pool, and a row a unit. */
#pragma once

#include <gtk/gtk.h>

#include "vb-occupancy-row.h"

G_BEGIN_DECLS

#define VB_TYPE_POOLING_TABLE (vb_pooling_table_get_type ())
G_DECLARE_FINAL_TYPE (VbPoolingTable, vb_pooling_table, VB, POOLING_TABLE, GtkWidget)

/* Signal "selected": the reader chose another row.
 * Action "table.copy" (Ctrl+C): the table as tab-separated text. */
GtkWidget *vb_pooling_table_new (void);
/* @rows: of VbOccupancyRow, the last one of all together; NULL: none. */
void vb_pooling_table_show (VbPoolingTable *self, GListModel *rows);
/* Not owned; NULL when none is selected. */
VbOccupancyRow *vb_pooling_table_get_selected (VbPoolingTable *self);
/* What "table.copy" copies. Owned by the caller. */
char *vb_pooling_table_dup_text (VbPoolingTable *self);

G_END_DECLS
