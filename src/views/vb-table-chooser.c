/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-table-chooser.h"

#include <glib/gi18n-lib.h>

static void
add_filters (GtkFileChooser *chooser)
{
  static const char *const suffixes[] = { "csv", "tsv", "txt", "xlsx", "xlsm" };
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _ ("Tables (CSV, Excel)"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (tables, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, tables);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

GtkFileChooserNative *
vb_table_chooser_new (GtkWidget *parent, const char *title)
{
  GtkFileChooserNative *dialog;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);

  dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (parent)),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), _ ("_Cancel"));
  add_filters (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  return dialog;
}
