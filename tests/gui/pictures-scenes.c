/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pictures-scenes.h"

#include <glib/gstdio.h>

#include "vb-breakdown-board.h"
#include "vb-document-scenarios.h"
#include "vb-import-preview.h"
#include "vb-ladder-import-window.h"
#include "vb-page-frame.h"
#include "vb-recovery-offer.h"
#include "vb-recovery.h"
#include "vb-unit-tree.h"

#define TABLE                                                                                      \
  "Sjukhus;Avdelning;Datum;Disponibla vårdplatser;Inneliggande;Anteckning\n"                      \
  "Norra;Medicin 1;2024-01;20;18,5;\n"                                                             \
  "Norra;Medicin 1;2024-02;stängd;19,5;semester\n"                                                \
  "Norra;Medicin 2;2024-01;12;11;\n"                                                               \
  "Norra;Medicin 2;2024-02;12;-3;\n"                                                               \
  "Norra;Medicin 2;2024-02-30;12;13,25;\n"                                                         \
  "Norra;Summa;;32;29,5;\n"

void
camera_take (const Camera *camera, GtkWidget *widget, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, camera->variant);
  g_autofree char *path = g_build_filename (camera->folder, file, NULL);

  gui_save_png (widget, path);
  g_print ("%s\n", path);
}

