/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-period.h"
#include "vb-unit.h"

G_BEGIN_DECLS

#define VB_TYPE_FINDING (vb_finding_get_type ())
G_DECLARE_FINAL_TYPE (VbFinding, vb_finding, VB, FINDING, GObject)

/* A unit whose figures break a rule. Immutable. @period: where it does so most; @n_periods: in how
 * many; @text says what is wrong there, in the reader's language. */
VbFinding *vb_finding_new (
    VbQualityRule rule, VbUnit *unit, VbPeriod period, guint n_periods, const char *text);

VbQualityRule vb_finding_get_rule (VbFinding *self);
VbUnit *vb_finding_get_unit (VbFinding *self); /* not owned */
VbPeriod vb_finding_get_period (VbFinding *self);
guint vb_finding_get_n_periods (VbFinding *self);
const char *vb_finding_get_text (VbFinding *self);
/* TRUE when its unit is @unit or below it. */
gboolean vb_finding_concerns (VbFinding *self, VbUnit *unit);

G_END_DECLS
