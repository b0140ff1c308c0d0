/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gui-helper.h"

#include "vb-assumption-row.h"
#include "vb-card.h"
#include "vb-empty-state.h"
#include "vb-key-figure-row.h"
#include "vb-page-frame.h"
#include "vb-period-picker.h"
#include "vb-source-card.h"

static void
count (gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* ---- key figures --------------------------------------------------------------------------- */

static VbKeyFigureRow *
make_figures (void)
{
  VbKeyFigureRow *row = VB_KEY_FIGURE_ROW (vb_key_figure_row_new ());
  VbKeyFigure *figure;

  figure = vb_key_figure_new ("need_beds", "Need of beds");
  vb_key_figure_set (figure, "412", NULL, "at 90.4% target occupancy");
  vb_key_figure_row_append (row, figure);
  figure = vb_key_figure_new ("available_beds", "Available");
  vb_key_figure_set (figure, "386", NULL, "of 431 established");
  vb_key_figure_row_append (row, figure);
  figure = vb_key_figure_new ("gap_beds", "Gap");
  vb_key_figure_set (figure, "−26", "shortage", "−6.3%");
  vb_key_figure_row_append (row, figure);
  figure = vb_key_figure_new ("occupancy", "Occupancy");
  vb_key_figure_set (figure, "96.5%", NULL, "target 90.4%");
  vb_key_figure_row_append (row, figure);

  return row;
}

static void
test_key_figure_name (void)
{
  VbKeyFigure *figure = vb_key_figure_new ("gap_beds", "Gap");

  g_object_ref_sink (figure);
  gtk_test_accessible_assert_role (figure, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (figure, GTK_ACCESSIBLE_PROPERTY_LABEL, "Gap: –");

  vb_key_figure_set (figure, "−26", "shortage", "31 nurses");
  gtk_test_accessible_assert_property (figure, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Gap: −26 shortage, 31 nurses");

  /* What is not said leaves no trace, and missing is never 0. */
  vb_key_figure_set (figure, NULL, NULL, NULL);
  g_assert_cmpstr (vb_key_figure_get_value (figure), ==, "–");
  g_assert_null (vb_key_figure_get_word (figure));
  gtk_test_accessible_assert_property (figure, GTK_ACCESSIBLE_PROPERTY_LABEL, "Gap: –");

  g_assert_finalize_object (figure);
}

/* A figure that cannot be pressed can still be asked for its meaning. */
static void
test_key_figure_not_selectable (void)
{
  VbKeyFigure *figure = vb_key_figure_new ("rows_read", "Rows read");

  g_object_ref_sink (figure);
  g_assert_true (vb_key_figure_get_selectable (figure));
  g_signal_emit_by_name (figure, "clicked");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (figure)));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (figure), FALSE);
  vb_key_figure_set_selectable (figure, FALSE);
  g_signal_emit_by_name (figure, "clicked");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (figure)));
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (figure)));

  g_assert_finalize_object (figure);
}

static void
test_key_figure_row_selection (void)
{
  VbKeyFigureRow *row = g_object_ref_sink (make_figures ());
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (row));
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  guint n = 0;

  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (count), &n);

  vb_key_figure_row_set_selected (row, "gap_beds");
  g_assert_cmpstr (vb_key_figure_row_get_selected (row), ==, "gap_beds");
  g_assert_cmpuint (n, ==, 1);
  vb_key_figure_row_set_selected (row, "gap_beds");
  g_assert_cmpuint (n, ==, 1);

  /* As a press on a card does; the card before lets go. */
  gtk_widget_activate (second);
  gui_settle ();
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (first), TRUE);
  g_assert_cmpstr (vb_key_figure_row_get_selected (row), ==, "need_beds");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (second), TRUE);
  g_assert_cmpstr (vb_key_figure_row_get_selected (row), ==, "available_beds");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (first)));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (second), FALSE);
  g_assert_null (vb_key_figure_row_get_selected (row));
  vb_key_figure_row_set_selected (row, "no such figure");
  g_assert_null (vb_key_figure_row_get_selected (row));

  g_assert_finalize_object (row);
}

