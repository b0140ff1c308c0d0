/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Where does this come from?" on a page. */
#pragma once

#include "vb-explanation.h"
#include "vb-page.h"
#include "vb-source-card.h"

G_BEGIN_DECLS

/* The care group that @page shows of @unit: the session's where the unit has it, else the unit's
 * main one. @table may be NULL (nothing computed yet). */
VbCareGroup vb_page_choose_group (VbPage *page, VbNeedTable *table, VbUnit *unit);

/* Need and gap of the grain of the session's period: in the years of the session's scenario what
 * that says. NULL while it is being computed. Owned by the caller. */
VbNeedTable *vb_page_dup_need (VbPage *page);
/* The name of the scenario that the figures of @unit in @period are of; NULL when they are of data.
 * Not owned by the caller. */
const char *vb_page_get_told_by (VbPage *page, VbUnit *unit, VbCareGroup group, VbPeriod period);

/* Explains @figure (a name of VbNeedFigures) of @unit in the session's period on @card, out of
 * vb_page_dup_need(). Hides the card where there is nothing to explain: @unit or @figure NULL,
 * nothing computed yet. */
void vb_page_explain (VbPage *page, VbSourceCard *card, VbUnit *unit, const char *figure);

/* Shows @explanation on @card; NULL hides the card. */
void vb_page_show_explanation (VbSourceCard *card, VbExplanation *explanation);

G_END_DECLS
