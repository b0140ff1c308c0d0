/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that break a rule: unit, rule, and what is wrong. To be sorted and copied. */
#pragma once

#include <gtk/gtk.h>

#include "vb-finding.h"

G_BEGIN_DECLS

#define VB_TYPE_FINDING_TABLE (vb_finding_table_get_type ())
G_DECLARE_FINAL_TYPE (VbFindingTable, vb_finding_table, VB, FINDING_TABLE, GtkWidget)

/* Signal: "finding-activated" (VbFinding): its row was entered.
 * Action: "findings.copy" (Ctrl+C): what is seen, as tab-separated text with a header. */
GtkWidget *vb_finding_table_new (void);
/* Shows those of @findings (of VbFinding) that concern @unit; NULL: none. */
void vb_finding_table_show (VbFindingTable *self, GListModel *findings, VbUnit *unit);
guint vb_finding_table_get_n_shown (VbFindingTable *self);
/* What "findings.copy" copies. Owned by the caller. */
char *vb_finding_table_dup_text (VbFindingTable *self);

G_END_DECLS
