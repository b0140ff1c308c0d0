/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The development ladder: which step a unit has reached and why, what differs, what is missing for
 * the next, and how the units below it stand. */
#pragma once

#include "vb-page.h"
#include "vb-report.h"

G_BEGIN_DECLS

#define VB_TYPE_LADDER_PAGE (vb_ladder_page_get_type ())
G_DECLARE_FINAL_TYPE (VbLadderPage, vb_ladder_page, VB, LADDER_PAGE, VbPage)

/* Actions: ladder.new, ladder.save-pdf, ladder.print, ladder.save-units-pdf. */

/* Shows the wizard on an assessment. */
void vb_ladder_page_open_assessment (VbLadderPage *self, gint64 assessment_id);
/* What would be printed now: the assessment shown, or with @units (or where there is no assessment)
 * the roll-up of the unit. Owned by the caller; NULL when there is neither. */
VbReport *vb_ladder_page_make_report (VbLadderPage *self, gboolean units);

G_END_DECLS
