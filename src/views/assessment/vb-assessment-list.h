/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The assessments of a unit, the latest first: which one the page shows, and what can be done with
 * each: open its answers, remove it. */
#pragma once

#include <adwaita.h>

#include "vb-document-ladders.h"

G_BEGIN_DECLS

#define VB_TYPE_ASSESSMENT_LIST (vb_assessment_list_get_type ())
G_DECLARE_FINAL_TYPE (
    VbAssessmentList, vb_assessment_list, VB, ASSESSMENT_LIST, AdwPreferencesGroup)

/* Signals, each with the id of an assessment (gint64): "chosen": show its result; "open": show its
 * answers, to go on or to look; "remove". */
GtkWidget *vb_assessment_list_new (void);
/* Those of @unit_id; @shown is marked. */
void vb_assessment_list_show (VbAssessmentList *self,
                              VbDocument *document,
                              gint64 unit_id,
                              VbAssessment *shown);

G_END_DECLS
