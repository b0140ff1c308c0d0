/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gui-helper.h"

#include <glib/gstdio.h>

#include "gallery-drawings.h"
#include "vb-chart-canvas.h"
#include "vb-chart-handle.h"
#include "vb-chart-output.h"
#include "vb-chart-table.h"
#include "vb-chart.h"

static VbDrawing *
make_drawing (const char *wanted)
{
  for (guint i = 0; i < gallery_get_n_drawings (); i++)
    {
      const char *name;
      g_autoptr (VbDrawing) drawing = gallery_make_drawing (i, &name);

      if (g_str_equal (name, wanted))
        return g_steal_pointer (&drawing);
    }
  g_assert_not_reached ();
}

static VbChart *
make_chart (const char *name)
{
  VbChart *chart = VB_CHART (vb_chart_new ());
  g_autoptr (VbDrawing) drawing = make_drawing (name);

  vb_chart_set_drawing (chart, drawing);
  return chart;
}

static VbChartCanvas *
get_canvas (VbChart *chart)
{
  return VB_CHART_CANVAS (gui_find (GTK_WIDGET (chart), VB_TYPE_CHART_CANVAS, NULL));
}

/* Presses a key as the widget's own bindings would hear it. */
static gboolean
press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_not_reached ();
}

static void
assert_cursor (VbChartCanvas *canvas, guint column, guint row)
{
  guint c, r;

  g_assert_true (vb_chart_canvas_get_cursor (canvas, &c, &r));
  g_assert_cmpuint (c, ==, column);
  g_assert_cmpuint (r, ==, row);
}

static void
test_every_drawing (void)
{
  for (guint i = 0; i < gallery_get_n_drawings (); i++)
    {
      const char *name;
      g_autoptr (VbDrawing) drawing = gallery_make_drawing (i, &name);
      VbChart *chart = VB_CHART (vb_chart_new ());
      GtkWindow *window;

      g_test_message ("%s", name);
      vb_chart_set_drawing (chart, drawing);
      window = gui_window_new (GTK_WIDGET (chart), 600, 400);
      g_assert_true (gui_is_drawn (GTK_WIDGET (get_canvas (chart))));
      gui_assert_all_named (GTK_WIDGET (window));
      vb_chart_set_show_table (chart, TRUE);
      gui_wait_for_draw (GTK_WIDGET (window));
      gui_assert_all_named (GTK_WIDGET (window));
      vb_chart_set_drawing (chart, NULL);
      gui_wait_for_draw (GTK_WIDGET (window));
      gui_window_destroy (window);
    }
}

/* As wide as a phone, with letters of 200 % too. */
static void
test_narrow (void)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  for (guint i = 0; i < gallery_get_n_drawings (); i++)
    for (guint scale = 1; scale <= 2; scale++)
      {
        const char *name;
        g_autoptr (VbDrawing) drawing = gallery_make_drawing (i, &name);
        VbChart *chart = VB_CHART (vb_chart_new ());
        int minimum;

        g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * scale), NULL);
        vb_chart_set_drawing (chart, drawing);
        g_object_ref_sink (chart);
        gtk_widget_measure (GTK_WIDGET (chart), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                            NULL, NULL);
        g_assert_cmpint (minimum, <=, 336);
        g_assert_finalize_object (chart);
      }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

static void
test_accessible (void)
{
  VbChart *chart = make_chart ("gap");
  VbChartCanvas *canvas = get_canvas (chart);
  g_autofree char *description = vb_drawing_dup_description (vb_chart_get_drawing (chart));
  GtkWindow *window = gui_window_new (GTK_WIDGET (chart), 600, 400);

  gtk_test_accessible_assert_role (canvas, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Need and available beds");
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);

  vb_chart_canvas_set_cursor (canvas, 7, 0);
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "2026: need 412, available 386, gap −26 shortage");
  g_assert_nonnull (
      gui_find_text (GTK_WIDGET (chart), "2026: need 412, available 386, gap −26 shortage"));
  gui_window_destroy (window);
}

