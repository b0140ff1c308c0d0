/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-actions-page.h"

#include <glib/gi18n-lib.h>

#include "vb-action-board.h"
#include "vb-action-dialog.h"
#include "vb-action-figures.h"
#include "vb-actions-table.h"
#include "vb-action-words.h"
#include "vb-card.h"
#include "vb-empty-state.h"
#include "vb-focus-card.h"
#include "vb-page-frame.h"
#include "vb-wrap-layout.h"

struct _VbActionsPage
{
  VbPage parent_instance;

  VbPageFrame *frame;
  VbActionFigures *figures;
  GtkWidget *inspector;
  VbSourceCard *source_card;
  GtkStack *stack;
  GtkWidget *filters;
  GtkToggleButton *table_button;
  GtkDropDown *focus_filter;
  GtkDropDown *status_filter;
  GtkSearchEntry *search_entry;
  VbActionBoard *board;
  VbActionsTable *table;
  VbFocusCard *focus_card;

  GArray *focus_ids; /* of the choices of the filter after the first */
  gboolean refreshing;
};

G_DEFINE_FINAL_TYPE (VbActionsPage, vb_actions_page, VB_TYPE_PAGE)

#define ALL 0

static VbDocument *
get_document (VbActionsPage *self)
{
  return vb_page_get_document (VB_PAGE (self));
}

/* ---- which actions are shown ----------------------------------------------------------------- */

/* The choices follow the document; the one that was made stays. */
static void
show_focus_filter (VbActionsPage *self)
{
  GListModel *areas = vb_document_get_focus_areas (get_document (self));
  guint selected = gtk_drop_down_get_selected (self->focus_filter);
  gint64 kept = selected != ALL && selected - 1 < self->focus_ids->len
                    ? g_array_index (self->focus_ids, gint64, selected - 1)
                    : -1;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  selected = ALL;
  g_array_set_size (self->focus_ids, 0);
  gtk_string_list_append (names, _ ("All focus areas"));
  for (guint i = 0; i <= g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (VbFocusArea) area = g_list_model_get_item (areas, i);
      gint64 id = area != NULL ? vb_focus_area_get_id (area) : 0;

      gtk_string_list_append (names, area != NULL
                                         ? vb_bilingual_get (&vb_focus_area_get_facts (area)->name)
                                         : _ ("No focus area"));
      g_array_append_val (self->focus_ids, id);
      if (id == kept)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->focus_filter, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->focus_filter, selected);
}

static gboolean
contains (const char *text, const char *search)
{
  return text != NULL && g_str_match_string (search, text, TRUE);
}

static gboolean
matches (VbActionsPage *self, const VbActionFacts *facts)
{
  guint focus = gtk_drop_down_get_selected (self->focus_filter);
  guint status = gtk_drop_down_get_selected (self->status_filter);
  g_autofree char *search =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));

  if (focus != ALL && focus - 1 < self->focus_ids->len
      && g_array_index (self->focus_ids, gint64, focus - 1) != facts->focus_area_id)
    return FALSE;
  /* The board has a column for each status. */
  if (gtk_toggle_button_get_active (self->table_button) && status != ALL
      && status - 1 != (guint) facts->status)
    return FALSE;

  return *search == '\0' || contains (facts->title, search) || contains (facts->description, search)
         || contains (facts->owner_role, search)
         || contains (vb_action_words_get_focus_area (get_document (self), facts), search);
}

/* Those of the unit and of the units below it. @n_all: before the filter. */
static GListModel *
find_shown (VbActionsPage *self, VbUnit *unit, guint *n_all)
{
  GListModel *actions = vb_document_get_actions (get_document (self));
  GListStore *shown = g_list_store_new (VB_TYPE_ACTION);
  g_autoptr (GHashTable) units = vb_unit_collect_ids (unit);

  *n_all = 0;
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (actions, i);
      const VbActionFacts *facts = vb_action_get_facts (action);

      if (!g_hash_table_contains (units, &facts->unit_id))
        continue;
      ++*n_all;
      if (matches (self, facts))
        g_list_store_append (shown, action);
    }

  return G_LIST_MODEL (shown);
}

