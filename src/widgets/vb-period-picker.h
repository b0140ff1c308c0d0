/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ‹ 2026 ›: steps from period to period; the middle opens a popover where the grain is chosen and
 * any period of it can be jumped to. */
#pragma once

#include <gtk/gtk.h>

#include "vb-period.h"

G_BEGIN_DECLS

#define VB_TYPE_PERIOD_PICKER (vb_period_picker_get_type ())
G_DECLARE_FINAL_TYPE (VbPeriodPicker, vb_period_picker, VB, PERIOD_PICKER, GtkWidget)

/* Signal: "changed", when the reader chose another period; not at vb_period_picker_set_period(). */
GtkWidget *vb_period_picker_new (void);
VbPeriod vb_period_picker_get_period (VbPeriodPicker *self);
void vb_period_picker_set_period (VbPeriodPicker *self, VbPeriod period);
/* First day with data and the day after the last: periods outside are dimmed, not refused.
 * VB_DAY_NONE for both when there is no data. */
void vb_period_picker_set_extent (VbPeriodPicker *self, VbDay first, VbDay end);

G_END_DECLS
