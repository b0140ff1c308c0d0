/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gui-helper.h"

#include "vb-glossary-card.h"
#include "vb-glossary-page.h"
#include "vb-glossary-reader.h"

/* The page on a plan that holds nothing, in the language of the test's data. */
typedef struct
{
  char *language;
  VbDocument *document;
  VbSession *session;
  VbPlanner *planner;
  VbGlossaryPage *page;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (VbGlossary) glossary = NULL;
  g_autoptr (GError) error = NULL;

  glossary = vb_glossary_reader_read_shipped (&error);
  g_assert_no_error (error);
  self->language = g_strdup (g_getenv ("LANGUAGE"));
  g_setenv ("LANGUAGE", data, TRUE);

  self->document = vb_document_new (&error);
  g_assert_no_error (error);
  self->session = vb_session_new (self->document);
  self->planner = vb_planner_new (self->document);
  self->page =
      g_object_new (VB_TYPE_GLOSSARY_PAGE, "page-id", "glossary", "title", "Glossary", "session",
                    self->session, "planner", self->planner, "glossary", glossary, NULL);
  self->window = gui_window_new (GTK_WIDGET (self->page), 900, 600);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gui_window_destroy (self->window);
  vb_document_close (self->document);
  g_assert_finalize_object (self->planner);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->document);

  if (self->language != NULL)
    g_setenv ("LANGUAGE", self->language, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  g_free (self->language);
}

static GtkWidget *
find (Fixture *self, GType type)
{
  return gui_find (GTK_WIDGET (self->page), type, NULL);
}

static GtkSingleSelection *
get_terms (Fixture *self)
{
  return GTK_SINGLE_SELECTION (
      gtk_list_view_get_model (GTK_LIST_VIEW (find (self, GTK_TYPE_LIST_VIEW))));
}

static guint
count_terms (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_terms (self)));
}

static const char *
get_selected_id (Fixture *self)
{
  return vb_glossary_term_get_id (gtk_single_selection_get_selected_item (get_terms (self)));
}

static void
search (Fixture *self, const char *text)
{
  GtkWidget *entry = find (self, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  gui_wait_for_draw (GTK_WIDGET (self->window));
}

/* The card says @text: it tells what the list has chosen. */
static void
assert_card_says (Fixture *self, const char *text)
{
  g_assert_nonnull (gui_find_text (find (self, VB_TYPE_GLOSSARY_CARD), text));
}

static void
test_lists_all_terms (Fixture *self, gconstpointer data)
{
  GListModel *terms = G_LIST_MODEL (get_terms (self));
  guint n = count_terms (self);

  g_assert_cmpuint (n, >=, 80);
  for (guint i = 1; i < n; i++)
    {
      g_autoptr (VbGlossaryTerm) before = g_list_model_get_item (terms, i - 1);
      g_autoptr (VbGlossaryTerm) term = g_list_model_get_item (terms, i);
      const char *first =
          vb_bilingual_get (vb_glossary_term_get_text (before, VB_GLOSSARY_FIELD_TERM));
      const char *second =
          vb_bilingual_get (vb_glossary_term_get_text (term, VB_GLOSSARY_FIELD_TERM));

      g_assert_cmpint (g_utf8_collate (first, second), <=, 0);
    }

  gui_assert_all_named (GTK_WIDGET (self->page));
  gui_assert_not_clipped (GTK_WIDGET (self->page));
}

static void
test_search_narrows (Fixture *self, gconstpointer data)
{
  GtkStack *stack = GTK_STACK (gtk_widget_get_ancestor (
      gtk_widget_get_parent (find (self, GTK_TYPE_LIST_VIEW)), GTK_TYPE_STACK));
  guint n_all = count_terms (self);
  guint n_found;

  /* The term of that name is chosen, not one whose definition mentions it. */
  search (self, "occupancy");
  n_found = count_terms (self);
  g_assert_cmpuint (n_found, >, 1);
  g_assert_cmpuint (n_found, <, n_all);
  g_assert_cmpstr (get_selected_id (self), ==, "occupancy");

  /* In the other language, without its accents and in capitals. */
  search (self, "BELAGGNINGSGRAD");
  g_assert_cmpuint (count_terms (self), >=, 1);
  g_assert_cmpstr (get_selected_id (self), ==, "occupancy");

  search (self, "no such term at all");
  g_assert_cmpuint (count_terms (self), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "nothing");
  g_assert_nonnull (gui_find_text (GTK_WIDGET (stack), "No Term Found"));
  g_assert_false (gtk_widget_get_visible (find (self, VB_TYPE_GLOSSARY_CARD)));

  g_signal_emit_by_name (find (self, GTK_TYPE_SEARCH_ENTRY), "stop-search");
  g_assert_cmpuint (count_terms (self), ==, n_all);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "list");
}

