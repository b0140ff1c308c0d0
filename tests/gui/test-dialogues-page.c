/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log of dialogues on the example, and the reminders that come of it. */
#include "gui-app.h"

#include "vb-dialogue-dialog.h"
#include "vb-dialogue-row.h"
#include "vb-document-actions.h"

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
  gui_app_show_page (self->window, "dialogues");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gui_app_free (self->application);
}

static GtkWidget *
get_page (Fixture *self)
{
  return GTK_WIDGET (vb_window_get_page (self->window));
}

/* The first row in sight: the latest dialogue. */
static VbDialogueRow *
get_row (Fixture *self)
{
  GtkWidget *row = gui_find (get_page (self), VB_TYPE_DIALOGUE_ROW, NULL);

  g_assert_nonnull (row);
  return VB_DIALOGUE_ROW (row);
}

static const VbDialogueFacts *
get_facts (VbDialogueRow *row)
{
  return vb_dialogue_get_facts (vb_dialogue_row_get_dialogue (row));
}

static guint
count_rows (Fixture *self)
{
  guint n = 0;

  for (GtkWidget *row = GTK_WIDGET (get_row (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (VB_IS_DIALOGUE_ROW (row))
      n++;

  return n;
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (VB_IS_DIALOGUE_DIALOG (window) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static gboolean
has_dialog (gpointer user_data)
{
  return find_dialog () != NULL;
}

static GtkWidget *
find_titled (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_titled (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
type (GtkWidget *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_titled (dialog, title)), text);
}

static void
press (GtkWidget *root, const char *label)
{
  g_signal_emit_by_name (gui_find_text (root, label), "clicked");
  gui_settle ();
}

static void
test_log (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (count_rows (self), ==, 5);
  g_assert_cmpint (get_facts (get_row (self))->day, ==, vb_day_from_ymd (2026, 10, 20));
  g_assert_cmpfloat (gui_app_get_number (self->window, "dialogue_actions"), ==, 8);
  g_assert_cmpfloat (gui_app_get_number (self->window, "dialogues_awaiting"), >=, 1);
  g_assert_nonnull (gui_find_text (get_page (self), "follow-up overdue since 1 Oct 2026"));

  gui_app_choose_unit (self->window, "Centralsjukhuset");
  g_assert_cmpuint (count_rows (self), ==, 1);
  gui_app_choose_unit (self->window, "Medicin 1");
  g_assert_nonnull (gui_find_text (get_page (self), "No Dialogues Yet"));
}

static void
test_search (Fixture *self, gconstpointer data)
{
  GtkWidget *search = gui_find (get_page (self), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (search), "socialstyrelsen");
  g_signal_emit_by_name (search, "search-changed");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpuint (count_rows (self), ==, 2);
  g_assert_cmpint (get_facts (get_row (self))->kind, ==, VB_DIALOGUE_STRATEGIC);
}

static void
test_add (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (get_page (self), "dialogues.add", NULL);
  gui_wait_until (has_dialog, NULL);
  dialog = find_dialog ();
  gui_assert_all_named (dialog);
  type (dialog, "Held, as 2026-10-31", "2026-11-02");
  type (dialog, "Parties", "Regionledning");
  type (dialog, "To be followed up, as 2026-10-31", "2026-10-02");
  press (dialog, "_Save");
  g_assert_nonnull (gui_find_text (dialog, "It is to be followed up before it was held"));
  g_assert_cmpuint (count_rows (self), ==, 5);

  type (dialog, "To be followed up, as 2026-10-31", "2026-11-09");
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (gui_find (find_titled (dialog, "Mobila team dygnet runt i hela regionen"),
                                  GTK_TYPE_CHECK_BUTTON, NULL)),
      TRUE);
  press (dialog, "_Save");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpuint (count_rows (self), ==, 6);
  g_assert_cmpstr (get_facts (get_row (self))->parties, ==, "Regionledning");
  g_assert_cmpuint (get_facts (get_row (self))->n_actions, ==, 1);
  g_assert_cmpfloat (gui_app_get_number (self->window, "dialogue_actions"), ==, 9);
}

static void
test_remove (Fixture *self, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_row (self)));
  g_assert_true (gui_press_shortcut (GTK_WIDGET (self->window), "Delete"));
  gui_app_wait_until_idle (self->window);
  g_assert_cmpuint (count_rows (self), ==, 4);
  g_assert_true (VB_IS_DIALOGUE_ROW (gtk_root_get_focus (GTK_ROOT (self->window))));

  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpuint (count_rows (self), ==, 5);
}

/* The overview reminds of what is overdue, until it is done. */
static void
test_reminders (Fixture *self, gconstpointer data)
{
  static const char follow_up[] =
      "Strategic Dialogue of 20 May 2026: follow-up overdue since 1 Oct 2026";
  static const char overdue[] = "“Återrekrytering av sjuksköterskor” is overdue since 30 Sep 2026";
  double awaiting = gui_app_get_number (self->window, "dialogues_awaiting");
  GtkWidget *row;

  gui_app_show_page (self->window, "overview");
  g_assert_nonnull (gui_find_text (get_page (self), follow_up));
  g_assert_nonnull (gui_find_text (get_page (self), overdue));

  gui_app_show_page (self->window, "dialogues");
  row = GTK_WIDGET (get_row (self));
  while (get_facts (VB_DIALOGUE_ROW (row))->day != vb_day_from_ymd (2026, 5, 20))
    row = gtk_widget_get_next_sibling (row);
  gtk_widget_activate_action (
      get_page (self), "dialogues.follow-up", "x",
      vb_dialogue_get_id (vb_dialogue_row_get_dialogue (VB_DIALOGUE_ROW (row))));
  gui_app_wait_until_idle (self->window);
  g_assert_cmpfloat (gui_app_get_number (self->window, "dialogues_awaiting"), ==, awaiting - 1);

  gui_app_show_page (self->window, "overview");
  g_assert_null (gui_find_text (get_page (self), follow_up));
  g_assert_nonnull (gui_find_text (get_page (self), overdue));
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/views/dialogues-page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("log", test_log);
  ADD ("search", test_search);
  ADD ("add", test_add);
  ADD ("remove", test_remove);
  ADD ("reminders", test_reminders);
#undef ADD

  return g_test_run ();
}
