/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include "vb-row-name.h"

void
vb_row_name_set (GtkWidget *cell, const char *name)
{
  GtkWidget *row = cell;

  g_return_if_fail (GTK_IS_WIDGET (cell));
  g_return_if_fail (name != NULL);

  while (row != NULL && g_strcmp0 (gtk_widget_get_css_name (row), "row") != 0)
    row = gtk_widget_get_parent (row);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
