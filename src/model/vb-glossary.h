/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-glossary-term.h"

G_BEGIN_DECLS

#define VB_TYPE_GLOSSARY (vb_glossary_get_type ())
G_DECLARE_FINAL_TYPE (VbGlossary, vb_glossary, VB, GLOSSARY, GObject)

/* The words of the field: a GListModel of VbGlossaryTerm in the order of the file. */
VbGlossary *vb_glossary_new (void);
/* FALSE when there is a term with that id, or one for that measure, already. */
gboolean vb_glossary_add (VbGlossary *self, VbGlossaryTerm *term);

/* Says that @term, one of the glossary's, explains what the window calls @figure ("need_beds": a
 * key figure, a column). FALSE when another term explains it already. */
gboolean vb_glossary_add_figure (VbGlossary *self, const char *figure, VbGlossaryTerm *term);

VbGlossaryTerm *vb_glossary_find (VbGlossary *self, const char *id); /* not owned; NULL if none */
VbGlossaryTerm *vb_glossary_find_measure (VbGlossary *self, VbMeasureId measure); /* likewise */
/* The term that explains @figure; the key of a measure is a figure too. Likewise. */
VbGlossaryTerm *vb_glossary_find_figure (VbGlossary *self, const char *figure);

G_END_DECLS
