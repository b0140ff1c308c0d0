/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-dialogues-page.h"

#include <glib/gi18n-lib.h>

#include "vb-card.h"
#include "vb-dialogue-dialog.h"
#include "vb-dialogue-row.h"
#include "vb-empty-state.h"
#include "vb-key-figure-row.h"
#include "vb-number.h"
#include "vb-page-frame.h"

#define DAYS_OF_YEAR 365

struct _VbDialoguesPage
{
  VbPage parent_instance;

  VbPageFrame *frame;
  VbKeyFigure *held_figure;
  VbKeyFigure *awaiting_figure;
  VbKeyFigure *actions_figure;
  GtkStack *stack;
  GtkSearchEntry *search_entry;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (VbDialoguesPage, vb_dialogues_page, VB_TYPE_PAGE)

static VbDocument *
get_document (VbDialoguesPage *self)
{
  return vb_page_get_document (VB_PAGE (self));
}

/* ---- what is shown --------------------------------------------------------------------------- */

typedef struct
{
  guint n;
  guint n_last_year;
  guint n_awaiting;
  guint n_linked;
  guint n_linked_open;
  VbDay next; /* the first follow-up to come; VB_DAY_NONE = none */
} Counts;

static void
count (VbDialoguesPage *self, Counts *counts, const VbDialogueFacts *facts, VbDay today)
{
  counts->n++;
  if (facts->day > today - DAYS_OF_YEAR && facts->day <= today)
    counts->n_last_year++;
  if (vb_dialogue_facts_awaits_follow_up (facts, today))
    counts->n_awaiting++;
  else if (!facts->followed_up && facts->follow_up != VB_DAY_NONE
           && (counts->next == VB_DAY_NONE || facts->follow_up < counts->next))
    counts->next = facts->follow_up;

  for (guint i = 0; i < facts->n_actions; i++)
    {
      VbAction *action = vb_document_get_action (get_document (self), facts->action_ids[i]);

      if (action == NULL)
        continue;
      counts->n_linked++;
      if (vb_action_get_facts (action)->status != VB_ACTION_DONE
          && vb_action_get_facts (action)->status != VB_ACTION_CANCELLED)
        counts->n_linked_open++;
    }
}

static void
show_figures (VbDialoguesPage *self, const Counts *counts)
{
  g_autofree char *held = vb_number_format (counts->n_last_year, 0);
  g_autofree char *awaiting = vb_number_format (counts->n_awaiting, 0);
  g_autofree char *linked = vb_number_format (counts->n_linked, 0);
  g_autofree char *all =
      g_strdup_printf (ngettext ("%u in all", "%u in all", counts->n), counts->n);
  g_autofree char *open =
      g_strdup_printf (ngettext ("%u of them open", "%u of them open", counts->n_linked_open),
                       counts->n_linked_open);
  g_autofree char *next = NULL;

  if (counts->next != VB_DAY_NONE)
    {
      g_autofree char *day = vb_day_format (counts->next);

      /* Translators: %s is the day of the next follow-up */
      next = g_strdup_printf (_ ("next %s"), day);
    }
  vb_key_figure_set (self->held_figure, held, NULL, all);
  vb_key_figure_set (self->awaiting_figure, awaiting, NULL, next);
  vb_key_figure_set (self->actions_figure, linked, NULL, open);
}

static gboolean
contains (const char *text, const char *search)
{
  return text != NULL && g_str_match_string (search, text, TRUE);
}

static gboolean
matches (const VbDialogueFacts *facts, const char *search)
{
  return *search == '\0' || contains (facts->parties, search) || contains (facts->topics, search)
         || contains (facts->take_aways, search)
         || contains (vb_dialogue_kind_get_label (facts->kind), search);
}

static int
get_focused_row (VbDialoguesPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list))
                       ? gtk_widget_get_ancestor (focus, VB_TYPE_DIALOGUE_ROW)
                       : NULL;

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

/* The log has tens of entries, not thousands: it is built anew. */
static void
show_list (VbDialoguesPage *self, VbUnit *unit, Counts *counts)
{
  GListModel *dialogues = vb_document_get_dialogues (get_document (self));
  VbDay today = vb_day_get_today ();
  g_autoptr (GHashTable) units = vb_unit_collect_ids (unit);
  g_autofree char *search =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
  int focused = get_focused_row (self);
  GtkListBoxRow *row;
  guint n_shown = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < g_list_model_get_n_items (dialogues); i++)
    {
      g_autoptr (VbDialogue) dialogue = g_list_model_get_item (dialogues, i);
      const VbDialogueFacts *facts = vb_dialogue_get_facts (dialogue);

      if (!g_hash_table_contains (units, &facts->unit_id))
        continue;
      count (self, counts, facts, today);
      if (!matches (facts, search))
        continue;
      gtk_list_box_append (self->list, vb_dialogue_row_new (get_document (self), dialogue, today));
      n_shown++;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), counts->n > 0);
  gtk_stack_set_visible_child_name (self->stack, counts->n == 0 ? "none"
                                                 : n_shown == 0 ? "not-found"
                                                                : "list");
  row = focused >= 0 ? gtk_list_box_get_row_at_index (self->list, MIN (focused, (int) n_shown - 1))
                     : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
