/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Years and sister units on the page of need and gap. */
#include "gui-app.h"

#include <math.h>
#include <string.h>

#include "vb-chart.h"
#include "vb-document-scenarios.h"
#include "vb-figure-table.h"
#include "vb-need-sisters-view.h"
#include "vb-need-years-view.h"
#include "vb-number.h"
#include "vb-plan-group.h"
#include "vb-reference-dialog.h"
#include "vb-reference-list.h"
#include "vb-source-card.h"

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
  gui_app_show_page (self->window, "need");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gui_app_free (self->application);
}

/* Presses the view's button, as a planner would. */
static GtkWidget *
open_view (Fixture *self, const char *title, GType type)
{
  GtkWidget *page = GTK_WIDGET (vb_window_get_page (self->window));
  GtkWidget *button = gtk_widget_get_ancestor (
      gui_find_text (gui_find (page, GTK_TYPE_STACK_SWITCHER, NULL), title),
      GTK_TYPE_TOGGLE_BUTTON);
  GtkWidget *view;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_ROLE_TAB);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gui_app_wait_until_idle (self->window);
  view = gui_find (page, type, NULL);
  g_assert_true (gtk_widget_get_mapped (view));
  gui_assert_all_named (view);
  return view;
}

static VbKeyFigure *
find_card (GtkWidget *root, const char *figure)
{
  if (VB_IS_KEY_FIGURE (root)
      && g_str_equal (vb_key_figure_get_figure (VB_KEY_FIGURE (root)), figure))
    return VB_KEY_FIGURE (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      VbKeyFigure *found = find_card (child, figure);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static char **
get_lines (GtkWidget *view)
{
  g_autofree char *text =
      vb_figure_table_dup_text (VB_FIGURE_TABLE (gui_find (view, VB_TYPE_FIGURE_TABLE, NULL)));

  return g_strsplit (text, "\n", -1);
}

/* The cells of the row of this name. */
static char **
get_row (GtkWidget *view, const char *name)
{
  g_auto (GStrv) lines = get_lines (view);

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (g_strcmp0 (cells[0], name) == 0)
        return g_steal_pointer (&cells);
    }
  g_error ("no row %s", name);
}

static void
press (GtkWidget *view, const char *figure)
{
  g_signal_emit_by_name (find_card (view, figure), "clicked");
  gui_settle ();
}

static VbSourceCard *
get_card (GtkWidget *view)
{
  return VB_SOURCE_CARD (gui_find (view, VB_TYPE_SOURCE_CARD, NULL));
}

/* ---- years ------------------------------------------------------------------------------------
 */

/* The published shortages: 377 behind a straight line to balance in 2026. */
static void
check_national (Fixture *self)
{
  GtkWidget *view;
  g_auto (GStrv) row = NULL;
  g_autofree char *cells = NULL;

  gui_app_choose_unit (self->window, "Riket");
  view = open_view (self, "Years", VB_TYPE_NEED_YEARS_VIEW);
  /* The session's year, 2026, has no outcome: the latest is shown. */
  g_assert_cmpstr (vb_key_figure_get_caption (find_card (view, "deviation")), ==, "Deviation 2024");
  g_assert_cmpstr (vb_key_figure_get_value (find_card (view, "deviation")), ==, "−377");
  g_assert_cmpstr (vb_key_figure_get_word (find_card (view, "deviation")), ==, "behind");
  g_assert_cmpstr (vb_key_figure_get_value (find_card (view, "gap_beds")), ==, "−1,864");
  row = get_row (view, "2024");
  g_assert_cmpstr (row[1], ==, "outcome");
  cells = g_strjoinv (" ", row);
  g_assert_nonnull (strstr (cells, "−1,487 −377"));

  press (view, "deviation");
  g_assert_cmpstr (vb_source_card_get_numbers (get_card (view)), ==, "−1,864 − (−1,487) = −377");
  gui_app_assert_explained (self->window, view, 10);
}

/* The years go on to the scenario's last, and back when it is let go of. */
static void
check_scenario (Fixture *self)
{
  VbSession *session = vb_window_get_session (self->window);
  g_autoptr (GError) error = NULL;
  VbScenario *scenario =
      vb_document_find_scenario (vb_window_get_document (self->window), "national-2024", &error);
  g_auto (GStrv) row = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *words = NULL;
  GtkWidget *view;

  g_assert_no_error (error);
  vb_session_set_scenario (session, scenario);
  view = open_view (self, "Years", VB_TYPE_NEED_YEARS_VIEW);
  /* What is planned is not what the scenario says, and only what has been can be behind it. */
  row = get_row (view, "2024");
  words = g_strjoinv (" ", row);
  g_assert_nonnull (strstr (words, "−1,487 −377"));
  g_clear_pointer (&words, g_free);
  g_clear_pointer (&row, g_strfreev);
  g_assert_cmpstr (vb_key_figure_get_caption (find_card (view, "deviation")), ==, "Deviation 2026");
  g_assert_cmpstr (vb_key_figure_get_value (find_card (view, "deviation")), ==, "–");
  row = get_row (view, "2030");
  g_assert_cmpstr (row[1], ==, "scenario");
  g_assert_cmpstr (row[2], ==, "16,820");
  g_assert_cmpstr (vb_key_figure_get_value (find_card (view, "medium_term_need")), ==, "16,820");
  words = vb_drawing_dup_description (
      vb_chart_get_drawing (VB_CHART (gui_find (view, VB_TYPE_CHART, NULL))));
  g_assert_nonnull (strstr (words, "2024: scenario."));
  press (view, "medium_term_need");
  g_assert_nonnull (strstr (vb_source_card_get_formula (get_card (view)), "levers"));

  vb_session_set_scenario (session, NULL);
  gui_app_wait_until_idle (self->window);
  lines = get_lines (view);
  g_assert_null (strstr (lines[g_strv_length (lines) - 2], "scenario"));
  g_assert_cmpstr (vb_key_figure_get_value (find_card (view, "medium_term_need")), ==, "–");
}

/* Another end of the line is another plan, which is the document's until it is taken back. */
static void
check_line (Fixture *self)
{
  VbDocument *document = vb_window_get_document (self->window);
  GtkWidget *view, *spin, *group, *reset;

  gui_app_choose_unit (self->window, "Riket");
  view = open_view (self, "Years", VB_TYPE_NEED_YEARS_VIEW);
  spin = gui_find (gui_app_get_row (self->window, "To the year"), GTK_TYPE_SPIN_BUTTON, NULL);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), ==, 2026);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 2033);
  gui_app_wait_until_idle (self->window);
  /* −2,230 + 2,230 ÷ 10 = −2,007, and it became −1,864. */
  g_assert_cmpstr (vb_key_figure_get_value (find_card (view, "deviation")), ==, "+143");
  g_assert_cmpstr (vb_key_figure_get_word (find_card (view, "deviation")), ==, "ahead");
  g_assert_true (vb_document_get_modified (document));

  group = gtk_widget_get_ancestor (spin, ADW_TYPE_PREFERENCES_GROUP);
  reset = gui_find (group, GTK_TYPE_BUTTON, "flat");
  g_assert_true (gtk_widget_get_visible (reset));
  g_signal_emit_by_name (reset, "clicked");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpstr (vb_key_figure_get_value (find_card (view, "deviation")), ==, "−377");
  g_assert_false (gtk_widget_get_visible (reset));
  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpstr (vb_key_figure_get_value (find_card (view, "deviation")), ==, "+143");
  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), ==, 2026);
  g_assert_false (vb_document_get_modified (document));
}

