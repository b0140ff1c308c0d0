/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gui-import.h"

#include <glib/gstdio.h>

#include "vb-import-preview.h"

static void
set_up (GuiImport *self, gconstpointer data)
{
  self->application = gui_app_new ();
  self->window = gui_app_open_window (self->application, 1180, 900);
  self->folder = g_dir_make_tmp ("vardbalans-import-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
}

static void
tear_down (GuiImport *self, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  gui_app_free (self->application);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

GtkWidget *
gui_import_find (GuiImport *self, GType type, const char *css_class)
{
  GtkWidget *found = gui_find (GTK_WIDGET (self->window), type, css_class);

  g_assert_nonnull (found);
  return found;
}

GtkWidget *
gui_import_find_preview (GuiImport *self)
{
  return gui_import_find (self, VB_TYPE_IMPORT_PREVIEW, NULL);
}

GtkButton *
gui_import_find_take_button (GuiImport *self)
{
  return GTK_BUTTON (
      gui_find (gui_import_find_preview (self), GTK_TYPE_BUTTON, "suggested-action"));
}

const char *
gui_import_get_shown (GuiImport *self)
{
  GtkWidget *stack = adw_bin_get_child (ADW_BIN (vb_window_get_page (self->window)));

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

void
gui_import_assert_text (GtkWidget *root, const char *text)
{
  GtkWidget *found = gui_find_text (root, text);

  if (found == NULL || !gtk_widget_get_mapped (found))
    g_error ("“%s” is not to be seen", text);
}

static gboolean
is_ready (gpointer user_data)
{
  return gtk_widget_get_sensitive (GTK_WIDGET (gui_import_find_take_button (user_data)));
}

gboolean
gui_import_shows_overview (gpointer user_data)
{
  return g_str_equal (gui_import_get_shown (user_data), "overview");
}

GFile *
gui_import_write_file (GuiImport *self, const char *name, const char *data, gssize size)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, size, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

void
gui_import_open_table (GuiImport *self, const char *name, const char *data)
{
  g_autoptr (GFile) file = gui_import_write_file (self, name, data, -1);

  g_assert_true (vb_window_import_file (self->window, file));
  g_assert_cmpstr (gui_import_get_shown (self), ==, "preview");
}

void
gui_import_wait_until_ready (GuiImport *self)
{
  gui_wait_until (is_ready, self);
  gui_wait_for_draw (GTK_WIDGET (self->window));
}

void
gui_import_press (GtkWidget *button)
{
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  gui_settle ();
}

void
gui_import_take (GuiImport *self)
{
  gui_import_press (GTK_WIDGET (gui_import_find_take_button (self)));
  gui_wait_until (gui_import_shows_overview, self);
  gui_app_wait_until_idle (self->window);
}

VbUnit *
gui_import_find_unit (GuiImport *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  VbUnit *unit = vb_document_find_unit (vb_window_get_document (self->window), path, &error);

  g_assert_no_error (error);
  return unit;
}

double
gui_import_get_value (
    GuiImport *self, const char *path, VbMeasureId measure, VbGrain grain, const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) points = vb_document_read_series (
      vb_window_get_document (self->window), vb_unit_get_id (gui_import_find_unit (self, path)),
      measure, grain, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < points->len; i++)
    if (g_array_index (points, VbSeriesPoint, i).start == vb_day_from_iso (day))
      return g_array_index (points, VbSeriesPoint, i).value;
  return -1;
}

gboolean
gui_import_has_no_units (gpointer user_data)
{
  GuiImport *self = user_data;

  return vb_document_get_n_units (vb_window_get_document (self->window)) == 0;
}

void
gui_import_add (const char *path, void (*test) (GuiImport *, gconstpointer))
{
  g_test_add (path, GuiImport, NULL, set_up, test, tear_down);
}