static void
test_selection_is_shown (Fixture *self, gconstpointer data)
{
  gboolean swedish = g_str_equal (data, "sv");
  VbGlossaryTerm *term;
  const VbBilingual *definition;

  search (self, "occupancy");
  term = gtk_single_selection_get_selected_item (get_terms (self));
  definition = vb_glossary_term_get_text (term, VB_GLOSSARY_FIELD_DEFINITION);

  assert_card_says (self, swedish ? "beläggningsgrad" : "occupancy");
  assert_card_says (self, swedish ? "In English: occupancy" : "In Swedish: beläggningsgrad");
  assert_card_says (self, swedish ? definition->sv : definition->en);
  assert_card_says (self, "Official, Paraphrased");
  g_assert_cmpstr (definition->sv, !=, definition->en);

  search (self, "lever");
  g_assert_cmpstr (get_selected_id (self), ==, "lever");
  assert_card_says (self, "Own Wording");
}

/* A related term is shown though it is not among those that were searched for. */
static void
test_related_term (Fixture *self, gconstpointer data)
{
  GtkWidget *card = find (self, VB_TYPE_GLOSSARY_CARD);
  VbGlossaryTerm *term;
  g_autofree char *related = NULL;
  gboolean handled = FALSE;
  GtkWidget *links;

  search (self, "structural break");
  g_assert_cmpuint (count_terms (self), ==, 1);
  term = gtk_single_selection_get_selected_item (get_terms (self));
  related = g_strdup (vb_glossary_term_get_related (term)[0]);
  g_assert_nonnull (related);

  links =
      gtk_widget_get_last_child (gtk_widget_get_last_child (adw_bin_get_child (ADW_BIN (card))));
  g_signal_emit_by_name (links, "activate-link", related, &handled);
  g_assert_true (handled);
  g_assert_cmpstr (get_selected_id (self), ==, related);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (self, GTK_TYPE_SEARCH_ENTRY))), ==,
                   "");
}

/* What another page asks for is searched for; what the glossary does not have shows it all. */
static void
test_asked_for (Fixture *self, gconstpointer data)
{
  guint n_all = count_terms (self);

  vb_glossary_page_search (self->page, "Occupancy");
  g_assert_cmpstr (get_selected_id (self), ==, "occupancy");
  g_assert_cmpuint (count_terms (self), <, n_all);

  vb_glossary_page_search (self->page, "no such term at all");
  g_assert_cmpuint (count_terms (self), ==, n_all);
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

#define ADD(path, language, function)                                                              \
  g_test_add ("/views/glossary-page/" path, Fixture, language, set_up, function, tear_down)
  ADD ("all-terms/en", "en", test_lists_all_terms);
  ADD ("all-terms/sv", "sv", test_lists_all_terms);
  ADD ("search", "en", test_search_narrows);
  ADD ("selection/en", "en", test_selection_is_shown);
  ADD ("selection/sv", "sv", test_selection_is_shown);
  ADD ("related", "en", test_related_term);
  ADD ("asked-for", "en", test_asked_for);
#undef ADD

  return g_test_run ();
}
