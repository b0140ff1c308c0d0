/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gui-app.h"

#include <glib/gstdio.h>

#include "vb-batch.h"
#include "vb-page-table.h"
#include "vb-recovery-offer.h"
#include "vb-recovery.h"
#include "vb-sidebar-frame.h"

typedef struct
{
  VbApplication *application;
  VbWindow *window;
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("vardbalans-XXXXXX", NULL);
  self->application = gui_app_new ();
  self->window = gui_app_open_window (self->application, 1180, 780);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gui_app_free (self->application);
  g_free (self->folder);
}

static GFile *
get_file (Fixture *self, const char *name)
{
  return g_file_new_build_filename (self->folder, name, NULL);
}

/* A button of the action is sensitive exactly while the action is enabled. */
static gboolean
is_enabled (VbWindow *window, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  gboolean enabled;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_popover_set_child (GTK_POPOVER (popover), button);
  gtk_widget_set_parent (popover, GTK_WIDGET (window));
  enabled = gtk_widget_is_sensitive (button);
  gtk_widget_unparent (popover);

  return enabled;
}

static void
new_plan (Fixture *self)
{
  gui_app_activate (self->window, "win.new-plan");
  gui_app_wait_until_idle (self->window);
}

static void
add_ward (Fixture *self, const char *name)
{
  g_autoptr (GError) error = NULL;

  vb_document_add_unit (vb_window_get_document (self->window), 0, VB_UNIT_WARD, name, NULL, &error);
  g_assert_no_error (error);
  gui_settle ();
}

static void
save_as (Fixture *self, GFile *file)
{
  g_autoptr (GError) error = NULL;

  vb_document_save_as (vb_window_get_document (self->window), file, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
is_unmodified (gpointer user_data)
{
  return !vb_document_get_modified (vb_window_get_document (user_data));
}

/* ---- start page --------------------------------------------------------------------------------
 */

static void
test_start_page (Fixture *self, gconstpointer data)
{
  g_assert_null (vb_window_get_document (self->window));
  g_assert_true (vb_window_is_free (self->window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Vårdbalans");
  g_assert_true (is_enabled (self->window, "win.open-example"));
  g_assert_false (is_enabled (self->window, "win.save"));
  g_assert_false (is_enabled (self->window, "win.undo"));
  g_assert_false (is_enabled (self->window, "win.find-unit"));
  gui_assert_all_named (GTK_WIDGET (self->window));
  gui_assert_not_clipped (GTK_WIDGET (self->window));
}

static void
test_help (Fixture *self, gconstpointer data)
{
  gui_app_activate (self->window, "win.help");
  gui_app_answer (gui_app_wait_for_dialog (), "_Close");
}

/* ---- a document --------------------------------------------------------------------------------
 */

static void
test_example (Fixture *self, gconstpointer data)
{
  VbDocument *document;
  guint n_pages;

  gui_app_make_example (self->window);
  document = vb_window_get_document (self->window);

  g_assert_false (vb_document_get_modified (document));
  g_assert_null (vb_document_get_file (document));
  g_assert_true (g_str_has_prefix (
      vb_unit_get_name (vb_session_get_unit (vb_window_get_session (self->window))),
      "Region Exempel"));
  g_assert_false (is_enabled (self->window, "win.undo"));
  g_assert_true (is_enabled (self->window, "win.save-as"));
  g_assert_false (vb_window_is_free (self->window));

  vb_page_table_get (&n_pages);
  g_assert_cmpuint (vb_window_get_page (self->window) != NULL, ==, n_pages > 0);
  gui_assert_all_named (GTK_WIDGET (self->window));
}

static void
test_undo (Fixture *self, gconstpointer data)
{
  VbDocument *document;

  new_plan (self);
  document = vb_window_get_document (self->window);
  g_assert_false (vb_document_get_modified (document));

  add_ward (self, "Ward 3");
  g_assert_true (is_enabled (self->window, "win.undo"));

  gui_app_activate (self->window, "win.undo");
  gui_settle ();
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 0);
  g_assert_false (is_enabled (self->window, "win.undo"));
  g_assert_true (is_enabled (self->window, "win.redo"));
  gui_app_activate (self->window, "win.redo");
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 1);
}

static void
test_save_and_open (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (self, "Plan 2026.vardbalans");
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (uri));
  VbWindow *other;

  new_plan (self);
  add_ward (self, "Ward 3");
  save_as (self, file);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Plan 2026 – Vårdbalans");
  add_ward (self, "Ward 4");
  gui_app_activate (self->window, "win.save");
  gui_wait_until (is_unmodified, self->window);

  /* In a new window, since this one has its document. */
  action = g_action_print_detailed_name ("win.open-uri", target);
  gui_app_activate (self->window, action);
  other = VB_WINDOW (gtk_application_get_windows (GTK_APPLICATION (self->application))->data);
  g_assert_true (other != self->window);
  gui_app_wait_until_idle (other);
  g_assert_cmpuint (vb_document_get_n_units (vb_window_get_document (other)), ==, 2);
}

static void
test_open_error (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (self, "letter.vardbalans");
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  g_file_set_contents (g_file_peek_path (file), "Dear Sir or Madam", -1, &error);
  g_assert_no_error (error);
  vb_window_open_file (self->window, file);
  g_assert_false (vb_window_is_free (self->window));

  dialog = gui_app_wait_for_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "Could Not Open “letter”");
  gui_app_answer (dialog, "_Close");
  g_assert_true (vb_window_is_free (self->window));
}

