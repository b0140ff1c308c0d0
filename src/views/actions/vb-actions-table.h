/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions as a table: what the board does not have room for, sorted by any column, copied and
 * exported. A row is edited with Enter or a double click; Delete and the Menu key do as on the
 * board. */
#pragma once

#include "vb-document-actions.h"
#include "vb-table-exporter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VB_TYPE_ACTIONS_TABLE (vb_actions_table_get_type ())
G_DECLARE_FINAL_TYPE (VbActionsTable, vb_actions_table, VB, ACTIONS_TABLE, GtkWidget)

/* Action: "table.copy" copies all rows. */
GtkWidget *vb_actions_table_new (void);
/* Shows @actions (of VbAction), of which those that change are shown anew. */
void vb_actions_table_show (VbActionsTable *self,
                            VbDocument *document,
                            GListModel *actions,
                            VbDay today);
/* The rows in the order on screen, with all that is known of them. Owned by the caller. */
VbTableExporter *vb_actions_table_export (VbActionsTable *self);

G_END_DECLS