/* A stack may have several. */
static GtkWidget *
find_in_sight (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_in_sight (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
camera_take_scrolled (const Camera *camera, GtkWidget *window, GtkWidget *part, const char *name)
{
  GtkWidget *scroller = part != NULL ? find_in_sight (part, GTK_TYPE_SCROLLED_WINDOW) : NULL;
  GtkAdjustment *height;

  if (scroller == NULL)
    {
      camera_take (camera, window, name);
      return;
    }

  height = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (height, 0);
  gui_wait_for_draw (window);
  camera_take (camera, window, name);
  for (guint number = 2; gtk_adjustment_get_value (height) + gtk_adjustment_get_page_size (height)
                         < gtk_adjustment_get_upper (height);
       number++)
    {
      g_autofree char *next = g_strdup_printf ("%s-%u", name, number);

      gtk_adjustment_set_value (height, gtk_adjustment_get_value (height)
                                            + gtk_adjustment_get_page_size (height));
      gui_wait_for_draw (window);
      camera_take (camera, window, next);
    }
}

void
camera_take_page (const Camera *camera, VbWindow *window, const char *name)
{
  GtkWidget *page = GTK_WIDGET (vb_window_get_page (window));

  camera_take_scrolled (camera, GTK_WIDGET (window), find_in_sight (page, VB_TYPE_PAGE_FRAME),
                        name);
}

/* ---- the views of a page -----------------------------------------------------------------------
 */

static GtkWidget *
find_named (GtkWidget *root, const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (root), name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
pictures_take_occupancy (const Camera *camera, VbWindow *window)
{
  static const char *const views[] = { "target", "cost", "whole", "pool" };

  gui_app_choose_unit (window, "Medicin 1");
  gui_app_show_page (window, "occupancy");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *name = g_strdup_printf ("occupancy-%s", views[i]);
      GtkWidget *button = find_named (GTK_WIDGET (vb_window_get_page (window)), views[i]);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      gui_app_wait_until_idle (window);
      camera_take_page (camera, window, name);
    }
  gui_app_choose_unit (window, "Region Exempel (påhittad)");
}

void
pictures_take_need (const Camera *camera, VbWindow *window)
{
  static const struct
  {
    const char *unit;
    const char *view;
  } scenes[] = { { "Region Exempel (påhittad)", "years" },
                 { "Riket", "years" },
                 { "Uppsala", "sisters" },
                 { "Region Exempel (påhittad)", "sisters" },
                 { "Region Exempel (påhittad)", "periods" } };

  gui_app_show_page (window, "need");
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      GtkWidget *page = GTK_WIDGET (vb_window_get_page (window));
      GtkWidget *bin = find_in_sight (page, VB_TYPE_PAGE_FRAME);
      g_autofree char *name = g_strdup_printf ("need-%s-%u", scenes[i].view, i);

      gui_app_choose_unit (window, scenes[i].unit);
      gtk_stack_set_visible_child_name (GTK_STACK (gtk_widget_get_ancestor (bin, GTK_TYPE_STACK)),
                                        scenes[i].view);
      gui_app_wait_until_idle (window);
      camera_take_page (camera, window, name);
    }
}

static void
hold (VbWindow *window, const char *name, int locked)
{
  VbDocument *document = vb_window_get_document (window);
  g_autoptr (GError) error = NULL;
  VbUnit *unit = vb_document_find_unit (document, name, &error);
  VbUnitTree *tree =
      VB_UNIT_TREE (gui_find (GTK_WIDGET (vb_window_get_page (window)), VB_TYPE_UNIT_TREE, NULL));

  g_assert_no_error (error);
  vb_unit_tree_select (tree, unit);
  vb_breakdown_board_set_hold (document, unit, VB_CARE_GROUP_SOMATIC,
                               (VbBreakdownHold){ locked, -1 }, &error);
  g_assert_no_error (error);
  gui_app_wait_until_idle (window);
}

void
pictures_take_breakdown (const Camera *camera, VbWindow *window)
{
  VbSession *session = vb_window_get_session (window);
  g_autoptr (GError) error = NULL;

  gui_app_show_page (window, "breakdown");
  hold (window, "Medicin 1", 30);
  camera_take_page (camera, window, "breakdown-locked");
  hold (window, "Kirurgkliniken", 9999);
  camera_take_page (camera, window, "breakdown-impossible");
  gui_app_activate (window, "win.undo");
  gui_app_wait_until_idle (window);
  gtk_widget_activate_action (GTK_WIDGET (vb_window_get_page (window)), "breakdown.decide", NULL);
  camera_take_newest_window (camera, "breakdown-decide");
  gui_app_activate (window, "win.undo");
  gui_app_wait_until_idle (window);

  vb_session_set_scenario (session, vb_document_find_scenario (vb_session_get_document (session),
                                                               "national-2024", &error));
  g_assert_no_error (error);
  gui_app_wait_until_idle (window);
  camera_take_page (camera, window, "breakdown-scenario");
  vb_session_set_scenario (session, NULL);
  gui_app_choose_unit (window, "Region Exempel (påhittad)");
}

/* ---- places ---------------------------------------------------------------------------------- */

static void
take_place (const Camera *camera, VbWindow *window, const char *place)
{
  static const char *const pages[] = { "overview", "need", "occupancy", "scenarios", "ladder" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s", place, pages[i]);

      gui_app_show_page (window, pages[i]);
      camera_take_page (camera, window, name);
    }
}

static void
set_period (VbWindow *window, VbGrain grain)
{
  VbPeriod period = { grain, vb_grain_floor (grain, vb_day_from_ymd (2026, 7, 13)) };

  vb_session_set_period (vb_window_get_session (window), period);
  gui_app_wait_until_idle (window);
}

void
pictures_take_places (const Camera *camera, VbWindow *window)
{
  g_autoptr (GError) error = NULL;

  gui_app_choose_unit (window, "Riket");
  take_place (camera, window, "riket");
  gui_app_choose_unit (window, "Centralsjukhuset");
  set_period (window, VB_GRAIN_MONTH);
  take_place (camera, window, "month");
  gui_app_choose_unit (window, "Medicin 1");
  set_period (window, VB_GRAIN_WEEK);
  take_place (camera, window, "week");

  vb_document_add_unit (vb_window_get_document (window), 0, VB_UNIT_HOSPITAL, "Nya sjukhuset", NULL,
                        &error);
  g_assert_no_error (error);
  gui_app_choose_unit (window, "Nya sjukhuset");
  take_place (camera, window, "nothing");
}

/* ---- import ---------------------------------------------------------------------------------- */

static GtkWidget *
find_take_button (VbWindow *window)
{
  GtkWidget *preview = gui_find (GTK_WIDGET (window), VB_TYPE_IMPORT_PREVIEW, NULL);

  return preview != NULL ? gui_find (preview, GTK_TYPE_BUTTON, "suggested-action") : NULL;
}

static gboolean
can_take (gpointer user_data)
{
  GtkWidget *take = find_take_button (user_data);

  return take != NULL && gtk_widget_get_sensitive (take);
}

static gboolean
has_import (gpointer user_data)
{
  GListModel *imports = vb_document_get_imports (vb_window_get_document (user_data));

  return g_list_model_get_n_items (imports) > 0;
}

static GtkWidget *
get_newest_window (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  g_autoptr (GtkWidget) newest =
      g_list_model_get_item (toplevels, g_list_model_get_n_items (toplevels) - 1);

  return newest; /* GTK keeps it */
}

static GtkWidget *
find_icon_button (GtkWidget *root, const char *icon_name)
{
  if (GTK_IS_BUTTON (root)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), icon_name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_icon_button (child, icon_name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
camera_take_newest_window (const Camera *camera, const char *name)
{
  GtkWidget *window = get_newest_window ();

  if (camera->width < gtk_widget_get_width (window))
    gtk_window_set_default_size (GTK_WINDOW (window), camera->width, -1);
  gui_wait_for_draw (window);
  camera_take_scrolled (camera, window, window, name);
  gtk_window_destroy (GTK_WINDOW (window));
}

void
pictures_take_import (const Camera *camera)
{
  VbWindow *window = gui_app_open_window (camera->application, camera->width, camera->height);
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-pictures-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "vårdplatser.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, TABLE, -1, &error);
  g_assert_no_error (error);
  vb_window_import_file (window, file);
  gui_wait_until (can_take, window);
  gui_wait_for_draw (GTK_WIDGET (window));
  camera_take_page (camera, window, "preview");

  g_signal_emit_by_name (find_take_button (window), "clicked");
  gui_wait_until (has_import, window);
  gui_app_wait_until_idle (window);
  camera_take_page (camera, window, "taken");
  g_signal_emit_by_name (find_icon_button (GTK_WIDGET (window), "dialog-warning-symbolic"),
                         "clicked");
  camera_take_newest_window (camera, "refused");

  vb_document_close (vb_window_get_document (window));
  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (path);
  g_rmdir (folder);
}

/* ---- what others sent ------------------------------------------------------------------------ */

#define LADDER                                                                                     \
  "område;steg;påstående\n"                                                                     \
  "Ledning;2;Ledningen går igenom planen varje månad\n"                                          \
  "Ledning;3;Besluten följs upp med den som ansvarar\n"                                           \
  "Behov;2;Behovet räknas fram för varje avdelning\n"

#define NO_LADDER                                                                                  \
  "område;steg;påstående\n"                                                                     \
  "Ledning;två;Ledningen går igenom planen varje månad\n"

/* A plan of a ward, or no plan at all. */
static GFile *
write_plan (const char *folder, const char *name, double beds)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GFile *file = g_file_new_for_path (path);
  VbPeriod period = { VB_GRAIN_MONTH, vb_day_from_ymd (2026, 1, 1) };
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = NULL;
  gint64 ward;

  if (beds <= 0)
    {
      g_file_set_contents (path, "no plan", -1, &error);
      g_assert_no_error (error);
      return file;
    }

  document = vb_document_new (&error);
  g_assert_no_error (error);
  ward = vb_document_add_unit (document, 0, VB_UNIT_WARD, "Medicin 1", NULL, &error);
  vb_document_set_observation (document, ward, VB_MEASURE_AVAILABLE_BEDS, period, beds, &error);
  vb_document_save_as (document, file, NULL, &error);
  g_assert_no_error (error);
  vb_document_close (document);

  return file;
}

static gboolean
has_gathered (gpointer user_data)
{
  return gui_find_text (user_data, "trasig.vardbalans") != NULL;
}

static void
take_gathering (const Camera *camera, VbWindow *window, const char *folder)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (files, write_plan (folder, "Medicinkliniken 2026.vardbalans", 20));
  g_ptr_array_add (files, write_plan (folder, "Medicinkliniken 2026 (kopia).vardbalans", 22));
  g_ptr_array_add (files, write_plan (folder, "trasig.vardbalans", 0));
  vb_window_gather_files (window, files);
  gui_wait_until (has_gathered, get_newest_window ());
  camera_take_newest_window (camera, "gathered");

  for (guint i = 0; i < files->len; i++)
    g_file_delete (files->pdata[i], NULL, NULL);
}

static void
take_ladder_import (
    const Camera *camera, VbWindow *window, const char *folder, const char *table, const char *name)
{
  g_autofree char *path = g_build_filename (folder, "Vår trappa 2026.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, table, -1, &error);
  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (
      vb_ladder_import_window_new (GTK_WINDOW (window), vb_window_get_document (window), file)));
  camera_take_newest_window (camera, name);
  g_unlink (path);
}

void
pictures_take_received (const Camera *camera)
{
  VbWindow *window = gui_app_open_window (camera->application, camera->width, camera->height);
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-pictures-XXXXXX", NULL);

  gui_app_activate (window, "win.new-plan");
  gui_app_wait_until_idle (window);
  take_gathering (camera, window, folder);
  take_ladder_import (camera, window, folder, LADDER, "ladder-import");
  take_ladder_import (camera, window, folder, NO_LADDER, "ladder-import-fault");

  vb_document_close (vb_window_get_document (window));
  gtk_window_destroy (GTK_WINDOW (window));
  g_rmdir (folder);
}

/* ---- dialogs --------------------------------------------------------------------------------- */

/* A window with a plan of one ward, which is saved; then somebody else writes the file. */
static void
take_changed_on_disk (const Camera *camera)
{
  VbWindow *window = gui_app_open_window (camera->application, camera->width, camera->height);
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-pictures-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Vårdplan 2026.vardbalans", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  VbDocument *document;

  gui_app_activate (window, "win.new-plan");
  gui_app_wait_until_idle (window);
  document = vb_window_get_document (window);
  vb_document_save_as (document, file, NULL, &error);
  g_assert_no_error (error);
  vb_document_add_unit (document, 0, VB_UNIT_WARD, "Medicin 1", NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, "another", -1, &error);
  g_assert_no_error (error);

  gui_app_activate (window, "win.save");
  gui_app_wait_for_dialog ();
  camera_take_newest_window (camera, "changed-on-disk");
  gtk_window_close (GTK_WINDOW (window));
  gui_app_wait_for_dialog ();
  camera_take_newest_window (camera, "close");

  vb_document_close (document);
  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (path);
  g_rmdir (folder);
}

/* What a killed program leaves. */
static void
leave_behind (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = vb_document_new (&error);

  g_assert_no_error (error);
  vb_document_add_unit (document, 0, VB_UNIT_WARD, "Medicin 1", NULL, &error);
  g_assert_no_error (error);
}

static void
discard_left (void)
{
  g_autoptr (GListModel) left = vb_document_list_recoverable ();

  for (guint i = 0; i < g_list_model_get_n_items (left); i++)
    {
      g_autoptr (VbRecovery) recovery = g_list_model_get_item (left, i);

      vb_recovery_discard (recovery);
    }
}

void
pictures_take_dialogs (const Camera *camera)
{
  static const char *const actions[][2] = { { "preferences", "preferences" },
                                            { "about", "about" } };
  VbWindow *window = gui_app_open_window (camera->application, camera->width, camera->height);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (camera->application), actions[i][0], NULL);
      camera_take_newest_window (camera, actions[i][1]);
    }
  gui_app_activate (window, "win.show-help-overlay");
  gui_wait_for_draw (get_newest_window ());
  camera_take (camera, get_newest_window (), "shortcuts");
  gtk_window_close (GTK_WINDOW (get_newest_window ()));

  discard_left ();
  leave_behind ();
  vb_recovery_offer (window);
  gui_app_wait_for_dialog ();
  camera_take_newest_window (camera, "recovery");
  discard_left ();
  gtk_window_destroy (GTK_WINDOW (window));

  take_changed_on_disk (camera);
}
