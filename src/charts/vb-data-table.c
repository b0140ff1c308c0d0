/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-data-table.h"

#include <math.h>
#include <string.h>

#include "vb-table-names.h"
#include "vb-table-window.h"

/* Names are cut to no fewer characters than these when the numbers need the room. */
#define NAME_CHARS 16
/* Other texts are no wider than these. */
#define TEXT_CHARS 24
/* A line of a title is no longer unless a word is. */
#define TITLE_CHARS 9
#define FIGURE_KEY "vb-figure"
#define TEXT_KEY "vb-text"

GtkColumnView *
vb_data_table_new_view (const char *name)
{
  GtkWidget *view = gtk_column_view_new (NULL);

  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_COLUMN_VIEW (view);
}

GtkWidget *
vb_data_table_new_scroller (GtkColumnView *view, int min_height, int max_height)
{
  return vb_table_window_new (GTK_WIDGET (view), min_height, max_height);
}

/* ---- columns ---- */

static void
append (GtkColumnView *view,
        const char *title,
        GtkListItemFactory *factory,
        GtkSorter *sorter,
        gboolean expand)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_append_column (view, column);
  g_object_unref (column);
  g_clear_object (&sorter);
}

void
vb_data_table_append_column (GtkColumnView *view,
                             const char *title,
                             GtkListItemFactory *factory,
                             GtkSorter *sorter)
{
  gboolean is_name = g_list_model_get_n_items (gtk_column_view_get_columns (view)) == 0;

  append (view, title, factory, sorter, is_name);
}

void
vb_data_table_append_text_column (GtkColumnView *view,
                                  const char *title,
                                  GtkListItemFactory *factory,
                                  GtkSorter *sorter,
                                  gboolean expand)
{
  append (view, title, factory, sorter, expand);
  vb_data_table_set_text (view);
}

int
vb_data_table_compare_numbers (double a, double b)
{
  if (isnan (a) || isnan (b))
    return (isnan (a) ? 1 : 0) - (isnan (b) ? 1 : 0);
  return (a > b) - (a < b);
}

void
vb_data_table_set_text (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr (GtkColumnViewColumn) column =
      g_list_model_get_item (columns, g_list_model_get_n_items (columns) - 1);

  g_object_set_data (G_OBJECT (column), TEXT_KEY, GINT_TO_POINTER (TRUE));
}

/* @title in lines of about as many characters as figures have. Owned by the caller. */
static char *
dup_lines (const char *title)
{
  g_auto (GStrv) words = g_strsplit (title, " ", -1);
  GString *lines = g_string_new (words[0]);
  glong length = g_utf8_strlen (lines->str, -1);

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    {
      glong more = g_utf8_strlen (words[i], -1);
      gboolean fits = length + 1 + more <= TITLE_CHARS;

      g_string_append_printf (lines, "%c%s", fits ? ' ' : '\n', words[i]);
      length = fits ? length + 1 + more : more;
    }
  return g_string_free (lines, FALSE);
}

/* GTK writes the title anew whenever the order changes. */
static void
break_title_cb (GtkLabel *label)
{
  g_autofree char *lines = dup_lines (gtk_label_get_label (label));

  if (strchr (gtk_label_get_label (label), '\n') == NULL)
    gtk_label_set_label (label, lines);
}

/* A title is a box of its label and the arrow of the sort order. The arrow of a number's title goes
 * first, so that label and figures end on one line; a long one has several lines, so that its
 * figures decide how wide a column is: GTK would not break it of itself. */
static void
dress_title (GtkWidget *title, gboolean is_number)
{
  GtkWidget *box = gtk_widget_get_first_child (title);
  GtkWidget *label = GTK_IS_BOX (box) ? gtk_widget_get_first_child (box) : NULL;

  while (label != NULL && !GTK_IS_LABEL (label))
    label = gtk_widget_get_next_sibling (label);
  if (label == NULL)
    return;

  gtk_widget_set_valign (box, GTK_ALIGN_END);
  if (is_number)
    {
      g_signal_handlers_disconnect_by_func (label, break_title_cb, NULL);
      g_signal_connect (label, "notify::label", G_CALLBACK (break_title_cb), NULL);
      break_title_cb (GTK_LABEL (label));
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      gtk_widget_set_halign (box, GTK_ALIGN_END);
      gtk_box_reorder_child_after (GTK_BOX (box), label, gtk_widget_get_last_child (box));
    }
}

void
vb_data_table_dress_titles (GtkColumnView *view)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *title = gtk_widget_get_first_child (header);

  vb_table_name_header (view);
  for (guint i = 0; i < g_list_model_get_n_items (columns) && title != NULL; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      dress_title (title, i > 0 && g_object_get_data (G_OBJECT (column), TEXT_KEY) == NULL);
      title = gtk_widget_get_next_sibling (title);
    }
}

