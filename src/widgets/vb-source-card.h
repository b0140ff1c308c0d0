/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Where does this come from?": a question, the formula in words, the formula with its numbers, and
 * each input with its value, name, source and provenance. Takes plain texts, translated by the
 * caller. */
#pragma once

#include <gtk/gtk.h>

#include "vb-terms.h"

G_BEGIN_DECLS

#define VB_TYPE_SOURCE_CARD (vb_source_card_get_type ())
G_DECLARE_FINAL_TYPE (VbSourceCard, vb_source_card, VB, SOURCE_CARD, GtkWidget)

GtkWidget *vb_source_card_new (void);

/* Properties: title, formula, numbers, note. NULL or "" takes no room. */
const char *vb_source_card_get_title (VbSourceCard *self);
void vb_source_card_set_title (VbSourceCard *self, const char *title);
const char *vb_source_card_get_formula (VbSourceCard *self);
void vb_source_card_set_formula (VbSourceCard *self, const char *formula);
const char *vb_source_card_get_numbers (VbSourceCard *self);
void vb_source_card_set_numbers (VbSourceCard *self, const char *numbers);
const char *vb_source_card_get_note (VbSourceCard *self);
void vb_source_card_set_note (VbSourceCard *self, const char *note);

/* @value: "133 334"; @name: "occupied bed days"; @source: "imported 2026-01-12 from beds.csv", or
 * NULL. */
void vb_source_card_add_input (VbSourceCard *self,
                               const char *value,
                               const char *name,
                               const char *source,
                               VbProvenance provenance);
void vb_source_card_clear_inputs (VbSourceCard *self);
guint vb_source_card_get_n_inputs (VbSourceCard *self);

G_END_DECLS
