/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of breakdown on the hospital of the example: beds that add up whatever is locked. */
#include "gui-app.h"

#include <stdlib.h>

#include "vb-assumption-row.h"
#include "vb-breakdown-board.h"
#include "vb-number.h"
#include "vb-source-card.h"
#include "vb-target.h"
#include "vb-unit-tree.h"

typedef struct
{
  VbApplication *application;
  VbWindow *window;
} Fixture;

/* One program for all cases, each of which leaves the document as it was. */
static Fixture fixture;

static GtkWidget *
find_part (GType type, const char *css_class)
{
  GtkWidget *part = gui_find (GTK_WIDGET (vb_window_get_page (fixture.window)), type, css_class);

  g_assert_nonnull (part);
  return part;
}

static VbUnitTree *
get_tree (void)
{
  return VB_UNIT_TREE (find_part (VB_TYPE_UNIT_TREE, NULL));
}

static VbUnit *
find_unit (const char *name)
{
  g_autoptr (GError) error = NULL;
  VbUnit *unit = vb_document_find_unit (vb_window_get_document (fixture.window), name, &error);

  g_assert_no_error (error);
  return unit;
}

/* The cell of the row @unit in the column @title, as it is copied. */
static char *
dup_cell (const char *unit, const char *title)
{
  g_autofree char *text = vb_unit_tree_dup_text (get_tree ());
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) titles = g_strsplit (lines[0], "\t", -1);

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (g_strcmp0 (cells[0], unit) != 0)
        continue;
      for (guint column = 0; titles[column] != NULL; column++)
        if (g_str_equal (titles[column], title))
          return g_strdup (cells[column]);
    }
  g_error ("no %s of %s in %s", title, unit, text);
}

static double
get_cell (const char *unit, const char *title)
{
  g_autofree char *text = dup_cell (unit, title);
  double number;

  g_assert_true (vb_number_parse_typed (text, &number));
  return number;
}

/* Every unit of the hospital has the beds of those below it. */
static void
assert_sums (VbUnit *unit)
{
  GListModel *children = vb_unit_get_children (unit);
  double sum = 0;
  guint n_shown = 0;

  vb_unit_tree_select (get_tree (), unit);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      /* The example's other care groups take no part. */
      if (vb_care_type_get_group (vb_unit_get_care_type (child)) != VB_CARE_GROUP_SOMATIC
          && g_list_model_get_n_items (vb_unit_get_children (child)) == 0)
        continue;
      if (strstr (vb_unit_get_name (child), "intensiv") != NULL
          || strstr (vb_unit_get_name (child), "Psykiatri") != NULL)
        continue;
      vb_unit_tree_select (get_tree (), child);
      assert_sums (child);
      sum += get_cell (vb_unit_get_name (child), "Beds");
      n_shown++;
    }
  if (n_shown > 0)
    g_assert_cmpfloat (sum, ==, get_cell (vb_unit_get_name (unit), "Beds"));
}

static GtkWidget *
find_editing (GtkWidget *root)
{
  if (GTK_IS_EDITABLE_LABEL (root) && gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (root)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_editing (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* As by keyboard: the row, the letter of the column, the number, Enter. */
static void
write_cell (const char *unit, const char *key, const char *text)
{
  VbUnitTree *tree = get_tree ();
  GtkWidget *cell;

  vb_unit_tree_select (tree, find_unit (unit));
  gui_wait_for_draw (GTK_WIDGET (fixture.window));
  gtk_widget_grab_focus (gui_find (GTK_WIDGET (tree), GTK_TYPE_COLUMN_VIEW, NULL));
  g_assert_true (gui_press_shortcut (GTK_WIDGET (fixture.window), key));
  cell = find_editing (GTK_WIDGET (tree));
  g_assert_nonnull (cell);
  gtk_editable_set_text (GTK_EDITABLE (cell), text);
  gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (cell), TRUE);
  gui_app_wait_until_idle (fixture.window);
}

static void
undo (void)
{
  gui_app_activate (fixture.window, "win.undo");
  gui_app_wait_until_idle (fixture.window);
}

/* ---- cases ----------------------------------------------------------------------------------- */

static void
test_sums (void)
{
  g_assert_cmpfloat (get_cell ("Centralsjukhuset", "Beds"), ==,
                     gui_app_get_number (fixture.window, "allotted_beds"));
  g_assert_cmpfloat (gui_app_get_number (fixture.window, "breakdown_residual"), ==, 0);
  g_assert_cmpfloat (gui_app_get_number (fixture.window, "largest_increase"), >, 0);
  g_assert_cmpfloat (gui_app_get_number (fixture.window, "largest_decrease"), <, 0);
  assert_sums (find_unit ("Centralsjukhuset"));
}

static void
test_lock (void)
{
  double total = get_cell ("Centralsjukhuset", "Beds");
  double before = get_cell ("Medicinkliniken", "Beds");
  double other = get_cell ("Kirurgkliniken", "Beds");

  write_cell ("Medicinkliniken", "l", "40");
  g_assert_cmpfloat (get_cell ("Medicinkliniken", "Beds"), ==, 40);
  g_assert_cmpfloat (get_cell ("Medicinkliniken", "Locked"), ==, 40);
  g_assert_cmpfloat (get_cell ("Centralsjukhuset", "Beds"), ==, total);
  g_assert_cmpfloat (get_cell ("Kirurgkliniken", "Beds"), !=, other);
  assert_sums (find_unit ("Centralsjukhuset"));

  write_cell ("Medicin 1", "m", "30");
  g_assert_cmpfloat (get_cell ("Medicin 1", "Beds"), >=, 30);
  assert_sums (find_unit ("Centralsjukhuset"));

  undo ();
  undo ();
  g_assert_cmpfloat (get_cell ("Medicinkliniken", "Beds"), ==, before);
  g_assert_cmpfloat (get_cell ("Kirurgkliniken", "Beds"), ==, other);
  g_assert_false (vb_document_get_modified (vb_window_get_document (fixture.window)));
}

/* What cannot be is said with the name of the lock, above the picture of before. */
static void
test_impossible (void)
{
  double before = get_cell ("Kirurgkliniken", "Beds");
  GtkWidget *box = find_part (GTK_TYPE_BOX, "problem");

  g_assert_false (gtk_widget_get_visible (box));
  write_cell ("Medicinkliniken", "l", "9999");
  g_assert_true (gtk_widget_get_visible (box));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (gui_find (box, GTK_TYPE_LABEL, NULL))),
                            "Medicinkliniken"));
  g_assert_cmpfloat (get_cell ("Medicinkliniken", "Locked"), ==, 9999);
  g_assert_cmpfloat (get_cell ("Kirurgkliniken", "Beds"), ==, before);

  undo ();
  g_assert_false (gtk_widget_get_visible (box));
  g_assert_cmpfloat (get_cell ("Kirurgkliniken", "Beds"), ==, before);
}