/* ---- figures ---- */

void
vb_data_table_set_figure (GtkColumnViewColumn *column, const char *figure)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column));

  g_object_set_data_full (G_OBJECT (column), FIGURE_KEY, g_strdup (figure), g_free);
}

const char *
vb_data_table_get_figure (GtkColumnViewColumn *column)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column), NULL);

  return g_object_get_data (G_OBJECT (column), FIGURE_KEY);
}

void
vb_data_table_set_figures (GtkColumnView *view, const char *const *figures)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; *figures != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      vb_data_table_set_figure (column, *figures);
      if (figures[1] != NULL)
        figures++;
    }
}

/* GTK keeps to itself which title is that of which column; they stand in the same order. */
const char *
vb_data_table_find_figure (GtkWidget *widget)
{
  GtkWidget *header = gtk_widget_get_parent (widget);
  GtkWidget *view = header != NULL ? gtk_widget_get_parent (header) : NULL;
  g_autoptr (GtkColumnViewColumn) column = NULL;
  guint position = 0;

  if (view == NULL || !GTK_IS_COLUMN_VIEW (view) || gtk_widget_get_first_child (view) != header)
    return NULL;

  while ((widget = gtk_widget_get_prev_sibling (widget)) != NULL)
    position++;
  column = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (view)), position);
  return column != NULL ? vb_data_table_get_figure (column) : NULL;
}

/* ---- cells ---- */

GtkWidget *
vb_data_table_new_label (guint column)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (column == 0)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS);
    }
  else
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "numeric");
    }
  return label;
}

GtkWidget *
vb_data_table_new_text_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
  gtk_widget_add_css_class (label, "text");
  return label;
}

void
vb_data_table_fill_label (GtkWidget *label, const char *title, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text);
  if (*title != '\0')
    vb_table_name_cell (label, title, text);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                    -1);
  if (!gtk_widget_has_css_class (label, "numeric"))
    {
      /* It may be cut. GTK asks the display where the pointer is whenever a tooltip is set. */
      if (g_strcmp0 (gtk_widget_get_tooltip_text (label), text) != 0)
        gtk_widget_set_tooltip_text (label, text);
      if (!gtk_widget_has_css_class (label, "text"))
        {
          /* Years need no more room than they have digits. */
          gtk_label_set_width_chars (GTK_LABEL (label),
                                     (int) MIN (NAME_CHARS, g_utf8_strlen (text, -1)));
          vb_table_name_row (label, text);
        }
    }
}

/* ---- copying ---- */

/* Takes @text. A tab or a line's end in it would start another cell. */
static void
append_cell (GString *tsv, char *text, gboolean first)
{
  if (!first)
    g_string_append_c (tsv, '\t');
  g_string_append (tsv, g_strdelimit (text, "\t\r\n", ' '));
  g_free (text);
}

void
vb_data_table_install_copy (GtkWidgetClass *klass,
                            const char *action_name,
                            GtkWidgetActionActivateFunc copy)
{
  gtk_widget_class_install_action (klass, action_name, NULL, copy);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, action_name, NULL);
}

/* NULL: all of them. */
static GtkBitset *
get_selected (GtkSelectionModel *model)
{
  g_autoptr (GtkBitset) selected = NULL;

  if (!GTK_IS_MULTI_SELECTION (model))
    return NULL;
  selected = gtk_selection_model_get_selection (model);
  return gtk_bitset_is_empty (selected) ? NULL : g_steal_pointer (&selected);
}

static gboolean
is_shown (GListModel *columns, guint index)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, index);

  return gtk_column_view_column_get_visible (column);
}

char *
vb_data_table_dup_tsv (GtkColumnView *view, VbDataTableCell dup_cell, gpointer user_data)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (view));
  g_autoptr (GtkBitset) selected = get_selected (gtk_column_view_get_model (view));
  guint n_columns = g_list_model_get_n_items (columns);
  GString *tsv = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (is_shown (columns, i))
        append_cell (tsv, g_strdup (gtk_column_view_column_get_title (column)), i == 0);
    }
  g_string_append_c (tsv, '\n');
  for (guint row = 0; row < g_list_model_get_n_items (rows); row++)
    {
      g_autoptr (GObject) item = NULL;

      if (selected != NULL && !gtk_bitset_contains (selected, row))
        continue;
      item = g_list_model_get_item (rows, row);
      for (guint i = 0; i < n_columns; i++)
        if (is_shown (columns, i))
          append_cell (tsv, dup_cell (item, i, user_data), i == 0);
      g_string_append_c (tsv, '\n');
    }

  return g_string_free (tsv, FALSE);
}
