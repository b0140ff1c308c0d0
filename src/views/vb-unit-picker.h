/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that shows the chosen unit and opens the tree of units, with a field to search it. */
#pragma once

#include <gtk/gtk.h>

#include "vb-unit.h"

G_BEGIN_DECLS

#define VB_TYPE_UNIT_PICKER (vb_unit_picker_get_type ())
G_DECLARE_FINAL_TYPE (VbUnitPicker, vb_unit_picker, VB, UNIT_PICKER, GtkWidget)

/* Properties: roots (GListModel of VbUnit), unit. notify::unit tells of the reader's choice too. */
GtkWidget *vb_unit_picker_new (void);
void vb_unit_picker_set_roots (VbUnitPicker *self, GListModel *roots);
VbUnit *vb_unit_picker_get_unit (VbUnitPicker *self);
void vb_unit_picker_set_unit (VbUnitPicker *self, VbUnit *unit);
/* Opens the tree with the field to search it in focus. */
void vb_unit_picker_popup (VbUnitPicker *self);

G_END_DECLS
