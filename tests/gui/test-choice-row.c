/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choices side by side, and the layout that lets them wrap. */
#include "gui-helper.h"

#include "vb-choice-row.h"
#include "vb-wrap-layout.h"

static VbChoiceRow *
make_row (void)
{
  VbChoiceRow *row = VB_CHOICE_ROW (vb_choice_row_new ());

  vb_choice_row_append (row, "1   No", "1 No");
  vb_choice_row_append (row, "2   Partly", "2 Partly");
  vb_choice_row_append (row, "3   <b>Mostly</b>", "3 Mostly");

  return row;
}

static GtkWidget *
get_button (VbChoiceRow *row, guint number)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (row));

  for (guint i = 1; i < number; i++)
    button = gtk_widget_get_next_sibling (button);

  return button;
}

static void
assert_pressed (VbChoiceRow *row, guint chosen)
{
  g_assert_cmpuint (vb_choice_row_get_chosen (row), ==, chosen);
  for (guint i = 1; i <= vb_choice_row_get_n_choices (row); i++)
    gtk_test_accessible_assert_state (get_button (row, i), GTK_ACCESSIBLE_STATE_PRESSED,
                                      i == chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                  : GTK_ACCESSIBLE_TRISTATE_FALSE);
}

static void
on_picked (guint *picked, guint choice)
{
  *picked = *picked * 10 + choice;
}

static void
test_picks_one (void)
{
  VbChoiceRow *row = make_row ();
  GtkWindow *window = gui_window_new (GTK_WIDGET (row), 400, 100);
  guint picked = 0;

  g_signal_connect_swapped (row, "picked", G_CALLBACK (on_picked), &picked);
  assert_pressed (row, 0);
  gtk_test_accessible_assert_property (get_button (row, 3), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "3 Mostly");

  g_signal_emit_by_name (get_button (row, 2), "clicked");
  assert_pressed (row, 2);
  g_signal_emit_by_name (get_button (row, 3), "clicked");
  assert_pressed (row, 3);
  /* Once more: told, since the owner may take it away then, but it does not spring up by itself. */
  g_signal_emit_by_name (get_button (row, 3), "clicked");
  assert_pressed (row, 3);
  g_assert_cmpuint (picked, ==, 233);

  /* What is set from outside is not told. */
  vb_choice_row_set_chosen (row, 1);
  assert_pressed (row, 1);
  vb_choice_row_set_chosen (row, 0);
  assert_pressed (row, 0);
  g_assert_cmpuint (picked, ==, 233);

  gui_assert_all_named (GTK_WIDGET (row));
  gui_window_destroy (window);
}

static gboolean
press (VbChoiceRow *row, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (row));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &handled);
    }

  return handled;
}

static void
test_keys_pick (void)
{
  VbChoiceRow *row = make_row ();
  GtkWindow *window = gui_window_new (GTK_WIDGET (row), 400, 100);
  guint picked = 0;

  g_signal_connect_swapped (row, "picked", G_CALLBACK (on_picked), &picked);
  g_assert_true (press (row, '3', 0));
  assert_pressed (row, 3);
  g_assert_true (press (row, GDK_KEY_KP_1, 0));
  assert_pressed (row, 1);

  /* What is no choice here, or a shortcut of the window. */
  g_assert_false (press (row, '4', 0));
  g_assert_false (press (row, '0', 0));
  g_assert_false (press (row, 'a', 0));
  g_assert_false (press (row, '2', GDK_CONTROL_MASK));
  assert_pressed (row, 1);
  g_assert_cmpuint (picked, ==, 31);

  gui_window_destroy (window);
}

/* Other tests' windows on the display take the keyboard, and Tab then only comes back to where the
 * focus is. */
static gboolean
is_active (gpointer window)
{
  if (!gtk_window_is_active (window))
    gtk_window_present (window);
  return gtk_window_is_active (window);
}

/* Tab stops at the chosen one only, and goes on from there. */
static void
test_is_one_stop (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  VbChoiceRow *row = make_row ();
  GtkWidget *before = gtk_button_new_with_label ("before");
  GtkWidget *after = gtk_button_new_with_label ("after");
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), before);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row));
  gtk_box_append (GTK_BOX (box), after);
  window = gui_window_new (box, 400, 200);
  gui_wait_until (is_active, window);

  gtk_widget_grab_focus (before);
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (window) == get_button (row, 1));
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_RIGHT);
  g_assert_true (gtk_window_get_focus (window) == get_button (row, 2));
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (window) == after);

  vb_choice_row_set_chosen (row, 3);
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (window) == get_button (row, 3));
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_window_get_focus (window) == before);

  gui_window_destroy (window);
}

