/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Binds an assumption row to the accepted risk of a unit in one care type: shows what holds and
 * where it was decided, changes it in the document (a drag is one step to undo), and goes back to
 * what is inherited or proposed. */
#pragma once

#include "vb-assumption-row.h"
#include "vb-document.h"

G_BEGIN_DECLS

#define VB_TYPE_RISK_EDITOR (vb_risk_editor_get_type ())
G_DECLARE_FINAL_TYPE (VbRiskEditor, vb_risk_editor, VB, RISK_EDITOR, GObject)

/* Signal "error" (GError): the document refused the change. */
VbRiskEditor *vb_risk_editor_new (VbAssumptionRow *row);
void
vb_risk_editor_show (VbRiskEditor *self, VbDocument *document, VbUnit *unit, VbCareType care_type);

G_END_DECLS
