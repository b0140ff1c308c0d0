/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of need and gap on the example: what a planner does with it, and what it then says. */
#include "gui-app.h"

#include <string.h>

#include "vb-assumption-row.h"
#include "vb-balance-figures.h"
#include "vb-chart-canvas.h"
#include "vb-chart.h"
#include "vb-document-scenarios.h"
#include "vb-glossary-card.h"
#include "vb-need-tree.h"
#include "vb-number.h"
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

/* What the arrow keys do on the slider of the row, @steps times. */
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

static void
assert_explained (Fixture *self, const char *value)
{
  VbSourceCard *card = VB_SOURCE_CARD (find_part (self, VB_TYPE_SOURCE_CARD));
  g_autofree char *title = g_strdup_printf ("Where does %s come from?", value);

  g_assert_cmpstr (vb_source_card_get_title (card), ==, title);
  g_assert_cmpuint (vb_source_card_get_n_inputs (card), >, 0);
}

/* Sign and word agree, and the gap is what need and available beds leave. */
static void
test_figures (Fixture *self, gconstpointer data)
{
  VbKeyFigure *gap = gui_app_get_figure (self->window, "gap_beds");
  double need = gui_app_get_number (self->window, "need_beds");
  double available = gui_app_get_number (self->window, "available_beds");

  g_assert_cmpfloat_with_epsilon (gui_app_get_number (self->window, "gap_beds"), available - need,
                                  1.0);
  g_assert_true (g_str_has_prefix (vb_key_figure_get_value (gap), "−"));
  g_assert_cmpstr (vb_key_figure_get_word (gap), ==, "shortage");

  gui_app_choose_unit (self->window, "Södra lasarettet");
  g_assert_true (g_str_has_prefix (vb_key_figure_get_value (gap), "+"));
  g_assert_cmpstr (vb_key_figure_get_word (gap), ==, "surplus");
}

/* What is shown as 0 is no shortage, in colour as in words. */
static void
test_near_balance (Fixture *self, gconstpointer data)
{
  g_autoptr (VbBatch) batch = vb_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = vb_document_new (&error);
  guint hospital = vb_batch_add_unit (batch, VB_BATCH_ROOT, VB_UNIT_HOSPITAL, "Hospital", NULL);
  guint ward = vb_batch_add_unit (batch, (gint32) hospital, VB_UNIT_WARD, "Ward", NULL);
  VbDay first = vb_day_from_ymd (2024, 1, 1);
  VbNeedTree *tree;
  VbTaken taken;

  /* 8.0032 patients need 10.004 beds at 80 %. */
  for (VbDay day = first; day < first + 31; day++)
    {
      vb_batch_add_observation (batch, ward, VB_MEASURE_AVAILABLE_BEDS, VB_GRAIN_DAY, day, 10,
                                VB_PROVENANCE_REPORTED, 0);
      vb_batch_add_observation (batch, ward, VB_MEASURE_OCCUPIED_BEDS, VB_GRAIN_DAY, day, 8.0032,
                                VB_PROVENANCE_REPORTED, 0);
    }
  vb_batch_finish (batch);
  g_assert_true (vb_document_take_batch (document, batch, NULL, &taken, &error));
  g_assert_true (vb_document_set_default_target (document, 0.8, &error));
  g_assert_true (vb_document_start_afresh (document, NULL, &error));
  g_assert_no_error (error);
  self->window = gui_app_open_window (self->application, 1180, 780);
  vb_window_set_document (self->window, document);
  gui_app_show_page (self->window, "need");
  gui_app_wait_until_idle (self->window);
  tree = VB_NEED_TREE (find_part (self, VB_TYPE_NEED_TREE));
  g_assert_nonnull (gui_find_text (GTK_WIDGET (tree), "Ward"));
  g_assert_null (gui_find (GTK_WIDGET (tree), GTK_TYPE_LABEL, "shortage"));
  g_assert_cmpint (vb_balance_get_sign (-0.004), ==, 0);
  g_assert_cmpint (vb_balance_get_sign (-0.04), ==, -1);
}

