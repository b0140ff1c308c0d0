/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gui-helper.h"

#include "vb-document-scenarios.h"
#include "vb-scenario-picker.h"
#include "vb-scenario-reader.h"

/* Region > hospital, and another region; each has the national scenario under a name of its own. */
typedef struct
{
  VbDocument *document;
  VbSession *session;
  gint64 hospital;
  gint64 other;
  VbScenarioPicker *picker;
  GtkWindow *window;
} Fixture;

static void
add_scenario (Fixture *self, gint64 unit, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ready = vb_scenario_reader_read_shipped (&error);
  VbBilingual text = { NULL, (char *) name };
  gint64 first;

  g_assert_no_error (error);
  first = vb_document_add_ready_scenario (self->document, g_ptr_array_index (ready, 0), unit, NULL);
  g_assert_cmpint (vb_document_copy_scenario (self->document, first, &text, NULL), !=, 0);
  g_assert_true (vb_document_remove_scenario (self->document, first, NULL));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 region;

  self->document = vb_document_new (&error);
  g_assert_no_error (error);
  region = vb_document_add_unit (self->document, 0, VB_UNIT_REGION, "Region Exempel", NULL, NULL);
  self->hospital =
      vb_document_add_unit (self->document, region, VB_UNIT_HOSPITAL, "Sjukhuset", NULL, NULL);
  self->other = vb_document_add_unit (self->document, 0, VB_UNIT_REGION, "Grannen", NULL, NULL);
  add_scenario (self, self->other, "A neighbour's");
  add_scenario (self, region, "B of the region");
  add_scenario (self, self->hospital, "C of the hospital");
  self->session = vb_session_new (self->document);
  vb_session_set_unit (self->session, vb_document_get_unit (self->document, self->hospital));

  self->picker = VB_SCENARIO_PICKER (vb_scenario_picker_new ());
  vb_scenario_picker_set_session (self->picker, self->session);
  self->window = gui_window_new (GTK_WIDGET (self->picker), 400, 600);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gui_window_destroy (self->window);
  g_assert_finalize_object (self->session);
  vb_document_close (self->document);
  g_assert_finalize_object (self->document);
}

static GtkWidget *
find (Fixture *self, GType type)
{
  return gui_find (GTK_WIDGET (self->picker), type, NULL);
}

static GListModel *
get_rows (Fixture *self)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find (self, GTK_TYPE_LIST_VIEW))));
}

static void
assert_row (Fixture *self, guint position, const char *name)
{
  g_autoptr (GObject) item = g_list_model_get_item (get_rows (self), position);

  g_assert_nonnull (item);
  g_assert_cmpstr (VB_IS_SCENARIO (item)
                       ? vb_bilingual_get (&vb_scenario_get_facts (VB_SCENARIO (item))->name)
                       : gtk_string_object_get_string (GTK_STRING_OBJECT (item)),
                   ==, name);
}

static void
open_picker (Fixture *self)
{
  vb_scenario_picker_popup (self->picker);
  gui_wait_for_draw (find (self, GTK_TYPE_POPOVER));
}

static void
activate (Fixture *self, guint position)
{
  g_signal_emit_by_name (find (self, GTK_TYPE_LIST_VIEW), "activate", position);
  gui_settle ();
}

static void
assert_name (Fixture *self, const char *name)
{
  gtk_test_accessible_assert_property (find (self, GTK_TYPE_MENU_BUTTON),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

/* Today, then what is about the unit, what is about those above it, and the rest. */
static void
test_order (Fixture *self, gconstpointer data)
{
  assert_name (self, "Scenario: Today");
  open_picker (self);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (self)), ==, 4);
  assert_row (self, 0, "Today");
  assert_row (self, 1, "C of the hospital");
  assert_row (self, 2, "B of the region");
  assert_row (self, 3, "A neighbour's");
  g_assert_nonnull (gui_find_text (GTK_WIDGET (self->picker), "Grannen"));
  gui_assert_all_named (GTK_WIDGET (self->window));
}

static void
test_choice (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  VbBilingual name = { NULL, (char *) "Z, a copy" };
  gint64 copy;

  open_picker (self);
  activate (self, 3);
  assert_name (self, "Scenario: A neighbour's");
  g_assert_cmpint (vb_unit_get_id (vb_session_get_unit (self->session)), ==, self->other);

  open_picker (self);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (get_rows (self))), ==,
                    1);
  activate (self, 0);
  assert_name (self, "Scenario: Today");
  g_assert_null (vb_session_get_scenario (self->session));

  copy = vb_document_copy_scenario (
      self->document,
      vb_scenario_get_id (vb_document_find_scenario (self->document, "A neighbour's", NULL)), &name,
      &error);
  g_assert_no_error (error);
  vb_session_set_scenario (self->session, vb_document_get_scenario (self->document, copy));
  assert_name (self, "Scenario: Z, a copy");
  vb_document_undo (self->document, &error);
  g_assert_no_error (error);
  assert_name (self, "Scenario: Today");
}

/* By the names of scenarios and of units, however few there are; Enter takes the first. */
static void
test_search (Fixture *self, gconstpointer data)
{
  GtkWidget *entry = find (self, GTK_TYPE_SEARCH_ENTRY);

  open_picker (self);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (self->window), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "gran");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (self)), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (find (self, GTK_TYPE_STACK))), ==,
                   "nothing");
  gtk_editable_set_text (GTK_EDITABLE (entry), "c of");
  g_signal_emit_by_name (entry, "search-changed");
  g_signal_emit_by_name (entry, "activate");
  assert_name (self, "Scenario: C of the hospital");
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/views/scenario-picker/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("order", test_order);
  ADD ("choice", test_choice);
  ADD ("search", test_search);
#undef ADD

  return g_test_run ();
}