/* The first try of somebody who has a table and no plan yet. */
static void
test_open_table (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (self, "beds.csv");
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog;

  g_file_set_contents (g_file_peek_path (file),
                       "Unit;Date;Bed days\nWard 1;2024-01-01;9\nWard 1;2024-01-02;8\n", -1,
                       &error);
  g_assert_no_error (error);
  vb_window_open_file (self->window, file);
  dialog = gui_app_wait_for_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "“beds.csv” Is Not a Plan");
  gui_app_answer (dialog, "_Cancel");
  g_assert_true (vb_window_is_free (self->window));

  vb_window_open_file (self->window, file);
  gui_app_answer (gui_app_wait_for_dialog (), "_Import…");
  g_assert_nonnull (gui_find_text (GTK_WIDGET (self->window), "Import of “beds.csv”"));
}

static void
test_changed_on_disk (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (self, "shared.vardbalans");
  g_autoptr (GError) error = NULL;

  new_plan (self);
  add_ward (self, "Ward 3");
  save_as (self, file);

  /* As a colleague's program would, in another tick of the clock that stamps files. */
  g_usleep (20 * 1000);
  g_file_replace_contents (file, "other", 5, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  add_ward (self, "Ward 4");
  gui_app_activate (self->window, "win.save");
  gui_app_answer (gui_app_wait_for_dialog (), "_Cancel");
  g_assert_true (vb_document_get_modified (vb_window_get_document (self->window)));

  gui_app_activate (self->window, "win.save");
  gui_app_answer (gui_app_wait_for_dialog (), "_Replace");
  gui_wait_until (is_unmodified, self->window);
}

/* ---- closing -----------------------------------------------------------------------------------
 */

static guint
count_windows (Fixture *self)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self->application)); l != NULL;
       l = l->next)
    n += VB_IS_WINDOW (l->data);

  return n;
}

static gboolean
has_no_window (gpointer user_data)
{
  return count_windows (user_data) == 0;
}

static void
test_close_asks (Fixture *self, gconstpointer data)
{
  new_plan (self);
  add_ward (self, "Ward 3");

  gtk_window_close (GTK_WINDOW (self->window));
  gui_app_answer (gui_app_wait_for_dialog (), "_Cancel");
  g_assert_cmpuint (count_windows (self), ==, 1);

  gtk_window_close (GTK_WINDOW (self->window));
  gui_app_answer (gui_app_wait_for_dialog (), "_Discard");
  gui_wait_until (has_no_window, self);
}

static void
test_close_saves (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (self, "Plan 2026.vardbalans");
  g_autoptr (VbDocument) saved = NULL;
  g_autoptr (GError) error = NULL;

  new_plan (self);
  save_as (self, file);
  add_ward (self, "Ward 3");
  gtk_window_close (GTK_WINDOW (self->window));
  gui_app_answer (gui_app_wait_for_dialog (), "_Save");
  gui_wait_until (has_no_window, self);

  saved = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vb_document_get_n_units (saved), ==, 1);
  vb_document_close (saved);
}

/* Who thinks better of closing while the plan is being saved is not closed by the next save. */
static void
test_close_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = get_file (self, "Plan 2026.vardbalans");

  new_plan (self);
  save_as (self, file);
  add_ward (self, "Ward 3");
  gui_app_activate (self->window, "win.save");
  gtk_window_close (GTK_WINDOW (self->window));
  add_ward (self, "Ward 4");
  gui_app_answer (gui_app_wait_for_dialog (), "_Cancel");
  gui_app_activate (self->window, "win.save");
  gui_wait_until (is_unmodified, self->window);
  gui_settle ();
  g_assert_cmpuint (count_windows (self), ==, 1);
}

