/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-target.h"

G_BEGIN_DECLS

/* For the document only. What a target is about never changes; its value and who decided it do. */
VbTarget *
vb_target_new (gint64 id, gint64 unit_id, VbMeasureId measure, VbCareType care_type, VbDay from);
void vb_target_set_value (VbTarget *self, double value);
void vb_target_set_decided_by (VbTarget *self, const char *decided_by);

G_END_DECLS
