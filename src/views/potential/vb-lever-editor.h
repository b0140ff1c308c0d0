/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Binds an assumption row to a lever: its slider moves the base value between the low and the high
 * one (a drag is one step to undo), its caption says what that means and whose figures they are,
 * and its menu does the rest. Alt+Up and Alt+Down move it among the levers.
 *
 * The menu activates, with the lever's id: "lever.edit", "lever.explain", "lever.remove" (x) and
 * "lever.move" ((xi): places down, negative: up). */
#pragma once

#include "vb-assumption-row.h"
#include "vb-document-scenarios.h"

G_BEGIN_DECLS

#define VB_TYPE_LEVER_EDITOR (vb_lever_editor_get_type ())
G_DECLARE_FINAL_TYPE (VbLeverEditor, vb_lever_editor, VB, LEVER_EDITOR, GObject)

/* Signal "error" (GError): the document refused the change. */
VbLeverEditor *vb_lever_editor_new (VbDocument *document, VbLever *lever);
VbLever *vb_lever_editor_get_lever (VbLeverEditor *self); /* not owned */
GtkWidget *vb_lever_editor_get_row (VbLeverEditor *self); /* the editor keeps it */
/* Shows what the lever says now; @target: what turns bed days into beds; it is the lever @index of
 * @n. */
void vb_lever_editor_show (VbLeverEditor *self, double target, guint index, guint n);

G_END_DECLS
