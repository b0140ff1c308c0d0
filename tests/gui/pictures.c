/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens every page on the example and writes a picture of it, for eyes to judge:
 *
 *   pictures FOLDER [VARIANT...]
 *
 * writes FOLDER/PAGE-VARIANT.png for each of the variants light, dark, narrow (360 pixels) and
 * large (text at 200 %), in the language of the environment; "start" is the start page. Then come
 * a self-assessment, other units and periods, an import and dialogs. A page longer than the window
 * is taken in several pictures, from the top down. */
#include "pictures-scenes.h"

#include "vb-page-table.h"

typedef struct
{
  const char *name;
  int width;
  int height;
  AdwColorScheme scheme;
  double text_scale;
} Variant;

static const Variant variants[] = {
  { "light", 1180, 780, ADW_COLOR_SCHEME_FORCE_LIGHT, 1.0 },
  { "dark", 1180, 780, ADW_COLOR_SCHEME_FORCE_DARK, 1.0 },
  { "narrow", 360, 720, ADW_COLOR_SCHEME_FORCE_LIGHT, 1.0 },
  { "large", 1180, 780, ADW_COLOR_SCHEME_FORCE_LIGHT, 2.0 },
};

static void
take_pictures (VbApplication *application, const char *folder, const Variant *variant)
{
  const Camera camera = { application, folder, variant->name, variant->width, variant->height };
  const VbPageEntry *entries;
  VbWindow *window;
  guint n;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), variant->scheme);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", "gtk-xft-dpi",
                (int) (96 * 1024 * variant->text_scale), NULL);

  window = gui_app_open_window (application, variant->width, variant->height);
  camera_take (&camera, GTK_WIDGET (window), "start");

  gui_app_open_example (window);
  entries = vb_page_table_get (&n);
  for (guint i = 0; i < n; i++)
    {
      gui_app_show_page (window, entries[i].id);
      camera_take_page (&camera, window, entries[i].id);
    }
  pictures_take_development (&camera, window);
  pictures_take_need (&camera, window);
  pictures_take_occupancy (&camera, window);
  pictures_take_breakdown (&camera, window);
  pictures_take_strategic (&camera, window);
  pictures_take_scenarios (&camera, window);
  pictures_take_places (&camera, window);
  vb_document_close (vb_window_get_document (window));
  gtk_window_destroy (GTK_WINDOW (window));

  pictures_take_import (&camera);
  pictures_take_received (&camera);
  pictures_take_dialogs (&camera);
}

static gboolean
is_wanted (const Variant *variant, char **names)
{
  return *names == NULL || g_strv_contains ((const char *const *) names, variant->name);
}

int
main (int argc, char *argv[])
{
  VbApplication *application;

  gui_init (&argc, &argv);
  if (argc < 2)
    {
      g_printerr ("Usage: %s FOLDER [VARIANT...]\n", argv[0]);
      return 1;
    }
  g_assert_cmpint (g_mkdir_with_parents (argv[1], 0755), ==, 0);

  application = gui_app_new ();
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    if (is_wanted (&variants[i], argv + 2))
      take_pictures (application, argv[1], &variants[i]);
  gui_app_free (application);

  return 0;
}
