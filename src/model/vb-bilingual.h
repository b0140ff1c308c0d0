/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of a data file in both languages of the program. What the program says itself is
 * translated with gettext; what a region writes into a ladder or the glossary is not known to any
 * catalogue, and so carries its translation with it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Either may be NULL, which is how an empty text is kept. */
typedef struct
{
  char *sv;
  char *en;
} VbBilingual;

/* White space at both ends is left out. */
void vb_bilingual_set (VbBilingual *self, const char *sv, const char *en);
void vb_bilingual_copy (VbBilingual *self, const VbBilingual *other);
void vb_bilingual_clear (VbBilingual *self);
gboolean vb_bilingual_is_empty (const VbBilingual *self);
gboolean vb_bilingual_equal (const VbBilingual *a, const VbBilingual *b);
/* In the reader's language, else in the other one; "" when there is neither. Readers of any
 * language but Swedish get English, as they do from gettext. Owned by @self. */
const char *vb_bilingual_get (const VbBilingual *self);

G_END_DECLS