static double
get_top (GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, gtk_widget_get_parent (widget), &bounds));

  return bounds.origin.y;
}

/* How many cards stand on the first line at @width. */
static guint
count_columns (int width)
{
  VbKeyFigureRow *row = make_figures ();
  GtkWindow *window = gui_window_new (GTK_WIDGET (row), width, 400);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (row));
  guint n = 0;

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (get_top (child) == get_top (first))
      n++;
  gui_assert_all_named (GTK_WIDGET (row));
  gui_window_destroy (window);

  return n;
}

static void
test_key_figure_row_adapts (void)
{
  g_assert_cmpuint (count_columns (1000), ==, 4);
  g_assert_cmpuint (count_columns (360), ==, 2);
}

/* ---- card, source card, empty state --------------------------------------------------------- */

static void
test_card_parts (void)
{
  VbCard *card = VB_CARD (vb_card_new ("When does capacity meet need?", NULL));
  GtkWidget *first = gtk_label_new ("chart");
  GtkWidget *second = gtk_label_new ("table");
  guint n = 0;

  g_object_ref_sink (card);
  g_signal_connect_swapped (card, "notify::child", G_CALLBACK (count), &n);
  vb_card_set_child (card, first);
  vb_card_set_child (card, first);
  g_assert_cmpuint (n, ==, 1);
  vb_card_set_child (card, second);
  g_assert_true (vb_card_get_child (card) == second);
  g_assert_true (gtk_widget_get_parent (second) == GTK_WIDGET (card));
  vb_card_add_suffix (card, gtk_button_new_with_label ("Chart"));
  g_assert_nonnull (gui_find_text (GTK_WIDGET (card), "Chart"));
  g_assert_cmpstr (vb_card_get_subtitle (card), ==, "");

  g_assert_finalize_object (card);
}

static void
test_source_card_inputs (void)
{
  VbSourceCard *card = VB_SOURCE_CARD (vb_source_card_new ());

  g_object_ref_sink (card);
  vb_source_card_set_title (card, "Where does 412 come from?");
  vb_source_card_add_input (card, "133,334", "occupied bed days <&>", "beds.csv",
                            VB_PROVENANCE_REPORTED);
  vb_source_card_add_input (card, "90.4%", "target", NULL, VB_PROVENANCE_ILLUSTRATIVE);
  g_assert_cmpuint (vb_source_card_get_n_inputs (card), ==, 2);
  g_assert_nonnull (gui_find_text (GTK_WIDGET (card), "133,334 occupied bed days <&>"));
  g_assert_nonnull (
      gui_find_text (GTK_WIDGET (card), vb_provenance_get_label (VB_PROVENANCE_ILLUSTRATIVE)));

  vb_source_card_clear_inputs (card);
  g_assert_cmpuint (vb_source_card_get_n_inputs (card), ==, 0);

  g_assert_finalize_object (card);
}

static void
test_empty_state_action (void)
{
  GtkWidget *state = vb_empty_state_new ("document-open-symbolic", "No Figures Yet",
                                         "Import a file.", "_Import…", "win.show-page::import");
  GtkWidget *button = gui_find (state, GTK_TYPE_BUTTON, "suggested-action");

  g_object_ref_sink (state);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "win.show-page");
  g_assert_true (gtk_widget_get_visible (button));
  g_object_set (state, "action", NULL, NULL);
  g_assert_false (gtk_widget_get_visible (button));

  g_assert_finalize_object (state);
}

/* ---- page frame ----------------------------------------------------------------------------- */

