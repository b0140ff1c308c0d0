/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of occupancy and risk on a ward of the example. */
#include "gui-app.h"

#include "vb-advice-row.h"
#include "vb-assumption-row.h"
#include "vb-chart.h"
#include "vb-chart-canvas.h"
#include "vb-document-scenarios.h"
#include "vb-empty-state.h"
#include "vb-figure-table.h"
#include "vb-pooling-table.h"
#include "vb-roll-up-tree.h"
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
  gui_app_show_page (self->window, "occupancy");
  gui_app_choose_unit (self->window, "Medicin 1");
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

static gboolean
is_at_rest (gpointer user_data)
{
  return !vb_assumption_row_get_dragging (user_data);
}

static void
press_keys (Fixture *self, const char *title, GtkScrollType key, guint steps)
{
  GtkWidget *row = gui_app_get_row (self->window, title);
  GtkWidget *scale = gui_find (row, GTK_TYPE_SCALE, NULL);

  gtk_widget_grab_focus (scale);
  for (guint i = 0; i < steps; i++)
    g_signal_emit_by_name (scale, "move-slider", key);
  gui_wait_until (is_at_rest, row);
  gui_app_wait_until_idle (self->window);
}

static char **
dup_table_lines (Fixture *self)
{
  g_autofree char *text =
      vb_pooling_table_dup_text (VB_POOLING_TABLE (find_part (self, VB_TYPE_POOLING_TABLE)));

  return g_strsplit (g_strchomp (text), "\n", -1);
}

/* Who accepts more risk needs fewer beds, and may fill them more. */
static void
check_accepted_risk (Fixture *self)
{
  double target = gui_app_get_number (self->window, "recommended_target");
  double risk = gui_app_get_number (self->window, "risk");

  press_keys (self, "Accepted risk", GTK_SCROLL_STEP_RIGHT, 10);
  g_assert_cmpfloat (gui_app_get_number (self->window, "recommended_target"), >, target);
  g_assert_cmpfloat (gui_app_get_number (self->window, "risk"), ==, risk);
  g_assert_nonnull (strstr (
      vb_key_figure_get_sub (gui_app_get_figure (self->window, "recommended_target")), "15%"));
  /* The variation before, and the risk: a step each, and the document's. */
  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpfloat (gui_app_get_number (self->window, "recommended_target"), ==, target);
  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpfloat (gui_app_get_number (self->window, "recommended_target"), >, target);
  g_assert_false (vb_document_get_modified (vb_window_get_document (self->window)));
}

/* More variation at the same mean takes a lower target. */
static void
check_variation (Fixture *self)
{
  double target = gui_app_get_number (self->window, "recommended_target");

  press_keys (self, "Variation", GTK_SCROLL_STEP_RIGHT, 5);
  g_assert_cmpfloat (gui_app_get_number (self->window, "recommended_target"), <, target);
}

/* The point on the curve is dragged; its target is the document's, in one step of undo. */
static void
test_drag_point (Fixture *self, gconstpointer data)
{
  GtkWidget *canvas = find_part (self, VB_TYPE_CHART_CANVAS);
  VbDocument *document = vb_window_get_document (self->window);
  VbAssumptionRow *row = VB_ASSUMPTION_ROW (gui_app_get_row (self->window, "Target occupancy"));
  double before = vb_assumption_row_get_value (row);

  g_signal_emit_by_name (canvas, "point-drag-begin");
  g_signal_emit_by_name (canvas, "point-dragged", 0.84);
  g_signal_emit_by_name (canvas, "point-dragged", 0.82);
  g_signal_emit_by_name (canvas, "point-drag-end");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpfloat_with_epsilon (vb_assumption_row_get_value (row), 0.82, 1e-9);

  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpfloat_with_epsilon (vb_assumption_row_get_value (row), before, 1e-9);
  g_assert_false (vb_document_get_modified (document));
}

