/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspector's place for what a breakdown holds fast of one unit: the beds it is locked at, and
 * the fewest it gets. */
#pragma once

#include <adwaita.h>

#include "vb-breakdown-board.h"

G_BEGIN_DECLS

#define VB_TYPE_HOLD_GROUP (vb_hold_group_get_type ())
G_DECLARE_FINAL_TYPE (VbHoldGroup, vb_hold_group, VB, HOLD_GROUP, AdwPreferencesGroup)

/* Signal "error" (GError): the document refused the change. */
GtkWidget *vb_hold_group_new (void);
/* Shows @unit (NULL hides the group). @beds: what it gets now, which a new lock is to keep. */
void vb_hold_group_show (
    VbHoldGroup *self, VbDocument *document, VbUnit *unit, VbCareGroup group, gint64 beds);

G_END_DECLS
