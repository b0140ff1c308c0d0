/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One area of a self-assessment: its question, its steps with their statements, a comment. Opens at
 * the lowest step that is not fulfilled; the others are folded, and can be answered by whoever
 * wants. Each answer is stored as it is given. */
#pragma once

#include <adwaita.h>

#include "vb-document-ladders.h"

G_BEGIN_DECLS

#define VB_TYPE_AREA_CARD (vb_area_card_get_type ())
G_DECLARE_FINAL_TYPE (VbAreaCard, vb_area_card, VB, AREA_CARD, AdwBin)

/* Signals: "error" (GError); "finished": the last statement that is in sight was answered, and none
 * before it lacks an answer. */
GtkWidget *vb_area_card_new (VbDocument *document, VbAssessment *assessment, guint area);
/* Stores what has been typed and not been stored yet. */
void vb_area_card_flush (VbAreaCard *self);
/* Puts the focus where there is something to do: the first statement without an answer. */
void vb_area_card_focus_first (VbAreaCard *self);
/* Shows a statement of this area, unfolding its step, and puts the focus there. */
void vb_area_card_show_statement (VbAreaCard *self, const char *statement);

G_END_DECLS
