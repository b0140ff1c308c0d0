/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens every page on the example and writes a picture of it, for eyes to judge:
 *
 *   pictures FOLDER [VARIANT...]
 *
 * writes FOLDER/PAGE-VARIANT.png for each of the variants light, dark, narrow (360 pixels) and
 * large (text at 200 %), in the language of the environment; "start" is the start page. A page
 * longer than the window is taken in several pictures, from the top down. */
#include "gui-app.h"

#include "vb-page-frame.h"
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
save (VbWindow *window, const char *folder, const char *page, const char *variant)
{
  g_autofree char *name = g_strdup_printf ("%s-%s.png", page, variant);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  gui_save_png (GTK_WIDGET (window), path);
  g_print ("%s\n", path);
}

/* What does not fit in the window follows in pictures PAGE-2, PAGE-3… */
static void
save_whole (VbWindow *window, const char *folder, const char *page, const char *variant)
{
  GtkWidget *frame = gui_find (GTK_WIDGET (vb_window_get_page (window)), VB_TYPE_PAGE_FRAME, NULL);
  GtkWidget *scroller = frame != NULL ? gui_find (frame, GTK_TYPE_SCROLLED_WINDOW, NULL) : NULL;
  GtkAdjustment *height;

  save (window, folder, page, variant);
  if (scroller == NULL)
    return;

  height = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  for (guint number = 2; gtk_adjustment_get_value (height) + gtk_adjustment_get_page_size (height)
                         < gtk_adjustment_get_upper (height);
       number++)
    {
      g_autofree char *part = g_strdup_printf ("%s-%u", page, number);

      gtk_adjustment_set_value (height, gtk_adjustment_get_value (height)
                                            + gtk_adjustment_get_page_size (height));
      gui_wait_for_draw (GTK_WIDGET (window));
      save (window, folder, part, variant);
    }
}

static void
take_pictures (VbApplication *application, const char *folder, const Variant *variant)
{
  const VbPageEntry *entries;
  VbWindow *window;
  guint n;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), variant->scheme);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", "gtk-xft-dpi",
                (int) (96 * 1024 * variant->text_scale), NULL);

  window = gui_app_open_window (application, variant->width, variant->height);
  save (window, folder, "start", variant->name);

  gui_app_open_example (window);
  entries = vb_page_table_get (&n);
  for (guint i = 0; i < n; i++)
    {
      vb_window_show_page (window, entries[i].id);
      gui_app_wait_until_idle (window);
      save_whole (window, folder, entries[i].id, variant->name);
    }
  gtk_window_destroy (GTK_WINDOW (window));
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
