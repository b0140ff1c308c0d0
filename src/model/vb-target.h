/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-period.h"

G_BEGIN_DECLS

#define VB_TYPE_TARGET (vb_target_get_type ())
G_DECLARE_FINAL_TYPE (VbTarget, vb_target, VB, TARGET, GObject)

/* A decided value of a measure for a unit and care type from a date on, inherited downward.
 * Read-only from outside. */
gint64 vb_target_get_id (VbTarget *self);
gint64 vb_target_get_unit_id (VbTarget *self); /* 0 = the whole document */
VbMeasureId vb_target_get_measure (VbTarget *self);
VbCareType vb_target_get_care_type (VbTarget *self); /* NONE = every care type */
VbDay vb_target_get_from (VbTarget *self);           /* VB_DAY_NONE = always */
double vb_target_get_value (VbTarget *self);
const char *vb_target_get_decided_by (VbTarget *self); /* NULL if not said */

G_END_DECLS