/* The keys stand side by side; the one in use is not there twice. */
static void
test_keys (void)
{
  AdwComboRow *row = ADW_COMBO_ROW (gui_app_get_row (fixture.window, "Shared out by"));
  double by_bed_days = get_cell ("Medicinkliniken", "Beds");
  double by_beds = get_cell ("Medicinkliniken", "By present beds");

  adw_combo_row_set_selected (row, VB_BREAKDOWN_KEY_PRESENT_BEDS);
  gui_app_wait_until_idle (fixture.window);
  g_assert_cmpfloat (get_cell ("Medicinkliniken", "Beds"), ==, by_beds);
  g_assert_cmpfloat (get_cell ("Medicinkliniken", "By bed days"), ==, by_bed_days);
  assert_sums (find_unit ("Centralsjukhuset"));

  adw_combo_row_set_selected (row, VB_BREAKDOWN_KEY_BED_DAYS);
  gui_app_wait_until_idle (fixture.window);
}

/* What is typed goes before the reference number, until it is taken back. */
static void
test_typed (void)
{
  VbAssumptionRow *row = VB_ASSUMPTION_ROW (gui_app_get_row (fixture.window, "Beds"));
  double need = gui_app_get_number (fixture.window, "allotted_beds");

  g_signal_emit_by_name (row, "changed", 100.0);
  gui_app_wait_until_idle (fixture.window);
  g_assert_cmpfloat (gui_app_get_number (fixture.window, "allotted_beds"), ==, 100);
  g_assert_cmpstr (vb_assumption_row_get_caption (row), ==, "typed here");
  assert_sums (find_unit ("Centralsjukhuset"));

  g_signal_emit_by_name (row, "reset");
  gui_app_wait_until_idle (fixture.window);
  g_assert_cmpfloat (gui_app_get_number (fixture.window, "allotted_beds"), ==, need);
  g_assert_true (
      g_str_has_prefix (vb_assumption_row_get_caption (row), "reference number from 1 Jan 2025"));
}

static void
test_explanation (void)
{
  VbSourceCard *card = VB_SOURCE_CARD (find_part (VB_TYPE_SOURCE_CARD, NULL));
  g_autofree char *beds = dup_cell ("Medicinkliniken", "Beds");
  g_autofree char *title = g_strdup_printf ("Where does %s come from?", beds);

  vb_unit_tree_select (get_tree (), find_unit ("Medicinkliniken"));
  gui_settle ();
  g_assert_cmpstr (vb_source_card_get_title (card), ==, title);
  g_assert_true (g_str_has_suffix (vb_source_card_get_numbers (card), beds));

  gtk_widget_grab_focus (gui_find (GTK_WIDGET (get_tree ()), GTK_TYPE_COLUMN_VIEW, NULL));
  g_assert_true (gui_press_shortcut (GTK_WIDGET (fixture.window), "<Control>Right"));
  g_assert_cmpstr (vb_unit_tree_get_figure (get_tree ()), ==, "available_beds");
  g_assert_true (g_str_has_prefix (vb_source_card_get_formula (card), "Available beds ="));
  g_assert_true (gui_press_shortcut (GTK_WIDGET (fixture.window), "<Control>Left"));

  g_signal_emit_by_name (gui_app_get_figure (fixture.window, "small_unit_margin"), "clicked");
  gui_settle ();
  g_assert_true (g_str_has_prefix (vb_source_card_get_formula (card), "Margin ="));
}

