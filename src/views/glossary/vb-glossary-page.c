/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-glossary-page.h"

#include <glib/gi18n-lib.h>

#include "vb-empty-state.h"
#include "vb-glossary-card.h"
#include "vb-page-frame.h"
#include "vb-table-names.h"

struct _VbGlossaryPage
{
  VbPage parent_instance;

  GtkFilter *filter;
  char *search;

  GtkSearchEntry *search_entry;
  GtkLabel *count_label;
  GtkStack *stack;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  VbGlossaryCard *card;
};

G_DEFINE_FINAL_TYPE (VbGlossaryPage, vb_glossary_page, VB_TYPE_PAGE)

static const char *
get_text (VbGlossaryTerm *term, VbGlossaryField field)
{
  return vb_bilingual_get (vb_glossary_term_get_text (term, field));
}

/* ---- what is shown --------------------------------------------------------------------------- */

static void
on_row_setup (VbGlossaryPage *self, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *definition = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (definition), 0);
  gtk_label_set_ellipsize (GTK_LABEL (definition), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (definition, "caption");
  gtk_widget_add_css_class (definition, "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), definition);
  gtk_list_item_set_child (list_item, box);
}

static void
on_row_bind (VbGlossaryPage *self, GtkListItem *list_item)
{
  VbGlossaryTerm *term = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  const char *name = get_text (term, VB_GLOSSARY_FIELD_TERM);
  const char *definition = get_text (term, VB_GLOSSARY_FIELD_DEFINITION);
  g_autofree char *both = g_strdup_printf ("%s: %s", name, definition);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), definition);
  gtk_widget_set_tooltip_text (box, both);
  vb_table_name_row (box, both);
}

static void
on_selected (VbGlossaryPage *self)
{
  VbGlossaryTerm *term = gtk_single_selection_get_selected_item (self->selection);

  gtk_widget_set_visible (GTK_WIDGET (self->card), term != NULL);
  if (term != NULL)
    vb_glossary_card_show (self->card, vb_page_get_glossary (VB_PAGE (self)), term);
}

static void
show_count (VbGlossaryPage *self)
{
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint n_terms = g_list_model_get_n_items (G_LIST_MODEL (vb_page_get_glossary (VB_PAGE (self))));
  g_autofree char *count =
      n_found == n_terms
          ? g_strdup_printf (ngettext ("%u term", "%u terms", n_terms), n_terms)
          /* Translators: how many terms of the glossary a search found, out of how many */
          : g_strdup_printf (ngettext ("%u of %u term", "%u of %u terms", n_terms), n_found,
                             n_terms);

  gtk_label_set_label (self->count_label, count);
  gtk_stack_set_visible_child_name (self->stack, n_found > 0 ? "list" : "nothing");
}

/* The glossary is the same whatever the plan holds: there is nothing to show anew. */
static void
vb_glossary_page_refresh (VbPage *page)
{
}

static const char *
vb_glossary_page_get_help_term (VbPage *page)
{
  return _ ("Glossary");
}

static const char *
vb_glossary_page_get_help_text (VbPage *page)
{
  return _ ("The words of production and capacity planning, as this program uses and computes "
            "them. Type to search among terms, other names and definitions, in Swedish or in "
            "English.\n\nAn official paraphrase says in our words what its source defines; other "
            "definitions are our own.");
}

/* ---- search ---------------------------------------------------------------------------------- */

static int
compare_terms (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_utf8_collate (get_text ((gpointer) a, VB_GLOSSARY_FIELD_TERM),
                         get_text ((gpointer) b, VB_GLOSSARY_FIELD_TERM));
}

static gboolean
filter_term (gpointer item, gpointer user_data)
{
  VbGlossaryPage *self = user_data;

  return vb_glossary_term_matches (VB_GLOSSARY_TERM (item), self->search);
}

/* How well a name answers a search: 2 when it is the name, 1 when the words are in it, else 0. */
static guint
rank_name (const char *name, const char *search)
{
  g_autofree char *folded_name = NULL;
  g_autofree char *folded_search = NULL;

  if (name == NULL)
    return 0;

  folded_name = g_utf8_casefold (name, -1);
  folded_search = g_utf8_casefold (search, -1);
  if (g_str_equal (folded_name, folded_search))
    return 2;
  return g_str_match_string (search, name, TRUE) ? 1 : 0;
}

static void
select_position (VbGlossaryPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

/* A term that is called so comes before those whose definition only mentions it. */
static void
select_best (VbGlossaryPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint best = 0, best_rank = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VbGlossaryTerm) term = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      const VbBilingual *name = vb_glossary_term_get_text (term, VB_GLOSSARY_FIELD_TERM);
      guint rank = MAX (rank_name (name->sv, self->search), rank_name (name->en, self->search));

      if (rank > best_rank)
        {
          best = i;
          best_rank = rank;
        }
    }

  if (n > 0)
    select_position (self, best);
}

