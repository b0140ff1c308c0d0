/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-test"

#include "gui-helper.h"

#include "vb-locale.h"

#define RESOURCE_BASE "/se/vardbalans/Vardbalans"
#define PATIENCE_US (60 * G_USEC_PER_SEC)

static void
on_timeout (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

void
gui_init (int *argc, char ***argv)
{
  GdkDisplay *display;
  GtkCssProvider *provider;

  vb_locale_setup ();

  /* gtk_test_init() would set the locale to C. */
  g_test_init (argc, argv, NULL);
  gtk_init ();
  adw_init ();

  display = gdk_display_get_default ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    RESOURCE_BASE "/icons");

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, RESOURCE_BASE "/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (provider);
}

static gboolean
has_size (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_height (widget) > 0;
}

GtkWindow *
gui_window_new (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  /* Without a window manager, decorations would take their room from the child. */
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gui_wait_for_draw (window);
  /* On a busy machine a frame may be done before the display tells the size. */
  gui_wait_until (has_size, child);

  return GTK_WINDOW (window);
}

void
gui_window_destroy (GtkWindow *window)
{
  gtk_window_destroy (window);
  gui_settle ();
}

void
gui_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
gui_wait_until (gboolean (*condition) (gpointer user_data), gpointer user_data)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_once (PATIENCE_US / 1000, on_timeout, &late);

  while (!late && !condition (user_data))
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (late);
  g_source_remove (source);
}

void
gui_wait_for_draw (GtkWidget *widget)
{
  gtk_test_widget_wait_for_draw (widget);
  gui_settle ();
  gtk_test_widget_wait_for_draw (widget);
}

static gboolean
takes_key (GtkShortcut *shortcut, const char *key)
{
  g_autofree char *name = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

  return g_str_equal (name, key);
}

static gboolean
press_in (GtkWidget *widget, GtkPropagationPhase phase, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller)
          || (gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
                 != (phase == GTK_PHASE_CAPTURE))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (takes_key (shortcut, key)
              && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                               gtk_shortcut_get_arguments (shortcut)))
            return TRUE;
        }
    }

  return FALSE;
}

/* From the window inwards. */
static gboolean
capture_in (GtkWidget *widget, const char *key)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return (parent != NULL && capture_in (parent, key)) || press_in (widget, GTK_PHASE_CAPTURE, key);
}

gboolean
gui_press_shortcut (GtkWidget *window, const char *key)
{
  GtkWidget *widget = gtk_root_get_focus (GTK_ROOT (window));
  gboolean taken;

  if (widget == NULL)
    widget = window;
  taken = capture_in (widget, key);
  while (!taken && widget != NULL)
    {
      taken = press_in (widget, GTK_PHASE_BUBBLE, key);
      widget = gtk_widget_get_parent (widget);
    }
  gui_settle ();

  return taken;
}

GdkTexture *
gui_capture (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);

  return gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, width, height));
}

void
gui_save_png (GtkWidget *widget, const char *path)
{
  g_autoptr (GdkTexture) texture = gui_capture (widget);

  g_assert_true (gdk_texture_save_to_png (texture, path));
}

gboolean
gui_is_drawn (GtkWidget *widget)
{
  g_autoptr (GdkTexture) texture = gui_capture (widget);
  gsize n = (gsize) gdk_texture_get_width (texture) * gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, n);

  gdk_texture_download (texture, (guchar *) pixels, gdk_texture_get_width (texture) * 4);
  for (gsize i = 1; i < n; i++)
    if (pixels[i] != pixels[0])
      return TRUE;

  return FALSE;
}

GtkWidget *
gui_find (GtkWidget *root, GType type, const char *css_class)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type)
      && (css_class == NULL || gtk_widget_has_css_class (root, css_class)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gui_find (child, type, css_class);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
gui_find_text (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return root;
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), text) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gui_find_text (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}
