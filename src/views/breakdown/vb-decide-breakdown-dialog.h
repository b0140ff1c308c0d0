/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks from when a breakdown is to hold and who decides it, and writes it down as reference numbers
 * of all its units, in one step to undo. */
#pragma once

#include <adwaita.h>

#include "vb-breakdown-board.h"

G_BEGIN_DECLS

#define VB_TYPE_DECIDE_BREAKDOWN_DIALOG (vb_decide_breakdown_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    VbDecideBreakdownDialog, vb_decide_breakdown_dialog, VB, DECIDE_BREAKDOWN_DIALOG, AdwWindow)

/* Signal "decided": it was written down. */
GtkWidget *
vb_decide_breakdown_dialog_new (GtkWindow *parent, VbDocument *document, VbBreakdownTable *table);

G_END_DECLS
