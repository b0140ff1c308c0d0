/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-glossary-term.h"

struct _VbGlossaryTerm
{
  GObject parent_instance;

  char *id;
  VbBilingual texts[VB_N_GLOSSARY_FIELDS];
  VbWording wording;
  VbMeasureId measure;
  GStrv related;
};

G_DEFINE_FINAL_TYPE (VbGlossaryTerm, vb_glossary_term, G_TYPE_OBJECT)

static void
vb_glossary_term_finalize (GObject *object)
{
  VbGlossaryTerm *self = VB_GLOSSARY_TERM (object);

  g_free (self->id);
  for (guint i = 0; i < VB_N_GLOSSARY_FIELDS; i++)
    vb_bilingual_clear (&self->texts[i]);
  g_strfreev (self->related);

  G_OBJECT_CLASS (vb_glossary_term_parent_class)->finalize (object);
}

static void
vb_glossary_term_class_init (VbGlossaryTermClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_glossary_term_finalize;
}

static void
vb_glossary_term_init (VbGlossaryTerm *self)
{
}

VbGlossaryTerm *
vb_glossary_term_new (const char *id,
                      const VbBilingual *texts,
                      VbWording wording,
                      VbMeasureId measure,
                      const char *const *related)
{
  VbGlossaryTerm *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);

  self = g_object_new (VB_TYPE_GLOSSARY_TERM, NULL);
  self->id = g_strdup (id);
  for (guint i = 0; i < VB_N_GLOSSARY_FIELDS; i++)
    vb_bilingual_copy (&self->texts[i], &texts[i]);
  self->wording = wording;
  self->measure = measure;
  self->related = g_strdupv ((GStrv) related);
  return self;
}

const char *
vb_glossary_term_get_id (VbGlossaryTerm *self)
{
  g_return_val_if_fail (VB_IS_GLOSSARY_TERM (self), NULL);

  return self->id;
}

const VbBilingual *
vb_glossary_term_get_text (VbGlossaryTerm *self, VbGlossaryField field)
{
  g_return_val_if_fail (VB_IS_GLOSSARY_TERM (self), NULL);
  g_return_val_if_fail ((guint) field < VB_N_GLOSSARY_FIELDS, NULL);

  return &self->texts[field];
}

VbWording
vb_glossary_term_get_wording (VbGlossaryTerm *self)
{
  g_return_val_if_fail (VB_IS_GLOSSARY_TERM (self), VB_WORDING_OWN);

  return self->wording;
}

VbMeasureId
vb_glossary_term_get_measure (VbGlossaryTerm *self)
{
  g_return_val_if_fail (VB_IS_GLOSSARY_TERM (self), VB_MEASURE_NONE);

  return self->measure;
}

const char *const *
vb_glossary_term_get_related (VbGlossaryTerm *self)
{
  g_return_val_if_fail (VB_IS_GLOSSARY_TERM (self), NULL);

  return (const char *const *) self->related;
}

static void
append_text (GString *string, const VbBilingual *text)
{
  if (text->sv != NULL)
    g_string_append_printf (string, "%s ", text->sv);
  if (text->en != NULL)
    g_string_append_printf (string, "%s ", text->en);
}

gboolean
vb_glossary_term_matches (VbGlossaryTerm *self, const char *search)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_auto (GStrv) tokens = NULL;

  g_return_val_if_fail (VB_IS_GLOSSARY_TERM (self), FALSE);
  g_return_val_if_fail (search != NULL, FALSE);

  /* g_str_match_string() matches nothing with nothing. */
  tokens = g_str_tokenize_and_fold (search, NULL, NULL);
  if (tokens[0] == NULL)
    return TRUE;

  append_text (words, &self->texts[VB_GLOSSARY_FIELD_TERM]);
  append_text (words, &self->texts[VB_GLOSSARY_FIELD_ALSO]);
  append_text (words, &self->texts[VB_GLOSSARY_FIELD_DEFINITION]);
  return g_str_match_string (search, words->str, TRUE);
}
