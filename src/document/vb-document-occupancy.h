/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same door as vb-document.h, and the same rules: what is decided of that a recommended target
 * occupancy rests on. Signal of the document: "occupancy-changed". */
#pragma once

#include "vb-document.h"

G_BEGIN_DECLS

/* ---- facts to read --------------------------------------------------------------------------- */

/* The share of days with more patients than beds that @unit_id itself is said to accept in care of
 * @care_type; NAN = it is not said. */
double vb_document_get_accepted_risk (VbDocument *self, gint64 unit_id, VbCareType care_type);
/* What holds for @unit: its own, else the nearest ancestor's; NAN when neither says. @from (may be
 * NULL): out, the unit that says it, not owned. */
double vb_document_find_accepted_risk (VbDocument *self,
                                       VbUnit *unit,
                                       VbCareType care_type,
                                       VbUnit **from);
/* Variance ÷ mean of the daily census that is to hold for the unit, and none below it, in the place
 * of what is measured; NAN = what is measured holds. */
double vb_document_get_variation (VbDocument *self, gint64 unit_id, VbCareGroup group);

/* ---- changes --------------------------------------------------------------------------------- */

/* Each is one transaction and one undo step; what changes nothing succeeds and makes no step. FALSE
 * with nothing changed, and the errors of vb-document.h. */

/* @risk: above 0 and below 1; NAN = as the units above it. */
gboolean vb_document_set_accepted_risk (
    VbDocument *self, gint64 unit_id, VbCareType care_type, double risk, GError **error);
/* @variation: above 0; NAN = as measured. */
gboolean vb_document_set_variation (
    VbDocument *self, gint64 unit_id, VbCareGroup group, double variation, GError **error);

G_END_DECLS
