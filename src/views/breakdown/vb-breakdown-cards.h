/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key figures of a breakdown. */
#pragma once

#include "vb-breakdown-table.h"
#include "vb-key-figure-row.h"

G_BEGIN_DECLS

#define VB_N_BREAKDOWN_CARDS 5

/* A part of the page, which keeps it alive. */
typedef struct
{
  VbKeyFigureRow *row;                      /* of the page */
  VbKeyFigure *cards[VB_N_BREAKDOWN_CARDS]; /* of the row */
} VbBreakdownCards;

/* Puts the key figures into @row; the first is selected. */
void vb_breakdown_cards_init (VbBreakdownCards *self, VbKeyFigureRow *row);
/* @table NULL: nothing is known yet. @source: where the number shared out comes from. */
void vb_breakdown_cards_show (VbBreakdownCards *self,
                              VbBreakdownTable *table,
                              VbUnit *top,
                              const char *source);
/* What the board explains of the selected one, and of which unit: @top, or the one that it tells
 * about. NULL when none is selected. */
const char *vb_breakdown_cards_get_explained (VbBreakdownCards *self,
                                              VbBreakdownTable *table,
                                              VbUnit *top,
                                              VbUnit **unit);

G_END_DECLS
