/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-table-names.h"

#include <glib/gi18n-lib.h>

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
vb_table_name_header (GtkColumnView *view)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *title = gtk_widget_get_first_child (header);

  set_name (header, _ ("Column headings"));
  for (guint i = 0; i < g_list_model_get_n_items (columns) && title != NULL; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      set_name (title, gtk_column_view_column_get_title (column));
      title = gtk_widget_get_next_sibling (title);
    }
}

void
vb_table_name_cell (GtkWidget *widget, const char *title, const char *text)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", title, text);

  set_name (widget, name);
}

void
vb_table_name_row (GtkWidget *widget, const char *name)
{
  GtkWidget *row = widget;

  while (row != NULL && g_strcmp0 (gtk_widget_get_css_name (row), "row") != 0)
    row = gtk_widget_get_parent (row);
  if (row != NULL)
    set_name (row, name);
}