/* One ward less in the pool is one row less, and other beds for all together. */
static void
check_pool (Fixture *self)
{
  GtkWidget *row = gui_app_get_row (self->window, "Share beds with");
  g_auto (GStrv) before = dup_table_lines (self);
  g_auto (GStrv) after = NULL;
  guint n = g_strv_length (before);
  GtkWidget *check;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gui_settle ();
  check = gui_find (row, GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_cmpuint (n, >=, 4); /* titles, the pool, two wards */
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  gui_app_wait_until_idle (self->window);

  after = dup_table_lines (self);
  g_assert_cmpuint (g_strv_length (after), ==, n - 1);
  g_assert_cmpstr (after[1], !=, before[1]);
  g_assert_cmpstr (after[2], ==, before[2]);
}

/* However the wards are sorted, the pool stays above them. */
static void
check_sort (Fixture *self)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (
      gui_find (find_part (self, VB_TYPE_POOLING_TABLE), GTK_TYPE_COLUMN_VIEW, NULL));
  g_autoptr (GtkColumnViewColumn) name =
      g_list_model_get_item (gtk_column_view_get_columns (view), 0);
  g_auto (GStrv) before = dup_table_lines (self);
  g_auto (GStrv) after = NULL;
  guint n = g_strv_length (before);

  gtk_column_view_sort_by_column (view, name, GTK_SORT_DESCENDING);
  gui_settle ();
  after = dup_table_lines (self);
  g_assert_cmpuint (g_strv_length (after), ==, n);
  g_assert_cmpstr (after[1], ==, before[1]);
  for (guint i = 2; i + 1 < n; i++)
    {
      g_auto (GStrv) cells = g_strsplit (after[i], "\t", -1);
      g_auto (GStrv) next = g_strsplit (after[i + 1], "\t", -1);

      g_assert_cmpint (g_utf8_collate (cells[0], next[0]), >, 0);
    }
}

/* A row of the table says where its target comes from: a unit's, and that of all of them. */
static void
check_pool_explained (Fixture *self)
{
  VbSourceCard *card = VB_SOURCE_CARD (find_part (self, VB_TYPE_SOURCE_CARD));
  GtkColumnView *view = GTK_COLUMN_VIEW (
      gui_find (find_part (self, VB_TYPE_POOLING_TABLE), GTK_TYPE_COLUMN_VIEW, NULL));
  GtkSelectionModel *rows = gtk_column_view_get_model (view);

  gtk_selection_model_select_item (rows, 0, TRUE);
  g_assert_true (g_str_has_prefix (vb_source_card_get_formula (card), "Target if shared ="));
  gtk_selection_model_select_item (rows, 1, TRUE);
  g_assert_true (g_str_has_prefix (vb_source_card_get_formula (card), "Recommended target ="));
}

static void
check_explanation (Fixture *self)
{
  VbSourceCard *card = VB_SOURCE_CARD (find_part (self, VB_TYPE_SOURCE_CARD));
  VbKeyFigure *target = gui_app_get_figure (self->window, "recommended_target");
  g_autofree char *title =
      g_strdup_printf ("Where does %s come from?", vb_key_figure_get_value (target));

  g_assert_true (g_str_has_prefix (vb_source_card_get_formula (card), "Risk ="));
  g_signal_emit_by_name (target, "clicked");
  gui_settle ();
  g_assert_cmpstr (vb_source_card_get_title (card), ==, title);
  g_assert_true (g_str_has_prefix (vb_source_card_get_formula (card), "Recommended target ="));
}

/* What is recommended becomes the unit's target, until it is undone. */
static void
test_use (Fixture *self, gconstpointer data)
{
  VbAssumptionRow *row = VB_ASSUMPTION_ROW (gui_app_get_row (self->window, "Target occupancy"));
  double before = vb_assumption_row_get_value (row);
  double recommended = gui_app_get_number (self->window, "recommended_target");
  GtkWidget *use =
      gui_find (gui_app_get_row (self->window, "Recommended target"), GTK_TYPE_BUTTON, NULL);

  g_assert_cmpfloat (recommended / 100, !=, before);
  g_signal_emit_by_name (use, "clicked");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpfloat_with_epsilon (vb_assumption_row_get_value (row), recommended / 100, 1e-9);

  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpfloat_with_epsilon (vb_assumption_row_get_value (row), before, 1e-9);
  g_assert_false (vb_document_get_modified (vb_window_get_document (self->window)));
}

