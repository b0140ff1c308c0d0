/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key figures of the ladder page, and where each comes from. */
#pragma once

#include "vb-action.h"
#include "vb-key-figure-row.h"
#include "vb-ladder-result.h"
#include "vb-ladder-rollup.h"
#include "vb-source-card.h"

G_BEGIN_DECLS

/* What the page is about just now. */
typedef struct
{
  VbLadderResult *result;   /* NULL: only the roll-up is shown, or the result is withheld */
  VbLadderResult *previous; /* NULL: there is none */
  VbLadderRollup *rollup;   /* of the unit; NULL while there is nothing at all */
  GListModel *actions;      /* of VbAction: those of the unit */
  VbDay today;
  gboolean withheld; /* the assessment is of too small a group */
} VbLadderShown;

/* Releases what @shown holds; a shown holds a reference to each of its objects. */
void vb_ladder_shown_clear (VbLadderShown *shown);

/* Puts the four cards into @row. */
void vb_ladder_figures_fill (VbKeyFigureRow *row);
void vb_ladder_figures_show (VbKeyFigureRow *row, const VbLadderShown *shown);
/* Fills @card with where the figure selected in @row comes from, and hides it where there is
 * nothing to say. */
void
vb_ladder_figures_explain (VbKeyFigureRow *row, const VbLadderShown *shown, VbSourceCard *card);

G_END_DECLS
