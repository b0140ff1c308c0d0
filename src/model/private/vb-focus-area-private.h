/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-focus-area.h"

G_BEGIN_DECLS

/* For the document only. @facts are copied; nothing is notified that stays as it is. */
VbFocusArea *vb_focus_area_new (gint64 id, const VbFocusAreaFacts *facts);
void vb_focus_area_set_facts (VbFocusArea *self, const VbFocusAreaFacts *facts);
/* Makes the measures be @measures (of VbFocusMeasure, borrowed), in their order. */
void vb_focus_area_set_measures (VbFocusArea *self, GPtrArray *measures);

G_END_DECLS