static VbAdviceRow *
find_advice (Fixture *self, const char *figure)
{
  VbFigureTable *table = VB_FIGURE_TABLE (find_part (self, VB_TYPE_FIGURE_TABLE));
  GtkWidget *view = gui_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW, NULL);
  GtkSelectionModel *rows = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));

  for (guint i = 0;; i++)
    {
      VbAdviceRow *row;

      gtk_selection_model_select_item (rows, i, TRUE);
      row = vb_figure_table_get_selected (table);
      g_assert_nonnull (row);
      if (g_strcmp0 (vb_advice_row_get_figure (row), figure) == 0)
        return row;
    }
}

/* Measured, usual and in use are all told; the reader's own stands before them, until it is taken
 * back. */
static void
check_advice (Fixture *self)
{
  GtkWidget *row = gui_app_get_row (self->window, "Variation");
  VbSourceCard *card = VB_SOURCE_CARD (find_part (self, VB_TYPE_SOURCE_CARD));
  VbAdviceRow *variation = find_advice (self, "variation");
  guint n_inputs = vb_source_card_get_n_inputs (card);

  g_assert_true (g_str_has_prefix (vb_source_card_get_formula (card), "Variation ="));
  g_assert_nonnull (vb_advice_row_get_own (variation));
  g_assert_nonnull (vb_advice_row_get_usual (variation));
  g_assert_true (
      g_str_has_prefix (vb_assumption_row_get_caption (VB_ASSUMPTION_ROW (row)), "measured "));
  g_assert_false (vb_assumption_row_get_resettable (VB_ASSUMPTION_ROW (row)));

  press_keys (self, "Variation", GTK_SCROLL_STEP_RIGHT, 5);
  g_assert_true (
      g_str_has_prefix (vb_assumption_row_get_caption (VB_ASSUMPTION_ROW (row)), "set by hand"));
  g_assert_cmpstr (vb_advice_row_get_used (find_advice (self, "variation")), ==, "1.00");
  g_assert_cmpuint (vb_source_card_get_n_inputs (card), ==, n_inputs + 1);
  g_signal_emit_by_name (row, "reset");
  gui_app_wait_until_idle (self->window);
  g_assert_true (
      g_str_has_prefix (vb_assumption_row_get_caption (VB_ASSUMPTION_ROW (row)), "measured "));
  g_assert_cmpstr (vb_advice_row_get_own (find_advice (self, "acute_share")), ==, "95%");
}