static void
test_cursor_in_line (void)
{
  VbChart *chart = make_chart ("gap");
  VbChartCanvas *canvas = get_canvas (chart);
  GtkWindow *window = gui_window_new (GTK_WIDGET (chart), 600, 400);
  guint column, row;

  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (canvas)));
  g_assert_false (vb_chart_canvas_get_cursor (canvas, &column, &row));
  /* The first key takes the newest point. */
  press (GTK_WIDGET (canvas), GDK_KEY_Left, 0);
  assert_cursor (canvas, 7, 0);
  press (GTK_WIDGET (canvas), GDK_KEY_Left, 0);
  assert_cursor (canvas, 6, 0);
  press (GTK_WIDGET (canvas), GDK_KEY_Home, 0);
  press (GTK_WIDGET (canvas), GDK_KEY_Left, 0);
  assert_cursor (canvas, 0, 0);
  /* There is one way along it, whichever arrows are used. */
  press (GTK_WIDGET (canvas), GDK_KEY_Down, 0);
  assert_cursor (canvas, 1, 0);
  press (GTK_WIDGET (canvas), GDK_KEY_Up, 0);
  assert_cursor (canvas, 0, 0);
  press (GTK_WIDGET (canvas), GDK_KEY_End, 0);
  assert_cursor (canvas, 7, 0);
  g_assert_true (press (GTK_WIDGET (canvas), GDK_KEY_Escape, 0));
  g_assert_false (vb_chart_canvas_get_cursor (canvas, &column, &row));
  g_assert_cmpstr (vb_chart_canvas_get_readout (canvas), ==, "");
  g_assert_false (press (GTK_WIDGET (canvas), GDK_KEY_Escape, 0));
  gui_window_destroy (window);
}

static void
note_cell (VbChart *chart, guint column, guint row, gpointer data)
{
  *(guint *) data = row * 100 + column;
}

static void
test_cursor_in_map (void)
{
  VbChart *chart = make_chart ("map");
  VbChartCanvas *canvas = get_canvas (chart);
  GtkWindow *window = gui_window_new (GTK_WIDGET (chart), 300, 300);
  GtkScrolledWindow *scroller =
      GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (canvas), GTK_TYPE_SCROLLED_WINDOW));
  guint activated = 0;

  g_signal_connect (chart, "cell-activated", G_CALLBACK (note_cell), &activated);
  press (GTK_WIDGET (canvas), GDK_KEY_Right, 0);
  assert_cursor (canvas, 0, 0);
  press (GTK_WIDGET (canvas), GDK_KEY_Down, 0);
  press (GTK_WIDGET (canvas), GDK_KEY_Down, 0);
  press (GTK_WIDGET (canvas), GDK_KEY_Right, 0);
  assert_cursor (canvas, 1, 2);
  g_assert_cmpstr (vb_chart_canvas_get_readout (canvas), !=, "");
  press (GTK_WIDGET (canvas), GDK_KEY_Return, 0);
  g_assert_cmpuint (activated, ==, 201);

  /* Narrower than the map: it scrolls, and follows the cursor. */
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (scroller)), ==,
                     0);
  press (GTK_WIDGET (canvas), GDK_KEY_End, GDK_CONTROL_MASK);
  assert_cursor (canvas, 11, 8);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (scroller)), >,
                     0);
  press (GTK_WIDGET (canvas), GDK_KEY_Home, GDK_CONTROL_MASK);
  assert_cursor (canvas, 0, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrolled_window_get_hadjustment (scroller)), ==,
                     0);
  gui_window_destroy (window);
}

/* A new drawing of the same shape keeps the cursor; one without the place loses it. */
static void
test_cursor_survives (void)
{
  VbChart *chart = make_chart ("gap");
  VbChartCanvas *canvas = get_canvas (chart);
  GtkWindow *window = gui_window_new (GTK_WIDGET (chart), 600, 400);
  g_autoptr (VbDrawing) same = make_drawing ("gap");
  g_autoptr (VbDrawing) single = make_drawing ("single");
  guint column, row;

  vb_chart_canvas_set_cursor (canvas, 5, 0);
  vb_chart_set_drawing (chart, same);
  assert_cursor (canvas, 5, 0);
  vb_chart_set_drawing (chart, single);
  g_assert_false (vb_chart_canvas_get_cursor (canvas, &column, &row));
  gui_window_destroy (window);
}

typedef struct
{
  guint begun;
  guint ended;
  double value;
} Drag;

static void
note_begin (VbChart *chart, Drag *drag)
{
  drag->begun++;
}

static void
note_drag (VbChart *chart, double value, Drag *drag)
{
  drag->value = value;
}

static void
note_end (VbChart *chart, Drag *drag)
{
  drag->ended++;
}

