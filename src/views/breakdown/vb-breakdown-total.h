/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many beds are shared out, and by whose word: the need in a year of the scenario, the newest
 * reference number, the need of the period, or what was typed. Fills three rows of the inspector
 * and answers for them. */
#pragma once

#include "vb-assumption-row.h"
#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_BREAKDOWN_TOTAL (vb_breakdown_total_get_type ())
G_DECLARE_FINAL_TYPE (VbBreakdownTotal, vb_breakdown_total, VB, BREAKDOWN_TOTAL, GObject)

/* Signal "changed": the reader chose another source or number. */
VbBreakdownTotal *vb_breakdown_total_new (VbPage *page,
                                          AdwComboRow *source_row,
                                          AdwComboRow *year_row,
                                          VbAssumptionRow *beds_row);
/* Shows what there is for @unit and @group in the session's scenario and period. @table: of the
 * period's grain; may be NULL. */
void vb_breakdown_total_show (VbBreakdownTotal *self,
                              VbUnit *unit,
                              VbCareGroup group,
                              VbNeedTable *table);
/* Whole beds; negative when there is no number. */
gint64 vb_breakdown_total_get_beds (VbBreakdownTotal *self);
/* Where the number comes from, inside a sentence: "need in 2025"; not to be freed. */
const char *vb_breakdown_total_get_source (VbBreakdownTotal *self);

G_END_DECLS
