/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the population on the example, and the import of one. */
#include "gui-app.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "vb-assumption-row.h"
#include "vb-card.h"
#include "vb-chart.h"
#include "vb-document-population.h"
#include "vb-figure-table.h"
#include "vb-key-figure.h"
#include "vb-number.h"
#include "vb-population-import-window.h"
#include "vb-population-page.h"
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

/* The first table below the card of this title. */
static VbFigureTable *
get_table (Fixture *self, const char *title)
{
  GtkWidget *label = gui_find_text (GTK_WIDGET (get_page (self)), title);
  GtkWidget *table =
      gui_find (gtk_widget_get_ancestor (label, VB_TYPE_CARD), VB_TYPE_FIGURE_TABLE, NULL);

  g_assert_nonnull (table);
  return VB_FIGURE_TABLE (table);
}

static char *
dup_table (Fixture *self)
{
  return vb_figure_table_dup_text (get_table (self, "What will be needed, year by year?"));
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

static double
read_cell (char **cells, guint column)
{
  double number;

  g_assert_cmpuint (column, <, g_strv_length (cells));
  g_assert_true (vb_number_parse_typed (cells[column], &number));
  return number;
}

/* The groups' lines add up to that of everybody, as they are written, and that is the key figures'.
 */
static void
check_ages (Fixture *self)
{
  VbFigureTable *table = get_table (self, "Who needs the beds?");
  VbSourceCard *card =
      VB_SOURCE_CARD (gui_find (GTK_WIDGET (get_page (self)), VB_TYPE_SOURCE_CARD, NULL));
  g_autofree char *text = vb_figure_table_dup_text (table);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
  guint last = g_strv_length (lines) - 1;

  g_assert_cmpstr (lines[0], ==,
                   "Age and sex\tInhabitants 2025\tInhabitants 2040\tBed days per 1,000\t"
                   "Need 2025\tNeed 2040\tChange");
  g_assert_true (g_str_has_prefix (lines[1], "0–17, women\t"));
  g_assert_cmpstr (lines[last], ==, "Everybody\t234,100\t239,097\t571\t409.9\t474.6\t+64.7");
  for (guint column = 1; column < 7; column++)
    {
      g_auto (GStrv) total = g_strsplit (lines[last], "\t", -1);
      double sum = 0;

      if (column == 3)
        continue;
      for (guint i = 1; i < last; i++)
        {
          g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

          sum += read_cell (cells, column);
        }
      g_assert_cmpfloat_with_epsilon (sum, read_cell (total, column), 1e-6);
    }

  vb_figure_table_select (table, 0);
  g_signal_emit_by_name (table, "selected");
  g_assert_nonnull (strstr (vb_source_card_get_formula (card), "inhabitants of the age and sex"));
  g_assert_nonnull (strstr (vb_source_card_get_numbers (card), " ÷ (364.1 × 0.896) = "));
  g_assert_cmpuint (vb_source_card_get_n_inputs (card), ==, 5);
  g_assert_nonnull (gui_find_text (GTK_WIDGET (card), "Illustrative"));
  g_assert_null (gui_find_text (GTK_WIDGET (card), "Reported"));
  g_signal_emit_by_name (gui_app_get_figure (self->window, "need_of_ageing"), "clicked");
  g_assert_null (gui_find_text (GTK_WIDGET (card), "Reported"));
  g_assert_cmpstr (vb_source_card_get_title (card), ==, "Where does +55.4 come from?");
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

static gboolean
find_window (gpointer user_data)
{
  GtkWidget **window = user_data;
  GListModel *windows = gtk_window_get_toplevels ();

  *window = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (windows, i);

      if (VB_IS_POPULATION_IMPORT_WINDOW (each) && gtk_widget_get_mapped (each))
        *window = each; /* GTK keeps it */
    }
  return *window != NULL;
}

static gboolean
is_idle (gpointer document)
{
  return !vb_document_get_busy (document);
}

static GtkWidget *
open_text (Fixture *self, const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "folk.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *window = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  vb_population_page_open_file (VB_POPULATION_PAGE (get_page (self)), file);
  gui_wait_until (find_window, &window);
  g_unlink (path);
  g_rmdir (folder);
  return window;
}

/* The row of this title in the window. */
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
assert_row (GtkWidget *window, const char *title, const char *subtitle)
{
  GtkWidget *row = find_row (window, title);

  if (row == NULL)
    g_error ("No row is called “%s”", title);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, subtitle);
}

static void
press (GtkWidget *window, const char *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (gui_find_text (window, label), GTK_TYPE_BUTTON);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  gui_settle ();
}

