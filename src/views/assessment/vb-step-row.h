/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heading above the statements of one step: what the step looks like in the area and whether it
 * is fulfilled. Enter or a click folds and unfolds its statements; the floor has none. */
#pragma once

#include <gtk/gtk.h>

#include "vb-ladder.h"

G_BEGIN_DECLS

#define VB_TYPE_STEP_ROW (vb_step_row_get_type ())
G_DECLARE_FINAL_TYPE (VbStepRow, vb_step_row, VB, STEP_ROW, GtkListBoxRow)

/* Property: expanded. Signal: "move" (int), as that of VbStatementRow. */
GtkWidget *vb_step_row_new (VbLadder *ladder, VbLadderArea *area, guint step);
guint vb_step_row_get_step (VbStepRow *self);
gboolean vb_step_row_get_expanded (VbStepRow *self);
void vb_step_row_set_expanded (VbStepRow *self, gboolean expanded);
/* @state: how far the step is, translated. @reached: it counts towards the step of the area. */
void vb_step_row_set_state (VbStepRow *self, const char *state, gboolean reached);

G_END_DECLS