/* Without a search the term that was found stays chosen, now among all the others. */
static void
set_search (VbGlossaryPage *self, const char *text)
{
  g_autofree char *search = g_strstrip (g_strdup (text));
  guint selected;

  if (g_str_equal (search, self->search))
    return;

  g_free (self->search);
  self->search = g_steal_pointer (&search);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);

  selected = gtk_single_selection_get_selected (self->selection);
  if (*self->search != '\0')
    select_best (self);
  else if (selected != GTK_INVALID_LIST_POSITION)
    select_position (self, selected);
}

static void
clear_search (VbGlossaryPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  set_search (self, "");
}

static void
on_search_changed (VbGlossaryPage *self)
{
  set_search (self, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
on_stop_search (VbGlossaryPage *self)
{
  clear_search (self);
}

/* The arrows walk through what was found, and the reader can type on. */
static gboolean
on_search_key (VbGlossaryPage *self, guint keyval)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint selected = gtk_single_selection_get_selected (self->selection);

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (n > 0 && selected + 1 < n)
        select_position (self, selected + 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (n > 0 && selected > 0)
        select_position (self, selected - 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* A related term need not be among those that were searched for. */
static void
on_term_activated (VbGlossaryPage *self, VbGlossaryTerm *term)
{
  clear_search (self);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (VbGlossaryTerm) each = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (each == term)
        select_position (self, i);
    }
}

/* ---- life ------------------------------------------------------------------------------------ */

/* The page has its glossary only when it has been made. */
static void
vb_glossary_page_constructed (GObject *object)
{
  VbGlossaryPage *self = VB_GLOSSARY_PAGE (object);
  VbGlossary *glossary;
  g_autoptr (GtkSortListModel) sorted = NULL;
  g_autoptr (GtkFilterListModel) found = NULL;

  G_OBJECT_CLASS (vb_glossary_page_parent_class)->constructed (object);

  glossary = vb_page_get_glossary (VB_PAGE (self));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (glossary)),
                                    GTK_SORTER (gtk_custom_sorter_new (compare_terms, NULL, NULL)));
  found =
      gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (sorted)), g_object_ref (self->filter));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (found));
  show_count (self);
}

static void
vb_glossary_page_dispose (GObject *object)
{
  VbGlossaryPage *self = VB_GLOSSARY_PAGE (object);

  /* The filter asks this page, which must not be asked any more. */
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (vb_glossary_page_parent_class)->dispose (object);
}

static void
vb_glossary_page_finalize (GObject *object)
{
  g_free (VB_GLOSSARY_PAGE (object)->search);

  G_OBJECT_CLASS (vb_glossary_page_parent_class)->finalize (object);
}

static void
vb_glossary_page_class_init (VbGlossaryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VbPageClass *page_class = VB_PAGE_CLASS (klass);

  object_class->constructed = vb_glossary_page_constructed;
  object_class->dispose = vb_glossary_page_dispose;
  object_class->finalize = vb_glossary_page_finalize;
  page_class->refresh = vb_glossary_page_refresh;
  page_class->get_help_term = vb_glossary_page_get_help_term;
  page_class->get_help_text = vb_glossary_page_get_help_text;

  g_type_ensure (VB_TYPE_EMPTY_STATE);
  g_type_ensure (VB_TYPE_GLOSSARY_CARD);
  g_type_ensure (VB_TYPE_PAGE_FRAME);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/glossary/vb-glossary-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VbGlossaryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VbGlossaryPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, VbGlossaryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VbGlossaryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, VbGlossaryPage, selection);
  gtk_widget_class_bind_template_child (widget_class, VbGlossaryPage, card);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
  gtk_widget_class_bind_template_callback (widget_class, on_term_activated);
}

static void
vb_glossary_page_init (VbGlossaryPage *self)
{
  self->search = g_strdup ("");
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_term, self, NULL));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
}

void
vb_glossary_page_search (VbGlossaryPage *self, const char *text)
{
  g_return_if_fail (VB_IS_GLOSSARY_PAGE (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  set_search (self, text);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    clear_search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
vb_glossary_page_show_term (VbGlossaryPage *self, const char *id)
{
  VbGlossaryTerm *term;

  g_return_if_fail (VB_IS_GLOSSARY_PAGE (self));
  g_return_if_fail (id != NULL);

  term = vb_glossary_find (vb_page_get_glossary (VB_PAGE (self)), id);
  if (term == NULL)
    return;

  on_term_activated (self, term);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}
