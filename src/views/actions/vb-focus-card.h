/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the focus areas are going: each with its goal and its measures; a measure with target, latest
 * outcome and trend. Areas and measures are added and changed here. */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_FOCUS_CARD (vb_focus_card_get_type ())
G_DECLARE_FINAL_TYPE (VbFocusCard, vb_focus_card, VB, FOCUS_CARD, AdwBin)

GtkWidget *vb_focus_card_new (void);
/* Shows them as @page sees them, for @unit. What was opened stays open. */
void vb_focus_card_show (VbFocusCard *self, VbPage *page, VbUnit *unit);

G_END_DECLS