static guint
count_references (void)
{
  GListModel *targets = vb_document_get_targets (vb_window_get_document (fixture.window));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (VbTarget) target = g_list_model_get_item (targets, i);

      n += vb_target_get_measure (target) == VB_MEASURE_NEEDED_BEDS;
    }
  return n;
}

static void
test_decide (void)
{
  guint before = count_references ();
  VbAssumptionRow *row = VB_ASSUMPTION_ROW (gui_app_get_row (fixture.window, "Beds"));
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWidget *dialog = NULL;
  GtkWidget *decide, *by;

  g_signal_emit_by_name (
      gui_find_text (GTK_WIDGET (vb_window_get_page (fixture.window)), "_Decide Breakdown…"),
      "clicked");
  gui_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_modal (GTK_WINDOW (window)))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  gui_assert_all_named (dialog);
  decide = gui_find (dialog, GTK_TYPE_BUTTON, "suggested-action");
  by = gui_find_text (dialog, "Decided by");
  /* Nobody's decision is none. */
  g_signal_emit_by_name (decide, "clicked");
  g_assert_nonnull (gui_find_text (dialog, "Write who has decided it"));
  g_assert_cmpuint (count_references (), ==, before);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (by, ADW_TYPE_ENTRY_ROW)),
                         "Regionfullmäktige");
  g_signal_emit_by_name (decide, "clicked");
  gui_app_wait_until_idle (fixture.window);
  g_assert_cmpuint (count_references (), >, before + 10);
  g_assert_true (g_str_has_prefix (vb_assumption_row_get_caption (row), "reference number from "));

  undo ();
  g_assert_cmpuint (count_references (), ==, before);
  g_assert_false (vb_document_get_modified (vb_window_get_document (fixture.window)));
}

static void
take_step (const char *label)
{
  GtkWidget *button = gui_find_text (GTK_WIDGET (vb_window_get_page (fixture.window)), label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (gtk_widget_get_ancestor (button, GTK_TYPE_BUTTON), "clicked");
  gui_app_wait_until_idle (fixture.window);
}

/* A ward has nothing below it, and offers the nearest unit that can be broken down. */
static void
test_bottom (void)
{
  VbSession *session = vb_window_get_session (fixture.window);

  gui_app_choose_unit (fixture.window, "Medicin 1");
  take_step ("Break Down Medicinkliniken");
  g_assert_cmpstr (vb_unit_get_name (vb_session_get_unit (session)), ==, "Medicinkliniken");
  gui_app_choose_unit (fixture.window, "Centralsjukhuset");
}

/* Where nothing was reported then, the latest period that has figures is offered; where it never
 * was, another unit. */
static void
test_without_figures (void)
{
  VbSession *session = vb_window_get_session (fixture.window);
  VbPeriod period = vb_session_get_period (session);

  gui_app_choose_unit (fixture.window, "Riket");
  take_step ("Break Down Region Exempel (påhittad)");
  g_assert_cmpstr (vb_unit_get_name (vb_session_get_unit (session)), ==,
                   "Region Exempel (påhittad)");

  vb_session_set_period (session,
                         vb_period_containing (VB_GRAIN_YEAR, vb_day_from_ymd (2019, 1, 1)));
  gui_app_wait_until_idle (fixture.window);
  take_step ("Show 2026");
  g_assert_cmpint (vb_session_get_period (session).start, ==, vb_day_from_ymd (2026, 1, 1));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_tree ())));

  vb_session_set_period (session, period);
  gui_app_choose_unit (fixture.window, "Centralsjukhuset");
}

int
main (int argc, char *argv[])
{
  int status;

  gui_init (&argc, &argv);
  fixture.application = gui_app_new ();
  fixture.window = gui_app_open_window (fixture.application, 1180, 780);
  gui_app_open_example (fixture.window);
  gui_app_choose_unit (fixture.window, "Centralsjukhuset");
  gui_app_show_page (fixture.window, "breakdown");

  g_test_add_func ("/views/breakdown-page/sums", test_sums);
  g_test_add_func ("/views/breakdown-page/lock", test_lock);
  g_test_add_func ("/views/breakdown-page/impossible", test_impossible);
  g_test_add_func ("/views/breakdown-page/keys", test_keys);
  g_test_add_func ("/views/breakdown-page/typed", test_typed);
  g_test_add_func ("/views/breakdown-page/explanation", test_explanation);
  g_test_add_func ("/views/breakdown-page/decide", test_decide);
  g_test_add_func ("/views/breakdown-page/bottom", test_bottom);
  g_test_add_func ("/views/breakdown-page/without-figures", test_without_figures);

  status = g_test_run ();
  gui_app_free (fixture.application);
  return status;
}
