/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview on the example: what a planner is told on a Monday morning, and where it leads. */
#include "gui-app.h"

#include <string.h>

#include "vb-attention-row.h"
#include "vb-balance.h"
#include "vb-cell-map.h"
#include "vb-chart-canvas.h"
#include "vb-chart.h"
#include "vb-document-scenarios.h"
#include "vb-levels-grid.h"

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
  gui_app_show_page (self->window, "overview");
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

static GtkWidget *
find_chart (GtkWidget *root, GType drawing)
{
  if (VB_IS_CHART (root) && vb_chart_get_drawing (VB_CHART (root)) != NULL
      && g_type_is_a (G_OBJECT_TYPE (vb_chart_get_drawing (VB_CHART (root))), drawing))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_chart (child, drawing);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The first row that tells of a shortage: what was promised may stand before it. */
static GtkListBoxRow *
find_shortage (GtkListBox *list)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (vb_attention_get_kind (vb_attention_row_get (GTK_WIDGET (row))) == VB_ATTENTION_SHORTAGE)
      return row;

  return NULL;
}

/* A row of what needs attention leads to its unit and to the page that shows more. */
static void
test_attention (Fixture *self, gconstpointer data)
{
  VbPage *page = vb_window_get_page (self->window);
  GObject *list =
      gtk_widget_get_template_child (GTK_WIDGET (page), G_OBJECT_TYPE (page), "attention");
  GtkListBoxRow *row;
  g_autofree char *text = NULL;
  const char *unit;

  row = find_shortage (GTK_LIST_BOX (list));
  g_assert_nonnull (row);
  text = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text);
  g_signal_emit_by_name (list, "row-activated", row);
  gui_app_wait_until_idle (self->window);

  unit = vb_unit_get_name (vb_session_get_unit (vb_window_get_session (self->window)));
  g_assert_true (g_str_has_prefix (text, unit));
  g_assert_cmpstr (vb_page_get_page_id (vb_window_get_page (self->window)), ==, "need");
}

/* A cell of the map leads to the month and the unit that it stands for. */
static void
test_map (Fixture *self, gconstpointer data)
{
  VbSession *session = vb_window_get_session (self->window);
  GtkWidget *chart = find_chart (GTK_WIDGET (vb_window_get_page (self->window)), VB_TYPE_CELL_MAP);
  gint64 unit_id;

  g_assert_nonnull (chart);
  unit_id = vb_cell_map_get_row_id (VB_CELL_MAP (vb_chart_get_drawing (VB_CHART (chart))), 1);
  g_signal_emit_by_name (gui_find (chart, VB_TYPE_CHART_CANVAS, NULL), "cell-activated", 6u, 1u);
  gui_app_wait_until_idle (self->window);

  g_assert_cmpint (vb_unit_get_id (vb_session_get_unit (session)), ==, unit_id);
  g_assert_cmpint (vb_session_get_period (session).grain, ==, VB_GRAIN_MONTH);
  g_assert_cmpint (vb_session_get_period (session).start, ==, vb_day_from_ymd (2026, 7, 1));
  g_assert_cmpstr (vb_page_get_page_id (vb_window_get_page (self->window)), ==, "need");
}

/* The map of a ward is its own row. */
static void
test_map_of_ward (Fixture *self, gconstpointer data)
{
  VbUnit *ward = gui_app_choose_unit (self->window, "Medicin 1");
  GtkWidget *chart = find_chart (GTK_WIDGET (vb_window_get_page (self->window)), VB_TYPE_CELL_MAP);
  VbDrawing *map = vb_chart_get_drawing (VB_CHART (chart));

  g_assert_cmpuint (vb_drawing_get_n_rows (map), >, 0);
  g_assert_cmpint (vb_cell_map_get_row_id (VB_CELL_MAP (map), 0), ==, vb_unit_get_id (ward));
}

