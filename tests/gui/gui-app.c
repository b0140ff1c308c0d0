/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-test"

#include "gui-app.h"

VbApplication *
gui_app_new (void)
{
  VbApplication *application = vb_application_new ("se.vardbalans.Test", G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return application;
}

void
gui_app_free (VbApplication *application)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) != NULL)
    {
      gpointer window = windows->data;

      g_object_add_weak_pointer (window, &window);
      gtk_window_destroy (window);
      gui_settle ();
      g_assert_null (window);
    }
  g_object_unref (application);
}

VbWindow *
gui_app_open_window (VbApplication *application, int width, int height)
{
  VbWindow *window = vb_window_new (ADW_APPLICATION (application));

  /* Where there is no window manager, GTK draws a border of five pixels. */
  gtk_window_set_default_size (GTK_WINDOW (window), width + 10, height + 10);
  gtk_window_present (GTK_WINDOW (window));
  gui_wait_for_draw (GTK_WIDGET (window));

  return window;
}

void
gui_app_activate (VbWindow *window, const char *detailed_action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed_action, &name, &target, &error));
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target));
}

static gboolean
is_idle (gpointer user_data)
{
  VbWindow *window = user_data;

  return vb_window_get_planner (window) != NULL
         && !vb_planner_get_busy (vb_window_get_planner (window));
}

void
gui_app_wait_until_idle (VbWindow *window)
{
  /* Twice: what one result shows may ask for another. */
  for (int i = 0; i < 2; i++)
    {
      gui_wait_until (is_idle, window);
      gui_wait_for_draw (GTK_WIDGET (window));
    }
}

void
gui_app_open_example (VbWindow *window)
{
  gui_app_activate (window, "win.open-example");
  gui_app_wait_until_idle (window);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (toplevels); i > 0; i--)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i - 1);

      if (ADW_IS_MESSAGE_DIALOG (toplevel) && gtk_widget_get_mapped (toplevel))
        return toplevel;
    }

  return NULL;
}

static gboolean
has_dialog (gpointer user_data)
{
  return find_dialog () != NULL;
}

GtkWidget *
gui_app_wait_for_dialog (void)
{
  gui_wait_until (has_dialog, NULL);

  return find_dialog ();
}

void
gui_app_answer (GtkWidget *dialog, const char *label)
{
  GtkWidget *button = gui_find_text (dialog, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  gui_settle ();
}