static void
show_actions (VbActionsPage *self, VbUnit *unit)
{
  gboolean as_table = gtk_toggle_button_get_active (self->table_button);
  VbDay today = vb_day_get_today ();
  g_autoptr (GListModel) shown = NULL;
  guint n_all;

  shown = find_shown (self, unit, &n_all);
  gtk_widget_set_visible (self->filters, n_all > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->status_filter), as_table);
  if (n_all == 0)
    gtk_stack_set_visible_child_name (self->stack, "none");
  else if (g_list_model_get_n_items (shown) == 0)
    gtk_stack_set_visible_child_name (self->stack, "not-found");
  else
    gtk_stack_set_visible_child_name (self->stack, as_table ? "table" : "board");
  vb_action_board_show (self->board, get_document (self), shown, today);
  vb_actions_table_show (self->table, get_document (self), shown, today);
}

static void
explain (VbActionsPage *self)
{
  vb_action_figures_explain (self->figures, self->source_card);
  /* The board needs the room when there is nothing to explain. */
  vb_page_frame_set_inspector (self->frame, gtk_widget_get_visible (GTK_WIDGET (self->source_card))
                                                ? self->inspector
                                                : NULL);
}

static void
vb_actions_page_refresh (VbPage *page)
{
  VbActionsPage *self = VB_ACTIONS_PAGE (page);
  VbUnit *unit = vb_session_get_unit (vb_page_get_session (page));

  vb_page_frame_set_empty (self->frame, unit == NULL);
  if (unit == NULL)
    return;

  self->refreshing = TRUE;
  show_focus_filter (self);
  show_actions (self, unit);
  vb_action_figures_show (self->figures, vb_document_get_actions (get_document (self)), unit,
                          vb_day_get_today ());
  vb_focus_card_show (self->focus_card, page, unit);
  explain (self);
  self->refreshing = FALSE;
}

static const char *
vb_actions_page_get_help_term (VbPage *page)
{
  return _ ("Action");
}

static const char *
vb_actions_page_get_help_text (VbPage *page)
{
  return _ ("An action is something that is done so that the gap closes: it raises capacity or "
            "lowers the need. It belongs to a focus area, has a role that answers for it, days to "
            "start and to be done, and an expected effect in beds with a range.\n\nThe five focus "
            "areas are those of Socialstyrelsen's plan Plats för vård; own ones can be added.");
}

/* ---- what the reader does -------------------------------------------------------------------- */

static void
on_filter (VbActionsPage *self)
{
  VbUnit *unit;

  /* Nothing is there yet while the page is made. */
  if (self->refreshing)
    return;

  unit = vb_session_get_unit (vb_page_get_session (VB_PAGE (self)));
  if (unit != NULL)
    show_actions (self, unit);
}

static void
open_dialog (VbActionsPage *self, VbAction *action)
{
  VbUnit *unit = action != NULL ? vb_document_get_unit (get_document (self),
                                                        vb_action_get_facts (action)->unit_id)
                                : vb_session_get_unit (vb_page_get_session (VB_PAGE (self)));
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (unit != NULL)
    gtk_window_present (
        GTK_WINDOW (vb_action_dialog_new (window, get_document (self), unit, action)));
}

static void
add (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_dialog (VB_ACTIONS_PAGE (widget), NULL);
}

static void
edit (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbActionsPage *self = VB_ACTIONS_PAGE (widget);
  VbAction *action = vb_document_get_action (get_document (self), g_variant_get_int64 (parameter));

  if (action != NULL)
    open_dialog (self, action);
}

