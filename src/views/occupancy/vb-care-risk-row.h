/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspector's accepted risks of a patient without a bed, one a care type: the program's own
 * proposals, until the reader changes them. It opens to the other care types than the unit's. */
#pragma once

#include <adwaita.h>

#include "vb-terms.h"

G_BEGIN_DECLS

#define VB_TYPE_CARE_RISK_ROW (vb_care_risk_row_get_type ())
G_DECLARE_FINAL_TYPE (VbCareRiskRow, vb_care_risk_row, VB, CARE_RISK_ROW, AdwExpanderRow)

/* Signal "changed": the reader has changed a risk. */
GtkWidget *vb_care_risk_row_new (void);
/* The care type that has a row of its own elsewhere is left out here. */
void vb_care_risk_row_hide (VbCareRiskRow *self, VbCareType care_type);
/* The reader's own; NAN = the proposal. */
double vb_care_risk_row_get_own (VbCareRiskRow *self, VbCareType care_type);
void vb_care_risk_row_set_own (VbCareRiskRow *self, VbCareType care_type, double risk);
/* What holds, and whose it is in words (owned by the caller). */
double vb_care_risk_row_get_risk (VbCareRiskRow *self, VbCareType care_type);
char *vb_care_risk_row_dup_caption (VbCareRiskRow *self, VbCareType care_type);

G_END_DECLS