/* ---- wrapping -------------------------------------------------------------------------------- */

#define SPACING 10

typedef struct
{
  GtkWidget *box;
  GtkWidget *children[3];
} Wrapped;

/* Three children of 100 × 20, the last of which expands. */
static Wrapped
make_wrapped (GtkLayoutManager *layout)
{
  Wrapped self = { g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0)), { NULL } };

  gtk_widget_set_layout_manager (self.box, layout);
  for (guint i = 0; i < G_N_ELEMENTS (self.children); i++)
    {
      self.children[i] = gtk_drawing_area_new ();
      gtk_widget_set_size_request (self.children[i], 100, 20);
      gtk_box_append (GTK_BOX (self.box), self.children[i]);
    }
  gtk_widget_set_hexpand (self.children[2], TRUE);

  return self;
}

static void
assert_place (Wrapped *self, guint child, int x, int y, int width)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (self->children[child], self->box, &bounds));
  g_assert_cmpint (bounds.origin.x, ==, x);
  g_assert_cmpint (bounds.origin.y, ==, y);
  g_assert_cmpint (bounds.size.width, ==, width);
  g_assert_cmpint (bounds.size.height, ==, 20);
}

static void
allocate (Wrapped *self, int width)
{
  int height;

  gtk_widget_measure (self->box, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
test_wraps (void)
{
  Wrapped self = make_wrapped (vb_wrap_layout_new (SPACING));
  int minimum, natural;

  gtk_widget_measure (self.box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 320);
  gtk_widget_measure (self.box, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 20);

  allocate (&self, 400);
  assert_place (&self, 0, 0, 0, 100);
  assert_place (&self, 1, 110, 0, 100);
  assert_place (&self, 2, 220, 0, 180);

  allocate (&self, 319);
  assert_place (&self, 1, 110, 0, 100);
  assert_place (&self, 2, 0, 30, 319);

  allocate (&self, 100);
  assert_place (&self, 0, 0, 0, 100);
  assert_place (&self, 1, 0, 30, 100);
  assert_place (&self, 2, 0, 60, 100);

  /* What is hidden takes no room, nor any space. */
  gtk_widget_set_visible (self.children[0], FALSE);
  allocate (&self, 400);
  assert_place (&self, 1, 0, 0, 100);
  assert_place (&self, 2, 110, 0, 290);

  gtk_widget_set_direction (self.box, GTK_TEXT_DIR_RTL);
  allocate (&self, 400);
  assert_place (&self, 1, 300, 0, 100);
  assert_place (&self, 2, 0, 0, 290);

  g_assert_finalize_object (self.box);
}

static void
test_wraps_to_the_end (void)
{
  Wrapped self = make_wrapped (
      g_object_new (VB_TYPE_WRAP_LAYOUT, "spacing", SPACING, "align", GTK_ALIGN_END, NULL));

  /* A line that something fills has no end to stand at. */
  allocate (&self, 250);
  assert_place (&self, 0, 40, 0, 100);
  assert_place (&self, 1, 150, 0, 100);
  assert_place (&self, 2, 0, 30, 250);

  g_assert_finalize_object (self.box);
}

/* What expands can do with less than it would like, rather than go to another line. */
static void
test_wraps_by_basis (void)
{
  Wrapped self =
      make_wrapped (g_object_new (VB_TYPE_WRAP_LAYOUT, "spacing", SPACING, "basis", 60, NULL));
  GtkWidget *label = gtk_label_new ("a text that is longer than it has to be");
  int natural;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_remove (GTK_BOX (self.box), self.children[2]);
  gtk_box_append (GTK_BOX (self.box), label);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, >, 60);

  allocate (&self, 290);
  g_assert_cmpint (gtk_widget_get_width (label), ==, 70);
  allocate (&self, 270);
  g_assert_cmpint (gtk_widget_get_width (label), ==, 270);

  g_assert_finalize_object (self.box);
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

  g_test_add_func ("/widgets/choice-row/picks-one", test_picks_one);
  g_test_add_func ("/widgets/choice-row/keys", test_keys_pick);
  g_test_add_func ("/widgets/choice-row/one-stop", test_is_one_stop);
  g_test_add_func ("/widgets/wrap-layout/wraps", test_wraps);
  g_test_add_func ("/widgets/wrap-layout/end", test_wraps_to_the_end);
  g_test_add_func ("/widgets/wrap-layout/basis", test_wraps_by_basis);

  return g_test_run ();
}