vb_dialogues_page_refresh (VbPage *page)
{
  VbDialoguesPage *self = VB_DIALOGUES_PAGE (page);
  VbUnit *unit = vb_session_get_unit (vb_page_get_session (page));
  Counts counts = { 0 };

  vb_page_frame_set_empty (self->frame, unit == NULL);
  if (unit == NULL)
    return;

  show_list (self, unit, &counts);
  show_figures (self, &counts);
}

static const char *
vb_dialogues_page_get_help_term (VbPage *page)
{
  return _ ("Strategic dialogue");
}

static const char *
vb_dialogues_page_get_help_text (VbPage *page)
{
  return _ ("The log of what a unit has talked about with others: strategic dialogues with "
            "Socialstyrelsen, network meetings, meetings of its own. Each has parties, topics and "
            "what to take away from it, a day to follow it up, and the actions that came of it."
            "\n\nWhat is to be followed up, and has not been, is named on the overview too.");
}

/* ---- what the reader does -------------------------------------------------------------------- */

static void
open_dialog (VbDialoguesPage *self, VbDialogue *dialogue)
{
  VbUnit *unit = dialogue != NULL ? vb_document_get_unit (get_document (self),
                                                          vb_dialogue_get_facts (dialogue)->unit_id)
                                  : vb_session_get_unit (vb_page_get_session (VB_PAGE (self)));

  if (unit != NULL)
    gtk_window_present (
        GTK_WINDOW (vb_dialogue_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                            get_document (self), unit, dialogue)));
}

static void
add (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_dialog (VB_DIALOGUES_PAGE (widget), NULL);
}

static void
on_row_activated (VbDialoguesPage *self, GtkListBoxRow *row)
{
  open_dialog (self, vb_dialogue_row_get_dialogue (VB_DIALOGUE_ROW (row)));
}

static void
tell (VbDialoguesPage *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  vb_page_add_toast (VB_PAGE (self), toast);
}

static void
remove_dialogue (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbDialoguesPage *self = VB_DIALOGUES_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (vb_document_remove_dialogue (get_document (self), g_variant_get_int64 (parameter), &error))
    tell (self, _ ("The dialogue was removed"));
  else
    vb_page_report_error (VB_PAGE (self), error);
}

static void
follow_up (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbDialoguesPage *self = VB_DIALOGUES_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  VbDialogue *dialogue = vb_document_get_dialogue (get_document (self), id);
  g_autoptr (VbDialogueFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  if (dialogue == NULL)
    return;

  facts = vb_dialogue_facts_copy (vb_dialogue_get_facts (dialogue));
  facts->followed_up = TRUE;
  if (vb_document_change_dialogue (get_document (self), id, facts, &error))
    tell (self, _ ("The dialogue has been followed up"));
  else
    vb_page_report_error (VB_PAGE (self), error);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_dialogues_page_constructed (GObject *object)
{
  static const char *const changes[] = { "actions-changed", "dialogues-changed" };
  VbDialoguesPage *self = VB_DIALOGUES_PAGE (object);

  G_OBJECT_CLASS (vb_dialogues_page_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (get_document (self), changes[i], G_CALLBACK (vb_page_queue_refresh),
                             self, G_CONNECT_SWAPPED);
}

static void
vb_dialogues_page_class_init (VbDialoguesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VbPageClass *page_class = VB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = vb_dialogues_page_constructed;
  page_class->refresh = vb_dialogues_page_refresh;
  page_class->get_help_term = vb_dialogues_page_get_help_term;
  page_class->get_help_text = vb_dialogues_page_get_help_text;

  g_type_ensure (VB_TYPE_CARD);
  g_type_ensure (VB_TYPE_EMPTY_STATE);
  g_type_ensure (VB_TYPE_KEY_FIGURE);
  g_type_ensure (VB_TYPE_KEY_FIGURE_ROW);
  g_type_ensure (VB_TYPE_PAGE_FRAME);

  gtk_widget_class_install_action (widget_class, "dialogues.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "dialogues.follow-up", "x", follow_up);
  gtk_widget_class_install_action (widget_class, "dialogues.remove", "x", remove_dialogue);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "dialogues.add", NULL);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/dialogues/vb-dialogues-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VbDialoguesPage, frame);
  gtk_widget_class_bind_template_child (widget_class, VbDialoguesPage, held_figure);
  gtk_widget_class_bind_template_child (widget_class, VbDialoguesPage, awaiting_figure);
  gtk_widget_class_bind_template_child (widget_class, VbDialoguesPage, actions_figure);
  gtk_widget_class_bind_template_child (widget_class, VbDialoguesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VbDialoguesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VbDialoguesPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, vb_page_queue_refresh);
}

static void
vb_dialogues_page_init (VbDialoguesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