static void
test_target (Fixture *self, gconstpointer data)
{
  VbDocument *document = vb_window_get_document (self->window);
  VbAssumptionRow *row;
  double need, target;

  gui_app_choose_unit (self->window, "Medicin 1");
  row = VB_ASSUMPTION_ROW (gui_app_get_row (self->window, "Target occupancy"));
  target = vb_assumption_row_get_value (row);
  need = gui_app_get_number (self->window, "need_beds");
  g_assert_false (vb_document_get_modified (document));

  /* A lower target takes more beds. Three steps are one change. */
  press_keys (self, "Target occupancy", GTK_SCROLL_STEP_LEFT, 3);
  g_assert_cmpfloat_with_epsilon (vb_assumption_row_get_value (row), target - 0.03, 1e-9);
  g_assert_cmpfloat_with_epsilon (gui_app_get_number (self->window, "need_beds"),
                                  need * target / (target - 0.03), 0.1);
  g_assert_true (vb_assumption_row_get_resettable (row));
  g_assert_nonnull (gui_find_text (GTK_WIDGET (row), "set by hand for this unit"));
  assert_explained (self, vb_key_figure_get_value (gui_app_get_figure (self->window, "need_beds")));

  gui_app_activate (self->window, "win.undo");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpfloat_with_epsilon (vb_assumption_row_get_value (row), target, 1e-9);
  g_assert_cmpfloat_with_epsilon (gui_app_get_number (self->window, "need_beds"), need, 1e-9);
  g_assert_false (vb_document_get_modified (document));
}

/* Each row shows what would be copied from it. */
static void
assert_rows_are_filled (Fixture *self)
{
  VbNeedTree *tree = VB_NEED_TREE (find_part (self, VB_TYPE_NEED_TREE));
  g_autofree char *text = vb_need_tree_dup_text (tree);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 1; *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      for (guint column = 0; cells[column] != NULL; column++)
        g_assert_nonnull (gui_find_text (GTK_WIDGET (tree), cells[column]));
    }
}

static void
test_hidden_demand (Fixture *self, gconstpointer data)
{
  double need = gui_app_get_number (self->window, "need_beds");

  press_keys (self, "Hidden demand", GTK_SCROLL_STEP_RIGHT, 5);
  g_assert_cmpfloat_with_epsilon (
      vb_document_get_hidden_demand (vb_window_get_document (self->window)), 0.05, 1e-9);
  g_assert_cmpfloat_with_epsilon (gui_app_get_number (self->window, "need_beds"), need * 1.05, 1.0);
  gui_settle ();
  assert_rows_are_filled (self);
}

static void
test_care_group (Fixture *self, gconstpointer data)
{
  GtkWidget *row = gui_app_get_row (self->window, "Care group");
  VbChart *plot = VB_CHART (find_part (self, VB_TYPE_CHART));
  double somatic = gui_app_get_number (self->window, "need_beds");

  g_assert_true (gtk_widget_get_mapped (row));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  gui_app_wait_until_idle (self->window);
  g_assert_cmpint (vb_session_get_care_group (vb_window_get_session (self->window)), ==,
                   VB_CARE_GROUP_ICU);
  g_assert_cmpfloat (gui_app_get_number (self->window, "need_beds"), <, somatic / 5);
  g_assert_nonnull (strstr (vb_drawing_get_subtitle (vb_chart_get_drawing (plot)),
                            vb_care_group_get_phrase (VB_CARE_GROUP_ICU)));

  /* A ward has one group, and nothing to choose. */
  gui_app_choose_unit (self->window, "Medicin 1");
  g_assert_false (gtk_widget_get_mapped (row));
}

static void
test_chart_point (Fixture *self, gconstpointer data)
{
  VbSession *session = vb_window_get_session (self->window);
  g_autofree char *before = NULL;

  before = vb_period_format (vb_session_get_period (session), FALSE);
  g_signal_emit_by_name (find_part (self, VB_TYPE_CHART_CANVAS), "cell-activated", 1u, 0u);
  gui_app_wait_until_idle (self->window);
  g_assert_cmpstr (before, ==, "2026");
  g_assert_cmpint (vb_session_get_period (session).start, ==, vb_day_from_ymd (2022, 1, 1));
}

/* A year that has two months of data is not drawn as if it had twelve. */
static void
test_partial_year (Fixture *self, gconstpointer data)
{
  VbChart *plot = VB_CHART (find_part (self, VB_TYPE_CHART));
  g_autofree char *words = vb_drawing_dup_description (vb_chart_get_drawing (plot));

  g_assert_nonnull (strstr (words, "only 17% of the days"));
}

