/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One area on the review of a self-assessment. */
#pragma once

#include <gtk/gtk.h>

#include "vb-area-standing.h"

G_BEGIN_DECLS

#define VB_TYPE_REVIEW_ROW (vb_review_row_get_type ())
G_DECLARE_FINAL_TYPE (VbReviewRow, vb_review_row, VB, REVIEW_ROW, GtkListBoxRow)

/* @area: its number in the ladder, from 0. */
GtkWidget *vb_review_row_new (guint area);
void
vb_review_row_show (VbReviewRow *self, VbAssessment *assessment, const VbAreaStanding *standing);

G_END_DECLS
