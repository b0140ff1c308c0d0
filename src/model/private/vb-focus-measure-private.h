/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-focus-measure.h"

G_BEGIN_DECLS

/* For the document only. @facts are copied; nothing is notified that stays as it is. */
VbFocusMeasure *vb_focus_measure_new (gint64 id, const VbFocusMeasureFacts *facts);
void vb_focus_measure_set_facts (VbFocusMeasure *self, const VbFocusMeasureFacts *facts);
/* By day. */
void vb_focus_measure_set_outcomes (VbFocusMeasure *self, const VbFocusOutcome *outcomes, guint n);

G_END_DECLS