static void
test_tree (Fixture *self, gconstpointer data)
{
  VbNeedTree *tree = VB_NEED_TREE (find_part (self, VB_TYPE_NEED_TREE));
  GtkWidget *view = gui_find (GTK_WIDGET (tree), GTK_TYPE_COLUMN_VIEW, NULL);
  g_autofree char *text = vb_need_tree_dup_text (tree);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) cells = g_strsplit (lines[1], "\t", -1);
  g_autoptr (GtkTreeListRow) row = NULL;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_TREE_GRID);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Need and gap by unit");
  g_assert_cmpstr (lines[0], ==, "Unit\tBed days\tAvailable\tOccupancy\tTarget\tNeed\tGap\tGap %");
  g_assert_cmpuint (g_strv_length (cells), ==, 8);
  g_assert_cmpstr (cells[5], ==,
                   vb_key_figure_get_value (gui_app_get_figure (self->window, "need_beds")));

  /* The row that is chosen is explained; the one that is activated becomes the unit. */
  gtk_single_selection_set_selected (
      GTK_SINGLE_SELECTION (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))), 1);
  gui_settle ();
  g_clear_pointer (&cells, g_strfreev);
  cells = g_strsplit (lines[2], "\t", -1);
  assert_explained (self, cells[5]);
  g_assert_null (vb_balance_figures_get_selected (
      VB_BALANCE_FIGURES (find_part (self, VB_TYPE_BALANCE_FIGURES))));
  gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
  g_assert_true (gui_press_shortcut (GTK_WIDGET (self->window), "<Control>Left"));
  gui_settle ();
  assert_explained (self, cells[4]);
  for (guint i = 0; i < 3; i++)
    g_assert_true (gui_press_shortcut (GTK_WIDGET (self->window), "<Control>Right"));
  gui_settle ();
  assert_explained (self, cells[7]);
  g_signal_emit_by_name (view, "activate", 1u);
  gui_app_wait_until_idle (self->window);
  g_assert_cmpstr (vb_unit_get_name (vb_session_get_unit (vb_window_get_session (self->window))),
                   ==, cells[0]);
  g_assert_cmpstr (vb_key_figure_get_value (gui_app_get_figure (self->window, "need_beds")), ==,
                   cells[5]);
}

/* A ward that gets units below it can be opened, and what was open stays so. */
static void
test_growth (Fixture *self, gconstpointer data)
{
  VbDocument *document = vb_window_get_document (self->window);
  VbNeedTree *tree = VB_NEED_TREE (find_part (self, VB_TYPE_NEED_TREE));
  GtkWidget *view = gui_find (GTK_WIDGET (tree), GTK_TYPE_COLUMN_VIEW, NULL);
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkTreeListRow) row = NULL;
  g_autofree char *text = NULL;

  gui_app_choose_unit (self->window, "Medicin 1");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  vb_document_add_unit (document,
                        vb_unit_get_id (vb_session_get_unit (vb_window_get_session (self->window))),
                        VB_UNIT_WARD, "Medicin 1 syd", NULL, &error);
  g_assert_no_error (error);
  gui_app_wait_until_idle (self->window);

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  row = g_list_model_get_item (rows, 0);
  g_assert_true (gtk_tree_list_row_get_expanded (row));
  text = vb_need_tree_dup_text (tree);
  g_assert_nonnull (strstr (text, "Medicin 1 syd"));
}

