/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-bilingual.h"

static char *
dup_stripped (const char *text)
{
  g_autofree char *copy = g_strdup (text);

  if (copy == NULL || *g_strstrip (copy) == '\0')
    return NULL;
  return g_steal_pointer (&copy);
}

void
vb_bilingual_set (VbBilingual *self, const char *sv, const char *en)
{
  vb_bilingual_clear (self);
  self->sv = dup_stripped (sv);
  self->en = dup_stripped (en);
}

void
vb_bilingual_copy (VbBilingual *self, const VbBilingual *other)
{
  if (self != other)
    vb_bilingual_set (self, other->sv, other->en);
}

void
vb_bilingual_clear (VbBilingual *self)
{
  g_clear_pointer (&self->sv, g_free);
  g_clear_pointer (&self->en, g_free);
}

gboolean
vb_bilingual_is_empty (const VbBilingual *self)
{
  return self->sv == NULL && self->en == NULL;
}

gboolean
vb_bilingual_equal (const VbBilingual *a, const VbBilingual *b)
{
  return g_strcmp0 (a->sv, b->sv) == 0 && g_strcmp0 (a->en, b->en) == 0;
}

/* Of the languages the reader has asked for, the first that we have is Swedish. */
static gboolean
reads_swedish (void)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (g_str_has_prefix (languages[i], "sv"))
        return TRUE;
      if (g_str_has_prefix (languages[i], "en"))
        return FALSE;
    }
  return FALSE;
}

const char *
vb_bilingual_get (const VbBilingual *self)
{
  const char *first = reads_swedish () ? self->sv : self->en;
  const char *second = first == self->sv ? self->en : self->sv;

  if (first != NULL)
    return first;
  return second != NULL ? second : "";
}