/* A region that has planned nothing has nothing to be behind, until somebody draws a line. */
static void
check_no_plan (Fixture *self)
{
  GtkWidget *view = open_view (self, "Years", VB_TYPE_NEED_YEARS_VIEW);
  GtkWidget *group = gui_find (view, VB_TYPE_PLAN_GROUP, NULL);
  GtkWidget *draw =
      gtk_widget_get_ancestor (gui_find_text (group, "_Draw a Straight Line"), GTK_TYPE_BUTTON);
  VbKeyFigure *card = find_card (view, "deviation");
  g_auto (GStrv) row = NULL;

  g_assert_cmpstr (vb_key_figure_get_value (card), ==, "–");
  g_assert_cmpstr (vb_key_figure_get_sub (card), ==, "no plan");
  g_signal_emit_by_name (draw, "clicked");
  gui_app_wait_until_idle (self->window);
  g_assert_false (gtk_widget_get_visible (draw));
  row = get_row (view, "2025");
  g_assert_cmpstr (row[9], !=, "–");
  g_clear_pointer (&row, g_strfreev);
  /* What will be needed stands beside the reference number that was decided for it. */
  row = get_row (view, "2030");
  g_assert_cmpstr (row[1], ==, "population alone");
  g_assert_cmpstr (row[2], ==, "429");
  g_assert_cmpstr (row[6], ==, "420");
  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_true (gtk_widget_get_visible (draw));
  g_assert_cmpstr (vb_key_figure_get_value (card), ==, "–");
}

