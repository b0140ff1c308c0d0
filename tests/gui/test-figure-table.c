/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of rows that are objects: what it shows, hides, sorts, copies and tells. */
#include "gui-helper.h"

#include <math.h>

#include "vb-figure-table.h"

/* A row: a name, and two numbers. */
static gpointer
make_row (const char *name, double first, double second)
{
  GObject *row = g_object_new (G_TYPE_OBJECT, NULL);
  double *numbers = g_new (double, 2);

  numbers[0] = first;
  numbers[1] = second;
  g_object_set_data_full (row, "name", g_strdup (name), g_free);
  g_object_set_data_full (row, "numbers", numbers, g_free);
  return row;
}

static char *
dup_name (gpointer row)
{
  return g_strdup (g_object_get_data (row, "name"));
}

static double
get_first (gpointer row)
{
  return ((double *) g_object_get_data (row, "numbers"))[0];
}

static double
get_second (gpointer row)
{
  return ((double *) g_object_get_data (row, "numbers"))[1];
}

static char *
dup_first (gpointer row)
{
  return g_strdup_printf ("%g", get_first (row));
}

static char *
dup_second (gpointer row)
{
  return g_strdup_printf ("%g", get_second (row));
}

static gboolean
is_b (gpointer row)
{
  return g_str_equal (g_object_get_data (row, "name"), "B");
}

static const VbFigureColumn columns[] = {
  { "Unit", "unit", NULL, dup_name, FALSE },
  { "Need", "need_beds", get_first, dup_first, FALSE },
  { "Gap", "gap_beds", get_second, dup_second, TRUE },
};

static GListModel *
make_rows (double second_of_b)
{
  GListStore *rows = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GObject) b = make_row ("B", 20, second_of_b);
  g_autoptr (GObject) a = make_row ("A", 10, NAN);

  g_list_store_append (rows, b);
  g_list_store_append (rows, a);
  return G_LIST_MODEL (rows);
}

static void
assert_text (VbFigureTable *table, const char *expected)
{
  g_autofree char *text = vb_figure_table_dup_text (table);

  g_assert_cmpstr (text, ==, expected);
}

static void
count (VbFigureTable *table, guint *n)
{
  (*n)++;
}

static void
test_rows (void)
{
  VbFigureTable *table =
      VB_FIGURE_TABLE (vb_figure_table_new ("Wards", columns, G_N_ELEMENTS (columns), 100, 200));
  GtkWindow *window = gui_window_new (GTK_WIDGET (table), 400, 200);
  GtkColumnView *view = GTK_COLUMN_VIEW (gui_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW, NULL));
  g_autoptr (GListModel) without = make_rows (NAN);
  g_autoptr (GListModel) with = make_rows (-3);
  g_autoptr (GtkColumnViewColumn) need =
      g_list_model_get_item (gtk_column_view_get_columns (view), 1);
  GtkWidget *cell;
  guint n_selected = 0;

  vb_figure_table_set_emphasis (table, is_b);
  g_signal_connect (table, "selected", G_CALLBACK (count), &n_selected);
  vb_figure_table_set_rows (table, without);
  assert_text (table, "Unit\tNeed\nB\t20\nA\t10\n");
  vb_figure_table_set_rows (table, with);
  assert_text (table, "Unit\tNeed\tGap\nB\t20\t-3\nA\t10\tnan\n");
  gui_settle ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Wards");
  cell = gui_find_text (GTK_WIDGET (view), "20");
  g_assert_true (gtk_widget_has_css_class (cell, "heading"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Need: 20");

  /* What is selected stays when the rows are new; only the reader's own choice is told. */
  vb_figure_table_select (table, 1);
  vb_figure_table_set_rows (table, without);
  g_assert_cmpuint (n_selected, ==, 0);
  g_assert_cmpfloat (get_first (vb_figure_table_get_selected (table)), ==, 10);

  gtk_column_view_sort_by_column (view, need, GTK_SORT_ASCENDING);
  assert_text (table, "Unit\tNeed\nA\t10\nB\t20\n");
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_column_view_get_model (view)), 1);
  g_assert_cmpuint (n_selected, ==, 1);
  g_assert_cmpfloat (get_first (vb_figure_table_get_selected (table)), ==, 20);

  gui_window_destroy (window);
}

/* Years and long titles: what does not fit is told by a bar, which takes no row's room. */
static void
test_wide (void)
{
  static const VbFigureColumn wide[] = {
    { "Year", "unit", NULL, dup_name, FALSE },
    { "Beds by the population's need", "need_beds", get_first, dup_first, FALSE },
    { "Beds without overlap", "gap_beds", get_second, dup_second, FALSE },
  };
  VbFigureTable *table =
      VB_FIGURE_TABLE (vb_figure_table_new ("Years", wide, G_N_ELEMENTS (wide), 20, 400));
  GtkWindow *window = gui_window_new (GTK_WIDGET (table), 600, 300);
  GtkColumnView *view = GTK_COLUMN_VIEW (gui_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW, NULL));
  GtkWidget *area = gui_find (GTK_WIDGET (table), GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkWidget *bar = gtk_widget_get_next_sibling (area);
  g_autoptr (GListModel) rows = make_rows (3);
  g_autoptr (GtkColumnViewColumn) by_need =
      g_list_model_get_item (gtk_column_view_get_columns (view), 1);
  int least, low, high;

  vb_figure_table_set_rows (table, rows);
  gui_wait_for_draw (GTK_WIDGET (table));
  g_assert_nonnull (gui_find_text (GTK_WIDGET (view), "Beds\nwithout\noverlap"));
  g_assert_false (gtk_widget_get_child_visible (bar));

  /* The order of the rows does not widen the column that it goes by. */
  gtk_column_view_sort_by_column (view, by_need, GTK_SORT_DESCENDING);
  g_assert_nonnull (gui_find_text (GTK_WIDGET (view), "Beds by\nthe\npopulation's\nneed"));

  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (table), GTK_ORIENTATION_VERTICAL, least, NULL, &low, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (table), GTK_ORIENTATION_VERTICAL, least - 1, NULL, &high, NULL,
                      NULL);
  g_assert_cmpint (high, >, low);
  gtk_window_set_default_size (window, least - 40, 300);
  gui_wait_for_draw (GTK_WIDGET (table));
  g_assert_true (gtk_widget_get_child_visible (bar));

  gui_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);
  g_test_add_func ("/charts/figure-table/rows", test_rows);
  g_test_add_func ("/charts/figure-table/wide", test_wide);
  return g_test_run ();
}
