/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Binds an assumption row to the target occupancy of a unit: shows the target in force and where it
 * was decided, changes it in the document (a drag is one step to undo), and goes back to the
 * inherited one. */
#pragma once

#include "vb-assumption-row.h"
#include "vb-document.h"

G_BEGIN_DECLS

#define VB_TYPE_TARGET_EDITOR (vb_target_editor_get_type ())
G_DECLARE_FINAL_TYPE (VbTargetEditor, vb_target_editor, VB, TARGET_EDITOR, GObject)

/* Signal "error" (GError): the document refused the change. */
VbTargetEditor *vb_target_editor_new (VbAssumptionRow *row);
/* Shows the target of @unit for the care group @group on @day. */
void vb_target_editor_show (
    VbTargetEditor *self, VbDocument *document, VbUnit *unit, VbCareGroup group, VbDay day);
double vb_target_editor_get_value (VbTargetEditor *self);
/* The same ways to change it, for a chart's handle. Between begin and end all changes are one step
 * to undo. */
void vb_target_editor_begin (VbTargetEditor *self);
void vb_target_editor_change (VbTargetEditor *self, double value);
void vb_target_editor_end (VbTargetEditor *self);

G_END_DECLS
