/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sizes of texts that were measured before. Shaping a text costs a hundred times what looking its
 * size up does, and a drawing of hundreds of rows is measured for each frame, while its names stay
 * the same from one drawing to the next. */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct
{
  double width; /* px */
  double height;
} VbTextSize;

/* The sizes of texts written in @font on @map, by text (VbTextSize); a new reference, to be given
 * up with g_hash_table_unref(). Kept with @map, whose thread alone may use them, and forgotten when
 * its fonts change. */
GHashTable *vb_text_sizes_get (PangoFontMap *map, const PangoFontDescription *font);

/* Remembers a size in a table from vb_text_sizes_get(). */
void vb_text_sizes_add (GHashTable *sizes, const char *text, double width, double height);

G_END_DECLS