static void
test_handle (void)
{
  VbChart *chart = make_chart ("target");
  GtkWidget *handle = gui_find (GTK_WIDGET (chart), VB_TYPE_CHART_HANDLE, NULL);
  GtkWindow *window = gui_window_new (GTK_WIDGET (chart), 600, 400);
  /* The assertion makes a format of what it is given: no percent sign in it. */
  const char *text = "88%";
  Drag drag = { 0 };

  g_signal_connect (chart, "point-drag-begin", G_CALLBACK (note_begin), &drag);
  g_signal_connect (chart, "point-dragged", G_CALLBACK (note_drag), &drag);
  g_signal_connect (chart, "point-drag-end", G_CALLBACK (note_end), &drag);

  gtk_test_accessible_assert_role (handle, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_LABEL, "Målbeläggning");
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 0.88);
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text);

  press (handle, GDK_KEY_Right, 0);
  g_assert_cmpfloat_with_epsilon (drag.value, 0.89, 1e-9);
  press (handle, GDK_KEY_Left, GDK_SHIFT_MASK);
  g_assert_cmpfloat_with_epsilon (drag.value, 0.83, 1e-9);
  press (handle, GDK_KEY_Page_Up, 0);
  g_assert_cmpfloat_with_epsilon (drag.value, 0.93, 1e-9);
  press (handle, GDK_KEY_End, 0);
  g_assert_cmpfloat_with_epsilon (drag.value, 1.0, 1e-9);
  press (handle, GDK_KEY_Home, 0);
  g_assert_cmpfloat_with_epsilon (drag.value, 0.7, 1e-9);
  g_assert_cmpuint (drag.begun, ==, 5);
  g_assert_cmpuint (drag.ended, ==, 5);
  gui_window_destroy (window);
}

/* Only a drawing with a handle shows one. */
static void
test_no_handle (void)
{
  VbChart *chart = make_chart ("gap");
  GtkWidget *handle;

  g_object_ref_sink (chart);
  handle = gui_find (GTK_WIDGET (chart), VB_TYPE_CHART_HANDLE, NULL);
  g_assert_false (gtk_widget_get_visible (handle));
  g_assert_finalize_object (chart);
}

static void
test_table (void)
{
  VbChart *chart = make_chart ("gap");
  GtkWidget *table = gui_find (GTK_WIDGET (chart), VB_TYPE_CHART_TABLE, NULL);
  GtkWindow *window = gui_window_new (GTK_WIDGET (chart), 600, 400);
  GtkWidget *view, *cell;
  g_autofree char *all = NULL;
  g_autofree char *some = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "chart.show-table", NULL));
  gui_wait_for_draw (GTK_WIDGET (window));
  g_assert_true (vb_chart_get_show_table (chart));
  view = gui_find (table, GTK_TYPE_COLUMN_VIEW, NULL);
  cell = gui_find_text (view, "−26");
  g_assert_nonnull (cell);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "Gap: −26");

  all = vb_chart_table_dup_selected (VB_CHART_TABLE (table));
  g_assert_true (g_str_has_prefix (all, "Year\tNeed\tAvailable\tGap\n2019\t398\t389\t−9\n"));

  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)), 7, TRUE);
  some = vb_chart_table_dup_selected (VB_CHART_TABLE (table));
  g_assert_cmpstr (some, ==, "Year\tNeed\tAvailable\tGap\n2026\t412\t386\t−26\n");
  gui_window_destroy (window);
}

static void
test_table_sorts (void)
{
  VbChart *chart = make_chart ("gap");
  GtkWidget *table = gui_find (GTK_WIDGET (chart), VB_TYPE_CHART_TABLE, NULL);
  GtkColumnView *view = GTK_COLUMN_VIEW (gui_find (table, GTK_TYPE_COLUMN_VIEW, NULL));
  GtkWindow *window = gui_window_new (GTK_WIDGET (chart), 600, 400);
  g_autoptr (GtkColumnViewColumn) gap = NULL;
  g_autofree char *sorted = NULL;

  vb_chart_set_show_table (chart, TRUE);
  gap = g_list_model_get_item (gtk_column_view_get_columns (view), 3);
  gtk_column_view_sort_by_column (view, gap, GTK_SORT_ASCENDING);
  sorted = vb_chart_table_dup_selected (VB_CHART_TABLE (table));
  g_assert_true (g_str_has_prefix (sorted, "Year\tNeed\tAvailable\tGap\n2023\t415\t371\t−44\n"));
  gui_window_destroy (window);
}

