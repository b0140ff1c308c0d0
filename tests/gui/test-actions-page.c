/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of actions on the example: what a manager does with it, and what it then says. */
#include "gui-app.h"

#include "vb-action-board.h"
#include "vb-action-card.h"
#include "vb-action-dialog.h"
#include "vb-document-actions.h"
#include "vb-source-card.h"

/* Which is proposed, and raises capacity by 4 beds. */
#define TITLE "Utbildningstjänster för specialistsjuksköterskor"

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
  gui_app_show_page (self->window, "actions");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gui_app_free (self->application);
}

static GtkWidget *
find_part (Fixture *self, GType type)
{
  GtkWidget *part = gui_find (GTK_WIDGET (vb_window_get_page (self->window)), type, NULL);

  g_assert_nonnull (part);
  return part;
}

static VbAction *
find_action (Fixture *self, const char *title)
{
  GListModel *actions = vb_document_get_actions (vb_window_get_document (self->window));

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (actions, i);

      if (g_str_equal (vb_action_get_facts (action)->title, title))
        return action; /* the document keeps it */
    }

  return NULL;
}

static GtkWidget *
find_card (Fixture *self, const char *title)
{
  GtkWidget *card =
      vb_action_board_find_card (VB_ACTION_BOARD (find_part (self, VB_TYPE_ACTION_BOARD)),
                                 vb_action_get_id (find_action (self, title)));

  g_assert_nonnull (card);
  return card;
}

static GtkWidget *
wait_for_window (GType type)
{
  for (int i = 0; i < 200; i++)
    {
      GListModel *windows = gtk_window_get_toplevels ();

      for (guint j = 0; j < g_list_model_get_n_items (windows); j++)
        {
          g_autoptr (GtkWidget) window = g_list_model_get_item (windows, j);

          if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
            return window;
        }
      gui_settle ();
      g_usleep (5000);
    }
  g_assert_not_reached ();
}

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
type (GtkWidget *dialog, const char *title, const char *text)
{
  GtkWidget *row = find_row (dialog, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
save (GtkWidget *dialog)
{
  g_signal_emit_by_name (gui_find_text (dialog, "_Save"), "clicked");
  gui_settle ();
}

static void
test_figures (Fixture *self, gconstpointer data)
{
  g_assert_cmpfloat (gui_app_get_number (self->window, "actions_under_way"), ==, 7);
  g_assert_cmpfloat (gui_app_get_number (self->window, "actions_overdue"), >=, 3);
  g_assert_cmpfloat (gui_app_get_number (self->window, "expected_capacity"), ==, 22);
  g_assert_cmpfloat (gui_app_get_number (self->window, "expected_need"), ==, -25);
  g_assert_cmpstr (vb_key_figure_get_sub (gui_app_get_figure (self->window, "expected_capacity")),
                   ==, "range 12–30");
  g_assert_cmpstr (vb_key_figure_get_sub (gui_app_get_figure (self->window, "expected_need")), ==,
                   "12–37, carried out: −2");

  /* Only what is of the unit, or below it. */
  gui_app_choose_unit (self->window, "Medicinkliniken");
  g_assert_cmpfloat (gui_app_get_number (self->window, "expected_capacity"), ==, 4);
  g_assert_cmpstr (vb_key_figure_get_value (gui_app_get_figure (self->window, "expected_need")), ==,
                   "–");
}

/* Ctrl and an arrow give a card the next status; it keeps the focus, and the change is undone as
 * any other. */
static void
test_move (Fixture *self, gconstpointer data)
{
  GtkWidget *card = find_card (self, TITLE);

  gtk_widget_grab_focus (card);
  g_assert_true (gui_press_shortcut (GTK_WIDGET (self->window), "<Control>Right"));
  gui_app_wait_until_idle (self->window);
  g_assert_cmpint (vb_action_get_facts (find_action (self, TITLE))->status, ==, VB_ACTION_DECIDED);
  card = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_true (VB_IS_ACTION_CARD (card));
  g_assert_true (vb_action_card_get_action (VB_ACTION_CARD (card)) == find_action (self, TITLE));

  /* Carried out: it gives no more than it has given. */
  g_assert_true (gui_press_shortcut (GTK_WIDGET (self->window), "<Control>Right"));
  gui_app_wait_until_idle (self->window);
  g_assert_true (gui_press_shortcut (GTK_WIDGET (self->window), "<Control>Right"));
  gui_app_wait_until_idle (self->window);
  g_assert_cmpint (vb_action_get_facts (find_action (self, TITLE))->status, ==, VB_ACTION_DONE);
  g_assert_cmpint (vb_action_get_facts (find_action (self, TITLE))->done, !=, VB_DAY_NONE);
  g_assert_cmpfloat (gui_app_get_number (self->window, "expected_capacity"), ==, 18);

  for (int i = 0; i < 3; i++)
    {
      gui_app_activate (self->window, "win.undo");
      gui_app_wait_until_idle (self->window);
    }
  g_assert_cmpint (vb_action_get_facts (find_action (self, TITLE))->status, ==, VB_ACTION_PROPOSED);
  g_assert_cmpfloat (gui_app_get_number (self->window, "expected_capacity"), ==, 22);
}

/* Said in words, not by a colour alone. */
static void
test_overdue (Fixture *self, gconstpointer data)
{
  GtkWidget *card = find_card (self, "Återrekrytering av sjuksköterskor");

  g_assert_nonnull (gui_find_text (card, "overdue since 30 Sep 2026"));
}

static void
test_remove (Fixture *self, gconstpointer data)
{
  gtk_widget_grab_focus (find_card (self, TITLE));
  g_assert_true (gui_press_shortcut (GTK_WIDGET (self->window), "Delete"));
  gui_app_wait_until_idle (self->window);
  g_assert_null (find_action (self, TITLE));
  g_assert_nonnull (gui_find_text (GTK_WIDGET (self->window), "The action was removed"));

  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_nonnull (find_action (self, TITLE));
}

/* What does not hold is said, and nothing is saved; then it is, and counted. */
static void
test_add (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;
  const VbActionFacts *facts;

  gtk_widget_activate_action (GTK_WIDGET (vb_window_get_page (self->window)), "actions.add", NULL);
  dialog = wait_for_window (VB_TYPE_ACTION_DIALOG);
  gui_assert_all_named (dialog);
  /* On Cancel, a space would close it. */
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (dialog)),
                                         find_row (dialog, "What is to be done")));
  save (dialog);
  g_assert_nonnull (gui_find_text (dialog, "Say what is to be done"));

  type (dialog, "What is to be done", "Öppna fyra platser");
  type (dialog, "Start, as 2026-10-31", "2027-02-01");
  type (dialog, "Due, as 2026-10-31", "2027-01-01");
  type (dialog, "Low, in beds", "2");
  save (dialog);
  g_assert_nonnull (gui_find_text (dialog, "It is due before it starts"));
  g_assert_nonnull (gui_find_text (dialog, "Give the expected effect before its range"));
  g_assert_null (find_action (self, "Öppna fyra platser"));

  type (dialog, "Due, as 2026-10-31", "2027-31-12");
  type (dialog, "Expected, in beds", "1");
  save (dialog);
  g_assert_nonnull (gui_find_text (dialog, "A date is written as 2026-10-31"));
  g_assert_nonnull (
      gui_find_text (dialog, "The expected effect lies between the low and the high one"));

  type (dialog, "Due, as 2026-10-31", "2027-12-31");
  type (dialog, "Expected, in beds", "3,5");
  save (dialog);
  gui_app_wait_until_idle (self->window);
  g_assert_nonnull (find_action (self, "Öppna fyra platser"));
  facts = vb_action_get_facts (find_action (self, "Öppna fyra platser"));
  g_assert_cmpfloat (facts->effect_base, ==, 3.5);
  g_assert_cmpint (facts->due, ==, vb_day_from_ymd (2027, 12, 31));
  g_assert_cmpint (facts->unit_id, ==,
                   vb_unit_get_id (vb_session_get_unit (vb_window_get_session (self->window))));
  g_assert_cmpfloat (gui_app_get_number (self->window, "expected_capacity"), ==, 25.5);
}

