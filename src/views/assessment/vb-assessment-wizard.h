/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leads through a self-assessment: a page an area, a review, done. Everything is stored as it is
 * given, and the next wizard on the same assessment opens where this one was left. */
#pragma once

#include <adwaita.h>

#include "vb-document-ladders.h"

G_BEGIN_DECLS

#define VB_TYPE_ASSESSMENT_WIZARD (vb_assessment_wizard_get_type ())
G_DECLARE_FINAL_TYPE (VbAssessmentWizard, vb_assessment_wizard, VB, ASSESSMENT_WIZARD, AdwBin)

/* Signals: "done": the assessment has been finished; "closed": the reader leaves it for now, or it
 * is no longer in the document; "error" (GError): a change was refused.
 * Actions: assessment.previous, assessment.next (Ctrl+Page Up and Down), assessment.leave (Escape).
 *
 * @assessment_id: of an assessment of @document. It takes the focus when it comes into sight. */
GtkWidget *vb_assessment_wizard_new (VbDocument *document, gint64 assessment_id);
gint64 vb_assessment_wizard_get_assessment (VbAssessmentWizard *self);
/* The number of the page in sight, from 0 in the ladder's order of areas; the last is the review.
 */
guint vb_assessment_wizard_get_page (VbAssessmentWizard *self);
void vb_assessment_wizard_show_page (VbAssessmentWizard *self, guint page);

G_END_DECLS
