/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the population on the example, and the import of one. */
#include "gui-app.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "vb-assumption-row.h"
#include "vb-chart.h"
#include "vb-document-population.h"
#include "vb-figure-table.h"
#include "vb-key-figure.h"
#include "vb-population-page.h"

typedef struct
{
  VbApplication *application;
  VbWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->application = gui_app_new ();
  self->window = gui_app_open_window (self->application, 1180, 780);
  gui_app_open_example (self->window);
  gui_app_show_page (self->window, "population");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gui_app_free (self->application);
}

static VbPage *
get_page (Fixture *self)
{
  return vb_window_get_page (self->window);
}

static char *
dup_table (Fixture *self)
{
  GtkWidget *table = gui_find (GTK_WIDGET (get_page (self)), VB_TYPE_FIGURE_TABLE, NULL);

  g_assert_nonnull (table);
  return vb_figure_table_dup_text (VB_FIGURE_TABLE (table));
}

static gboolean
has_years (gpointer user_data)
{
  g_autofree char *text = dup_table (user_data);

  return strstr (text, "2040") != NULL;
}

/* The base year agrees with need and gap; the years go on to the projection's end. */
static void
check_figures (Fixture *self)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  gui_wait_until (has_years, self);
  text = dup_table (self);
  lines = g_strsplit (text, "\n", -1);
  g_assert_nonnull (strstr (lines[0], "Inhabitants"));
  g_assert_nonnull (strstr (lines[1], "2025\t234,100\t133,725\t409.9\t0"));
  g_assert_nonnull (strstr (text, "2040, projection"));
}

static gboolean
is_dearer (gpointer user_data)
{
  return vb_document_get_consumption_change (user_data) != 0;
}

/* One drag is one step; undone, all is as it was. */
static void
check_change (Fixture *self)
{
  VbDocument *document = vb_page_get_document (get_page (self));
  GtkWidget *row = gui_app_get_row (self->window, "Change of consumption");
  GtkWidget *scale = gui_find (row, GTK_TYPE_SCALE, NULL);
  g_autofree char *before = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  gui_wait_until (has_years, self);
  before = dup_table (self);
  gtk_widget_grab_focus (scale);
  g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_STEP_FORWARD);
  gui_wait_until (is_dearer, document);
  gui_app_wait_until_idle (self->window);
  changed = dup_table (self);
  g_assert_cmpstr (changed, !=, before);

  g_assert_true (vb_document_undo (document, &error));
  g_assert_no_error (error);
  gui_app_wait_until_idle (self->window);
  after = dup_table (self);
  g_assert_cmpstr (after, ==, before);
}

static GtkWidget *
open_text (Fixture *self, const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "folk.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  vb_population_page_open_file (VB_POPULATION_PAGE (get_page (self)), file);
  dialog = gui_app_wait_for_dialog ();
  g_unlink (path);
  g_rmdir (folder);
  return dialog;
}

static guint
count_figures (VbDocument *document, VbUnit *unit)
{
  g_autoptr (VbPopulationFacts) facts =
      vb_document_read_population (document, vb_unit_get_id (unit), NULL);

  return facts->counts->len;
}

/* A table says what it holds before it is taken; a fault is told, and nothing taken. */
static void
check_import (Fixture *self)
{
  VbDocument *document = vb_page_get_document (get_page (self));
  VbUnit *unit = vb_document_find_unit (document, "Gotland", NULL);
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  dialog = open_text (self, "region;ålder;kön;2025;2030\n09 Gotlands län;0–64 år;män;x;1\n");
  g_assert_nonnull (
      strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "Row 2, column 2025"));
  gui_app_answer (dialog, "_Close");
  g_assert_cmpuint (count_figures (document, unit), ==, 0);

  dialog = open_text (self, "region;ålder;2025;2030\n09 Gotlands län;0–64 år;10;9\n"
                            "09 Gotlands län;65+ år;5;7\n");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                            "Gotland: inhabitants 2025–2030"));
  gui_app_answer (dialog, "_Import");
  g_assert_cmpuint (count_figures (document, unit), ==, 4);
  g_assert_true (vb_document_undo (document, &error));
  g_assert_cmpuint (count_figures (document, unit), ==, 0);
}

static void
test_page (Fixture *self, gconstpointer data)
{
  check_figures (self);
  gui_app_assert_explained (self->window, GTK_WIDGET (get_page (self)), 10);
  check_change (self);
  check_import (self);
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

  g_test_add ("/views/population-page", Fixture, NULL, set_up, test_page, tear_down);

  return g_test_run ();
}
