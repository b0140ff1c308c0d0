/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the inspector for an assumption that may be changed where it is seen: a slider, the
 * value as a field to type in, a caption that says where the value comes from ("inherited from
 * Region"), and a button that goes back to that. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VB_TYPE_ASSUMPTION_ROW (vb_assumption_row_get_type ())
G_DECLARE_FINAL_TYPE (VbAssumptionRow, vb_assumption_row, VB, ASSUMPTION_ROW, AdwPreferencesRow)

/* Properties: title (of AdwPreferencesRow), value, lower, upper, step, decimals, percent (the value
 * is a fraction and is shown in per cent; @decimals then counts those of the per cent), caption,
 * resettable.
 *
 * Signals, of the reader's own changes only (never of vb_assumption_row_set_value()):
 *   "drag-begin"        a change begins: open an undo group
 *   "changed" (double)  the value to take; comes for every step of a drag
 *   "drag-end"          the change is complete: the pointer was released, or the keys have rested
 *   "reset"             the value should be inherited again */
GtkWidget *vb_assumption_row_new (const char *title);
double vb_assumption_row_get_value (VbAssumptionRow *self);
/* Shows @value, as a rule because the document says so. Left alone while the reader is changing it:
 * an answer that comes late must not pull the slider out of the hand. */
void vb_assumption_row_set_value (VbAssumptionRow *self, double value);
void vb_assumption_row_set_range (VbAssumptionRow *self, double lower, double upper, double step);
void vb_assumption_row_set_caption (VbAssumptionRow *self, const char *caption);
const char *vb_assumption_row_get_caption (VbAssumptionRow *self);
void vb_assumption_row_set_resettable (VbAssumptionRow *self, gboolean resettable);
gboolean vb_assumption_row_get_resettable (VbAssumptionRow *self);
/* Takes @suffix over, a small button at the end of the caption. */
void vb_assumption_row_add_suffix (VbAssumptionRow *self, GtkWidget *suffix);
/* TRUE between "drag-begin" and "drag-end". */
gboolean vb_assumption_row_get_dragging (VbAssumptionRow *self);

G_END_DECLS
