/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspector's choice of the wards that share their beds: the unit, and those of its hospital
 * and care group that the reader ticks. */
#pragma once

#include <adwaita.h>

#include "vb-unit.h"

G_BEGIN_DECLS

#define VB_TYPE_POOL_ROW (vb_pool_row_get_type ())
G_DECLARE_FINAL_TYPE (VbPoolRow, vb_pool_row, VB, POOL_ROW, AdwExpanderRow)

/* Signal "changed": another choice. */
GtkWidget *vb_pool_row_new (void);
/* Offers the wards around @unit whose beds are of @group: an ICU bed cannot be shared with a ward.
 * Ticks its sisters (of a unit with children: these) when unit or group is another than before. */
void vb_pool_row_show (VbPoolRow *self, VbUnit *unit, VbCareGroup group);
/* The chosen wards (VbUnit), the unit itself first where it is one. */
GListModel *vb_pool_row_get_units (VbPoolRow *self);

G_END_DECLS
