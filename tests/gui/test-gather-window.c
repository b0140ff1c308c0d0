/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "gui-helper.h"
#include "vb-gather-window.h"

typedef struct
{
  char *folder;
  VbDocument *document;
  GPtrArray *files;
  GtkWidget *window;
} Fixture;

static void
add_file (Fixture *self, const char *name, const char *ward, double beds)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  GFile *file = g_file_new_for_path (path);
  VbPeriod period = { VB_GRAIN_MONTH, vb_day_from_ymd (2026, 1, 1) };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (self->files, file);
  if (ward != NULL)
    {
      g_autoptr (VbDocument) document = vb_document_new (&error);
      gint64 id = vb_document_add_unit (document, 0, VB_UNIT_WARD, ward, NULL, &error);

      vb_document_set_observation (document, id, VB_MEASURE_AVAILABLE_BEDS, period, beds, &error);
      vb_document_save_as (document, file, NULL, &error);
      vb_document_close (document);
    }
  else
    g_file_set_contents (path, "no plan", -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("vardbalans-gather-XXXXXX", NULL);
  self->document = vb_document_new (&error);
  g_assert_no_error (error);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  add_file (self, "medicin.vardbalans", "Medicin", 20);
  add_file (self, "medicin-2.vardbalans", "Medicin", 22);
  add_file (self, "trasig.vardbalans", NULL, 0);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < self->files->len; i++)
    g_file_delete (self->files->pdata[i], NULL, NULL);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_ptr_array_unref (self->files);
  vb_document_close (self->document);
  g_assert_finalize_object (self->document);
}

static gboolean
shows_result (gpointer data)
{
  Fixture *self = data;

  return gui_find_text (self->window, "trasig.vardbalans") != NULL;
}

static gboolean
is_gone (gpointer data)
{
  Fixture *self = data;

  return self->window == NULL;
}

static void
open_window (Fixture *self)
{
  self->window = vb_gather_window_new (NULL, self->document, self->files);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_present (GTK_WINDOW (self->window));
}

/* What wants to be read comes first: the file left out, then the conflict with both words. */
static void
test_result (Fixture *self, gconstpointer data)
{
  g_autofree char *label = NULL;

  open_window (self);
  gui_wait_until (shows_result, self);
  gui_wait_for_draw (self->window);
  g_assert_nonnull (gui_find_text (self->window, "2 of 3 plans gathered"));
  g_assert_nonnull (
      gui_find_text (self->window, "Left out. The file is not a Vårdbalans document"));
  g_assert_nonnull (gui_find_text (self->window, "Medicin: Available beds Jan 2026"));
  g_assert_nonnull (gui_find_text (self->window, "Kept: 20. In the file: 22."));
  g_assert_nonnull (gui_find_text (self->window, "2 new facts"));
  gui_assert_all_named (self->window);
  if (g_getenv ("VB_PICTURE") != NULL)
    gui_save_png (self->window, g_getenv ("VB_PICTURE"));

  g_object_get (self->document, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Undo gathering of 3 files");
  gtk_window_close (GTK_WINDOW (self->window));
  gui_wait_until (is_gone, self);
}

/* Closing the window while files are read leaves the document as it was. */
static void
test_cancel (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 30; i++)
    g_ptr_array_add (self->files, g_object_ref (self->files->pdata[0]));
  open_window (self);
  gtk_window_close (GTK_WINDOW (self->window));
  gui_wait_until (is_gone, self);
  g_assert_cmpuint (vb_document_get_n_units (self->document), ==, 0);
  g_assert_false (vb_document_get_modified (self->document));
}

#define ADD(name, test)                                                                            \
  g_test_add ("/gui/gather-window/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);
  ADD ("result", test_result);
  ADD ("cancel", test_cancel);
  return g_test_run ();
}
