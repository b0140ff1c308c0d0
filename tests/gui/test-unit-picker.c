/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gui-helper.h"

#include "vb-unit-picker.h"
#include "vb-unit-private.h"

/* Region > two hospitals > two wards each. */
typedef struct
{
  GListStore *roots;
  VbUnit *region;
  VbUnit *ward; /* Medicine 2 of the second hospital */
  VbUnitPicker *picker;
  GtkWindow *window;
} Fixture;

static VbUnit *
add_unit (GPtrArray *siblings, VbUnit *parent, gint64 id, VbUnitKind kind, const char *name)
{
  VbUnit *unit = vb_unit_new (id);

  vb_unit_set_kind (unit, kind);
  vb_unit_set_name (unit, name);
  vb_unit_set_parent (unit, parent);
  g_ptr_array_add (siblings, unit);

  return unit;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const char *const hospitals[] = { "Central Hospital", "Åkerby Hospital" };
  g_autoptr (GPtrArray) of_region = g_ptr_array_new_with_free_func (g_object_unref);

  self->region = vb_unit_new (1);
  vb_unit_set_kind (self->region, VB_UNIT_REGION);
  vb_unit_set_name (self->region, "Region Example");
  for (guint i = 0; i < G_N_ELEMENTS (hospitals); i++)
    {
      g_autoptr (GPtrArray) of_hospital = g_ptr_array_new_with_free_func (g_object_unref);
      VbUnit *hospital = add_unit (of_region, self->region, 10 + i, VB_UNIT_HOSPITAL, hospitals[i]);
      VbUnit *ward;

      ward = add_unit (of_hospital, hospital, 100 + i, VB_UNIT_WARD, "Surgery 1");
      vb_unit_set_code (ward, i == 0 ? "K1A" : "K1B");
      self->ward = add_unit (of_hospital, hospital, 110 + i, VB_UNIT_WARD, "Medicine 2");
      vb_unit_set_children (hospital, of_hospital);
    }
  vb_unit_set_children (self->region, of_region);

  self->roots = g_list_store_new (VB_TYPE_UNIT);
  g_list_store_append (self->roots, self->region);

  self->picker = VB_UNIT_PICKER (vb_unit_picker_new ());
  vb_unit_picker_set_roots (self->picker, G_LIST_MODEL (self->roots));
  self->window = gui_window_new (GTK_WIDGET (self->picker), 400, 600);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gui_window_destroy (self->window);
  g_clear_object (&self->roots);
  g_clear_object (&self->region);
}

static GtkWidget *
find (Fixture *self, GType type)
{
  return gui_find (GTK_WIDGET (self->picker), type, NULL);
}

static GtkSelectionModel *
get_rows (Fixture *self)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (find (self, GTK_TYPE_LIST_VIEW)));
}

static guint
count_rows (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_rows (self)));
}

static void
search (Fixture *self, const char *text)
{
  GtkWidget *entry = find (self, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
open_picker (Fixture *self)
{
  vb_unit_picker_popup (self->picker);
  gui_wait_for_draw (find (self, GTK_TYPE_POPOVER));
}

static void
test_tree_opens_at_unit (Fixture *self, gconstpointer data)
{
  g_autoptr (GtkTreeListRow) row = NULL;

  vb_unit_picker_set_unit (self->picker, self->ward);
  open_picker (self);

  /* The region, both hospitals, and the wards of the one that holds the chosen ward. */
  g_assert_cmpuint (count_rows (self), ==, 5);
  row = g_list_model_get_item (
      G_LIST_MODEL (get_rows (self)),
      gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (get_rows (self))));
  g_assert_true (gtk_tree_list_row_get_item (row) == (gpointer) self->ward);
  g_object_unref (self->ward);

  gui_assert_all_named (GTK_WIDGET (self->window));
  g_assert_nonnull (gui_find_text (GTK_WIDGET (self->picker), "Åkerby Hospital"));
}

static void
test_search_finds_names_and_codes (Fixture *self, gconstpointer data)
{
  open_picker (self);

  search (self, "medicine");
  g_assert_cmpuint (count_rows (self), ==, 2);
  search (self, "ÅKER");
  g_assert_cmpuint (count_rows (self), ==, 1);
  search (self, "k1b");
  g_assert_cmpuint (count_rows (self), ==, 1);
  search (self, "no such ward");
  g_assert_cmpuint (count_rows (self), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (find (self, GTK_TYPE_STACK))), ==,
                   "nothing");
  search (self, " ");
  g_assert_cmpuint (count_rows (self), ==, 3);
}

static void
count (guint *n)
{
  (*n)++;
}

/* Type a name, press Enter: the first that matches is chosen. */
static void
test_enter_chooses_first (Fixture *self, gconstpointer data)
{
  GtkWidget *button = find (self, GTK_TYPE_MENU_BUTTON);
  guint n = 0;

  g_signal_connect_swapped (self->picker, "notify::unit", G_CALLBACK (count), &n);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Unit: No Unit");

  open_picker (self);
  search (self, "central");
  g_signal_emit_by_name (find (self, GTK_TYPE_SEARCH_ENTRY), "activate");

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (vb_unit_get_name (vb_unit_picker_get_unit (self->picker)), ==,
                   "Central Hospital");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Unit: Central Hospital");

  /* A unit that is renamed is renamed here. */
  vb_unit_set_name (vb_unit_picker_get_unit (self->picker), "Central");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Unit: Central");
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/views/unit-picker/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("tree-opens-at-unit", test_tree_opens_at_unit);
  ADD ("search", test_search_finds_names_and_codes);
  ADD ("enter-chooses-first", test_enter_chooses_first);
#undef ADD

  return g_test_run ();
}
