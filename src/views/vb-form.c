/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-form.h"

#include <math.h>

#include "vb-number.h"

char *
vb_form_dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

void
vb_form_set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

char *
vb_form_dup_lines (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

void
vb_form_set_lines (GtkTextView *view, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text != NULL ? text : "", -1);
}

gboolean
vb_form_get_number (AdwEntryRow *row, double *number)
{
  g_autofree char *text = vb_form_dup_text (row);

  *number = NAN;
  return *text == '\0' || vb_number_parse_typed (text, number);
}

void
vb_form_set_number (AdwEntryRow *row, double number)
{
  g_autofree char *text = isnan (number) ? g_strdup ("") : vb_number_format_key (number);

  vb_form_set_text (row, text);
}

void
vb_form_set_words (AdwComboRow *row, guint n, const char *(*get_word) (guint index), guint selected)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (words, get_word (i));
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (row, selected);
}

void
vb_form_mark (GtkWidget *row, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

void
vb_form_tell (GtkLabel *label, const char *problem)
{
  gtk_label_set_label (label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (label), problem != NULL);
}