static void
test_years (Fixture *self, gconstpointer data)
{
  check_no_plan (self);
  check_national (self);
  check_line (self);
  check_scenario (self);
}

/* On a phone nothing is cut, and the window is no wider than it. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *title;
    GType (*get_type) (void);
  } views[] = { { "Years", vb_need_years_view_get_type },
                { "Sister units", vb_need_sisters_view_get_type } };

  self->window = gui_app_open_window (self->application, 360, 780);
  gui_app_open_example (self->window);
  gui_app_show_page (self->window, "need");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *view = open_view (self, views[i].title, views[i].get_type ());

      gui_assert_not_clipped (view);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->window)), <=, 370);
    }
}

/* ---- reference numbers ------------------------------------------------------------------------
 */

static GtkWidget *
find_row_by_text (GtkWidget *list, const char *text)
{
  GtkWidget *label = gui_find_text (list, text);

  return label != NULL ? gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW) : NULL;
}

static GtkWidget *
get_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  gui_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (VB_IS_REFERENCE_DIALOG (window))
        return window; /* GTK keeps it */
    }
  g_assert_not_reached ();
}

/* The field of this title. */
static GtkWidget *
find_field (GtkWidget *root, const char *title)
{
  if (ADW_IS_ENTRY_ROW (root)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_field (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type (GtkWidget *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_field (dialog, title)), text);
}

static void
save (Fixture *self, GtkWidget *dialog)
{
  g_signal_emit_by_name (gui_find (dialog, GTK_TYPE_BUTTON, "suggested-action"), "clicked");
  gui_app_wait_until_idle (self->window);
}

static void
test_references (Fixture *self, gconstpointer data)
{
  GtkWidget *view = open_view (self, "Years", VB_TYPE_NEED_YEARS_VIEW);
  GtkWidget *list = gui_find (view, VB_TYPE_REFERENCE_LIST, NULL);
  VbKeyFigure *card = find_card (view, "reference_beds");
  GtkWidget *dialog, *row;

  g_assert_cmpstr (vb_key_figure_get_value (card), ==, "408");
  g_assert_nonnull (gui_find_text (list, "408 beds from 1 Jan 2025"));

  /* Add one. */
  g_signal_emit_by_name (gui_find (list, GTK_TYPE_BUTTON, NULL), "clicked");
  dialog = get_dialog ();
  gui_assert_all_named (dialog);
  type (dialog, "Beds", "much");
  type (dialog, "In force from, as 2026-10-31", "2026-01-01");
  type (dialog, "Decided by whom, and when", "the board");
  save (self, dialog);
  g_assert_nonnull (gui_find_text (dialog, "A reference number is a number of beds, 0 or more"));
  type (dialog, "Beds", "415");
  save (self, dialog);
  g_assert_cmpstr (vb_key_figure_get_value (card), ==, "415");
  g_assert_nonnull (gui_find_text (list, "the board"));
  press (view, "reference_beds");
  g_assert_cmpstr (vb_source_card_get_title (get_card (view)), ==, "Where does 415 come from?");

  /* Another day is the same number still: one step to undo. */
  row = find_row_by_text (list, "415 beds from 1 Jan 2026");
  g_signal_emit_by_name (row, "activated");
  dialog = get_dialog ();
  type (dialog, "In force from, as 2026-10-31", "2027-01-01");
  save (self, dialog);
  g_assert_cmpstr (vb_key_figure_get_value (card), ==, "408");
  g_assert_nonnull (gui_find_text (list, "415 beds from 1 Jan 2027"));
  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpstr (vb_key_figure_get_value (card), ==, "415");
  g_assert_nonnull (gui_find_text (list, "415 beds from 1 Jan 2026"));
  g_assert_null (gui_find_text (list, "415 beds from 1 Jan 2027"));

  /* And away with it. */
  row = find_row_by_text (list, "415 beds from 1 Jan 2026");
  g_signal_emit_by_name (gui_find (row, GTK_TYPE_BUTTON, NULL), "clicked");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpstr (vb_key_figure_get_value (card), ==, "408");
  g_assert_null (gui_find_text (list, "the board"));
}

/* ---- sister units -----------------------------------------------------------------------------
 */

/* The regions are ranked by a published rate of one decimal, which leaves the rank open. */
static void
check_rates (Fixture *self)
{
  GtkWidget *view;
  g_auto (GStrv) row = NULL;
  VbDrawing *drawing;

  gui_app_choose_unit (self->window, "Uppsala");
  view = open_view (self, "Sister units", VB_TYPE_NEED_SISTERS_VIEW);
  row = get_row (view, "Uppsala");
  g_assert_nonnull (strchr (row[1], '('));
  g_assert_cmpstr (row[2], ==, "775 ± 20");
  g_assert_cmpstr (row[3], ==, "1.90 ± 0.05");
  g_assert_cmpstr (vb_key_figure_get_word (find_card (view, "rank")), ==, "of 21");
  drawing = vb_chart_get_drawing (VB_CHART (gui_find (view, VB_TYPE_CHART, NULL)));
  g_assert_nonnull (strstr (vb_drawing_get_subtitle (drawing), "whiskers: rounding"));

  press (view, "available_beds");
  g_assert_cmpstr (vb_source_card_get_numbers (get_card (view)), ==,
                   "1.9 × 408,000 ÷ 1,000 = 775 (755–796)");
  gui_app_assert_explained (self->window, view, 6);
}

/* Hospitals are ranked by their gap; a row that is entered becomes the unit. */
static void
check_hospitals (Fixture *self)
{
  GtkWidget *view = open_view (self, "Sister units", VB_TYPE_NEED_SISTERS_VIEW);
  GtkWidget *table =
      gui_find (gui_find (view, VB_TYPE_FIGURE_TABLE, NULL), GTK_TYPE_COLUMN_VIEW, NULL);
  g_auto (GStrv) lines = get_lines (view);

  g_assert_true (g_str_has_prefix (lines[1], "Centralsjukhuset\t1\t"));
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_signal_emit_by_name (table, "activate", 0u);
  gui_app_wait_until_idle (self->window);
  g_assert_cmpstr (vb_unit_get_name (vb_session_get_unit (vb_window_get_session (self->window))),
                   ==, "Centralsjukhuset");
  g_assert_cmpstr (vb_key_figure_get_value (find_card (view, "rank")), ==, "1");
}

static void
test_sisters (Fixture *self, gconstpointer data)
{
  check_hospitals (self);
  check_rates (self);
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/views/need-views/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("years", test_years);
  ADD ("narrow", test_narrow);
  ADD ("references", test_references);
  ADD ("sisters", test_sisters);
#undef ADD

  return g_test_run ();
}
