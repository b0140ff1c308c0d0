/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of occupancy and risk on a ward of the example. */
#include "gui-app.h"

#include "vb-assumption-row.h"
#include "vb-chart-canvas.h"
#include "vb-pooling-table.h"
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
test_accepted_risk (Fixture *self, gconstpointer data)
{
  double target = gui_app_get_number (self->window, "recommended_target");
  double risk = gui_app_get_number (self->window, "risk");

  press_keys (self, "Accepted risk", GTK_SCROLL_STEP_RIGHT, 10);
  g_assert_cmpfloat (gui_app_get_number (self->window, "recommended_target"), >, target);
  g_assert_cmpfloat (gui_app_get_number (self->window, "risk"), ==, risk);
  g_assert_nonnull (strstr (
      vb_key_figure_get_sub (gui_app_get_figure (self->window, "recommended_target")), "20%"));
}

/* More variation at the same mean takes a lower target. */
static void
test_variation (Fixture *self, gconstpointer data)
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
test_pool (Fixture *self, gconstpointer data)
{
  GtkWidget *row = gui_app_get_row (self->window, "Share beds with");
  g_auto (GStrv) before = dup_table_lines (self);
  g_auto (GStrv) after = NULL;
  guint n = g_strv_length (before);
  GtkWidget *check;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gui_settle ();
  check = gui_find (row, GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_cmpuint (n, >=, 4); /* titles, two wards, the pool */
  g_assert_true (g_str_has_prefix (before[1], "Medicin 1\t"));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  gui_settle ();

  after = dup_table_lines (self);
  g_assert_cmpuint (g_strv_length (after), ==, n - 1);
  g_assert_cmpstr (after[1], ==, before[1]);
  g_assert_cmpstr (after[n - 2], !=, before[n - 1]);
}

/* However the wards are sorted, the pool stays below them. */
static void
test_sort (Fixture *self, gconstpointer data)
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
  g_assert_cmpstr (after[n - 1], ==, before[n - 1]);
  for (guint i = 1; i + 2 < n; i++)
    {
      g_auto (GStrv) cells = g_strsplit (after[i], "\t", -1);
      g_auto (GStrv) next = g_strsplit (after[i + 1], "\t", -1);

      g_assert_cmpint (g_utf8_collate (cells[0], next[0]), >, 0);
    }
}

static void
test_explanation (Fixture *self, gconstpointer data)
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

static void
test_missing (Fixture *self, gconstpointer data)
{
  static const char *const figures[] = { "mean_census", "available_beds", "risk",
                                         "recommended_target" };
  VbPeriod period = { VB_GRAIN_YEAR, vb_day_from_ymd (2015, 1, 1) };

  vb_session_set_period (vb_window_get_session (self->window), period);
  gui_app_wait_until_idle (self->window);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    g_assert_cmpstr (vb_key_figure_get_value (gui_app_get_figure (self->window, figures[i])), ==,
                     "–");
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/views/occupancy-page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("accepted-risk", test_accepted_risk);
  ADD ("variation", test_variation);
  ADD ("drag-point", test_drag_point);
  ADD ("pool", test_pool);
  ADD ("sort", test_sort);
  ADD ("explanation", test_explanation);
  ADD ("missing", test_missing);
#undef ADD

  return g_test_run ();
}
