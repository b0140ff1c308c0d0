/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws every kind of drawing in every setting to PNG files, to be looked at. Takes the folder as
 * its argument. */
#include <math.h>
#include <stdio.h>

#include "gallery-drawings.h"
#include "vb-drawing-export.h"
#include "vb-locale.h"

typedef struct
{
  const char *name;
  VbScheme scheme;
  double text_scale;
  double width; /* 0 = the natural one */
} Setting;

static const Setting settings[] = {
  { "light", VB_SCHEME_LIGHT, 1, 0 },
  { "dark", VB_SCHEME_DARK, 1, 0 },
  { "contrast", VB_SCHEME_LIGHT_CONTRAST, 1, 0 },
  { "dark-contrast", VB_SCHEME_DARK_CONTRAST, 1, 0 },
  { "wide", VB_SCHEME_LIGHT, 1, 1180 },
  { "narrow", VB_SCHEME_LIGHT, 1, 360 },
  { "large-text", VB_SCHEME_LIGHT, 2, 0 },
  { "narrow-large-text", VB_SCHEME_LIGHT, 2, 360 },
};

static gboolean
save (VbDrawing *drawing, const char *folder, const char *name, const Setting *setting)
{
  VbPaintStyle style = VB_PAINT_STYLE_INIT;
  g_autofree char *base = g_strdup_printf ("%s-%s.png", name, setting->name);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, base, NULL);
  g_autoptr (GError) error = NULL;
  VbDrawingSize size;
  VbFrame frame = { .style = &style };

  style.scheme = setting->scheme;
  style.text_scale = setting->text_scale;
  vb_drawing_measure (drawing, &style, &size);
  frame.width = setting->width > 0 ? setting->width : MAX (size.natural_width, 520) + 32;
  frame.height = size.natural_height + 60 * style.text_scale + 32;

  if (!vb_drawing_save (drawing, file, VB_EXPORT_PNG, &frame, NULL, &error))
    {
      g_printerr ("%s: %s\n", base, error->message);
      return FALSE;
    }
  return TRUE;
}

int
main (int argc, char *argv[])
{
  gboolean good = TRUE;

  vb_locale_setup ();
  if (argc != 2 || g_mkdir_with_parents (argv[1], 0755) != 0)
    {
      g_printerr ("usage: gallery FOLDER\n");
      return 1;
    }

  for (guint i = 0; i < gallery_get_n_drawings (); i++)
    {
      const char *name;
      g_autoptr (VbDrawing) drawing = gallery_make_drawing (i, &name);

      for (guint j = 0; j < G_N_ELEMENTS (settings); j++)
        good = save (drawing, argv[1], name, &settings[j]) && good;
    }

  return good ? 0 : 1;
}
