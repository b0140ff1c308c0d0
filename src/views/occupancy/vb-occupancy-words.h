/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Where does this come from?" for the figures of the page's own. */
#pragma once

#include "vb-document.h"
#include "vb-occupancy-study.h"
#include "vb-source-card.h"

G_BEGIN_DECLS

/* Explains @figure of @row on @card; FALSE when it is none of the page's own, or not known. */
gboolean vb_occupancy_words_explain (VbSourceCard *card,
                                     VbDocument *document,
                                     VbOccupancyStudy *study,
                                     VbOccupancyRow *row,
                                     const char *figure);
/* What @price asks of @row, and what it costs. */
void vb_occupancy_words_explain_price (VbSourceCard *card,
                                       VbOccupancyRow *row,
                                       const VbTargetPrice *price);
/* What sharing does, were those who find no bed refused; NULL when it cannot be told. Owned by the
 * caller. */
char *vb_occupancy_words_dup_refusals (const VbPoolRefusals *refusals);
/* That small units need a lower target, by what the ward alone and the pool can have; NULL where it
 * does not show. Owned by the caller. */
char *vb_occupancy_words_dup_reason (VbOccupancyStudy *study, const VbOccupancyFigures *alone);
/* How the variation of a ward was found. Owned by the caller. */
char *vb_occupancy_words_dup_variation (VbOccupancyStudy *study,
                                        const VbOccupancyFigures *figures,
                                        gboolean own);

G_END_DECLS
