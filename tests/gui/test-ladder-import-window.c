/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gui-helper.h"
#include "vb-document-ladders.h"
#include "vb-ladder-import-window.h"

typedef struct
{
  VbDocument *document;
  GFile *file;
} Fixture;

static void
set_up (Fixture *self, gconstpointer table)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-ladder-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "Vår trappa 2026.csv", NULL);

  self->document = vb_document_new (&error);
  g_assert_true (g_file_set_contents (path, table, -1, &error));
  g_assert_no_error (error);
  self->file = g_file_new_for_path (path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file);

  g_file_delete (self->file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
  g_object_unref (self->file);
  vb_document_close (self->document);
  g_assert_finalize_object (self->document);
}

static GtkWidget *
open_window (Fixture *self)
{
  GtkWidget *window = vb_ladder_import_window_new (NULL, self->document, self->file);

  gtk_window_present (GTK_WINDOW (window));
  gui_wait_for_draw (window);
  return window;
}

static void
test_take (Fixture *self, gconstpointer data)
{
  GtkWidget *window = open_window (self);
  VbLadder *ladder;

  g_assert_nonnull (gui_find_text (window, "Ledning"));
  g_assert_nonnull (gui_find_text (window, "2 statements, up to step 3"));
  gui_assert_all_named (window);
  if (g_getenv ("VB_PICTURE") != NULL)
    gui_save_png (window, g_getenv ("VB_PICTURE"));
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (window)), "clicked");
  gui_settle ();
  ladder = vb_document_find_ladder (self->document, "var-trappa-2026", "1");
  g_assert_nonnull (ladder);
  g_assert_cmpstr (vb_ladder_get_name (ladder)->sv, ==, "Vår trappa 2026");
  g_assert_cmpint (vb_ladder_get_wording (ladder), ==, VB_WORDING_OFFICIAL);
}

/* What is wrong is said, with row and column, and nothing can be taken. */
static void
test_fault (Fixture *self, gconstpointer data)
{
  GtkWidget *window = open_window (self);

  g_assert_nonnull (gui_find_text (window, "This Is No Ladder"));
  g_assert_nonnull (gui_find_text (
      window, "Vår trappa 2026.csv, row 3, column “step”: expected a step from 1 to 2, found “x”"));
  g_assert_null (gtk_window_get_default_widget (GTK_WINDOW (window)));
  gtk_window_close (GTK_WINDOW (window));
  gui_settle ();
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);
  g_test_add ("/gui/ladder-import-window/take", Fixture,
              "område;steg;påstående\nLedning;2;Någon vet\nLedning;3;Alla vet\n", set_up, test_take,
              tear_down);
  g_test_add ("/gui/ladder-import-window/fault", Fixture, "area,step,statement\nA,2,Yes\nA,x,No\n",
              set_up, test_fault, tear_down);
  return g_test_run ();
}