static void
test_page_frame_inspector_moves (void)
{
  static const int widths[] = { 1000, 600, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      VbPageFrame *frame = VB_PAGE_FRAME (vb_page_frame_new ());
      GtkWidget *content = gtk_label_new ("content");
      GtkWidget *inspector = gtk_label_new ("inspector");
      graphene_rect_t at_content, at_inspector;
      GtkWindow *window;

      vb_page_frame_set_figures (frame, GTK_WIDGET (make_figures ()));
      vb_page_frame_set_content (frame, content);
      vb_page_frame_set_inspector (frame, inspector);
      window = gui_window_new (GTK_WIDGET (frame), widths[i], 700);

      g_assert_true (gtk_widget_compute_bounds (content, GTK_WIDGET (frame), &at_content));
      g_assert_true (gtk_widget_compute_bounds (inspector, GTK_WIDGET (frame), &at_inspector));
      if (widths[i] >= 860)
        g_assert_cmpfloat (at_inspector.origin.x, >=, at_content.origin.x + at_content.size.width);
      else
        g_assert_cmpfloat (at_inspector.origin.y, >=, at_content.origin.y + at_content.size.height);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, widths[i]);
      gui_assert_not_clipped (GTK_WIDGET (window));

      gui_window_destroy (window);
    }
}

static void
test_page_frame_empty (void)
{
  VbPageFrame *frame = VB_PAGE_FRAME (vb_page_frame_new ());
  GtkWidget *state = vb_empty_state_new (NULL, "No Figures Yet", NULL, NULL, NULL);
  guint n = 0;

  g_object_ref_sink (frame);
  g_signal_connect_swapped (frame, "notify::empty", G_CALLBACK (count), &n);
  vb_page_frame_set_content (frame, gtk_label_new ("content"));
  vb_page_frame_set_empty_state (frame, state);
  g_assert_false (vb_page_frame_get_empty (frame));
  vb_page_frame_set_empty (frame, TRUE);
  vb_page_frame_set_empty (frame, TRUE);
  g_assert_true (vb_page_frame_get_empty (frame));
  g_assert_cmpuint (n, ==, 1);

  g_assert_finalize_object (frame);
}

/* ---- assumption row ------------------------------------------------------------------------- */

typedef struct
{
  guint begins;
  guint changes;
  guint ends;
  guint resets;
  double value;
} Gestures;

static void
on_changed (VbAssumptionRow *row, double value, Gestures *gestures)
{
  gestures->changes++;
  gestures->value = value;
}

static VbAssumptionRow *
make_assumption (Gestures *gestures)
{
  VbAssumptionRow *row = VB_ASSUMPTION_ROW (vb_assumption_row_new ("Target occupancy"));

  *gestures = (Gestures){ 0 };
  vb_assumption_row_set_range (row, 0.5, 1.1, 0.01);
  vb_assumption_row_set_value (row, 0.9);
  g_signal_connect_swapped (row, "drag-begin", G_CALLBACK (count), &gestures->begins);
  g_signal_connect_swapped (row, "drag-end", G_CALLBACK (count), &gestures->ends);
  g_signal_connect_swapped (row, "reset", G_CALLBACK (count), &gestures->resets);
  g_signal_connect (row, "changed", G_CALLBACK (on_changed), gestures);

  return row;
}

static gboolean
is_at_rest (gpointer user_data)
{
  return !vb_assumption_row_get_dragging (user_data);
}