static void
move (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbActionsPage *self = VB_ACTIONS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  gint64 id;
  int status;

  g_variant_get (parameter, "(xi)", &id, &status);
  if (!vb_document_set_action_status (get_document (self), id, (VbActionStatus) status,
                                      vb_day_get_today (), &error))
    vb_page_report_error (VB_PAGE (self), error);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbActionsPage *self = VB_ACTIONS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (!vb_document_remove_action (get_document (self), g_variant_get_int64 (parameter), &error))
    {
      vb_page_report_error (VB_PAGE (self), error);
      return;
    }

  toast = adw_toast_new (_ ("The action was removed"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  vb_page_add_toast (VB_PAGE (self), toast);
}

/* ---- export ---------------------------------------------------------------------------------- */

static void
on_export_response (GtkNativeDialog *dialog, int response, VbActionsPage *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *name = g_file_get_basename (file);
      g_autoptr (VbTableExporter) exporter = vb_actions_table_export (self->table);
      g_autoptr (GError) error = NULL;

      if (vb_table_exporter_write (exporter, file, vb_table_format_from_name (name), NULL, &error))
        vb_page_add_toast (VB_PAGE (self), adw_toast_new (_ ("The actions were exported")));
      else
        vb_page_report_error (VB_PAGE (self), error);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* As they are shown: the filters hold, and the order of the table. */
static void
export_actions (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbActionsPage *self = VB_ACTIONS_PAGE (widget);
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Export Actions"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), _ ("_Cancel"));
  g_autofree char *name = g_strdup_printf ("%s.%s", C_ ("file name", "actions"),
                                           g_variant_get_string (parameter, NULL));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_export_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_actions_page_constructed (GObject *object)
{
  static const char *const changes[] = { "actions-changed", "focus-areas-changed" };
  VbActionsPage *self = VB_ACTIONS_PAGE (object);

  G_OBJECT_CLASS (vb_actions_page_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (get_document (self), changes[i], G_CALLBACK (vb_page_queue_refresh),
                             self, G_CONNECT_SWAPPED);
}

static void
vb_actions_page_dispose (GObject *object)
{
  g_clear_object (&VB_ACTIONS_PAGE (object)->inspector);

  G_OBJECT_CLASS (vb_actions_page_parent_class)->dispose (object);
}

static void
vb_actions_page_finalize (GObject *object)
{
  g_array_unref (VB_ACTIONS_PAGE (object)->focus_ids);

  G_OBJECT_CLASS (vb_actions_page_parent_class)->finalize (object);
}

static void
vb_actions_page_class_init (VbActionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  VbPageClass *page_class = VB_PAGE_CLASS (klass);

  object_class->constructed = vb_actions_page_constructed;
  object_class->dispose = vb_actions_page_dispose;
  object_class->finalize = vb_actions_page_finalize;
  page_class->refresh = vb_actions_page_refresh;
  page_class->get_help_term = vb_actions_page_get_help_term;
  page_class->get_help_text = vb_actions_page_get_help_text;

  g_type_ensure (VB_TYPE_ACTION_BOARD);
  g_type_ensure (VB_TYPE_ACTION_FIGURES);
  g_type_ensure (VB_TYPE_ACTIONS_TABLE);
  g_type_ensure (VB_TYPE_CARD);
  g_type_ensure (VB_TYPE_EMPTY_STATE);
  g_type_ensure (VB_TYPE_FOCUS_CARD);
  g_type_ensure (VB_TYPE_PAGE_FRAME);
  g_type_ensure (VB_TYPE_SOURCE_CARD);
  g_type_ensure (VB_TYPE_WRAP_LAYOUT);

  gtk_widget_class_install_action (widget_class, "actions.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "actions.edit", "x", edit);
  gtk_widget_class_install_action (widget_class, "actions.export", "s", export_actions);
  gtk_widget_class_install_action (widget_class, "actions.move", "(xi)", move);
  gtk_widget_class_install_action (widget_class, "actions.remove", "x", remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "actions.add", NULL);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/actions/vb-actions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VbActionsPage, frame);
  gtk_widget_class_bind_template_child (widget_class, VbActionsPage, figures);
  gtk_widget_class_bind_template_child (widget_class, VbActionsPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, VbActionsPage, source_card);
  gtk_widget_class_bind_template_child (widget_class, VbActionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VbActionsPage, filters);
  gtk_widget_class_bind_template_child (widget_class, VbActionsPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, VbActionsPage, focus_filter);
  gtk_widget_class_bind_template_child (widget_class, VbActionsPage, status_filter);
  gtk_widget_class_bind_template_child (widget_class, VbActionsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VbActionsPage, board);
  gtk_widget_class_bind_template_child (widget_class, VbActionsPage, table);
  gtk_widget_class_bind_template_child (widget_class, VbActionsPage, focus_card);
  gtk_widget_class_bind_template_callback (widget_class, explain);
  gtk_widget_class_bind_template_callback (widget_class, on_filter);
}

static void
vb_actions_page_init (VbActionsPage *self)
{
  g_autoptr (GtkStringList) statuses = gtk_string_list_new (NULL);

  self->focus_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->refreshing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_ref (self->inspector); /* which is not always in the page */

  gtk_string_list_append (statuses, _ ("All statuses"));
  for (guint status = 0; status < VB_N_ACTION_STATUSES; status++)
    gtk_string_list_append (statuses, vb_action_status_get_label ((VbActionStatus) status));
  gtk_drop_down_set_model (self->status_filter, G_LIST_MODEL (statuses));
  self->refreshing = FALSE;
}