/* Titles and cells tell a screen reader what they are, and numbers' titles stand over them. */
static void
test_tree_names (Fixture *self, gconstpointer data)
{
  GtkWidget *view = gui_find (find_part (self, VB_TYPE_NEED_TREE), GTK_TYPE_COLUMN_VIEW, NULL);
  GtkWidget *header = gtk_widget_get_first_child (view);
  GtkWidget *need = gtk_widget_get_first_child (header);
  const char *value = vb_key_figure_get_value (gui_app_get_figure (self->window, "need_beds"));
  g_autofree char *name = g_strdup_printf ("Need: %s", value);
  GtkWidget *cell;

  for (guint i = 0; i < 5; i++)
    need = gtk_widget_get_next_sibling (need);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (need), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Need");
  g_assert_cmpint (gtk_widget_get_halign (gtk_widget_get_first_child (need)), ==, GTK_ALIGN_END);

  cell = gui_find_text (gtk_widget_get_next_sibling (header), value);
  g_assert_nonnull (cell);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_explanation (Fixture *self, gconstpointer data)
{
  VbKeyFigure *occupancy = gui_app_get_figure (self->window, "occupancy");

  assert_explained (self, vb_key_figure_get_value (gui_app_get_figure (self->window, "need_beds")));
  g_signal_emit_by_name (occupancy, "clicked");
  gui_settle ();
  assert_explained (self, vb_key_figure_get_value (occupancy));
}

/* A period without data shows dashes, never zeros. */
static void
test_missing (Fixture *self, gconstpointer data)
{
  static const char *const figures[] = { "need_beds", "available_beds", "gap_beds", "occupancy" };
  VbPeriod period = { VB_GRAIN_YEAR, vb_day_from_ymd (2015, 1, 1) };

  vb_session_set_period (vb_window_get_session (self->window), period);
  gui_app_wait_until_idle (self->window);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    g_assert_cmpstr (vb_key_figure_get_value (gui_app_get_figure (self->window, figures[i])), ==,
                     "–");
}

/* F1 on a key figure tells its term, and leads to it in the glossary. */
/* In its years a scenario's figures are shown, of the units below too, and told as its. */
static void
test_scenario (Fixture *self, gconstpointer data)
{
  VbSession *session = vb_window_get_session (self->window);
  GtkWidget *page = GTK_WIDGET (vb_window_get_page (self->window));
  VbNeedTree *tree = VB_NEED_TREE (gui_find (page, VB_TYPE_NEED_TREE, NULL));
  VbSourceCard *card = VB_SOURCE_CARD (gui_find (page, VB_TYPE_SOURCE_CARD, NULL));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  vb_session_set_scenario (
      session,
      vb_document_find_scenario (vb_window_get_document (self->window), "region-balance", &error));
  g_assert_no_error (error);
  vb_session_set_period (session, (VbPeriod){ VB_GRAIN_YEAR, vb_day_from_ymd (2029, 1, 1) });
  gui_app_wait_until_idle (self->window);
  text = vb_need_tree_dup_text (tree);
  g_assert_nonnull (strstr (text, "Region Exempel (påhittad)\t–\t406\t"));
  g_assert_nonnull (strstr (text, "Norra lasarettet\t–\t108\t"));
  g_assert_nonnull (strstr (vb_source_card_get_formula (card), "levers"));
}

static void
test_help_of_figure (Fixture *self, gconstpointer data)
{
  VbKeyFigure *figure = gui_app_get_figure (self->window, "need_beds");
  GtkWidget *dialog, *card;

  gtk_widget_grab_focus (GTK_WIDGET (figure));
  g_assert_true (gui_press_shortcut (GTK_WIDGET (self->window), "F1"));
  dialog = gui_app_wait_for_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "Capacity need");
  g_assert_nonnull (
      strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "<b>Unit:</b> beds"));

  gui_app_answer (dialog, "Open the _Glossary");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpstr (vb_page_get_page_id (vb_window_get_page (self->window)), ==, "glossary");
  card = find_part (self, VB_TYPE_GLOSSARY_CARD);
  g_assert_nonnull (gui_find_text (card, "capacity need"));
}

/* In a table, F1 tells what its columns mean; each leads to its term. */
static void
test_help_of_table (Fixture *self, gconstpointer data)
{
  GtkWidget *view = gui_find (find_part (self, VB_TYPE_NEED_TREE), GTK_TYPE_COLUMN_VIEW, NULL);
  GtkWidget *dialog, *row;

  gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
  g_assert_true (gui_press_shortcut (GTK_WIDGET (self->window), "F1"));
  dialog = gui_app_wait_for_dialog ();
  g_assert_nonnull (gui_find_text (dialog, "Bed days"));
  row = gtk_widget_get_ancestor (gui_find_text (dialog, "Target"), GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  gui_app_wait_until_idle (self->window);

  g_assert_cmpstr (vb_page_get_page_id (vb_window_get_page (self->window)), ==, "glossary");
  g_assert_nonnull (gui_find_text (find_part (self, VB_TYPE_GLOSSARY_CARD), "target occupancy"));
}

/* Elsewhere F1 tells about the page. */
static void
test_help_of_page (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  gtk_widget_grab_focus (gui_find (find_part (self, VB_TYPE_CHART), VB_TYPE_CHART_CANVAS, NULL));
  g_assert_true (gui_press_shortcut (GTK_WIDGET (self->window), "F1"));
  dialog = gui_app_wait_for_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "Need and Gap");
  gui_app_answer (dialog, "_Close");
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  VbWindow *window = gui_app_open_window (self->application, 1180, 780);

  gui_app_activate (window, "win.new-plan");
  gui_app_wait_until_idle (window);
  gui_app_show_page (window, "need");
  g_assert_nonnull (gui_find_text (GTK_WIDGET (vb_window_get_page (window)), "No Figures Yet"));
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/views/need-page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("figures", test_figures);
  ADD ("near-balance", test_near_balance);
  ADD ("target", test_target);
  ADD ("hidden-demand", test_hidden_demand);
  ADD ("care-group", test_care_group);
  ADD ("chart-point", test_chart_point);
  ADD ("partial-year", test_partial_year);
  ADD ("tree", test_tree);
  ADD ("growth", test_growth);
  ADD ("tree-names", test_tree_names);
  ADD ("explanation", test_explanation);
  ADD ("missing", test_missing);
  ADD ("scenario", test_scenario);
  ADD ("help-of-figure", test_help_of_figure);
  ADD ("help-of-table", test_help_of_table);
  ADD ("help-of-page", test_help_of_page);
  ADD ("empty", test_empty);
#undef ADD

  return g_test_run ();
}
