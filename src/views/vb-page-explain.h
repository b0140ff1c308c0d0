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

/* Explains @figure (a name of VbNeedFigures) of @unit in the session's period on @card. Hides the
 * card where there is nothing to explain: @unit or @figure NULL, nothing computed yet. */
void vb_page_explain (VbPage *page, VbSourceCard *card, VbUnit *unit, const char *figure);

/* Shows @explanation on @card; NULL hides the card. */
void vb_page_show_explanation (VbSourceCard *card, VbExplanation *explanation);

G_END_DECLS