static void
test_assumption_row_keys (void)
{
  Gestures gestures;
  VbAssumptionRow *row = make_assumption (&gestures);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWindow *window = gui_window_new (group, 260, 200);
  GtkWidget *scale = gui_find (GTK_WIDGET (row), GTK_TYPE_SCALE, NULL);
  GtkWidget *spin = gui_find (GTK_WIDGET (row), GTK_TYPE_SPIN_BUTTON, NULL);
  const char *shown = "90%";

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
  gui_wait_for_draw (group);
  gtk_test_accessible_assert_role (scale, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_LABEL, "Target occupancy");
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, shown);
  gtk_test_accessible_assert_property (spin, GTK_ACCESSIBLE_PROPERTY_LABEL, "Target occupancy");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "90%");

  /* Two presses of an arrow key are one change, and the second does not begin another. */
  g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_STEP_UP);
  g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_STEP_UP);
  g_assert_cmpuint (gestures.begins, ==, 1);
  g_assert_cmpuint (gestures.changes, ==, 2);
  g_assert_cmpfloat_with_epsilon (gestures.value, 0.92, 1e-9);
  g_assert_true (vb_assumption_row_get_dragging (row));

  /* A late answer does not take it out of the hand. */
  vb_assumption_row_set_value (row, 0.9);
  g_assert_cmpfloat_with_epsilon (vb_assumption_row_get_value (row), 0.92, 1e-9);

  gui_wait_until (is_at_rest, row);
  g_assert_cmpuint (gestures.ends, ==, 1);
  vb_assumption_row_set_value (row, 0.9);
  g_assert_cmpuint (gestures.changes, ==, 2);

  gui_assert_all_named (GTK_WIDGET (window));
  gui_window_destroy (window);
}

