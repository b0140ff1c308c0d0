/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-figure-help-dialog.h"

#include <glib/gi18n-lib.h>

#include "vb-data-table.h"
#include "vb-figure-help.h"

#define LIST_HEIGHT 420

static const char *
get_text (VbGlossaryTerm *term, VbGlossaryField field)
{
  return vb_bilingual_get (vb_glossary_term_get_text (term, field));
}

/* Terms stand as in running text; a heading begins with a capital. */
static char *
dup_sentence (const char *term)
{
  GString *heading = g_string_new (NULL);

  g_string_append_unichar (heading, g_unichar_totitle (g_utf8_get_char (term)));
  g_string_append (heading, g_utf8_next_char (term));

  return g_string_free (heading, FALSE);
}

/* ---- one term -------------------------------------------------------------------------------- */

static void
on_response (AdwMessageDialog *dialog, const char *response, VbGlossaryTerm *term)
{
  if (g_str_equal (response, "glossary"))
    vb_figure_help_open (GTK_WIDGET (dialog), vb_glossary_term_get_id (term));
}

GtkWidget *
vb_figure_help_dialog_new_term (GtkWindow *parent, VbGlossaryTerm *term)
{
  g_autofree char *text = vb_figure_help_dup_text (term);
  g_autofree char *heading = dup_sentence (get_text (term, VB_GLOSSARY_FIELD_TERM));
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);

  adw_message_dialog_set_body_use_markup (ADW_MESSAGE_DIALOG (dialog), TRUE);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), text);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"), "glossary",
                                    _ ("Open the _Glossary"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "glossary");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), term, 0);

  return dialog;
}

/* ---- the columns of a table ------------------------------------------------------------------ */

static void
on_row_activated (GtkWidget *dialog, GtkListBoxRow *row)
{
  vb_figure_help_open (dialog, gtk_widget_get_name (GTK_WIDGET (row)));
}

static GtkWidget *
new_row (const char *title, VbGlossaryTerm *term)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped =
      g_markup_escape_text (get_text (term, VB_GLOSSARY_FIELD_DEFINITION), -1);
  g_autofree char *name = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_name (row, vb_glossary_term_get_id (term));

  return row;
}

GtkWidget *
vb_figure_help_dialog_new_table (GtkWindow *parent, GtkColumnView *view, VbGlossary *glossary)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller, *dialog;

  g_object_ref_sink (list);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *title = gtk_column_view_column_get_title (column);
      const char *figure = vb_data_table_get_figure (column);
      VbGlossaryTerm *term = figure != NULL ? vb_glossary_find_figure (glossary, figure) : NULL;

      if (term != NULL && title != NULL && *title != '\0')
        gtk_list_box_append (GTK_LIST_BOX (list), new_row (title, term));
    }
  if (gtk_widget_get_first_child (list) == NULL)
    {
      g_object_unref (list);
      return NULL;
    }

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_margin_top (list, 3);
  gtk_widget_set_margin_bottom (list, 3);
  gtk_widget_set_margin_start (list, 3);
  gtk_widget_set_margin_end (list, 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Columns of the table"), -1);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  g_object_unref (list);

  dialog = adw_message_dialog_new (parent, _ ("What the Columns Mean"), NULL);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (on_row_activated), dialog);

  return dialog;
}