static void
show_view (Fixture *self, const char *label)
{
  GtkWidget *button = gui_find_text (GTK_WIDGET (vb_window_get_page (self->window)), label);

  if (!GTK_IS_TOGGLE_BUTTON (button))
    button = gtk_widget_get_ancestor (button, GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gui_app_wait_until_idle (self->window);
}

static VbChart *
find_chart (GtkWidget *root, const char *title)
{
  if (VB_IS_CHART (root) && vb_chart_get_drawing (VB_CHART (root)) != NULL
      && g_str_has_prefix (vb_drawing_get_title (vb_chart_get_drawing (VB_CHART (root))), title))
    return VB_CHART (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      VbChart *found = find_chart (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The ward, its hospital and its region, each at 95, 90, its own 88 and 85 per cent. */
static void
check_cost (Fixture *self)
{
  VbChart *chart;
  VbDrawing *drawing;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  VbSourceCard *card = VB_SOURCE_CARD (find_part (self, VB_TYPE_SOURCE_CARD));

  show_view (self, "What Targets Cost");
  chart = find_chart (GTK_WIDGET (vb_window_get_page (self->window)), "What does a target");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (chart)));
  drawing = vb_chart_get_drawing (chart);
  g_assert_cmpuint (vb_drawing_get_n_rows (drawing), ==, 12);
  first = vb_drawing_dup_cell (drawing, 0, 0);
  last = vb_drawing_dup_cell (drawing, 11, 0);
  g_assert_cmpstr (first, ==, "Medicin 1");
  g_assert_cmpstr (last, ==, "Region Exempel (påhittad)");
  /* A lower target takes more beds and less risk. */
  g_assert_cmpfloat (vb_drawing_get_number (drawing, 3, 2), >,
                     vb_drawing_get_number (drawing, 0, 2));
  g_assert_cmpfloat (vb_drawing_get_number (drawing, 3, 4), <,
                     vb_drawing_get_number (drawing, 0, 4));

  g_signal_emit_by_name (chart, "cell-activated", 0, 4);
  g_assert_true (g_str_has_prefix (vb_source_card_get_formula (card), "Beds needed ="));
  g_assert_cmpuint (vb_source_card_get_n_inputs (card), ==, 7);
}

/* The whole is the ratio of sums; what its wards' mean is, is told beside it. */
static void
check_whole (Fixture *self)
{
  VbRollUpTree *tree = VB_ROLL_UP_TREE (find_part (self, VB_TYPE_ROLL_UP_TREE));
  VbSourceCard *card = VB_SOURCE_CARD (find_part (self, VB_TYPE_SOURCE_CARD));
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  VbChart *chart;

  show_view (self, "Units and the Whole");
  gui_assert_all_named (GTK_WIDGET (vb_window_get_page (self->window)));
  chart = find_chart (GTK_WIDGET (vb_window_get_page (self->window)), "Why is the target of Cent");
  g_assert_nonnull (chart);
  text = vb_roll_up_tree_dup_text (tree);
  lines = g_strsplit (text, "\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "Unit\tUnits\t"));
  g_assert_true (g_str_has_prefix (lines[1], "Centralsjukhuset\t12\t"));

  g_signal_emit_by_name (chart, "cell-activated", 0, 0);
  g_assert_true (g_str_has_prefix (vb_source_card_get_formula (card), "Recommended target ="));
  gui_app_choose_unit (self->window, "Region Exempel (påhittad)");
  g_assert_true (g_str_has_prefix (
      vb_key_figure_get_sub (gui_app_get_figure (self->window, "risk")), "mean of "));
  g_signal_emit_by_name (gui_app_get_figure (self->window, "recommended_target"), "clicked");
  gui_settle ();
  g_assert_true (g_str_has_prefix (vb_source_card_get_formula (card), "Target of the whole ="));
}

/* Each care type has its proposal; a change of a ward's is the ward's, one of the hospital's holds
 * for its wards. */
static void
check_care_risks (Fixture *self)
{
  double before;
  GtkWidget *row;

  gui_app_choose_unit (self->window, "IVA");
  row = gui_app_get_row (self->window, "Accepted risk");
  g_assert_cmpfloat_with_epsilon (vb_assumption_row_get_value (VB_ASSUMPTION_ROW (row)), 0.01,
                                  1e-9);
  before = gui_app_get_number (self->window, "recommended_target");
  press_keys (self, "Accepted risk", GTK_SCROLL_STEP_RIGHT, 9);
  g_assert_cmpfloat (gui_app_get_number (self->window, "recommended_target"), >, before);
  g_assert_nonnull (strstr (vb_assumption_row_get_caption (VB_ASSUMPTION_ROW (row)), "1%"));
  gui_app_choose_unit (self->window, "Medicin 1");
  g_assert_cmpfloat_with_epsilon (vb_assumption_row_get_value (VB_ASSUMPTION_ROW (row)), 0.05,
                                  1e-9);

  gui_app_choose_unit (self->window, "Centralsjukhuset");
  press_keys (self, "Accepted risk", GTK_SCROLL_STEP_RIGHT, 3);
  gui_app_choose_unit (self->window, "Medicin 1");
  g_assert_cmpfloat_with_epsilon (vb_assumption_row_get_value (VB_ASSUMPTION_ROW (row)), 0.08,
                                  1e-9);
  g_assert_nonnull (strstr (vb_assumption_row_get_caption (VB_ASSUMPTION_ROW (row)),
                            "inherited from Centralsjukhuset"));
  gui_app_assert_explained (self->window, GTK_WIDGET (vb_window_get_page (self->window)), 10);
}

/* The target of the chosen scenario stands beside the unit's own, and on the curve. */
static void
test_scenario (Fixture *self, gconstpointer data)
{
  VbDocument *document = vb_window_get_document (self->window);
  VbSession *session = vb_window_get_session (self->window);
  const VbScenarioYear years[] = {
    { .side = VB_BALANCE_SIDE_NEED, .year = 2025, .beds = 420 },
    { .side = VB_BALANCE_SIDE_CAPACITY, .year = 2025, .beds = 400 },
  };
  VbScenarioFacts facts = {
    .name = { .sv = (char *) "Fyllda", .en = (char *) "Fuller" },
    .unit_id = vb_unit_get_id (vb_session_get_unit (session)),
    .group = VB_CARE_GROUP_SOMATIC,
    .first_year = 2025,
    .last_year = 2025,
    .target_occupancy = 0.95,
    .n_draws = 1000,
  };
  g_autoptr (GError) error = NULL;
  gint64 id = vb_document_add_scenario (document, &facts, years, G_N_ELEMENTS (years), &error);
  VbChart *chart =
      find_chart (GTK_WIDGET (vb_window_get_page (self->window)), "The target decides");
  g_autofree char *description = NULL;

  g_assert_no_error (error);
  vb_session_set_scenario (session, vb_document_get_scenario (document, id));
  gui_app_wait_until_idle (self->window);
  g_assert_true (g_str_has_prefix (
      adw_action_row_get_subtitle (ADW_ACTION_ROW (gui_app_get_row (self->window, "Fuller"))),
      "95%, "));
  description = vb_drawing_dup_description (vb_chart_get_drawing (chart));
  g_assert_nonnull (strstr (description, "scenario 95%"));

  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_null (vb_session_get_scenario (session));
  g_assert_false (gtk_widget_get_visible (gui_app_get_row (self->window, "Fuller")));
}

static GtkWidget *
find_step (Fixture *self)
{
  GtkWidget *page = GTK_WIDGET (vb_window_get_page (self->window));
  GtkWidget *state = gui_find (page, VB_TYPE_EMPTY_STATE, NULL);

  g_assert_true (gtk_widget_get_mapped (state));
  return gui_find (state, GTK_TYPE_BUTTON, NULL);
}

/* Where nothing is known there is one step to where something is: another period, or a unit. */
static void
check_missing (Fixture *self)
{
  VbSession *session = vb_window_get_session (self->window);
  VbPeriod period = { VB_GRAIN_YEAR, vb_day_from_ymd (2015, 1, 1) };

  vb_session_set_period (session, period);
  gui_app_wait_until_idle (self->window);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_step (self))), ==, "_Show 2021");
  g_signal_emit_by_name (find_step (self), "clicked");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpint (vb_session_get_period (session).start, ==, vb_day_from_ymd (2021, 1, 1));
  g_assert_cmpfloat (gui_app_get_number (self->window, "mean_census"), >, 0);

  gui_app_choose_unit (self->window, "Riket");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_step (self))), ==,
                   "_Show Region Exempel (påhittad)");
  g_signal_emit_by_name (find_step (self), "clicked");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpstr (vb_unit_get_name (vb_session_get_unit (session)), ==,
                   "Region Exempel (påhittad)");
  g_assert_cmpfloat (gui_app_get_number (self->window, "mean_census"), >, 0);

  /* A year to come is as the scenario tells of it. */
  vb_session_set_scenario (
      session,
      vb_document_find_scenario (vb_window_get_document (self->window), "region-balance", NULL));
  period.start = vb_day_from_ymd (2030, 1, 1);
  vb_session_set_period (session, period);
  gui_app_wait_until_idle (self->window);
  g_assert_cmpfloat_with_epsilon (gui_app_get_number (self->window, "available_beds"), 413, 0.5);
  g_assert_cmpfloat_with_epsilon (gui_app_get_number (self->window, "mean_census"), 408.2 * 0.9,
                                  0.6);
}

/* A window of the example takes a second to open: what leaves no trace shares one. */
static void
test_assumptions (Fixture *self, gconstpointer data)
{
  check_explanation (self);
  check_variation (self);
  check_accepted_risk (self);
  check_missing (self);
}

static void
test_advice (Fixture *self, gconstpointer data)
{
  check_advice (self);
  check_care_risks (self);
}

static void
test_pool (Fixture *self, gconstpointer data)
{
  show_view (self, "Shared Beds");
  check_sort (self);
  check_pool_explained (self);
  check_pool (self);
}

static void
test_views (Fixture *self, gconstpointer data)
{
  check_cost (self);
  check_whole (self);
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/views/occupancy-page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("assumptions", test_assumptions);
  ADD ("advice", test_advice);
  ADD ("drag-point", test_drag_point);
  ADD ("use", test_use);
  ADD ("scenario", test_scenario);
  ADD ("pool", test_pool);
  ADD ("views", test_views);
#undef ADD

  return g_test_run ();
}