static void
test_assumption_row_typed (void)
{
  static const struct
  {
    const char *text;
    double value;
  } cases[] = { { "85", 0.85 }, { "85 %", 0.85 }, { "77,4%", 0.77 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Gestures gestures;
      VbAssumptionRow *row = g_object_ref_sink (make_assumption (&gestures));
      GtkWidget *spin = gui_find (GTK_WIDGET (row), GTK_TYPE_SPIN_BUTTON, NULL);

      gtk_editable_set_text (GTK_EDITABLE (spin), cases[i].text);
      gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
      g_assert_cmpfloat_with_epsilon (gestures.value, cases[i].value, 1e-9);
      g_assert_cmpuint (gestures.changes, ==, 1);

      /* What is no number, or out of range, changes nothing. */
      gtk_editable_set_text (GTK_EDITABLE (spin), "300 %");
      gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
      gtk_editable_set_text (GTK_EDITABLE (spin), "closed");
      gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
      g_assert_cmpuint (gestures.changes, ==, 1);

      g_assert_finalize_object (row);
    }
}

static void
test_assumption_row_reset (void)
{
  Gestures gestures;
  VbAssumptionRow *row = g_object_ref_sink (make_assumption (&gestures));
  GtkWidget *button;

  vb_assumption_row_set_caption (row, "inherited from Region");
  vb_assumption_row_set_resettable (row, TRUE);
  button = gui_find (GTK_WIDGET (row), GTK_TYPE_BUTTON, "flat");
  g_assert_true (gtk_widget_get_visible (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (gestures.resets, ==, 1);
  g_assert_cmpuint (gestures.changes, ==, 0);

  g_assert_finalize_object (row);
}

/* ---- period picker -------------------------------------------------------------------------- */

static void
test_period_picker_steps (void)
{
  VbPeriodPicker *picker = VB_PERIOD_PICKER (vb_period_picker_new ());
  GtkWidget *previous = gtk_widget_get_first_child (GTK_WIDGET (picker));
  GtkWidget *next = gtk_widget_get_last_child (GTK_WIDGET (picker));
  VbDay year = vb_day_from_ymd (2026, 1, 1);
  guint n = 0;

  g_object_ref_sink (picker);
  g_signal_connect_swapped (picker, "changed", G_CALLBACK (count), &n);
  vb_period_picker_set_period (picker, (VbPeriod){ VB_GRAIN_YEAR, year });
  g_assert_cmpuint (n, ==, 0);
  gtk_test_accessible_assert_property (gtk_widget_get_next_sibling (previous),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Period: 2026");

  g_signal_emit_by_name (previous, "clicked");
  g_assert_cmpint (vb_period_picker_get_period (picker).start, ==, vb_day_from_ymd (2025, 1, 1));
  g_signal_emit_by_name (next, "clicked");
  g_assert_cmpint (vb_period_picker_get_period (picker).start, ==, year);
  g_assert_cmpuint (n, ==, 2);

  g_assert_finalize_object (picker);
}

static void
test_period_picker_grain_and_jump (void)
{
  VbPeriodPicker *picker = VB_PERIOD_PICKER (vb_period_picker_new ());
  GtkWindow *window = gui_window_new (GTK_WIDGET (picker), 360, 500);
  GtkWidget *menu_button = gui_find (GTK_WIDGET (picker), GTK_TYPE_MENU_BUTTON, NULL);
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu_button));
  GtkWidget *month;

  vb_period_picker_set_extent (picker, vb_day_from_ymd (2021, 11, 1),
                               vb_day_from_ymd (2026, 11, 1));
  vb_period_picker_set_period (picker, (VbPeriod){ VB_GRAIN_YEAR, vb_day_from_ymd (2026, 1, 1) });
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu_button));
  gui_wait_for_draw (GTK_WIDGET (popover));
  gui_assert_all_named (GTK_WIDGET (window));
  g_assert_nonnull (gui_find_text (GTK_WIDGET (popover), "2015–2026"));

  /* From a year to its latest month with data. */
  month = gui_find_text (GTK_WIDGET (popover), "_Month");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (month), TRUE);
  g_assert_cmpint (vb_period_picker_get_period (picker).grain, ==, VB_GRAIN_MONTH);
  g_assert_cmpint (vb_period_picker_get_period (picker).start, ==, vb_day_from_ymd (2026, 10, 1));

  g_signal_emit_by_name (gui_find_text (GTK_WIDGET (popover), "Jul"), "clicked");
  g_assert_cmpint (vb_period_picker_get_period (picker).start, ==, vb_day_from_ymd (2026, 7, 1));

  /* 2026 has 53 ISO weeks, and the first begins in 2025. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gui_find_text (GTK_WIDGET (popover), "_Week")),
                                TRUE);
  g_signal_emit_by_name (gui_find_text (GTK_WIDGET (popover), "53"), "clicked");
  g_assert_cmpint (vb_period_picker_get_period (picker).start, ==, vb_day_from_ymd (2026, 12, 28));
  vb_period_picker_set_period (picker, (VbPeriod){ VB_GRAIN_WEEK, vb_day_from_ymd (2025, 12, 29) });
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu_button));
  g_assert_nonnull (gui_find_text (GTK_WIDGET (popover), "2026"));

  gui_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

  g_test_add_func ("/widgets/key-figure/name", test_key_figure_name);
  g_test_add_func ("/widgets/key-figure/not-selectable", test_key_figure_not_selectable);
  g_test_add_func ("/widgets/key-figure-row/selection", test_key_figure_row_selection);
  g_test_add_func ("/widgets/key-figure-row/adapts", test_key_figure_row_adapts);
  g_test_add_func ("/widgets/card/parts", test_card_parts);
  g_test_add_func ("/widgets/source-card/inputs", test_source_card_inputs);
  g_test_add_func ("/widgets/empty-state/action", test_empty_state_action);
  g_test_add_func ("/widgets/page-frame/inspector-moves", test_page_frame_inspector_moves);
  g_test_add_func ("/widgets/page-frame/empty", test_page_frame_empty);
  g_test_add_func ("/widgets/assumption-row/keys", test_assumption_row_keys);
  g_test_add_func ("/widgets/assumption-row/typed", test_assumption_row_typed);
  g_test_add_func ("/widgets/assumption-row/reset", test_assumption_row_reset);
  g_test_add_func ("/widgets/period-picker/steps", test_period_picker_steps);
  g_test_add_func ("/widgets/period-picker/grain-and-jump", test_period_picker_grain_and_jump);

  return g_test_run ();
}