static void
test_levels (Fixture *self, gconstpointer data)
{
  GtkWidget *grid = find_part (self, VB_TYPE_LEVELS_GRID);
  GtkWidget *tactical = gui_find_text (grid, "Tactical");
  const char *need = vb_key_figure_get_value (gui_app_get_figure (self->window, "need_beds"));

  g_assert_nonnull (gui_find_text (grid, need)); /* the year */
  tactical = gtk_widget_get_ancestor (tactical, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (tactical, "clicked");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpint (vb_session_get_period (vb_window_get_session (self->window)).grain, ==,
                   VB_GRAIN_MONTH);
  /* The month is now the period of every figure, and still that of the tactical level. */
  g_assert_nonnull (gui_find_text (
      grid, vb_key_figure_get_value (gui_app_get_figure (self->window, "need_beds"))));
}

/* Under a scenario the strategic level is its last year, and leads to it. */
static void
test_scenario (Fixture *self, gconstpointer data)
{
  GtkWidget *grid = find_part (self, VB_TYPE_LEVELS_GRID);
  VbDocument *document = vb_window_get_document (self->window);
  g_autoptr (GError) error = NULL;
  VbScenario *scenario = vb_document_find_scenario (document, "national-2024", &error);
  GtkWidget *strategic;

  g_assert_no_error (error);
  gui_app_choose_unit (self->window, "Riket");
  vb_session_set_scenario (vb_window_get_session (self->window), scenario);
  gui_app_wait_until_idle (self->window);
  g_assert_nonnull (gui_find_text (grid, "2030, Plats för vård 2024"));
  g_assert_nonnull (gui_find_text (grid, "16,820"));

  strategic = gtk_widget_get_ancestor (gui_find_text (grid, "Strategic"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (strategic, "clicked");
  gui_app_wait_until_idle (self->window);
  g_assert_cmpstr (vb_page_get_page_id (vb_window_get_page (self->window)), ==, "scenarios");
}

static void
assert_balance (Fixture *self, const char *subtitle, const char *words)
{
  GtkWidget *chart = find_chart (GTK_WIDGET (vb_window_get_page (self->window)), VB_TYPE_BALANCE);
  VbDrawing *drawing = vb_chart_get_drawing (VB_CHART (chart));
  g_autofree char *description = vb_drawing_dup_description (drawing);

  g_assert_cmpstr (vb_drawing_get_subtitle (drawing), ==, subtitle);
  g_assert_nonnull (strstr (description, words));
}

/* A year to come is empty, and says so, until a scenario tells of it. */
static void
test_year_to_come (Fixture *self, gconstpointer data)
{
  VbSession *session = vb_window_get_session (self->window);
  VbDocument *document = vb_window_get_document (self->window);
  GtkWidget *page = GTK_WIDGET (vb_window_get_page (self->window));
  g_autoptr (GError) error = NULL;
  VbScenario *scenario = vb_document_find_scenario (document, "region-balance", &error);

  g_assert_no_error (error);
  vb_session_set_period (session, (VbPeriod){ VB_GRAIN_YEAR, vb_day_from_ymd (2030, 1, 1) });
  gui_app_wait_until_idle (self->window);
  assert_balance (self, "Region Exempel (påhittad), somatic care, 2030", "not known");

  vb_session_set_scenario (session, scenario);
  gui_app_wait_until_idle (self->window);
  assert_balance (self, "Region Exempel (påhittad), somatic care, 2030", "available 413");
  g_assert_nonnull (gui_find_text (page, "in “Need and beds meet in 2029”"));
  vb_session_set_scenario (session, NULL);
  gui_app_wait_until_idle (self->window);
  assert_balance (self, "Region Exempel (påhittad), somatic care, 2030", "not known");
}

static void
test_care_group (Fixture *self, gconstpointer data)
{
  GtkWidget *row = gui_app_get_row (self->window, "Care group");
  GtkWidget *page = GTK_WIDGET (vb_window_get_page (self->window));
  const char *psychiatry = vb_care_group_get_label (VB_CARE_GROUP_PSYCHIATRIC);

  g_assert_null (gui_find_text (find_part (self, VB_TYPE_LEVELS_GRID), psychiatry));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  gui_app_wait_until_idle (self->window);
  g_assert_cmpint (vb_session_get_care_group (vb_window_get_session (self->window)), ==,
                   VB_CARE_GROUP_PSYCHIATRIC);
  /* The card of the levels says whose figures they are. */
  g_assert_nonnull (gui_find_text (page, psychiatry));
}

/* A unit that reports by the year: its years, and no word on months that nobody knows. */
static void
test_yearly (Fixture *self, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (vb_window_get_page (self->window));
  GtkWidget *chart;
  VbCellMap *map;

  gui_app_choose_unit (self->window, "Riket");
  g_assert_null (gui_find_text (page, "No month of the year has a shortage."));
  g_assert_nonnull (
      gui_find_text (page, "There are no data for Riket, 2026. The nearest are of 2024."));
  chart = find_chart (page, VB_TYPE_CELL_MAP);
  g_assert_nonnull (chart);
  map = VB_CELL_MAP (vb_chart_get_drawing (VB_CHART (chart)));
  g_assert_cmpint (vb_cell_map_get_column_start (map, 1) - vb_cell_map_get_column_start (map, 0),
                   >=, 365);

  /* A year leads to itself. */
  g_signal_emit_by_name (gui_find (chart, VB_TYPE_CHART_CANVAS, NULL), "cell-activated", 1u, 0u);
  gui_app_wait_until_idle (self->window);
  g_assert_cmpint (vb_session_get_period (vb_window_get_session (self->window)).grain, ==,
                   VB_GRAIN_YEAR);
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/views/overview-page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("attention", test_attention);
  ADD ("map", test_map);
  ADD ("map-of-ward", test_map_of_ward);
  ADD ("levels", test_levels);
  ADD ("scenario", test_scenario);
  ADD ("year-to-come", test_year_to_come);
  ADD ("care-group", test_care_group);
  ADD ("yearly", test_yearly);
#undef ADD

  return g_test_run ();
}