static void
test_properties (void)
{
  VbChart *chart = VB_CHART (vb_chart_new ());
  g_autoptr (VbDrawing) drawing = make_drawing ("gap");
  guint notified = 0;

  g_object_ref_sink (chart);
  g_signal_connect_swapped (chart, "notify", G_CALLBACK (g_atomic_int_inc), &notified);
  vb_chart_set_drawing (chart, drawing);
  vb_chart_set_drawing (chart, drawing);
  g_assert_cmpuint (notified, ==, 1);
  vb_chart_set_show_table (chart, TRUE);
  vb_chart_set_show_table (chart, TRUE);
  g_assert_cmpuint (notified, ==, 2);
  g_object_set (chart, "drawing", NULL, "show-table", FALSE, NULL);
  g_assert_cmpuint (notified, ==, 4);
  g_assert_null (vb_chart_get_drawing (chart));
  g_assert_finalize_object (chart);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  vb_chart_output_save_finish (result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer user_data)
{
  return *(gboolean *) user_data;
}

static void
test_output (void)
{
  g_autoptr (VbDrawing) drawing = make_drawing ("map");
  g_autofree char *folder = g_dir_make_tmp ("vb-chart-XXXXXX", NULL);
  g_autofree char *name = vb_chart_output_dup_file_name (drawing, VB_EXPORT_SVG);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
  g_autoptr (GFile) pdf = g_file_new_build_filename (folder, "print.pdf", NULL);
  g_autoptr (GtkPrintOperation) print = vb_chart_output_new_print (drawing);
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  /* A question mark is no part of a file's name. */
  g_assert_cmpstr (name, ==, "Var och när saknas vårdplatser.svg");
  vb_chart_output_save_async (drawing, file, VB_EXPORT_SVG, NULL, saved_cb, &done);
  gui_wait_until (is_true, &done);
  g_assert_true (g_file_query_exists (file, NULL));

  gtk_print_operation_set_export_filename (print, g_file_peek_path (pdf));
  g_assert_cmpint (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_query_exists (pdf, NULL));

  g_assert_true (vb_chart_output_copy (
      drawing, gdk_display_get_clipboard (gdk_display_get_default ()), &error));
  g_assert_no_error (error);

  g_file_delete (file, NULL, NULL);
  g_file_delete (pdf, NULL, NULL);
  g_rmdir (folder);
}

/* Pictures of the widgets, to be looked at. */
static void
test_pictures (void)
{
  static const char *const names[] = { "gap", "target", "map", "balance" };
  const char *folder = g_getenv ("VB_PICTURES");

  if (folder == NULL)
    {
      g_test_skip ("VB_PICTURES names no folder");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint width = 360; width <= 720; width += 360)
      for (guint dark = 0; dark < 2; dark++)
        {
          VbChart *chart = make_chart (names[i]);
          g_autofree char *path = g_strdup_printf ("%s/chart-%s-%u-%s.png", folder, names[i], width,
                                                   dark ? "dark" : "light");
          GtkWidget *handle = gui_find (GTK_WIDGET (chart), VB_TYPE_CHART_HANDLE, NULL);
          GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
          GtkWindow *window;

          adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                              dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                   : ADW_COLOR_SCHEME_FORCE_LIGHT);
          gtk_widget_set_margin_top (GTK_WIDGET (chart), 12);
          gtk_widget_set_margin_start (GTK_WIDGET (chart), 12);
          gtk_widget_set_margin_end (GTK_WIDGET (chart), 12);
          gtk_widget_set_margin_bottom (GTK_WIDGET (chart), 12);
          gtk_box_append (GTK_BOX (box), GTK_WIDGET (chart));
          window = gui_window_new (box, (int) width, 420);
          gtk_window_set_focus_visible (window, TRUE);
          if (gtk_widget_get_visible (handle))
            gtk_widget_grab_focus (handle);
          else
            gtk_widget_grab_focus (GTK_WIDGET (get_canvas (chart)));
          gui_wait_for_draw (GTK_WIDGET (window));
          gui_save_png (GTK_WIDGET (window), path);
          gui_window_destroy (window);
        }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);
  g_test_add_func ("/charts/chart/every-drawing", test_every_drawing);
  g_test_add_func ("/charts/chart/narrow", test_narrow);
  g_test_add_func ("/charts/chart/accessible", test_accessible);
  g_test_add_func ("/charts/chart/cursor-in-line", test_cursor_in_line);
  g_test_add_func ("/charts/chart/cursor-in-map", test_cursor_in_map);
  g_test_add_func ("/charts/chart/cursor-survives", test_cursor_survives);
  g_test_add_func ("/charts/chart/handle", test_handle);
  g_test_add_func ("/charts/chart/no-handle", test_no_handle);
  g_test_add_func ("/charts/chart/table", test_table);
  g_test_add_func ("/charts/chart/table-sorts", test_table_sorts);
  g_test_add_func ("/charts/chart/properties", test_properties);
  g_test_add_func ("/charts/chart/output", test_output);
  g_test_add_func ("/charts/chart/pictures", test_pictures);
  return g_test_run ();
}
