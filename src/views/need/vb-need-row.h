/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-need-table.h"
#include "vb-unit.h"

G_BEGIN_DECLS

#define VB_TYPE_NEED_ROW (vb_need_row_get_type ())
G_DECLARE_FINAL_TYPE (VbNeedRow, vb_need_row, VB, NEED_ROW, GObject)

/* A unit in the table of need and gap. "changed" is emitted when its figures are new. */
VbNeedRow *vb_need_row_new (VbUnit *unit);
VbUnit *vb_need_row_get_unit (VbNeedRow *self);
/* The care group that the row shows: the wanted one where the unit has it, else its main one. */
VbCareGroup vb_need_row_get_group (VbNeedRow *self);
/* NULL when there are none. Valid as long as the table given last. */
const VbNeedFigures *vb_need_row_get_figures (VbNeedRow *self);
/* @index -1: no such period. The row keeps @table. */
void vb_need_row_show (VbNeedRow *self, VbNeedTable *table, VbCareGroup wanted, int index);

G_END_DECLS
