/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-bilingual.h"
#include "vb-terms.h"

G_BEGIN_DECLS

/* The texts of a term. */
typedef enum
{
  VB_GLOSSARY_FIELD_TERM,       /* as in running text: "beläggningsgrad" */
  VB_GLOSSARY_FIELD_ALSO,       /* other words for it, parted by ';' */
  VB_GLOSSARY_FIELD_DEFINITION, /* what it means */
  VB_GLOSSARY_FIELD_UNIT,       /* empty for what has none */
  VB_GLOSSARY_FIELD_COMPUTED,   /* how it is computed and adds up; empty for what is not computed */
  VB_GLOSSARY_FIELD_SOURCE,     /* whose definition it is */
} VbGlossaryField;
#define VB_N_GLOSSARY_FIELDS (VB_GLOSSARY_FIELD_SOURCE + 1)

#define VB_TYPE_GLOSSARY_TERM (vb_glossary_term_get_type ())
G_DECLARE_FINAL_TYPE (VbGlossaryTerm, vb_glossary_term, VB, GLOSSARY_TERM, GObject)

/* A word of the field. Does not change. @texts: VB_N_GLOSSARY_FIELDS of them; @measure: the measure
 * of the catalogue that it defines, or NONE; @related: ids of other terms, NULL-terminated. */
VbGlossaryTerm *vb_glossary_term_new (const char *id,
                                      const VbBilingual *texts,
                                      VbWording wording,
                                      VbMeasureId measure,
                                      const char *const *related);

/* As given to vb_glossary_term_new(); a text may be empty but is never NULL. */
const char *vb_glossary_term_get_id (VbGlossaryTerm *self);
const VbBilingual *vb_glossary_term_get_text (VbGlossaryTerm *self, VbGlossaryField field);
VbWording vb_glossary_term_get_wording (VbGlossaryTerm *self);
VbMeasureId vb_glossary_term_get_measure (VbGlossaryTerm *self);
const char *const *vb_glossary_term_get_related (VbGlossaryTerm *self);
/* Whether each word of @search begins a word of the term, of its other names or of its definition,
 * in either language; case and accents do not matter. An empty search matches every term. */
gboolean vb_glossary_term_matches (VbGlossaryTerm *self, const char *search);

G_END_DECLS