static void
on_taken (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  vb_document_take_batch_finish (VB_DOCUMENT (source), result, NULL, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer user_data)
{
  return *(gboolean *) user_data;
}

/* An import that is under way is not thrown away. */
static void
test_close_busy (Fixture *self, gconstpointer data)
{
  g_autoptr (VbBatch) batch = vb_batch_new ();
  gboolean taken = FALSE;

  new_plan (self);
  vb_batch_add_unit (batch, -1, VB_UNIT_WARD, "Ward 3", NULL);
  vb_batch_set_source (batch, "beds.csv", NULL, NULL, NULL);
  vb_batch_finish (batch);
  vb_document_take_batch_async (vb_window_get_document (self->window), batch, NULL, on_taken,
                                &taken);
  gtk_window_close (GTK_WINDOW (self->window));
  gui_wait_until (is_true, &taken);
  g_assert_cmpuint (count_windows (self), ==, 1);
  g_assert_cmpuint (vb_document_get_n_units (vb_window_get_document (self->window)), ==, 1);
}

static void
test_close_unmodified (Fixture *self, gconstpointer data)
{
  new_plan (self);
  gtk_window_close (GTK_WINDOW (self->window));
  gui_wait_until (has_no_window, self);
}

/* A second window that is open does not keep the first from closing, nor quitting from asking. */
static void
test_quit_asks (Fixture *self, gconstpointer data)
{
  new_plan (self);
  add_ward (self, "Ward 3");
  gui_app_open_window (self->application, 600, 400);
  g_assert_cmpuint (count_windows (self), ==, 2);

  g_action_group_activate_action (G_ACTION_GROUP (self->application), "quit", NULL);
  gui_app_answer (gui_app_wait_for_dialog (), "_Discard");
  gui_wait_until (has_no_window, self);
}

/* ---- what a crash left --------------------------------------------------------------------------
 */

/* A document that is changed and not closed, as one is whose program was killed. */
static void
leave_behind (const char *ward)
{
  g_autoptr (GError) error = NULL;
  VbDocument *document = vb_document_new (&error);

  g_assert_no_error (error);
  vb_document_add_unit (document, 0, VB_UNIT_WARD, ward, NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (document);
}

/* What other tests left by destroying a window over a modified document. */
static void
discard_all (void)
{
  g_autoptr (GListModel) left = vb_document_list_recoverable ();

  for (guint i = 0; i < g_list_model_get_n_items (left); i++)
    {
      g_autoptr (VbRecovery) recovery = g_list_model_get_item (left, i);

      vb_recovery_discard (recovery);
    }
}

static void
test_recovery (Fixture *self, gconstpointer data)
{
  g_autoptr (GListModel) left = NULL;
  VbDocument *document;

  discard_all ();
  leave_behind ("Ward 3");
  vb_recovery_offer (self->window);
  gui_app_answer (gui_app_wait_for_dialog (), "_Not Now");
  g_assert_null (vb_window_get_document (self->window));

  vb_recovery_offer (self->window);
  gui_app_answer (gui_app_wait_for_dialog (), "_Recover");
  gui_app_wait_until_idle (self->window);
  document = vb_window_get_document (self->window);
  g_assert_cmpuint (vb_document_get_n_units (document), ==, 1);
  g_assert_true (vb_document_get_modified (document));
  vb_document_close (document);

  leave_behind ("Ward 4");
  vb_recovery_offer (self->window);
  gui_app_answer (gui_app_wait_for_dialog (), "_Discard");
  left = vb_document_list_recoverable ();
  g_assert_cmpuint (g_list_model_get_n_items (left), ==, 0);
}

/* ---- what is shown -----------------------------------------------------------------------------
 */

static void
test_pages (Fixture *self, gconstpointer data)
{
  const VbPageEntry *entries;
  guint n;

  new_plan (self);
  entries = vb_page_table_get (&n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.show-nth-page(uint32 %u)", i + 1);

      gui_app_activate (self->window, action);
      gui_app_wait_until_idle (self->window);
      g_assert_cmpstr (vb_page_get_page_id (vb_window_get_page (self->window)), ==, entries[i].id);
    }
}

/* The help of a page leads on to the glossary, where its term is searched for. */
static void
test_help_to_glossary (Fixture *self, gconstpointer data)
{
  GtkWidget *page;

  new_plan (self);
  vb_window_show_page (self->window, "occupancy");
  gui_app_activate (self->window, "win.help");
  gui_app_answer (gui_app_wait_for_dialog (), "Open the _Glossary");

  page = GTK_WIDGET (vb_window_get_page (self->window));
  g_assert_cmpstr (vb_page_get_page_id (VB_PAGE (page)), ==, "glossary");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (gui_find (page, GTK_TYPE_SEARCH_ENTRY, NULL))), ==,
      "Occupancy");
}

