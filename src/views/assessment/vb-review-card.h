/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last page of a self-assessment: the step that all areas have reached, and area by area the
 * step, the one that is wanted, what is not answered and where a step is missing below another.
 * Each row leads back to its area. */
#pragma once

#include <adwaita.h>

#include "vb-assessment.h"

G_BEGIN_DECLS

#define VB_TYPE_REVIEW_CARD (vb_review_card_get_type ())
G_DECLARE_FINAL_TYPE (VbReviewCard, vb_review_card, VB, REVIEW_CARD, AdwBin)

/* Signal: "picked" (guint): the area of this number in the ladder, from 0. */
GtkWidget *vb_review_card_new (VbAssessment *assessment);

G_END_DECLS
