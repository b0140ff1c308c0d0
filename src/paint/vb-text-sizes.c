/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-text-sizes.h"

/* Of one font: the names and figures of some hundred drawings. */
#define MAX_TEXTS 20000

typedef struct
{
  guint serial;      /* of the font map when the sizes were measured */
  GHashTable *fonts; /* PangoFontDescription → sizes by text */
} Sizes;

static void
sizes_free (gpointer data)
{
  Sizes *self = data;

  g_hash_table_unref (self->fonts);
  g_free (self);
}

static Sizes *
get_sizes (PangoFontMap *map)
{
  static const char *const key = "vb-text-sizes";
  guint serial = pango_font_map_get_serial (map);
  Sizes *self = g_object_get_data (G_OBJECT (map), key);

  if (self == NULL)
    {
      self = g_new0 (Sizes, 1);
      self->serial = serial;
      self->fonts = g_hash_table_new_full (
          (GHashFunc) pango_font_description_hash, (GEqualFunc) pango_font_description_equal,
          (GDestroyNotify) pango_font_description_free, (GDestroyNotify) g_hash_table_unref);
      g_object_set_data_full (G_OBJECT (map), key, self, sizes_free);
    }
  else if (self->serial != serial)
    {
      g_hash_table_remove_all (self->fonts);
      self->serial = serial;
    }

  return self;
}

GHashTable *
vb_text_sizes_get (PangoFontMap *map, const PangoFontDescription *font)
{
  Sizes *self = get_sizes (map);
  GHashTable *sizes = g_hash_table_lookup (self->fonts, font);

  if (sizes == NULL)
    {
      sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (self->fonts, pango_font_description_copy (font), sizes);
    }

  return g_hash_table_ref (sizes);
}

void
vb_text_sizes_add (GHashTable *sizes, const char *text, double width, double height)
{
  VbTextSize size = { width, height };

  if (g_hash_table_size (sizes) >= MAX_TEXTS)
    g_hash_table_remove_all (sizes);
  g_hash_table_insert (sizes, g_strdup (text), g_memdup2 (&size, sizeof size));
}
