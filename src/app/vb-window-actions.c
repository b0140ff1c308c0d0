/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader can do with a window that has a document, apart from its file. */
#define G_LOG_DOMAIN "vb-app"

#include "vb-window-private.h"

#include <glib/gi18n-lib.h>

#include "vb-glossary-page.h"
#include "vb-page-table.h"

/* Undoing an import takes as long as it is large. */
static void
on_replayed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VbWindow) self = user_data;
  VbDocument *document = VB_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  gboolean undo = g_task_get_source_tag (G_TASK (result)) == vb_document_undo_async;
  gboolean done = undo ? vb_document_undo_finish (document, result, &error)
                       : vb_document_redo_finish (document, result, &error);

  self->replaying = FALSE;
  if (!done && self->document != NULL)
    vb_window_show_error (self, undo ? _ ("Could Not Undo") : _ ("Could Not Redo"), error->message);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbWindow *self = VB_WINDOW (widget);

  if (self->replaying)
    return;
  self->replaying = TRUE;
  vb_document_undo_async (self->document, on_replayed, g_object_ref (self));
}

static void
redo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbWindow *self = VB_WINDOW (widget);

  if (self->replaying)
    return;
  self->replaying = TRUE;
  vb_document_redo_async (self->document, on_replayed, g_object_ref (self));
}

static void
show_page_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  vb_window_show_page (VB_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* Ctrl+1 is the first page of the sidebar. */
static void
show_term_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbWindow *self = VB_WINDOW (widget);

  vb_window_show_page (self, "glossary");
  vb_glossary_page_show_term (VB_GLOSSARY_PAGE (vb_window_get_page (self)),
                              g_variant_get_string (parameter, NULL));
}

static void
show_nth_page_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  guint n_entries, nth = g_variant_get_uint32 (parameter);
  const VbPageEntry *entries = vb_page_table_get (&n_entries);

  if (nth >= 1 && nth <= n_entries)
    vb_window_show_page (VB_WINDOW (widget), entries[nth - 1].id);
}

static void
find_unit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  vb_unit_picker_popup (VB_WINDOW (widget)->unit_picker);
}

static void
choose_scenario_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  vb_scenario_picker_popup (VB_WINDOW (widget)->scenario_picker);
}

static void
previous_period_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  vb_session_step_period (VB_WINDOW (widget)->session, -1);
}

static void
next_period_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  vb_session_step_period (VB_WINDOW (widget)->session, 1);
}

static void
on_help_response (VbWindow *self, const char *response, AdwMessageDialog *dialog)
{
  if (!g_str_equal (response, "glossary"))
    return;

  vb_window_show_page (self, "glossary");
  vb_glossary_page_search (VB_GLOSSARY_PAGE (vb_window_get_page (self)),
                           adw_message_dialog_get_heading (dialog));
}

/* What the page in sight is about; on the start page, how to begin. */
static void
help_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbWindow *self = VB_WINDOW (widget);
  VbPage *page = vb_window_get_page (self);
  const char *term = page != NULL ? vb_page_get_help_term (page) : NULL;
  const char *text = page != NULL ? vb_page_get_help_text (page) : NULL;
  GtkWidget *dialog;

  if (term == NULL || text == NULL)
    {
      term = _ ("Getting Started");
      text =
          _ ("Open the example region to see every page filled. To plan for your own units, make "
             "a new plan and import a spreadsheet with the beds and bed days of your wards; each "
             "page then shows need, available beds and the gap between them.");
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (self), term, text);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  if (page != NULL && !VB_IS_GLOSSARY_PAGE (page))
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "glossary",
                                       _ ("Open the _Glossary"));
      g_signal_connect_object (dialog, "response", G_CALLBACK (on_help_response), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_vb_window_class_actions_init (VbWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.show-term", "s", show_term_action);
  gtk_widget_class_install_action (widget_class, "win.show-nth-page", "u", show_nth_page_action);
  gtk_widget_class_install_action (widget_class, "win.find-unit", NULL, find_unit_action);
  gtk_widget_class_install_action (widget_class, "win.choose-scenario", NULL,
                                   choose_scenario_action);
  gtk_widget_class_install_action (widget_class, "win.previous-period", NULL,
                                   previous_period_action);
  gtk_widget_class_install_action (widget_class, "win.next-period", NULL, next_period_action);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);

  /* Bound here and not as the application's accelerators: a text field takes these keys first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.find-unit",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK,
                                       "win.choose-scenario", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK,
                                       "win.previous-period", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK,
                                       "win.next-period", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.show-sidebar", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "win.help", NULL);
  for (guint i = 1; i <= 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, GDK_CONTROL_MASK,
                                         "win.show-nth-page", "u", i);
}

static void
update_history_button (
    VbWindow *self, GtkWidget *button, const char *action, gboolean enabled, const char *tooltip)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
}

void
_vb_window_update_actions (VbWindow *self)
{
  static const char *const of_document[] = { "win.show-page",       "win.show-term",
                                             "win.show-nth-page",   "win.find-unit",
                                             "win.choose-scenario", "win.previous-period",
                                             "win.next-period",     "win.save",
                                             "win.save-as" };
  gboolean has_document = self->document != NULL;
  gboolean can_undo = FALSE, can_redo = FALSE;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_document); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_document[i], has_document);

  if (has_document)
    g_object_get (self->document, "can-undo", &can_undo, "undo-label", &undo, "can-redo", &can_redo,
                  "redo-label", &redo, NULL);
  update_history_button (self, self->undo_button, "win.undo", can_undo,
                         undo != NULL ? undo : _ ("Undo"));
  update_history_button (self, self->redo_button, "win.redo", can_redo,
                         redo != NULL ? redo : _ ("Redo"));
}