static guint
count_rows (Fixture *self)
{
  GtkWidget *table = gui_find (find_part (self, GTK_TYPE_STACK), GTK_TYPE_COLUMN_VIEW, NULL);

  return g_list_model_get_n_items (
      G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table))));
}

static void
test_filter (Fixture *self, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (vb_window_get_page (self->window));
  GtkWidget *focus_filter = gui_find (page, GTK_TYPE_DROP_DOWN, NULL);
  GtkWidget *search = gtk_widget_get_last_child (gtk_widget_get_parent (focus_filter));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gui_find_text (page, "_Table")), TRUE);
  gui_settle ();
  g_assert_cmpuint (count_rows (self), ==, 16);

  gtk_editable_set_text (GTK_EDITABLE (search), "servicevärd");
  g_signal_emit_by_name (search, "search-changed");
  gui_settle ();
  g_assert_cmpuint (count_rows (self), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  g_signal_emit_by_name (search, "search-changed");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (focus_filter), 4);
  gui_settle ();
  g_assert_cmpuint (count_rows (self), ==, 3);
}

static void
test_explain (Fixture *self, gconstpointer data)
{
  VbKeyFigure *figure = gui_app_get_figure (self->window, "expected_need");
  VbSourceCard *card;

  g_signal_emit_by_name (figure, "clicked");
  gui_app_wait_until_idle (self->window);
  card = VB_SOURCE_CARD (find_part (self, VB_TYPE_SOURCE_CARD));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (card)));
  g_assert_cmpstr (vb_source_card_get_title (card), ==, "Where does −25 come from?");
  g_assert_cmpuint (vb_source_card_get_n_inputs (card), ==, 4);
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/views/actions-page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("figures", test_figures);
  ADD ("move", test_move);
  ADD ("overdue", test_overdue);
  ADD ("remove", test_remove);
  ADD ("add", test_add);
  ADD ("filter", test_filter);
  ADD ("explain", test_explain);
#undef ADD

  return g_test_run ();
}
