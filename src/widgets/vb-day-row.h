/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for a day: typed as 2026-10-31, or picked in a calendar. Left empty, no day is said. */
#pragma once

#include <adwaita.h>

#include "vb-period.h"

G_BEGIN_DECLS

#define VB_TYPE_DAY_ROW (vb_day_row_get_type ())
G_DECLARE_FINAL_TYPE (VbDayRow, vb_day_row, VB, DAY_ROW, AdwEntryRow)

GtkWidget *vb_day_row_new (void);
/* VB_DAY_NONE when it is empty, or holds no day. "changed" (of GtkEditable) tells of each change.
 */
VbDay vb_day_row_get_day (VbDayRow *self);
void vb_day_row_set_day (VbDayRow *self, VbDay day);
/* FALSE when something stands there that is no day; the row is then marked. */
gboolean vb_day_row_get_valid (VbDayRow *self);

G_END_DECLS
