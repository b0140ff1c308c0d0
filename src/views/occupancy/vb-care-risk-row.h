/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspector's accepted risks of a unit that has wards of several care types below it: it opens
 * to the other care types than the one that is shown, and is hidden where there are none. */
#pragma once

#include <adwaita.h>

#include "vb-document.h"

G_BEGIN_DECLS

#define VB_TYPE_CARE_RISK_ROW (vb_care_risk_row_get_type ())
G_DECLARE_FINAL_TYPE (VbCareRiskRow, vb_care_risk_row, VB, CARE_RISK_ROW, AdwExpanderRow)

/* Signal "error" (GError): the document refused a change. */
GtkWidget *vb_care_risk_row_new (void);
/* @care_type has a row of its own elsewhere, and is left out here. */
void vb_care_risk_row_show (VbCareRiskRow *self,
                            VbDocument *document,
                            VbUnit *unit,
                            VbCareType care_type);

G_END_DECLS
