/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Need and gap of every unit, care group and period of one grain: an immutable result, made in a
 * thread, read by the views. Rows for list views are made from it on demand. */
#pragma once

#include <gio/gio.h>

#include "vb-need-figures.h"
#include "vb-period.h"

G_BEGIN_DECLS

#define VB_TYPE_NEED_TABLE (vb_need_table_get_type ())
G_DECLARE_FINAL_TYPE (VbNeedTable, vb_need_table, VB, NEED_TABLE, GObject)

/* The periods that it tells of; @index counts from 0. */
VbGrain vb_need_table_get_grain (VbNeedTable *self);
guint vb_need_table_get_n_periods (VbNeedTable *self);
VbPeriod vb_need_table_get_period (VbNeedTable *self, guint index);
/* Index of the period that starts on @start, or -1. */
int vb_need_table_find_period (VbNeedTable *self, VbDay start);
/* The care groups that @unit_id has rows for (bit per VbCareGroup). A mixed unit has one a group; a
 * unit with one care type or none has one; a mixed one that reported a total itself has also NONE.
 */
guint vb_need_table_get_groups (VbNeedTable *self, gint64 unit_id);
/* The group a page shows first for @unit_id: NONE if there is such a row, else somatic, else the
 * first there is. */
VbCareGroup vb_need_table_get_main_group (VbNeedTable *self, gint64 unit_id);
/* NULL when the unit, group or period has no row. Valid as long as the table. */
const VbNeedFigures *
vb_need_table_get (VbNeedTable *self, gint64 unit_id, VbCareGroup group, guint period_index);

G_END_DECLS