static void
test_period (Fixture *self, gconstpointer data)
{
  VbSession *session;
  VbPeriod before;

  gui_app_open_example (self->window);
  session = vb_window_get_session (self->window);
  before = vb_session_get_period (session);
  gui_app_activate (self->window, "win.previous-period");
  g_assert_cmpint (vb_session_get_period (session).start, ==, vb_period_shift (before, -1).start);
  gui_app_activate (self->window, "win.next-period");
  g_assert_cmpint (vb_session_get_period (session).start, ==, before.start);
}

/* At 360 pixels everything is still there, and nothing is cut off. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  VbWindow *window = gui_app_open_window (self->application, 360, 640);
  VbSidebarFrame *frame;

  gui_assert_not_clipped (GTK_WIDGET (window));
  gui_app_open_example (window);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 370);

  frame = VB_SIDEBAR_FRAME (gui_find (GTK_WIDGET (window), VB_TYPE_SIDEBAR_FRAME, NULL));
  g_assert_true (vb_sidebar_frame_get_narrow (frame));
  g_assert_false (vb_sidebar_frame_get_show_sidebar (frame));
  gui_app_activate (window, "win.show-sidebar");
  g_assert_true (vb_sidebar_frame_get_show_sidebar (frame));
  gui_app_wait_until_idle (window);
  gui_assert_all_named (GTK_WIDGET (window));
}

/* ---- parts -------------------------------------------------------------------------------------
 */

static void
test_sidebar_frame (void)
{
  VbSidebarFrame *frame = VB_SIDEBAR_FRAME (vb_sidebar_frame_new ());

  g_object_ref_sink (frame);
  vb_sidebar_frame_set_sidebar (frame, gtk_label_new ("pages"));
  vb_sidebar_frame_set_content (frame, gtk_label_new ("page"));

  g_assert_true (vb_sidebar_frame_get_show_sidebar (frame));
  vb_sidebar_frame_set_narrow (frame, TRUE);
  g_assert_false (vb_sidebar_frame_get_show_sidebar (frame));
  g_assert_true (vb_sidebar_frame_get_shown_when_wide (frame));
  vb_sidebar_frame_set_narrow (frame, FALSE);
  g_assert_true (vb_sidebar_frame_get_show_sidebar (frame));

  vb_sidebar_frame_set_show_sidebar (frame, FALSE);
  vb_sidebar_frame_set_narrow (frame, TRUE);
  vb_sidebar_frame_set_narrow (frame, FALSE);
  g_assert_false (vb_sidebar_frame_get_show_sidebar (frame));

  g_assert_finalize_object (frame);
}

static void
test_page_table (void)
{
  GtkIconTheme *icons = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  const VbPageEntry *entries;
  guint n;

  entries = vb_page_table_get (&n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (vb_page_table_find (entries[i].id) == &entries[i]);
      g_assert_true (g_type_is_a (entries[i].get_type (), VB_TYPE_PAGE));
      g_assert_true (gtk_icon_theme_has_icon (icons, entries[i].icon_name));
      if (i > 0)
        g_assert_cmpint (entries[i].level, >=, entries[i - 1].level);
    }
  g_assert_null (vb_page_table_find ("no-such-page"));
  g_assert_null (vb_page_table_find (NULL));
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/app/window/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("start-page", test_start_page);
  ADD ("help", test_help);
  ADD ("example", test_example);
  ADD ("undo", test_undo);
  ADD ("save-and-open", test_save_and_open);
  ADD ("open-error", test_open_error);
  ADD ("open-table", test_open_table);
  ADD ("changed-on-disk", test_changed_on_disk);
  ADD ("close-asks", test_close_asks);
  ADD ("close-saves", test_close_saves);
  ADD ("close-cancelled", test_close_cancelled);
  ADD ("close-busy", test_close_busy);
  ADD ("close-unmodified", test_close_unmodified);
  ADD ("quit-asks", test_quit_asks);
  ADD ("recovery", test_recovery);
  ADD ("pages", test_pages);
  ADD ("help-to-glossary", test_help_to_glossary);
  ADD ("period", test_period);
  ADD ("narrow", test_narrow);
#undef ADD
  g_test_add_func ("/app/sidebar-frame", test_sidebar_frame);
  g_test_add_func ("/app/page-table", test_page_table);

  return g_test_run ();
}
