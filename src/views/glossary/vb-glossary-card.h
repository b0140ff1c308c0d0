/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A term of the glossary in full: what it means, in what unit, how it is computed, who says so. */
#pragma once

#include <adwaita.h>

#include "vb-glossary.h"

G_BEGIN_DECLS

#define VB_TYPE_GLOSSARY_CARD (vb_glossary_card_get_type ())
G_DECLARE_FINAL_TYPE (VbGlossaryCard, vb_glossary_card, VB, GLOSSARY_CARD, AdwBin)

/* Signal: "term-activated" (VbGlossaryTerm): the reader followed a link to a related term. */
GtkWidget *vb_glossary_card_new (void);
/* Neither is NULL; @glossary: where the related terms are looked up. */
void vb_glossary_card_show (VbGlossaryCard *self, VbGlossary *glossary, VbGlossaryTerm *term);

G_END_DECLS