static VbPopulationFacts *
read_facts (VbDocument *document, VbUnit *unit)
{
  g_autoptr (GError) error = NULL;
  VbPopulationFacts *facts = vb_document_read_population (document, vb_unit_get_id (unit), &error);

  g_assert_no_error (error);
  return facts;
}

/* A fault is told with its place, and nothing can be taken. */
static void
check_faults (Fixture *self, VbUnit *unit)
{
  GtkWidget *window =
      open_text (self, "region;ålder;kön;2025;2030\n09 Gotlands län;0–64 år;män;x;1\n");
  g_autoptr (VbPopulationFacts) facts = NULL;

  assert_row (window, "Row 2, column 2025: not a number",
              "Expected a number of at least 0, found “x”");
  assert_row (window, "Rows with figures", "1");
  assert_row (window, "Rows with a fault", "1");
  g_assert_false (gtk_widget_get_mapped (gui_find_text (window, "_Import")));
  gui_assert_all_named (window);
  press (window, "_Close");
  facts = read_facts (vb_page_get_document (get_page (self)), unit);
  g_assert_cmpuint (facts->counts->len, ==, 0);
}

/* A table says what it holds before it is taken, and which of its years were counted can be said.
 */
static void
check_import (Fixture *self)
{
  VbDocument *document = vb_page_get_document (get_page (self));
  VbUnit *unit = vb_document_find_unit (document, "Gotland", NULL);
  g_autoptr (VbPopulationFacts) facts = NULL;
  g_autoptr (VbPopulationFacts) undone = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  check_faults (self, unit);

  window = open_text (self, "region;ålder;2024;2025;2030\n09 Gotlands län;0–64 år;9;10;9\n"
                            "09 Gotlands län;65+ år;5;5;7\nMånen;0+;1;1;1\n");
  assert_row (window, "Inhabitants", "2024–2030");
  assert_row (window, "Age groups", "0–64, All Ages, 65+");
  assert_row (window, "Sexes", "Women and Men");
  assert_row (window, "Bed days", "none: inhabitants only");
  assert_row (window, "Riket / Gotland", "Called “09 Gotlands län” in the table");
  assert_row (window, "Månen", "No unit of the plan has this name or code: left out");
  g_assert_nonnull (gui_find_text (window, "Outcome 2024–2025, projection 2030"));
  gui_assert_all_named (window);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (window, "Last year of outcome")), 1);
  g_assert_nonnull (gui_find_text (window, "Outcome 2024, projection 2025–2030"));
  press (window, "_Import");
  gui_wait_until (is_idle, document);

  facts = read_facts (document, unit);
  g_assert_cmpuint (facts->counts->len, ==, 6);
  g_assert_cmpint (vb_population_facts_get_last_outcome (facts), ==, 2024);
  g_assert_true (vb_document_undo (document, &error));
  undone = read_facts (document, unit);
  g_assert_cmpuint (undone->counts->len, ==, 0);
}

/* Found apart from the program, as the mean over all orders of change: with 1 % more each year
 * 10.102 + 59.873 + 71.160 = 141.134 beds of 551.034, written so that they add up. */
static void
check_parts (Fixture *self)
{
  VbDocument *document = vb_page_get_document (get_page (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (vb_document_set_consumption_change (document, 0.01, &error));
  gui_app_wait_until_idle (self->window);
  text = dup_table (self);
  g_assert_nonnull (strstr (text, "\t551.0\t+10.1\t+59.9\t+71.1"));
  g_assert_true (vb_document_undo (document, &error));
  gui_app_wait_until_idle (self->window);
}

/* A ward has no inhabitants: whose are shown instead is told beside and in the first key figure. */
static void
check_ward (Fixture *self)
{
  VbKeyFigure *now;
  GtkWidget *row;

  gui_app_choose_unit (self->window, "Medicin 1");
  gui_app_wait_until_idle (self->window);
  row = gui_app_get_row (self->window, "Inhabitants of");
  g_assert_true (gtk_widget_get_mapped (row));
  g_assert_nonnull (
      strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Centralsjukhuset"));
  now = gui_app_get_figure (self->window, "population_need_now");
  g_assert_nonnull (
      gui_find_text (GTK_WIDGET (now), "beds, 121,731 inhabitants of Centralsjukhuset"));
  gui_app_choose_unit (self->window, "Region Exempel (påhittad)");
  g_assert_false (gtk_widget_get_mapped (row));
}

static void
test_page (Fixture *self, gconstpointer data)
{
  check_figures (self);
  check_ages (self);
  gui_app_assert_explained (self->window, GTK_WIDGET (get_page (self)), 17);
  check_change (self);
  check_parts (self);
  check_import (self);
  check_ward (self);
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

  g_test_add ("/views/population-page", Fixture, NULL, set_up, test_page, tear_down);

  return g_test_run ();
}
