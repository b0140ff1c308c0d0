/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the field, as the program uses them: all of them in a list that narrows while the
 * reader types, and the chosen one in full. It needs no figures. */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_GLOSSARY_PAGE (vb_glossary_page_get_type ())
G_DECLARE_FINAL_TYPE (VbGlossaryPage, vb_glossary_page, VB, GLOSSARY_PAGE, VbPage)

/* Searches for @text, chooses the term that fits it best and lets the reader type on. When no term
 * fits, all of them are shown. */
void vb_glossary_page_search (VbGlossaryPage *self, const char *text);
/* Chooses the term of this id, among all terms. */
void vb_glossary_page_show_term (VbGlossaryPage *self, const char *id);

G_END_DECLS
